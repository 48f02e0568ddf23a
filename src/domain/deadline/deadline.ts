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

export type SingleDeadline = Exclude<Deadline, MultipleDeadline>;

export type DeadlineKind = Deadline['kind'];

interface Words {
  /** The words as given. */
  text: string;
}

export interface Window {
  firstDay: Day;
  lastDay: Day;
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
  /** Marked as planned only ("dự kiến"). */
  tentative?: true;
  /** Written by the lunar calendar. */
  lunar?: true;
  /** The feast the day hangs on, with its day: "Tết Nguyên đán Bính Ngọ (17/02/2026)". */
  holiday?: string;
}

/** A stretch of days: "Trong quý IV năm 2025", "từ 01/12 đến 15/12". */
export interface PeriodDeadline extends Words, LastDay {
  kind: 'period';
  firstDay: Day | null;
  /** "17:00" where its last day ends then; absent when the whole day is allowed. */
  time?: string;
  /** The bounds are customary rather than exact ("cuối năm", "đầu tháng 6"). */
  fuzzy?: true;
  /** Marked as planned only ("dự kiến"). */
  tentative?: true;
  /** Written by the lunar calendar ("tháng Giêng"). */
  lunar?: true;
  /** Only a beginning is stated ("từ ngày 01/7/2026 trở đi"): `lastDay` is null. */
  openEnded?: true;
  /** The busy part of it ("cao điểm từ 15/11 đến 15/12"). */
  peak?: Window;
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
  /** Several dates of the year with days of their own ("trước 10/6 và 05/12 hằng năm"). */
  dates?: { day: number; month: number }[];
  /** Month within the quarter, 1-3. */
  monthInQuarter?: number;
  /** 1: the day falls in the month (quarter) after the one reported on ("ngày 05 của tháng sau"). */
  periodOffset?: number;
  /** ISO weekday, 1 is Monday. */
  weekday?: number;
  /** Several days of the week ("thứ Ba và thứ Sáu hằng tuần"). */
  weekdays?: number[];
  /** Which such weekday of the month, the first is 1 and the last -1; needs a monthly rule. */
  weekdayPosition?: number;
  /** The rule counts working days ("ngày làm việc cuối cùng hằng tháng"). */
  workingDay?: true;
  /** Days and months are of the lunar calendar ("ngày 15 âm lịch hằng tháng"). */
  lunar?: true;
  /** The rule begins or ends with these days ("hằng tháng, từ tháng 6"). */
  since?: Day;
  until?: Day;
  /** What else the text makes it hang on ("trừ trường hợp …"). */
  condition?: string;
}

/** "Thường xuyên": no date; the office asks for a word once a month. */
export interface ContinuousDeadline extends Words {
  kind: 'continuous';
  window?: Window;
  /** The busy part of it ("cao điểm tháng 6"). */
  peak?: Window;
}

/** Waits for somebody else: "Theo quy định của UBND tỉnh". */
export interface ExternalDeadline extends Words {
  kind: 'external';
  /** What it waits for. */
  condition: string;
  /** A bound stated beside it ("khi được kiểm tra trong năm 2025"). */
  window?: Window;
}

/** Counts from an event: "02 ngày làm việc từ khi văn bản được ban hành". */
export interface RelativeDeadline extends Words {
  kind: 'relative';
  offset: {
    n: number;
    unit: 'working_day' | 'day' | 'hour' | 'working_hour' | 'week' | 'month';
    direction: 'after' | 'before';
    /** Empty when the text names none ("trong vòng 05 ngày làm việc"). */
    event: string;
  };
  condition: string;
  /** The offset bounds the beginning, not the end ("sớm nhất trước 1 tuần"). */
  earliest?: true;
  /** The days on which the event has happened, as somebody has said. No plan says it. */
  startedOn?: Day[];
}

/** Several deadlines in one text; each part carries its own words. */
export interface MultipleDeadline extends Words {
  kind: 'multiple';
  parts: SingleDeadline[];
}

/** No deadline in these words, and why. */
export interface NoDeadline extends Words {
  kind: 'none';
  reason: 'blank' | 'reference' | 'document_date' | 'ratio' | 'data_window' | 'status' | 'not_understood';
}
