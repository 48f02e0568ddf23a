import { isSilent } from '../clause-parts.ts';
import { has } from '../clauses.ts';
import type { Entity } from '../entities.ts';
import type { Sense } from '../lexicon.ts';
import type { Mark } from '../marks.ts';

/** What may stand beside anything: courtesy, and those who speak and are spoken to. */
const BESIDE: Sense[] = [
  'courtesy',
  'person',
  'title',
  'speaker',
  'taskNoun',
  'joiner',
  'full',
  'already',
  'today',
  'perhapsDone',
];

/** The words that an act does not explain: those of other senses than it knows, and of none. */
export function leftOver(
  marks: readonly Mark[],
  senses: readonly Sense[],
  kinds: readonly Entity['kind'][] = ['numbers'],
): string[] {
  return marks
    .filter((mark, at) => {
      if (isSilent(mark) || isFace(mark)) return false;
      if (mark.entity !== null) return !kinds.includes(mark.entity.kind);
      if (has(mark, ...BESIDE, ...senses)) return false;
      // "chị Lan": with whoever is spoken to.
      return !(
        mark.senses.size === 0 &&
        /^\p{Lu}/u.test(mark.typed) &&
        has(marks[at - 1], 'person', 'title')
      );
    })
    .map(({ typed }) => typed);
}

/** How many of the words have a sense that an act goes by. */
export function cueCount(marks: readonly Mark[], ...senses: Sense[]): number {
  return marks.filter((mark) => has(mark, ...senses)).length;
}

export function isFace({ words }: Mark): boolean {
  return /^\p{Extended_Pictographic}$/u.test(words);
}
