import type { Command } from '../../src/chat/command.ts';
import { readPlainly } from '../../src/chat/reading/read-typed.ts';

/** Sunday 29/11/2026. */
export const TODAY = '2026-11-29';

/** The one thing that a message asks for or tells at once; 'unclear' where the bot would ask first. */
export function commandOf(text: string): Command | null {
  const said = readPlainly(text, { today: TODAY });
  if (said === null) return null;
  const { commands, left, numbers } = said;
  const [first = null, ...more] = commands;
  // Without a number the tasks themselves are asked.
  const isWhole = said.sure || (first?.name === 'report' && left.length === 0);
  if (isWhole && more.length === 0) return first;
  return { name: 'unclear', commands, left, numbers };
}
