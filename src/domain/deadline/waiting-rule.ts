/** When the waiting words of a clause ("khi …", "theo …") are its deadline, or one more beside the others. */
import { bracketed, type Clause, type Source, tokenOf } from './clause.ts';
import { conditionFrom, triggerIn } from './external-rule.ts';
import { isWord, phrases } from './phrases.ts';
import { plainReading, type Reading, windowOf } from './reading.ts';

export function withWaiting(source: Source, clause: Clause, readings: readonly Reading[]): Reading[] {
  const trigger = triggerIn(source, clause);
  const [only] = readings;
  if (trigger === null && !only && isAtOnce(source, clause))
    return [waiting(source, clause.from, clause.to, clause.to)];
  // "định kỳ, đột xuất" waits as a whole
  const waits = readings.length === 1 && only?.draft.kind === 'external';
  if (trigger === null || waits || isPartOf(readings, trigger)) return [...readings];
  if (!only) return [waiting(source, trigger, endOfWaiting(source, clause, trigger), clause.to)];
  if (readings.length === 1 && boundsWaiting(source, clause, trigger, only)) {
    if (!only.within) return [waiting(source, trigger, clause.to, clause.to)];
    return [waiting(source, trigger, only.from, clause.to, only)];
  }
  const start = isUnexpected(source, trigger - 1) ? trigger - 1 : trigger;
  const isJoined =
    isUnexpected(source, start) || isWord(tokenOf(source, start - 1), 'va', 'hoac', 'hay', '/');
  // "15/12 - 15/3 (trước, trong và sau Tết)"
  const isRemark = !isUnexpected(source, start) && bracketed(source, clause)(start);
  if (!isJoined || isRemark || readings.some((reading) => reading.from >= start)) return [...readings];
  return [...readings, { ...waiting(source, trigger, clause.to, clause.to), from: start }];
}

const atOnce = phrases('kip thoi|thuc hien kip thoi|khi can|khan truong');
const now = phrases('thuc hien ngay|trien khai ngay|lam ngay|ngay');

/** "Kịp thời", "Thực hiện ngay": as soon as there is something to do. */
function isAtOnce(source: Source, clause: Clause): boolean {
  const first = source.lexemes[clause.from]?.from ?? 0;
  const end = now(source.tokens, first);
  return atOnce(source.tokens, first) > first || (end > first && source.tokens[end - 1]?.accented === 'ngay');
}

/** The "trước" of a rule or a count is no waiting word. */
function isPartOf(readings: readonly Reading[], trigger: number): boolean {
  return readings.some(({ from, to, draft }) => trigger >= from && trigger < to && draft.kind !== 'date');
}

function waiting(source: Source, from: number, end: number, to: number, bound?: Reading): Reading {
  const condition = conditionFrom(source, from, end);
  const window = bound && windowOf(bound.draft);
  return plainReading(
    window ? { kind: 'external', condition, window } : { kind: 'external', condition },
    from,
    to,
  );
}

/** "đột xuất" is one more case beside the regular ones, with or without "hoặc". */
function isUnexpected(source: Source, at: number): boolean {
  const lexeme = source.lexemes[at];
  return lexeme?.kind === 'trigger' && isWord(source.tokens[lexeme.from], 'dot');
}

/** "(khi có hướng dẫn)" ends with its bracket. */
function endOfWaiting(source: Source, clause: Clause, trigger: number): number {
  if (tokenOf(source, clause.from)?.text !== '(') return clause.to;
  const length = source.lexemes
    .slice(trigger, clause.to)
    .findIndex((lexeme) => isWord(source.tokens[lexeme.from], ')'));
  return length < 0 ? clause.to : trigger + length;
}

/** A stretch behind the waiting words belongs to them ("theo kế hoạch năm 2025"), unless a comma or bracket parts it. */
function boundsWaiting(source: Source, clause: Clause, trigger: number, after: Reading): boolean {
  if (after.draft.kind !== 'period' || after.from < trigger) return false;
  const between = source.lexemes.slice(trigger, after.from);
  if (between.some((lexeme) => isWord(source.tokens[lexeme.from], ',', '(', ':', '-'))) return false;
  const lexeme = source.lexemes[trigger];
  const isStrong = lexeme?.kind === 'trigger' && lexeme.strong;
  return !after.within || isStrong || trigger === clause.from;
}
