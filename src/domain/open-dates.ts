import type { WorkingCalendar } from './calendar/working-calendar.ts';
import { type Day, daysBetween } from './day.ts';
import type { Member } from './member.ts';
import { ownPart } from './own-part.ts';
import { type Urgency, urgencyOf } from './reminder-stages.ts';
import { leadUnitIds, type Occurrence, openOccurrences, type Task, unitsOwing } from './task.ts';

/** The day on which one looks. */
export interface Moment {
  today: Day;
  calendar: WorkingCalendar;
}

/**
 * The due dates of a task for which a report is owed, as they stand on a day. Notices, lists and figures are all told
 * from this, so that they agree. Each part is in the order of the days.
 */
export interface OpenDates {
  overdue: Occurrence[];
  /** Today's, and those of the next days. */
  soon: Occurrence[];
  later: Occurrence[];
  /** The worst of them; null: nothing is owed. */
  urgency: Urgency | null;
  /** Calendar days since the oldest that is overdue; 0: none is. */
  daysLate: number;
}

/**
 * @param unitId the lead unit whose part of the work is looked at; null: everybody's
 * @param dayOf by which of its days a date is judged: the last day, which an extension moves, or the planned one
 */
export function openDates(
  task: Task,
  unitId: number | null,
  { today, calendar }: Moment,
  dayOf: (occurrence: Occurrence) => Day = ({ lastDay }) => lastDay,
): OpenDates {
  const open = openOccurrences(task)
    .filter((one) => one.kind === 'due' && isOwedBy(unitId, task, one))
    .toSorted((a, b) => (dayOf(a) < dayOf(b) ? -1 : 1));
  const those = (wanted: Urgency) => open.filter((one) => urgencyOf(dayOf(one), today, calendar) === wanted);
  const overdue = those('overdue');
  const [first] = open;
  const [oldest] = overdue;
  return {
    overdue,
    soon: those('due-soon'),
    later: those('in-time'),
    urgency: first ? urgencyOf(dayOf(first), today, calendar) : null,
    daysLate: oldest ? daysBetween(dayOf(oldest), today) : 0,
  };
}

/** The dates for which those in charge are pressed: all that are overdue, else the next. */
export function datesPressed(task: Task, unitId: number | null, moment: Moment): Occurrence[] {
  const { overdue, soon, later } = openDates(task, unitId, moment);
  return overdue.length > 0 ? overdue : [...soon, ...later].slice(0, 1);
}

/** Dates that are spoken of together, under the colour of the first. */
export interface DatesTogether {
  urgency: Urgency;
  dates: Occurrence[];
}

/**
 * What is overdue stands by itself: nothing that is still to come belongs under red. What comes is what is close, and
 * `news`, later dates that are to be told of now; where there is neither, and nothing overdue, the next.
 */
export function datesTogether({ overdue, soon, later }: OpenDates, news: Occurrence[] = []): DatesTogether[] {
  const told = later.filter(({ id }) => news.some((one) => one.id === id));
  const coming = [...soon, ...told];
  const next = overdue.length === 0 && coming.length === 0 ? later.slice(0, 1) : [];
  const parts: DatesTogether[] = [
    { urgency: 'overdue', dates: overdue },
    { urgency: soon.length > 0 ? 'due-soon' : 'in-time', dates: [...coming, ...next] },
  ];
  return parts.filter(({ dates }) => dates.length > 0);
}

/** Whose part of a task a member is told of: an officer the own unit's, where it leads; anybody else the whole. */
export function partToldTo(member: Member, task: Task): number | null {
  return member.role === 'officer' ? ownPart(member, task) : null;
}

/** The lead units that owe a report on any of these dates. */
export function unitsOwingAny(task: Task, dates: Occurrence[]): number[] {
  return leadUnitIds(task).filter((id) => dates.some((one) => unitsOwing(task, one).includes(id)));
}

function isOwedBy(unitId: number | null, task: Task, occurrence: Occurrence): boolean {
  return unitId === null || unitsOwing(task, occurrence).includes(unitId);
}
