import type { Logger } from 'pino';

/**
 * Whoever ends a service waits ten seconds and then kills it (docker stop; systemd waits longer), and what is killed has not
 * closed its database. So a step that hangs is left behind: what it was about stands in the ledger.
 */
const MOST_MS = 8_000;
const MOST_OF_STEP_MS = 3_000;
/** For each of the steps that come when the time is up: closing alone takes no longer. */
const LEAST_OF_STEP_MS = 200;

interface Step {
  name: string;
  stop(): Promise<unknown>;
}

/** What was started, ended in turn: the last first. */
export class Stopping {
  readonly #steps: Step[] = [];
  readonly #log: Logger;

  constructor(log: Logger) {
    this.#log = log;
  }

  add(name: string, stop: () => Promise<unknown>): void {
    this.#steps.push({ name, stop });
  }

  /** Never takes ten seconds, and does not throw. Done twice, the second time finds nothing left. */
  async stop(): Promise<void> {
    const from = performance.now();
    for (const step of this.#steps.splice(0).toReversed()) {
      const leftMs = MOST_MS - (performance.now() - from);
      await this.#within(step, Math.min(MOST_OF_STEP_MS, Math.max(LEAST_OF_STEP_MS, leftMs)));
    }
  }

  async #within({ name, stop }: Step, ms: number): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<void>((resolve) => {
      timer = setTimeout(() => {
        this.#log.warn({ part: name, ms: Math.round(ms) }, 'stop: a part does not end and is left behind');
        resolve();
      }, ms);
    });
    const ended = stop().catch((error: unknown) => {
      this.#log.warn({ err: error, part: name }, 'stop: a part ended badly');
    });
    await Promise.race([ended, late]);
    clearTimeout(timer);
  }
}
