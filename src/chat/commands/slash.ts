import { fold } from '../../domain/text-fold.ts';
import type { Command } from '../command.ts';
import type { Slash } from '../command-kind.ts';
import { COMMANDS } from './all.ts';

/** A command; or plain words, which are read like any others: "/xong 12 chưa" asks. Null for an unknown word. */
export type SlashRead = { command: Command } | { words: string } | null;

/** "/viec", "/viec@nhachan_bot", "/tien_do VHXH". */
export function readSlash(typed: string): SlashRead {
  const { word, tail } = partsOf(typed);
  const slash = SLASHES.get(fold(word).replace(/[_-]/g, ''));
  if (slash === undefined) return null;
  if ('means' in slash) return { words: `${slash.means} ${tail}`.trim() };
  return { command: slash.read(tail) ?? { name: 'help' } };
}

/** "/xong_12" without its slash; and the word by itself, to name it where it is not known. */
export function partsOf(typed: string): { word: string; tail: string; asWords: string } {
  const [, word = '', tail = ''] = /^\/\s*([^\s@]*)(?:@\S*)?\s*(.*)$/s.exec(typed) ?? [];
  return { word, tail, asWords: `${word.replaceAll('_', ' ')} ${tail}`.trim() };
}

const SLASHES: ReadonlyMap<string, Slash> = new Map(
  Object.values(COMMANDS)
    .flatMap((kind) => kind.slash ?? [])
    .flatMap((slash) => [...slash.words.vi, ...slash.words.en].map((word) => [word, slash] as const)),
);
