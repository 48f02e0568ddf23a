/** What a notice, /viec, /quahan, #12, the figures and a file say of a task in one minute is one and the same. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { overdueWords } from '../../../src/chat/words/list-words.ts';
import { noticeWords } from '../../../src/chat/words/notice-words.ts';
import { ownTasksWords } from '../../../src/chat/words/own-tasks-words.ts';
import { reportSheetWords } from '../../../src/chat/words/report-sheet-words.ts';
import { taskDetailWords } from '../../../src/chat/words/task-detail-words.ts';
import { addDays, instantAt, writtenDay } from '../../../src/domain/day.ts';
import type { Member } from '../../../src/domain/member.ts';
import { openDates } from '../../../src/domain/open-dates.ts';
import { may } from '../../../src/domain/permissions.ts';
import { stateOf } from '../../../src/domain/progress.ts';
import type { Occurrence, Task } from '../../../src/domain/task.ts';
import { officeProgress } from '../../../src/services/figures/show-progress.ts';
import type { OfficeBoard } from '../../../src/services/office/office-board.ts';
import { defaultRules } from '../../../src/services/office/office-rules.ts';
import type { Line } from '../../../src/services/ports/messenger.ts';
import { aMember, anOccurrence, anOffice, aTask, aUnit } from '../../support/builders.ts';
import { type Colour, readDates, readLine, type Said } from '../../support/read-line.ts';
import { onDay, textsOf } from './on-day.ts';

const units = ['Phòng Văn hóa - Xã hội', 'Phòng Kinh tế', 'Văn phòng'].map((name) => aUnit({ name }));
const office = anOffice();
const readers: Member[] = [
  ...units.map(({ id, name }) => aMember({ name: `Cán bộ ${name}`, unitId: id })),
  aMember({ name: 'Lương Quốc Việt', unitId: units[0]?.id ?? 0, unitHead: true }),
  aMember({ name: 'Tô Thị Hạnh', unitId: units[1]?.id ?? 0, role: 'clerk' }),
  aMember({ name: 'Đinh Văn Thái', role: 'leader' }),
];

const START = '2026-10-26';
const someUnits = fc.subarray(
  units.map(({ id }) => id),
  { minLength: 1 },
);

/** Days of a task, counted from the start: one, every week, every month, every day. */
const days = fc.oneof(
  fc.integer({ min: 0, max: 90 }).map((day) => [day]),
  fc.integer({ min: 0, max: 6 }).map((day) => Array.from({ length: 12 }, (_, week) => day + 7 * week)),
  fc.integer({ min: 0, max: 29 }).map((day) => [day, day + 30, day + 61]),
  fc.integer({ min: 0, max: 60 }).map((day) => Array.from({ length: 16 }, (_, at) => day + at)),
);

/** What has become of a date: open, reported by some who owe it or by all, over before the plan, or extended. */
const fate = fc.oneof(
  { weight: 4, arbitrary: fc.constant('open' as const) },
  fc.constantFrom('partly', 'reported', 'past', 'extended'),
);

const someTask = fc
  .record({
    leads: someUnits,
    supports: someUnits,
    days,
    fates: fc.array(fate, { minLength: 16, maxLength: 16 }),
  })
  .map(({ leads, supports, days: onDays, fates }): Omit<Task, 'id' | 'number'> => {
    const occurrences = onDays.map((day, at) =>
      occurrenceOf(addDays(START, day), fates[at] ?? 'open', leads),
    );
    const given = (ids: number[]) => units.filter(({ id }) => ids.includes(id));
    return aTask({ title: 'Báo cáo', leads: given(leads), supports: given(supports), occurrences });
  });

function occurrenceOf(lastDay: string, is: string, leads: number[]): Occurrence {
  if (is === 'partly') return anOccurrence({ lastDay, reportedBy: leads.slice(1) });
  if (is === 'reported') return anOccurrence({ lastDay, state: 'reported', reportedOn: lastDay });
  if (is === 'past') return anOccurrence({ lastDay, state: 'past' });
  if (is === 'extended') return anOccurrence({ lastDay: addDays(lastDay, 10), originalDay: lastDay });
  return anOccurrence({ lastDay });
}

const someOffice = fc.record({
  tasks: fc
    .array(someTask, { minLength: 1, maxLength: 6 })
    .map((tasks) => tasks.map((task, at): Task => ({ ...task, id: at + 1, number: at + 1 }))),
  today: fc.integer({ min: 0, max: 95 }).map((day) => addDays(START, day)),
  /** Which of the dates are news. */
  chosen: fc.integer({ min: 0, max: 5 }),
});

/** Whose reports a reader is told of, and a date's: said here once more, apart from the code. */
function isOwed(task: Task, { state, kind, reportedBy }: Occurrence, unitId: number | null): boolean {
  if (state !== 'open' || kind !== 'due') return false;
  const owing = task.leads.flatMap((lead) => lead.unitId ?? []).filter((id) => !reportedBy.includes(id));
  return unitId === null ? true : owing.includes(unitId);
}

function partOf({ role, unitId }: Member, task: Task): number | null {
  return role === 'officer' && task.leads.some((lead) => lead.unitId === unitId) ? unitId : null;
}

/** What must stand under red: as it is read back from a line. */
function red(task: Task, unitId: number | null, today: string): Pick<Said, 'dates' | 'days'> | null {
  const late = task.occurrences
    .filter((one) => isOwed(task, one, unitId) && one.lastDay < today)
    .map(({ lastDay }) => lastDay);
  const [oldest, latest] = [late[0], late.at(-1)];
  if (oldest === undefined || latest === undefined) return null;
  return {
    dates: late.length > 10 ? [oldest, latest] : late,
    days: (Date.parse(today) - Date.parse(oldest)) / 86_400_000,
  };
}

const COLOURS: [RegExp, Colour][] = [
  [/^🔴/, 'red'],
  [/^🟠/, 'orange'],
  [/^(?:🟢|🗓)/u, 'green'],
];

/** The lines of tasks, each under the colour of its heading. */
function read(lines: Line[], today: string): Said[] {
  let colour: Colour | null = null;
  return textsOf(lines).flatMap((text) => {
    if (text.startsWith('#') && colour) return [readLine(text.replace(/ \(phối hợp\)$/, ''), colour, today)];
    colour = COLOURS.find(([sign]) => sign.test(text))?.[1] ?? colour;
    return [];
  });
}

function redIn(said: Said[], { number }: Task): Pick<Said, 'dates' | 'days'> | null {
  const lines = said.filter((one) => one.number === number && one.colour === 'red');
  expect(lines.length).toBeLessThan(2);
  const [line] = lines;
  return line ? { dates: line.dates, days: line.days } : null;
}

interface Minute {
  board: OfficeBoard;
  today: string;
  member: Member;
  /** /viec */
  mine: Said[];
}

function minuteOf(tasks: Task[], today: string, member: Member): Minute {
  const board = { office, units, members: [], tasks, notes: [] };
  return { board, today, member, mine: read(ownTasksWords(board, member, onDay(today)), today) };
}

function lists({ mine, member }: Minute, { number }: Task): boolean {
  return member.role === 'leader' || mine.some((said) => said.number === number);
}

function listsAgree({ board, today, member, mine }: Minute): void {
  const seen = may(member, 'see-office') ? null : member;
  const overdue = read(overdueWords(board, seen, onDay(today)), today);
  for (const task of board.tasks) {
    const expected = red(task, partOf(member, task), today);
    if (mine.some(({ number }) => number === task.number)) expect(redIn(mine, task)).toEqual(expected);
    else if (member.role === 'leader') expect(expected).toBeNull();
    expect(redIn(overdue, task)).toEqual(red(task, seen === null ? null : (seen.unitId ?? 0), today));
  }
}

function detailAgrees({ today, member }: Minute, task: Task): void {
  const part = partOf(member, task);
  const expected = red(task, part, today);
  const detail = textsOf(taskDetailWords(task, units, [], onDay(today), part));
  const standing = detail.find((text) => text.startsWith('🔴'))?.slice('🔴 '.length);
  if (standing !== undefined) expect(readDates(standing, 'red', today)).toEqual(expected);
  else if (expected) expect(detail.join('\n')).toContain(`quá hạn ${expected.days} ngày`);
}

function noticeAgrees(minute: Minute, task: Task, chosen: number): void {
  const { today, member, mine } = minute;
  const part = partOf(member, task);
  const owed = task.occurrences.filter((one) => isOwed(task, one, part));
  const [first, ...others] = owed.filter((_one, at) => (at + chosen) % 6 < 2);
  if (!first) return;
  const items = [{ task, unitId: part, news: [first, ...others] satisfies [Occurrence, ...Occurrence[]] }];
  const words = noticeWords(
    { office, units, members: [], member, items },
    instantAt(today, '07:45'),
    defaultRules,
  );
  const notice = read(words.lines, today);
  expect(redIn(notice, task)).toEqual(red(task, part, today));
  const orange = (said: Said[]) =>
    said.find(({ number, colour }) => number === task.number && colour === 'orange')?.days;
  // To a leader nothing but what is overdue is escalated.
  if (member.role === 'leader') {
    expect(notice.map(({ colour }) => colour)).not.toContain('orange');
    return;
  }
  if (lists(minute, task)) expect(orange(notice)).toEqual(orange(mine));
  const coming = [first, ...others].filter(({ lastDay }) => lastDay >= today);
  const told = notice.filter(({ colour }) => colour !== 'red').flatMap(({ dates }) => dates);
  // More than five are not named one by one.
  if (told.length < 5) expect(told).toEqual(expect.arrayContaining(coming.map(({ lastDay }) => lastDay)));
}

test('every list and notice of one minute names the same overdue dates, and nothing else under red', () => {
  fc.assert(
    fc.property(someOffice, ({ tasks, today, chosen }) => {
      for (const member of readers) {
        const minute = minuteOf(tasks, today, member);
        listsAgree(minute);
        for (const task of tasks) {
          detailAgrees(minute, task);
          noticeAgrees(minute, task, chosen);
        }
      }
    }),
  );
});

test('the figures and the files count what the lists show, by the dates of the plan', () => {
  fc.assert(
    fc.property(someOffice, ({ tasks, today }) => {
      const at = onDay(today);
      const board = { office, units, members: [], tasks, notes: [] };
      const planned = tasks.map((task) => ({
        ...task,
        occurrences: task.occurrences.map((one) => ({ ...one, lastDay: one.originalDay ?? one.lastDay })),
      }));
      const late = (unitId: number | null) =>
        planned.filter((task) => red(task, unitId, today) !== null).length;
      const view = officeProgress(board, at);
      expect(view.progress.notDoneOverdue).toBe(late(null));
      const lateOf = (id: number) => view.byUnit.find(({ unit }) => unit.id === id)?.progress.notDoneOverdue;
      for (const { id } of units) expect(lateOf(id)).toBe(late(id));

      const rows = tasks.map((task) => ({
        task,
        state: stateOf(task, null, at),
        open: openDates(task, null, at),
        reports: [],
      }));
      const sheet = reportSheetWords({ board, view, period: null, tasks: rows }, at, {
        now: new Date(0),
        alarmAt: '07:45',
      });
      expect(sheet.shares.overdue).toBe(late(null));
      const cells = sheet.table.lines.flatMap((line) => (line.kind === 'row' ? [line.cells] : []));
      for (const task of tasks) {
        const [next] = task.occurrences
          .filter((one) => isOwed(task, one, null))
          .map(({ lastDay }) => lastDay);
        const row = cells.find(([number]) => number === `#${task.number}`);
        expect(row?.[5]).toBe(next === undefined ? '' : writtenDay(next));
      }
    }),
  );
});
