/**
 * An account is listened to by one process at a time. On Zalo a second listener would drive out the first, which would
 * come back and drive out the second; of two that poll a bot the platform refuses one, or hands each of them a half.
 */
import { randomUUID } from 'node:crypto';
import type { Leases } from '../../services/ports/leases.ts';
import type { PlatformName } from '../../services/ports/messenger.ts';
import type { Ticker } from './ticker.ts';

export interface ListenerLeaseOptions {
  platform: PlatformName;
  leases: Leases;
  ticker: Ticker;
  /** Ends the keeping. */
  signal: AbortSignal;
}

/** How long a process that died keeps the next one waiting. */
const HELD_MS = 20_000;
const RENEW_MS = 5_000;

export class ListenerLease {
  readonly #options: ListenerLeaseOptions;
  readonly #holder = randomUUID();
  #name: string | null = null;
  #lost = new AbortController();

  constructor(options: ListenerLeaseOptions) {
    this.#options = options;
  }

  /**
   * @returns a signal that is aborted when the lease is lost; null while it is another process's.
   * @throws what the database throws
   */
  async take(accountId: string): Promise<AbortSignal | null> {
    const name = `${this.#options.platform} listener ${accountId}`;
    if (this.#name === name) return this.#lost.signal;
    await this.release();
    if (!(await this.#hold(name))) return null;
    this.#name = name;
    this.#lost = new AbortController();
    void this.#keep(name, this.#lost);
    return this.#lost.signal;
  }

  /** Resolves once the lease has become this process's; rejects when `signal` is aborted. */
  async waitFor(accountId: string, signal: AbortSignal): Promise<void> {
    do {
      await this.#options.ticker.sleep(RENEW_MS, signal);
    } while ((await this.take(accountId).catch(() => null)) === null);
  }

  /**
   * Listens for as long as the lease is this process's, and again as soon as it is, until `signal` is aborted; rejects then.
   * @param listen until its signal is aborted
   */
  async listenAlone(
    accountId: string,
    {
      listen,
      onStandby,
      signal,
    }: { listen(life: AbortSignal): Promise<void>; onStandby(): void; signal: AbortSignal },
  ): Promise<never> {
    for (;;) {
      const lost = await this.take(accountId).catch(() => undefined);
      signal.throwIfAborted();
      if (lost) {
        const life = AbortSignal.any([signal, lost]);
        await listen(life).catch((error: unknown) => {
          if (!life.aborted) throw error;
        });
      } else {
        // A database that does not answer says nothing of another process.
        if (lost === null) onStandby();
        await this.waitFor(accountId, signal);
      }
    }
  }

  /** Whether it is still this process's: a process that was suspended may have lost it without knowing. */
  async isHeld(): Promise<boolean> {
    if (this.#name === null) return false;
    const isHeld = await this.#hold(this.#name).catch(() => true);
    if (!isHeld) this.#lose(this.#lost);
    return isHeld;
  }

  async release(): Promise<void> {
    const name = this.#name;
    this.#name = null;
    if (name === null) return;
    this.#lost.abort();
    await this.#options.leases.release(name, this.#holder);
  }

  #hold(name: string): Promise<boolean> {
    return this.#options.leases.take(name, this.#holder, HELD_MS);
  }

  async #keep(name: string, lost: AbortController): Promise<void> {
    const { ticker, signal } = this.#options;
    const life = AbortSignal.any([signal, lost.signal]);
    let heldUntil = ticker.now() + HELD_MS;
    try {
      for (;;) {
        await ticker.sleep(RENEW_MS, life);
        const askedAt = ticker.now();
        // A database that is away for a moment has not given the lease to anybody else.
        const isHeld = await this.#hold(name).catch(() => null);
        if (isHeld) heldUntil = askedAt + HELD_MS;
        else if (isHeld === false || askedAt + RENEW_MS >= heldUntil) break;
      }
    } catch {
      // Stopped, or given back: nothing is lost.
      return;
    }
    this.#lose(lost);
  }

  #lose(lost: AbortController): void {
    if (this.#lost === lost) this.#name = null;
    lost.abort();
  }
}
