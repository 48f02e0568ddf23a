/** One clause may say the same thing twice, or bound one thing by another: what remains of its readings. */
import { addDays, type Day } from '../day.ts';
import { bracketed, type Clause, type Source, tokenOf } from './clause.ts';
import type { Lexeme } from './lexeme.ts';
import { isWord } from './phrases.ts';
import { type Draft, type Reading, windowOf } from './reading.ts';

export function settle(source: Source, clause: Clause, readings: readonly Reading[]): Reading[] {
  const single = withoutBrackets(source, clause, readings);
  const counted = withoutHead(source, withPlanned(single));
  return withoutContaining(source, withWindows(source, withoutRhythm(source, counted)));
}

/** A bracket says the same again; it counts where nothing stands outside, or where it holds the firm limit. */
function withoutBrackets(source: Source, clause: Clause, readings: readonly Reading[]): Reading[] {
  const inside = bracketed(source, clause);
  const outside = readings.filter((reading) => !inside(reading.coreFrom));
  if (outside.length === 0) return asStatedOutside(source, clause, readings);
  const isConstant = outside.every(({ draft }) => draft.kind === 'continuous');
  return readings.filter((reading) => {
    if (!inside(reading.coreFrom)) return true;
    // "thường xuyên (báo cáo trước ngày 20 hằng tháng)"
    if (isConstant && reading.draft.kind === 'recurring' && !isDayless(reading.draft)) return true;
    const firmer = reading.draft.kind === 'date' && reading.hard && !isGloss(source, reading, outside);
    return firmer && outside.every(({ draft, hard }) => draft.kind !== 'date' || !hard);
  });
}

/** "15/12 - 15/3 (trước, trong và sau Tết)": a feast beside written days explains them. */
function isGloss(source: Source, { draft }: Reading, outside: readonly Reading[]): boolean {
  const isFeast = draft.kind === 'date' && draft.holiday !== undefined;
  return isFeast && outside.some(({ coreFrom }) => source.lexemes[coreFrom]?.kind === 'date');
}

/** "dự kiến 05/12, chậm nhất 10/12": the limit counts, the plan is kept beside it. */
function withPlanned(readings: readonly Reading[]): Reading[] {
  const soft = readings.find(
    ({ draft, planned }) => planned && (draft.kind === 'date' || draft.kind === 'period'),
  );
  const hard = readings.find(({ draft, planned, hard }) => hard && !planned && draft.kind === 'date');
  const plannedDay = soft && 'statedDay' in soft.draft ? soft.draft.statedDay : null;
  if (!plannedDay || hard?.draft.kind !== 'date') return [...readings];
  const merged: Reading = { ...hard, draft: { ...hard.draft, plannedDay } };
  return readings
    .filter((reading) => reading !== soft && reading.draft.kind !== 'relative')
    .map((reading) => (reading === hard ? merged : reading));
}

/** "Định kỳ hằng quý, trong vòng 20 ngày kể từ …": the count says when, the rhythm only how often. */
function withoutHead(source: Source, readings: readonly Reading[]): Reading[] {
  return readings.filter(
    (reading, index) =>
      !isDayless(reading.draft) ||
      readings[index + 1]?.draft.kind !== 'relative' ||
      !isBare(source, readings, reading),
  );
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

/** "trước lễ khai giảng (05/9)": the "trước" outside limits the date in the bracket. */
function asStatedOutside(source: Source, clause: Clause, readings: readonly Reading[]): Reading[] {
  const [only] = readings;
  if (readings.length !== 1 || only?.draft.kind !== 'date' || only.hard || only.draft.statedDay === null)
    return [...readings];
  const isBefore = (lexeme: Lexeme) => lexeme.kind === 'marker' && lexeme.marker === 'before';
  if (!source.lexemes.slice(clause.from, only.from).some(isBefore)) return [...readings];
  const { draft } = only;
  const lastDay = draft.time === null ? addDays(only.draft.statedDay, -1) : draft.lastDay;
  return [{ ...only, hard: true, draft: { ...draft, strictBefore: true, lastDay } }];
}

/** "Thường xuyên hằng năm", "hằng ngày, thường xuyên" is continuous, "thường xuyên hằng tháng" a monthly rule. */
function withoutRhythm(source: Source, readings: readonly Reading[]): Reading[] {
  const constant = readings.find(({ draft }) => draft.kind === 'continuous');
  const rule = readings.find(({ draft }) => isDayless(draft));
  const isDaily = rule?.draft.kind === 'recurring' && rule.draft.frequency === 'daily';
  if (!constant || !rule || (!isDaily && isParted(source, constant, rule))) return [...readings];
  const isYearly = rule.draft.kind === 'recurring' && ['yearly', 'daily'].includes(rule.draft.frequency);
  return readings.filter((reading) => reading !== (isYearly ? rule : constant));
}

/** "Thường xuyên trong năm 2026", "hằng tháng trong năm", "cao điểm tháng 6": bounds, not deadlines of their own. */
function withWindows(source: Source, readings: readonly Reading[]): Reading[] {
  const main =
    readings.find(({ draft }) => draft.kind === 'continuous') ??
    readings.find(({ draft }) => draft.kind === 'recurring') ??
    readings.find(({ draft, peak }) => draft.kind === 'period' && !peak);
  if (!main) return [...readings];
  const bounds = readings.filter(
    (reading) =>
      reading !== main &&
      (endsRule(source, readings, main, reading) || boundsMain(source, readings, main, reading)),
  );
  const bounded = bounds.reduce(withBound, main);
  return readings
    .filter((reading) => !bounds.includes(reading))
    .map((reading) => (reading === main ? bounded : reading));
}

function boundsMain(source: Source, readings: readonly Reading[], main: Reading, bound: Reading): boolean {
  // "trực 24/24 giờ trong các ngày nghỉ Tết"
  if (bound.draft.kind === 'date' && bound.draft.holiday)
    return main.draft.kind === 'continuous' && bound.within && !bound.hard;
  if (bound.draft.kind !== 'period') return false;
  if (bound.peak || isDayless(main.draft)) return true;
  if (main.draft.kind === 'recurring')
    return bound.draft.openEnded === true || isBare(source, readings, bound);
  if (main.draft.kind !== 'continuous') return false;
  const isApart = isParted(source, main, bound) && !isWholeYear(bound.draft);
  return (bound.within && !isAdded(source, bound, main)) || !isApart;
}

/** "hoàn thành trong quý I và duy trì thường xuyên" are two tasks. */
function isAdded(source: Source, first: Reading, second: Reading): boolean {
  return source.lexemes
    .slice(first.to, Math.max(first.to, second.from))
    .some((lexeme) => isWord(source.tokens[lexeme.from], 'va'));
}

/** "hằng tháng đến hết quý III, trước ngày 20" */
function endsRule(source: Source, readings: readonly Reading[], main: Reading, bound: Reading): boolean {
  const isEnd = bound.draft.kind === 'date' && !bound.draft.strictBefore && bound.hard;
  const isStretch = source.lexemes[bound.coreFrom]?.kind === 'stretch';
  return main.draft.kind === 'recurring' && isEnd && isStretch && isBare(source, readings, bound);
}

function withBound(main: Reading, bound: Reading): Reading {
  const window = windowOf(bound.draft);
  const { draft } = main;
  if (draft.kind === 'recurring') return { ...main, draft: { ...draft, ...spanOf(bound.draft) } };
  if (!window) return main;
  if (bound.peak && (draft.kind === 'continuous' || draft.kind === 'period'))
    return { ...main, draft: { ...draft, peak: window } };
  return draft.kind === 'continuous' ? { ...main, draft: { ...draft, window } } : main;
}

/** "trong năm 2026" is no end: the rule goes on until another plan takes its place. */
function spanOf(bound: Draft): { since?: Day; until?: Day } {
  if (bound.kind === 'date') return bound.statedDay === null ? {} : { until: bound.statedDay };
  if (bound.kind !== 'period' || bound.firstDay === null || bound.fuzzy) return {};
  if (bound.statedDay === null) return { since: bound.firstDay };
  return isWholeYear(bound) ? {} : { since: bound.firstDay, until: bound.statedDay };
}

function isWholeYear(draft: Draft): boolean {
  const window = windowOf(draft);
  if (window === null) return false;
  return window.firstDay.endsWith('01-01') && window.lastDay.endsWith('12-31');
}

function isDayless(draft: Draft): boolean {
  if (draft.kind !== 'recurring') return false;
  const written = draft.day ?? draft.days ?? draft.dates ?? draft.weekday ?? draft.weekdays;
  const place = draft.month ?? draft.months;
  return written === undefined && place === undefined;
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
    const contains = window !== null && window.firstDay <= only && only <= window.lastDay;
    return !(contains && isBare(source, readings, reading));
  });
}
