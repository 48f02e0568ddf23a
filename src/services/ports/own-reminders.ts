import type { Day } from '../../domain/day.ts';
import type { Snooze } from '../../domain/put-off.ts';

/** A member wants to hear of a task at a moment. */
export interface Appointment {
  id: number;
  memberId: number;
  taskId: number;
  dueAt: Date;
}

/** What members have said of when they want to be reminded themselves. */
export interface OwnReminders {
  snooze(snooze: Omit<Snooze, 'id'>, at: Date): Promise<number>;
  /** Those of an office that matter on a day: that hold, or were said of a task while one of all may hold. */
  snoozesOn(organizationId: number, day: Day): Promise<Snooze[]>;
  endSnooze(id: number): Promise<void>;
  reinstateSnooze(id: number): Promise<void>;
  appoint(appointment: Omit<Appointment, 'id'>, at: Date): Promise<number>;
  /** Whose moment has not come, the next first. */
  appointmentsOf(memberId: number): Promise<Appointment[]>;
  endAppointment(id: number): Promise<void>;
  reinstateAppointment(id: number): Promise<void>;
}
