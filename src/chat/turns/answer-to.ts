import type { Member } from '../../domain/member.ts';
import type { Command, CommandName, CommandOf } from '../command.ts';
import type { CommandKind } from '../command-kind.ts';
import { COMMANDS } from '../commands/all.ts';
import { type Answer, say, type Turn } from '../turn.ts';

/** What a command is answered; null for a button that nobody knows, or a message without words. */
export async function answerTo(turn: Turn, member: Member | null, command: Command | null): Promise<Answer> {
  const { t, update } = turn;
  if (command !== null) return answered(turn, member, command.name, command);
  return say(t(update.event.type === 'button' ? 'unknown.staleButton' : 'unknown.words'));
}

/** Who may speak with the bot, and where; of what, each command says itself. */
async function answered<Name extends CommandName>(
  turn: Turn,
  member: Member | null,
  name: Name,
  command: CommandOf<Name>,
): Promise<Answer> {
  const { t, chat } = turn;
  const kind: CommandKind<Name> = COMMANDS[name];
  if (kind.openTo === 'anybody') return kind.answer(turn, command, COMMANDS);
  if (member === null) return say(t(chat.kind === 'group' ? 'join.strangerInGroup' : 'join.stranger'));
  const isForeign = chat.kind === 'group' && chat.organizationId !== member.organizationId;
  if (isForeign && kind.openTo !== 'members') {
    // Bound to another office or to none: whoever reads along here is not known.
    return say(t(chat.organizationId === null ? 'bind.unbound' : 'join.strangerInGroup'));
  }
  return kind.answer({ ...turn, member }, command, COMMANDS);
}
