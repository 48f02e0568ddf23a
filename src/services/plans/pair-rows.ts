import { fold } from '../../domain/text-fold.ts';
import { sameFigures, similarity, type WordBag, wordBag } from '../../domain/text-similarity.ts';
import type { KnownTask, PlannedTask } from '../ports/plans.ts';

/** In its old place, with its old number, a row may be worded half anew. */
const ALIKE_IN_PLACE = 0.5;
/** Elsewhere only small changes leave it the same row. */
const ALIKE_ANYWHERE = 0.8;

type Pairs = Map<PlannedTask, KnownTask>;

/**
 * Which rows of a plan are which tasks of before: those of the same section and title, then, of what is left, those
 * that are most alike. So an amended row keeps its number and its reports. A step is looked for among the steps of
 * its own task.
 */
export function pairRows(tasks: readonly PlannedTask[], known: readonly KnownTask[]): Pairs {
  const pairs: Pairs = new Map();
  const rows = tasks.filter(({ partOf }) => partOf === null);
  pairAmong(
    rows,
    known.filter(({ partOfId }) => partOfId === null),
    pairs,
  );
  for (const row of rows) {
    const before = pairs.get(row);
    if (before === undefined) continue;
    pairAmong(
      tasks.filter(({ partOf }) => partOf === row.key),
      known.filter(({ partOfId }) => partOfId === before.id),
      pairs,
    );
  }
  return pairs;
}

function pairAmong(tasks: readonly PlannedTask[], known: readonly KnownTask[], pairs: Pairs): void {
  const taken = new Set<KnownTask>();
  const pair = (task: PlannedTask, before: KnownTask) => {
    if (pairs.has(task) || taken.has(before)) return;
    pairs.set(task, before);
    taken.add(before);
  };
  for (const { task, before } of namesakes(tasks, known)) pair(task, before);

  const left = known.filter((task) => (task.active || task.leftOut) && !taken.has(task)).map(withWords);
  const fresh = tasks.filter((task) => !pairs.has(task)).map(withWords);
  const candidates = fresh
    .flatMap(({ task, words }) =>
      left.map((other) => ({ task, before: other.task, ...alike(task, words, other) })),
    )
    .filter(({ isSame }) => isSame)
    .toSorted((one, other) => other.score - one.score);
  for (const { task, before } of candidates) pair(task, before);
}

/** Rows and tasks of one section and title; of several such, those that agree most come first. */
function namesakes(tasks: readonly PlannedTask[], known: readonly KnownTask[]) {
  const byName = new Map<string, KnownTask[]>();
  for (const task of known) byName.set(nameOf(task), [...(byName.get(nameOf(task)) ?? []), task]);
  return tasks
    .flatMap((task) =>
      (byName.get(nameOf(task)) ?? []).map((before) => ({ task, before, score: agreement(task, before) })),
    )
    .toSorted((one, other) => other.score - one.score);
}

function nameOf({ section, title }: { section: string; title: string }): string {
  return `${fold(section)}|${fold(title)}`;
}

/** One that is followed before one that was given up; then by whom, by when, and the row's own number. */
function agreement(task: PlannedTask, before: KnownTask): number {
  return (
    8 * Number(before.active || before.leftOut) +
    4 * Number(task.assignedWords === before.assignedWords) +
    2 * Number(task.deadline.text === (before.setDeadline?.insteadOf ?? before.deadline.text)) +
    Number(task.rowNo === before.rowNo)
  );
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
    task.partOf !== null ||
    (task.rowNo !== '' && task.rowNo === before.rowNo && fold(task.section) === fold(before.section));
  const isSame = isInPlace
    ? score >= ALIKE_IN_PLACE
    : score >= ALIKE_ANYWHERE && sameFigures(words, wordsBefore);
  return { score: score + (isInPlace ? 1 : 0), isSame };
}
