import { officeBoard } from '../../services/office-board.ts';
import { setDeadline as setTaskDeadline } from '../../services/set-deadline.ts';
import { type Answer, dayContext, type MemberTurn, say } from '../turn.ts';
import { taskDetailWords } from '../words/task-detail-words.ts';

/** "/han 8 15/12/2026": shows the task with its new dates. */
export async function setDeadline(turn: MemberTurn, number: number, words: string): Promise<Answer> {
  const { store, member, t, updateId, now, rules } = turn;
  const outcome = await setTaskDeadline(store, { member, number, words, updateId, at: now }, rules);
  switch (outcome.kind) {
    case 'not-allowed':
      return say(t('deadline.notAllowed'));
    case 'no-such-task':
      return say(t('report.noSuchTask', { number }));
    case 'not-understood':
      return say(t('deadline.notUnderstood', { words, number }));
    case 'set': {
      const { units } = await officeBoard(store, member.organizationId);
      const reports = await store.reports.ofTask(outcome.task.id);
      const detail = taskDetailWords(outcome.task, units, reports, dayContext(turn));
      return { lines: [{ text: t('deadline.set', { number }) }, ...detail] };
    }
  }
}
