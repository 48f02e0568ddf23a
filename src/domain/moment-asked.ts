import type { WorkingCalendar } from './calendar/working-calendar.ts';
import { addDays, type Day, instantAt } from './day.ts';
import { dayAsked } from './day-asked.ts';
import { periodIn } from './period-asked.ts';

export interface AskedAt {
  today: Day;
  now: Date;
  calendar: WorkingCalendar;
}

/** The day that somebody puts something off to: "mai", "3 ngày", "thứ 6", "tuần sau", "25/11"; null where the words name none. */
export function dayPutOffTo(words: string, { today, calendar }: AskedAt): Day | null {
  const later = periodIn(words, today);
  if (later !== null && later.period.from > today) return later.period.from;
  const day = dayAsked(words, { today, lastDay: today, calendar });
  return day !== null && day > today ? day : null;
}

/** "15h", "8 giờ 30 sáng mai", "2h chiều", "16:30 ngày 25/11", "2 tiếng nữa", "2 hours"; null where no hour is named, or it is over. */
export function momentAsked(words: string, asked: AskedAt): Date | null {
  const said = words.normalize('NFC');
  const [, count] = HOURS_ON.exec(said) ?? [];
  if (count !== undefined) return new Date(asked.now.getTime() + Number(count) * HOUR);
  const [clock, hours, , minutes, half, part] = CLOCK.exec(said) ?? [];
  if (clock === undefined) return null;
  const isLater = part !== undefined && /^[ct]/i.test(part) && !/^tr/i.test(part) && Number(hours) < 12;
  const hour = Number(hours) + (isLater ? 12 : 0);
  const minute = half === undefined ? Number(minutes ?? 0) : 30;
  if (hour > 23 || minute > 59) return null;
  const time = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
  const named = dayPutOffTo(said.replace(clock, part === undefined ? ' ' : ` ${part} `), asked);
  const moment = instantAt(named ?? asked.today, time);
  if (moment > asked.now) return moment;
  // "8h nhắc tôi việc 12", said at nine, means tomorrow's.
  return named === null && !/(?<!\p{L})nay(?!\p{L})/u.test(said)
    ? instantAt(addDays(asked.today, 1), time)
    : null;
}

const HOUR = 3_600_000;
const HOURS_ON = /(?<![\d:])(\d{1,2}) (?:tiếng|tieng|hours?)(?!\p{L})/iu;
const CLOCK =
  /(?<!\d)(\d{1,2})\s*(h|g|giờ|gio|:)(?!\p{L})\s*(\d{2}(?!\d))?(?:\s*(rưỡi|ruoi))?(?:\s*(sáng|sang|trưa|trua|chiều|chieu|tối|toi(?= nay)))?/iu;
