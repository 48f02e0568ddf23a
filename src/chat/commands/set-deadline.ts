import { correctDraft, draftRow } from '../../services/correct-draft.ts';
import { dateGiven } from '../../services/plan-corrections.ts';
import { setDeadline as setTaskDeadline } from '../../services/set-deadline.ts';
import { type Answer, type MemberTurn, say } from '../turn.ts';
import { correctedRow, correctedTask } from './corrections.ts';

/** "/han 8 15/12/2026": of a draft's row or of a task, which it shows with its new dates. */
export async function setDeadline(turn: MemberTurn, number: number, words: string): Promise<Answer> {
  const { store, member, t, updateId, now, rules } = turn;
  const inDraft = await draftRow(store, member, number, now, rules);
  if (inDraft) {
    const given = dateGiven(words, inDraft.content.plan.facts.year);
    if (given.kind === 'not-understood') return say(t('deadline.notUnderstood', { words, number }));
    const { deadline } = given;
    const correction = { ...inDraft.row.correction, deadline };
    return correctedRow(turn, inDraft.draft, await correctDraft(store, inDraft, correction, now, rules));
  }
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
