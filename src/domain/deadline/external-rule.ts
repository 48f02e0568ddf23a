/** Tasks that wait: "Theo quy định của UBND tỉnh", "Khi có hướng dẫn", "Đột xuất", "Trước kỳ họp HĐND". */
import { type Clause, type Source, tokenOf, wordsOf, wordsOfTokens } from './clause.ts';
import type { ExternalDeadline } from './deadline.ts';
import { isWord, phrases } from './phrases.ts';

export type ExternalDraft = Omit<ExternalDeadline, 'text'>;

/** Where the waiting words begin; null when the clause waits for nothing. */
export function triggerIn(source: Source, clause: Clause): number | null {
  let weak: number | null = null;
  for (let at = clause.from; at < clause.to; at += 1) {
    const lexeme = source.lexemes[at];
    if (lexeme?.kind !== 'trigger') continue;
    if (lexeme.strong) return startOfTrigger(source, clause, at);
    weak ??= at;
  }
  return weak ?? eventIn(source, clause);
}

/** "đột xuất khi có yêu cầu" waits for the request. */
function startOfTrigger(source: Source, clause: Clause, at: number): number {
  const next = source.lexemes[at + 1];
  return at + 1 < clause.to && next?.kind === 'trigger' && next.strong ? at + 1 : at;
}

/** "trước kỳ họp", "sau Tết", "kể từ ngày ký": a limit whose event has no date here. */
function eventIn(source: Source, clause: Clause): number | null {
  for (let at = clause.from; at < clause.to - 1; at += 1) {
    if (!opensEvent(source, at)) continue;
    const next = tokenOf(source, at + 1);
    const isEvent = next?.kind === 'word' && source.lexemes[at + 1]?.kind === 'word';
    if (
      source.lexemes[at + 1]?.kind === 'feast' ||
      (isEvent && !isWord(next, 'mat', 'het', 'tien', 'day', 'nay'))
    )
      return at;
  }
  return null;
}

/** "từ" and "trong" alone open too much else; "kể từ", "trong thời gian" do not. */
function opensEvent(source: Source, at: number): boolean {
  const lexeme = source.lexemes[at];
  if (lexeme?.kind !== 'marker') return false;
  if (lexeme.marker === 'before' || lexeme.marker === 'after') return true;
  return (lexeme.marker === 'from' || lexeme.marker === 'within') && lexeme.to - lexeme.from > 1;
}

/** Like a sentence's middle; text in capitals stays as it is. */
export function conditionFrom(source: Source, from: number, to: number): string {
  const words = wordsOf(source, from, to);
  const isSentence = words.charAt(1) === words.charAt(1).toLowerCase();
  return isSentence ? words.charAt(0).toLowerCase() + words.slice(1) : words;
}

const nestedIn = phrases(
  'long ghep trong bao cao|long ghep vao bao cao|long ghep bao cao|cung bao cao|cung ky bao cao',
);

/** "Định kỳ …" without a period waits for the period of the report it goes into. */
export function unfixedPeriod(source: Source, at: number, to: number): string {
  const firstToken = source.lexemes[at]?.to ?? 0;
  const endToken = source.lexemes[to - 1]?.to ?? firstToken;
  for (let token = firstToken; token < endToken; token += 1) {
    const after = nestedIn(source.tokens, token);
    if (after === token) continue;
    return `định kỳ, theo kỳ báo cáo ${wordsOfTokens(source, after, endToken)}`;
  }
  return conditionFrom(source, at, to);
}
