/** Days of a whole office as the state announces them: "từ 14/2 đến 22/2", "thứ bảy 28/2", "20/11, 23/11". */
import { addDays, type Day, monthOf, yearOf } from './day.ts';
import { onlyDay } from './period-asked.ts';
import { fold } from './text-fold.ts';

/** Null where any of it names no day, or a stretch that is too long to be meant. */
export function daysSaid(words: string, dayNamed: (words: string) => Day | null): Day[] | null {
  const parts = bare(words).split(/[,;]| va /);
  const days: Day[] = [];
  for (const part of parts.map((one) => one.trim())) {
    const stretch = stretchIn(part, dayNamed);
    if (stretch === null) return null;
    days.push(...stretch);
  }
  return [...new Set(days)].toSorted();
}

/** Whether they are days and nothing else, whatever the year. */
export function looksLikeDays(words: string): boolean {
  return /\d/.test(words) && /^(?:[\d\s/.,;–-]|\btu\b|\bden\b|\btoi\b|\bva\b)+$/.test(bare(words));
}

/** In November "1/1" is next January's; what is long past is a slip. */
export function comingDay(words: string, today: Day): Day | null {
  const day = onlyDay(words, today);
  const isYearSaid = /\d{4}/.test(words);
  if (day === null || day >= today || isYearSaid)
    return day !== null && day < addDays(today, -LONGEST_PAST) ? null : day;
  return onlyDay(`${words}/${yearOf(today) + 1}`, today) ?? day;
}

const LONGEST_PAST = 31;
const LONGEST_STRETCH = 31;

/** Without the occasion and the days of the week. */
function bare(words: string): string {
  return fold(words)
    .replace(
      /\b(?:tet|nguyen dan|le|quoc khanh|giai phong|quoc te lao dong|duong lich|gio to|hung vuong|nghi bu|bu|vao|het|ngay|thu (?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat|cn)\b/g,
      ' ',
    )
    .replace(/\s+/g, ' ')
    .trim();
}

function stretchIn(words: string, dayNamed: (words: string) => Day | null): Day[] | null {
  const [, from, to] = /^(?:tu )?(\S+) ?(?:den|toi|to|[-–])+ ?(\S+)$/.exec(words) ?? [];
  if (from === undefined || to === undefined) {
    const only = dayNamed(words.replace(/^tu /, ''));
    return only === null ? null : [only];
  }
  const last = dayNamed(to);
  if (last === null) return null;
  // "Từ 14 đến 22/2": of the same month.
  const first = dayNamed(/^\d{1,2}$/.test(from) ? `${from}/${monthOf(last)}` : from);
  if (first === null || first > last || addDays(first, LONGEST_STRETCH) < last) return null;
  const days: Day[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day);
  return days;
}
