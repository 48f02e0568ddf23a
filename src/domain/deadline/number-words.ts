/** Numbers up to 99 in words: "mười", "hai mươi lăm", "ba mươi mốt". */
import { isWord, mayBe, type Tokens } from './phrases.ts';

const UNITS: Record<string, number> = {
  mot: 1,
  hai: 2,
  ba: 3,
  bon: 4,
  tu: 4,
  nam: 5,
  lam: 5,
  sau: 6,
  bay: 7,
  tam: 8,
  chin: 9,
};

export interface NumberRead {
  value: number;
  to: number;
}

export function readNumberWord(tokens: Tokens, at: number): NumberRead | null {
  if (tokens[at]?.text === 'muoi') {
    const unit = unitAt(tokens, at + 1);
    return unit === null ? { value: 10, to: at + 1 } : { value: 10 + unit, to: at + 2 };
  }
  // "lăm" is five only after a ten; "ngày làm việc" is no fifth day
  const first = tokens[at]?.text === 'lam' ? null : unitAt(tokens, at);
  if (first === null) return null;
  if (tokens[at + 1]?.text !== 'muoi') return { value: first, to: at + 1 };
  const unit = unitAt(tokens, at + 2);
  return unit === null ? { value: first * 10, to: at + 2 } : { value: first * 10 + unit, to: at + 3 };
}

/**
 * "sau" is six when typed "sáu" or where it must be ("tháng sau" is the next month), "tu" four only when not "từ", and "năm"
 * before a written year is the year's word.
 */
function unitAt(tokens: Tokens, at: number): number | null {
  const token = tokens[at];
  if (!token) return null;
  if (token.text === 'sau' && token.accented !== 'sáu' && !isPlainSix(tokens, at)) return null;
  if (token.text === 'tu' && !mayBe(token, 'tư')) return null;
  if (token.text === 'nam' && tokens[at + 1]?.kind === 'number') return null;
  return UNITS[token.text] ?? null;
}

/** "thang sau nam 2026", "sau thang dau nam", typed plain. */
function isPlainSix(tokens: Tokens, at: number): boolean {
  const isCount = tokens[at + 1]?.accented === 'thang' && isWord(tokens[at + 2], 'dau', 'cuoi');
  return isYear(tokens, at + 1) || (isCount && isWord(tokens[at + 3], 'nam'));
}

/** "thang sau nam 2026", typed plain: the next month would have no year. */
export function isYear(tokens: Tokens, at: number): boolean {
  return tokens[at]?.text === 'nam' && tokens[at + 1]?.kind === 'number' && tokens[at + 1]?.text.length === 4;
}
