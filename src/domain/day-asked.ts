import type { WorkingCalendar } from './calendar/working-calendar.ts';
import { addDays, type Day, daysBetween, weekdayOf, yearOf } from './day.ts';
import { parseDeadline } from './deadline/parse-deadline.ts';
import { fold } from './text-fold.ts';

/** Three digits at most: a year asked for by days is refused, not computed. */
const STRETCH = /\b(\d{1,3}) (?:(ngay lam viec|working days?)|(tuan|weeks?)|(?:ngay|days?))\b(?! \d)/;

/** "thứ 6", "thứ sáu tuần sau", "chủ nhật này", "next Friday": Monday is 1. */
const WEEKDAY = /\b(?:thu (hai|ba|tu|nam|sau|bay|[2-7])|(chu nhat|cn))\b(?: (tuan (?:sau|toi)|toi|sau))?/;
const WEEKDAY_EN = /\b(next )?(?:(monday)|(tuesday)|(wednesday)|(thursday)|(friday)|(saturday)|(sunday))\b/;
const WEEKDAYS = ['hai', 'ba', 'tu', 'nam', 'sau', 'bay'];

/** In November "15/1" is next January's; "1/11" is over, and not next year's. */
const NEXT_YEARS_DAYS = 183;

/** What a request for more time is read against. */
export interface AskedOn {
  today: Day;
  /** As it stands: "thêm 5 ngày" counts from it. */
  lastDay: Day;
  calendar: WorkingCalendar;
}

/** The last day that the words allow: "đến 20/12", "thêm 5 ngày làm việc"; null where they name none. */
export function dayAsked(words: string, { today, lastDay, calendar }: AskedOn): Day | null {
  const weekday = weekdayAsked(fold(words), today);
  if (weekday !== null) return weekday;
  const stretch = STRETCH.exec(fold(words));
  if (stretch) {
    const [, digits, working, week] = stretch;
    const count = Number(digits);
    if (working !== undefined) return calendar.addWorkingDays(lastDay, count);
    return addDays(lastDay, week === undefined ? count : 7 * count);
  }
  const typed = words.replace(/(?<=\b\d{1,2})\.(?=\d{1,2}\b)/g, '/');
  const dayIn = (year: number) => {
    const deadline = parseDeadline(typed, { year });
    return deadline.kind === 'date' || deadline.kind === 'period' ? deadline.lastDay : null;
  };
  const day = dayIn(yearOf(today));
  const isNextYears = day !== null && day < today && !/\d{4}/.test(words);
  const later = isNextYears ? dayIn(yearOf(today) + 1) : null;
  return later !== null && daysBetween(today, later) <= NEXT_YEARS_DAYS ? later : day;
}

/** The next one of that name; "tuần sau" is the week after this one, which begins on Monday. */
function weekdayAsked(said: string, today: Day): Day | null {
  const [english, isNext, ...named] = WEEKDAY_EN.exec(said) ?? [];
  if (english !== undefined)
    return weekdayFrom(today, named.findIndex((one) => one !== undefined) + 1, isNext !== undefined);
  const [, name, sunday, week] = WEEKDAY.exec(said) ?? [];
  if (name === undefined && sunday === undefined) return null;
  const wanted =
    sunday !== undefined ? 7 : /\d/.test(name ?? '') ? Number(name) - 1 : WEEKDAYS.indexOf(name ?? '') + 1;
  return weekdayFrom(today, wanted, week?.startsWith('tuan') === true);
}

function weekdayFrom(today: Day, wanted: number, isOfNextWeek: boolean): Day {
  const now = weekdayOf(today);
  if (isOfNextWeek) return addDays(today, 7 - now + wanted);
  return addDays(today, ((wanted - now + 6) % 7) + 1);
}
