import { officeDayAt } from '../../domain/day.ts';
import type { Member } from '../../domain/member.ts';
import { may } from '../../domain/permissions.ts';
import { type Occurrence, plannedDay, type Task } from '../../domain/task.ts';
import { recordChange } from '../office/record-change.ts';
import type { Extension } from '../ports/extensions.ts';
import type { Store } from '../ports/store.ts';
import { moveLastDay } from '../tasks/move-last-day.ts';

export interface ExtensionDecision {
  member: Member;
  of: { extension: number } | { task: number };
  grants: boolean;
  updateId: number;
  at: Date;
}

export type DecideOutcome =
  /** With the task as it is now. */
  | {
      kind: 'granted' | 'refused';
      task: Task;
      occurrence: Occurrence;
      extension: Extension;
      asker: Member | null;
    }
  /** Somebody was quicker. */
  | { kind: 'decided'; task: Task; extension: Extension; by: Member | null }
  /** Reported in the meantime, or the day asked for is over: only a new date helps, or none is needed. */
  | { kind: 'reported' | 'past'; task: Task; extension: Extension }
  | { kind: 'own' | 'not-allowed' | 'no-such' };

/** A leader or a clerk answers a request for more time. The first answer counts. */
export async function decideExtension(store: Store, decision: ExtensionDecision): Promise<DecideOutcome> {
  const { member, grants, updateId, at } = decision;
  if (!may(member, 'decide-extension')) return { kind: 'not-allowed' };
  await store.offices.lock(member.organizationId);
  const found = await extensionMeant(store, decision);
  if (!found || found.extension.state === 'withdrawn') return { kind: 'no-such' };
  const { task, occurrence, extension } = found;
  const people = await store.offices.everybody(member.organizationId);
  const person = (id: number | null) => people.find((one) => one.id === id) ?? null;
  if (extension.memberId === member.id) return { kind: 'own' };
  if (extension.state !== 'asked') {
    return { kind: 'decided', task, extension, by: person(extension.decidedById) };
  }
  if (grants && occurrence.state !== 'open') return { kind: 'reported', task, extension };
  const { askedDay } = extension;
  if (grants && askedDay < officeDayAt(at)) return { kind: 'past', task, extension };

  await store.extensions.decide(extension.id, grants ? 'granted' : 'refused', member.id, at);
  if (grants) await moveLastDay(store, occurrence, askedDay);
  const planned = plannedDay(occurrence);
  const { lastDay } = occurrence;
  const author = { organizationId: member.organizationId, at, memberId: member.id, updateId };
  const before = { lastDay, originalDay: occurrence.originalDay };
  const state = grants ? 'granted' : 'refused';
  await recordChange(
    store,
    author,
    {
      kind: 'decide-extension',
      number: task.number,
      taskId: task.id,
      occurrenceId: occurrence.id,
      extensionId: extension.id,
      state,
      before,
      after: grants ? { lastDay: askedDay, originalDay: askedDay === planned ? null : planned } : before,
    },
    {
      action: grants ? 'grant-extension' : 'refuse-extension',
      subject: `task:${task.id} occurrence:${occurrence.id}`,
      before: { lastDay: occurrence.lastDay },
      after: { extension: extension.id, lastDay: grants ? askedDay : occurrence.lastDay },
    },
  );
  const originalDay = occurrence.originalDay ?? occurrence.lastDay;
  const moved = grants ? { ...occurrence, lastDay: askedDay, originalDay } : occurrence;
  return {
    kind: grants ? 'granted' : 'refused',
    task,
    occurrence: moved,
    extension,
    asker: person(extension.memberId),
  };
}

/** A button can be forged: only a request of the member's own office is found. */
async function extensionMeant(store: Store, { member, of, at }: ExtensionDecision) {
  const board = await store.plans.board(member.organizationId);
  const named = 'task' in of ? board.find(({ number }) => number === of.task) : undefined;
  const extension =
    'extension' in of
      ? await store.extensions.byId(of.extension)
      : named && (await store.extensions.openOfTask(named.id, officeDayAt(at)));
  if (!extension) return null;
  for (const task of board) {
    const occurrence = task.occurrences.find(({ id }) => id === extension.occurrenceId);
    if (occurrence) return { task, occurrence, extension };
  }
  return null;
}
