import { officeDayAt } from '../../domain/day.ts';
import { may, relationToTask } from '../../domain/permissions.ts';
import { stands } from '../../domain/report.ts';
import { sameValue } from '../../domain/same-value.ts';
import { openOccurrences, type Task } from '../../domain/task.ts';
import { officeBoard } from '../../services/office/office-board.ts';
import type { Button } from '../../services/ports/messenger.ts';
import { buttonData } from '../button-data.ts';
import type { Command, CommandName, CommandOf, ReportCommand } from '../command.ts';
import type { CommandKind, CommandKinds } from '../command-kind.ts';
import { namedBy } from '../context/tasks-meant.ts';
import { type Answer, dayContext, type MemberTurn, say } from '../turn.ts';
import { IDLE } from '../understanding/effects.ts';
import { standIn } from '../understanding/title-words.ts';
import { DOUBT } from '../understanding/understanding.ts';
import { dayWords, dueWords } from '../words/due-words.ts';
import { shortTitle } from '../words/task-words.ts';
import { onlyMeant } from './meant.ts';
import { doneButton, meantButton, offersFor } from './offers.ts';
import { isOpenTo } from './open-to.ts';
import { report } from './report.ts';

/** As many tasks as are asked about in one message. */
const MOST_ASKED = 6;

/** What a message may mean, where some of it is not accounted for: nothing is done, and one tap says what was meant. */
export const unclearCommand: CommandKind<'unclear'> = { answer: unclear };

async function unclear(
  turn: MemberTurn,
  { commands, left, numbers, byWords }: CommandOf<'unclear'>,
  all: CommandKinds,
): Promise<Answer> {
  const { t, store, member } = turn;
  const [first] = commands;
  const { tasks } = await officeBoard(store, member.organizationId);
  if (byWords !== undefined && namedBy(turn, byWords, tasks).length > 0) {
    return report(turn, byWords, isCoveredBy(left));
  }
  const told = await toldAlready(turn, commands, left, tasks);
  if (told !== null) return told;
  const offers = offersFor(turn, commands, tasks);
  const isIdle = first !== undefined && IDLE.has(first.name);
  const offered = unmet({ lines: [{ text: t(isIdle ? 'ask.perhaps' : 'ask.which') }], buttons: offers });
  if (commands.length > 1 && offers.length > 0) return offered;
  if (first?.name === 'report') return unclearReport(turn, first, left, tasks);
  const meant = first && withReason(first, left);
  const words = meant && isOpenTo(member, meant, tasks) ? typedWords(all, meant.name, meant) : null;
  if (meant && words) {
    const buttons = meant.name === 'review' ? offers : buttonsFor(turn, meant, words);
    if (buttons.length > 0) return unmet({ lines: [{ text: t('ask.which') }], buttons });
    return unmet(say(t('ask.type', { words })));
  }
  if (offers.length > 0) return offered;
  const known = numbers.filter((number) => tasks.some((task) => task.number === number));
  if (known.length > 0) return unmet(whatAbout(turn, known.slice(0, MOST_ASKED), tasks));
  return unmet(say(t('unknown.words')));
}

/** "E gửi bc 25 https://…" of what has been reported: by whom, and one tap adds what came with it. */
async function toldAlready(
  turn: MemberTurn,
  commands: readonly Command[],
  left: readonly string[],
  tasks: readonly Task[],
): Promise<Answer | null> {
  const { store, member, t, today, updateId } = turn;
  const said = commands.find((command) => command.name === 'report');
  if (said?.name !== 'report' || said.evidence.length === 0) return null;
  const figures = left.filter((word) => /^\d{1,4}$/.test(word)).map(Number);
  const [number, ...others] = said.numbers.length > 0 ? said.numbers : figures;
  const task = tasks.find((one) => one.number === number);
  if (!task || others.length > 0 || !may(member, 'report', relationToTask(member, task))) return null;
  const reports = await store.reports.ofTask(task.id);
  const report = reports.findLast(({ state, memberName }) => stands(state) && memberName !== null);
  const date = task.occurrences.find(({ id }) => id === report?.occurrenceId);
  if (!report?.memberName || !date || date.state === 'open') return null;
  if (date.lastDay < today && openOccurrences(task).length > 0) return null;
  const day = dayWords(officeDayAt(report.at), today);
  const values = { number: task.number, name: report.memberName, day, due: dueWords(date, dayContext(turn)) };
  const data = buttonData({
    press: 'done',
    number: task.number,
    occurrence: date.id,
    evidenceOf: updateId,
  });
  const label = t('report.addButton', { number: task.number });
  return unmet({ lines: [{ text: t('report.addToTold', values) }], buttons: [[{ label, data }]] });
}

/** Until one tap says what was meant. */
function unmet(answer: Answer): Answer {
  return { ...answer, isUnmet: true };
}

/** "Trả lại 2: thiếu biểu mẫu": what stands beside it is why. */
function withReason(command: Command, left: string[]): Command {
  if (command.name !== 'review' || command.accepts || command.reason !== null) return command;
  const reason = left.filter((word) => word !== DOUBT).join(' ');
  return { ...command, reason: reason === '' ? null : reason };
}

function typedWords<Name extends CommandName>(
  all: CommandKinds,
  name: Name,
  command: CommandOf<Name>,
): string | null {
  return all[name].typed?.(command) ?? null;
}

/** Counts at once only where the words left over are the task's own. */
async function unclearReport(
  turn: MemberTurn,
  command: ReportCommand,
  left: string[],
  tasks: Task[],
): Promise<Answer> {
  const isCovered = isCoveredBy(left);
  if (command.numbers.length === 0) return report(turn, command, isCovered);
  const named = command.numbers.map((number) => tasks.find((task) => task.number === number));
  if (named.every((task) => task === undefined || isCovered(task))) return report(turn, command);
  const { t } = turn;
  const asked = named.flatMap((task) => task ?? []).slice(0, MOST_ASKED);
  const [only] = asked;
  const question =
    only && asked.length === 1
      ? t('ask.done', { number: only.number, title: titleFor(turn, only) })
      : t('ask.doneSeveral');
  return unmet({
    lines: [{ text: question }],
    buttons: asked.map(({ number }) => [doneButton(turn, number)]),
  });
}

function isCoveredBy(left: string[]): (task: Task) => boolean {
  return ({ title, product }) => standIn(left, `${title} ${product ?? ''}`);
}

function buttonsFor(turn: MemberTurn, command: Command, words: string): Button[][] {
  const { t, updateId, update, today } = turn;
  if (command.name === 'assign') {
    const [number = 0] = command.numbers;
    const label = t('ask.give', {
      numbers: command.numbers.map((one) => `#${one}`).join(', '),
      to: command.leads,
    });
    return [[{ label, data: buttonData({ press: 'give', number, saidIn: updateId, chosen: [] }) }]];
  }
  if (command.name === 'withdraw') {
    return command.numbers
      .slice(0, MOST_ASKED)
      .map((number) => [
        { label: t('ask.withdraw', { number }), data: buttonData({ press: 'withdraw', number }) },
      ]);
  }
  // What the tap would do is what has been read.
  const text = update.event.type === 'message' ? update.event.text : '';
  const isAlike = sameValue(onlyMeant(text, today), command);
  return isAlike ? [[meantButton(turn, command, words)]] : [];
}

/** A number was understood and nothing else: what can be done about it. */
function whatAbout(turn: MemberTurn, numbers: number[], tasks: Task[]): Answer {
  const { t } = turn;
  const lines = numbers.map((number) => {
    const task = tasks.find((one) => one.number === number);
    return { text: `#${number} ${task ? titleFor(turn, task) : ''}`.trim() };
  });
  const [number] = numbers;
  const isOpen = (command: Command) => isOpenTo(turn.member, command, tasks);
  const see = { label: t('ask.see', { number: number ?? 0 }), press: 'task' } as const;
  const extend = { label: t('notice.extendButton', { number: number ?? 0 }), press: 'extend' } as const;
  const more =
    number === undefined || numbers.length > 1
      ? []
      : [see, ...(isOpen({ name: 'ask-extension', number, until: '', reason: '' }) ? [extend] : [])].map(
          ({ label, press }): Button => ({ label, data: buttonData({ press, number }) }),
        );
  const done = numbers.filter((one) =>
    isOpen({ name: 'report', numbers: [one], words: '', month: null, evidence: [], explicit: true }),
  );
  return {
    lines: [{ text: t('ask.what') }, ...lines],
    buttons: [...done.map((one) => [doneButton(turn, one)]), ...(more.length > 0 ? [more] : [])],
  };
}

/** The title where the member may see the task, so that nobody learns of others' work by guessing numbers. */
function titleFor({ member }: MemberTurn, task: Task): string {
  return may(member, 'see-task', relationToTask(member, task)) ? shortTitle(task.title) : '';
}
