import type { Deadline } from './deadline/deadline.ts';
import { parseDeadline } from './deadline/parse-deadline.ts';
import type { Unit } from './member.ts';
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

/**
 * "Báo cáo nhanh tình hình mưa lũ, KTHTĐT, phối hợp VP, trước 16h 20/11": the parts in any order, each known by what it is.
 * Without commas the date ends it, and "giao", "cho" name the unit.
 */
export function taskSaid(words: string, units: Unit[], year: number): TaskSaid {
  const said: TaskSaid = { title: '', deadline: null, leads: [], supports: [] };
  const titles: string[] = [];
  for (const part of withDate(words).flatMap(partsOf)) {
    const isSupport = SUPPORT.test(part);
    const named = unitsIn(part.replace(SUPPORT, '').replace(LEAD, ''), units);
    const deadline = said.deadline === null ? deadlineIn(part, year) : null;
    if (deadline !== null) said.deadline = deadline;
    else if (named.length > 0) said[isSupport ? 'supports' : 'leads'].push(...named);
    else titles.push(part);
  }
  return { ...said, title: titles.join(', ').replace(/^[\s:,-]+|[\s:,;-]+$/g, '') };
}

const SUPPORT = /^(?:phối hợp|phoi hop|cùng|support)(?: với| voi)?[\s:]+/iu;
const LEAD = /^(?:giao|cho|do|chủ trì|chu tri|đơn vị|assign)(?: cho)?[\s:]+/iu;

function partsOf(words: string): string[] {
  return words
    .split(/\s*(?:[,;|\n]|\s[-–—]\s|:\s(?=\p{L}))\s*/u)
    .flatMap((part) => part.split(/\s+(?=(?:giao cho|giao|phối hợp|phoi hop)\s)/iu))
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** The words, and the date at their end apart: "… mưa lũ trước 16h 20/11". */
function withDate(words: string): string[] {
  const typed = words.trim().split(/\s+/);
  const at = typed.findIndex(
    (word, index) => index > 0 && BEGINS_DATE.test(fold(word)) && isDate(typed.slice(index).join(' ')),
  );
  return at < 0 ? [words] : [typed.slice(0, at).join(' '), typed.slice(at).join(' ').replaceAll(',', ' ')];
}

const BEGINS_DATE =
  /^(?:truoc|cham|han|den|trong|ngay|hang|moi|thu|dinh|by|before|every|\d{1,2}(?:h|g|:\d).*|\d{1,2}[/.-]\d.*)$/;

function isDate(words: string): boolean {
  return !/[;|\n]/.test(words) && deadlineIn(words, NO_YEAR) !== null;
}

/** Only whether it is a date is asked. */
const NO_YEAR = 2026;

function deadlineIn(words: string, year: number): Deadline | null {
  const deadline = parseDeadline(words.replace(/^(?:hạn|han|deadline)[\s:]+/iu, ''), { year });
  switch (deadline.kind) {
    case 'date':
    case 'period':
      return deadline.lastDay === null ? null : deadline;
    case 'recurring':
      return deadline;
    default:
      return null;
  }
}

function unitsIn(words: string, units: Unit[]): number[] {
  const { matched, all, unmatched } = matchUnits([words], units);
  if (unmatched.length > 0) return [];
  return all ? units.map(({ id }) => id) : matched;
}
