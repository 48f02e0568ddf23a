import { shortDay } from '../../domain/day.ts';
import type { Unit } from '../../domain/member.ts';
import { type Occurrence, type Task, unitsOwing } from '../../domain/task.ts';
import type { Line } from '../../services/ports/messenger.ts';
import type { ReportRecord } from '../../services/ports/store.ts';
import { type DayContext, dueWords, dueWordsToday } from './due-words.ts';
import { evidenceWords, instantWords } from './report-words.ts';
import { assignedNames, unitNames } from './task-words.ts';

/** "#12": the whole row of the plan, its dates and its reports. */
export function taskDetailWords(
  task: Task,
  units: Unit[],
  reports: ReportRecord[],
  context: DayContext,
): Line[] {
  const { t } = context;
  const { text } = task.deadline;
  const lines: Line[] = [
    { text: t('task.heading', { number: task.number, title: task.title }), style: 'heading' },
    { text: text.trim() === '' ? t('task.noDeadline') : t('task.deadline', { text }) },
  ];
  if (task.section !== '') lines.push({ text: t('task.section', { section: task.section }) });
  if (task.product) lines.push({ text: t('task.product', { product: task.product }) });
  if (task.leads.length > 0) {
    lines.push({ text: t('task.lead', { units: assignedNames(task.leads, units) }) });
  }
  if (task.supports.length > 0) {
    lines.push({ text: t('task.support', { units: assignedNames(task.supports, units) }) });
  }
  for (const occurrence of task.occurrences.filter(({ kind }) => kind === 'due')) {
    lines.push({ text: occurrenceLine(task, occurrence, units, context) });
  }
  for (const { memberName, at, evidence } of reports) {
    const said = evidence.length > 0 ? evidenceWords(evidence, t) : t('task.noEvidence');
    lines.push({ text: t('task.report', { name: memberName, at: instantWords(at), evidence: said }) });
  }
  return lines;
}

function occurrenceLine(task: Task, occurrence: Occurrence, units: Unit[], context: DayContext): string {
  const { t } = context;
  if (occurrence.state === 'past') return t('task.past', { due: dueWords(occurrence, context) });
  if (occurrence.reportedOn !== null) {
    return t('task.reported', { due: dueWords(occurrence, context), day: shortDay(occurrence.reportedOn) });
  }
  const due = dueWordsToday(occurrence, context);
  return occurrence.reportedBy.length > 0
    ? t('task.partly', { due, units: unitNames(unitsOwing(task, occurrence), units) })
    : t('task.open', { due });
}
