import { dateGiven } from '../../services/plan-corrections.ts';
import { setDeadline as setTaskDeadline } from '../../services/set-deadline.ts';
import { type Answer, type MemberTurn, say } from '../turn.ts';
import { correctedTask } from './corrections.ts';
import { inDraft } from './draft-row.ts';

/** "/han 8 15/12/2026": of a draft's row or of a task, which it shows with its new dates. */
export async function setDeadline(turn: MemberTurn, number: number, words: string): Promise<Answer> {
  const { store, member, t, updateId, now, rules } = turn;
  const answer = await inDraft(turn, number, async ({ row, content }) => {
    const given = dateGiven(words, content.plan.facts.year);
    return given.kind === 'understood'
      ? { ...row.correction, deadline: given.deadline }
      : say(t('deadline.notUnderstood', { words, number }));
  });
  if (answer) return answer;
  const outcome = await setTaskDeadline(store, { member, number, updateId, at: now }, words, rules);
  switch (outcome.kind) {
    case 'not-allowed':
      return say(t('deadline.notAllowed'));
    case 'no-such-task':
      return say(t('report.noSuchTask', { number }));
    case 'not-understood':
      return say(t('deadline.notUnderstood', { words, number }));
    case 'done':
      return correctedTask(turn, outcome.task, t('deadline.set', { number }));
  }
}
