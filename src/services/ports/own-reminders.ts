import type { Day } from '../../domain/day.ts';

/** A member hears nothing of a task, or of any, until a day; what falls due is told all the same. */
export interface Snooze {
  memberId: number;
  /** Null: of all tasks. */
  taskId: number | null;
  /** The day on which reminders go on. */
  until: Day;
}

/** A member wants to hear of a task at a moment. */
export interface Appointment {
  id: number;
  memberId: number;
  taskId: number;
  dueAt: Date;
}

/** What members have said of when they want to be reminded themselves. */
export interface OwnReminders {
  snooze(snooze: Snooze, at: Date): Promise<number>;
  /** Those of an office that hold on a day. */
  snoozesOn(organizationId: number, day: Day): Promise<Snooze[]>;
  endSnooze(id: number): Promise<void>;
  appoint(appointment: Omit<Appointment, 'id'>, at: Date): Promise<number>;
  /** Whose moment has come, the oldest first. */
  appointmentsBy(now: Date): Promise<(Appointment & { organizationId: number })[]>;
  endAppointment(id: number): Promise<void>;
}
