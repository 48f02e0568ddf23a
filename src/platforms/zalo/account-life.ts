/**
 * The account from login to login, and each login from line to line. The login sends; the line, a socket, tells what
 * happens. A line that is lost is opened anew on the same login, which goes on sending meanwhile. Only a login that is
 * refused, or whose lines all come to nothing, is made anew; what only a person can mend is said once, and waited for.
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
import { LOGINS_AN_HOUR, LoginAllowance } from './login-allowance.ts';
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
  /** A login was refused, and nobody knows what it means. */
  onUnknown(refusal: ZaloRefusal): void;
  /** Signed in, and nothing speaks against sending. */
  onMended(): void;
  log: Logger;
  ticker: Ticker;
  delaysMs: readonly number[];
  /** Default: from one to five seconds. */
  lineDelaysMs?: readonly number[] | undefined;
  /** Ends it. */
  signal: AbortSignal;
}

/**
 * How long a lost line is left alone, from so long to twice as long at random: Zalo closes those of some healthy accounts
 * every 22 to 65 seconds. Each line in a row that brought nothing waits longer; after the last one the login is made anew.
 */
const LINE_DELAYS_MS = [1_000, 1_500, 2_500];
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
  readonly #logins: LoginAllowance;
  #api: ZaloApi | null = null;
  /** How often in a row Zalo has said that the session is over. */
  #refusals = 0;
  /** The line before was given up because of messages that could not be read. */
  #couldNotRead = false;
  /** Aborted when it says so to a message being sent. */
  #session = new AbortController();

  constructor(options: LifeOptions) {
    this.#options = options;
    this.#logins = new LoginAllowance(options.ticker);
  }

  /** The login that sends, if there is one. */
  get api(): ZaloApi | null {
    return this.#api;
  }

  sent(): void {
    const { condition, onMended } = this.#options;
    if (this.#refusals > 0) onMended();
    this.#refusals = 0;
    if (condition.health.state !== 'driven-out') condition.mended('session');
  }

  /** Zalo refused a message because the session is over, though the line may well go on. */
  refused(refusal: ZaloRefusal): void {
    this.#options.condition.failed('session', refusal);
    this.#refusals += 1;
    this.#api = null;
    this.#session.abort();
  }

  /** Resolves when stopped. @param onFirstTry the first login has succeeded, or failed */
  async live(onFirstTry: () => void): Promise<void> {
    const { condition, signal, ticker, delaysMs } = this.#options;
    const pause = (ms: number) => ticker.sleep(ms, signal).catch(() => {});
    let failures = 0;
    while (!signal.aborted) {
      const wasGood = await this.#liveOnce(onFirstTry);
      if (wasGood) failures = 0;
      if (signal.aborted) break;
      if (this.#refusals >= REFUSALS) {
        await this.#waitForPerson('signed-out', signal);
        this.#refusals = 0;
        failures = 0;
      } else {
        condition.becomes('connecting');
        await pause(delayAfter(failures, delaysMs));
        failures += 1;
        const waitMs = this.#logins.waitMs;
        if (waitMs > 0) condition.failed('connection', tooManyLogins(waitMs));
        await pause(waitMs);
      }
    }
    this.#api = null;
  }

  /** One login, until it is of no use any more for listening. @returns whether it has been of use. */
  async #liveOnce(onFirstTry: () => void): Promise<boolean> {
    const { signIn } = this.#options;
    let api: ZaloApi;
    try {
      api = await signIn();
      this.#logins.used();
      // Until here the one before went on sending.
      this.#api = api;
    } catch (error) {
      this.#notSignedIn(error);
      return false;
    } finally {
      onFirstTry();
    }
    try {
      return (await this.#use(api)).wasGood;
    } catch (error) {
      this.#options.condition.failed('connection', error);
      return false;
    }
  }

  #notSignedIn(error: unknown): void {
    const { condition } = this.#options;
    const isRefusal = error instanceof ZaloRefusal;
    if (isRefusal) this.#logins.used();
    if (isRefusal && error.isUnknown) this.#options.onUnknown(error);
    if (error instanceof NoSession) this.#refusals = REFUSALS;
    else if (isRefusal && error.isSessionOver) this.#refusals += 1;
    if (this.#refusals > 0) this.#api = null;
    condition.failed(error instanceof NoSession ? 'session' : 'connection', error);
  }

  /** @returns whether the login has been of use */
  async #use(api: ZaloApi): Promise<{ wasGood: boolean }> {
    const { intake, lease, condition, onMended, signal } = this.#options;
    this.#session = new AbortController();
    const session = AbortSignal.any([signal, this.#session.signal]);
    // Signed in, but perhaps still not allowed to send: that is known only after the next message.
    if (this.#refusals === 0) {
      condition.mended('session');
      onMended();
    }
    if (!intake) {
      condition.mended('connection');
      condition.becomes('sending');
      await aborted(session);
      return { wasGood: true };
    }
    if (!lease) return { wasGood: await this.#listen(api, intake, session) };
    const lost = await lease.take(api.own.id);
    if (lost) return { wasGood: await this.#listen(api, intake, AbortSignal.any([session, lost])) };
    condition.mended('connection');
    condition.becomes('standby');
    await lease.waitFor(api.own.id, session).catch(() => {});
    // Whoever listened before has left newer marks and cookies behind: they are read with the next login.
    return { wasGood: true };
  }

  /** Line after line. @returns whether any of them has been of use */
  async #listen(api: ZaloApi, intake: Intake, life: AbortSignal): Promise<boolean> {
    const { lease, condition, ticker, lineDelaysMs = LINE_DELAYS_MS } = this.#options;
    let wasGood = false;
    for (let inVain = 0; ; inVain++) {
      const ending = await this.#listenOnce(api, intake, life);
      switch (ending.why) {
        case 'stopped':
          return wasGood;
        case 'driven-out':
          // By another process of the bot's own, which is as it should be.
          if (lease && !(await lease.isHeld())) return wasGood;
          // Sending does not disturb whoever opened the other browser, and goes on.
          await this.#waitForPerson('driven-out', life);
          return wasGood;
        case 'lost': {
          if (ending.wasGood) {
            wasGood = true;
            inVain = 0;
          }
          const delayMs = lineDelaysMs[inVain];
          if (delayMs === undefined || life.aborted) return wasGood;
          condition.becomes('resuming');
          await ticker.sleep(delayMs * (1 + Math.random()), life).catch(() => {});
        }
      }
    }
  }

  async #listenOnce(api: ZaloApi, intake: Intake, life: AbortSignal): Promise<Ending> {
    const { keeper, condition, ticker } = this.#options;
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

function tooManyLogins(waitMs: number): Error {
  const minutes = Math.ceil(waitMs / 60_000);
  return new Error(
    `${LOGINS_AN_HOUR} logins within an hour: the next one in ${minutes} min, for the account's sake`,
  );
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
