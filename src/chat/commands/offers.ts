import type { Task } from '../../domain/task.ts';
import type { Button } from '../../services/ports/messenger.ts';
import { buttonData } from '../button-data.ts';
import type { Command } from '../command.ts';
import type { WordingKey } from '../translate.ts';
import type { MemberTurn } from '../turn.ts';
import { actNameOf, numbersOf } from '../understanding/json.ts';
import { isLikelyAct, type LikelyAct, readAs, saidIn } from '../understanding/likely/read-as.ts';
import { isOpenTo } from './open-to.ts';

/** As many tasks as are offered to be reported in one message. */
const MOST_REPORTED = 6;

/** What a message may mean, a button each: pressed, the message counts as one that means it. */
export function offersFor(
  turn: MemberTurn,
  commands: readonly Command[],
  tasks: readonly Task[],
): Button[][] {
  const { update, updateId, member, t, today } = turn;
  if (update.event.type !== 'message') return [];
  const said = saidIn(update.event.text);
  const offers = commands.flatMap((command): Button[][] => {
    const act = actNameOf(command);
    if (!isLikelyAct(act) || !isOpenTo(member, command, tasks)) return [];
    // Only of what the tap will do the label may speak.
    const meant = readAs(act, said);
    if (meant.name === 'report' && meant.numbers.length > 0) {
      return meant.numbers.slice(0, MOST_REPORTED).map((number) => [doneButton(turn, number)]);
    }
    const wording = wordingOf(meant, act);
    if (wording === null) return [];
    const numbers = numbersOf(meant).map((number) => `#${number}`);
    const label = [t(wording), numbers.join(', '), detailOf(meant)].filter(Boolean).join(' ');
    return [[{ label, data: buttonData({ press: 'as', act, on: today, number: updateId }) }]];
  });
  return withoutAlike(offers);
}

/** The message as it was taken; the label tells it in the language of whoever sent it, and in its own words where none do. */
export function meantButton({ t, today, updateId }: MemberTurn, command: Command, words: string): Button {
  const act = actNameOf(command);
  const wording = isLikelyAct(act) ? wordingOf(command, act) : null;
  const numbers = numbersOf(command).map((number) => `#${number}`);
  const label = wording && [t(wording), numbers.join(', '), detailOf(command)].filter(Boolean).join(' ');
  const data = buttonData({ press: 'meant', on: today, number: updateId });
  return { label: label ?? words, data };
}

/** Of buttons that read alike nobody can choose: the likeliest stays. */
function withoutAlike(offers: Button[][]): Button[][] {
  const labels = offers.map(([button]) => button?.label);
  return offers.filter((_row, at) => labels.indexOf(labels[at]) === at);
}

/** With whatever came with the message as evidence. */
export function doneButton({ t, updateId }: MemberTurn, number: number): Button {
  return {
    label: t('notice.doneButton', { number }),
    data: buttonData({ press: 'done', number, evidenceOf: updateId }),
  };
}

/** Null for talk, which nobody would choose. */
function wordingOf(meant: Command, act: LikelyAct): WordingKey | null {
  if (meant.name === 'review') return meant.accepts ? 'offer.accept' : 'offer.return';
  if (meant.name === 'decide-extension') return meant.grants ? 'offer.grant' : 'offer.refuse';
  if (meant.name === 'decide-transfer') return meant.takes ? 'offer.take' : 'offer.decline';
  if (meant.name === 'explain' && meant.asks) return 'offer.ask-why';
  switch (act) {
    case 'talk':
    case 'courtesy':
      return null;
    // Of a task, and none is named: it can only be told how.
    case 'review':
    case 'decide':
    case 'decide-transfer':
      return 'offer.help';
    default:
      return `offer.${act}`;
  }
}

function detailOf(command: Command): string {
  switch (command.name) {
    case 'ask-extension':
      return command.until;
    case 'snooze':
    case 'start-task':
      return command.when;
    case 'set-deadline':
    case 'search':
      return command.words;
    case 'press':
      return command.unit ?? '';
    case 'pass-on':
      return command.to === null ? '' : `→ ${command.to}`;
    case 'record-leave':
      return [command.who, command.days, command.substitute && `→ ${command.substitute}`]
        .filter(Boolean)
        .join(' ');
    case 'assign':
      return [`→ ${command.leads}`, command.supports].filter(Boolean).join(', ');
    case 'add-task':
    case 'remark':
      return command.words;
    case 'invite':
      return typeof command.who === 'string' ? command.who : '';
    case 'take-dates':
      return `= #${command.from}`;
    case 'end-leave':
      return [command.who, command.back || command.days].filter(Boolean).join(' ');
    case 'partial':
      return command.percent === null ? '' : `${command.percent} %`;
    default:
      return '';
  }
}
