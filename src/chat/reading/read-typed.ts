import type { Command } from '../command.ts';
import { partsOf, readSlash } from '../commands/slash.ts';
import { askedByName } from '../understanding/asked-by-name.ts';
import { onlyTells } from '../understanding/effects.ts';
import { withLikely } from '../understanding/likely/with-likely.ts';
import { printable } from '../understanding/message.ts';
import { type Context, understand } from '../understanding/understand.ts';
import type { Understanding } from '../understanding/understanding.ts';

/** What was typed, and where nothing is said plainly what it is like. Null when nothing was. */
export function readTyped(text: string, context: Context): Understanding | null {
  const said = readPlainly(text, context);
  const typed = printable(text);
  // Among people much is said that is like something; and with a file the words are its own.
  const isPlain = typed.startsWith('/') || context.isOverheard === true || context.hasAttachments === true;
  if (said === null || isPlain) return said;
  const byName = said.sure && !said.commands.every(onlyTells) ? null : askedByName(typed);
  return { ...withLikely(said, typed), ...(byName === null ? {} : { byName }) };
}

/** By the rules alone: behind "/" a command of the list, and else what its words mean. */
export function readPlainly(text: string, context: Context): Understanding | null {
  const typed = printable(text);
  if (!typed.startsWith('/')) return understand(typed, context);
  const slash = readSlash(typed);
  if (slash !== null && 'command' in slash) return plain(slash.command);
  if (slash !== null) return understand(slash.words, context);
  const { word, asWords } = partsOf(typed);
  const words = understand(asWords, context);
  // "/chưa xong 12" is plain words behind a slash; "/abc" is nothing.
  return words?.commands.some(isSaid) ? words : plain({ name: 'unknown', command: `/${word}` });
}

function isSaid(command: Command): boolean {
  return !IDLE.has(command.name) && !(command.name === 'report' && !command.explicit);
}

const IDLE = new Set(['talk', 'unknown', 'courtesy', 'confirm', 'discard']);

function plain(command: Command): Understanding {
  return { sure: true, commands: [command], left: [], numbers: [] };
}
