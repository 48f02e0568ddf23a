/** By what an office is told from others: its code, which is its own, and its name, which another may have as well. */
import { fold } from './text-fold.ts';

const LONGEST_INITIALS = 12;
const CODE = /^[A-Z][A-Z0-9-]{1,15}$/;

/** "xtl " is XTL; null for what is no code. */
export function officeCodeIn(typed: string): string | null {
  const code = typed.trim().toUpperCase();
  return CODE.test(code) ? code : null;
}

/**
 * The code that an office is given where nobody chooses one: the initials of its name, "UBND xã Tân Lập" is XTL, and
 * XTL-2 where XTL is taken. The migration that gave codes to the offices of before goes by the same rule.
 */
export function proposedCode(name: string, taken: readonly string[]): string {
  const initials = fold(name)
    .replace(COMMITTEE, '')
    .replace(/([a-z])[a-z0-9]*|(\d+)|[^a-z0-9]+/g, '$1$2')
    .toUpperCase()
    .slice(0, LONGEST_INITIALS);
  const code = CODE.test(initials) ? initials : `CQ${initials}`;
  let nth = 1;
  while (taken.includes(nth === 1 ? code : `${code}-${nth}`)) nth++;
  return nth === 1 ? code : `${code}-${nth}`;
}

/** Written alike but for what nobody sees: how letters are composed, spaces, capitals. */
export function isSameName(one: string, other: string): boolean {
  return written(one) === written(other);
}

/** May be meant for the same office, or may not: "Ủy ban nhân dân xã Tân Láp" and "UBND xã Tân Lập". */
export function isSimilarName(one: string, other: string): boolean {
  const [a, b] = [properName(one), properName(other)];
  return a === b || (isNamed(a) && isNamed(b) && differAtMostByOne(a, b));
}

function written(name: string): string {
  return name.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
}

const COMMITTEE = /^(?:ubnd|uy ban nhan dan)\s+/;
const KIND = /^(?:(?:ubnd|uy ban nhan dan|xa|phuong|thi tran|dac khu|tinh|thanh pho)\s+)+/;

function properName(name: string): string {
  return fold(name).replace(KIND, '');
}

/** "Phường 1" and "Phường 2" are two: a digit is no slip of the finger. */
function isNamed(name: string): boolean {
  return !/\d/.test(name);
}

function differAtMostByOne(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (long.length - short.length > 1) return false;
  const same = [...short].findIndex((letter, at) => letter !== long[at]);
  if (same < 0) return true;
  return short.slice(long.length > short.length ? same : same + 1) === long.slice(same + 1);
}
