import type { Member } from '../../domain/member.ts';
import { may, relationToTask } from '../../domain/permissions.ts';
import type { Task } from '../../domain/task.ts';
import { recordChange } from '../office/record-change.ts';
import { standingNotes } from '../office/standing-notes.ts';
import type { Store } from '../ports/store.ts';
import type { TaskNote, WorkNoteKind } from '../ports/task-notes.ts';

export interface NoteRequest {
  member: Member;
  number: number;
  kind: WorkNoteKind;
  percent?: number | null;
  /** As typed. */
  text: string;
  updateId: number;
  at: Date;
}

export type NoteOutcome =
  /** `question`: why it is late, asked and not answered until now; `ended`: what hinders the task no more. */
  | { kind: 'noted'; task: Task; question: TaskNote | null; ended: TaskNote | null }
  | { kind: 'nothing-hinders'; task: Task }
  | { kind: 'not-allowed' }
  | { kind: 'no-such-task' };

const LONGEST_TEXT = 500;

/** What somebody says of a task besides its being done is kept with it; reminders go on as they would have. */
export async function noteTask(store: Store, request: NoteRequest): Promise<NoteOutcome> {
  const { member, number, kind, percent = null, updateId, at } = request;
  const { organizationId } = member;
  await store.offices.lock(organizationId);
  const task = await store.plans.taskOnBoard(organizationId, { number });
  if (!task) return { kind: 'no-such-task' };
  if (!may(member, 'note', relationToTask(member, task))) return { kind: 'not-allowed' };
  const notes = await store.notes.ofTask(task.id);
  const ended = kind === 'cleared' ? standingNotes(notes, task).obstacle : null;
  if (kind === 'cleared' && ended === null) return { kind: 'nothing-hinders', task };
  const text = request.text.trim().slice(0, LONGEST_TEXT);
  const note = { taskId: task.id, memberId: member.id, kind, percent, text, at, pressed: [] };
  const noteId = await store.notes.add(note);
  const author = { organizationId, memberId: member.id, updateId, at };
  const said = { subject: `task:${task.id}`, after: { note: noteId, percent, text } };
  const made = { kind: 'note-task', number, taskId: task.id, noteId } as const;
  await recordChange(store, author, made, { action: `note-${kind}`, ...said });
  const question = kind === 'explanation' ? unanswered(notes, member) : null;
  return { kind: 'noted', task, question, ended };
}

/** What was said to hinder a task until that note ended it; null for any other note. */
export async function endedBy(store: Store, noteId: number): Promise<TaskNote | null> {
  const note = await store.notes.byId(noteId);
  if (note?.kind !== 'cleared') return null;
  const before = (await store.notes.ofTask(note.taskId)).filter(({ id }) => id < noteId);
  return before.findLast(({ kind }) => kind === 'obstacle') ?? null;
}

/** The latest question why it is late that has had no answer: one that was asked of the member before any other. */
function unanswered(notes: TaskNote[], member: Member): TaskNote | null {
  const questions = notes.filter(({ kind }) => kind === 'question');
  const askedOf = (id: number) => questions.filter(({ pressed }) => pressed.includes(id));
  // Whoever was asked nothing answers for all who were.
  const answered = (by: TaskNote) => (askedOf(by.memberId).length > 0 ? askedOf(by.memberId) : questions);
  const answers = notes.filter(({ kind }) => kind === 'explanation');
  const open = questions.filter(
    (one) =>
      !answers.some((by) => by.id > one.id && by.memberId !== one.memberId && answered(by).includes(one)),
  );
  return open.findLast(({ pressed }) => pressed.includes(member.id)) ?? open.at(-1) ?? null;
}
