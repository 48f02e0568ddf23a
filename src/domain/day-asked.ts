import type { WorkingCalendar } from './calendar/working-calendar.ts';
import { addDays, type Day, daysBetween, yearOf } from './day.ts';
import { parseDeadline } from './deadline/parse-deadline.ts';
import { fold } from './text-fold.ts';

/** Three digits at most: a year asked for by days is refused, not computed. */
const STRETCH = /\b(\d{1,3}) (?:(ngay lam viec|working days?)|(tuan|weeks?)|(?:ngay|days?))\b(?! \d)/;

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
