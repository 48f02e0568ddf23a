/** Whether words that were typed are those of a task. */
import { fold, spelling } from '../../domain/text-fold.ts';
import { PHRASES } from './lexicon.ts';

/**
 * Every word stands in the title, with the diacritics that were typed: "họp" is not in "tổng hợp". Not what is no word, nor a
 * figure or a person: "thứ 6" is when it will be done, also of a task that is done on Fridays.
 */
export function standIn(words: readonly string[], title: string): boolean {
  const known = wordsOf(title);
  const folded = new Set(known.map((word) => fold(word)));
  const spelled = new Set(known.map(spelling));
  return words.every((said) => {
    const each = wordsOf(said);
    return each.length > 0 && each.every((word) => isNaming(word) && stands(word));
  });

  function stands(word: string): boolean {
    return fold(word) === word.toLowerCase() ? folded.has(fold(word)) : spelled.has(spelling(word));
  }
}

function isNaming(word: string): boolean {
  return !/\d/.test(word) && !PERSONS.has(fold(word));
}

/**
 * How much the words say of a task: one for each syllable, two for an abbreviation ("CCHC"), nothing for what half of all
 * titles begin with ("báo cáo").
 */
export function weightOf(words: readonly string[]): number {
  return words
    .flatMap(wordsOf)
    .filter((word) => !COMMON.has(fold(word)))
    .reduce(
      (sum, word) => sum + (/^\p{Lu}{3,}$/u.test(word) || /^[b-df-hj-np-tv-z]{3,}$/.test(fold(word)) ? 2 : 1),
      0,
    );
}

const PERSONS = new Set(
  PHRASES.filter(({ sense, words }) => sense === 'person' && words.length === 1).flatMap(({ words }) =>
    words.map((word) => fold(word)),
  ),
);

const COMMON = new Set(
  PHRASES.filter(
    ({ sense }) => sense === 'paper' || sense === 'taskNoun' || sense === 'joiner' || sense === 'filler',
  ).flatMap(({ words }) => words.map((word) => fold(word))),
);

function wordsOf(text: string): string[] {
  return text.normalize('NFC').match(/[\p{L}\p{M}\d]+/gu) ?? [];
}
