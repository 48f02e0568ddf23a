import { officeBoard } from '../../services/office/office-board.ts';
import type { Button } from '../../services/ports/messenger.ts';
import type { EvidenceKept, OwnReport } from '../../services/ports/reports.ts';
import { addEvidence, reportedIn, reportedLately, reportOn } from '../../services/reports/add-evidence.ts';
import { buttonData } from '../button-data.ts';
import type { CommandOf } from '../command.ts';
import type { CommandKind } from '../command-kind.ts';
import { attachedTo, evidenceOf, saysNothingElse } from '../context/evidence-sent.ts';
import { type Answer, dayContext, type MemberTurn, say } from '../turn.ts';
import { evidenceWords, reportWords } from '../words/report-words.ts';

/**
 * Evidence for what the member has reported here: in reply to the answer, or sent along without further words.
 * @returns null where it is for no such report.
 */
export async function moreEvidence(turn: MemberTurn, evidence: EvidenceKept[]): Promise<Answer | null> {
  const reports = (await answeredReports(turn)) ?? (await sentAlong(turn));
  if (reports.length === 0) return null;
  return reports.length === 1 ? added(turn, reports, evidence) : whichReport(turn, reports, evidence);
}

/** Whether what is sent goes with what its sender reported in this chat a moment ago. */
export async function isSentAlong(turn: MemberTurn): Promise<boolean> {
  return (await sentAlong(turn)).length > 0;
}

/** Pieces of an album of which the others were handled before; null where those were no report. */
export async function addLatePieces(turn: MemberTurn, earlier: number[]): Promise<Answer | null> {
  const reports = await reportedIn(turn.store, turn.member, earlier, turn.now);
  return reports.length === 0 ? null : added(turn, reports, attachedTo(turn.update));
}

/** The button of a task: what came with the message that it remembers. */
export const addEvidenceCommand: CommandKind<'add-evidence'> = { answer: addToReport };

async function addToReport(turn: MemberTurn, command: CommandOf<'add-evidence'>): Promise<Answer> {
  const { store, member, now, t } = turn;
  const task = await store.plans.taskOnBoard(member.organizationId, { number: command.number });
  const report = task && (await reportOn(store, member, task.id, now));
  const evidence = report ? await evidenceOf(turn, command) : [];
  if (!report || evidence.length === 0) return say(t('unknown.staleButton'));
  return added(turn, [report], evidence);
}

/** One button for each of the tasks that the member reported here a moment ago. */
export async function lateEvidenceButtons(turn: MemberTurn): Promise<Button[][]> {
  const { store, member, update, now } = turn;
  const reports = await reportedLately(store, member, update, now);
  return reports.length === 0 ? [] : addButtons(turn, await numbersOf(turn, reports));
}

async function answeredReports({
  store,
  member,
  update,
  chat,
  now,
}: MemberTurn): Promise<OwnReport[] | null> {
  const { event } = update;
  if (event.type !== 'message' || event.replyToMessageId === undefined) return null;
  const answer = await store.outbox.byMessage(chat.id, event.replyToMessageId);
  const [, updateId] = /^reply:(\d+)(?:>|$)/.exec(answer?.key ?? '') ?? [];
  return updateId === undefined ? [] : reportedIn(store, member, [Number(updateId)], now);
}

async function sentAlong({ store, member, update, now }: MemberTurn): Promise<OwnReport[]> {
  const { event } = update;
  const isBare =
    event.type === 'message' && event.replyToMessageId === undefined && saysNothingElse(event.text);
  return isBare ? reportedLately(store, member, update, now) : [];
}

async function added(turn: MemberTurn, reports: OwnReport[], evidence: EvidenceKept[]): Promise<Answer> {
  const { store, member, update, updateId, now, t } = turn;
  const units = await store.offices.units(member.organizationId);
  const text = update.event.type === 'message' ? update.event.text : '';
  const lines: string[] = [];
  for (const report of reports) {
    const outcome = await addEvidence(store, { member, report, evidence, text, updateId, at: now });
    if (outcome) lines.push(...reportWords(outcome, { ...dayContext(turn), member, units, now, t }));
  }
  return say(...(lines.length > 0 ? lines : [t('unknown.staleButton')]));
}

async function whichReport(
  turn: MemberTurn,
  reports: OwnReport[],
  evidence: EvidenceKept[],
): Promise<Answer> {
  const numbers = await numbersOf(turn, reports);
  const text = turn.t('report.whichReport', { evidence: evidenceWords(evidence, turn.t) });
  return { lines: [{ text }], buttons: addButtons(turn, numbers) };
}

async function numbersOf({ store, member }: MemberTurn, reports: OwnReport[]): Promise<number[]> {
  const { tasks } = await officeBoard(store, member.organizationId);
  const reported = reports.map(({ taskId }) => taskId);
  return tasks.filter(({ id }) => reported.includes(id)).map(({ number }) => number);
}

function addButtons({ t, updateId }: MemberTurn, numbers: number[]): Button[][] {
  return numbers.map((number) => [
    {
      label: t('report.addButton', { number }),
      data: buttonData({ press: 'add', number, evidenceOf: updateId }),
    },
  ]);
}
