/**
 * The public holidays of a year: Bộ luật Lao động 2019, Điều 112.1, and Nghị quyết 28/2026/QH16, with the days that
 * the law leaves to the year's announcement.
 */
import { addDays, type Day, weekdayOf } from '../day.ts';
import { ANNOUNCEMENTS } from './announcements.ts';
import { lunarToSolar } from './lunar.ts';

export interface Holiday {
  day: Day;
  name: string;
}

const TET_DAYS = 5;

/** Ngày Văn hoá Việt Nam is a paid day off since 01/7/2026 (Nghị quyết 28/2026/QH16, Điều 2). */
const CULTURE_DAY_SINCE = 2026;

/** As the law has them, those on a weekend included. */
export function holidaysOf(year: number): Holiday[] {
  const nationalDay = `${year}-09-02`;
  return [
    { day: `${year}-01-01`, name: 'Tết Dương lịch' },
    ...tetOf(year).map((day) => ({ day, name: 'Tết Nguyên đán' })),
    { day: lunarDay(year, 3, 10), name: 'Giỗ Tổ Hùng Vương' },
    { day: `${year}-04-30`, name: 'Ngày Chiến thắng' },
    { day: `${year}-05-01`, name: 'Ngày Quốc tế Lao động' },
    { day: nationalDay, name: 'Quốc khánh' },
    { day: ANNOUNCEMENTS[year]?.besideNationalDay ?? likelyBeside(nationalDay), name: 'Quốc khánh' },
    ...(year >= CULTURE_DAY_SINCE ? [{ day: `${year}-11-24`, name: 'Ngày Văn hoá Việt Nam' }] : []),
  ];
}

/** Before the announcement: the last day of the old lunar year and the first four of the new one. */
function tetOf(year: number): Day[] {
  const from = ANNOUNCEMENTS[year]?.tetFrom ?? addDays(lunarDay(year, 1, 1), -1);
  return Array.from({ length: TET_DAYS }, (_, index) => addDays(from, index));
}

/**
 * Before the announcement: the neighbour that makes the longer stretch with a weekend, as those announced for
 * 2021–2027 do. A Monday or a Thursday is followed by a day off, any other day is preceded by one.
 */
function likelyBeside(nationalDay: Day): Day {
  const [MONDAY, THURSDAY] = [1, 4];
  const weekday = weekdayOf(nationalDay);
  return addDays(nationalDay, weekday === MONDAY || weekday === THURSDAY ? 1 : -1);
}

/** Every lunar year has these months, and every month these days: only a 30th or a leap month may be missing. */
function lunarDay(year: number, month: number, day: number): Day {
  const solar = lunarToSolar({ year, month, day, leap: false });
  if (solar === null) throw new RangeError(`The lunar year ${year} has no ${day}/${month}: mend lunar.ts`);
  return solar;
}
