/** A clerk's corrections of a plan, behind their "/word" or, where nothing else could be meant, without one. */
import { fold } from '../domain/text-fold.ts';
import type { Command } from './command.ts';
import { numbersIn, TASK_NUMBER } from './typed-numbers.ts';

const LONGEST_UNIT = 120;

/** As plain words: "giao 17 cho VHXH", "bỏ việc 17", "thêm A", "Tổ Công nghệ số = VHXH". */
export function parseCorrection(text: string): Command | null {
  const [, head = '', tail = ''] = /^(\S+)\s+([^\n]+)$/.exec(text.trim()) ?? [];
  switch (fold(head)) {
    case 'giao':
      return assignmentIn(tail);
    case 'bo':
      return numbered('leave-out', tail);
    case 'them':
      return /^[A-Z](?:[\s,]+[A-Z])*$/.test(tail) || fold(tail) === 'het'
        ? { name: 'take-up', letters: lettersIn(tail) }
        : null;
    default:
      return unitNamed(text);
  }
}

/** "17 VHXH", "#17: VHXH, phối hợp KT và VP"; of one line. */
export function assignmentIn(text: string): Command | null {
  const [, number, words = ''] = NUMBER_AND_WORDS.exec(text.trim()) ?? [];
  if (number === undefined) return null;
  const [lead = '', ...supports] = words.split(SUPPORTED_BY);
  const leads = trimmed(lead.replace(LED_BY, ''));
  const supporting = trimmed(supports.join(', '));
  if (leads === '') return null;
  return { name: 'assign', number: Number(number), leads, supports: supporting === '' ? null : supporting };
}

/** "17", "việc 17", "#17". */
export function numbered(name: 'leave-out' | 'take-back', text: string): Command | null {
  const said = ONLY_NUMBER.exec(fold(text).trim())?.[1];
  const [number] = numbersIn(said ?? '');
  return number === undefined ? null : { name, number };
}

/** "Tổ Công nghệ số cộng đồng = VHXH". */
export function unitNamed(text: string): Command | null {
  const [, words = '', unit = ''] = /^([^=\n]+?)\s*=\s*([^=\n]+)$/.exec(text.trim()) ?? [];
  const isUnit = (name: string) =>
    /\p{L}{2}/u.test(name) && name.length <= LONGEST_UNIT && !/https?:/.test(name);
  return isUnit(words) && isUnit(unit)
    ? { name: 'name-unit', words: unquoted(words), unit: unquoted(unit) }
    : null;
}

/** "A", "A C", "a,b", "hết": letters of duties; nothing said means all of them. */
export function lettersIn(text: string): string[] | 'all' {
  const words = fold(text).match(/[a-z]+/g) ?? [];
  const letters = words.filter((word) => word.length <= 2 && word !== 'va');
  return letters.length === 0 || words.some((word) => ALL.has(word)) ? 'all' : letters.map(upper);
}

const ALL = new Set(['het', 'all', 'ca']);

const NUMBER_AND_WORDS = /^(?:việc|viec)?\s*#?(\d{1,4})(?=[\s:,])[\s:,-]*(.*)$/i;
const ONLY_NUMBER = new RegExp(`^(?:viec )?(${TASK_NUMBER})$`);
const LED_BY = /^(?:(?:cho|to)\s+)?(?:(?:đơn\s+vị|don\s+vi)\s+)?(?:(?:chủ\s+trì|chu\s+tri)[\s:]+)?/iu;
const SUPPORTED_BY = /[\s,;]+(?:phối\s+hợp|phoi\s+hop|ph|with)(?:\s+(?:với|voi|cùng|cung))?[\s:]+/iu;

function trimmed(words: string): string {
  return words.replace(/\s+/g, ' ').replace(/^[\s,;:]+|[\s,;:.]+$/g, '');
}

function unquoted(words: string): string {
  return words
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^["“'](.*)["”']$/, '$1');
}

function upper(letters: string): string {
  return letters.toUpperCase();
}
