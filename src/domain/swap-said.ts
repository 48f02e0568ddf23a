/** "Hoán đổi ngày làm việc từ thứ Hai 31/8 sang thứ Bảy 22/8": one day off, another worked instead. */
import type { Swap } from './calendar/announcements.ts';
import { type Day, weekdayOf } from './day.ts';
import { fold } from './text-fold.ts';

/** What an office swaps for itself joins no holiday. */
export type DaysSwapped = Pick<Swap, 'off' | 'worked'>;

/**
 * Null where either side names no day alone, or a day of the week that it is not.
 * @param dayNamed the day that such words name, by the office's today
 */
export function swapSaid(words: string, dayNamed: (words: string) => Day | null): DaysSwapped | null {
  const sides = sidesIn(words)?.map((side) => dayIn(side, dayNamed));
  const [off, worked] = sides ?? [];
  if (!off || !worked || off === worked) return null;
  // Whichever is said first: nobody works on a weekend for a weekend.
  return isWeekend(off) && !isWeekend(worked) ? { off: worked, worked: off } : { off, worked };
}

/** "thứ Hai 31/8": one side of it. */
export function dayOfSwap(words: string, dayNamed: (words: string) => Day | null): Day | null {
  return dayIn(fold(words), dayNamed);
}

/** Whether the words are two days and nothing else, whatever they are. */
export function looksLikeSwap(words: string): boolean {
  return sidesIn(words)?.every((side) => /^[\d /.-]+$/.test(bare(side))) ?? false;
}

function sidesIn(words: string): string[] | null {
  const sides = fold(words).split(
    /(?<![ ,])[ ,]+(?:va )?(?:(?:chuyen )?sang|lam bu|bu|doi lay|doi|for|to)(?= )/,
  );
  return sides.length === 2 ? sides : null;
}

function dayIn(side: string, dayNamed: (words: string) => Day | null): Day | null {
  const day = dayNamed(bare(side));
  if (day === null) return null;
  const [, weekday = ''] = WEEKDAY.exec(side) ?? [];
  const said = WEEKDAYS.findIndex((names) => names.includes(weekday)) + 1;
  return said === 0 || said === weekdayOf(day) ? day : null;
}

/** The day alone: "31/8/2026". */
function bare(side: string): string {
  return side
    .replace(WEEKDAY, ' ')
    .replace(/[(),]/g, ' ')
    .replace(/\b(?:ngay|lam viec|lam bu|nghi|cua|tu|vao|tuan truoc|tuan sau|on|from)\b/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** From Monday on. */
const WEEKDAYS = [
  ['hai', '2'],
  ['ba', '3'],
  ['tu', '4'],
  ['nam', '5'],
  ['sau', '6'],
  ['bay', '7'],
  ['chu nhat', 'cn'],
];
const WEEKDAY = /\b(?:thu (hai|ba|tu|nam|sau|bay|[2-7])|t[2-7]|chu nhat|cn)\b/;

function isWeekend(day: Day): boolean {
  return weekdayOf(day) > 5;
}
