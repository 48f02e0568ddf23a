import { spelling } from '../../domain/text-fold.ts';
import { type Entity, entityAt } from './entities.ts';
import { PHRASES, type Sense } from './lexicon.ts';
import type { Message, Token } from './message.ts';
import { bareOf } from './spelling.ts';

/** A stretch of tokens and what it may be. */
export interface Mark {
  from: number;
  /** Behind its last token. */
  to: number;
  /** Empty for a word that is not in the lexicon. */
  senses: ReadonlySet<Sense>;
  entity: Entity | null;
  typed: string;
  words: string;
  glued: boolean;
  /** Begins a new line. */
  opensLine: boolean;
}

/** Each token of a message in one mark: dates and numbers first, then the longest phrase, then the word by itself. */
export function marksIn({ tokens }: Message): Mark[] {
  const words = tokens.filter(({ kind }) => kind === 'word');
  const usesDiacritics =
    words.filter(({ spelled, mended }) => spelled !== null && !mended).length >= FEW_BARE * words.length &&
    words.length > 0;
  const marks: Mark[] = [];
  for (let at = 0; at < tokens.length; ) {
    const found = entityAt(tokens, at);
    const phrase = phraseAt(tokens, at, usesDiacritics);
    const isEntity = found !== null && found.to - at >= (phrase?.length ?? 0);
    const to = isEntity ? found.to : at + (phrase?.length ?? 1);
    marks.push({
      from: at,
      to,
      senses: isEntity ? NONE : (phrase?.senses ?? NONE),
      entity: isEntity ? found.entity : null,
      typed: typedIn(tokens, at, to),
      words: wordsIn(tokens, at, to),
      glued: tokens[at]?.glued ?? false,
      opensLine: tokens[at]?.opensLine ?? false,
    });
    at = to;
  }
  return withNames(marks);
}

/** Behind "chị" or "anh" a capital begins a name, whatever else the word means: "chị Mai", "anh Tư". */
function withNames(marks: Mark[]): Mark[] {
  return marks.map((mark, at) => {
    const isNamed =
      marks[at - 1]?.senses.has('person') === true &&
      /^\p{Lu}\p{Ll}+$/u.test(mark.typed) &&
      !NO_NAME.some((sense) => mark.senses.has(sense));
    return isNamed ? { ...mark, senses: NONE, entity: null } : mark;
  });
}

/** Who capitalizes every word does not call anybody so. */
const NO_NAME: Sense[] = ['done', 'deny', 'perfect', 'handed', 'doing', 'taskNoun', 'courtesy', 'wish'];

/** As it was typed, without line breaks. */
export function typedOf(marks: readonly Mark[]): string {
  return marks.map(({ typed, glued }, at) => (at === 0 || glued ? typed : ` ${typed}`)).join('');
}

/** Folded, with slips put right. */
export function foldedOf(marks: readonly Mark[]): string {
  return marks.map(({ words }) => words).join(' ');
}

function typedIn(tokens: readonly Token[], from: number, to: number): string {
  return tokens
    .slice(from, to)
    .map(({ typed, glued }, index) => (index === 0 || glued ? typed : ` ${typed}`))
    .join('');
}

function wordsIn(tokens: readonly Token[], from: number, to: number): string {
  return tokens
    .slice(from, to)
    .map(({ word }) => word)
    .join(' ');
}

/** Of the words typed, as a share: with more of them accented, the bare ones are meant to be bare. */
const FEW_BARE = 0.3;

const NONE: ReadonlySet<Sense> = new Set();
const LONGEST = Math.max(...PHRASES.map(({ words }) => words.length));

interface Entry {
  sense: Sense;
  /** As {@link Token.spelled} would have them. */
  spelled: string[];
}

const ENTRIES = new Map<string, Entry[]>();
for (const { sense, words } of PHRASES) {
  const key = words.map(bareOf).join(' ');
  ENTRIES.set(key, [...(ENTRIES.get(key) ?? []), { sense, spelled: words.map(spelling) }]);
}

/** The senses of the longest phrase that begins here and agrees with the diacritics that were typed. */
function phraseAt(
  tokens: readonly Token[],
  at: number,
  usesDiacritics: boolean,
): { length: number; senses: Set<Sense> } | null {
  for (let length = Math.min(LONGEST, tokens.length - at); length > 0; length--) {
    const said = tokens.slice(at, at + length);
    if (said.some(({ opensLine }, index) => opensLine && index > 0)) continue;
    const entries = ENTRIES.get(said.map(({ word }) => word).join(' ')) ?? [];
    const agreeing = entries.filter(({ spelled }) =>
      said.every((token, index) => token.spelled === null || token.spelled === spelled[index]),
    );
    // Who types diacritics and leaves a word bare means it so: "cho" is not "chờ", and "con" not "còn".
    const exact = agreeing.filter(({ spelled }) =>
      said.every((token, index) => token.spelled !== null || token.mended || token.word === spelled[index]),
    );
    if (usesDiacritics) {
      if (exact.length > 0) return { length, senses: new Set(exact.map(({ sense }) => sense)) };
      continue;
    }
    if (agreeing.length > 0) return { length, senses: new Set(agreeing.map(({ sense }) => sense)) };
  }
  return null;
}
