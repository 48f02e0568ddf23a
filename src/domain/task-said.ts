import type { WorkingCalendar } from './calendar/working-calendar.ts';
import { type Day, writtenDay, yearOf } from './day.ts';
import { dayAsked } from './day-asked.ts';
import type { Deadline } from './deadline/deadline.ts';
import { parseDeadline } from './deadline/parse-deadline.ts';
import type { Unit } from './member.ts';
import { periodIn } from './period-asked.ts';
import { fold } from './text-fold.ts';
import { matchUnits } from './unit-match.ts';

/** A task as somebody says it in a message. */
export interface TaskSaid {
  title: string;
  /** Null: none is said, or it is not understood. */
  deadline: Deadline | null;
  leads: number[];
  supports: number[];
}

export interface SaidOn {
  units: Unit[];
  today: Day;
  calendar: WorkingCalendar;
}

/**
 * "Báo cáo nhanh tình hình mưa lũ, KTHTĐT, phối hợp VP, trước 16h 20/11": the parts in any order, each known by what it is;
 * of several days the last is meant. Without commas the date ends it, and "giao", "cho" name the unit. One task a message:
 * nothing of several lines is understood.
 */
export function taskSaid(words: string, said: SaidOn): TaskSaid {
  const nothing: TaskSaid = { title: '', deadline: null, leads: [], supports: [] };
  if (/\n/.test(words.trim())) return nothing;
  const parts = withDateApart(partsOf(words, said.units), said);
  const dated = parts.findLastIndex((part) => deadlineIn(part, said) !== null);
  const task = { ...nothing, deadline: dated < 0 ? null : deadlineIn(parts[dated] ?? '', said) };
  const titles: string[] = [];
  for (const [at, part] of parts.entries()) {
    if (at === dated) continue;
    const named = unitsIn(part.replace(SUPPORT, '').replace(LEAD, ''), said.units);
    if (named.length === 0) titles.push(part);
    else (SUPPORT.test(part) ? task.supports : task.leads).push(...named);
  }
  return { ...task, title: titles.join(', ').replace(/^[\s:,-]+|(?<![\s:,;-])[\s:,;-]+$/g, '') };
}

const SUPPORT = /^(?:phối hợp|phoi hop|cùng|support)(?: với| voi)?[\s:]+/iu;
const LEAD = /^(?:giao|cho|do|chủ trì|chu tri|đơn vị|assign)(?: cho)?[\s:]+/iu;

function partsOf(words: string, units: Unit[]): string[] {
  return apart(words, units)
    .flatMap((part) => part.split(/(?<!\s)\s+(?=(?:phối hợp|phoi hop)\s)/iu))
    .flatMap((part) => withUnitApart(part, units))
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** At commas, dashes and colons, but for those in a unit's name: "Phòng Văn hóa - Xã hội", "Phòng Kinh tế, Hạ tầng và Đô thị". */
function apart(words: string, units: Unit[]): string[] {
  // Every second one is what stands between.
  const pieces = words.split(/(\s*(?:[,;|]|\s[-–—]\s|:\s(?=\p{L}))\s*)/u);
  const parts: string[] = [];
  for (let from = 0; from < pieces.length; ) {
    let to = pieces.length;
    while (to > from + 1 && !endsInUnit(pieces.slice(from, to).join(''), units)) to -= 2;
    parts.push(pieces.slice(from, to).join(''));
    from = to + 1;
  }
  return parts;
}

/** By its name as it is listed, and nothing more. */
function endsInUnit(words: string, units: Unit[]): boolean {
  const named = words
    .replace(/^.*\s(?:giao cho|giao)\s+/iu, '')
    .replace(SUPPORT, '')
    .replace(LEAD, '');
  const [said, ...known] = [named, ...units.flatMap(({ name, aliases }) => [name, ...aliases])].map(
    lettersOf,
  );
  return known.some((name) => name === said);
}

function lettersOf(words: string): string {
  return fold(words)
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim();
}

/** "Họp dân giao VHXH hạn 25/11"; "họp giao ban" gives nothing to anybody. */
function withUnitApart(part: string, units: Unit[]): string[] {
  const [, title, rest = ''] = /^(.+?)\s+(?:giao cho|giao)\s+(.+)$/iu.exec(part) ?? [];
  if (title === undefined) return [part];
  const typed = rest.split(/\s+/);
  for (let length = typed.length; length > 0; length -= 1) {
    const named = typed.slice(0, length).join(' ');
    if (unitsIn(named, units).length > 0) return [title, named, typed.slice(length).join(' ')];
  }
  return [part];
}

/** Where no part is a date: the one at the end of a part, "… mưa lũ trước 16h 20/11". */
function withDateApart(parts: string[], said: SaidOn): string[] {
  if (parts.some((part) => deadlineIn(part, said) !== null)) return parts;
  return parts.flatMap((part) => {
    const typed = part.split(/\s+/);
    const at = typed.findIndex(
      (_word, index) => index > 0 && deadlineIn(typed.slice(index).join(' '), said) !== null,
    );
    return at < 0 ? [part] : [typed.slice(0, at).join(' '), typed.slice(at).join(' ')];
  });
}

const BEGINS_DATE =
  /^(?:truoc|cham|han|den|trong|ngay|sang|chieu|mai|hom|hang|moi|thu|chu|tuan|dinh|cuoi|by|before|every|\d{1,2}(?:h|g|:\d).*|\d{1,2}[/.-]\d.*)$/;

/** Of a part that is nothing but a date. */
function deadlineIn(part: string, { today, calendar }: SaidOn): Deadline | null {
  const words = part.replace(/^(?:hạn|han|deadline)[\s:]+/iu, '');
  const [first = ''] = fold(words).split(' ');
  if (!BEGINS_DATE.test(first)) return null;
  const year = yearOf(today);
  const deadline = parseDeadline(words, { year });
  if (deadline.kind === 'recurring') return deadline;
  const near = dayNear(words, { today, calendar });
  if (near !== null) return parseDeadline(near, { year });
  const isDated = deadline.kind === 'date' || deadline.kind === 'period';
  return isDated && deadline.lastDay !== null ? deadline : null;
}

/** "Ngày mai", "thứ 6 tuần sau", "trước 16h hôm nay", as a plan would write them; null for any other. */
function dayNear(words: string, { today, calendar }: Omit<SaidOn, 'units'>): string | null {
  if (/\d[/.-]\d/.test(words)) return null;
  const weekday = /\bthu (?:hai|ba|tu|nam|sau|bay|[2-7])\b|\bchu nhat\b/.test(fold(words))
    ? dayAsked(words, { today, lastDay: today, calendar })
    : null;
  if (weekday !== null) return `ngày ${writtenDay(weekday)}`;
  const asked = periodIn(words, today);
  if (asked === null || asked.period.from !== asked.period.to) return null;
  return words.replace(asked.words, `ngày ${writtenDay(asked.period.from)}`);
}

function unitsIn(words: string, units: Unit[]): number[] {
  const { matched, all, unmatched } = matchUnits([words], units);
  if (unmatched.length > 0) return [];
  return all ? units.map(({ id }) => id) : matched;
}
