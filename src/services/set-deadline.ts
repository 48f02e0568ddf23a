import { officeDayAt, yearOf } from '../domain/day.ts';
import { openOccurrences } from '../domain/task.ts';
import { type CorrectionOutcome, correctTask, type TaskCorrection } from './correct-task.ts';
import { layOutAnew } from './lay-out-occurrences.ts';
import { moveLastDay } from './move-last-day.ts';
import type { OfficeRules } from './office-rules.ts';
import { dateGiven } from './plan-corrections.ts';
import type { Extension } from './ports/extensions.ts';
import type { Store } from './ports/store.ts';

export type SetDeadlineOutcome =
  | Exclude<CorrectionOutcome, { kind: 'done' } | { kind: 'nothing-done' }>
  /** `answered`: the requests for more time that the new date answers. */
  | (Extract<CorrectionOutcome, { kind: 'done' }> & { answered: Extension[] })
  | { kind: 'not-understood' };

/**
 * A clerk gives a task its date: guidance has come, or the plan was read wrongly. Reports stay with their dates.
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
  const outcome = await correctTask(store, request, 'set-deadline', async (task) => {
    // A plan for next year means its own year; one of last year that goes on means this one.
    const { kind, deadline } = dateGiven(words, Math.max(task.year, yearOf(today)));
    if (kind === 'not-understood') return null;
    answered = await store.extensions.withdraw(task.id);
    await store.plans.setDeadline(task.id, deadline);
    // The clerk's date has the last word, the former one itself included.
    for (const occurrence of openOccurrences(task)) {
      if (occurrence.originalDay !== null) await moveLastDay(store, occurrence, occurrence.originalDay);
    }
    await layOutAnew(store, { ...task, deadline }, today, rules);
    return { before: task.deadline, after: deadline };
  });
  if (outcome.kind === 'done') return { ...outcome, answered };
  return outcome.kind === 'nothing-done' ? { kind: 'not-understood' } : outcome;
}
