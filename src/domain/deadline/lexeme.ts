/** The words of the deadline language: what the scanner makes of a run of tokens. */
import type { Frequency, RelativeDeadline } from './deadline.ts';
import type { Token } from './token.ts';

export type Lexeme = Extent & LexemeValue;

/** Token positions: `from` is the first, `to` the one after the last. */
export interface Extent {
  from: number;
  to: number;
}

export type LexemeValue =
  /** A word, number or mark that says nothing about time by itself. */
  | { kind: 'word' }
  /** Ends a sentence or a list item. */
  | { kind: 'break' }
  /** A document's number and date: never a deadline. */
  | { kind: 'citation' }
  /** "02/04 đơn vị". */
  | { kind: 'ratio' }
  | { kind: 'marker'; marker: Marker }
  | { kind: 'date'; date: WrittenDate }
  /** "…/…/2025": a form nobody filled in. */
  | { kind: 'blank-date' }
  | { kind: 'stretch'; stretch: Stretch }
  /** `words` are the tokens of each day. */
  | {
      kind: 'days';
      days: number[];
      workingDay: boolean;
      ordinal: boolean;
      lunar?: true;
      words?: Extent[];
    }
  | { kind: 'slot'; slot: MonthSlot }
  /** `position` counts such days of the month; -1 is the last. */
  | { kind: 'weekday'; weekdays: number[]; position: number | null }
  /** `frequency` null: "định kỳ" alone. `named`: only a report's name ("báo cáo quý") tells it. */
  | { kind: 'frequency'; frequency: Frequency | null; named: boolean }
  | { kind: 'duration'; n: number; unit: RelativeDeadline['offset']['unit'] }
  | { kind: 'time'; time: string }
  | { kind: 'feast'; feast: Feast; year: number | null }
  | { kind: 'continuous' }
  /** Words that make a task wait: "khi", "theo", "đột xuất". */
  | { kind: 'trigger'; strong: boolean };

/**
 * How a limit is put. before: the stated day is too late; until, latest: it is allowed; from: a beginning;
 * after: a beginning past the stated day; within: a stretch; planned: a soft date; peak: the busy part of a longer time.
 */
export type Marker = 'before' | 'until' | 'latest' | 'from' | 'after' | 'within' | 'planned' | 'peak';

/** A year as written; null when the text leaves it to the plan. `shift` 1 is "năm sau". */
export interface WrittenYear {
  year: number | null;
  shift: number;
}

export interface WrittenDate extends WrittenYear {
  day: number;
  month: number;
  lunar: boolean;
  /** The first day of "01-15/12/2025". */
  fromDay?: number;
}

export type StretchPart = 'start' | 'middle' | 'end' | 'first-half' | 'second-half';

/** Months of the year, both included. */
export interface MonthSpan {
  first: number;
  last: number;
  words?: Extent;
}

/** Whole months, quarters, half-years or years. */
export interface Stretch extends WrittenYear {
  unit: 'week' | 'week-of-year' | 'month' | 'quarter' | 'year';
  /** As written ("tháng 6, tháng 12" are two); `words` are the tokens of each. */
  months: MonthSpan[];
  /** The last year of "giai đoạn 2026-2030". */
  lastYear?: number;
  part?: StretchPart;
  /** Months of the lunar calendar. */
  lunar?: true;
  /** The 10 of "10 ngày đầu tháng 6"; without it a part is as long as custom has it. */
  days?: number;
  /** Week of the month, 1-5; -1 is the last. Of a year, 1-53 (ISO 8601). */
  week?: number;
  /** The 4 of "tuần 2 đến tuần 4 tháng 3". */
  lastWeek?: number;
}

/** A month told by its place: "tháng cuối quý", "tháng sau", "tháng báo cáo". */
export interface MonthSlot {
  frequency: Frequency | null;
  monthInQuarter?: number;
  month?: number;
  periodOffset?: number;
  /** The last month of whatever period is reported on. */
  periodEnd?: boolean;
  /** "tuần này", "tháng này", "tuần tới": one of them, told by the day of the paper. */
  once?: true;
}

export interface Feast {
  name: string;
  day: number;
  month: number;
  lunar: boolean;
}

/** What a reader found at a position; null when there is nothing of its kind. */
export type Reader = (tokens: readonly Token[], at: number) => (LexemeValue & { to: number }) | null;

export type FrequencyRead = LexemeValue & { kind: 'frequency'; to: number };
