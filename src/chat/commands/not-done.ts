import { type Answer, type MemberTurn, say } from '../turn.ts';
import { inDraft } from './draft-row.ts';

/** "chưa xong 12": nothing is recorded; of a draft, what the document tells of that row is no result. */
export async function notDone(turn: MemberTurn, numbers: number[]): Promise<Answer> {
  const { t } = turn;
  const [number] = numbers;
  if (number === undefined) return say(t('report.notDoneBare'));
  const answer = await inDraft(turn, number, async ({ row }) =>
    row.hasResult ? { ...row.correction, notDone: true } : null,
  );
  if (answer && numbers.length === 1) return answer;
  return say(t('report.notDone', { numbers: numbers.map((one) => `#${one}`).join(', '), number }));
}
