import type { Day } from '../../domain/day.ts';
import { type AssignedUnit, type Occurrence, plannedDay, type Task } from '../../domain/task.ts';
import type { TaskDeed } from '../../services/ports/audit-log.ts';
import type { Line } from '../../services/ports/messenger.ts';
import type { Translate, WordingKey } from '../translate.ts';
import { type DayContext, dayWords, dueWords } from './due-words.ts';
import { instantWords } from './report-words.ts';
import { shortTitle } from './task-words.ts';
import { nameWords } from './undo-words.ts';

/** The latest are asked for most; they stand first. */
const MOST_DEEDS = 25;

/** "/nhatky 26": what anybody has done about a task, a line each. */
export function historyLines(task: Task, deeds: TaskDeed[], context: DayContext): Line[] {
  const { t, today } = context;
  const { number } = task;
  const heading: Line = {
    text: t('history.heading', { number, title: shortTitle(task.title) }),
    style: 'heading',
  };
  const said = deeds
    .flatMap((deed) => deedWords(deed, task, context).map((what) => ({ deed, what })))
    .toReversed();
  if (said.length === 0) return [heading, { text: t('history.none', { number }) }];
  const lines = said.slice(0, MOST_DEEDS).map(({ deed: { at, memberName }, what }): Line => {
    const who = memberName ?? t('history.system');
    return { text: t('history.line', { at: instantWords(at, today), who, what }) };
  });
  const hidden = said.length - lines.length;
  if (hidden > 0) lines.push({ text: t('history.more', { count: hidden }), style: 'quiet' });
  return [heading, ...lines];
}

/** What was done; nothing for what no reader of the task asks about. */
function deedWords(deed: TaskDeed, task: Task, context: DayContext): string[] {
  const { t, today } = context;
  if (deed.undone !== null) return [t('history.undo', { what: nameWords(deed.undone, t) })];
  if (deed.action === 'import-plan') return importWords(deed, task, t);
  const key = DEEDS[deed.action];
  if (key === undefined) return [];
  const { evidence = 0, reason, text, leads, ...after } = (deed.after ?? {}) as Said;
  const day = after.askedDay ?? after.lastDay;
  const date = task.occurrences.find(({ id }) => id === deed.occurrenceId);
  return [
    t(deed.action === 'report' && evidence > 0 ? 'history.reportWith' : key, {
      due: date ? dateWords(date, context) : t('history.formerDate'),
      count: evidence,
      reason: reason ?? '',
      day: day === undefined ? '' : dayWords(day, today),
      text: text ?? '',
      units: (leads ?? []).map(({ words }) => words).join('; '),
    }),
  ];
}

/** By the plan's day, which more time does not move. */
function dateWords(date: Occurrence, context: DayContext): string {
  if (date.kind !== 'due') return dueWords(date, context);
  return context.t('history.date', { day: dayWords(plannedDay(date), context.today) });
}

/** What the audit log keeps beside an action. */
interface Said {
  evidence?: number;
  reason?: string | null;
  lastDay?: Day;
  askedDay?: Day;
  text?: string;
  leads?: AssignedUnit[];
}

const DEEDS: Readonly<Record<string, WordingKey>> = {
  report: 'history.report',
  'add-evidence': 'history.add-evidence',
  'withdraw-report': 'history.withdraw-report',
  'accept-report': 'history.accept-report',
  'return-report': 'history.return-report',
  'withdraw-extension': 'history.withdraw-extension',
  'ask-extension': 'history.ask-extension',
  'grant-extension': 'history.grant-extension',
  'refuse-extension': 'history.refuse-extension',
  'set-deadline': 'history.set-deadline',
  'add-task': 'history.add-task',
  'start-task': 'history.start-task',
  'move-date': 'history.move-date',
  snooze: 'history.snooze',
  appoint: 'history.appoint',
  resume: 'history.resume',
  'call-off': 'history.call-off',
  'assign-task': 'history.assign-task',
  'leave-out-task': 'history.leave-out-task',
  'take-back-task': 'history.take-back-task',
  'note-progress': 'history.note',
  'note-obstacle': 'history.obstacle',
  'note-cleared': 'history.cleared',
  'note-explanation': 'history.explanation',
  'note-question': 'history.question',
  'note-press': 'history.press',
};

function importWords({ after }: TaskDeed, { number }: Task, t: Translate): string[] {
  const touched = Object.entries((after ?? {}) as Record<string, number[]>);
  return touched.flatMap(([how, numbers]) =>
    numbers.includes(number) && how in IMPORTS ? [t(IMPORTS[how as keyof typeof IMPORTS])] : [],
  );
}

const IMPORTS = {
  added: 'history.added',
  changed: 'history.changed',
  leftOut: 'history.leftOut',
  dropped: 'history.dropped',
} as const satisfies Record<string, WordingKey>;
