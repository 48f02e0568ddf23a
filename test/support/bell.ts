import { HANG_MS } from './patience.ts';

/** Waiting for something to become true, without polling: whoever changes anything rings, and the waiting look again. */
export class Bell {
  readonly #waiting = new Set<() => void>();

  ring(): void {
    for (const look of [...this.#waiting]) look();
  }

  /** Resolves with the first value that is not undefined; fails after the deadline, saying what was waited for. */
  until<T>(look: () => T | undefined, describe: () => string, withinMs = HANG_MS): Promise<T> {
    return new Promise((resolve, reject) => {
      const finish = (settle: () => void) => {
        clearTimeout(deadline);
        this.#waiting.delete(lookAgain);
        settle();
      };
      const lookAgain = () => {
        const found = look();
        if (found !== undefined) finish(() => resolve(found));
      };
      const deadline = setTimeout(
        () => finish(() => reject(new Error(`Waited ${withinMs} ms for ${describe()}`))),
        withinMs,
      );
      this.#waiting.add(lookAgain);
      lookAgain();
    });
  }
}
