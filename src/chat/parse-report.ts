/**
 * Whether a message reports work as done. It is read clause by clause, so that "xong 12, 13 chưa" reports only 12, and
 * with more care than wit: where a claim, a wish and a denial mix, it reports nothing.
 */
import { evidenceIn } from '../domain/evidence.ts';
import { fold } from '../domain/text-fold.ts';
import { type Clause, clausesIn } from './clause.ts';
import type { Command } from './command.ts';
import { withoutSlips } from './done-words.ts';
import { withoutOtherNumbers } from './typed-numbers.ts';

/** A report, "not done", or a question about one task; null when the message says nothing of the kind. */
export function parseReport(text: string): Command | null {
  const { given, rest } = evidenceIn(text);
  const { text: read, month } = withoutOtherNumbers(
    withoutSlips(fold(withoutListNumbers(rest.split(/[\r\n]+/)).join(' ; '))),
  );
  const clauses = clausesIn(read, { withEvidence: given.length > 0 });
  const saying = (...says: Clause['says'][]) => clauses.filter((clause) => says.includes(clause.says));

  if (saying('unclear').length > 0) return null;
  if (saying('question').length > 0) {
    const [number, ...more] = numbersOf(saying('question'));
    return number !== undefined && more.length === 0 ? { name: 'task', number } : null;
  }
  const done = saying('done');
  const notDone = saying('not-done');
  if (notDone.length > 0 && numbersOf(done).length === 0)
    return { name: 'not-done', numbers: numbersOf(notDone) };
  // "Xong 12 nhưng chưa gửi": what is not done may be part of 12.
  if (notDone.some((clause) => clause.numbers.length === 0)) return null;

  if (done.length === 0 && given.length === 0) return null;
  return {
    name: 'report',
    numbers: numbersOf(done.length > 0 ? done : clauses),
    words: wordsOf(saying('done', 'nothing')),
    month,
    evidence: given,
    explicit: done.length > 0,
  };
}

/** In a numbered list "1. Việc 12 đã xong" speaks of 12 only. */
function withoutListNumbers(lines: string[]): string[] {
  const ordinals = lines.flatMap((line) => LIST_NUMBER.exec(line)?.[1] ?? []);
  const isList = ordinals.length > 1 && ordinals.every((ordinal, at) => Number(ordinal) === at + 1);
  return isList ? lines.map((line) => line.replace(LIST_NUMBER, '')) : lines;
}

const LIST_NUMBER = /^\s*(\d{1,2})\s?[.)/:-](?!\d)/;

function numbersOf(clauses: Clause[]): number[] {
  return [...new Set(clauses.flatMap((clause) => clause.numbers))];
}

function wordsOf(clauses: Clause[]): string {
  return clauses
    .map((clause) => clause.words)
    .filter((words) => words !== '')
    .join(' ');
}
