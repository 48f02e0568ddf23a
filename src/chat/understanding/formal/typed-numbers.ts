/** Numbers in commands of a fixed form. */
import { fold } from '../../../domain/text-fold.ts';
import { folded, wordsIn } from './typed-words.ts';

const DIGITS = '\\d{1,4}(?![\\w/])';
/** "#12", "việc 12", "nv12": a task whatever stands around it. */
const MARK = '(?:#|(?:(?:dau |cong )?viec|nhiem vu|nv|task) ?(?:so |thu )?#?)';
/** Also "12", "số 12", "stt 12": tasks only next to a done-word, or alone. */
export const TASK_NUMBER = `(?:${MARK}|(?:so|stt|muc) )?${DIGITS}`;
/** Several of them: "27 và 28". */
export const TASK_NUMBERS = `${TASK_NUMBER}(?:(?: va| voi| cung| ca)? ${TASK_NUMBER})*`;

const NUMBER = new RegExp(`(?:${MARK})?(${DIGITS})`, 'g');

/** The numbers within what {@link TASK_NUMBERS} matched, each once. */
export function numbersIn(matched: string): number[] {
  const numbers = new Set<number>();
  for (const [words, digits] of matched.matchAll(NUMBER)) {
    const number = Number(digits);
    const year = words === digits && number >= 1990 && number <= 2100;
    if (number > 0 && !year) numbers.add(number);
  }
  return [...numbers];
}

/** Of words that are nothing but numbers of tasks: "17", "việc 17", "#17, 18 và 19". Empty for any others. */
export function onlyNumbers(text: string): number[] {
  const said = fold(text)
    .replace(/[\s,;]+/g, ' ')
    .trim();
  return ONLY_NUMBERS.test(said) ? numbersIn(said) : [];
}

const ONLY_NUMBERS = new RegExp(`^(?:viec )?(?:${TASK_NUMBERS})$`);

/** The one task that the words name, where they name nothing else: "12", "việc 12". */
export function onlyNumber(text: string): number | null {
  return numbersIn(ONE_NUMBER.exec(folded(wordsIn(text)))?.[1] ?? '')[0] ?? null;
}

const ONE_NUMBER = new RegExp(`^(${TASK_NUMBER})$`);

/** "17 VHXH", "#17: VHXH, phối hợp KT": a task, and what is said of it in the same line. */
export function numberAndWords(text: string): { number: number; words: string } | null {
  const [, number, words = ''] = NUMBER_AND_WORDS.exec(text.trim()) ?? [];
  return number === undefined ? null : { number: Number(number), words };
}

const NUMBER_AND_WORDS = /^(?:việc|viec)?\s*#?(\d{1,4})(?=[\s:,])[\s:,-]*(.*)$/i;

/** A draft's number is the database's, and has no upper end that a person would notice. */
export function draftIn(text: string): number | null {
  const digits = /^\D{0,20}?(\d{1,9})(?!\d)/.exec(fold(text))?.[1];
  return digits === undefined ? null : Number(digits);
}

/** The numbers of tasks with which the words begin, and what comes behind, as typed. */
export function numbersAtStart(tail: string): { numbers: number[]; rest: string } {
  const typed = tail.trim();
  const [said = ''] = NUMBERS_AT_START.exec(typed) ?? [];
  return { numbers: (said.match(/\d+/g) ?? []).map(Number), rest: typed.slice(said.length) };
}

/** Several with a comma or a word between them: in "12 3 biểu mẫu còn thiếu" the reason begins with a number. */
const NUMBERS_AT_START =
  /^(?:việc\s+|viec\s+)?#?\d{1,4}(?:\s*(?:[,;]|(?<=\s)(?:và|va|and)\s)\s*#?\d{1,4})*(?![\p{L}\d/.])/iu;
