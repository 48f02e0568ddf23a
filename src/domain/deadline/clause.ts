/** One sentence or list item of a deadline, with what the rules need to look around in it. */
import type { Lexeme } from './lexeme.ts';
import type { Token } from './token.ts';

export interface Source {
  text: string;
  planYear: number;
  tokens: readonly Token[];
  lexemes: readonly Lexeme[];
}

/** Lexeme positions: `from` is the first, `to` the one after the last. */
export interface Clause {
  from: number;
  to: number;
}

/**
 * In lexemes; no sentence is longer. The rules look around within a clause as far as they like, and this bound keeps
 * a page without a full stop linear in its length.
 */
const LONGEST_CLAUSE = 300;

export function clausesOf(source: Source): Clause[] {
  const clauses: Clause[] = [];
  let from = 0;
  const close = (end: number): void => {
    const clause = trimmed(source, { from, to: end });
    if (clause.to > clause.from) clauses.push(clause);
    from = end + 1;
  };
  for (const [index, lexeme] of source.lexemes.entries()) {
    if (lexeme.kind === 'break') close(index);
    else if (index - from >= LONGEST_CLAUSE) {
      close(index);
      from = index;
    }
  }
  close(source.lexemes.length);
  return clauses;
}

/** Without the bullet before it and the stop after it. */
function trimmed(source: Source, { from, to }: Clause): Clause {
  const isStop = (at: number): boolean => {
    const token = tokenOf(source, at);
    return source.lexemes[at]?.kind === 'word' && isEdge(token) && !['(', ')'].includes(token?.text ?? '');
  };
  let start = from;
  let end = to;
  while (start < end && isStop(start)) start += 1;
  while (end > start && isStop(end - 1)) end -= 1;
  return { from: start, to: end };
}

/** The first token of a lexeme. */
export function tokenOf(source: Source, at: number): Token | undefined {
  const lexeme = source.lexemes[at];
  return lexeme && lexeme.to > lexeme.from ? source.tokens[lexeme.from] : undefined;
}

/** The words of these lexemes as given, without bullets before and stops after them. */
export function wordsOf(source: Source, from: number, to: number): string {
  const first = source.lexemes[from];
  const last = source.lexemes[to - 1];
  if (!first || !last || to <= from) return '';
  return wordsOfTokens(source, first.from, last.to);
}

export function wordsOfTokens(source: Source, from: number, to: number): string {
  let start = from;
  let end = to;
  while (start < end && isEdge(source.tokens[start])) start += 1;
  while (end > start && isEdge(source.tokens[end - 1])) end -= 1;
  const first = source.tokens[start];
  const last = source.tokens[end - 1];
  if (!first || !last || end <= start) return '';
  const closing = openBrackets(source.tokens.slice(start, end)) > 0 ? source.tokens[end] : undefined;
  const until = closing?.text === ')' ? closing.to : last.to;
  return source.text.slice(first.from, until).replace(/\s+/gu, ' ');
}

function isEdge(token: Token | undefined): boolean {
  return token?.kind === 'mark' && !['%', '"', "'"].includes(token.text);
}

function openBrackets(tokens: readonly Token[]): number {
  let open = 0;
  for (const { text } of tokens) {
    if (text === '(') open += 1;
    if (text === ')') open -= 1;
  }
  return open;
}

/** True for lexemes inside brackets; a clause that is one bracket as a whole counts as outside. */
export function bracketed(source: Source, clause: Clause): (at: number) => boolean {
  const inside = new Set<number>();
  let open = 0;
  const whole = tokenOf(source, clause.from)?.text === '(';
  for (let at = clause.from; at < clause.to; at += 1) {
    // "(dự kiến)" is one lexeme and closes what it opens
    const text = source.lexemes[at]?.kind === 'word' ? tokenOf(source, at)?.text : undefined;
    if (text === '(') open += 1;
    if (open > 0 && !whole) inside.add(at);
    if (text === ')') open = Math.max(0, open - 1);
  }
  return (at) => inside.has(at);
}
