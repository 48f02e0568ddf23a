import { fold } from '../../domain/text-fold.ts';
import { withoutMention } from './without-mention.ts';

/**
 * "@nhac han xong 12" leaves "xong 12": "@" and a name that stand in the text with nothing that says where they begin and
 * end. Names have spaces and diacritics, which phones write in one form or the other and people leave out.
 * @returns null where the name is not called; "@Nhắc Hạnh" calls somebody else than "Nhắc Hạn"
 */
export function withoutTypedName(spoken: string, name: string): string | null {
  const words = fold(name)
    .split(' ')
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
    // Whoever types a name leaves out its dots and brackets as well.
    .map((word) => word.replace(/[^\p{L}\p{N}]/gu, '[^\\p{L}\\p{N}\\s]?'));
  if (words.length === 0) return null;
  const called = new RegExp(`(?<!\\S)@ ?${words.join(' ?')}(?![\\p{L}\\p{N}_.])`, 'u');
  let left = spoken.normalize('NFC');
  let isCalled = false;
  for (let at = called.exec(plain(left)); at !== null; at = called.exec(plain(left))) {
    left = withoutMention(left, at.index, at[0].length);
    isCalled = true;
  }
  return isCalled ? left : null;
}

/** As `fold`, but letter for letter, so that what is found there can be cut out of the words as typed. */
function plain(composed: string): string {
  return composed.replace(/[^\n]/g, (letter) => {
    const folded = fold(letter);
    return folded.length === 1 ? folded : /\s/.test(letter) ? ' ' : letter;
  });
}
