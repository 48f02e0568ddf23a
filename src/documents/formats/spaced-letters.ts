/**
 * Letter-spaced text, as converters leave it: "T i n , b à i v i ế t". Where no wider gap tells the words apart they
 * are found again: a Vietnamese word is one syllable, and most of them stand elsewhere in the document.
 */

/** Fewer single letters in a row are ordinary writing ("điểm a, b, c"). */
const SPACED = /(?<!\S)\S(?: +\S){4,}(?!\S)/gu;
const ENDS_SPACED = /(?<!\S)\S(?: +\S){4,}\s*$/u;
/** The last word or two of what was spaced in the line above. */
const REST = /^\s*\p{L}(?: +[\p{L},.;]){1,}\s*$/u;
const FEWEST_LETTERS = 4;
const LONGEST_SYLLABLE = 7;

/** The text with its spaced letters joined; a text without any comes back as it is. */
export function joinSpacedLetters(text: string): string {
  const typed = text.normalize('NFC').replace(/[\u00a0\u2000-\u200a]/g, ' ');
  const ordinary = typed.replace(SPACED, ' ');
  if (ordinary.length === typed.length) return text;
  const known = new Set(ordinary.toLowerCase().match(/\p{L}+/gu));
  let isSpacedAbove = false;
  return typed
    .split('\n')
    .map((line) => {
      if (line.trim() === '') return line;
      const isRest = isSpacedAbove && REST.test(line);
      isSpacedAbove = !isRest && ENDS_SPACED.test(line);
      return isRest ? joined(line, known) : line.replace(SPACED, (run) => joinedRun(run, known));
    })
    .join('\n');
}

/** "1 2 3 4 5" below a header and "A - B - C" are no words. */
function joinedRun(run: string, known: ReadonlySet<string>): string {
  return (run.match(/\p{L}/gu) ?? []).length < FEWEST_LETTERS ? run : joined(run, known);
}

function joined(run: string, known: ReadonlySet<string>): string {
  const gaps = run.trim().match(/ +/g) ?? [];
  const wide = gaps.filter((gap) => gap.length > 1).length;
  const words = wide > 0 && wide < gaps.length ? run.trim().split(/ {2,}/) : [run];
  return words
    .map((word) => word.replaceAll(' ', ''))
    .map((word) => (wide > 0 && wide < gaps.length ? word : wordsOf(word, known)))
    .join(' ');
}

function wordsOf(letters: string, known: ReadonlySet<string>): string {
  return letters
    .replace(/\p{L}+/gu, (chunk) =>
      chunk
        .split(BETWEEN_CASES)
        .flatMap((part) => syllablesOf(part, known))
        .join(' '),
    )
    .replace(/(?<=\p{L})(?=[\d(“])|(?<=[\d,;:.!?)”%])(?=\p{L})/gu, ' ');
}

/** "vụ|CCHC|được": an abbreviation stands out. */
const BETWEEN_CASES = /(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu}{2})(?=\p{Ll})/u;

interface Reading {
  cost: number;
  /** Where the last word begins. */
  from: number;
}

/** The cheapest way to read the letters as words, found from left to right. */
function syllablesOf(letters: string, known: ReadonlySet<string>): string[] {
  if (letters === letters.toUpperCase()) return [letters];
  const best: Reading[] = [{ cost: 0, from: 0 }];
  for (let to = 1; to <= letters.length; to++) {
    const readings = Array.from({ length: Math.min(to, LONGEST_SYLLABLE) }, (_, i): Reading => {
      const from = to - 1 - i;
      const cost = costOf(letters.slice(from, to).toLowerCase(), known);
      return { cost: (best[from]?.cost ?? 0) + cost, from };
    });
    best.push(readings.reduce((a, b) => (b.cost <= a.cost ? b : a)));
  }
  const words: string[] = [];
  for (let to = letters.length; to > 0; ) {
    const from = best[to]?.from ?? 0;
    words.push(letters.slice(from, to));
    to = from;
  }
  return words.reverse();
}

function costOf(word: string, known: ReadonlySet<string>): number {
  if (!isSyllable(word)) return 5 * word.length;
  return known.has(word) ? 1 : 2;
}

const ONSET = '(?:ngh?|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdđghklmnprstvx])?';
const RIME = [
  'a(?:c|ch|i|m|n|ng|nh|o|p|t|u|y)?|ă(?:c|m|n|ng|p|t)|â(?:c|m|n|ng|p|t|u|y)',
  'e(?:c|m|n|ng|o|p|t)?|ê(?:ch|m|n|nh|p|t|u)?',
  'i(?:a|ch|m|n|nh|p|t|u)?|iê(?:c|m|n|ng|p|t|u)|y|yê(?:m|n|t|u)',
  'o(?:c|i|m|n|ng|p|t)?|oa(?:c|ch|i|m|n|ng|nh|o|p|t|y)?|oă(?:c|m|n|ng|t)|oe(?:n|o|t)?',
  'ô(?:c|i|m|n|ng|p|t)?|ơ(?:i|m|n|p|t)?',
  'u(?:a|c|i|m|n|ng|p|t)?|uâ(?:n|t|ng|y)|uê(?:ch|nh)?|uô(?:c|i|m|n|ng|t)|uơ|uy(?:a|ch|n|nh|t|p|u)?|uyê(?:n|t)',
  'ư(?:a|c|i|m|n|ng|t|u)?|ươ(?:c|i|m|n|ng|p|t|u)',
].join('|');
const SYLLABLE = new RegExp(`^${ONSET}(?:${RIME})$`);
const TONE = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** Words that end in a stop have one of two tones ("các", "một"), which keeps "tổ chức" from being "tổc hức". */
export function isSyllable(word: string): boolean {
  const marked = word.normalize('NFD');
  const plain = marked.replace(TONE, '').normalize('NFC');
  if (!SYLLABLE.test(plain) || (marked.match(TONE) ?? []).length > 1) return false;
  return !/(?:c|ch|p|t)$/.test(plain) || /[\u0301\u0323]/.test(marked);
}
