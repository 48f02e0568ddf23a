import { monthNaming, type Task } from '../../domain/task.ts';
import { officeBoard } from '../../services/office-board.ts';
import type { Button, InboundUpdate } from '../../services/ports/messenger.ts';
import type { EvidenceKept } from '../../services/ports/reports.ts';
import { type ReportOutcome, submitReport } from '../../services/submit-report.ts';
import { buttonData } from '../button-data.ts';
import { isChoice } from '../choice-made.ts';
import type { ReportCommand } from '../command.ts';
import { parseCommand } from '../parse-command.ts';
import { tasksMeant } from '../tasks-meant.ts';
import { type Answer, dayContext, type MemberTurn, say } from '../turn.ts';
import { type DayContext, dayWords } from '../words/due-words.ts';
import { reportWords } from '../words/report-words.ts';
import { shortTitle } from '../words/task-words.ts';

/** As many tasks as one can choose from on a phone. */
const MOST_CHOICES = 6;

/** Nobody finishes more tasks in one message; each is looked up and locked on its own. */
const MOST_AT_ONCE = 20;

/** "xong 12 …": records the report with its evidence and says so; asks when it is not plain which task is meant. */
export async function report(turn: MemberTurn, command: ReportCommand): Promise<Answer> {
  const { store, member, update, t } = turn;
  const evidence = await evidenceOf(turn, command);
  const { units, tasks } = await officeBoard(store, member.organizationId);
  const meant =
    command.numbers.length > 0
      ? { numbers: command.numbers, choices: [] }
      : await tasksMeant(turn, command, tasks);
  if (meant.numbers.length === 0) return whichOne(turn, meant.choices);
  if (meant.numbers.length > MOST_AT_ONCE) return say(t('report.tooMany', { count: MOST_AT_ONCE }));

  const spokenOf = await occurrencesSpokenOf(turn, command, tasks);
  const lines: string[] = [];
  const buttons: Button[][] = [];
  for (const number of meant.numbers) {
    const text = update.event.type === 'message' ? update.event.text : '';
    const { month } = command;
    const { updateId, now: at } = turn;
    const request = { member, number, month, spokenOf, text, evidence, updateId, at };
    const outcome = await submitReport(store, request);
    if (lines.length > 0) lines.push('');
    lines.push(...reportWords(outcome, { ...dayContext(turn), member, units, now: turn.now, t }));
    buttons.push(...nextDateButton(outcome, dayContext(turn)));
    const isNone = outcome.kind === 'no-such-task' || outcome.kind === 'not-yours';
    if (isNone && (await isChoice(turn, number))) lines.push(t('choice.perhaps', { code: number }));
  }
  return { ...say(...lines), ...(buttons.length > 0 ? { buttons } : {}) };
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

/** The buttons remember this message, so that its evidence need not be sent again. */
function whichOne({ t, updateId }: MemberTurn, choices: Task[]): Answer {
  const [first] = choices;
  if (!first) return say(t('report.whichNone'));
  const shown = choices.slice(0, MOST_CHOICES);
  return {
    lines: [
      { text: t('report.which', { number: first.number }) },
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

async function evidenceOf(turn: MemberTurn, command: ReportCommand): Promise<EvidenceKept[]> {
  const own = [...command.evidence, ...attachedTo(turn.update)];
  if (command.evidenceOf === undefined) return own;
  const earlier = await turn.store.inbox.byId(command.evidenceOf);
  // A button can be forged: only what this very person sent in this very chat is taken.
  const isOwn =
    earlier?.platform === turn.update.platform &&
    earlier.chat.id === turn.update.chat.id &&
    earlier.from?.id === turn.update.from?.id;
  if (!isOwn || earlier.event.type !== 'message') return own;
  const said = parseCommand(earlier.event.text);
  return [...own, ...(said?.name === 'report' ? said.evidence : []), ...attachedTo(earlier)];
}

function attachedTo({ platform, event }: InboundUpdate): EvidenceKept[] {
  if (event.type !== 'message') return [];
  return event.attachments.map(({ fileId, name }) => ({
    kind: 'file',
    value: `${platform}:${fileId}`,
    name: name ?? null,
  }));
}
