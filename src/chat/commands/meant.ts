import type { Command, CommandOf } from '../command.ts';
import { answerAs, type CommandKind, type CommandKinds } from '../command-kind.ts';
import { ownEarlierMessage } from '../context/own-earlier.ts';
import { type Answer, type MemberTurn, say } from '../turn.ts';
import { withLikely } from '../understanding/likely/with-likely.ts';
import { understand } from '../understanding/understand.ts';

/** One tap has said that a message meant what it was taken for: it is done as if it had been said plainly. */
export const meantCommand: CommandKind<'meant'> = { answer: meant };

/** What a message that was not plain enough is taken for, so far as it is one thing; null for any other. */
export function onlyMeant(text: string, today: string): Command | null {
  const typed = text.replace(/^\s*\//, '');
  const said = understand(typed, { today });
  const [only, ...others] = said === null ? [] : withLikely(said, typed).commands;
  return only === undefined || others.length > 0 ? null : only;
}

async function meant(
  turn: MemberTurn,
  { on, saidIn }: CommandOf<'meant'>,
  all: CommandKinds,
): Promise<Answer> {
  const earlier = await ownEarlierMessage(turn, saidIn);
  // "Mai" was another day when it was said.
  const command = earlier === null || on !== turn.today ? null : onlyMeant(earlier.event.text, on);
  if (earlier === null || command === null) return say(turn.t('unknown.staleButton'));
  // With all that stood around it, and done by the tap.
  return answerAs({ ...turn, update: earlier }, command, all);
}
