import { type Day, officeClockAt, officeDayAt } from '../../domain/day.ts';
import type { Snooze } from '../../domain/put-off.ts';
import type { Task } from '../../domain/task.ts';
import type { Appointed } from '../../services/reminders/resume.ts';
import type { Translate } from '../translate.ts';
import { dayWords } from './due-words.ts';
import { shortTitle } from './task-words.ts';

interface Context {
  t: Translate;
  today: Day;
}

/** What of their reminders a member has put off. */
export function putOffLines(snoozes: Snooze[], board: Task[], { t, today }: Context): string[] {
  return snoozes.flatMap(({ taskId, until }) => {
    const day = dayWords(until, today);
    if (taskId === null) return [t('snooze.listedAll', { day })];
    const task = board.find(({ id }) => id === taskId);
    return task ? [t('snooze.listed', { day, number: task.number, title: shortTitle(task.title) })] : [];
  });
}

export function appointmentLines(all: Appointed[], { t, today }: Context): string[] {
  return all.map((one) => t('snooze.listedAppointment', appointedWords(one, today)));
}

export function appointedWords({ appointment: { dueAt }, task }: Appointed, today: Day) {
  return {
    number: task.number,
    title: shortTitle(task.title),
    time: officeClockAt(dueAt),
    day: dayWords(officeDayAt(dueAt), today),
  };
}
