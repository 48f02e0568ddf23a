import { may, relationToTask } from '../../domain/permissions.ts';
import type { Occurrence } from '../../domain/task.ts';
import { officeBoard } from '../../services/office/office-board.ts';
import { buttonData } from '../button-data.ts';
import type { CommandOf } from '../command.ts';
import type { CommandKind } from '../command-kind.ts';
import { type Answer, dayContext, type MemberTurn, say } from '../turn.ts';
import { dueWords } from '../words/due-words.ts';
import { inDraft } from './draft-row.ts';

/** "chưa xong 12": nothing is recorded; of a draft, what the document tells of that row is no result. */
export const notDoneCommand: CommandKind<'not-done'> = {
  slash: [{ words: { vi: ['chuaxong'], en: [] }, means: 'chưa xong' }],
  answer: notDone,
};

export async function notDone(
  turn: MemberTurn,
  { numbers }: Pick<CommandOf<'not-done'>, 'numbers'>,
): Promise<Answer> {
  const { t } = turn;
  const [number] = numbers;
  if (number === undefined) return say(t('report.notDoneBare'));
  const answer = await inDraft(turn, number, async ({ row }) =>
    row.hasResult ? { ...row.correction, notDone: true } : null,
  );
  if (answer && numbers.length === 1) return answer;
  const reported = numbers.length === 1 ? await lastReported(turn, number) : null;
  if (reported) {
    const said = t('report.notDoneButReported', { number, due: dueWords(reported, dayContext(turn)) });
    const data = buttonData({ press: 'withdraw', number });
    return { ...say(said), buttons: [[{ label: t('report.withdrawButton', { number }), data }]] };
  }
  return say(t('report.notDone', { numbers: numbers.map((one) => `#${one}`).join(', '), number }));
}

/** The due date that was reported last, where the task's next one is still to come: that is what "not done" denies. */
export async function lastReported(
  { store, member }: MemberTurn,
  number: number,
): Promise<Occurrence | null> {
  const { tasks } = await officeBoard(store, member.organizationId);
  const task = tasks.find((one) => one.number === number);
  // Whoever may not see it learns nothing of it.
  if (!task || !may(member, 'see-task', relationToTask(member, task))) return null;
  return (
    task.occurrences.findLast(
      ({ kind, state }) => kind === 'due' && (state === 'reported' || state === 'waiting'),
    ) ?? null
  );
}
