import type { Unit } from '../../domain/member.ts';
import { monthNaming, type Occurrence, type Task } from '../../domain/task.ts';
import { officeBoard } from '../../services/office/office-board.ts';
import type { Button } from '../../services/ports/messenger.ts';
import type { EvidenceKept, ReportRecord } from '../../services/ports/reports.ts';
import {
  type ReportOutcome,
  type ReportRequest,
  submitReport,
} from '../../services/reports/submit-report.ts';
import { buttonData } from '../button-data.ts';
import type { ReportCommand } from '../command.ts';
import type { CommandKind } from '../command-kind.ts';
import { isChoice } from '../context/choice-made.ts';
import { evidenceOf, isBareEvidence, wordsOfReport } from '../context/evidence-sent.ts';
import { tasksMeant } from '../context/tasks-meant.ts';
import { type Answer, dayContext, joined, type MemberTurn, say } from '../turn.ts';
import { type DayContext, dayWords } from '../words/due-words.ts';
import { evidenceWords, reportWords } from '../words/report-words.ts';
import { shortTitle } from '../words/task-words.ts';
import { lateEvidenceButtons, moreEvidence } from './evidence.ts';
import { tellReviewers } from './tell-reviewers.ts';

/** As many tasks as one can choose from on a phone. */
const MOST_CHOICES = 6;

/** Nobody finishes more tasks in one message; each is looked up and locked on its own. */
const MOST_AT_ONCE = 20;

/** "xong 12 https://…": a task is done. */
export const reportCommand: CommandKind<'report'> = {
  slash: [
    {
      words: { vi: ['xong', 'hoanthanh'], en: ['done'] },
      menu: { line: 'menu.done' },
      means: 'xong',
    },
  ],
  help: ['help.report', 'help.quote'],
  brief: { line: 'brief.report' },
  answer: (turn, command) => report(turn, command),
};

/**
 * "xong 12 …": records the report with its evidence and says so; asks when it is not plain which task is meant.
 *
 * @param isCovered whether all that was said fits the task that it turns out to be of
 */
export async function report(
  turn: MemberTurn,
  command: ReportCommand,
  isCovered: (task: Task) => boolean = () => true,
): Promise<Answer> {
  const { store, member, t } = turn;
  const evidence = await evidenceOf(turn, command);
  const isBare = isBareEvidence(command);
  const added = isBare ? await moreEvidence(turn, evidence) : null;
  if (added) return added;
  const { units, tasks } = await officeBoard(store, member.organizationId);
  const meant =
    command.numbers.length > 0
      ? { numbers: command.numbers, choices: [] }
      : await tasksMeant(turn, command, tasks);
  if (meant.numbers.length === 0) {
    return isBare ? whichEvidence(turn, evidence, meant.choices) : whichOne(turn, meant.choices);
  }
  if (command.numbers.length === 0) {
    const asked = tasks.filter((task) => meant.numbers.includes(task.number));
    if (!asked.every(isCovered)) return whichOne(turn, asked);
  }
  if (meant.numbers.length > MOST_AT_ONCE) return say(t('report.tooMany', { count: MOST_AT_ONCE }));
  const spokenOf = await occurrencesSpokenOf(turn, command, tasks);
  const text = await wordsOfReport(turn, command);
  const answers: Answer[] = [];
  for (const number of meant.numbers) {
    answers.push(await reported(turn, { number, month: command.month, spokenOf, text, evidence }, units));
  }
  return joined(answers) ?? say(t('report.whichNone'));
}

/** One task's report, and what became of it. */
async function reported(
  turn: MemberTurn,
  said: Pick<ReportRequest, 'number' | 'month' | 'spokenOf' | 'text' | 'evidence'>,
  units: Unit[],
): Promise<Answer> {
  const { store, member, updateId, now, t } = turn;
  const { number } = said;
  const outcome = await submitReport(store, { ...said, member, updateId, at: now });
  const told = outcome.kind === 'already-reported' ? await reportTold(turn, outcome) : null;
  const lines = reportWords(outcome, { ...dayContext(turn), member, units, now, t }, told);
  const wakes: number[] = [];
  if (outcome.kind === 'recorded' && outcome.isWaiting) {
    const { names, woken } = await tellReviewers(turn, outcome);
    lines.push(names === '' ? t('review.unheard', { number }) : t('review.askedOf', { names }));
    wakes.push(...woken);
  }
  const isNone = outcome.kind === 'no-such-task' || outcome.kind === 'not-yours';
  if (isNone && (await isChoice(turn, number))) lines.push(t('choice.perhaps', { code: number }));
  const buttons = nextDateButton(outcome, dayContext(turn));
  return { ...say(...lines), ...(buttons.length > 0 ? { buttons } : {}), wakes };
}

/** For a date that no month names: the button does. */
function nextDateButton(outcome: ReportOutcome, { t, today }: DayContext): Button[][] {
  if (outcome.kind !== 'already-reported' || !outcome.next) return [];
  const { task, next } = outcome;
  if (monthNaming(next, task) !== null) return [];
  const { number } = task;
  const label = t('report.doneDayButton', { number, day: dayWords(next.lastDay, today) });
  return [[{ label, data: buttonData({ press: 'done', number, occurrence: next.id }) }]];
}

/**
 * What the message spoke of whose button was pressed, or that is quoted: a second "xong" is not the next date's. A
 * notice shows what is overdue beside the date that it was written for, so that the earlier ones count as well.
 */
async function occurrencesSpokenOf(
  { store, update: { event }, chat }: MemberTurn,
  { offeredIn, occurrence }: ReportCommand,
  tasks: Task[],
): Promise<number[]> {
  if (occurrence !== undefined) return [occurrence];
  const messageId =
    event.type === 'button' ? event.messageId : event.type === 'message' ? event.replyToMessageId : undefined;
  const answered = messageId === undefined ? null : await store.outbox.byMessage(chat.id, messageId);
  const noticeId = offeredIn ?? answered?.id;
  const reminders = noticeId === undefined ? [] : await store.reminders.ofNotice(noticeId);
  const spoken = reminders.map(({ occurrenceId }) => occurrenceId);
  return tasks.flatMap(({ occurrences }) => {
    const last = occurrences.findLastIndex(({ id }) => spoken.includes(id));
    return occurrences.slice(0, last + 1).map(({ id }) => id);
  });
}

function whichOne(turn: MemberTurn, choices: Task[]): Answer {
  const [first] = choices;
  if (!first) return say(turn.t('report.whichNone'));
  return toChooseFrom(turn, turn.t('report.which', { number: first.number }), choices);
}

/** Nobody has said that anything is done: what was reported a moment ago is offered too. */
async function whichEvidence(turn: MemberTurn, evidence: EvidenceKept[], choices: Task[]): Promise<Answer> {
  const { t } = turn;
  const sent = evidenceWords(evidence, t);
  const late = await lateEvidenceButtons(turn);
  const [first] = choices;
  if (!first && late.length === 0) return say(t('report.whichEvidenceNone', { evidence: sent }));
  const answer = toChooseFrom(turn, t('report.whichEvidence', { evidence: sent }), choices);
  return { ...answer, buttons: [...late, ...answer.buttons] };
}

/** The buttons remember this message, so that its evidence need not be sent again. */
function toChooseFrom({ t, updateId }: MemberTurn, question: string, choices: Task[]) {
  const shown = choices.slice(0, MOST_CHOICES);
  return {
    lines: [
      { text: question },
      ...shown.map(({ number, title }) => ({ text: `#${number} ${shortTitle(title)}` })),
    ],
    buttons: shown.map(({ number }) => [
      {
        label: t('notice.doneButton', { number }),
        data: buttonData({ press: 'done', number, evidenceOf: updateId }),
      },
    ]),
  };
}

/** The report that was made of it first, for whoever reports it again. */
async function reportTold(
  { store }: MemberTurn,
  { task, occurrence }: { task: Task; occurrence: Occurrence },
): Promise<ReportRecord | null> {
  const reports = await store.reports.ofTask(task.id);
  return reports.find(({ occurrenceId }) => occurrenceId === occurrence.id) ?? null;
}
