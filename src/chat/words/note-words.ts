import type { Task } from '../../domain/task.ts';
import { standingNotes } from '../../services/office/standing-notes.ts';
import type { Line } from '../../services/ports/messenger.ts';
import type { TaskNote, WorkNoteKind } from '../../services/ports/task-notes.ts';
import type { NoteOutcome } from '../../services/tasks/note-task.ts';
import type { Translate } from '../translate.ts';
import type { DayContext } from './due-words.ts';
import { instantWords } from './report-words.ts';
import { shortTitle } from './task-words.ts';

/** A phone shows no more of them beside the rest of the task. */
const MOST_NOTES = 5;

/** What became of what somebody said of a task. */
export function notedWords(
  outcome: NoteOutcome,
  { kind, number, percent }: { kind: WorkNoteKind; number: number; percent: number | null },
  t: Translate,
): string {
  switch (outcome.kind) {
    case 'no-such-task':
      return t('report.noSuchTask', { number });
    case 'not-allowed':
      return t('note.notYours', { number });
    case 'nothing-hinders':
      return t('note.nothingHinders', { number });
    case 'noted':
      if (kind === 'progress' && percent !== null) return t('note.percent', { number, percent });
      return t(`note.noted.${kind}`, { number });
  }
}

/** Of one task, in full: the latest that was said of it. */
export function noteLines(notes: TaskNote[], { t, today }: DayContext): Line[] {
  return notes.slice(-MOST_NOTES).map(({ kind, memberName: name, at, percent, text }): Line => {
    const said = { name, at: instantWords(at, today), percent: percent ?? '', text: shortTitle(text) };
    if (kind === 'progress' && percent !== null) return { text: t('note.line.percent', said) };
    return { text: t(`note.line.${kind}`, said) };
  });
}

/** " · 60% · ⚠️ vướng", behind a task in a list. */
export function noteMark(notes: TaskNote[], task: Task, t: Translate): string {
  const { percent, obstacle } = standingNotes(notes, task);
  return [
    percent === null ? '' : t('note.mark.percent', { percent }),
    obstacle === null ? '' : t('note.mark.obstacle'),
  ].join('');
}
