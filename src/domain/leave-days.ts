/** From when to when somebody is away: "từ 12/11 đến 20/11", "3 ngày từ mai", "ngày 12/11", "12-14/11". */
import type { WorkingCalendar } from './calendar/working-calendar.ts';
import { addDays, type Day, dayOf, yearOf } from './day.ts';
import { periodIn } from './period-asked.ts';
import { fold } from './text-fold.ts';

export interface LeaveDays {
  firstDay: Day;
  lastDay: Day;
}

/** Null where the words name no such days. */
export function leaveDays(
  words: string,
  { today, calendar }: { today: Day; calendar: WorkingCalendar },
): LeaveDays | null {
  const said = fold(words)
    .replace(/\s*[-–—]\s*/g, ' den ')
    .replace(/\bfrom\b/g, 'tu')
    .replace(/\b(?:until|till|through)\b/g, 'to')
    .replace(/\b(\d{1,2}) (?:working )?days?\b/g, '$1')
    .replace(/\b(?:on|for)\b/g, ' ')
    .replace(/\b(?:ngay|hom|het|bat dau|ke|luc)\b(?! (?:nay|mai|kia))/g, ' ')
    .replace(/(\d) +(?=lam viec)/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
  const counted = COUNTED.exec(said);
  if (counted) {
    const first = counted[2] === undefined ? today : dayNamed(counted[2], today);
    const count = Number(counted[1]);
    if (first === null || count < 1 || count > LONGEST) return null;
    const begins = calendar.isWorkingDay(first) ? first : calendar.nextWorkingDay(first);
    return { firstDay: first, lastDay: calendar.addWorkingDays(begins, count - 1) };
  }
  const [, from = '', to = ''] = FROM_TO.exec(said) ?? [];
  if (from !== '') {
    const last = dayNamed(to, today);
    if (last === null) return null;
    // "Từ 12 đến 14/11": of the same month.
    const first = dayNamed(/^\d{1,2}$/.test(from) ? `${from}/${Number(last.slice(5, 7))}` : from, today);
    return first !== null && first <= last ? { firstDay: first, lastDay: last } : null;
  }
  return stretchNamed(said, today) ?? wholePeriod(words, today);
}

/** One day, or those from today until it. */
function stretchNamed(said: string, today: Day): LeaveDays | null {
  const [, until] = TO.exec(said) ?? [];
  const day = dayNamed((until ?? said).replace(/^(?:tu|vao) /, ''), today);
  return day === null ? null : { firstDay: until === undefined ? day : today, lastDay: day };
}

/** "Next week", "until Friday". */
function wholePeriod(words: string, today: Day): LeaveDays | null {
  const named = periodIn(words, today);
  if (named === null || named.period.to < today) return null;
  const beside = fold(named.rest);
  if (/^(?:on|for|tu|from|vao)?$/.test(beside))
    return { firstDay: named.period.from, lastDay: named.period.to };
  return /^(?:until|till|to|den|toi)$/.test(beside) ? { firstDay: today, lastDay: named.period.to } : null;
}

const LONGEST = 90;
/** "3 tu mai": the word for days has gone with the others. */
const COUNTED = /^(\d{1,2})(?: ?lam viec)?(?: (?:tu|ke tu) (.+))?$/;
const FROM_TO = /^(?:tu )?(.+?) (?:den|toi|to) (.+)$/;
/** "Until Friday": from today. */
const TO = /^(?:den|toi|to) (.+)$/;

const NEAR: Record<string, number> = {
  'hom nay': 0,
  nay: 0,
  today: 0,
  mai: 1,
  'ngay mai': 1,
  tomorrow: 1,
  mot: 2,
};
/** A date so long ago is one of next year. */
const PAST_DAYS = 60;

function dayNamed(words: string, today: Day): Day | null {
  const near = NEAR[words.trim()];
  if (near !== undefined) return addDays(today, near);
  const [, day, month, year] = /^(\d{1,2})[/.](\d{1,2})(?:[/.](\d{4}))?$/.exec(words.trim()) ?? [];
  if (day === undefined || month === undefined) return null;
  const inYear = (one: number) => dayOf(one, Number(month), Number(day));
  const named = inYear(year === undefined ? yearOf(today) : Number(year));
  const isOver = named !== null && year === undefined && named < addDays(today, -PAST_DAYS);
  return isOver ? inYear(yearOf(today) + 1) : named;
}
