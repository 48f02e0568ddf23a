import type { LogFn } from 'pino';

/** The same trouble is written once; how often it came again, once in so long. */
const WINDOW_MS = 60_000;

/** Of troubles that are counted apart; what is beyond is counted by its words alone. */
const MOST_TROUBLES = 500;

const LONGEST_KEY = 300;

type LogArguments = Parameters<LogFn>;

interface Trouble {
  words: string;
  again: number;
  write(line: LogArguments): void;
}

/**
 * Keeps a log readable, and the disk free, while something fails in a loop: a full Redis once wrote half a million lines
 * in 45 s. A trouble is the same as another if its words, its kind and what it concerns are, whatever the numbers in them.
 */
export class LogBrake {
  readonly #troubles = new Map<string, Trouble>();

  /** Writes the line, or counts it. @param write must be good for later lines too */
  take(line: LogArguments, write: (line: LogArguments) => void): void {
    const { words, about } = partsOf(line);
    const own = `${words} ${about}`;
    const key = this.#troubles.has(own) || this.#troubles.size < MOST_TROUBLES ? own : words;
    const known = this.#troubles.get(key);
    if (known) {
      known.again += 1;
      return;
    }
    this.#troubles.set(key, { words, again: 0, write });
    this.#lookAgain(key);
    write(line);
  }

  #lookAgain(key: string): void {
    // Nothing waits for a count.
    setTimeout(() => {
      const trouble = this.#troubles.get(key);
      if (!trouble) return;
      const { words, again, write } = trouble;
      this.#troubles.delete(key);
      if (again === 0) return;
      this.#troubles.set(key, { ...trouble, again: 0 });
      this.#lookAgain(key);
      const times = again.toLocaleString('en');
      write([{ again }, `${words} … ${times} more times in ${WINDOW_MS / 1000} s`]);
    }, WINDOW_MS).unref();
  }
}

/** What a line says, and what of its fields tells one trouble from another. */
function partsOf([first, second]: LogArguments): { words: string; about: string } {
  if (typeof first !== 'object' || first === null) return { words: String(first), about: '' };
  const about = Object.values(first).map((value: unknown) => {
    if (value instanceof Error) return `${value.name} ${value.message}`;
    return typeof value === 'string' ? value : '';
  });
  return { words: String(second ?? ''), about: about.join(' ').slice(0, LONGEST_KEY).replace(/\d+/g, '0') };
}
