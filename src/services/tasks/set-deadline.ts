import { type Day, daysBetween, officeDayAt, yearOf } from '../../domain/day.ts';
import type { Deadline } from '../../domain/deadline/deadline.ts';
import { type Occurrence, openOccurrences, type Task } from '../../domain/task.ts';
import type { OfficeRules } from '../office/office-rules.ts';
import type { Extension } from '../ports/extensions.ts';
import type { Store } from '../ports/store.ts';
import { type CorrectionOutcome, correctTask, type TaskCorrection } from './correct-task.ts';
import { layOutAnew } from './lay-out-occurrences.ts';
import { moveLastDay } from './move-last-day.ts';
import { dateGiven } from './plan-corrections.ts';

export type SetDeadlineOutcome =
  | Exclude<CorrectionOutcome, { kind: 'done' } | { kind: 'nothing-done' }>
  /** `answered`: the requests for more time that the new date answers. */
  | (Extract<CorrectionOutcome, { kind: 'done' }> & { answered: Extension[]; moved: Occurrence | null })
  /** The task has a rule, and no date of it is open that could be moved. */
  | { kind: 'nothing-to-move'; task: Task }
  | { kind: 'not-understood' };

/**
 * A clerk gives a task its date: guidance has come, or the plan was read wrongly. Reports stay with their dates. One day
 * for a task that has several, or of which a part has been reported, moves the date that it is nearest to, as more time
 * granted would: only another rule replaces a rule.
 *
 * @param words as a plan would write it: "15/12/2026", "trước ngày 20 hằng tháng"
 */
export async function setDeadline(
  store: Store,
  request: TaskCorrection,
  words: string,
  rules: OfficeRules,
): Promise<SetDeadlineOutcome> {
  const today = officeDayAt(request.at);
  let answered: Extension[] = [];
  let moved: Occurrence | null = null;
  let isStuck: Task | null = null;
  const outcome = await correctTask(store, request, 'set-deadline', async (task) => {
    // A plan for next year means its own year; one of last year that goes on means this one.
    const { kind, deadline } = dateGiven(words, Math.max(task.year, yearOf(today)));
    if (kind === 'not-understood') return null;
    const day = onlyDay(deadline);
    const open = openOccurrences(task).filter((one) => one.kind === 'due');
    if (day !== null && (hasRule(task) || open.some(({ reportedBy }) => reportedBy.length > 0))) {
      moved = nearest(open, day);
      if (moved === null) {
        isStuck = task;
        return null;
      }
      answered = await store.extensions.withdraw(task.id);
      await moveLastDay(store, moved, day);
      return { before: { lastDay: moved.lastDay }, after: { lastDay: day }, action: 'move-date' };
    }
    answered = await replaceDeadline(store, task, deadline, today, rules);
    return { before: task.deadline, after: deadline };
  });
  if (outcome.kind === 'done') return { ...outcome, answered, moved: asItIs(moved, outcome.task) };
  if (isStuck !== null) return { kind: 'nothing-to-move', task: isStuck };
  return outcome.kind === 'nothing-done' ? { kind: 'not-understood' } : outcome;
}

/**
 * The clerk's date has the last word, the former one itself included, also on what may be owed again.
 * @returns the requests for more time that it answers
 */
export async function replaceDeadline(
  store: Store,
  task: Task,
  deadline: Deadline,
  today: Day,
  rules: OfficeRules,
): Promise<Extension[]> {
  const answered = await store.extensions.withdraw(task.id);
  await store.plans.setDeadline(task.id, deadline);
  for (const occurrence of task.occurrences) {
    if (occurrence.originalDay !== null) await moveLastDay(store, occurrence, occurrence.originalDay);
  }
  await layOutAnew(store, { ...task, deadline }, today, rules);
  return answered;
}

function onlyDay(deadline: Deadline): Day | null {
  return deadline.kind === 'date' || deadline.kind === 'period' ? deadline.lastDay : null;
}

function hasRule({ deadline }: Task): boolean {
  return deadline.kind === 'recurring' || deadline.kind === 'multiple';
}

function nearest(occurrences: Occurrence[], day: Day): Occurrence | null {
  const farOff = ({ lastDay }: Occurrence) => Math.abs(daysBetween(lastDay, day));
  return occurrences.toSorted((one, other) => farOff(one) - farOff(other))[0] ?? null;
}

function asItIs(moved: Occurrence | null, task: Task): Occurrence | null {
  return moved && (task.occurrences.find(({ id }) => id === moved.id) ?? null);
}
