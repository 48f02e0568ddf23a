import type { Member, Unit } from '../../domain/member.ts';
import { datesTogether, openDates } from '../../domain/open-dates.ts';
import { type Occurrence, type Task, unitsOwing } from '../../domain/task.ts';
import type { Line } from '../../services/ports/messenger.ts';
import type { ReportRecord } from '../../services/ports/reports.ts';
import type { TaskNote } from '../../services/ports/task-notes.ts';
import { type DayContext, dayWords, dueWords, dueWordsToday } from './due-words.ts';
import { noteLines } from './note-words.ts';
import { evidenceWords, instantWords } from './report-words.ts';
import { assignedNames, datesWords, shortTitle, unitNames } from './task-words.ts';

/** A year of months; a weekly or daily task has many more, which no phone should have to scroll through. */
const MOST_DATES = 12;

/** Of those that are over with, how many stand before the first open one. */
const DATES_BEFORE_OPEN = 2;

/**
 * "#12": the whole row of the plan, its dates and its reports.
 *
 * @param unitId the lead unit whose part the reader is told of; null: everybody's
 */
export function taskDetailWords(
  task: Task,
  units: Unit[],
  reports: ReportRecord[],
  context: DayContext,
  unitId: number | null = null,
  { notes = [], members = [] }: { notes?: TaskNote[]; members?: readonly Member[] } = {},
): Line[] {
  const { t } = context;
  const text = task.deadline.text.trim();
  const lines: Line[] = [
    { text: t('task.heading', { number: task.number, title: task.title }), style: 'heading' },
    { text: t('task.deadline', { text: text === '' ? t('task.noDeadline') : text }) },
  ];
  if (task.partOf !== null) lines.push({ text: t('task.stepOf', { number: task.partOf }) });
  if (task.section !== '') lines.push({ text: t('task.section', { section: task.section }) });
  if (task.product) lines.push({ text: t('task.product', { product: task.product }) });
  if (task.leads.length > 0) {
    lines.push({ text: t('task.lead', { units: assignedNames(task.leads, units, members) }) });
  }
  if (task.supports.length > 0) {
    lines.push({ text: t('task.support', { units: assignedNames(task.supports, units, members) }) });
  }
  const dates = task.occurrences.filter(({ kind }) => kind === 'due');
  const shown = datesShown(dates);
  lines.push(...standing(task, unitId, shown.length < dates.length, context));
  for (const date of shown) lines.push({ text: occurrenceLine(task, date, units, context) });
  const hidden = dates.length - shown.length;
  if (hidden > 0) lines.push({ text: t('task.more', { count: hidden }), style: 'quiet' });
  // What was withdrawn was never said, as far as anybody who looks at the task is concerned.
  const told = reports.filter(({ state }) => state !== 'withdrawn');
  for (const report of told) lines.push(...reportLines(report, context));
  lines.push(...noteLines(notes, context));
  return lines;
}

/** "Đã xem: Hà Thị Lan 08:10 23/11": who has set a sign below a reminder of it. */
export function seenLines(seen: { memberName: string; at: Date }[], { t, today }: DayContext): Line[] {
  if (seen.length === 0) return [];
  const people = seen.map(({ memberName, at }) => `${memberName} ${instantWords(at, today)}`).join('; ');
  return [{ text: t('task.seen', { people }), style: 'quiet' }];
}

function reportLines(
  { memberName: name, at, text, evidence, state, answer }: ReportRecord,
  { t, today }: DayContext,
): Line[] {
  const said = evidence.length > 0 ? evidenceWords(evidence, t) : t('task.noEvidence');
  if (name !== null) {
    const line = { text: t('task.report', { name, at: instantWords(at, today), evidence: said }) };
    if (answer === null) return [line];
    const values = { by: answer.name, at: instantWords(answer.at, today), reason: answer.reason ?? '' };
    return [
      line,
      { text: t(state === 'returned' ? 'task.returned' : 'task.accepted', values), style: 'quiet' },
    ];
  }
  // Of the dates that a report of results tells of, only the last says what.
  if (text === '' && evidence.length === 0) return [];
  return [
    { text: t('task.resultText', { text: shortTitle(text) }) },
    { text: t('task.result', { evidence: said }) },
  ];
}

/** In the words of a notice, where the dates one by one do not show it at a glance. */
function standing(task: Task, unitId: number | null, isShortened: boolean, context: DayContext): Line[] {
  const open = openDates(task, unitId, context);
  if (open.overdue.length < 2 && !isShortened) return [];
  return datesTogether(open).flatMap(({ urgency, dates }) => {
    const due = datesWords(dates, context);
    if (urgency === 'overdue') return [{ text: context.t('task.overdue', { due }) }];
    return urgency === 'due-soon' ? [{ text: context.t('task.dueSoon', { due }) }] : [];
  });
}

function datesShown(dates: Occurrence[]): Occurrence[] {
  const firstOpen = dates.findIndex(({ state }) => state === 'open');
  const latest = Math.max(0, dates.length - MOST_DATES);
  const from = firstOpen < 0 ? latest : Math.min(latest, Math.max(0, firstOpen - DATES_BEFORE_OPEN));
  return dates.slice(from, from + MOST_DATES);
}

function occurrenceLine(task: Task, occurrence: Occurrence, units: Unit[], context: DayContext): string {
  const { t, today } = context;
  if (occurrence.state === 'past') return t('task.past', { due: dueWords(occurrence, context) });
  if (occurrence.reportedOn !== null) {
    const day = dayWords(occurrence.reportedOn, today);
    return t(occurrence.state === 'waiting' ? 'task.waiting' : 'task.reported', {
      due: dueWords(occurrence, context),
      day,
    });
  }
  const due = dueWordsToday(occurrence, context);
  return occurrence.reportedBy.length > 0
    ? t('task.partly', { due, units: unitNames(unitsOwing(task, occurrence), units) })
    : t('task.open', { due });
}
