import type { WorkingCalendar } from '../../domain/calendar/working-calendar.ts';
import { type Day, shortDay, writtenDay, yearOf } from '../../domain/day.ts';
import { daysLeft } from '../../domain/reminder-stages.ts';
import type { Occurrence } from '../../domain/task.ts';
import type { Translate } from '../translate.ts';

/** What the words of a day depend on. */
export interface DayContext {
  t: Translate;
  today: Day;
  calendar: WorkingCalendar;
}

/** "trước 30/11 (chậm nhất 29/11)": both the day as written and the last day allowed, where they differ. */
export function dueWords(occurrence: Occurrence, { t, today }: DayContext): string {
  const say = (day: Day) => (yearOf(day) === yearOf(today) ? shortDay(day) : writtenDay(day));
  const day = say(occurrence.lastDay);
  if (occurrence.time !== null) return t('due.byTime', { time: occurrence.time, day });
  if (occurrence.statedDay !== occurrence.lastDay) {
    return t('due.before', { stated: say(occurrence.statedDay), day });
  }
  return t('due.by', { day });
}

/** As {@link dueWords}, with what it means today: days left or late, and a due date that falls on a day off. */
export function dueWordsToday(occurrence: Occurrence, context: DayContext): string {
  const { t, today, calendar } = context;
  const { lastDay } = occurrence;
  const due = dueWords(occurrence, context);
  const left = daysLeft(lastDay, today, calendar);
  if (left < 0) return t('due.late', { due, count: -left });

  const dayOff = calendar.dayOff(lastDay);
  const said = dayOff
    ? t('due.dayOff', {
        due,
        reason: dayOff.reason === 'weekend' ? t('due.weekend') : dayOff.name,
        workingDay: shortDay(calendar.onOrBefore(lastDay)),
      })
    : due;
  return left === 0 ? t('due.today', { due: said }) : t('due.left', { due: said, count: left });
}
