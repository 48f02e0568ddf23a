import { may, relationToTask } from '../../domain/permissions.ts';
import { searchTasks } from '../../domain/search-tasks.ts';
import type { Task } from '../../domain/task.ts';
import { officeBoard } from '../../services/office/office-board.ts';
import type { CommandOf } from '../command.ts';
import type { CommandKind } from '../command-kind.ts';
import { type Answer, dayContext, type MemberTurn, say } from '../turn.ts';
import { foundWords } from '../words/list-words.ts';
import { assignedNames } from '../words/task-words.ts';

/** "/tim đất đai", "tìm việc đất đai": the tasks that speak of it, among those that one may see. */
export const searchCommand: CommandKind<'search'> = {
  slash: [
    {
      words: { vi: ['tim', 'timviec'], en: ['search', 'find'] },
      read: (tail) => ({ name: 'search', words: tail.trim() }),
    },
  ],
  help: ['help.search'],
  answer: search,
};

async function search(turn: MemberTurn, { words }: CommandOf<'search'>): Promise<Answer> {
  const { member, store, t } = turn;
  if (words === '') return say(t('search.how'));
  const board = await officeBoard(store, member.organizationId);
  const seen = board.tasks.filter((task) => may(member, 'see-task', relationToTask(member, task)));
  const unitNames = (task: Task) => assignedNames([...task.leads, ...task.supports], board.units);
  const found = searchTasks(seen, words, unitNames);
  if (found.length === 0) return say(t('search.none', { words }));
  return { lines: foundWords(found, board, words, dayContext(turn)) };
}
