/** "xếp hạng", "tiến độ các xã", "/xephang ảnh": how the offices below compare, or the own place among them. */
import type { CommandOf } from '../../command.ts';
import { folded, wordsIn } from './typed-words.ts';

const BELOW = `(?:tat ca )?(?:cac|nhung|the) (?:xa(?:,? phuong)?|phuong(?:,? xa)?|dac khu|co quan cap duoi|don vi (?:truc thuoc|cap duoi)|communes|offices)`;
const EDGE = `(?: (?:a|nhe|nha|di|voi|giup|bot|em|anh|chi))*`;
const FORMAT = `(?: (?:bang |ra )?(?<format>anh|hinh|png|picture|image|excel|xlsx|bang|table))?`;

/** Behind "/tiendo". */
const TAIL = new RegExp(`^(?:(?:cua |of )?${BELOW})${FORMAT}${EDGE}$`);
/** A whole message. */
const WHOLE = new RegExp(
  `^(?:(?:cho|gui|xem|xin|toi|em|anh|chi|minh|bang) )*(?:(?:xep hang|ranking)(?: (?:(?:cua |of )?${BELOW}))?|(?:tien do|progress)(?: cua| of)? ${BELOW})${FORMAT}${EDGE}$`,
);
const PICTURE = /^(?:anh|hinh|png|picture|image)$/;

export function rankingFrom(tail: string): CommandOf<'ranking'> | null {
  return rankingIn(TAIL, tail);
}

export function parseRanking(typed: string): CommandOf<'ranking'> | null {
  return /[?\n]/.test(typed) ? null : rankingIn(WHOLE, typed);
}

function rankingIn(pattern: RegExp, text: string): CommandOf<'ranking'> | null {
  const match = pattern.exec(folded(wordsIn(text)));
  if (match === null) return null;
  const format = match.groups?.format;
  if (format === undefined) return { name: 'ranking' };
  return { name: 'ranking', format: PICTURE.test(format) ? 'png' : 'xlsx' };
}
