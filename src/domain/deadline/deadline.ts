/**
 * What a plan's words say about when a task is due.
 *
 * `text` is always the words as given: a deadline that cannot be understood is kept and shown, never thrown away.
 * Days come in pairs: `lastDay` is the last day on which the work may be handed in, `statedDay` the day as
 * written. "Trước ngày 30/11" states 30/11 and allows 29/11.
 */
import type { Day } from '../day.ts';

export type Deadline =
  | DateDeadline
  | PeriodDeadline
  | RecurringDeadline
  | ContinuousDeadline
  | ExternalDeadline
  | RelativeDeadline
  | MultipleDeadline
  | NoDeadline;

export type DeadlineKind = Deadline['kind'];

interface Words {
  /** The words as given. */
  text: string;
}

interface LastDay {
  /** The last day allowed; null when the calendar has no such day, or the text leaves it open. */
  lastDay: Day | null;
  /** The day as written. */
  statedDay: Day | null;
  /** True for "trước ngày …": the stated day itself is too late, unless a time of day is given. */
  strictBefore: boolean;
}

/** One day: "15/12/2025", "trước ngày 30/11", "chậm nhất 17h00 ngày 20/11". */
export interface DateDeadline extends Words, LastDay {
  kind: 'date';
  /** "17:00", or null when the whole day is allowed. */
  time: string | null;
  /** The text names a day that does not exist (31/02): `lastDay` is null and a person must decide. */
  invalidDate?: true;
  /** A softer day stated beside the limit ("dự kiến 05/12, chậm nhất 10/12"). */
  plannedDay?: Day;
  /** The feast the day hangs on, as named. */
  holiday?: string;
}

/** A stretch of days: "Trong quý IV năm 2025", "từ 01/12 đến 15/12". */
export interface PeriodDeadline extends Words, LastDay {
  kind: 'period';
  firstDay: Day | null;
  /** The bounds are customary rather than exact ("cuối năm", "đầu tháng 6"). */
  fuzzy?: true;
  /** Marked as planned only ("dự kiến"). */
  tentative?: true;
}

export type Frequency = 'daily' | 'weekly' | 'monthly' | 'quarterly' | 'semiannual' | 'yearly';

/** A rule that returns: "trước ngày 30 hằng tháng", "ngày 15 tháng cuối quý". */
export interface RecurringDeadline extends Words {
  kind: 'recurring';
  frequency: Frequency;
  strictBefore: boolean;
  time: string | null;
  /** Day of the month as written; -1 is the month's last day. Absent: the end of each period. */
  day?: number;
  /** Several days of the month ("ngày 10 và 25 hằng tháng"). */
  days?: number[];
  /** Month of the year, 1-12. */
  month?: number;
  months?: number[];
  /** Month within the quarter, 1-3. */
  monthInQuarter?: number;
  /** 1: the day falls in the month (quarter) after the one reported on ("ngày 05 của tháng sau"). */
  periodOffset?: number;
  /** ISO weekday, 1 is Monday. */
  weekday?: number;
  /** The first (1) or last (-1) such weekday of the month. */
  weekdayPosition?: 1 | -1;
  /** The rule counts working days ("ngày làm việc cuối cùng hằng tháng"). */
  workingDay?: true;
  /** What else the text makes it hang on ("trừ trường hợp …"). */
  condition?: string;
}

/** "Thường xuyên": no date; the office asks for a word once a month. */
export interface ContinuousDeadline extends Words {
  kind: 'continuous';
  window?: { firstDay: Day; lastDay: Day };
}

/** Waits for somebody else: "Theo quy định của UBND tỉnh". */
export interface ExternalDeadline extends Words {
  kind: 'external';
  /** What it waits for. */
  condition: string;
  window?: { firstDay: Day; lastDay: Day };
}

/** Counts from an event: "02 ngày làm việc từ khi văn bản được ban hành". */
export interface RelativeDeadline extends Words {
  kind: 'relative';
  offset: {
    n: number;
    unit: 'working_day' | 'day' | 'hour' | 'working_hour' | 'week' | 'month';
    direction: 'after' | 'before';
    event: string;
  };
  condition: string;
}

/** Several deadlines in one text; each part carries its own words. */
export interface MultipleDeadline extends Words {
  kind: 'multiple';
  parts: Exclude<Deadline, MultipleDeadline>[];
}

/** No deadline in these words, and why. */
export interface NoDeadline extends Words {
  kind: 'none';
  reason: 'blank' | 'reference' | 'document_date' | 'ratio' | 'data_window' | 'status' | 'not_understood';
}
