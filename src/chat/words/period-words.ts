import { writtenDay } from '../../domain/day.ts';
import { remindedIn } from '../../domain/in-charge.ts';
import type { Member } from '../../domain/member.ts';
import { datesTogether, openDates, partToldTo, unitsOwingAny } from '../../domain/open-dates.ts';
import type { PeriodFound } from '../../domain/period-asked.ts';
import { isOnTask } from '../../domain/permissions.ts';
import { isAbout, partMeant, type Subject, subjectName } from '../../domain/subject.ts';
import { isSettled, leadUnitIds, type Occurrence, type Task, unitsOwing } from '../../domain/task.ts';
import type { OfficeBoard } from '../../services/office/office-board.ts';
import type { Line } from '../../services/ports/messenger.ts';
import type { DayContext } from './due-words.ts';
import { byUrgency, type Entry, entriesOf, groupedLines, isHelping, shortened } from './list-words.ts';
import { assignedNames, othersNamed, owingNames, taskLine } from './task-words.ts';

/** "Tuần này có gì đến hạn": what is due in a period and not done, then how much of it is. */
export function periodTasksWords(
  board: OfficeBoard,
  subject: Subject,
  { words, period: { from, to } }: PeriodFound,
  context: DayContext,
): Line[] {
  const { t } = context;
  const named = { words, from: writtenDay(from), to: writtenDay(to) };
  const within = board.tasks
    .filter((task) => isAbout(subject, task, board.members))
    .map((task) => ({ task, dates: task.occurrences.filter((one) => isDueWithin(one, from, to)) }))
    .filter(({ dates }) => dates.length > 0);
  const of = subjectName(subject);
  const heading = of === '' ? '' : `${of}: `;
  if (within.length === 0) return [{ text: heading + t('period.none', named) }];
  const isOwed = (task: Task, one: Occurrence) => {
    const part = partMeant(subject, task);
    return one.state === 'open' && (part === null || unitsOwing(task, one).includes(part));
  };
  const open = within
    .map(
      ({ task, dates }): Entry => ({ task, group: 'week', dates: dates.filter((one) => isOwed(task, one)) }),
    )
    .filter(({ dates }) => dates.length > 0)
    .toSorted(byUrgency);
  const done = within
    .filter(({ task }) => open.every((one) => one.task !== task))
    .map(({ task }) => `#${task.number}`);
  const lines = open.map((entry): Line => ({ text: lineOf(entry, board, subject, context) }));
  return [
    { text: heading + t('period.heading', { ...named, count: open.length }), style: 'heading' },
    ...shortened(lines, context),
    ...(done.length > 0
      ? [{ text: t('period.done', { count: done.length, numbers: done.join(', ') }) }]
      : []),
  ];
}

/**
 * "Hôm nay có việc gì": of what the member's unit leads or supports, what is due in the period; and where today is in it,
 * also what is overdue.
 */
export function ownPeriodWords(
  board: OfficeBoard,
  member: Member,
  { words, period: { from, to } }: PeriodFound,
  context: DayContext,
): Line[] {
  const { t, today } = context;
  const isNow = from <= today && today <= to;
  const own = board.tasks
    .filter((task) => isOnTask(member, task))
    .map((task) => {
      const { overdue, soon, later } = openDates(task, partToldTo(member, task), context);
      const within = task.occurrences.filter((one) => isDueWithin(one, from, to));
      const owed = [...overdue, ...soon, ...later];
      const due = owed.filter((one) => within.includes(one));
      return { task, within, due, late: isNow ? overdue.filter((one) => !within.includes(one)) : [] };
    });
  const entries = (dates: 'due' | 'late') =>
    own
      .map((one): Entry => ({ task: one.task, group: 'week', dates: one[dates] }))
      .filter((entry) => entry.dates.length > 0)
      .toSorted(byUrgency);
  const lines = (some: Entry[]) =>
    some.map(({ task, dates }): Line => {
      const line = taskLine(task, dates, othersNamed(task, member, board.members), context);
      return { text: isHelping(member, task) ? `${line} ${t('tasks.support')}` : line };
    });
  const named = { words, from: writtenDay(from), to: writtenDay(to) };
  const [due, late] = [entries('due'), entries('late')];
  const done = own
    .filter(({ within, task }) => within.length > 0 && due.every((one) => one.task !== task))
    .map(({ task }) => `#${task.number}`);
  const isNothing = due.length + done.length === 0;
  return [
    isNothing
      ? { text: t('period.none', named) }
      : { text: t('period.heading', { ...named, count: due.length }), style: 'heading' },
    ...shortened(lines(due), context),
    ...(done.length > 0
      ? [{ text: t('period.done', { count: done.length, numbers: done.join(', ') }) }]
      : []),
    ...(late.length > 0
      ? [
          { text: '' },
          { text: t('notice.overdue'), style: 'heading' as const },
          ...shortened(lines(late), context),
        ]
      : []),
  ];
}

/** "Việc của Lan", "phòng VHXH còn bao nhiêu việc chưa xong": how many, and which. */
export function openTasksWords(board: OfficeBoard, subject: Subject, context: DayContext): Line[] {
  const { t } = context;
  const name = subjectName(subject) || board.office.name;
  const theirs = board.tasks.filter((task) => isAbout(subject, task, board.members));
  const entries = theirs
    .flatMap((task) => entriesOf(task, partMeant(subject, task), context))
    .filter(({ group, task }) => group !== 'undated' || isWithoutDate(task));
  const count = new Set(entries.map(({ task }) => task)).size;
  if (count === 0) return [{ text: t('tasks.noneOf', { name }) }];
  const overdue = new Set(entries.filter(({ group }) => group === 'overdue').map(({ task }) => task)).size;
  return [
    { text: t('tasks.openOf', { name, count, overdue }), style: 'heading' },
    ...groupedLines(entries, (entry) => lineOf(entry, board, subject, context), context),
  ];
}

/** It never had a date, and nobody has said that it is done. */
function isWithoutDate(task: Task): boolean {
  return !task.occurrences.some(({ kind }) => kind === 'due') && !isSettled(task);
}

/** With who owes it, where it may be several. */
function lineOf({ task, dates }: Entry, board: OfficeBoard, subject: Subject, context: DayContext): string {
  const { units, members } = board;
  const isKnown = subject.unit !== null || subject.person !== null;
  const owing = isKnown ? '' : owingNames(task, unitsOwingAny(task, dates), units, context.t, members);
  return taskLine(task, dates, owing, context);
}

function isDueWithin({ kind, lastDay, state }: Occurrence, from: string, to: string): boolean {
  return kind === 'due' && state !== 'past' && lastDay >= from && lastDay <= to;
}

/** "Ai chưa báo cáo việc 6": who owes it for the dates that are next, and who has reported them. */
export function owingOfTaskWords(task: Task, { units, members }: OfficeBoard, context: DayContext): Line[] {
  const { t } = context;
  const [next] = datesTogether(openDates(task, null, context));
  const heading: Line = { text: taskLine(task, next?.dates ?? [], '', context), style: 'heading' };
  if (next === undefined) return [heading, { text: t('owing.nobody') }];
  const owing = unitsOwingAny(task, next.dates);
  const names = (unitIds: readonly (number | null)[]) =>
    unitIds
      .map((unitId) => {
        const people = remindedIn(unitId, task, members, false).map(({ name }) => name);
        const unit = units.find(({ id }) => id === unitId)?.name;
        return [unit, people.length > 0 ? `(${people.join(', ')})` : ''].filter(Boolean).join(' ');
      })
      .join('; ');
  const reported = leadUnitIds(task).filter((id) => !owing.includes(id));
  return [
    heading,
    {
      text: t('owing.notYet', {
        names: owing.length > 0 ? names(owing) : assignedNames(task.leads, units, members),
      }),
    },
    ...(reported.length > 0 ? [{ text: t('owing.already', { names: names(reported) }) }] : []),
  ];
}

/** "Ai chưa báo cáo": each unit with what it owes, those who owe most first. */
export function owingByUnitWords({ tasks, units }: OfficeBoard, context: DayContext): Line[] {
  const { t, today } = context;
  const day = writtenDay(today);
  const owing = units
    .map((unit) => {
      const open = tasks
        .map((task) => ({ task, dates: openDates(task, unit.id, context) }))
        .filter(({ task }) => leadUnitIds(task).includes(unit.id));
      const overdue = open.filter(({ dates }) => dates.overdue.length > 0);
      return {
        unit,
        overdue: overdue.map(({ task }) => task.number),
        soon: open.filter(({ dates }) => dates.overdue.length === 0 && dates.soon.length > 0).length,
        daysLate: Math.max(0, ...overdue.map(({ dates }) => dates.daysLate)),
      };
    })
    .filter(({ overdue, soon }) => overdue.length + soon > 0)
    .toSorted((one, other) => other.overdue.length - one.overdue.length || other.daysLate - one.daysLate);
  if (owing.length === 0) return [{ text: t('owing.none', { day }) }];
  return [
    { text: t('owing.heading', { day }), style: 'heading' },
    ...owing.map(({ unit, overdue, soon, daysLate }): Line => {
      const late =
        overdue.length === 0
          ? ''
          : t('owing.overdue', {
              count: overdue.length,
              numbers: overdue.map((number) => `#${number}`).join(', '),
              days: daysLate,
            });
      const coming = soon === 0 ? '' : t('owing.soon', { count: soon });
      return { text: t('owing.unit', { unit: unit.name, owed: [late, coming].filter(Boolean).join('; ') }) };
    }),
    { text: t('owing.how'), style: 'quiet' },
  ];
}
