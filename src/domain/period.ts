import type { Day } from './day.ts';

/** Both days belong to it. */
export interface Period {
  from: Day;
  to: Day;
}

export type WholeUnit = 'week' | 'month' | 'quarter' | 'year';
export type SpanUnit = WholeUnit | 'half' | 'nine-months';
export type Side = 'this' | 'last' | 'next';

/**
 * As words name it. Which days it has depends on the day on which it is said, and for a paper on when data are closed; it
 * may be one that there is not: "tháng 13", "31/2".
 */
export type PeriodAsked =
  /** The fourth quarter is 4; without a year whoever is asked decides which is meant. */
  | { unit: SpanUnit; which: number | Side; year: number | Side | null }
  /** "Tháng 9 đến tháng 11". */
  | { unit: 'months'; first: number; last: number; year: number | Side | null }
  /** "Thứ 6 tuần sau": Monday is 1; without a week the next that comes, today too. */
  | { unit: 'weekday'; weekday: number; week: Side | null }
  /** So many days from today. */
  | { unit: 'day'; ahead: number }
  /** "3 ngày tới", "2 tuần qua": up to that day or since, with today. */
  | { unit: 'ahead' | 'back'; count: number; of: 'day' | WholeUnit }
  /** "Từ đầu năm đến nay", "từ nay đến cuối tháng": with today. */
  | { unit: 'so-far' | 'rest'; of: WholeUnit }
  /** "1/10", "31/10/2026": as typed. */
  | { unit: 'dates'; from: string; to: string };
