import { type Day, officeDayAt } from '../../domain/day.ts';
import type { Deadline, RelativeDeadline } from '../../domain/deadline/deadline.ts';
import { dayFrom } from '../../domain/occurrences-of-task.ts';
import type { Task } from '../../domain/task.ts';
import type { OfficeRules } from '../office/office-rules.ts';
import type { Store } from '../ports/store.ts';
import { type CorrectionOutcome, correctTask, type TaskCorrection } from './correct-task.ts';
import { layOutAnew } from './lay-out-occurrences.ts';

export type StartOutcome =
  /** `lastDay`: counted from the event. */
  | { kind: 'started'; task: Task; lastDay: Day }
  | { kind: 'not-triggered' | 'started-already'; task: Task }
  /** What is counted from that day is over: nobody could do anything about it. */
  | { kind: 'over'; task: Task; lastDay: Day }
  | Exclude<CorrectionOutcome, { kind: 'done' } | { kind: 'nothing-done' }>;

/**
 * The event has happened from which a task is counted ("02 ngày làm việc từ khi văn bản được ban hành"): it has a date now.
 * For the next document it is started again, and then has another.
 */
export async function startTask(
  store: Store,
  request: TaskCorrection,
  event: Day,
  rules: OfficeRules,
): Promise<StartOutcome> {
  let refused: StartOutcome | null = null;
  let lastDay: Day = event;
  const start = async (task: Task) => {
    const rule = ruleOf(task.deadline);
    if (rule === null || rule.startedOn?.includes(event)) {
      refused = { kind: rule === null ? 'not-triggered' : 'started-already', task };
      return null;
    }
    lastDay = dayFrom(event, rule, rules.calendar);
    if (lastDay < officeDayAt(request.at)) {
      refused = { kind: 'over', task, lastDay };
      return null;
    }
    const deadline = withStart(task.deadline, rule, event);
    await store.plans.setDeadline(task.id, deadline);
    await layOutAnew(store, { ...task, deadline }, officeDayAt(request.at), rules);
    return { before: { startedOn: rule.startedOn ?? [] }, after: { startedOn: event, lastDay } };
  };
  const outcome = await correctTask(store, request, 'start-task', start, { act: 'start-task' });
  if (refused !== null) return refused;
  if (outcome.kind === 'done') return { kind: 'started', task: outcome.task, lastDay };
  return outcome.kind === 'nothing-done' ? { kind: 'no-such-task' } : outcome;
}

function ruleOf(deadline: Deadline): RelativeDeadline | null {
  const parts = deadline.kind === 'multiple' ? deadline.parts : [deadline];
  return parts.find((part) => part.kind === 'relative') ?? null;
}

function withStart(deadline: Deadline, rule: RelativeDeadline, event: Day): Deadline {
  const started: RelativeDeadline = { ...rule, startedOn: [...(rule.startedOn ?? []), event] };
  if (deadline.kind !== 'multiple') return started;
  return { ...deadline, parts: deadline.parts.map((part) => (part === rule ? started : part)) };
}
