/** Words of a command of a fixed form, and what they name. */
import { fold } from '../../../domain/text-fold.ts';

export interface Word {
  typed: string;
  folded: string;
}

export function wordsIn(text: string): Word[] {
  return text
    .split(/\s+/)
    .map((word) => word.replace(/^[("'“‘*]+|(?<![)"'”’*?.!,:;…])[)"'”’*?.!,:;…]+$/g, ''))
    .map((word) => ({ typed: word, folded: fold(word) }))
    .filter((word) => /[a-z0-9&–-]/.test(word.folded));
}

export function folded(words: readonly Word[]): string {
  return words.map((word) => word.folded).join(' ');
}

export function typed(words: readonly Word[]): string {
  return words.map((word) => word.typed).join(' ');
}

export const LONGEST_UNIT_IN_WORDS = 10;

/** The unit as typed, without "của" before and "đến đâu rồi" behind; null for the whole office. */
export function unitIn(text: string): string | null {
  const words = wordsIn(text).slice(0, LONGEST_UNIT_IN_WORDS);
  const from = words.findIndex((word) => !/^(?:cua|cho|o|ben|voi|vao|of|for|is|are)$/.test(word.folded));
  const unit = words.slice(Math.max(from, 0));
  const end = unit.findIndex((_word, at) => AFTER_UNIT.test(folded(unit.slice(at))));
  const named = end < 0 ? unit : unit.slice(0, end);
  return from < 0 || named.length === 0 || WHOLE_OFFICE.test(folded(named)) ? null : typed(named);
}

const AFTER_UNIT =
  /^(?:(?:dang )?(?:den|toi) dau|(?:nhu )?the nao|ra sao|sao|roi|hien nay|hom nay|thang nay|nam nay|(?:em|anh|chi|a|nhe|voi|di|nhi))(?: (?:roi|em|anh|chi|a|nhe|voi|di|nhi|vay))*$/;
const WHOLE_OFFICE =
  /^(?:chung|tong the|tat ca|(?:toan|ca)(?: (?:phuong|xa|co quan|don vi|bo|the))?|co quan|cac (?:phong|don vi|phong ban)|cong viec|thuc hien)$/;

/** The code as typed; null when there is none. */
export function codeIn(text: string): string | null {
  return /[\w-]+/.exec(text)?.[0] ?? null;
}
