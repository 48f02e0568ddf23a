import type { Member } from '../../domain/member.ts';
import { isOnTask, may } from '../../domain/permissions.ts';
import { fold } from '../../domain/text-fold.ts';
import { hinderedTasks } from '../../services/figures/obstacles.ts';
import { officeBoard } from '../../services/office/office-board.ts';
import { tellMembers } from '../../services/people/tell-members.ts';
import type { WorkNoteKind } from '../../services/ports/task-notes.ts';
import { type NoteOutcome, noteTask } from '../../services/tasks/note-task.ts';
import type { CommandOf } from '../command.ts';
import type { CommandKind } from '../command-kind.ts';
import { type Answer, dayContext, type MemberTurn, say } from '../turn.ts';
import { numbersAtStart } from '../understanding/formal/typed-numbers.ts';
import { notedWords } from '../words/note-words.ts';
import { obstacleLines } from '../words/obstacle-words.ts';
import { shortTitle } from '../words/task-words.ts';
import { lastReported, notDone } from './not-done.ts';
import { askWhy } from './press.ts';

/** "12 được 60%, đang chờ số liệu": it goes on being reminded of; what has been reported is offered to be taken back. */
export const partialCommand: CommandKind<'partial'> = {
  help: ['help.note'],
  brief: { line: 'brief.note' },
  answer: partial,
};

/** "vướng 26 vì chưa có kinh phí": kept with the task, for those above to see. */
export const obstacleCommand: CommandKind<'obstacle'> = {
  answer: (turn, { numbers }) => noted(turn, 'obstacle', numbers),
};

/** "/vuongmac": all that hinders the office, or what one leads or supports; with a number and words, what hinders that task. */
export const obstaclesCommand: CommandKind<'obstacles'> = {
  slash: [
    {
      words: { vi: ['vuongmac', 'vuong'], en: ['obstacles'] },
      read: (tail) => {
        const { numbers, rest } = numbersAtStart(tail);
        if (numbers.length > 0 && IS_OVER.test(fold(rest).trim())) return { name: 'clear-obstacle', numbers };
        return numbers.length > 0 && rest.trim() !== ''
          ? { name: 'obstacle', numbers }
          : { name: 'obstacles' };
      },
    },
  ],
  answer: obstacles,
};

const IS_OVER = /^(?:het|xong|over|none|gone)(?: roi)?$/;

/** "hết vướng 26": it hinders no more, and whoever had said so hears it. */
export const clearObstacleCommand: CommandKind<'clear-obstacle'> = {
  typed: ({ numbers }) => `hết vướng ${numbers.join(', ')}`,
  answer: (turn, { numbers }) => noted(turn, 'cleared', numbers),
};

/** "giải trình 37 vì …": why it is late; "yêu cầu giải trình 37" asks for it. */
export const explainCommand: CommandKind<'explain'> = {
  slash: [{ words: { vi: ['giaitrinh'], en: ['explain'] }, means: 'giải trình' }],
  typed: ({ numbers, asks }) => (asks ? `yêu cầu giải trình ${numbers.join(', ')}` : null),
  answer: (turn, { numbers, asks }) => (asks ? askWhy(turn, numbers) : noted(turn, 'explanation', numbers)),
};

async function partial(turn: MemberTurn, { numbers, percent }: CommandOf<'partial'>): Promise<Answer> {
  const [number] = numbers;
  if (number === undefined || (numbers.length === 1 && (await lastReported(turn, number)))) {
    return notDone(turn, { numbers });
  }
  return noted(turn, 'progress', numbers, percent);
}

async function noted(
  turn: MemberTurn,
  kind: WorkNoteKind,
  numbers: number[],
  percent: number | null = null,
): Promise<Answer> {
  const { store, member, t, updateId, now: at } = turn;
  if (numbers.length === 0) return say(t('note.which'));
  const text = wordsTyped(turn);
  const lines: string[] = [];
  const wakes: number[] = [];
  for (const number of numbers) {
    const outcome = await noteTask(store, { member, number, kind, percent, text, updateId, at });
    lines.push(notedWords(outcome, { kind, number, percent }, t));
    wakes.push(...(await tellAsker(turn, outcome, text)), ...(await tellHindered(turn, outcome)));
  }
  return { ...say(...lines), wakes };
}

/** Whoever has asked why it is late hears the answer. */
async function tellAsker(turn: MemberTurn, outcome: NoteOutcome, text: string): Promise<number[]> {
  if (outcome.kind !== 'noted' || outcome.question === null) return [];
  const { store, member, t, now: at } = turn;
  const { task, question } = outcome;
  const people: Member[] = await store.offices.members(member.organizationId);
  const asker = people.filter(({ id }) => id === question.memberId && id !== member.id);
  const values = { name: member.name, number: task.number, title: shortTitle(task.title), text };
  const content = { lines: [{ text: t('note.explained', values) }] };
  return tellMembers(store, asker, { key: `explained:${question.id}:${turn.updateId}`, content, at });
}

/** Whoever had said what hinders it hears of another's word that it does no more. */
async function tellHindered(turn: MemberTurn, outcome: NoteOutcome): Promise<number[]> {
  if (outcome.kind !== 'noted' || outcome.ended === null) return [];
  const { store, member, t, now: at } = turn;
  const { task, ended } = outcome;
  const people: Member[] = await store.offices.members(member.organizationId);
  const author = people.filter(({ id }) => id === ended.memberId && id !== member.id);
  const values = { name: member.name, number: task.number, title: shortTitle(task.title) };
  const content = { lines: [{ text: t('note.clearedBy', values) }] };
  return tellMembers(store, author, { key: `cleared:${ended.id}:${turn.updateId}`, content, at });
}

async function obstacles(turn: MemberTurn): Promise<Answer> {
  const { store, member } = turn;
  const board = await officeBoard(store, member.organizationId);
  const seesAll = may(member, 'see-office');
  const hindered = hinderedTasks(board).filter(
    ({ task, obstacle }) => seesAll || obstacle.memberId === member.id || isOnTask(member, task),
  );
  return { lines: obstacleLines(hindered, board, dayContext(turn)) };
}

/** Without the command before them. */
function wordsTyped({ update: { event } }: MemberTurn): string {
  return event.type === 'message' ? event.text.trim().replace(/^\/\S+\s*/, '') : '';
}
