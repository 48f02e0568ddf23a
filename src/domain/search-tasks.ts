import type { Task } from './task.ts';
import { fold } from './text-fold.ts';

/** A title says what a task is; a section only where it stands. */
const WEIGHT = { title: 4, product: 2, units: 2, section: 1, deadline: 1 };
/** The words side by side, as they were typed. */
const TOGETHER = 8;

/**
 * The tasks in which every word stands, typed with or without diacritics; what they are more about comes first. Words that
 * stand in no task at all are not held against the others.
 *
 * @param unitNames the names under which the office knows who leads and supports a task
 */
export function searchTasks(tasks: Task[], words: string, unitNames: (task: Task) => string): Task[] {
  const texts = tasks.map((task) => textsOf(task, unitNames(task)));
  const asked = wordsIn(words).filter((word) => texts.some((text) => weightIn(text, word) > 0));
  if (asked.length === 0) return [];
  const phrase = fold(words);
  return texts
    .map((text) => ({ ...text, weights: asked.map((word) => weightIn(text, word)) }))
    .filter(({ weights }) => weights.every((weight) => weight > 0))
    .map(({ task, folded, weights }) => ({
      task,
      weight: weights.reduce((sum, one) => sum + one, folded.includes(phrase) ? TOGETHER : 0),
    }))
    .toSorted((one, other) => other.weight - one.weight || one.task.number - other.task.number)
    .map(({ task }) => task);
}

interface Texts {
  task: Task;
  folded: string;
  parts: { weight: number; words: ReadonlySet<string> }[];
}

function textsOf(task: Task, units: string): Texts {
  const { title, product, section, deadline } = task;
  const texts = { title, product: product ?? '', units, section, deadline: deadline.text };
  const parts = Object.entries(texts).map(([name, text]) => ({
    weight: WEIGHT[name as keyof typeof WEIGHT],
    words: new Set(wordsIn(text).flatMap((word) => [word, fold(word)])),
  }));
  return { task, folded: fold(`${title} ${product ?? ''}`), parts };
}

/** A word typed bare may be any of its spellings; one typed with diacritics is only itself. */
function weightIn({ parts }: Texts, word: string): number {
  return Math.max(0, ...parts.filter(({ words }) => words.has(word)).map(({ weight }) => weight));
}

function wordsIn(text: string): string[] {
  return (
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\d]+/gu) ?? []
  );
}
