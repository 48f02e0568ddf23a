import type { Member, Unit } from '../../domain/member.ts';
import { matchPeople } from '../../domain/names.ts';
import type { Task } from '../../domain/task.ts';
import { assignTask } from '../../services/assign-task.ts';
import { openPlanDraft } from '../../services/correct-draft.ts';
import { leaveOutTask, takeBackTask } from '../../services/leave-out-task.ts';
import { nameUnit as nameUnitOf } from '../../services/name-unit.ts';
import { unitsGiven } from '../../services/plan-corrections.ts';
import type { CommandOf } from '../command.ts';
import type { CommandKind } from '../command-kind.ts';
import { type Answer, dayContext, type MemberTurn, say } from '../turn.ts';
import { assignmentIn, leftOutIn, takenBackIn, unitNamed } from '../understanding/formal/correction.ts';
import { taskDetailWords } from '../words/task-detail-words.ts';
import { shortTitle } from '../words/task-words.ts';
import { showDraft } from './draft.ts';
import { inDraft } from './draft-row.ts';

/** "/giao 17 VHXH": of a draft's row or of a task. */
export const assignCommand: CommandKind<'assign'> = {
  slash: [{ words: { vi: ['giao', 'phancong'], en: ['assign'] }, read: assignmentIn }],
  typed: ({ number, leads }) => `/giao ${number} ${leads}`,
  answer: assign,
};

async function assign(turn: MemberTurn, command: CommandOf<'assign'>): Promise<Answer> {
  const { store, member, t, updateId, now } = turn;
  const { number, leads, supports } = command;
  const answer = await inDraft(turn, number, async ({ row }) => {
    const units = await store.offices.units(member.organizationId);
    const given = unitsGiven(leads, supports, units);
    return given.kind === 'understood'
      ? { ...row.correction, assignment: given }
      : notGiven(turn, command, given.words, units);
  });
  if (answer) return answer;
  const outcome = await assignTask(store, { member, number, updateId, at: now }, { leads, supports });
  switch (outcome.kind) {
    case 'not-allowed':
      return say(t('correct.notAllowed'));
    case 'no-such-task':
      return say(t('report.noSuchTask', { number }));
    case 'unknown-units':
      return notGiven(turn, command, outcome.words, outcome.units);
    case 'done':
      return correctedTask(turn, outcome.task, t('correct.assigned', { number }));
  }
}

/** "/bo 17, 18": rows of a draft or tasks. */
export const leaveOutCommand: CommandKind<'leave-out'> = {
  slash: [
    {
      words: { vi: ['bo'], en: ['drop'] },
      // Alone it refuses a draft; with anything behind it that is no task's number it must not.
      read: (tail) => (tail.trim() === '' ? { name: 'discard', draft: null } : leftOutIn(tail)),
    },
  ],
  typed: ({ numbers }) => `/bo ${numbers.join(', ')}`,
  answer: leaveOut,
};

async function leaveOut(turn: MemberTurn, { numbers }: CommandOf<'leave-out'>): Promise<Answer> {
  const answers: Answer[] = [];
  for (const number of numbers.slice(0, MOST_AT_ONCE)) answers.push(await leaveOutOne(turn, number));
  const last = answers.at(-1);
  return { ...last, lines: answers.flatMap(({ lines }) => lines) };
}

/** More in one message is no correction, and would keep the office waiting. */
const MOST_AT_ONCE = 20;

async function leaveOutOne(turn: MemberTurn, number: number): Promise<Answer> {
  const { store, member, t, updateId, now } = turn;
  const answer = await inDraft(turn, number, async ({ row }) => ({ ...row.correction, leftOut: true }));
  if (answer) return answer;
  const outcome = await leaveOutTask(store, { member, number, updateId, at: now });
  if (outcome.kind === 'not-allowed') return say(t('correct.notAllowed'));
  if (outcome.kind !== 'done') return say(t('report.noSuchTask', { number }));
  return say(t('correct.leftOut', { number, title: shortTitle(outcome.task.title) }));
}

/** "/laylai 17". */
export const takeBackCommand: CommandKind<'take-back'> = {
  slash: [{ words: { vi: ['laylai'], en: ['restore'] }, read: takenBackIn }],
  typed: ({ number }) => `/laylai ${number}`,
  answer: takeBack,
};

async function takeBack(turn: MemberTurn, { number }: CommandOf<'take-back'>): Promise<Answer> {
  const { store, member, t, updateId, now } = turn;
  const answer = await inDraft(turn, number, async ({ row }) => {
    const { leftOut, ...correction } = row.correction;
    return leftOut ? correction : null;
  });
  if (answer) return answer;
  const outcome = await takeBackTask(store, { member, number, updateId, at: now }, turn.rules);
  if (outcome.kind === 'not-allowed') return say(t('correct.notAllowed'));
  if (outcome.kind !== 'done') return say(t('correct.notLeftOut', { number }));
  return correctedTask(turn, outcome.task, t('correct.takenBack', { number }));
}

/** "Tổ Công nghệ số = VHXH": the open draft is shown again as it is now understood. */
export const nameUnitCommand: CommandKind<'name-unit'> = {
  slash: [{ words: { vi: ['donvi'], en: ['unit'] }, read: unitNamed }],
  answer: nameUnit,
};

async function nameUnit(turn: MemberTurn, { words, unit }: CommandOf<'name-unit'>): Promise<Answer> {
  const { store, member, t, updateId, now } = turn;
  const outcome = await nameUnitOf(store, { member, words, unit, updateId, at: now });
  switch (outcome.kind) {
    case 'not-allowed':
      return say(t('correct.notAllowed'));
    case 'unknown-unit':
      return noSuchUnit(turn, unit, outcome.units);
    case 'no-name':
      return say(t('correct.noName', { words }));
    case 'taken':
      return say(t('correct.nameTaken', { words, unit: outcome.unit?.name ?? t('due.everyUnit') }));
    case 'named': {
      const { tasks } = outcome;
      const named = [{ text: t('correct.named', { words, unit: outcome.unit.name }) }];
      const numbers = tasks.map((number) => `#${number}`).join(', ');
      if (tasks.length > 0) named.push({ text: t('correct.foundUnit', { numbers }) });
      const open = await openPlanDraft(store, member, null, now);
      if (!open) return { lines: named };
      const shown = await showDraft(turn, open);
      return { ...shown, lines: [...named, { text: '' }, ...shown.lines] };
    }
  }
}

export async function correctedTask(turn: MemberTurn, task: Task, done: string): Promise<Answer> {
  const { store, member } = turn;
  const units = await store.offices.units(member.organizationId);
  const reports = await store.reports.ofTask(task.id);
  return { lines: [{ text: done }, ...taskDetailWords(task, units, reports, dayContext(turn))] };
}

/** Words that are no unit's may be a person's name: then it says of which unit that person is, and how to give it. */
async function notGiven(
  turn: MemberTurn,
  { number, leads, supports }: CommandOf<'assign'>,
  unknown: string[],
  units: Unit[],
): Promise<Answer> {
  const { store, member, t } = turn;
  const words = unknown.length > 0 ? unknown : [leads];
  const members = await store.offices.members(member.organizationId);
  const called = words.map((word) => ({ word, people: matchPeople(word, members) }));
  if (called.some(({ people }) => people.length === 0)) return noSuchUnit(turn, words.join('; '), units);
  const unitOf = (person: Member) => units.find(({ id }) => id === person.unitId)?.name;
  const lines = [t('correct.toUnitsOnly')];
  for (const person of called.flatMap(({ people }) => people)) {
    const unit = unitOf(person);
    const { name } = person;
    lines.push(unit ? t('correct.personOfUnit', { name, unit }) : t('correct.personOfNoUnit', { name }));
  }
  const placed = called.map(({ word, people }) => ({ word, units: [...new Set(people.map(unitOf))] }));
  if (placed.every((one) => one.units.length === 1 && one.units[0] !== undefined)) {
    const inUnits = (said: string) =>
      placed.reduce((left, one) => left.replace(one.word, one.units[0] ?? one.word), said);
    lines.push(
      supports === null
        ? t('correct.giveToUnit', { number, leads: inUnits(leads) })
        : t('correct.giveToUnits', { number, leads: inUnits(leads), supports: inUnits(supports) }),
    );
  }
  return say(...lines);
}

function noSuchUnit({ t }: MemberTurn, words: string, units: { name: string }[]): Answer {
  return say(t('bind.noSuchUnit', { words, units: units.map(({ name }) => name).join('; ') }));
}
