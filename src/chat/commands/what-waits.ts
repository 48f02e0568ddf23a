import { officeBoard } from '../../services/office/office-board.ts';
import { decisionsOf } from '../../services/reminders/decisions.ts';
import { type Answer, dayContext, type MemberTurn } from '../turn.ts';
import { decisionWords } from '../words/decision-words.ts';

/** A yes or a no, and nothing was asked: what waits for this person's answer. Null where nothing does, and in a group. */
export async function whatWaits(turn: MemberTurn): Promise<Answer | null> {
  const { store, member, chat, t, now } = turn;
  if (chat.kind === 'group') return null;
  const board = await officeBoard(store, member.organizationId);
  const decisions = await decisionsOf(store, member, board, now);
  const { lines, buttons, count } = decisionWords({ ...board, decisions }, dayContext(turn));
  return count === 0 ? null : { lines: [{ text: t('decide.which') }, ...lines], buttons };
}
