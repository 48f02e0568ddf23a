import { officeDayAt } from '../../domain/day.ts';
import { remindedIn } from '../../domain/in-charge.ts';
import type { Member } from '../../domain/member.ts';
import { datesPressed, type Moment, unitsOwingAny } from '../../domain/open-dates.ts';
import { may, relationToTask } from '../../domain/permissions.ts';
import { partMeant, type Subject } from '../../domain/subject.ts';
import { openOccurrences, type Task } from '../../domain/task.ts';
import { channelsOf } from '../people/channels.ts';
import type { Store } from '../ports/store.ts';
import type { PressKind, TaskNote } from '../ports/task-notes.ts';

export interface PressRequest {
  member: Member;
  number: number;
  kind: PressKind;
  /** Whose work is pressed for: of a unit its people alone, of a person nobody else. */
  of: Subject;
  moment: Moment;
  updateId: number;
  at: Date;
}

export type PressOutcome =
  /** `people`: those who are to be told now; `unreached`: who cannot be; `already`: who was today, before. */
  | { kind: 'pressed'; task: Task; people: Member[]; unreached: Member[]; already: PressedAlready[] }
  /** Nobody owes anything on it. */
  | { kind: 'nothing-open'; task: Task }
  /** Something is owed, and nobody else is known who owes it. */
  | { kind: 'nobody'; task: Task }
  | { kind: 'not-allowed' }
  | { kind: 'no-such-task' };

/** Those who were told by an earlier note of the day. */
export interface PressedAlready {
  note: TaskNote;
  people: Member[];
}

/** Those who owe a task are reminded at once, or asked why it is late: each once a day for it, whoever does it. */
export async function pressTask(store: Store, request: PressRequest): Promise<PressOutcome> {
  const { member, number, kind, of, updateId, at } = request;
  const { organizationId, id: memberId } = member;
  await store.offices.lock(organizationId);
  const task = await store.plans.taskOnBoard(organizationId, { number });
  if (!task) return { kind: 'no-such-task' };
  if (!may(member, 'press', relationToTask(member, task))) return { kind: 'not-allowed' };
  if (openOccurrences(task).length === 0) return { kind: 'nothing-open', task };
  const members = await store.offices.members(organizationId);
  const owing = peopleOwing(task, members, partMeant(of, task), request.moment).filter(
    ({ id }) => id !== memberId && (of.person === null || id === of.person.id),
  );
  if (owing.length === 0) return { kind: 'nobody', task };
  const today = (await store.notes.ofTask(task.id)).filter(
    (one) => one.kind === kind && officeDayAt(one.at) === officeDayAt(at),
  );
  const already = today
    .map((note) => ({ note, people: owing.filter(({ id }) => note.pressed.includes(id)) }))
    .filter(({ people }) => people.length > 0);
  const left = owing.filter((one) => !already.some((before) => before.people.includes(one)));
  const chats = await store.chats.ofOrganization(organizationId);
  const people = left.filter(({ id }) => channelsOf(id, chats).length > 0);
  const unreached = left.filter((one) => !people.includes(one));
  if (people.length === 0) return { kind: 'pressed', task, people, unreached, already };
  const pressed = people.map(({ id }) => id);
  const note = { taskId: task.id, memberId, kind, percent: null, text: '', at, pressed };
  const noteId = await store.notes.add(note);
  // What has been sent to others cannot be unsent: it is written down, and there is nothing to undo.
  await store.audit.add({
    organizationId,
    memberId,
    updateId,
    at,
    action: `note-${kind}`,
    subject: `task:${task.id}`,
    after: { note: noteId, pressed },
  });
  return { kind: 'pressed', task, people, unreached, already };
}

/**
 * Those who owe the report for which a task is pressed, or any where none of its dates is due: whose it is by name or
 * with the unit, and the heads of their units.
 *
 * @param unitId the lead unit that is pressed; null: all of them
 */
function peopleOwing(task: Task, members: Member[], unitId: number | null, moment: Moment): Member[] {
  const pressed = datesPressed(task, unitId, moment);
  const owing = unitsOwingAny(task, pressed.length > 0 ? pressed : openOccurrences(task));
  const units = owing.filter((id) => unitId === null || id === unitId);
  const staff = units.flatMap((id) => remindedIn(id, task, members, true));
  const isOfUnits = staff.length > 0 || unitId !== null;
  return [...new Set(isOfUnits ? staff : remindedIn(null, task, members, false))];
}
