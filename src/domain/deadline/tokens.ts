/**
 * A deadline's words as the language reads them: without diacritics, capitals and spacing, each with its place
 * in the text as given. Officials type "hàng qúy", "HẰNG QUÍ" and "hang quy"; all rules see "hang quy".
 */
import { mendWords, runTogether } from './mended-words.ts';
import { joinSpacedLetters } from './spaced-letters.ts';
import type { Token } from './token.ts';

/** A token before its surroundings are known. */
type Piece = Pick<Token, 'kind' | 'text' | 'from' | 'to'>;

interface Folded {
  letters: string;
  from: number;
  to: number;
}

/** Also the arrows and signs that stand between the ends of a range. */
const DASHES = /[‐-―−⁃→⟶÷~]/u;
const IGNORABLE = /^[\u00ad\u200b-\u200f\u2060\ufeff]$/u;

export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let run: Folded[] = [];
  let gap: Token['gap'] = 'none';

  const push = (token: Piece): void => {
    const given = text.slice(token.from, token.to).normalize('NFC');
    const accented = given.toLowerCase();
    tokens.push({ ...token, gap, accented, capital: capitalOf(given, accented) });
    gap = 'none';
  };
  const closeRun = (): void => {
    for (const piece of piecesOf(run)) push(piece);
    run = [];
  };

  let at = 0;
  for (const character of text) {
    const from = at;
    at += character.length;
    const letters = fold(character);
    const open = run.at(-1);
    if (letters === '') {
      if (open) open.to = at;
      continue;
    }
    if (/^[\p{L}\p{N}]/u.test(letters)) {
      run.push({ letters, from, to: at });
      continue;
    }
    closeRun();
    if (/^\s/u.test(letters)) {
      gap = widened(gap, character);
      continue;
    }
    for (const mark of letters) {
      if (gap === 'none' && isRunOf(mark, tokens)) (tokens.at(-1) as Token).to = at;
      else push({ kind: 'mark', text: mark, from, to: at });
    }
  }
  closeRun();
  return mendWords(joinSpacedLetters(tokens));
}

/** In tokens: a line of dots to be filled in is longer, and says no more than so many. */
const LONGEST_RUN = 12;

function isRunOf(mark: string, tokens: readonly Token[]): boolean {
  const last = tokens.slice(-LONGEST_RUN);
  return last.length === LONGEST_RUN && last.every(({ text }) => text === mark);
}

function capitalOf(given: string, small: string): Token['capital'] {
  if (given.charAt(0) === small.charAt(0)) return false;
  return given.length > 1 && given === given.toUpperCase() ? 'all' : 'first';
}

const foldedCharacters = new Map<string, string>();

/** A combining mark and a zero-width character fold to nothing. */
function fold(character: string): string {
  const known = foldedCharacters.get(character);
  if (known !== undefined) return known;
  const folded = foldAnew(character);
  if (foldedCharacters.size < 4096) foldedCharacters.set(character, folded);
  return folded;
}

function foldAnew(character: string): string {
  if (IGNORABLE.test(character)) return '';
  if (DASHES.test(character)) return '-';
  if (/\s/u.test(character)) return ' ';
  return character
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/đ/gu, 'd')
    .replace(/[⁄∕\\]/gu, '/');
}

function widened(gap: Token['gap'], space: string): Token['gap'] {
  if (gap === 'line' || /[\n\r\v\f\u2028\u2029]/u.test(space)) return 'line';
  return gap === 'none' && space !== '\t' ? 'space' : 'wide';
}

/** "ngày30" is two tokens; "2O25" and "l5", as scanners misread them, are one number. */
function piecesOf(run: readonly Folded[]): Piece[] {
  const pieces: Piece[] = [];
  const figuresFrom = startOfMisreadFigures(run);
  const misread = misreadHead(run);
  for (const [index, part] of run.entries()) {
    const isFigure = index >= figuresFrom || index < misread || /^[0-9]/u.test(part.letters);
    const kind = isFigure ? 'number' : 'word';
    const text = kind === 'number' ? part.letters.replace(/o/gu, '0').replace(/[li]/gu, '1') : part.letters;
    const open = pieces.at(-1);
    if (open?.kind === kind) {
      open.text += text;
      open.to = part.to;
    } else pieces.push({ kind, text, from: part.from, to: part.to });
  }
  return pieces.flatMap((piece) => (piece.kind === 'word' ? partedWords(piece, run) : [piece]));
}

/** "Trướcngày" */
function partedWords(piece: Piece, run: readonly Folded[]) {
  const lengths = runTogether(piece.text);
  if (lengths.length < 2) return [piece];
  let at = run.findIndex(({ from }) => from === piece.from);
  return lengths.map((length) => {
    const letters = run.slice(at, at + length);
    at += length;
    const text = letters.map((letter) => letter.letters).join('');
    return { ...piece, text, from: letters[0]?.from ?? piece.from, to: letters.at(-1)?.to ?? piece.to };
  });
}

/** The "l" of "l7h00", "l2tháng": one letter before a figure that no word begins with. */
function misreadHead(run: readonly Folded[]): number {
  const isRead = /^[oli]$/u.test(run[0]?.letters ?? '') && /^[0-9]/u.test(run[1]?.letters ?? '');
  return isRead && !/^[0-9]/u.test(run[2]?.letters ?? '') ? 1 : 0;
}

/** Longer runs of figures and o, l, i are codes, not a day or a year. */
const LONGEST_MISREAD = 4;

/** Where a tail such as "3O" or "l5" begins: figures and the letters scanners take them for, one figure at least. */
function startOfMisreadFigures(run: readonly Folded[]): number {
  let from = run.length;
  let figures = 0;
  while (
    from > 0 &&
    run.length - from < LONGEST_MISREAD &&
    /^[0-9oli]$/u.test(run[from - 1]?.letters ?? '')
  ) {
    from -= 1;
    if (/[0-9]/u.test(run[from]?.letters ?? '')) figures += 1;
  }
  const startsWithFigure = /^[0-9]/u.test(run[from]?.letters ?? '');
  return figures > 0 && (from === 0 || startsWithFigure) ? from : run.length;
}
