/** Understood, and not possible yet in chat: says so, and what can be done meanwhile. */
import type { CommandKind } from '../command-kind.ts';
import type { WordingKey } from '../translate.ts';
import { type Answer, say, type Turn } from '../turn.ts';

export const passOnCommand: CommandKind<'pass-on'> = { answer: saying('later.passOn') };

/** With an example where the message named no task. */
function saying(key: WordingKey): (turn: Turn, command: { numbers: number[] }) => Answer {
  return ({ t }, { numbers: [number = 12] }) => say(t(key, { number }));
}
