import type { Day } from '../../domain/day.ts';
import { periodIn } from '../../domain/period-asked.ts';
import { may, relationToTask } from '../../domain/permissions.ts';
import { searchTasks } from '../../domain/search-tasks.ts';
import type { Occurrence, Task } from '../../domain/task.ts';
import { fold } from '../../domain/text-fold.ts';
import { officeBoard } from '../../services/office/office-board.ts';
import type { CommandOf } from '../command.ts';
import type { CommandKind } from '../command-kind.ts';
import { type Answer, dayContext, type MemberTurn, say } from '../turn.ts';
import { foundWords } from '../words/list-words.ts';
import { assignedNames } from '../words/task-words.ts';

/** "/tim đất đai", "tìm việc đất đai quý 4": the tasks that speak of it, among those that one may see. */
export const searchCommand: CommandKind<'search'> = {
  slash: [
    {
      words: { vi: ['tim', 'timviec'], en: ['search', 'find'] },
      read: (tail) => ({ name: 'search', words: tail.trim() }),
    },
  ],
  help: ['help.search'],
  brief: { line: 'brief.search' },
  answer: search,
};

async function search(turn: MemberTurn, { words }: CommandOf<'search'>): Promise<Answer> {
  const { member, store, t } = turn;
  if (words === '') return say(t('search.how'));
  const board = await officeBoard(store, member.organizationId);
  const seen = board.tasks.filter((task) => may(member, 'see-task', relationToTask(member, task)));
  const unitNames = (task: Task) => assignedNames([...task.leads, ...task.supports], board.units);
  const found = foundIn(seen, words, turn.today, unitNames);
  if (found.length === 0) return say(t('search.none', { words }));
  return { lines: foundWords(found, board, words, dayContext(turn)) };
}

/** Where the words name a period: what is due within it, behind what has these very words. */
function foundIn(seen: Task[], words: string, today: Day, unitNames: (task: Task) => string): Task[] {
  const byWords = searchTasks(seen, words, unitNames);
  const asked = periodIn(words, today);
  if (asked === null) return byWords;
  const { from, to } = asked.period;
  const isDue = ({ kind, lastDay }: Occurrence) => kind === 'due' && lastDay >= from && lastDay <= to;
  const due = seen.filter(({ occurrences }) => occurrences.some(isDue));
  const inPeriod = asked.rest === '' ? due : searchTasks(due, asked.rest, unitNames);
  const isSaid = (task: Task) => fold(task.title).includes(fold(asked.words));
  return [...new Set([...byWords.filter((task) => isSaid(task)), ...inPeriod])];
}
