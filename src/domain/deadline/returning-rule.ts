/** Days, dates and months that return: what a mention and the clause's rhythm say together. */
import { dayOf } from '../day.ts';
import type { Source } from './clause.ts';
import type { Frequency } from './deadline.ts';
import type { MonthSlot } from './lexeme.ts';
import type { MentionGroup } from './mention.ts';
import { resolveStretch } from './period-rule.ts';
import type { Draft } from './reading.ts';
import { dayOfPeriod, inMonths, onDates, onWeekdays, type Strictness } from './recurring-rule.ts';

/** What the clause says about returning, for one group. */
export interface Returning {
  frequency: Frequency | null;
  slot: MonthSlot | null;
  /** Months named beside a bare day ("ngày 15 các tháng 3, 6, 9, 12"). */
  months: number[];
}

/** The rule that a group states together with a frequency or a slot; null when it names calendar days. */
export function ruleOf(source: Source, group: MentionGroup, returning: Returning): Draft | null {
  const [first] = group.mentions;
  const limit = { strictBefore: first.limit.markers.has('before'), time: first.limit.time };
  const { lexeme } = first;
  if (returning.slot?.once) return null;
  if (lexeme.kind === 'weekday') return onWeekdays(weekdaysOf(group), lexeme.position, limit);
  if (lexeme.kind === 'days') {
    const days = group.mentions.flatMap((mention) =>
      mention.lexeme.kind === 'days' ? mention.lexeme.days : [],
    );
    if (returning.months.length > 0) return inMonths(returning.months, days, limit);
    const rule = dayOfPeriod({ ...lexeme, days }, returning.slot, returning.frequency, limit);
    return rule && lexeme.lunar ? { ...rule, lunar: true } : rule;
  }
  if (!returning.frequency) return null;
  if (lexeme.kind === 'date') return datesRule(group, returning.frequency, limit);
  const isYearly = returning.frequency === 'yearly' || returning.frequency === 'semiannual';
  if (lexeme.kind === 'stretch' && isYearly) return monthsRule(source, group, limit);
  return null;
}

function weekdaysOf(group: MentionGroup): number[] {
  return group.mentions.flatMap(({ lexeme }) => (lexeme.kind === 'weekday' ? lexeme.weekdays : []));
}

function datesRule(group: MentionGroup, frequency: Frequency, limit: Strictness): Draft | null {
  const dates = group.mentions.flatMap((mention) =>
    mention.lexeme.kind === 'date' ? [mention.lexeme.date] : [],
  );
  const lunar = dates.every((date) => date.lunar);
  const open = dates.every(
    (date) => date.year === null && (lunar || (!date.lunar && isDayOfYear(date.day, date.month))),
  );
  const isHalfYearly = frequency === 'semiannual';
  if (!open || (frequency !== 'yearly' && !isHalfYearly && dates.length === 1)) return null;
  const rule = onDates(
    dates.map(({ day, month }) => ({ day, month })),
    limit,
  );
  const whole = lunar ? { ...rule, lunar } : rule;
  return dates[0]?.shift === 1 ? { ...whole, periodOffset: 1 } : whole;
}

/** 29/02 is one, as leap years have it. */
function isDayOfYear(day: number, month: number): boolean {
  return dayOf(2024, month, day) !== null;
}

function monthsRule(source: Source, group: MentionGroup, limit: Strictness): Draft | null {
  const stretches = group.mentions.flatMap(({ lexeme }) =>
    lexeme.kind === 'stretch' ? [lexeme.stretch] : [],
  );
  if (stretches.some((stretch) => stretch.year !== null || stretch.unit === 'year')) return null;
  if (stretches.every(({ lunar }) => lunar)) {
    const written = stretches.flatMap(({ months }) =>
      months.map(({ first, last }) => (limit.strictBefore ? first : last)),
    );
    return { ...inMonths(written, limit.strictBefore ? [1] : null, limit), lunar: true };
  }
  const days = stretches.flatMap((stretch) => resolveStretch(stretch, source.planYear));
  const months = days.map((stretch) =>
    Number((limit.strictBefore ? stretch.firstDay : stretch.lastDay).slice(5, 7)),
  );
  return inMonths(months, limit.strictBefore ? [1] : null, limit);
}
