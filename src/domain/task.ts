import { type Day, monthOf } from './day.ts';
import type { Deadline } from './deadline/deadline.ts';

/** A task as the office sees it on one screen: who, by when, how far. */
export interface Task {
  id: number;
  /** The short number people type, #12; the same all year. */
  number: number;
  section: string;
  title: string;
  product: string | null;
  deadline: Deadline;
  /** The day the plan came in: what was over before it is not chased. */
  trackedFrom: Day;
  /** Chủ trì. A unit without id is words of the plan that nobody of the office was found for, or people of no unit. */
  leads: AssignedUnit[];
  /** Phối hợp. */
  supports: AssignedUnit[];
  /** In the order of their last days. */
  occurrences: Occurrence[];
  /** Of its plan. */
  year: number;
  /** The number of the task whose step this is: a part with a date, and perhaps a unit, of its own. */
  partOf: number | null;
  /** Its row, as the plan orders and numbers its rows: an amended plan may put a task of a high number between others. */
  row: { planId: number; no: string; position: number };
}

export interface AssignedUnit {
  unitId: number | null;
  /** As the plan writes it. */
  words: string;
  /**
   * The members whose it is by name. Without any it is the whole unit's. Where there is no unit, they belong to none and it
   * is theirs alone.
   */
  people?: number[];
}

/**
 * - `due`: a due date.
 * - `word`: the monthly question on a continuous task.
 * - `guidance`: the monthly question to the clerk whether a task has a date by now.
 */
export type OccurrenceKind = 'due' | 'word' | 'guidance';

/**
 * - `open`: somebody still owes a report.
 * - `reported`: every lead unit has reported.
 * - `waiting`: every lead unit has reported, and a report still waits to be accepted.
 * - `past`: was over before the plan came in. Shown, but nobody is chased for it.
 */
export type OccurrenceState = 'open' | 'waiting' | 'reported' | 'past';

/** What {@link occurrencesOfTask} computes, before anybody has done anything about it. */
export interface OccurrenceDates {
  /** Unique within the task. */
  key: string;
  kind: OccurrenceKind;
  firstDay: Day | null;
  /** The day as written. */
  statedDay: Day;
  /** The last day allowed. */
  lastDay: Day;
  /** "17:00" */
  time: string | null;
  strictBefore: boolean;
}

export interface Occurrence extends OccurrenceDates {
  id: number;
  state: OccurrenceState;
  reportedOn: Day | null;
  /** The last day before an extension moved it, by which statistics go; null while it stands as planned. */
  originalDay: Day | null;
  /** The lead units that have reported so far. */
  reportedBy: number[];
  /** Those of them whose report counts only once it is accepted. */
  waitingFor: number[];
}

/**
 * The date of the plan, by which people name an occurrence and figures are reported upward; an extension moves only the
 * reminders.
 */
export function plannedDay({ originalDay, lastDay }: Occurrence): Day {
  return originalDay ?? lastDay;
}

/**
 * The month by which people name a date of the task (1-12); null where the month has another one, as with a weekly
 * task: then only the day tells them apart.
 */
export function monthNaming(occurrence: Occurrence, task: Task): number | null {
  const month = plannedDay(occurrence).slice(0, 7);
  const inMonth = task.occurrences.filter((one) => one.kind === 'due' && plannedDay(one).startsWith(month));
  return inMonth.length > 1 ? null : monthOf(month);
}

/** Headings as the plan's reader joins them: "A. CHỈ SỐ > I. CÔNG TÁC CHỈ ĐẠO". */
export function headingsOf({ section }: Pick<Task, 'section'>): string[] {
  return section.split(' > ').filter((heading) => heading.trim() !== '');
}

/** The units that lead a task and are known to the office. */
export function leadUnitIds(task: Pick<Task, 'leads'>): number[] {
  return task.leads.flatMap(({ unitId }) => (unitId === null ? [] : [unitId]));
}

/** The members to whom a task is given by name, whether or not they are still there. */
export function peopleOn(assigned: AssignedUnit[]): number[] {
  return assigned.flatMap(({ people = [] }) => people);
}

/** Words of a plan that nobody of the office was found for. */
export function isUnknown({ unitId, people = [] }: AssignedUnit): boolean {
  return unitId === null && people.length === 0;
}

/** The lead units from which a report on this occurrence is still owed. */
export function unitsOwing(task: Task, occurrence: Occurrence): number[] {
  if (occurrence.state !== 'open') return [];
  return leadUnitIds(task).filter((unitId) => !occurrence.reportedBy.includes(unitId));
}

/** A task that never had a date and that somebody has reported as done. */
export function isSettled(task: Task): boolean {
  return task.occurrences.some(
    ({ kind, state }) => kind === 'guidance' && (state === 'reported' || state === 'waiting'),
  );
}

/** Open due dates, the most urgent first. */
export function openOccurrences(task: Task): Occurrence[] {
  return task.occurrences.filter(({ state }) => state === 'open');
}
