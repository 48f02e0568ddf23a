/** A clerk's corrections of a plan, behind their "/word" or, where nothing else could be meant, without one. */
import { fold } from '../../../domain/text-fold.ts';
import type { Command } from '../../command.ts';
import { assignmentIn, assignmentOfTask } from './assignment.ts';
import { onlyNumbers } from './typed-numbers.ts';

const LONGEST_UNIT = 120;

/**
 * As plain words, with or without diacritics: "giao 17 cho VHXH", "bỏ việc 17", "lấy lại 17", "thêm A", "xem 2",
 * "Tổ Công nghệ số = VHXH".
 */
export function parseCorrection(text: string): Command | null {
  const typed = text.trim();
  const whole = WHOLE.get(fold(typed).replace(/\s+/g, ' '));
  if (whole) return whole;
  const [, head = '', tail = ''] = /^(\S+)\s+([^\n]+)$/.exec(typed) ?? [];
  // "bố 2" and "giáo viên 3" are other words.
  switch (head.toLowerCase()) {
    case 'giao':
    case 'phancong':
    case 'assign':
      return assignmentIn(tail);
    case 'bỏ':
    case 'bo':
    case 'drop':
      return leftOutIn(tail);
    case 'laylai':
    case 'restore':
      return takenBackIn(tail);
    case 'lấy':
    case 'lay':
      return takenBackIn(fold(tail).replace(/^lai\s+/, ''));
    case 'xem':
    case 'view':
      return /^(?:trang\s+)?\d{1,3}$/i.test(tail)
        ? { name: 'browse', page: Number(/\d+/.exec(tail)?.[0]), draft: null }
        : null;
    case 'thêm':
    case 'them':
    case 'add':
      return /^[A-Z](?:[\s,]+[A-Z])*$/.test(tail) || ALL.has(fold(tail))
        ? { name: 'take-up', letters: lettersIn(tail) }
        : null;
    default:
      return assignmentOfTask(typed) ?? unitNamed(text);
  }
}

const WHOLE: ReadonlyMap<string, Command> = new Map([
  ...['xem', 'xem ca ban', 'xem tat ca', 'view'].map((words): [string, Command] => [
    words,
    { name: 'browse', page: null, draft: null },
  ]),
  ...['bocu', 'bo cu', 'bo viec cu'].map((words): [string, Command] => [
    words,
    { name: 'missing', drops: true, draft: null },
  ]),
  ...['giucu', 'giu cu', 'giu viec cu'].map((words): [string, Command] => [
    words,
    { name: 'missing', drops: false, draft: null },
  ]),
  ...['rieng', 'ke hoach rieng'].map((words): [string, Command] => [
    words,
    { name: 'stand-alone', draft: null },
  ]),
]);

/** "17", "việc 17", "#17, 18 và 19". */
export function leftOutIn(text: string): Command | null {
  const numbers = onlyNumbers(text);
  return numbers.length === 0 ? null : { name: 'leave-out', numbers };
}

/** One, because each is shown with its dates. */
export function takenBackIn(text: string): Command | null {
  const [number, ...more] = onlyNumbers(text);
  return number === undefined || more.length > 0 ? null : { name: 'take-back', number };
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

function unquoted(words: string): string {
  return words
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^["“'](.*)["”']$/, '$1');
}

function upper(letters: string): string {
  return letters.toUpperCase();
}
