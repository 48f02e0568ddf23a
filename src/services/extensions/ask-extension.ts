import type { WorkingCalendar } from '../../domain/calendar/working-calendar.ts';
import { addDays, type Day, officeDayAt } from '../../domain/day.ts';
import { dayAsked } from '../../domain/day-asked.ts';
import { isOfUnit, type Member } from '../../domain/member.ts';
import { ownPart } from '../../domain/own-part.ts';
import { may, relationToTask } from '../../domain/permissions.ts';
import { leadUnitIds, type Occurrence, openOccurrences, type Task, unitsOwing } from '../../domain/task.ts';
import { recordChange } from '../office/record-change.ts';
import type { Extension } from '../ports/extensions.ts';
import type { Store } from '../ports/store.ts';

export interface ExtensionRequest {
  member: Member;
  number: number;
  /** "đến 20/12", "thêm 5 ngày làm việc"; empty: asked how to ask. */
  until: string;
  calendar: WorkingCalendar;
  reason: string;
  updateId: number;
  at: Date;
}

export type AskOutcome =
  /** On its way to those who decide. */
  | { kind: 'asked'; task: Task; occurrence: Occurrence; extension: Extension }
  /** No date was given: `example` is one that could be. */
  | {
      kind: 'no-date' | 'no-day' | 'past' | 'not-later' | 'too-far';
      task: Task;
      occurrence: Occurrence;
      example: Day;
    }
  | { kind: 'asked-already'; task: Task; extension: Extension }
  | { kind: 'already-reported' | 'nothing-due' | 'not-yours'; task: Task }
  | { kind: 'no-such-task' };

const LONGEST_REASON = 300;
const EXAMPLE_DAYS = 7;
/** A day beyond is a slip of the pen. */
const LONGEST_DAYS = 366;

/** An officer asks for a later date. Nothing moves before somebody who may has agreed. */
export async function askExtension(store: Store, request: ExtensionRequest): Promise<AskOutcome> {
  const { member, number, until, at } = request;
  await store.offices.lock(member.organizationId);
  const task = await store.plans.taskOnBoard(member.organizationId, { number });
  if (!task) return { kind: 'no-such-task' };
  if (!may(member, 'ask-extension', relationToTask(member, task))) return { kind: 'not-yours', task };
  const due = task.occurrences.filter(({ kind, state }) => kind === 'due' && state !== 'past');
  const occurrence = openOccurrences({ ...task, occurrences: due }).find(
    (one) => leadUnitIds(task).length === 0 || unitsOwing(task, one).some((id) => isOfUnit(member, id)),
  );
  if (!occurrence) return { kind: due.length > 0 ? 'already-reported' : 'nothing-due', task };
  const today = officeDayAt(at);
  const waiting = await store.extensions.openOfTask(task.id, today);
  if (waiting) return { kind: 'asked-already', task, extension: waiting };

  const from = occurrence.lastDay > today ? occurrence.lastDay : today;
  const dated = { task, occurrence, example: addDays(from, EXAMPLE_DAYS) };
  if (until === '') return { kind: 'no-date', ...dated };
  const askedDay = dayAsked(until, { today, lastDay: occurrence.lastDay, calendar: request.calendar });
  if (askedDay === null) return { kind: 'no-day', ...dated };
  if (askedDay < today) return { kind: 'past', ...dated };
  if (askedDay <= occurrence.lastDay) return { kind: 'not-later', ...dated };
  if (askedDay > addDays(today, LONGEST_DAYS)) return { kind: 'too-far', ...dated };

  // What this member asked before is past: nobody is to answer it beside the new one.
  const former = await store.extensions.withdraw(task.id, member.id);
  const reason = request.reason.slice(0, LONGEST_REASON);
  const asked = { occurrenceId: occurrence.id, memberId: member.id, askedDay, reason };
  const extension = await store.extensions.ask(asked, at);
  const author = { organizationId: member.organizationId, at, memberId: member.id };
  const { updateId } = request;
  await recordChange(
    store,
    { ...author, updateId },
    {
      kind: 'ask-extension',
      number: task.number,
      taskId: task.id,
      unitId: ownPart(member, task),
      occurrenceId: occurrence.id,
      extensionId: extension.id,
      withdrawn: former.map(({ id }) => id),
    },
    {
      subject: `task:${task.id} occurrence:${occurrence.id}`,
      before: { lastDay: occurrence.lastDay },
      after: { extension: extension.id, askedDay },
    },
  );
  return { kind: 'asked', task, occurrence, extension };
}
