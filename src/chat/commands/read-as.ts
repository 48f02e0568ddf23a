import type { CommandOf } from '../command.ts';
import { answerAs, type CommandKind, type CommandKinds } from '../command-kind.ts';
import { ownEarlierMessage } from '../context/own-earlier.ts';
import { type MemberTurn, say } from '../turn.ts';
import { readAs, saidIn } from '../understanding/likely/read-as.ts';
import { report } from './report.ts';

/** What a message was not plain enough for, one tap has said. */
export const readAsCommand: CommandKind<'read-as'> = { answer: meantAs };

async function meantAs(
  turn: MemberTurn,
  { act, on, saidIn: updateId }: CommandOf<'read-as'>,
  all: CommandKinds,
) {
  const { t, today } = turn;
  const earlier = await ownEarlierMessage(turn, updateId);
  // "Mai" was another day when it was said.
  if (on !== today || earlier === null) return say(t('unknown.staleButton'));
  const meant = readAs(act, saidIn(earlier.event.text));
  // With all that stood in it and around it.
  const said = { ...turn, update: earlier };
  // The tap said that something is done, and not what.
  if (meant.name === 'report' && meant.numbers.length === 0) return report(said, meant, () => false);
  return answerAs(said, meant, all);
}
