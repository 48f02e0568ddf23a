/**
 * The account from login to login. What fails is given up whole and made anew after a wait; what only a person can mend
 * is said once, and waited for.
 */
import type { Logger } from 'pino';
import type { ListenerLease } from '../shared/listener-lease.ts';
import { delayAfter } from '../shared/retry.ts';
import type { Ticker } from '../shared/ticker.ts';
import type { ZaloApi } from './client.ts';
import type { Condition } from './condition.ts';
import { type Ending, listenUntilLost } from './connection.ts';
import { ZaloRefusal } from './errors.ts';
import type { Intake } from './intake.ts';
import { NoSession } from './session-file.ts';
import type { SessionKeeper } from './session-keeper.ts';

export interface ZaloTrouble {
  kind: 'driven-out' | 'signed-out';
  message: string;
}

export interface LifeOptions {
  /** @throws {NoSession | ZaloRefusal | ZaloUnreachable} */
  signIn(): Promise<ZaloApi>;
  /** Null in a process that only sends. */
  intake: Intake | null;
  /** Null where no other process could listen. */
  lease: ListenerLease | null;
  keeper: SessionKeeper;
  condition: Condition;
  onTrouble(trouble: ZaloTrouble): void;
  /** Signed in, and nothing speaks against sending. */
  onMended(): void;
  log: Logger;
  ticker: Ticker;
  delaysMs: readonly number[];
  /** Ends it. */
  signal: AbortSignal;
}

/** A login that held for so long was a good one: the next loss begins the delays anew. */
const STEADY_MS = 60_000;
/** How often to look whether somebody has scanned a new code. */
const LOOK_MS = 15_000;
/** One refusal may be a passing trouble of Zalo's; so many in a row are not. */
const REFUSALS = 2;

const MESSAGES: Record<ZaloTrouble['kind'], string> = {
  'driven-out':
    'Zalo: the account was opened in another browser, so messages are not received any more. ' +
    'Close it there and start the service again, or run `nhachan zalo-login`.',
  'signed-out': 'Zalo: the session is over. Run `nhachan zalo-login` and scan the code with the account.',
};

export class AccountLife {
  readonly #options: LifeOptions;
  #api: ZaloApi | null = null;
  /** How often in a row Zalo has said that the session is over. */
  #refusals = 0;
  /** The login before was given up because of messages that could not be read. */
  #couldNotRead = false;
  /** Aborted when it says so to a message being sent. */
  #session = new AbortController();

  constructor(options: LifeOptions) {
    this.#options = options;
  }

  /** The present login, if there is one. */
  get api(): ZaloApi | null {
    return this.#api;
  }

  sent(): void {
    const { condition, onMended } = this.#options;
    if (this.#refusals > 0) onMended();
    this.#refusals = 0;
    if (condition.health.state !== 'driven-out') condition.mended('session');
  }

  /** Zalo refused a message because the session is over, though the listener may well go on. */
  refused(refusal: ZaloRefusal): void {
    this.#options.condition.failed('session', refusal);
    this.#refusals += 1;
    this.#session.abort();
  }

  /** Resolves when stopped. @param onFirstTry the first login has succeeded, or failed */
  async live(onFirstTry: () => void): Promise<void> {
    const { condition, signal, ticker, delaysMs } = this.#options;
    let failures = 0;
    while (!signal.aborted) {
      const wasSteady = await this.#liveOnce(onFirstTry);
      if (wasSteady) failures = 0;
      if (signal.aborted) return;
      if (this.#refusals >= REFUSALS) {
        await this.#waitForPerson('signed-out', signal);
        this.#refusals = 0;
        failures = 0;
      } else {
        condition.becomes('connecting');
        await ticker.sleep(delayAfter(failures, delaysMs), signal).catch(() => {});
        failures += 1;
      }
    }
  }

  /** One login, until it is of no use any more. @returns whether it held for a while. */
  async #liveOnce(onFirstTry: () => void): Promise<boolean> {
    const { signIn, condition, signal, ticker } = this.#options;
    const begunAt = ticker.now();
    try {
      this.#api = await signIn();
      onFirstTry();
      const ending = await this.#use(this.#api);
      if (ending.why === 'lost' && !signal.aborted) condition.failed('connection', ending.error);
    } catch (error) {
      onFirstTry();
      this.#notSignedIn(error);
    } finally {
      this.#api = null;
    }
    return ticker.now() - begunAt >= STEADY_MS;
  }

  #notSignedIn(error: unknown): void {
    const { condition } = this.#options;
    if (error instanceof NoSession) this.#refusals = REFUSALS;
    else if (error instanceof ZaloRefusal && error.isSessionOver) this.#refusals += 1;
    condition.failed(error instanceof NoSession ? 'session' : 'connection', error);
  }

  async #use(api: ZaloApi): Promise<Ending> {
    const { intake, lease, condition, onMended, signal } = this.#options;
    this.#session = new AbortController();
    const session = AbortSignal.any([signal, this.#session.signal]);
    condition.mended('connection');
    // Signed in, but perhaps still not allowed to send: that is known only after the next message.
    if (this.#refusals === 0) {
      condition.mended('session');
      onMended();
    }
    if (!intake) {
      condition.becomes('sending');
      await aborted(session);
      api.close();
      return { why: 'stopped' };
    }
    if (!lease) return this.#listen(api, intake, session);
    const lost = await lease.take(api.own.id);
    if (lost) return this.#listen(api, intake, AbortSignal.any([session, lost]));
    condition.becomes('standby');
    await lease.waitFor(api.own.id, session).catch(() => {});
    // Whoever listened before has left newer marks and cookies behind: they are read with the next login.
    api.close();
    return { why: 'stopped' };
  }

  async #listen(api: ZaloApi, intake: Intake, life: AbortSignal): Promise<Ending> {
    const { lease, keeper, condition, ticker } = this.#options;
    const ending = await listenUntilLost({
      api,
      intake,
      condition,
      ticker,
      signal: life,
      livesWithBadMessages: this.#couldNotRead,
      mark: (kind) => keeper.mark(kind) ?? intake.first(kind),
      since: () => keeper.since,
      onListening: () => condition.becomes('listening'),
      onCaughtUp: (isCaughtUp) => keeper.caughtUp(isCaughtUp),
    });
    this.#couldNotRead = ending.why === 'lost' && ending.cannotRead === true;
    if (ending.why !== 'driven-out') return ending;
    // By another process of the bot's own, which is as it should be.
    if (lease && !(await lease.isHeld())) return { why: 'stopped' };
    // Sending does not disturb whoever opened the other browser, and goes on.
    await this.#waitForPerson('driven-out', life);
    return ending;
  }

  /** Says what is wrong, and waits until somebody has scanned a new code. */
  async #waitForPerson(kind: ZaloTrouble['kind'], life: AbortSignal): Promise<void> {
    const { intake, keeper, condition, onTrouble, log, ticker } = this.#options;
    const trouble = { kind, message: MESSAGES[kind] };
    condition.becomes(kind);
    condition.failed('session', trouble.message);
    log.error({ trouble: kind }, trouble.message);
    onTrouble(trouble);
    // Nobody knows when older messages will come: those that are here wait no longer.
    intake?.release();
    do {
      await ticker.sleep(LOOK_MS, life).catch(() => {});
    } while (!life.aborted && !(await keeper.isReplaced().catch(() => false)));
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
