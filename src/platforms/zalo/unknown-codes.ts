/**
 * Refusals whose code nobody has written down: Zalo documents none. Each is logged with its words once, and kept beside
 * the session for `nhachan doctor`, so that somebody can look into it.
 */
import { appendFile, readFile } from 'node:fs/promises';
import type { Logger } from 'pino';
import type { ZaloRefusal } from './errors.ts';

export interface UnknownCode {
  code: number;
  /** What was asked for, and what Zalo said. */
  words: string;
  /** ISO instant of the first time. */
  at: string;
}

export class UnknownCodes {
  readonly #path: string;
  readonly #log: Logger;
  readonly #noted = new Set<number>();

  constructor(sessionFile: string, log: Logger) {
    this.#path = pathBeside(sessionFile);
    this.#log = log;
  }

  /** Never rejects. */
  async note({ code, message }: ZaloRefusal, at: Date): Promise<void> {
    if (this.#noted.has(code)) return;
    this.#noted.add(code);
    this.#log.warn({ code, words: message }, 'Zalo: a refusal whose code is not known');
    try {
      if ((await readFrom(this.#path)).some((one) => one.code === code)) return;
      const line: UnknownCode = { code, words: message, at: at.toISOString() };
      await appendFile(this.#path, `${JSON.stringify(line)}\n`, { mode: 0o600 });
    } catch (error) {
      this.#log.warn({ err: error }, 'Zalo: an unknown code could not be kept');
    }
  }
}

export function readUnknownCodes(sessionFile: string): Promise<UnknownCode[]> {
  return readFrom(pathBeside(sessionFile));
}

function pathBeside(sessionFile: string): string {
  return `${sessionFile}.unknown-codes`;
}

async function readFrom(path: string): Promise<UnknownCode[]> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  return text.split('\n').flatMap((line) => parsed(line) ?? []);
}

/** A line that was cut off by the end of the process is none. */
function parsed(line: string): UnknownCode | null {
  try {
    const { code, words, at } = JSON.parse(line) as Partial<UnknownCode>;
    const isWhole = typeof code === 'number' && typeof words === 'string' && typeof at === 'string';
    return isWhole ? { code, words, at } : null;
  } catch {
    return null;
  }
}
