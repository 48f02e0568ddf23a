/** "kế hoạch 166", "mục III": the part of the plans that words speak of, among other words. */
import { folded, typed, type Word } from './typed-words.ts';

interface PartNamed {
  /** As typed; null where there is none. */
  named: string | null;
  rest: Word[];
}

const PLAN = /(?:^| )(?:(?:cua |theo |of )?(?:ke hoach|kh|plan))(?: so)?(?= )/;
const SECTION = /(?:^| )(?:(?:cua |of )?(?:muc|phan|chuong|nhom|linh vuc|section|part))(?: so)?(?= )/;
const PLAN_NUMBER = /^\d+(?:\/|$)/;
const SECTION_NUMBER = /^(?:[ivxl]+|\d{1,2}|[a-z])$/;

/** What stands behind "kế hoạch": its number, or words of its title up to the end. */
export function planIn(words: Word[]): PartNamed {
  return partIn(words, PLAN, PLAN_NUMBER);
}

/** What stands behind "mục": its number, or words of its heading up to the end. */
export function sectionIn(words: Word[]): PartNamed {
  return partIn(words, SECTION, SECTION_NUMBER);
}

function partIn(words: Word[], opening: RegExp, number: RegExp): PartNamed {
  const match = opening.exec(folded(words));
  if (match === null) return { named: null, rest: words };
  const from = countIn(folded(words).slice(0, match.index));
  const behind = words.slice(from + countIn(match[0]));
  // A number is one word; what stands behind it is a unit.
  const isNumber = number.test(behind[0]?.folded ?? '');
  return {
    named: typed(isNumber ? behind.slice(0, 1) : behind),
    rest: [...words.slice(0, from), ...(isNumber ? behind.slice(1) : [])],
  };
}

function countIn(text: string): number {
  return text.split(' ').filter(Boolean).length;
}
