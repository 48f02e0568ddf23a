import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { Ailment } from '../ports/ailments.ts';
import type { Heartbeat } from '../ports/heartbeat.ts';
import type { Auditor } from './auditor.ts';
import type { Examiner } from './examine.ts';
import { type TellDeps, tellAilments } from './tell-ailments.ts';

export interface WatchDeps extends TellDeps {
  examiner: Examiner;
  auditor: Auditor;
  /** Null where nobody asked for one. */
  heartbeat: Heartbeat | null;
  log: Logger;
}

/** Looks taken before this process can be taken to see whatever lasts: until then nothing is over by it. */
const FIRST_LOOKS = 4;

/** At every fifth look, by one process for all. */
const AUDIT_EVERY = 5;
const AUDIT_LEASE_MS = 3 * 60_000;

/**
 * Watches over the service: what is wrong is written down, so that every process knows; clerks hear of it; and whoever waits
 * for the heartbeat hears it only while nothing is wrong.
 */
export class Watch {
  readonly #deps: WatchDeps;
  readonly #told = new Set<string>();
  readonly #holder = randomUUID();
  /** What the latest audit has found. */
  #untold: Ailment[] = [];
  #looks = 0;
  #logged = '';

  constructor(deps: WatchDeps) {
    this.#deps = deps;
  }

  /** To be done every minute. */
  async look(): Promise<void> {
    const { examiner, storage, clock, heartbeat, log } = this.#deps;
    this.#looks += 1;
    const { own: seen, others } = await examiner.examine();
    const isWritable = !seen.some(({ kind }) => kind === 'database');
    if (isWritable) await this.#audit();
    const own = [...seen, ...this.#untold];
    const wrong = [...own, ...others.filter(({ kind }) => kind !== 'untold' || this.#untold.length === 0)];
    this.#log(wrong.map(({ words }) => words));
    if (wrong.length === 0) {
      await heartbeat?.beat().catch((error: unknown) => log.warn({ err: error }, 'health: no heartbeat'));
    }
    if (!isWritable) return;
    for (const ailment of own) await storage.ailments.see(ailment, clock.now());
    if (this.#looks >= FIRST_LOOKS) await storage.ailments.end(clock.now());
    await tellAilments(this.#deps, this.#told);
  }

  async #audit(): Promise<void> {
    const { storage, auditor } = this.#deps;
    if (!(await storage.leases.take('audit', this.#holder, AUDIT_LEASE_MS))) this.#untold = [];
    else if (this.#looks % AUDIT_EVERY === 1) this.#untold = await auditor.audit();
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
