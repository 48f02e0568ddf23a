/**
 * What the bot did not know how to take, as it is kept so that its wording can be mended: folded, so that what is typed in
 * several ways is counted as one, and without what tells of whom or what it was said.
 */
import { fold, spelling } from './text-fold.ts';

/** Said so often it is worth telling of. */
export const WORTH_TELLING = 3;
/** What nobody has said for so long has been mended, or forgotten. */
export const KEPT_DAYS = 60;

const LONGEST = 80;
const FIGURE = '#';
/** While it is folded, which knows no "…". */
const LEFT_OUT = '*';

/** An address, a link, a mention of somebody; a phone number. */
const ADDRESS = /\S*(?:https?:\/\/|www\.|@)\S*/giu;
const PHONE = /\+?\d(?:[ .-]?\d){8,}/gu;
/** "Nguyễn Văn A": a name, whoever it is. */
const CAPITALS = /(?<!\p{L})\p{Lu}\p{Ll}+(?:\s+\p{Lu}\p{Ll}*)+(?!\p{L})/gu;
const TITLE = /^(?:anh|chi|em|co|chu|bac|ong|ba|thay|dc)$/;

/** Null where nothing is left that could be mended. */
export function unmetWords(text: string, people: readonly { name: string }[]): string | null {
  const plain = text
    .normalize('NFC')
    .replaceAll(LEFT_OUT, ' ')
    .replace(ADDRESS, LEFT_OUT)
    .replace(PHONE, LEFT_OUT);
  const kept = fold(withoutNames(plain, people).replace(CAPITALS, LEFT_OUT))
    .replace(/\d+(?:[.,/:-]\d+)*/g, FIGURE)
    .replace(/[^\p{L}\p{N}#*?]+/gu, ' ')
    .replace(/\*(?:\s*\*)+/g, LEFT_OUT)
    .replaceAll(LEFT_OUT, '…')
    .trim()
    .slice(0, LONGEST)
    .trim();
  return /\p{L}/u.test(kept) ? kept : null;
}

/**
 * Where diacritics are typed, they tell "Lan" from "lần"; where none are, and behind "chị", a word that may be a name is
 * taken for one.
 */
function withoutNames(text: string, people: readonly { name: string }[]): string {
  const isMarked = /\p{M}|đ/iu.test(text.normalize('NFD'));
  const names = people.map(({ name }) => name.normalize('NFC').split(/\s+/));
  // Every second part is a word.
  const parts = text.split(/(\p{L}+)/u);
  const words = parts.filter((_, at) => at % 2 === 1);
  const isName = words.map(() => false);
  for (const at of words.keys()) {
    const isExact = isMarked && !TITLE.test(fold(words[at - 1] ?? ''));
    const lengths = names.map((name) => lengthOf(name, words.slice(at), isExact));
    isName.fill(true, at, at + Math.max(0, ...lengths));
  }
  return parts.map((part, at) => (at % 2 === 1 && isName[(at - 1) / 2] ? LEFT_OUT : part)).join('');
}

/** How many of the words a person is called by: the given name, perhaps behind others. */
function lengthOf(name: readonly string[], said: readonly string[], isExact: boolean): number {
  for (let length = name.length; length > 0; length -= 1) {
    const form = isExact && length === 1 ? spelling : fold;
    if (name.slice(-length).every((part, at) => form(part) === form(said[at] ?? ''))) return length;
  }
  return 0;
}
