import { officeDayAt } from '../../domain/day.ts';
import type { Task } from '../../domain/task.ts';
import type { OfficeRules } from '../office/office-rules.ts';
import type { Extension } from '../ports/extensions.ts';
import type { Store } from '../ports/store.ts';
import { type CorrectionOutcome, correctTask, type TaskCorrection } from './correct-task.ts';
import { moveLastDay } from './move-last-day.ts';
import { saysWhen } from './plan-corrections.ts';
import { replaceDeadline } from './set-deadline.ts';

export type TakeDatesOutcome =
  | Exclude<CorrectionOutcome, { kind: 'done' } | { kind: 'nothing-done' } | { kind: 'no-such-task' }>
  | (Extract<CorrectionOutcome, { kind: 'done' }> & { answered: Extension[] })
  | { kind: 'no-such-task'; number: number }
  /** The other task waits for a date itself. */
  | { kind: 'no-dates'; of: Task };

/**
 * "Lồng ghép trong báo cáo cải cách hành chính": a clerk says in which task's report this one's is, and it has that task's
 * dates, with the days to which they have been moved so far.
 */
export async function takeDates(
  store: Store,
  request: TaskCorrection,
  from: number,
  rules: OfficeRules,
): Promise<TakeDatesOutcome> {
  const { member, number, at } = request;
  const today = officeDayAt(at);
  const taskNamed = (number: number) => store.plans.taskOnBoard(member.organizationId, { number });
  const source: { task: Task | null } = { task: null };
  let answered: Extension[] = [];
  const outcome = await correctTask(store, request, 'set-deadline', async (task) => {
    source.task = await taskNamed(from);
    if (source.task === null || source.task.id === task.id || !saysWhen(source.task.deadline)) return null;
    const { deadline, occurrences } = source.task;
    answered = await replaceDeadline(store, task, deadline, today, rules);
    const own = (await taskNamed(number))?.occurrences ?? [];
    for (const { key, lastDay } of occurrences.filter(({ originalDay }) => originalDay !== null)) {
      const same = own.find((one) => one.key === key && one.state === 'open');
      if (same) await moveLastDay(store, same, lastDay);
    }
    return { before: task.deadline, after: deadline };
  });
  switch (outcome.kind) {
    case 'done':
      return { ...outcome, answered };
    case 'nothing-done':
      return source.task ? { kind: 'no-dates', of: source.task } : { kind: 'no-such-task', number: from };
    case 'no-such-task':
      return { kind: 'no-such-task', number };
    case 'not-allowed':
      return outcome;
  }
}
