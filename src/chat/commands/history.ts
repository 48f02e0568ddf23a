import { may, relationToTask } from '../../domain/permissions.ts';
import type { CommandOf } from '../command.ts';
import type { CommandKind } from '../command-kind.ts';
import { type Answer, dayContext, type MemberTurn, say } from '../turn.ts';
import { historyLines } from '../words/history-words.ts';

/** "/nhatky 26", "lịch sử 26": everything that anybody has done about a task, in words. */
export const historyCommand: CommandKind<'history'> = {
  slash: [{ words: { vi: ['nhatky', 'lichsu'], en: ['history'] }, means: 'nhật ký' }],
  help: ['help.history'],
  answer: history,
};

async function history(turn: MemberTurn, { number }: CommandOf<'history'>): Promise<Answer> {
  const { member, store, t } = turn;
  const task = await store.plans.taskOnBoard(member.organizationId, { number });
  if (!task) return say(t('report.noSuchTask', { number }));
  if (!may(member, 'see-task', relationToTask(member, task))) return say(t('task.notYours'));
  return { lines: historyLines(task, await store.audit.ofTask(task), dayContext(turn)) };
}
