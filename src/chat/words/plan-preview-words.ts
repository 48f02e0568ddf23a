import { writtenDay } from '../../domain/day.ts';
import type { Deadline, DeadlineKind } from '../../domain/deadline/deadline.ts';
import type { PlanComparison, PlanRow } from '../../services/plans/compare-plan.ts';
import type { Source } from '../../services/ports/documents.ts';
import type { Line } from '../../services/ports/messenger.ts';
import type { Translate } from '../translate.ts';
import { dueText, letterOf, rowLine } from './plan-row-words.ts';
import { listed } from './preview-list.ts';
import { shortTitle } from './task-words.ts';
import { unitLines } from './unit-preview-words.ts';

/** Rows of a new plan that a preview begins with; the others are a command away. */
const SHOWN_FIRST = 5;
/** A duty can only be taken up by a letter that was seen. */
const SHOWN_DUTIES = 26;

/** A plan against what the office has: facts, counts, what a person has to look at, and the first tasks. */
export function planPreviewWords(file: string, comparison: PlanComparison, t: Translate): Line[] {
  return [
    { text: t('import.planHeading', { file }), style: 'heading' },
    ...texts(factLines(comparison, t)),
    { text: '' },
    ...texts(changeLines(comparison, t)),
    ...texts(unitLines(comparison, t)),
    ...texts(unclearLines(comparison.rows, t)),
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

function factLines({ facts, signer }: PlanComparison, t: Translate): string[] {
  const { number, issuedOn, issuer, title, year } = facts;
  return [
    ...(number ? [t('import.number', { number })] : []),
    ...(issuedOn ? [t('import.issued', { day: writtenDay(issuedOn) })] : []),
    ...(issuer ? [t('import.issuer', { issuer })] : []),
    ...(signer ? [t('import.signer', { signer })] : []),
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
  lines.push(...resultLines(rows, t));
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

/** What will be recorded as done must be seen before it is. */
function resultLines(rows: PlanRow[], t: Translate): string[] {
  const results = rows.filter(({ hasResult }) => hasResult);
  if (results.length === 0) return [];
  const items = results.map(({ number, task }) => {
    const said = task.reported?.text || task.reported?.evidence[0]?.value || '';
    return t('import.resultItem', { number, title: shortTitle(task.title), result: shortTitle(said) });
  });
  return [t('import.results', { count: results.length }), ...listed(items, t), t('import.noResult')];
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

/** A deadline in words that give no date, or a day that does not exist: the clerk sets it, with "/han". */
function unclearLines(rows: PlanRow[], t: Translate): string[] {
  const unclear = rows.filter(({ task, state }) => state !== 'left-out' && isUnclear(task.deadline));
  if (unclear.length === 0) return [];
  const items = unclear.map(({ number, task }) =>
    t('import.unclearItem', { number, words: dueText(task, t), title: shortTitle(task.title) }),
  );
  return [t('import.unclear'), ...listed(items, t)];
}

function isUnclear(deadline: Deadline): boolean {
  if (deadline.kind === 'none') return deadline.text.trim() !== '';
  return deadline.kind === 'date' && deadline.lastDay === null;
}

function unreadLines({ unread, hiddenRows }: PlanComparison, t: Translate): string[] {
  const hidden = hiddenRows > 0 ? [t('import.hiddenRows', { count: hiddenRows })] : [];
  if (unread.length === 0) return hidden;
  const items = unread.map(({ text, why, source }) => {
    const [said, reason, where] = [shortTitle(text), t(`import.why.${why}`), placeWords(source, t)];
    return t(where === '' ? 'import.unreadItem' : 'import.unreadItemAt', { text: said, why: reason, where });
  });
  return [...hidden, t('import.unread', { count: unread.length }), ...listed(items, t)];
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
  const items = offered.map(({ task, index }) =>
    t('import.offeredItem', {
      letter: letterOf(index),
      title: shortTitle(task.title),
      due: dueText(task, t),
    }),
  );
  const heading = t('import.offered', { count: offered.length });
  return ['', heading, ...items.slice(0, SHOWN_DUTIES), t('import.takeUp')];
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

/** "#1 – #51": the numbers of a new plan follow each other. */
function numbersOf(rows: PlanRow[]): string {
  const [first, last] = [rows[0], rows.at(-1)];
  return first === last ? `#${first?.number ?? ''}` : `#${first?.number} – #${last?.number}`;
}

function texts(lines: string[]): Line[] {
  return lines.map((text) => ({ text }));
}
