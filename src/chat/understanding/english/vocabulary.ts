/** Whether a message is English: many an English word is a Vietnamese one typed without its diacritics. */
import type { Thing } from './things.ts';

/** How a Vietnamese word may be written without diacritics: "to", "do", "the", "on", "can", "may", "hang", "long". */
const SYLLABLE =
  /^(?:ngh|ng|nh|th|tr|ch|kh|ph|gh|gi|qu|[bcdghklmnpqrstvx])?(?:uye|oai|oay|uay|uya|uyu|uoi|uou|ieu|yeu|oeo|[aeiouy]{1,2})(?:ng|nh|ch|[cmnpt])?$/;

/** Some of its words are English and nothing else, and no more of the others than names and titles. */
export function readsAsEnglish(things: readonly Thing[], vocabulary: ReadonlySet<string>): boolean {
  const words = things.filter(({ typed }) => /^\p{L}/u.test(typed));
  const known = words.filter(({ names }) => [...names].some((name) => vocabulary.has(name)));
  const own = known.filter(({ names }) => ![...names].some((name) => SYLLABLE.test(name)));
  return own.length > 0 && 2 * known.length >= words.length && !words.some(isAccented);
}

/** But for names: "Tám". */
function isAccented({ typed }: Thing): boolean {
  return /[^\p{ASCII}’]/u.test(typed) && !/^\p{Lu}/u.test(typed);
}
