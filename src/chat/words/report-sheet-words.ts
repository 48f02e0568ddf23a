import { writtenDay } from '../../domain/day.ts';
import type { OpenDates } from '../../domain/open-dates.ts';
import type { Progress, TaskState } from '../../domain/progress.ts';
import type { Occurrence } from '../../domain/task.ts';
import type { ReportSheet, Tone } from '../../services/ports/report-writer.ts';
import type { ReportRecord } from '../../services/ports/reports.ts';
import type { ProgressReport, ReportedTask } from '../../services/progress-report.ts';
import type { WordingKey } from '../translate.ts';
import { type DayContext, dueWords } from './due-words.ts';
import { percentOf } from './progress-words.ts';
import { evidenceWords } from './report-words.ts';
import { assignedNames } from './task-words.ts';

const STATES: Record<TaskState, { key: WordingKey; tone: Tone | null }> = {
  'done-in-time': { key: 'export.stateDoneInTime', tone: 'done' },
  'done-late': { key: 'export.stateDoneLate', tone: 'done' },
  waiting: { key: 'export.stateWaiting', tone: 'in-time' },
  overdue: { key: 'export.stateOverdue', tone: 'overdue' },
  'due-soon': { key: 'export.stateDueSoon', tone: 'due-soon' },
  'in-time': { key: 'export.stateInTime', tone: 'in-time' },
  past: { key: 'export.statePast', tone: null },
  undated: { key: 'export.stateUndated', tone: null },
};

/** The words of every file on the office's progress. */
export function reportSheetWords(report: ProgressReport, context: DayContext): ReportSheet {
  const { t, today } = context;
  const { view, tasks } = report;
  const { progress } = view;
  return {
    fileName: t('export.fileName', { day: today }),
    title: plain(t('export.title', { name: view.name })),
    asOf: t('export.asOf', { day: writtenDay(today) }),
    summary: t('export.summary', {
      done: progress.done,
      given: progress.given,
      percent: percentOf(progress.done, progress.given),
    }),
    figures: [
      { label: t('export.given'), count: progress.given },
      { label: t('export.doneInTime'), count: progress.doneInTime },
      { label: t('export.doneLate'), count: progress.doneLate },
      ...(progress.waiting > 0 ? [{ label: t('export.stateWaiting'), count: progress.waiting }] : []),
      { label: t('export.notDoneInTime'), count: progress.notDoneInTime },
      { label: t('export.notDoneOverdue'), count: progress.notDoneOverdue },
    ],
    shares: sharesOf(progress),
    legend: {
      done: t('export.done'),
      'in-time': t('export.inTime'),
      'due-soon': t('export.dueSoon'),
      overdue: t('export.overdue'),
    },
    units: view.byUnit.map(({ unit, progress: own }) => ({
      name: plain(unit.name),
      shares: sharesOf(own),
      label: `${own.done}/${own.given}`,
    })),
    headings: (['number', 'task', 'lead', 'deadline', 'nextDay', 'state', 'result'] as const).map((one) =>
      t(`export.${one}`),
    ),
    sections: inSections(report, context),
    dates: tasks.flatMap((one) => datesOf(one, report, context)),
  };
}

function sharesOf(progress: Progress): Record<Tone, number> {
  return {
    done: progress.done,
    // What was handed over and waits for an answer is late with nobody.
    'in-time': progress.notDoneInTime - progress.dueSoon + progress.waiting,
    'due-soon': progress.dueSoon,
    overdue: progress.notDoneOverdue,
  };
}

/** In the plan's order, under its own headings. */
function inSections(report: ProgressReport, context: DayContext): ReportSheet['sections'] {
  const sections: ReportSheet['sections'] = [];
  for (const one of report.tasks) {
    const heading = plain(one.task.section);
    const row = rowOf(one, report, context);
    const last = sections.at(-1);
    if (last?.heading === heading) last.rows.push(row);
    else sections.push({ heading, rows: [row] });
  }
  return sections;
}

function rowOf({ task, state, open, reports }: ReportedTask, { board }: ProgressReport, context: DayContext) {
  const { t } = context;
  const [next] = inOrder(open);
  const { key, tone } = STATES[state];
  const cells = [
    `#${task.number}`,
    task.title,
    assignedNames(task.leads, board.units),
    task.deadline.text,
    next ? writtenDay(next.lastDay) : '',
    t(key),
    reports
      .map((one) => resultOf(one, context))
      .filter((result) => result !== '')
      .join('\n'),
  ];
  return { cells: cells.map(plain), tone };
}

/** The evidence; where there is none, what was said. */
function resultOf({ evidence, text, memberName }: ReportRecord, { t }: DayContext): string {
  const said = evidence.length > 0 ? evidenceWords(evidence, t) : text;
  return memberName === null ? said : `${memberName}: ${said}`;
}

function datesOf(
  { task, open }: ReportedTask,
  { board }: ProgressReport,
  context: DayContext,
): ReportSheet['dates'] {
  const lead = assignedNames(task.leads, board.units);
  return inOrder(open).map((occurrence) => ({
    id: `occurrence-${occurrence.id}`,
    day: occurrence.lastDay,
    title: plain(`#${task.number} ${task.title}`),
    text: plain([dueWords(occurrence, context), lead].filter(Boolean).join(' — ')),
  }));
}

function inOrder({ overdue, soon, later }: OpenDates): Occurrence[] {
  return [...overdue, ...soon, ...later];
}

/** Titles and links come from files and chats: what no document may hold is taken out here, once for all of them. */
function plain(words: string): string {
  return words
    .replace(/[^\P{Cc}\n]|\p{Cs}|[\uFFFE\uFFFF]/gu, ' ')
    .normalize('NFC')
    .trim();
}
