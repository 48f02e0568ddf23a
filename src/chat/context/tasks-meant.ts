import { monthOf } from '../../domain/day.ts';
import { isOfUnit } from '../../domain/member.ts';
import { urgencyOf } from '../../domain/reminder-stages.ts';
import { leadUnitIds, openOccurrences, plannedDay, type Task, unitsOwing } from '../../domain/task.ts';
import type { ReportCommand } from '../command.ts';
import type { MemberTurn } from '../turn.ts';
import { standIn, weightOf } from '../understanding/title-words.ts';

export interface Meant {
  /** The one task that is meant, by its number; empty when it is not plain. */
  numbers: number[];
  /** What to choose from then. */
  choices: Task[];
}

/**
 * Which task a report without a number speaks of: the one of the message it replies to, the one its words name, or
 * the only one that presses. When two could be meant the person is asked; the bot never guesses.
 */
export async function tasksMeant(turn: MemberTurn, command: ReportCommand, tasks: Task[]): Promise<Meant> {
  const quoted = await quotedTasks(turn, tasks);
  if (quoted.length > 0) return onlyOne(quoted);
  const owed = tasks.filter((task) => isOwedBy(turn, task));
  if (!command.explicit) return { numbers: [], choices: mostUrgentFirst(owed) };
  if (command.words === '' && command.month === null) {
    const urgent = pressing(turn, owed);
    return turn.chat.kind === 'private' ? onlyOne(urgent) : { numbers: [], choices: urgent };
  }
  const named = owed.filter((task) => isNamed(task, command));
  if (named.length > 0) return isPlain(command, named) ? onlyOne(named) : { numbers: [], choices: named };
  // Whoever names what is reported already is told so.
  const reported = tasks.filter((task) => isReported(turn, task) && isNamed(task, command));
  if (reported.length === 1 && isPlain(command, reported)) return onlyOne(reported);
  return { numbers: [], choices: pressing(turn, owed) };
}

/** Two words of Vietnamese, which has most of them in two syllables: "kiểm tra" is one, and may be said of anything. */
const PLAIN_WEIGHT = 3;
const LEAST_WEIGHT = 2;

/** The words say enough, or all that the title says: "báo cáo tuần". */
function isPlain({ words }: ReportCommand, [task, ...others]: Task[]): boolean {
  if (weightOf([words]) >= PLAIN_WEIGHT) return true;
  return task !== undefined && others.length === 0 && standIn([task.title], words);
}

/** Tasks that the words of talk may name: "sửa chữa nhà văn hóa xong rồi". */
export function namedBy(turn: MemberTurn, command: ReportCommand, tasks: Task[]): Task[] {
  if (weightOf([command.words]) < LEAST_WEIGHT) return [];
  return tasks.filter((task) => (isOwedBy(turn, task) || isReported(turn, task)) && isNamed(task, command));
}

function onlyOne(tasks: Task[]): Meant {
  const [task] = tasks;
  return task && tasks.length === 1
    ? { numbers: [task.number], choices: [] }
    : { numbers: [], choices: tasks };
}

/** The tasks of the bot's message that this one replies to: those of a notice, or the one an answer spoke of. */
async function quotedTasks({ store, update, chat }: MemberTurn, tasks: Task[]): Promise<Task[]> {
  if (update.event.type !== 'message' || update.event.replyToMessageId === undefined) return [];
  const notice = await store.outbox.byMessage(chat.id, update.event.replyToMessageId);
  if (notice === null) return [];
  if (notice.day !== null) {
    const occurrences = (await store.reminders.ofNotice(notice.id)).map(({ occurrenceId }) => occurrenceId);
    return tasks.filter((task) => task.occurrences.some(({ id }) => occurrences.includes(id)));
  }
  // A line names its task first; what comes behind is a title or a link, and may hold anything.
  const numbers = (notice.content?.lines ?? []).map(({ text }) => Number(/#(\d+)/.exec(text)?.[1]));
  return tasks.filter(({ number }) => numbers.includes(number));
}

function isOwedBy({ member }: MemberTurn, task: Task): boolean {
  return openOccurrences(task).some((occurrence) => {
    const owing = unitsOwing(task, occurrence);
    const own = leadUnitIds(task).filter((id) => isOfUnit(member, id));
    if (own.length > 0) return own.some((id) => owing.includes(id));
    return member.role !== 'officer' && leadUnitIds(task).length === 0;
  });
}

/** By all who lead it, of whom the member's unit is one; and nothing of it is open or left from before. */
function isReported({ member }: MemberTurn, task: Task): boolean {
  const isOwn = leadUnitIds(task).some((id) => isOfUnit(member, id));
  return isOwn && task.occurrences.length > 0 && task.occurrences.every(({ state }) => state === 'reported');
}

/** Every word typed stands in the task's title or product, and the month named is one of its months. */
function isNamed(task: Task, { words, month }: ReportCommand): boolean {
  const spokenOf = task.occurrences.filter(({ state }) => state !== 'past');
  const inMonth = month === null || spokenOf.some((one) => monthOf(plannedDay(one)) === month);
  return inMonth && standIn([words], `${task.title} ${task.product ?? ''}`);
}

/** By the next date; those without any, which wait for one or go on all year, at the end. */
function mostUrgentFirst(owed: Task[]): Task[] {
  const dueDay = (task: Task) => openOccurrences(task).find(({ kind }) => kind === 'due')?.lastDay ?? '9';
  return owed.toSorted((one, other) => (dueDay(one) < dueDay(other) ? -1 : 1));
}

/** Overdue, or due within three days. */
function pressing({ today, rules }: MemberTurn, tasks: Task[]): Task[] {
  return tasks.filter((task) =>
    openOccurrences(task).some(
      ({ kind, lastDay }) => kind === 'due' && urgencyOf(lastDay, today, rules.calendar) !== 'in-time',
    ),
  );
}
