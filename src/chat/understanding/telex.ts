/** Letters of Telex that were typed while the Vietnamese keyboard was off: "vieecj" is "việc". */
import { fold, spelling } from '../../domain/text-fold.ts';
import { PHRASES } from './lexicon.ts';
import { bareOf } from './spelling.ts';

const TONES: Record<string, string> = { s: '\u0301', f: '\u0300', r: '\u0309', x: '\u0303', j: '\u0323' };
const MARKS: [RegExp, string][] = [
  [/dd/g, 'đ'],
  [/uow/g, 'ươ'],
  [/aa/g, 'â'],
  [/ee/g, 'ê'],
  [/oo/g, 'ô'],
  [/aw/g, 'ă'],
  [/ow/g, 'ơ'],
  [/uw/g, 'ư'],
];

/** The words that are looked for: nothing else is bent into one of them. */
const KNOWN = new Set(PHRASES.flatMap(({ words }) => words.map(spelling)));
const BARE = new Set(PHRASES.flatMap(({ words }) => words.map(bareOf)));

/** Words that are known without the marks of their vowels as well: "roif" is "rồi". */
const PLAIN = new Set(
  'xong hoan thanh da roi chua nop gui viec nhiem vu bao cao khong duoc lam nhe nha anh chi em gia han den ngay thang cho xin'.split(
    ' ',
  ),
);

/** The word that was meant, as {@link spelling} has it, or bare; null where it stands as it is. */
export function telexRead(typed: string): string | null {
  const word = typed.toLowerCase();
  if (BARE.has(word) || KNOWN.has(spelling(word))) return null;
  const [, onset = '', rest = ''] = /^([^aeiouy]*)(.*)$/su.exec(word) ?? [];
  const tones = rest.match(/[sfrxj]/g) ?? [];
  const [tone] = tones;
  if (new Set(tones).size > 1) return null;
  const letters = MARKS.reduce(
    (text, [typedAs, letter]) => text.replace(typedAs, letter),
    onset + rest.replace(/[sfrxj]/g, ''),
  );
  const read = spelling(letters + (tone === undefined ? '' : TONES[tone]));
  if (read === spelling(word)) return null;
  if (KNOWN.has(read)) return read;
  const bare = fold(read);
  return bare !== word && PLAIN.has(bare) ? bare : null;
}
