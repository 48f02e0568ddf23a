/** A deadline as the `deadline` command prints it. The field names are a public contract. */
import type { Day } from '../day.ts';
import type { Deadline, RecurringDeadline, RelativeDeadline, Window } from './deadline.ts';
import { occurrencesInYear } from './occurrences.ts';

export type JsonValue =
  | string
  | number
  | boolean
  | null
  | JsonValue[]
  | { [field: string]: JsonValue | undefined };
export type DeadlineJson = { kind: string; text: string; [field: string]: JsonValue | undefined };

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/** @param year the plan's year, for `occurrences_in_year`. */
export function deadlineJson(deadline: Deadline, year: number): DeadlineJson {
  const { kind, text } = deadline;
  switch (deadline.kind) {
    case 'date':
      return {
        kind,
        ...lastDays(deadline),
        time: deadline.time,
        invalid_date: deadline.invalidDate,
        planned: deadline.plannedDay,
        tentative: deadline.tentative,
        lunar: deadline.lunar,
        holiday: deadline.holiday,
        text,
      };
    case 'period':
      return {
        kind,
        start: deadline.firstDay,
        ...lastDays(deadline),
        time: deadline.time,
        fuzzy: deadline.fuzzy,
        tentative: deadline.tentative,
        lunar: deadline.lunar,
        open_ended: deadline.openEnded,
        peak: windowJson(deadline.peak),
        text,
      };
    case 'recurring':
      return { kind, ...recurringJson(deadline, year), text };
    case 'continuous':
      return { kind, window: windowJson(deadline.window), peak: windowJson(deadline.peak), text };
    case 'external':
      return { kind, condition: deadline.condition, window: windowJson(deadline.window), text };
    case 'relative':
      return {
        kind,
        offset: offsetJson(deadline.offset),
        condition: deadline.condition,
        bound: deadline.earliest && 'earliest',
        text,
      };
    case 'multiple':
      return {
        kind,
        parts: deadline.parts.map((part) => ({ phrase: part.text, ...deadlineJson(part, year) })),
        text,
      };
    case 'none':
      return { kind, reason: deadline.reason, text };
  }
}

function lastDays(limit: { lastDay: Day | null; statedDay: Day | null; strictBefore: boolean }) {
  return { due: limit.lastDay, due_inclusive: limit.statedDay, strict_before: limit.strictBefore };
}

function windowJson(window: Window | undefined): JsonValue | undefined {
  return window && { start: window.firstDay, due: window.lastDay };
}

function offsetJson({ n, unit, direction, event }: RelativeDeadline['offset']): JsonValue {
  return direction === 'after' ? { n, unit, after: event } : { n, unit, before: event };
}

function recurringJson(rule: RecurringDeadline, year: number) {
  const fields = {
    freq: rule.frequency,
    strict_before: rule.strictBefore,
    time: rule.time,
    ...daysOfMonthJson(rule),
    month_in_quarter: rule.monthInQuarter,
    period_offset: rule.periodOffset,
    weekday: rule.weekday === undefined ? undefined : WEEKDAYS[rule.weekday - 1],
    weekdays: rule.weekdays?.map((weekday) => WEEKDAYS[weekday - 1] ?? ''),
    weekday_iso: rule.weekday,
    weekday_pos: rule.weekdayPosition,
    lunar: rule.lunar,
    since: rule.since,
    until: rule.until,
    condition: rule.condition,
  };
  if (rule.workingDay) return { ...fields, working_day: true, calendar_dependent: true };
  const occurrences = occurrencesInYear({ ...rule }, year);
  const [only] = occurrences;
  return {
    ...fields,
    ...(rule.frequency === 'yearly' && only && occurrences.length === 1
      ? { due: only.lastDay, due_inclusive: only.statedDay }
      : {}),
    occurrences_in_year: occurrences.map(({ lastDay }) => lastDay),
    occurrences_inclusive: occurrences.map(({ statedDay }) => statedDay),
    occurrence_basis: basisOf(rule),
  };
}

function daysOfMonthJson(rule: RecurringDeadline) {
  if (rule.dates)
    return { days: rule.dates.map(({ day }) => day), months: rule.dates.map(({ month }) => month) };
  // "hằng năm" and no day: the last of the year
  if (basisOf(rule) === 'year_end') return { day: 31, month: 12 };
  return { day: rule.day, days: rule.days, month: rule.month, months: rule.months };
}

function basisOf(rule: RecurringDeadline): 'period_end' | 'year_end' | undefined {
  const written = rule.day ?? rule.days ?? rule.dates ?? rule.weekday ?? rule.weekdays;
  if (written !== undefined || rule.frequency === 'daily') return undefined;
  return rule.frequency === 'yearly' && rule.month === undefined && rule.months === undefined
    ? 'year_end'
    : 'period_end';
}
