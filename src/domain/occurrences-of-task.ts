import type { WorkingCalendar } from './calendar/working-calendar.ts';
import { addDays, clampedDayOf, type Day, monthOf, yearOf } from './day.ts';
import type { Deadline, MultipleDeadline, RelativeDeadline } from './deadline/deadline.ts';
import { occurrencesOf } from './deadline/occurrences.ts';
import { monthlyAskOn, type StageSettings } from './reminder-stages.ts';
import type { OccurrenceDates, OccurrenceKind } from './task.ts';

/** How far ahead the dates of a recurring task are laid out. */
export const HORIZON_DAYS = 62;

const ALWAYS = { from: '1900-01-01', to: '2999-12-31' };

export interface OccurrenceContext {
  /** The day the plan came in. Rules start from here; single dates before it are laid out too, as past. */
  trackedFrom: Day;
  today: Day;
  settings: StageSettings;
  calendar: WorkingCalendar;
  /** Of a rule, only what has come into sight since that day. */
  since?: Day;
}

/**
 * The due dates of a task as far as the office needs to see them now; the same day by day, only further.
 *
 * A rule ("hằng tháng") goes on until the plan is replaced: reminders that silently stop at New Year are a known
 * complaint about other tools. A triggered task (relative) has none until somebody says that its event has happened.
 */
export function occurrencesOfTask(deadline: Deadline, context: OccurrenceContext): OccurrenceDates[] {
  const byKey = new Map<string, OccurrenceDates>();
  for (const occurrence of simpleDeadlines(deadline).flatMap((part) => occurrencesOfPart(part, context))) {
    byKey.set(occurrence.key, occurrence);
  }
  return [...byKey.values()].toSorted((a, b) => (a.lastDay < b.lastDay ? -1 : 1));
}

/**
 * The date that a result told on a day speaks of, where no laid out date does: the last one of a rule, or the month's
 * question to a task without dates.
 */
export function dateToldOn(day: Day, deadline: Deadline, calendar: WorkingCalendar): OccurrenceDates {
  const window = { from: clampedDayOf(yearOf(day) - 1, monthOf(day), 1), to: day };
  const last = simpleDeadlines(deadline)
    .flatMap((part) => dueDates(part, window, calendar))
    .toSorted((a, b) => (a.lastDay < b.lastDay ? -1 : 1))
    .at(-1);
  return last ?? monthlyAsk(deadline.kind === 'continuous' ? 'word' : 'guidance', day.slice(0, 7));
}

type SimpleDeadline = Exclude<Deadline, MultipleDeadline>;

function simpleDeadlines(deadline: Deadline): SimpleDeadline[] {
  if (deadline.kind !== 'multiple') return [deadline];
  // Beside a date, "hoặc khi có yêu cầu" adds nothing to wait for.
  const dated = deadline.parts.filter((part) => part.kind !== 'external' && part.kind !== 'none');
  return dated.length > 0 ? dated : deadline.parts;
}

function occurrencesOfPart(deadline: SimpleDeadline, context: OccurrenceContext): OccurrenceDates[] {
  const { trackedFrom, today, since } = context;
  switch (deadline.kind) {
    case 'date':
    case 'period': {
      const dates = dueDates(deadline, ALWAYS, context.calendar);
      return dates.length > 0 ? dates : monthlyAsks('guidance', context);
    }
    case 'recurring': {
      const seen = since === undefined ? trackedFrom : addDays(since, HORIZON_DAYS + 1);
      const from = seen > trackedFrom ? seen : trackedFrom;
      return dueDates(deadline, { from, to: addDays(today, HORIZON_DAYS) }, context.calendar);
    }
    case 'continuous':
      return monthlyAsks('word', context);
    case 'external':
    case 'none':
      return monthlyAsks('guidance', context);
    case 'relative':
      return (deadline.startedOn ?? []).map((day) => dateFrom(day, deadline, context.calendar));
  }
}

/** The last day counted from an event, which does not count itself. */
export function dayFrom(event: Day, { offset }: RelativeDeadline, calendar: WorkingCalendar): Day {
  const sign = offset.direction === 'before' ? -1 : 1;
  const count = (perDay: number) => sign * Math.ceil(offset.n / perDay);
  switch (offset.unit) {
    case 'working_day':
      return calendar.addWorkingDays(event, count(1));
    case 'working_hour':
      return calendar.addWorkingDays(event, count(WORKING_HOURS));
    case 'hour':
      return addDays(event, count(24));
    case 'day':
      return addDays(event, count(1));
    case 'week':
      return addDays(event, 7 * count(1));
    case 'month': {
      const month = 12 * yearOf(event) + monthOf(event) - 1 + count(1);
      return clampedDayOf(Math.floor(month / 12), (month % 12) + 1, Number(event.slice(8)));
    }
  }
}

/** Of a day at work. */
const WORKING_HOURS = 8;

function dateFrom(event: Day, deadline: RelativeDeadline, calendar: WorkingCalendar): OccurrenceDates {
  const lastDay = dayFrom(event, deadline, calendar);
  return {
    key: `start ${event}`,
    kind: 'due',
    firstDay: event,
    statedDay: lastDay,
    lastDay,
    time: null,
    strictBefore: false,
  };
}

function dueDates(
  deadline: SimpleDeadline,
  window: { from: Day; to: Day },
  calendar: WorkingCalendar,
): OccurrenceDates[] {
  const isWorkingDay = (day: Day) => calendar.isWorkingDay(day);
  return occurrencesOf(deadline, window, isWorkingDay).map((date) => ({
    ...date,
    kind: 'due',
    key: date.time === null ? date.lastDay : `${date.lastDay} ${date.time}`,
  }));
}

/** One a month, from the month in which the plan came in (if its question is still to come) to the present month. */
function monthlyAsks(
  kind: Extract<OccurrenceKind, 'word' | 'guidance'>,
  context: OccurrenceContext,
): OccurrenceDates[] {
  const { trackedFrom, today, settings, calendar, since } = context;
  const asks: OccurrenceDates[] = [];
  const first = trackedFrom.slice(0, 7);
  const unseen = since === undefined ? first : monthAfter(since.slice(0, 7));
  for (let month = unseen > first ? unseen : first; month <= today.slice(0, 7); month = monthAfter(month)) {
    if (monthlyAskOn(month, settings, calendar) < trackedFrom) continue;
    asks.push(monthlyAsk(kind, month));
  }
  return asks;
}

function monthlyAsk(kind: Extract<OccurrenceKind, 'word' | 'guidance'>, month: string): OccurrenceDates {
  const day = clampedDayOf(yearOf(month), monthOf(month), 31);
  return {
    key: `${kind} ${month}`,
    kind,
    firstDay: null,
    statedDay: day,
    lastDay: day,
    time: null,
    strictBefore: false,
  };
}

function monthAfter(month: string): string {
  return addDays(clampedDayOf(yearOf(month), monthOf(month), 31), 1).slice(0, 7);
}
