import type { Day } from './day.ts';

/** A member hears nothing of a task, or of any, until a day; what falls due is told all the same. */
export interface Snooze {
  /** Grows with each that is said. */
  id: number;
  memberId: number;
  /** Null: of all tasks. */
  taskId: number | null;
  /** The day on which reminders go on. Of a task, today's says that they go on whatever was said of all before. */
  until: Day;
}

/** Longer than this nobody puts off all of their work. */
export const LONGEST_DAYS = 14;

/** What is said of a task counts for it, against whatever was said of all before. */
export function isPutOff(
  snoozes: readonly Snooze[],
  { memberId, taskId }: { memberId: number; taskId: number },
  today: Day,
): boolean {
  const theirs = snoozes.filter((one) => one.memberId === memberId);
  const own = theirs.filter((one) => one.taskId === taskId);
  return (
    own.some(({ until }) => until > today) ||
    theirs.some((all) => all.taskId === null && all.until > today && own.every(({ id }) => id < all.id))
  );
}
