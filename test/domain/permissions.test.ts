import { describe, expect, test } from 'vitest';
import { worksIn } from '../../src/domain/member.ts';
import {
  type Act,
  answersForOffice,
  MAY,
  may,
  type Relation,
  relationToMember,
  relationToReport,
  relationToTask,
  relationToUnit,
  type Standing,
} from '../../src/domain/permissions.ts';
import { aMember } from '../support/builders.ts';

/** a: their own doing, l: their unit leads the task, s: supports it, n: neither. */
const TABLE: Record<Act, [officer: string, head: string, leader: string, clerk: string]> = {
  report: ['l', 'l', 'alsn', 'alsn'],
  withdraw: ['a', 'al', 'alsn', 'alsn'],
  'withdraw-accepted': ['', '', 'alsn', 'alsn'],
  review: ['', 'l', 'lsn', 'lsn'],
  'review-accepted': ['', '', 'lsn', 'lsn'],
  'ask-extension': ['l', 'l', 'l', 'l'],
  'decide-extension': ['', '', 'lsn', 'lsn'],
  undo: ['a', 'a', 'a', 'a'],
  'undo-shell': ['', '', '', 'alsn'],
  note: ['ls', 'ls', 'alsn', 'alsn'],
  'start-task': ['l', 'l', 'alsn', 'alsn'],
  'add-task': ['', 'l', 'alsn', 'alsn'],
  press: ['', 'l', 'alsn', 'alsn'],
  'see-task': ['ls', 'alsn', 'alsn', 'alsn'],
  'see-office': ['', 'alsn', 'alsn', 'alsn'],
  'see-person': ['al', 'alsn', 'alsn', 'alsn'],
  'see-people': ['', 'l', 'alsn', 'alsn'],
  'record-leave': ['a', 'al', 'alsn', 'alsn'],
  import: ['', '', '', 'alsn'],
  'correct-plan': ['', '', '', 'alsn'],
  'pass-on': ['l', 'l', 'l', 'l'],
  'decide-transfer': ['l', 'l', 'lsn', 'lsn'],
  'give-task': ['', 'l', 'alsn', 'alsn'],
  invite: ['', '', '', 'alsn'],
  'see-members': ['', 'al', 'alsn', 'alsn'],
  'change-members': ['', '', '', 'alsn'],
  'bind-chat': ['', '', '', 'alsn'],
  'link-parent': ['', '', '', 'alsn'],
  'see-offices': ['', '', 'alsn', 'alsn'],
  settings: ['', '', '', 'alsn'],
  'see-feedback': ['', '', 'alsn', 'alsn'],
  'drop-feedback': ['', '', '', 'alsn'],
};

const RELATIONS: [string, Relation][] = [
  ['a', 'author'],
  ['l', 'leads'],
  ['s', 'supports'],
  ['n', 'none'],
];

const PEOPLE = {
  officer: aMember({ role: 'officer' }),
  head: aMember({ role: 'officer', unitHead: true }),
  leader: aMember({ role: 'leader' }),
  clerk: aMember({ role: 'clerk', unitHead: true }),
} satisfies Record<Standing, unknown>;

const STANDINGS = ['officer', 'head', 'leader', 'clerk'] as const;

describe('who may do what', () => {
  const cells = Object.entries(TABLE).flatMap(([act, row]) =>
    STANDINGS.flatMap((standing, at) =>
      RELATIONS.map(([letter, relation]) => ({
        act: act as Act,
        standing,
        relation,
        allowed: row[at]?.includes(letter) ?? false,
      })),
    ),
  );

  test.each(cells)('$act, $standing, $relation: $allowed', ({ act, standing, relation, allowed }) => {
    expect(may(PEOPLE[standing], act, relation)).toBe(allowed);
  });

  test('nothing is left out of the table', () => {
    expect(Object.keys(TABLE)).toEqual(Object.keys(MAY));
  });

  test('a report of two units is the affair of neither head', () => {
    const head = aMember({ unitHead: true, unitId: 7 });
    expect(relationToReport(head, { memberId: 99, unitIds: [7] })).toBe('leads');
    expect(relationToReport(head, { memberId: 99, unitIds: [7, 8] })).toBe('none');
    expect(relationToReport(head, { memberId: head.id, unitIds: [7, 8] })).toBe('author');
    expect(relationToReport(head, { memberId: null, unitIds: [] })).toBe('none');
  });

  describe('somebody of several units', () => {
    /** Heads 8 alone. */
    const lan = aMember({ unitId: 7, further: [{ unitId: 8, unitHead: true }] });
    const led = (...ids: number[]) => ({ leads: ids.map((unitId) => ({ unitId, words: '' })), supports: [] });

    test.each<[string, number[], Relation]>([
      ['the one that they head', [8], 'leads'],
      ['the one of which they are', [7], 'serves'],
      ['both', [7, 8], 'leads'],
      ['neither', [9], 'none'],
    ])('a task of %s', (_, ids, relation) => {
      expect(relationToTask(lan, led(...ids))).toBe(relation);
      expect(relationToUnit(lan, ids[0] ?? 0)).toBe(ids[0] === 7 ? 'serves' : relation);
    });

    test.each<Act>(['report', 'ask-extension', 'note', 'pass-on', 'start-task', 'see-task'])(
      'may %s where somebody else is head as an officer there',
      (act) => expect(may(lan, act, 'serves')).toBe(true),
    );

    test.each<Act>(['review', 'give-task', 'press', 'add-task', 'withdraw', 'see-people', 'record-leave'])(
      'may %s in the own unit alone',
      (act) => {
        expect(may(lan, act, 'serves')).toBe(false);
        expect(may(lan, act, 'leads')).toBe(true);
      },
    );

    test('decides about the people and the reports of the unit that they head', () => {
      expect(relationToMember(lan, aMember({ unitId: 8 }))).toBe('leads');
      expect(relationToMember(lan, aMember({ unitId: 7 }))).toBe('serves');
      expect(relationToMember(lan, aMember({ unitId: 9, further: [{ unitId: 8, unitHead: false }] }))).toBe(
        'leads',
      );
      expect(relationToReport(lan, { memberId: 99, unitIds: [7] })).toBe('serves');
      expect(relationToReport(lan, { memberId: 99, unitIds: [7, 8] })).toBe('none');
      const both = { ...lan, unitHead: true };
      expect(relationToReport(both, { memberId: 99, unitIds: [7, 8] })).toBe('leads');
    });

    test('a leader who heads a unit answers for the office all the same', () => {
      const leader = aMember({ role: 'leader', further: [{ unitId: 8, unitHead: true }] });
      expect(answersForOffice(leader)).toBe(true);
      expect(worksIn(leader, 8)).toBe(true);
      expect(worksIn(aMember({ role: 'leader', unitId: 8 }), 8)).toBe(false);
    });
  });
});
