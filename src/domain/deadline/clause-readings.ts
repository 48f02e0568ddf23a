/** Everything a clause says about when: all rules together, and which of them give way to others. */
import { addDays } from '../day.ts';
import { bracketed, type Clause, type Source, tokenOf, wordsOf } from './clause.ts';
import type { NoDeadline, Window } from './deadline.ts';
import { conditionFrom, triggerIn, unfixedPeriod } from './external-rule.ts';
import type { Lexeme, MonthSlot } from './lexeme.ts';
import { type MentionGroup, mentionGroups } from './mention.ts';
import { type Returning, readingsOf } from './mention-rule.ts';
import { isWord, phrases } from './phrases.ts';
import type { Draft, Reading } from './reading.ts';
import { everyPeriod } from './recurring-rule.ts';
import { relativeReadings } from './relative-rule.ts';
import { voidReason } from './void-rule.ts';

export interface ClauseReadings {
  readings: Reading[];
  /** Why dates in it were passed over. */
  voided: NoDeadline['reason'] | null;
}

export function readClause(source: Source, clause: Clause): ClauseReadings {
  const relative = relativeReadings(source, clause);
  const taken = coverage(relative);
  const groups = mentionGroups(source, clause, taken);
  const frequencies = frequenciesOf(source, clause, taken);
  const mentioned = groups.flatMap((group, index) => {
    // the months of "ngày 15 các tháng 3, 6, 9, 12" are said with the day
    if (
      monthsBeside(groups[index - 1], [group]).length > 0 ||
      monthsBeside(groups[index + 1], [group]).length > 0
    )
      return [];
    return readingsOf(source, group, returningOf(source, clause, group, groups, frequencies));
  });

  let voided: NoDeadline['reason'] | null = null;
  const kept = mentioned.filter((reading) => {
    const reason = voidReason(source, clause, reading);
    voided ??= reason;
    return reason === null;
  });
  const named = withoutNames(kept);
  const returning = frequencyReadings(source, clause, frequencies, named);
  const constant = continuousReadings(source, clause);
  const timed = [...relative, ...named, ...returning, ...constant].sort((a, b) => a.from - b.from);
  const firm = timed.some((reading) => !reading.loose) ? timed.filter((reading) => !reading.loose) : timed;
  const settled = settle(source, clause, firm);
  const readings = withWaiting(source, clause, settled, voided !== null && settled.length === 0);
  return { readings: withException(source, clause, readings), voided };
}

function coverage(readings: readonly Reading[]): (at: number) => boolean {
  return (at) => readings.some((reading) => !reading.loose && at >= reading.from && at < reading.to);
}

type FrequencyLexeme = Extract<Lexeme, { kind: 'frequency' }>;

interface StatedFrequency {
  lexeme: FrequencyLexeme;
  at: number;
}

function frequenciesOf(source: Source, clause: Clause, taken: (at: number) => boolean): StatedFrequency[] {
  const found: StatedFrequency[] = [];
  for (let at = clause.from; at < clause.to; at += 1) {
    const lexeme = source.lexemes[at];
    if (lexeme?.kind === 'frequency' && !taken(at)) found.push({ lexeme, at });
  }
  return found;
}

/** What in the clause makes this group return. */
function returningOf(
  source: Source,
  clause: Clause,
  group: MentionGroup,
  groups: readonly MentionGroup[],
  frequencies: readonly StatedFrequency[],
): Returning {
  const last = group.mentions.at(-1) ?? group.mentions[0];
  const frequency = nearestFrequency(source, group.mentions[0].at, last.to, frequencies);
  const bare = last.lexeme.kind === 'days';
  const index = groups.indexOf(group);
  const before = groups[index - 1]?.mentions.at(-1)?.to ?? clause.from;
  const after = groups[index + 1]?.mentions[0].limit.from ?? clause.to;
  return {
    frequency: frequency && (bare || !frequency.lexeme.named) ? frequency.lexeme.frequency : null,
    slot: bare ? slotBetween(source, before, last.to, after) : null,
    months: monthsBeside(group, [groups[index + 1], groups[index - 1]]),
  };
}

/** The one right behind, else the last before, else any after. */
function nearestFrequency(
  source: Source,
  from: number,
  to: number,
  frequencies: readonly StatedFrequency[],
): StatedFrequency | undefined {
  const usable = frequencies.filter(({ lexeme }) => lexeme.frequency !== null);
  const behind = isWord(tokenOf(source, to), '(', 'cua', 'cac') ? to + 1 : to;
  return (
    usable.find(({ at }) => at === to || at === behind) ??
    usable.findLast(({ at }) => at < from) ??
    usable.find(({ at }) => at >= to)
  );
}

function slotBetween(source: Source, before: number, at: number, after: number): MonthSlot | null {
  const isSlot = (lexeme: Lexeme) => lexeme.kind === 'slot';
  const found =
    source.lexemes.slice(at, after).find(isSlot) ?? source.lexemes.slice(before, at).findLast(isSlot);
  return found?.kind === 'slot' ? found.slot : null;
}

/** The months of a neighbour that a bare day is said of: "ngày 15 các tháng 3, 6, 9, 12". */
function monthsBeside(
  group: MentionGroup | undefined,
  neighbours: readonly (MentionGroup | undefined)[],
): number[] {
  if (group?.mentions[0].lexeme.kind !== 'days') return [];
  for (const neighbour of neighbours) {
    const lexeme = neighbour?.mentions[0].lexeme;
    if (lexeme?.kind === 'stretch' && lexeme.stretch.unit === 'month' && lexeme.stretch.months.length > 1) {
      return lexeme.stretch.months.map(({ last }) => last);
    }
  }
  return [];
}

/** "Báo cáo tháng 11 trước ngày 25/11", "nhiệm vụ năm 2026 …": beside a limit the stretch only names something. */
function withoutNames(readings: readonly Reading[]): Reading[] {
  const isName = ({ draft, within, hard, planned, peak, listed, coreFrom, coreTo }: Reading): boolean => {
    const isRange = coreTo - coreFrom > 1;
    return draft.kind === 'period' && !within && !hard && !planned && !peak && !listed && !isRange;
  };
  const onlyNames = readings.every((reading) => reading.peak || isName(reading));
  return onlyNames ? [...readings] : readings.filter((reading) => !isName(reading));
}

function frequencyReadings(
  source: Source,
  clause: Clause,
  frequencies: readonly StatedFrequency[],
  named: readonly Reading[],
): Reading[] {
  const usesFrequency = named.some((reading) => reading.draft.kind === 'recurring');
  const limited = named.some((reading) => reading.draft.kind === 'date' && !reading.loose);
  if (usesFrequency) return [];
  const stated = frequencies.filter(({ lexeme, at }) => !lexeme.named && !isGoverned(source, clause, at));
  const readings = stated.flatMap(({ lexeme, at }) => {
    const time = timeIn(source, clause);
    const draft: Draft =
      lexeme.frequency === null
        ? { kind: 'external', condition: unfixedPeriod(source, at, clause.to) }
        : everyPeriod(lexeme.frequency, {
            strictBefore: time?.strictBefore ?? false,
            time: time?.time ?? null,
          });
    return limited && lexeme.frequency === 'yearly' ? [] : [plain(draft, at, at + 1)];
  });
  if (readings.some(({ draft }) => draft.kind === 'recurring'))
    return readings.filter(({ draft }) => draft.kind === 'recurring');
  if (readings.length > 0 || limited || named.length > 0) return named.length > 0 ? [] : readings;
  return placeReadings(source, clause, frequencies);
}

/** "cuối quý", "cuối tháng" without a number: the end of each; "Báo cáo quý, 6 tháng, năm": a list names the rhythm. */
function placeReadings(source: Source, clause: Clause, frequencies: readonly StatedFrequency[]): Reading[] {
  for (let at = clause.from; at < clause.to; at += 1) {
    const lexeme = source.lexemes[at];
    if (lexeme?.kind !== 'slot' || !lexeme.slot.frequency) continue;
    if (!isWord(tokenOf(source, at - 1), 'cuoi')) continue;
    return [plain(everyPeriod(lexeme.slot.frequency, { strictBefore: false, time: null }), at - 1, at + 1)];
  }
  const list = frequencies.find(({ lexeme }) => lexeme.named && lexeme.to - lexeme.from > 3);
  if (!list?.lexeme.frequency) return [];
  return [
    plain(everyPeriod(list.lexeme.frequency, { strictBefore: false, time: null }), list.at, list.at + 1),
  ];
}

/** "theo kế hoạch hằng năm của tỉnh": the plan is yearly, not the task. */
function isGoverned(source: Source, clause: Clause, at: number): boolean {
  for (let back = at - 1; back >= clause.from; back -= 1) {
    if (source.lexemes[back]?.kind === 'trigger')
      return at - back > 1 && !isWord(tokenOf(source, back), 'dot');
    if (isWord(tokenOf(source, back), ',', '(')) return false;
  }
  return false;
}

function timeIn(source: Source, clause: Clause): { time: string; strictBefore: boolean } | null {
  for (let at = clause.from; at < clause.to; at += 1) {
    const lexeme = source.lexemes[at];
    if (lexeme?.kind !== 'time') continue;
    const before = source.lexemes[at - 1];
    return { time: lexeme.time, strictBefore: before?.kind === 'marker' && before.marker === 'before' };
  }
  return null;
}

function continuousReadings(source: Source, clause: Clause): Reading[] {
  const at = source.lexemes.slice(clause.from, clause.to).findIndex((lexeme) => lexeme.kind === 'continuous');
  return at < 0 ? [] : [plain({ kind: 'continuous' }, clause.from + at, clause.from + at + 1)];
}

/** One clause may say the same thing twice, or bound one thing by another. */
function settle(source: Source, clause: Clause, readings: readonly Reading[]): Reading[] {
  let kept = withoutBrackets(source, clause, readings);
  kept = withPlanned(kept);
  kept = withWindows(source, kept);
  return withoutContaining(source, kept);
}

/** A bracket says the same again; it counts where nothing stands outside, or where it holds the firm limit. */
function withoutBrackets(source: Source, clause: Clause, readings: readonly Reading[]): Reading[] {
  const inside = bracketed(source, clause);
  const outside = readings.filter((reading) => !inside(reading.coreFrom));
  if (outside.length === 0) return asStatedOutside(source, clause, readings);
  return readings.filter((reading) => {
    if (!inside(reading.coreFrom)) return true;
    const firmer = reading.draft.kind === 'date' && reading.hard;
    return firmer && outside.every(({ draft, hard }) => draft.kind !== 'date' || !hard);
  });
}

/** "trước ngày khai giảng năm học mới (05/9)": the "trước" outside limits the date in the bracket. */
function asStatedOutside(source: Source, clause: Clause, readings: readonly Reading[]): Reading[] {
  const [only] = readings;
  if (readings.length !== 1 || only?.draft.kind !== 'date' || only.hard || only.draft.statedDay === null)
    return [...readings];
  const at = source.lexemes.findIndex((lexeme, index) => {
    return (
      index >= clause.from && index < only.from && lexeme.kind === 'marker' && lexeme.marker === 'before'
    );
  });
  if (at < 0) return [...readings];
  const { draft } = only;
  const lastDay =
    draft.time === null && draft.statedDay !== null ? addDays(draft.statedDay, -1) : draft.lastDay;
  return [{ ...only, hard: true, draft: { ...draft, strictBefore: true, lastDay } }];
}

/** "dự kiến 05/12, chậm nhất 10/12": the limit counts, the plan is kept beside it. */
function withPlanned(readings: readonly Reading[]): Reading[] {
  const soft = readings.find(({ draft, planned }) => planned && draft.kind === 'date');
  const hard = readings.find(({ draft, planned, hard }) => hard && !planned && draft.kind === 'date');
  if (
    !soft ||
    !hard ||
    soft.draft.kind !== 'date' ||
    hard.draft.kind !== 'date' ||
    soft.draft.statedDay === null
  ) {
    return [...readings];
  }
  const merged: Reading = { ...hard, draft: { ...hard.draft, plannedDay: soft.draft.statedDay } };
  return readings
    .filter((reading) => reading !== soft && reading.draft.kind !== 'relative')
    .map((reading) => (reading === hard ? merged : reading));
}

/** "Thường xuyên trong năm 2026", "hằng tháng trong năm", "cao điểm tháng 6": bounds, not deadlines of their own. */
function withWindows(source: Source, readings: readonly Reading[]): Reading[] {
  const constant = readings.find(({ draft }) => draft.kind === 'continuous');
  const rule = readings.find(({ draft }) => draft.kind === 'recurring');
  if (constant && rule && isNodate(rule.draft)) {
    const isYearly = rule.draft.kind === 'recurring' && rule.draft.frequency === 'yearly';
    if (!isParted(source, constant, rule))
      return readings.filter((reading) => reading !== (isYearly ? rule : constant));
  }
  const main = constant ?? rule ?? readings.find(({ draft, peak }) => draft.kind === 'period' && !peak);
  if (!main) return [...readings];
  let kept = [...readings];
  for (const reading of readings) {
    if (reading === main || reading.draft.kind !== 'period') continue;
    const window = windowOf(reading.draft);
    if (reading.peak)
      kept = kept
        .filter((other) => other !== reading)
        .map((other) => (other === main ? withPeak(other, window) : other));
    else if (main.draft.kind === 'recurring' && isNodate(main.draft))
      kept = kept.filter((other) => other !== reading);
    else if (main.draft.kind === 'continuous' && (reading.within || !isParted(source, main, reading))) {
      kept = kept
        .filter((other) => other !== reading)
        .map((other) => (other === main ? withWindow(other, window) : other));
    }
  }
  return kept;
}

function isNodate(draft: Draft): boolean {
  return (
    draft.kind === 'recurring' &&
    [draft.day, draft.days, draft.dates, draft.weekday, draft.month, draft.months].every(
      (value) => value === undefined,
    )
  );
}

function windowOf(draft: Draft): Window | null {
  if (draft.kind !== 'period' || draft.firstDay === null || draft.statedDay === null) return null;
  return { firstDay: draft.firstDay, lastDay: draft.statedDay };
}

function withPeak(reading: Reading, peak: Window | null): Reading {
  const { draft } = reading;
  if (!peak || (draft.kind !== 'continuous' && draft.kind !== 'period')) return reading;
  return { ...reading, draft: { ...draft, peak } };
}

function withWindow(reading: Reading, window: Window | null): Reading {
  return window && reading.draft.kind === 'continuous'
    ? { ...reading, draft: { ...reading.draft, window } }
    : reading;
}

/** A date inside a period of the same breath makes it exact ("Tháng 12/2025, trước ngày 15/12/2025"). */
function withoutContaining(source: Source, readings: readonly Reading[]): Reading[] {
  const dates = readings.flatMap(({ draft }) =>
    draft.kind === 'date' && draft.statedDay !== null ? [draft.statedDay] : [],
  );
  const [only] = dates;
  if (dates.length !== 1 || only === undefined) return [...readings];
  return readings.filter((reading) => {
    const window = windowOf(reading.draft);
    return !(
      window &&
      window.firstDay <= only &&
      only <= window.lastDay &&
      isBare(source, readings, reading)
    );
  });
}

/** No other words stand between it and the next reading. */
function isBare(source: Source, readings: readonly Reading[], reading: Reading): boolean {
  const index = readings.indexOf(reading);
  const next = readings[index + 1];
  const previous = readings[index - 1];
  const wordless = (from: number, to: number) => {
    for (let at = from; at < to; at += 1) {
      const lexeme = source.lexemes[at];
      const token = tokenOf(source, at);
      if (lexeme?.kind === 'word' && token?.kind === 'word' && !isWord(token, 'phai', 'va')) return false;
    }
    return true;
  };
  if (next && wordless(reading.to, next.from)) return true;
  return previous !== undefined && wordless(previous.to, reading.from);
}

function isParted(source: Source, first: Reading, second: Reading): boolean {
  const [a, b] = first.from <= second.from ? [first, second] : [second, first];
  return source.lexemes
    .slice(a.to, b.from)
    .some((lexeme) => isWord(source.tokens[lexeme.from], ',', 'va', '(', ':', '-'));
}

const joins = ['va', 'hoac', 'hay', '/'];

/** The waiting words count alone, or as one more deadline after "hoặc", "và". */
function withWaiting(
  source: Source,
  clause: Clause,
  readings: readonly Reading[],
  isVoid: boolean,
): Reading[] {
  const trigger = triggerIn(source, clause);
  if (trigger === null || isVoid) return [...readings];
  if (readings.some(({ from, to, draft }) => trigger >= from && trigger < to && draft.kind !== 'date'))
    return [...readings];
  const strong =
    source.lexemes[trigger]?.kind === 'trigger' &&
    (source.lexemes[trigger] as { strong?: boolean }).strong === true;
  const after = readings.find((reading) => reading.from > trigger);
  const bounded =
    after &&
    readings.length === 1 &&
    after.draft.kind === 'period' &&
    isBound(source, clause, trigger, after, strong);
  if (bounded) {
    const window = after.within ? windowOf(after.draft) : null;
    const end = after.within ? after.from : clause.to;
    const condition = conditionFrom(source, trigger, end);
    return [
      plain(
        window ? { kind: 'external', condition, window } : { kind: 'external', condition },
        trigger,
        clause.to,
      ),
    ];
  }
  if (readings.length === 0) {
    return [
      plain(
        {
          kind: 'external',
          condition: conditionFrom(source, trigger, endOfWaiting(source, clause, trigger)),
        },
        trigger,
        clause.to,
      ),
    ];
  }
  const unexpected = isWord(tokenOf(source, trigger), 'dot') || isWord(tokenOf(source, trigger - 1), 'dot');
  const start = isWord(tokenOf(source, trigger - 1), 'dot')
    ? trigger - 1
    : isUnexpected(source, trigger - 1)
      ? trigger - 1
      : trigger;
  const joined = isWord(tokenOf(source, start - 1), ...joins) || unexpected || isUnexpected(source, start);
  if (!joined || readings.some((reading) => reading.from >= start)) return [...readings];
  const condition = conditionFrom(source, trigger, clause.to);
  return [...readings, plain({ kind: 'external', condition }, start, clause.to)];
}

function isUnexpected(source: Source, at: number): boolean {
  return (
    phrases('dot xuat')(source.tokens, source.lexemes[at]?.from ?? -1) > (source.lexemes[at]?.from ?? -1)
  );
}

function endOfWaiting(source: Source, clause: Clause, trigger: number): number {
  for (let at = trigger + 1; at < clause.to; at += 1)
    if (tokenOf(source, at)?.text === ')' && tokenOf(source, clause.from)?.text === '(') return at;
  return clause.to;
}

/** A stretch behind the waiting words belongs to them ("theo kế hoạch năm 2025"), unless a comma or bracket parts it. */
function isBound(source: Source, clause: Clause, trigger: number, after: Reading, strong: boolean): boolean {
  const parted = source.lexemes
    .slice(trigger, after.from)
    .some((lexeme) => isWord(source.tokens[lexeme.from], ',', '(', ':', '-'));
  if (parted) return false;
  return !after.within || strong || trigger === clause.from;
}

/** "trừ trường hợp …" stays with the rule it limits. */
function withException(source: Source, clause: Clause, readings: readonly Reading[]): Reading[] {
  const [only] = readings;
  if (readings.length !== 1 || only?.draft.kind !== 'recurring') return [...readings];
  const at = source.lexemes.findIndex((lexeme, index) => {
    return (
      index >= only.to &&
      index < clause.to &&
      phrases('tru truong hop', 'tru khi')(source.tokens, lexeme.from) > lexeme.from
    );
  });
  if (at < 0) return [...readings];
  return [{ ...only, draft: { ...only.draft, condition: wordsOf(source, at, clause.to) } }];
}

function plain(draft: Draft, from: number, to: number): Reading {
  return {
    draft,
    from,
    to,
    coreFrom: from,
    coreTo: to,
    hard: false,
    within: false,
    planned: false,
    peak: false,
    listed: false,
    loose: false,
  };
}
