import type { Logger } from 'pino';
import type { Heartbeat } from '../ports/heartbeat.ts';
import type { Examiner } from './examine.ts';
import { type TellDeps, tellAilments } from './tell-ailments.ts';

export interface WatchDeps extends TellDeps {
  examiner: Examiner;
  /** Null where nobody asked for one. */
  heartbeat: Heartbeat | null;
  log: Logger;
}

/** Looks taken before this process can be taken to see whatever lasts: until then nothing is over by it. */
const FIRST_LOOKS = 4;

/**
 * Watches over the service: what is wrong is written down, so that every process knows; clerks hear of it; and whoever waits
 * for the heartbeat hears it only while nothing is wrong.
 */
export class Watch {
  readonly #deps: WatchDeps;
  readonly #told = new Set<string>();
  #looks = 0;
  #logged = '';

  constructor(deps: WatchDeps) {
    this.#deps = deps;
  }

  /** To be done every minute. */
  async look(): Promise<void> {
    const { examiner, storage, clock, heartbeat, log } = this.#deps;
    this.#looks += 1;
    const { own, others } = await examiner.examine();
    const wrong = [...own, ...others];
    this.#log(wrong.map(({ words }) => words));
    if (wrong.length === 0) {
      await heartbeat?.beat().catch((error: unknown) => log.warn({ err: error }, 'health: no heartbeat'));
    }
    if (own.some(({ kind }) => kind === 'database')) return;
    for (const ailment of own) await storage.ailments.see(ailment, clock.now());
    if (this.#looks >= FIRST_LOOKS) await storage.ailments.end(clock.now());
    await tellAilments(this.#deps, this.#told);
  }

  /** Each change once. */
  #log(words: string[]): void {
    const now = words.join(' ');
    if (now === this.#logged) return;
    this.#logged = now;
    if (words.length > 0) this.#deps.log.warn({ wrong: words }, 'health: not well');
    else this.#deps.log.info('health: well again');
  }
}
