import { writtenDay } from '../../domain/day.ts';
import { openDates, unitsOwingAny } from '../../domain/open-dates.ts';
import type { PeriodFound } from '../../domain/period-asked.ts';
import { leadUnitIds, type Occurrence, type Task, unitsOwing } from '../../domain/task.ts';
import type { OfficeBoard } from '../../services/office/office-board.ts';
import type { Line } from '../../services/ports/messenger.ts';
import type { DayContext } from './due-words.ts';
import { byUrgency, type Entry, shortened } from './list-words.ts';
import { owingNames, taskLine } from './task-words.ts';

/**
 * "Tuần này có gì đến hạn": what is due in a period and not done, then how much of it is.
 *
 * @param unitId whose work it is about; null: the whole office's
 */
export function periodTasksWords(
  { tasks, units }: OfficeBoard,
  unitId: number | null,
  { words, period: { from, to } }: PeriodFound,
  context: DayContext,
): Line[] {
  const { t } = context;
  const named = { words, from: writtenDay(from), to: writtenDay(to) };
  const within = tasks
    .filter((task) => unitId === null || leadUnitIds(task).includes(unitId))
    .map((task) => ({ task, dates: task.occurrences.filter((one) => isDueWithin(one, from, to)) }))
    .filter(({ dates }) => dates.length > 0);
  if (within.length === 0) return [{ text: t('period.none', named) }];
  const isOwed = (task: Task, one: Occurrence) =>
    one.state === 'open' && (unitId === null || unitsOwing(task, one).includes(unitId));
  const open = within
    .map(
      ({ task, dates }): Entry => ({ task, group: 'week', dates: dates.filter((one) => isOwed(task, one)) }),
    )
    .filter(({ dates }) => dates.length > 0)
    .toSorted(byUrgency);
  const done = within
    .filter(({ task }) => open.every((one) => one.task !== task))
    .map(({ task }) => `#${task.number}`);
  const lines = open.map(({ task, dates }): Line => {
    const owing = unitId === null ? owingNames(task, unitsOwingAny(task, dates), units, t) : '';
    return { text: taskLine(task, dates, owing, context) };
  });
  return [
    { text: t('period.heading', { ...named, count: open.length }), style: 'heading' },
    ...shortened(lines, context),
    ...(done.length > 0
      ? [{ text: t('period.done', { count: done.length, numbers: done.join(', ') }) }]
      : []),
  ];
}

function isDueWithin({ kind, lastDay, state }: Occurrence, from: string, to: string): boolean {
  return kind === 'due' && state !== 'past' && lastDay >= from && lastDay <= to;
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
