/** What an office has and what its people say, as data: nothing here is worked out. */
import type { Day } from './calendar.ts';

export interface Person {
  name: string;
  unit: string | null;
  role: 'officer' | 'leader' | 'clerk';
  head: boolean;
}

/** What the words of a deadline mean; a day is the last on which the work is in time. */
export type When =
  | { is: 'date'; day: Day }
  /** A day that the month lacks is its last. */
  | { is: 'monthly'; day: number; before?: boolean }
  | { is: 'quarterly'; day: number }
  /** 1 is Monday. */
  | { is: 'weekly'; weekday: number }
  | { is: 'continuous' }
  | { is: 'waiting' }
  /** So many working days from an event. */
  | { is: 'triggered'; days: number };

export interface Row {
  title: string;
  /** As the plan writes it. */
  deadline: string;
  when: When;
  section: string;
  /** Units of the office; none: words of the plan that nobody was found for. */
  units: string[];
  /** Of them, whose it is by name. */
  people: string[];
  /** As the plan writes it. */
  lead: string;
}

/** A row of the amended plan; `was`: the number of the task that it is, null where it is new. */
export type AmendedRow = Row & { was: number | null };

/** What somebody says or taps, and what is meant by it. */
export type Act =
  | { act: 'report'; who: string; number: number; month?: number; words?: string }
  /** The button below the notice of that morning. */
  | { act: 'tap-done'; who: string; number: number }
  /** A report of one's own, at once or later. */
  | { act: 'undo-report' | 'withdraw'; who: string; number: number }
  | { act: 'return'; who: string; number: number }
  | { act: 'accept'; who: string; number: number }
  | { act: 'ask-time'; who: string; number: number; until: Day }
  | { act: 'answer-time'; who: string; number: number; grants: boolean }
  | { act: 'withdraw-time'; who: string; number: number }
  | { act: 'leave'; who: string; from: Day; to: Day; substitute: string }
  | { act: 'give'; who: string; number: number; to: string }
  | { act: 'goes'; who: string; person: string }
  | { act: 'start'; who: string; number: number; event: Day }
  | { act: 'add'; who: string; title: string; unit: string; due: Day }
  | { act: 'leave-out' | 'take-back'; who: string; number: number }
  | { act: 'set-date'; who: string; number: number; day: Day }
  /** So many days before a date one hears of it. */
  | { act: 'set-stages'; who: string; days: number[] };

/** One thing after the other, in a day. */
export interface Scene {
  day: Day;
  acts: Act[];
}
