/**
 * The Vietnamese lunar calendar: months begin on the day of the new moon at the meridian of UTC+7 (Quyết định
 * 121-CP of 1967), month 11 holds the winter solstice, and a leap month is the first without a principal term. Vietnam
 * therefore parts from China where a new moon falls near midnight: Tết 2007 was 17 February in Hanoi.
 *
 * Positions of the sun and moon follow Jean Meeus, "Astronomical Algorithms" (new moon: chapter 49, first terms).
 */
import { addDays, type Day, daysBetween, yearOf } from '../day.ts';

export interface LunarDate {
  year: number;
  month: number;
  day: number;
  /** The second month of that number. */
  leap: boolean;
}

/** @returns the solar day, or null when that lunar month has no such day or that year no such leap month. */
export function lunarToSolar(date: LunarDate): Day | null {
  const start = monthStarts(date.year).find(
    (month) => month.month === date.month && month.leap === date.leap,
  );
  if (!start || date.day < 1 || date.day > start.days) return null;
  return addDays(start.firstDay, date.day - 1);
}

/** How many days the lunar month has, 29 or 30; null when there is no such month. */
export function lunarMonthLength(year: number, month: number): number | null {
  return monthStarts(year).find((start) => start.month === month && !start.leap)?.days ?? null;
}

export function solarToLunar(day: Day): LunarDate {
  const year = yearOf(day);
  const months = [...monthStarts(year - 1), ...monthStarts(year)];
  const month = months.findLast((start) => start.firstDay <= day);
  if (!month) throw new RangeError(`No lunar month found for ${day}.`);
  return {
    year: month.year,
    month: month.month,
    day: daysBetween(month.firstDay, day) + 1,
    leap: month.leap,
  };
}

interface LunarMonth {
  year: number;
  month: number;
  leap: boolean;
  firstDay: Day;
  days: number;
}

const EPOCH: Day = '2000-01-01';
/** Julian day number of noon on the epoch. */
const EPOCH_JULIAN = 2451545;
const SYNODIC_MONTH = 29.530588861;
const OFFICE_OFFSET_DAYS = 7 / 24;

/** The twelve or thirteen months of a lunar year: from month 11 of the year before to the next month 11, then 11 and 12. */
function monthStarts(year: number): LunarMonth[] {
  return [...monthsFromEleventh(year - 1), ...monthsFromEleventh(year)].filter(
    (month) => month.year === year,
  );
}

/** Months 11, 12, 1, … 10, named from the winter solstice of `year`. */
function monthsFromEleventh(year: number): LunarMonth[] {
  const first = newMoonBeforeSolstice(year);
  const next = newMoonBeforeSolstice(year + 1);
  const count = next - first;
  const leapIndex = count === 13 ? firstWithoutPrincipalTerm(first, count) : null;
  return Array.from({ length: count }, (_, index) => {
    const shifted = leapIndex !== null && index >= leapIndex ? index - 1 : index;
    const start = newMoonDay(first + index);
    return {
      year: shifted < 2 ? year : year + 1,
      month: ((shifted + 10) % 12) + 1,
      leap: index === leapIndex,
      firstDay: dayOfJulian(start),
      days: newMoonDay(first + index + 1) - start,
    };
  });
}

function firstWithoutPrincipalTerm(first: number, count: number): number {
  for (let index = 1; index < count; index += 1) {
    if (solarTerm(newMoonDay(first + index)) === solarTerm(newMoonDay(first + index + 1))) return index;
  }
  throw new RangeError('A lunar year of thirteen months has a month without a principal term.');
}

/** The number of the last new moon on or before the day of the winter solstice. */
function newMoonBeforeSolstice(year: number): number {
  const endOfYear = julianOf(`${year}-12-31`);
  const lunation = Math.floor((endOfYear - 2451550.1) / SYNODIC_MONTH);
  const solsticeTerm = 9;
  let number = lunation + 1;
  while (newMoonDay(number) > endOfYear || solarTerm(newMoonDay(number)) >= solsticeTerm) number -= 1;
  return number;
}

/** Which twelfth of its path the sun is in as that day begins in Hanoi; 9 begins at the winter solstice. */
function solarTerm(julianDay: number): number {
  return Math.floor(sunLongitude(julianDay - 0.5 - OFFICE_OFFSET_DAYS) / 30);
}

/** The Julian day number, in Hanoi, of the new moon counted from January 2000. */
function newMoonDay(number: number): number {
  return Math.floor(newMoon(number) + 0.5 + OFFICE_OFFSET_DAYS);
}

function newMoon(number: number): number {
  const t = number / 1236.85;
  const mean = 2451550.09766 + SYNODIC_MONTH * number + 0.00015437 * t ** 2 - 0.00000015 * t ** 3;
  const sun = 2.5534 + 29.1053567 * number - 0.0000014 * t ** 2;
  const moon = 201.5643 + 385.81693528 * number + 0.0107582 * t ** 2;
  const latitude = 160.7108 + 390.67050284 * number - 0.0016118 * t ** 2;
  const e = 1 - 0.002516 * t;
  const correction =
    -0.4072 * sine(moon) +
    0.17241 * e * sine(sun) +
    0.01608 * sine(2 * moon) +
    0.01039 * sine(2 * latitude) +
    0.00739 * e * sine(moon - sun) -
    0.00514 * e * sine(moon + sun) +
    0.00208 * e * e * sine(2 * sun) -
    0.00111 * sine(moon - 2 * latitude) -
    0.00057 * sine(moon + 2 * latitude) +
    0.00056 * e * sine(2 * moon + sun) -
    0.00042 * sine(3 * moon) +
    0.00042 * e * sine(sun + 2 * latitude) +
    0.00038 * e * sine(sun - 2 * latitude);
  return mean + correction - earthDelayDays(number);
}

/** Dynamical time runs ahead of the clock by about this much (a little over a minute in this century). */
function earthDelayDays(number: number): number {
  const years = number / 12.3685;
  return (62.92 + 0.32217 * years + 0.005589 * years ** 2) / 86_400;
}

/** Apparent longitude of the sun in degrees, 0-360. */
function sunLongitude(julian: number): number {
  const t = (julian - EPOCH_JULIAN) / 36_525;
  const mean = 280.46646 + 36_000.76983 * t + 0.0003032 * t ** 2;
  const anomaly = 357.52911 + 35_999.05029 * t - 0.0001537 * t ** 2;
  const centre =
    (1.914602 - 0.004817 * t) * sine(anomaly) + 0.019993 * sine(2 * anomaly) + 0.000289 * sine(3 * anomaly);
  const apparent = mean + centre - 0.00569 - 0.00478 * sine(125.04 - 1934.136 * t);
  return ((apparent % 360) + 360) % 360;
}

function sine(degrees: number): number {
  return Math.sin((degrees * Math.PI) / 180);
}

function julianOf(day: Day): number {
  return EPOCH_JULIAN + daysBetween(EPOCH, day);
}

function dayOfJulian(julianDay: number): Day {
  return addDays(EPOCH, julianDay - EPOCH_JULIAN);
}
