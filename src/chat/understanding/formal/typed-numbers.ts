/** Numbers of tasks in commands of a fixed form, folded. */
const DIGITS = '\\d{1,4}(?![\\w/])';
/** "#12", "việc 12", "nv12": a task whatever stands around it. */
const MARK = '(?:#|(?:(?:dau |cong )?viec|nhiem vu|nv|task) ?(?:so |thu )?#?)';
/** Also "12", "số 12", "stt 12": tasks only next to a done-word, or alone. */
export const TASK_NUMBER = `(?:${MARK}|(?:so|stt|muc) )?${DIGITS}`;
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
