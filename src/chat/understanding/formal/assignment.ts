/** "17 VHXH", "17, 18 cho Tám", "việc 17 Tám chủ trì, Lan phối hợp": tasks, and whom they are given to. */
import { fold } from '../../../domain/text-fold.ts';
import type { CommandOf } from '../../command.ts';

/** Behind the word that gives; of one line. */
export function assignmentIn(text: string): CommandOf<'assign'> | null {
  const [, numbers = '', words] = NUMBERS_AND_WORDS.exec(text.normalize('NFC').trim()) ?? [];
  return words === undefined ? null : assignment(numbers, words);
}

/** With the tasks first: "việc 17 giao cho Tám", "#17 chị Lan phụ trách". */
export function assignmentOfTask(text: string): CommandOf<'assign'> | null {
  const typed = text.normalize('NFC').trim();
  const [, numbers = ''] = MARKED.exec(fold(typed)) ?? [];
  if (numbers === '') return null;
  const words = typed.slice(numbers.length).replace(/^[\s:,-]+/, '');
  const said = fold(words);
  const isGiven = GIVEN.test(said) || (LED.test(said) && !NOBODY.test(said));
  return isGiven && !UNSURE.test(said) ? assignment(numbers, words.replace(GIVING, '')) : null;
}

/** Whom the words give a task to, and who helps; null where they name nobody. */
export function assignedIn(words: string): { leads: string; supports: string | null } | null {
  const { leads, supports } = sides(words);
  if (leads === '') return null;
  return { leads, supports: supports === '' ? null : supports };
}

function assignment(numbers: string, words: string): CommandOf<'assign'> | null {
  const assigned = assignedIn(words);
  const named = [...new Set((numbers.match(/\d+/g) ?? []).map(Number))].filter((one) => one > 0);
  return assigned && named.length > 0 ? { name: 'assign', numbers: named, ...assigned } : null;
}

/** "Tám phối hợp Lan" and "Tám, Lan phối hợp": whoever stands behind it helps, else whoever stands right before it. */
function sides(words: string): { leads: string; supports: string } {
  const said = trimmed(words.replace(CLOSING, ''));
  const [before = '', ...behind] = said.split(SUPPORTED_BY);
  if (behind.length > 0) return { leads: leading(before), supports: trimmed(behind.join(', ')) };
  const [, first = '', second = ''] = EACH.exec(said) ?? [];
  return second === ''
    ? { leads: leading(said.replace(SUPPORTING, '')), supports: '' }
    : { leads: leading(first), supports: trimmed(second) };
}

function leading(words: string): string {
  return trimmed(trimmed(words.replace(LED_BY, '')).replace(LEADS, ''));
}

const NUMBERS = String.raw`#?\d{1,4}(?:\s*(?:,|&|và|va)\s*#?\d{1,4}(?![\d/]))*`;
const NUMBERS_AND_WORDS = new RegExp(
  String.raw`^(?:lại\s+|lai\s+)?(?:việc|viec)?\s*(?:số\s+|so\s+)?(${NUMBERS})(?=[\s:,])[\s:,-]*(.*)$`,
  'i',
);
const MARKED =
  /^((?:(?:viec|nhiem vu|nv|task)(?: so)? #?|#)\d{1,4}(?:\s*(?:,|&|va)\s*#?\d{1,4}(?![\d/]))*)(?=[\s:,])[^\n]+$/;

const GIVING = /^(?:giao(?:\s+(?:lại|lai))?(?:\s+cho)?|phân\s+công(?:\s+cho)?|phan\s+cong(?:\s+cho)?)\s+/iu;
const GIVEN = /^(?:giao|phan cong)(?: lai)?(?: cho)? (?!em\b|ai\b|toi\b|minh\b|bao gio)/;
/** "Tám chủ trì", "chị Lan phụ trách nhé". */
const LED = /^(?:\S+ ){1,6}?(?:chu tri|phu trach|dam nhan)(?![a-z])/;
const NOBODY =
  /^(?:cua |la |do |ben |em |e |toi |tui |minh |chung |tui |ai |phong nao|don vi nao|nguoi nao|bao gio|hom|khi|de )/;
/** A question, a report, a wish. */
const UNSURE = /\b(?:ai|nao|chua|khong|ko|xong|roi|da|dang|se|neu|hay|bao gio|sao|ma|thi|duoc)\b|\?/;

const LED_BY =
  /^(?:(?:lại|lai|về|ve|cho|to)\s+)*(?:(?:đơn\s+vị|don\s+vi)\s+)?(?:(?:chủ\s+trì|chu\s+tri)[\s:]+)?/iu;
const LEADS = /(?<![\s,])[\s,]+(?:chủ\s+trì|chu\s+tri|phụ\s+trách|phu\s+trach|đảm\s+nhận|dam\s+nhan)$/iu;
const SUPPORTED_BY =
  /(?<![\s,;])[\s,;]+(?:phối\s+hợp|phoi\s+hop|ph|with)(?:\s+(?:với|voi|cùng|cung))?[\s:]+/iu;
const EACH =
  /^(.+?(?:,|\s(?:chủ\s+trì|chu\s+tri)[\s,;]))\s*(.+?)\s+(?:cùng\s+|cung\s+)?(?:phối\s+hợp|phoi\s+hop)$/iu;
const SUPPORTING = /(?<![\s,])[\s,]+(?:phối\s+hợp|phoi\s+hop)$/iu;
const CLOSING = /(?:\s+(?:nhé|nhe|nha|ạ|giúp|giup|luôn|luon|đi|please)){1,6}[.!]*$/iu;

function trimmed(words: string): string {
  return words.replace(/\s+/g, ' ').replace(/^[\s,;:]+|(?<![\s,;:.])[\s,;:.]+$/g, '');
}
