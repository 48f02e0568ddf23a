import { writtenDay } from '../../domain/day.ts';
import type { Deadline } from '../../domain/deadline/deadline.ts';
import type { OpenDates } from '../../domain/open-dates.ts';
import type { TaskState } from '../../domain/progress.ts';
import type { Occurrence } from '../../domain/task.ts';
import type { ProgressReport, ReportedTask } from '../../services/figures/progress-report.ts';
import type {
  CalendarDate,
  Column,
  ReportSheet,
  TableLine,
  Tone,
} from '../../services/ports/report-writer.ts';
import type { ReportRecord } from '../../services/ports/reports.ts';
import type { Translate, WordingKey } from '../translate.ts';
import { type DayContext, dueWords } from './due-words.ts';
import { plain } from './plain-words.ts';
import { percentOf, sharesOf } from './progress-words.ts';
import { evidenceWords } from './report-words.ts';
import { assignedNames } from './task-words.ts';

const STATES: Record<Exclude<TaskState, 'undated'>, { key: WordingKey; tone: Tone | null }> = {
  'done-in-time': { key: 'export.stateDoneInTime', tone: 'done' },
  'done-late': { key: 'export.stateDoneLate', tone: 'done' },
  waiting: { key: 'export.stateWaiting', tone: 'in-time' },
  overdue: { key: 'export.stateOverdue', tone: 'overdue' },
  'due-soon': { key: 'export.stateDueSoon', tone: 'due-soon' },
  'in-time': { key: 'export.stateInTime', tone: 'in-time' },
  past: { key: 'export.statePast', tone: null },
};

/** When a calendar is made, and at which hour it is to remind. */
export interface CalendarMoment {
  now: Date;
  alarmAt: string;
}

/** The words of every file on the office's progress. */
export function reportSheetWords(
  report: ProgressReport,
  context: DayContext,
  instant: CalendarMoment,
): ReportSheet {
  const { t, today } = context;
  const { view, tasks } = report;
  const { progress } = view;
  const asOf = t('export.asOf', { day: writtenDay(today) });
  return {
    fileName: t('export.fileName', { day: today }),
    title: plain(t('export.title', { name: view.name })),
    asOf: report.period === null ? asOf : `${report.period.words}, ${asOf}`,
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
    barsMean: t(view.byUnit.length > 0 ? 'export.unitBars' : 'export.bar'),
    units: view.byUnit.map(({ unit, progress: own }) => ({
      name: plain(unit.name),
      shares: sharesOf(own),
      label: t('export.unitShare', {
        done: own.done,
        given: own.given,
        percent: percentOf(own.done, own.given),
      }),
    })),
    table: { columns: columns(t), lines: linesInSections(report, context) },
    calendar: {
      name: plain(t('export.title', { name: view.name })),
      madeAt: instant.now,
      dates: tasks.flatMap((one) => datesOf(one, report, context, instant)),
    },
  };
}

function columns(t: Translate): Column[] {
  return [
    { kind: 'order', heading: t('export.number') },
    { kind: 'task', heading: t('export.task') },
    { kind: 'units', heading: t('export.lead') },
    { kind: 'units', heading: t('export.support') },
    { kind: 'deadline', heading: t('export.deadline') },
    { kind: 'day', heading: t('export.nextDay') },
    { kind: 'state', heading: t('export.state') },
    { kind: 'evidence', heading: t('export.result') },
  ];
}

/** In the plan's order, under its own headings. */
function linesInSections(report: ProgressReport, context: DayContext): TableLine[] {
  let last = '';
  return report.tasks.flatMap((one): TableLine[] => {
    const words = plain(one.task.section);
    const isNew = words !== last && words !== '';
    last = words;
    return [...(isNew ? [{ kind: 'heading' as const, level: 1, words }] : []), rowOf(one, report, context)];
  });
}

function rowOf(
  { task, state, open, reports }: ReportedTask,
  { board }: ProgressReport,
  context: DayContext,
): TableLine {
  const { t } = context;
  const [next] = inOrder(open);
  const { key, tone } = state === 'undated' ? undatedState(task.deadline) : STATES[state];
  const cells = [
    `#${task.number}`,
    task.title,
    assignedNames(task.leads, board.units),
    assignedNames(task.supports, board.units),
    task.deadline.text,
    next ? writtenDay(next.lastDay) : '',
    t(key),
    reports
      .map((one) => resultOf(one, context))
      .filter((result) => result !== '')
      .join('\n'),
  ];
  return { kind: 'row', cells: cells.map(plain), tone };
}

/** What goes on for ever, what waits for somebody, and what a person has to look at are three things. */
function undatedState({ kind }: Deadline): { key: WordingKey; tone: Tone | null } {
  switch (kind) {
    case 'continuous':
      return { key: 'export.stateContinuous', tone: null };
    case 'external':
      return { key: 'export.stateExternal', tone: null };
    case 'relative':
      return { key: 'export.stateRelative', tone: null };
    default:
      return { key: 'export.stateNotUnderstood', tone: 'due-soon' };
  }
}

/** The evidence; where there is none, what was said. */
function resultOf({ evidence, text, memberName }: ReportRecord, { t }: DayContext): string {
  const said = evidence.length > 0 ? evidenceWords(evidence, t) : text;
  return memberName === null ? said : `${memberName}: ${said}`;
}

/** What is open, and what is open no more: whoever has imported an earlier file is rid of it. */
function datesOf(
  { task, open }: ReportedTask,
  { board }: ProgressReport,
  context: DayContext,
  { alarmAt }: CalendarMoment,
): CalendarDate[] {
  const lead = assignedNames(task.leads, board.units);
  const isOpen = inOrder(open);
  return task.occurrences
    .filter(({ kind, state }) => kind === 'due' && state !== 'past')
    .map((occurrence) => ({
      uid: `occurrence-${occurrence.id}@${board.office.uuid}.nhachan`,
      day: occurrence.lastDay,
      time: occurrence.time,
      title: plain(`#${task.number} ${task.title}`),
      text: plain([dueWords(occurrence, context), lead].filter(Boolean).join(' — ')),
      alarmAt,
      isCancelled: !isOpen.some(({ id }) => id === occurrence.id),
    }));
}

function inOrder({ overdue, soon, later }: OpenDates): Occurrence[] {
  return [...overdue, ...soon, ...later];
}
