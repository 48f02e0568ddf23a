import { assigneesIn, type Staff } from '../../domain/assignees.ts';
import {
  type Chosen,
  type Given,
  given,
  narrowed,
  newsOf,
  type PersonalNews,
  reachOf,
} from '../../domain/giving.ts';
import type { Member } from '../../domain/member.ts';
import type { Task } from '../../domain/task.ts';
import type { Store } from '../ports/store.ts';
import { assignedTo } from './assigned.ts';
import { type CorrectionOutcome, correctTask, type TaskCorrection } from './correct-task.ts';
import { handOver } from './hand-over.ts';

/** To whom a task is given, as typed. */
export interface AssignmentWords {
  leads: string;
  /** Null: those that support it stay. */
  supports: string | null;
  /** Of several who go by the same name, those who are meant. */
  chosen: readonly Chosen[];
}

export type NotGiven = Exclude<Given, { kind: 'given' }>;

export type AssignOutcome =
  /** `news`: what it means for whom by name. */
  | { kind: 'done'; task: Task; news: PersonalNews[] }
  | Exclude<CorrectionOutcome, { kind: 'nothing-done' | 'done' }>
  | { kind: 'not-given'; why: NotGiven; task: Task; staff: Staff };

/** Somebody gives a task to units or people. The plan's own words come back when a newer plan words them otherwise. */
export async function assignTask(
  store: Store,
  request: TaskCorrection,
  words: AssignmentWords,
): Promise<AssignOutcome> {
  const { member } = request;
  const staff = await store.offices.withStaff(member.organizationId);
  const refused: { why: NotGiven; task: Task }[] = [];
  let news: PersonalNews[] = [];
  const change = async (task: Task) => {
    const said = assignmentOf(member, task, words, staff);
    if (said.kind !== 'given') {
      refused.push({ why: said, task });
      return null;
    }
    const { leads } = said;
    const supports = said.supports ?? task.supports;
    const { id, number } = task;
    const place = { id, organizationId: member.organizationId };
    await handOver(store, place, () => store.plans.assign(id, leads, supports));
    news = newsOf(number, task, { leads, supports });
    return {
      before: { leads: task.leads, supports: task.supports },
      after: { leads, supports },
    };
  };
  const outcome = await correctTask(store, request, 'assign-task', change, { act: 'give-task' });
  if (outcome.kind === 'done') return { ...outcome, news };
  if (outcome.kind !== 'nothing-done') return outcome;
  const [not] = refused;
  return not ? { kind: 'not-given', ...not, staff } : { kind: 'no-such-task' };
}

/** What the words make of a task, or of a row that is to be one. */
export function assignmentOf(
  member: Member,
  task: Pick<Task, 'leads' | 'supports'>,
  { leads, supports, chosen }: AssignmentWords,
  staff: Staff,
): Given {
  const reach = reachOf(member);
  const named = (said: string) => narrowed(assigneesIn(said, staff), chosen, reach);
  const all = { leads: named(leads), supports: supports === null ? null : named(supports) };
  return given(task, all, staff, reach, assignedTo);
}
