import type { WorkingCalendar } from '../../domain/calendar/working-calendar.ts';
import { type Day, daysBetween, shortDay, writtenDay, yearOf } from '../../domain/day.ts';
import type { Occurrence } from '../../domain/task.ts';
import type { Translate } from '../translate.ts';

/** What the words of a day depend on. */
export interface DayContext {
  t: Translate;
  today: Day;
  calendar: WorkingCalendar;
}

/** "30/11", with its year where that is not this year. */
export function dayWords(day: Day, today: Day): string {
  return yearOf(day) === yearOf(today) ? shortDay(day) : writtenDay(day);
}

/** "trước 30/11 (chậm nhất 29/11)": both the day as written and the last day allowed, where they differ. */
export function dueWords(
  { kind, lastDay, statedDay, originalDay, time }: Occurrence,
  { t, today }: DayContext,
): string {
  // A monthly question is due on no day: it stands for its month.
  if (kind !== 'due') return t('due.month', { month: monthWords(lastDay) });
  const day = dayWords(lastDay, today);
  if (originalDay !== null) {
    const moved = lastDay > originalDay ? 'due.extended' : 'due.broughtForward';
    return t(moved, { day, before: dayWords(originalDay, today) });
  }
  if (time !== null) return t('due.byTime', { time, day });
  if (statedDay !== lastDay) return t('due.before', { stated: dayWords(statedDay, today), day });
  return t('due.by', { day });
}

/** As {@link dueWords}, with what it means today: days left or late, and a due date that falls on a day off. */
export function dueWordsToday(occurrence: Occurrence, context: DayContext): string {
  const { t, today, calendar } = context;
  const { lastDay } = occurrence;
  const due = dueWords(occurrence, context);
  if (today > lastDay) return t('due.late', { due, count: daysBetween(lastDay, today) });

  const dayOff = calendar.dayOff(lastDay);
  const workingDay = calendar.onOrBefore(lastDay);
  // On the days off in between, the last working day is no advice any more: the date as it stands is what is left.
  if (dayOff === null || workingDay < today) return leftWords(due, lastDay, context);
  const reason = dayOff.reason === 'weekend' ? t('due.weekend') : dayOff.name;
  const said = t('due.dayOff', { due, reason, workingDay: dayWords(workingDay, today) });
  return leftWords(said, workingDay, context);
}

function leftWords(due: string, day: Day, { t, today }: DayContext): string {
  const count = daysBetween(today, day);
  return count === 0 ? t('due.today', { due }) : t('due.left', { due, count });
}

/** "11/2025" */
function monthWords(day: Day): string {
  return writtenDay(day).slice(3);
}
