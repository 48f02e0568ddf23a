import { fold } from '../domain/text-fold.ts';
import { sameFigures, similarity, type WordBag, wordBag } from '../domain/text-similarity.ts';
import type { KnownTask, PlannedTask } from './ports/plans.ts';

/** In its old place, with its old number, a row may be worded half anew. */
const ALIKE_IN_PLACE = 0.5;
/** Elsewhere only small changes leave it the same row. */
const ALIKE_ANYWHERE = 0.8;

/**
 * Which rows of a plan are which tasks of before: those of the same section and title, then, of what is left, those
 * that are most alike. So an amended row keeps its number and its reports.
 */
export function pairRows(
  tasks: readonly PlannedTask[],
  known: readonly KnownTask[],
): Map<PlannedTask, KnownTask> {
  const byKey = new Map(known.map((task) => [task.key, task]));
  const pairs = new Map<PlannedTask, KnownTask>();
  for (const task of tasks) {
    const before = byKey.get(task.key);
    if (before) pairs.set(task, before);
  }
  const taken = new Set(pairs.values());
  const left = known.filter((task) => (task.active || task.leftOut) && !taken.has(task)).map(withWords);
  const fresh = tasks.filter((task) => !pairs.has(task)).map(withWords);
  const candidates = fresh
    .flatMap(({ task, words }) =>
      left.map((other) => ({ task, before: other.task, ...alike(task, words, other) })),
    )
    .filter(({ isSame }) => isSame)
    .toSorted((one, other) => other.score - one.score);
  for (const { task, before } of candidates) {
    if (pairs.has(task) || taken.has(before)) continue;
    pairs.set(task, before);
    taken.add(before);
  }
  return pairs;
}

function withWords<Row extends { title: string }>(task: Row): { task: Row; words: WordBag } {
  return { task, words: wordBag(task.title) };
}

function alike(
  task: PlannedTask,
  words: WordBag,
  { task: before, words: wordsBefore }: { task: KnownTask; words: WordBag },
): { score: number; isSame: boolean } {
  const score = similarity(words, wordsBefore);
  const isInPlace =
    task.rowNo !== '' && task.rowNo === before.rowNo && fold(task.section) === fold(before.section);
  const isSame =
    (task.partOf !== null) === before.isStep &&
    (isInPlace ? score >= ALIKE_IN_PLACE : score >= ALIKE_ANYWHERE && sameFigures(words, wordsBefore));
  return { score: score + (isInPlace ? 1 : 0), isSame };
}
