import { writtenDay } from '../../domain/day.ts';
import type { DeadlineKind } from '../../domain/deadline/deadline.ts';
import { similarity, wordBag } from '../../domain/text-similarity.ts';
import type { PlanComparison, PlanRow } from '../../services/compare-plan.ts';
import type { RosterChanges } from '../../services/import-roster.ts';
import type { Source } from '../../services/ports/documents.ts';
import type { Line } from '../../services/ports/messenger.ts';
import type { Translate } from '../translate.ts';
import { dueText, letterOf, rowLine } from './plan-row-words.ts';
import { shortTitle } from './task-words.ts';

/** How many names or rows a preview shows before it only counts. */
const SHOWN = 8;
/** Rows of a new plan that a preview begins with; the others are a command away. */
const SHOWN_FIRST = 5;

/** A plan against what the office has: facts, counts, what a person has to look at, and the first tasks. */
export function planPreviewWords(file: string, comparison: PlanComparison, t: Translate): Line[] {
  return [
    { text: t('import.planHeading', { file }), style: 'heading' },
    ...texts(factLines(comparison, t)),
    { text: '' },
    ...texts(changeLines(comparison, t)),
    ...texts(unitLines(comparison, t)),
    ...texts(unreadLines(comparison, t)),
    ...texts(offeredLines(comparison, t)),
    ...texts(firstLines(comparison, t)),
  ];
}

export function planAppliedWords(comparison: PlanComparison, t: Translate): Line[] {
  const { rows, missing, dropsMissing } = comparison;
  const added = inState(rows, 'added').length;
  const changed = inState(rows, 'changed').length;
  const dropped = dropsMissing ? missing.length : 0;
  const lines = [t('import.planApplied', { added, changed, dropped })];
  const results = rows.filter(({ hasResult }) => hasResult).length;
  if (results > 0) lines.push(t('import.resultsApplied', { count: results }));
  return texts(lines);
}

function factLines({ facts }: PlanComparison, t: Translate): string[] {
  const { number, issuedOn, issuer, title, year } = facts;
  return [
    ...(number ? [t('import.number', { number })] : []),
    ...(issuedOn ? [t('import.issued', { day: writtenDay(issuedOn) })] : []),
    ...(issuer ? [t('import.issuer', { issuer })] : []),
    ...(title ? [t('import.title', { title: shortTitle(title) })] : []),
    t('import.year', { year }),
  ];
}

function changeLines(comparison: PlanComparison, t: Translate): string[] {
  const { base, rows, missing, isReport } = comparison;
  const [added, changed] = [inState(rows, 'added'), inState(rows, 'changed')];
  const lines: string[] = [];
  if (base === null) {
    lines.push(t('import.newPlan', { count: rows.length, numbers: numbersOf(rows) }));
  } else {
    const plan = base.number ?? shortTitle(base.title);
    const unchanged = inState(rows, 'unchanged').length;
    const counts = { added: added.length, changed: changed.length, missing: missing.length, unchanged };
    lines.push(t('import.samePlan', { plan, ...counts }));
  }
  const results = rows.filter(({ hasResult }) => hasResult).length;
  if (results > 0) lines.push(t('import.results', { count: results }));
  const steps = rows.filter(({ task }) => task.partOf !== null).length;
  if (steps > 0) lines.push(t('import.steps', { count: steps }));
  lines.push(t('import.kinds', { kinds: kindsOf(rows, t) }));
  const past = rows.filter(({ isPast, hasResult }) => isPast && !hasResult).length;
  if (past > 0) lines.push(t('import.past', { count: past }));
  if (base === null) return lines;
  if (added.length > 0)
    lines.push(
      t('import.added'),
      ...listed(
        added.map((row) => rowLine(row, t)),
        t,
      ),
    );
  if (changed.length > 0)
    lines.push(
      t('import.changed'),
      ...listed(
        changed.map((row) => changeLine(row, t)),
        t,
      ),
    );
  if (missing.length > 0 && !isReport) {
    const item = ({ number, title }: { number: number; title: string }) =>
      t('import.missingItem', { number, title: shortTitle(title) });
    lines.push(
      t(comparison.dropsMissing ? 'import.dropped' : 'import.kept'),
      ...listed(missing.map(item), t),
    );
  }
  return lines;
}

/** What is new about a row is what a clerk wants to see of it. */
function changeLine(row: PlanRow, t: Translate): string {
  const { before, task, number } = row;
  const due = dueText(task, t);
  const dueBefore = before ? dueText(before, t) : due;
  return due === dueBefore
    ? rowLine(row, t)
    : t('import.newDate', { number, title: shortTitle(task.title), before: dueBefore, due });
}

function unitLines({ rows, units, abbreviated }: PlanComparison, t: Translate): string[] {
  const lines: string[] = [];
  if (abbreviated.length > 0) {
    const meant = abbreviated.map(({ words, unit }) => t('import.abbreviation', { words, unit }));
    lines.push(t('import.abbreviated'), ...listed(meant, t));
  }
  const unmatched = new Map<string, number[]>();
  for (const { number, task } of rows) {
    for (const { unitId, words } of [...task.leads, ...task.supports]) {
      if (unitId === null) unmatched.set(words, [...(unmatched.get(words) ?? []), number]);
    }
  }
  if (unmatched.size > 0) {
    const byWeight = [...unmatched].toSorted(([, one], [, other]) => other.length - one.length);
    const items = byWeight.map(([words, numbers]) =>
      t('import.unmatchedItem', { words: shortTitle(words), numbers: someNumbers(numbers) }),
    );
    const example = nearestNames([...unmatched.keys()], units);
    const howTo = example ? t('import.nameUnit', example) : t('import.nameUnitPlain');
    lines.push(t('import.unmatched'), ...listed(items, t), howTo);
  }
  const withoutLead = rows.filter(
    ({ task, state }) => state !== 'left-out' && !hasKnownLead(task.leads),
  ).length;
  if (withoutLead > 0) lines.push(t('import.withoutLead', { count: withoutLead }));
  return lines;
}

function unreadLines({ unread }: PlanComparison, t: Translate): string[] {
  if (unread.length === 0) return [];
  const items = unread.map(({ text, why, source }) => {
    const [said, reason, where] = [shortTitle(text), t(`import.why.${why}`), placeWords(source, t)];
    return t(where === '' ? 'import.unreadItem' : 'import.unreadItemAt', { text: said, why: reason, where });
  });
  return [t('import.unread', { count: unread.length }), ...listed(items, t)];
}

/** Where a person finds it in the file: "trang 3, dòng 12". */
function placeWords({ page, sheet, row, line }: Source, t: Translate): string {
  const place = row ?? line;
  return [
    ...(sheet === undefined ? [] : [t('import.sheet', { sheet })]),
    ...(page === undefined ? [] : [t('import.page', { page })]),
    ...(place === undefined ? [] : [t('import.line', { line: place })]),
  ].join(', ');
}

function offeredLines({ offered }: PlanComparison, t: Translate): string[] {
  if (offered.length === 0) return [];
  const items = offered.map((duty, index) =>
    t('import.offeredItem', {
      letter: letterOf(index),
      title: shortTitle(duty.title),
      due: dueText(duty, t),
    }),
  );
  return ['', t('import.offered', { count: offered.length }), ...listed(items, t), t('import.takeUp')];
}

function firstLines({ base, rows }: PlanComparison, t: Translate): string[] {
  if (base !== null || rows.length === 0) return [];
  const first = rows.slice(0, SHOWN_FIRST).map((row) => rowLine(row, t));
  const more = rows.length > SHOWN_FIRST ? [t('import.seeAll', { count: rows.length - SHOWN_FIRST })] : [];
  return ['', t('import.first'), ...first, ...more];
}

function kindsOf(rows: PlanRow[], t: Translate): string {
  const counts = new Map<DeadlineKind, number>();
  for (const { task } of rows) counts.set(task.deadline.kind, (counts.get(task.deadline.kind) ?? 0) + 1);
  return [...counts].map(([kind, count]) => t(`import.kind.${kind}`, { count })).join(', ');
}

function inState(rows: PlanRow[], state: PlanRow['state']): PlanRow[] {
  return rows.filter((row) => row.state === state);
}

function hasKnownLead(leads: PlanRow['task']['leads']): boolean {
  return leads.some(({ unitId }) => unitId !== null);
}

/** "#1 – #51": the numbers of a new plan follow each other. */
function numbersOf(rows: PlanRow[]): string {
  const [first, last] = [rows[0], rows.at(-1)];
  return first === last ? `#${first?.number ?? ''}` : `#${first?.number} – #${last?.number}`;
}

const SHOWN_NUMBERS = 4;

function someNumbers(numbers: number[]): string {
  const shown = [...new Set(numbers)].slice(0, SHOWN_NUMBERS).map((number) => `#${number}`);
  return numbers.length > SHOWN_NUMBERS ? `${shown.join(', ')}…` : shown.join(', ');
}

/** Less alike than this, an example would mislead. */
const ALIKE = 0.5;

/** The unknown words and the unit that look most alike, as an example of how to answer; the clerk decides. */
function nearestNames(
  unmatched: string[],
  units: PlanComparison['units'],
): { words: string; unit: string } | null {
  const [nearest] = unmatched
    .flatMap((words) =>
      units.map(({ name }) => ({ words, unit: name, score: similarity(wordBag(words), wordBag(name)) })),
    )
    .toSorted((one, other) => other.score - one.score);
  return nearest && nearest.score >= ALIKE ? { words: shortTitle(nearest.words), unit: nearest.unit } : null;
}

function texts(lines: string[]): Line[] {
  return lines.map((text) => ({ text }));
}

function listed(lines: string[], t: Translate): string[] {
  const more = lines.length > SHOWN ? [t('import.more', { count: lines.length - SHOWN })] : [];
  return [...lines.slice(0, SHOWN), ...more];
}

export function rosterPreviewWords(file: string, changes: RosterChanges, t: Translate): Line[] {
  const lines: Line[] = [
    { text: t('import.rosterHeading', { file, office: changes.office }), style: 'heading' },
  ];
  const say = (text: string) => lines.push({ text });
  const names = (list: string[]) => ({ count: list.length, names: joinedNames(list, ', ') });
  if (changes.newUnits.length > 0)
    say(t('import.rosterUnits', { units: joinedNames(changes.newUnits, '; ') }));
  if (changes.added.length > 0) say(t('import.rosterAdded', names(changes.added)));
  if (changes.changed.length > 0) say(t('import.rosterChanged', names(changes.changed)));
  if (changes.retired.length > 0) say(t('import.rosterRetired', names(changes.retired)));
  if (changes.unchanged > 0) say(t('import.rosterUnchanged', { count: changes.unchanged }));
  for (const { text, kind } of changes.problems.slice(0, SHOWN)) {
    say(t('import.rosterProblem', { text: shortTitle(text), why: t(`import.problem.${kind}`) }));
  }
  if (changes.problems.length > SHOWN) say(t('import.more', { count: changes.problems.length - SHOWN }));
  return lines;
}

function joinedNames(names: string[], separator: string): string {
  const shown = names.slice(0, SHOWN).join(separator);
  return names.length > SHOWN ? `${shown}…` : shown;
}
