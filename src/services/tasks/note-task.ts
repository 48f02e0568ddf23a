import { officeDayAt } from '../../domain/day.ts';
import { remindedIn } from '../../domain/in-charge.ts';
import type { Member } from '../../domain/member.ts';
import { datesPressed, type Moment, unitsOwingAny } from '../../domain/open-dates.ts';
import { type Act, may, relationToTask } from '../../domain/permissions.ts';
import { openOccurrences, type Task } from '../../domain/task.ts';
import { recordChange } from '../office/record-change.ts';
import { standingNotes } from '../office/standing-notes.ts';
import type { Store } from '../ports/store.ts';
import type { TaskNote, TaskNoteKind } from '../ports/task-notes.ts';

export interface NoteRequest {
  member: Member;
  number: number;
  kind: TaskNoteKind;
  percent?: number | null;
  /** As typed. */
  text: string;
  updateId: number;
  at: Date;
}

export type NoteOutcome =
  /** `former`: the note of that kind before it; `ended`: what hinders the task no more. */
  | {
      kind: 'noted';
      task: Task;
      former: TaskNote | null;
      question: TaskNote | null;
      ended: TaskNote | null;
    }
  | { kind: 'nothing-hinders'; task: Task }
  /** Nobody owes anything on it. */
  | { kind: 'nothing-open'; task: Task }
  | { kind: 'pressed-already'; task: Task; note: TaskNote }
  | { kind: 'not-allowed'; task: Task }
  | { kind: 'no-such-task' };

const ACTS: Readonly<Record<TaskNoteKind, Act>> = {
  progress: 'note',
  obstacle: 'note',
  cleared: 'note',
  explanation: 'note',
  question: 'press',
  press: 'press',
};
const LONGEST_TEXT = 500;

/** What somebody says of a task besides its being done is kept with it; reminders go on as they would have. */
export async function noteTask(store: Store, request: NoteRequest): Promise<NoteOutcome> {
  const { member, number, kind, percent = null, updateId, at } = request;
  const { organizationId } = member;
  await store.offices.lock(organizationId);
  const task = await store.plans.taskOnBoard(organizationId, { number });
  if (!task) return { kind: 'no-such-task' };
  if (!may(member, ACTS[kind], relationToTask(member, task))) return { kind: 'not-allowed', task };
  const isFromAbove = ACTS[kind] === 'press';
  if (isFromAbove && openOccurrences(task).length === 0) return { kind: 'nothing-open', task };
  const notes = await store.notes.ofTask(task.id);
  const former = notes.findLast((one) => one.kind === kind) ?? null;
  // Once a day for a task, whoever does it: more is noise.
  if (isFromAbove && former && officeDayAt(former.at) === officeDayAt(at)) {
    return { kind: 'pressed-already', task, note: former };
  }
  const ended = kind === 'cleared' ? standingNotes(notes, task).obstacle : null;
  if (kind === 'cleared' && ended === null) return { kind: 'nothing-hinders', task };
  const text = request.text.trim().slice(0, LONGEST_TEXT);
  const noteId = await store.notes.add({ taskId: task.id, memberId: member.id, kind, percent, text, at });
  const author = { organizationId, memberId: member.id, updateId, at };
  const action = `note-${kind}`;
  const said = { subject: `task:${task.id}`, after: { note: noteId, percent, text } };
  const made = { kind: 'note-task', number, taskId: task.id, noteId } as const;
  // What has been sent to others cannot be unsent.
  if (isFromAbove) await store.audit.add({ ...author, action, ...said });
  else await recordChange(store, author, made, { action, ...said });
  const question = kind === 'explanation' ? unanswered(notes) : null;
  return { kind: 'noted', task, former, question, ended };
}

/** What was said to hinder a task until that note ended it; null for any other note. */
export async function endedBy(store: Store, noteId: number): Promise<TaskNote | null> {
  const note = await store.notes.byId(noteId);
  if (note?.kind !== 'cleared') return null;
  const before = (await store.notes.ofTask(note.taskId)).filter(({ id }) => id < noteId);
  return before.findLast(({ kind }) => kind === 'obstacle') ?? null;
}

/** The question why it is late that nobody has answered yet. */
function unanswered(notes: TaskNote[]): TaskNote | null {
  const question = notes.findLast(({ kind }) => kind === 'question') ?? null;
  const answer = notes.findLast(
    ({ kind, memberId }) => kind === 'explanation' && memberId !== question?.memberId,
  );
  return question && (!answer || answer.id < question.id) ? question : null;
}

/**
 * Those who owe the report for which a task is pressed, or any where none of its dates is due: whose it is by name or
 * with the unit, and the heads of their units.
 *
 * @param unitId the lead unit that is pressed; null: all of them
 */
export async function peopleOwing(
  store: Store,
  { id: own, organizationId }: Member,
  task: Task,
  unitId: number | null,
  moment: Moment,
): Promise<Member[]> {
  const members = await store.offices.members(organizationId);
  const pressed = datesPressed(task, unitId, moment);
  const owing = unitsOwingAny(task, pressed.length > 0 ? pressed : openOccurrences(task));
  const units = owing.filter((id) => unitId === null || id === unitId);
  const staff = units.flatMap((id) => remindedIn(id, task, members, true));
  const isOfUnits = staff.length > 0 || unitId !== null;
  const people = isOfUnits ? staff : remindedIn(null, task, members, false);
  return [...new Set(people)].filter(({ id }) => id !== own);
}
