import { messageById } from '../../services/delivery/album.ts';
import type { Command, CommandName, CommandOf } from '../command.ts';
import type { CommandKind, CommandKinds } from '../command-kind.ts';
import { type Answer, type MemberTurn, say } from '../turn.ts';
import { readAs, saidIn } from '../understanding/likely/read-as.ts';
import { report } from './report.ts';

/** What a message was not plain enough for, one tap has said. */
export const readAsCommand: CommandKind<'read-as'> = { answer: meantAs };

async function meantAs(
  turn: MemberTurn,
  { act, on, saidIn: updateId }: CommandOf<'read-as'>,
  all: CommandKinds,
) {
  const { store, update, t, today } = turn;
  const earlier = await messageById(store.inbox, updateId);
  // Buttons can be forged: nobody speaks in another's words.
  const isOwn =
    earlier?.platform === update.platform &&
    earlier.chat.id === update.chat.id &&
    earlier.from?.id === update.from?.id;
  // "Mai" was another day when it was said.
  if (on !== today || !isOwn || earlier.event.type !== 'message') return say(t('unknown.staleButton'));
  const meant = readAs(act, saidIn(earlier.event.text));
  // With all that stood in it and around it.
  const said = { ...turn, update: earlier };
  // The tap said that something is done, and not what.
  if (meant.name === 'report' && meant.numbers.length === 0) return report(said, meant, () => false);
  return answerTo(said, meant, all);
}

function answerTo<Name extends CommandName>(
  turn: MemberTurn,
  command: CommandOf<Name> & Command,
  all: CommandKinds,
): Answer | Promise<Answer> {
  return all[command.name as Name].answer(turn, command, all);
}
