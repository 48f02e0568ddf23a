/** Zalo, from its settings to a running platform. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import { type Clock, systemClock } from '../../clock.ts';
import type { Messenger, ReceiveUpdate } from '../../services/ports/messenger.ts';
import { login, type Message, type ZaloApi } from './client.ts';
import { Condition, type ZaloHealth } from './condition.ts';
import { type Ending, listenUntilLost } from './connection.ts';
import { ZaloRefusal } from './errors.ts';
import { createInbox } from './inbox.ts';
import { Intake } from './intake.ts';
import { ZaloMessenger } from './outbound.ts';
import { Pace, type PaceLimits, type Ticker, ZALO_PACE } from './pace.ts';
import { delayAfter } from './retry.ts';
import { NoSession } from './session-file.ts';
import { SessionKeeper } from './session-keeper.ts';
import { createTransport, type TransportOptions } from './transport.ts';

export interface ZaloOptions extends TransportOptions {
  sessionFile: string;
  /** Absent in a process that only sends: an account has one listener. */
  receive?: ReceiveUpdate;
  /** Told once each time that the account cannot go on without a person. */
  onTrouble?(trouble: ZaloTrouble): void;
  log: Logger;
  clock?: Clock;
  ticker?: Ticker;
  retryDelaysMs?: readonly number[];
  pace?: PaceLimits;
}

export interface ZaloTrouble {
  kind: 'driven-out' | 'signed-out';
  message: string;
}

export interface ZaloPlatform {
  readonly messenger: Messenger;
  health(): ZaloHealth;
  stop(): Promise<void>;
}

const RETRY_DELAYS_MS = [1_000, 5_000, 15_000, 60_000, 300_000];
/** A login that held for so long was a good one: the next loss begins the delays anew. */
const STEADY_MS = 60_000;
/** How often to look whether somebody has scanned a new code. */
const LOOK_MS = 15_000;
/** One refusal may be a passing trouble of Zalo's; so many in a row are not. */
const REFUSALS = 2;
/** Messages that an answer may still quote. */
const HEARD = 2_000;

const MESSAGES: Record<ZaloTrouble['kind'], string> = {
  'driven-out':
    'Zalo: the account was opened in another browser, so messages are not received any more. ' +
    'Close it there and start the service again, or run `nhachan zalo-login`.',
  'signed-out': 'Zalo: the session is over. Run `nhachan zalo-login` and scan the code with the account.',
};

/**
 * Resolves once the first login has succeeded, or failed: an unreachable Zalo must not keep the rest of the office from
 * starting. What failed is tried again in the background until `stop`.
 */
export async function startZalo(options: ZaloOptions): Promise<ZaloPlatform> {
  const { receive, log, clock = systemClock, ticker = systemTicker, pace = ZALO_PACE } = options;
  const delaysMs = options.retryDelaysMs ?? RETRY_DELAYS_MS;
  const condition = new Condition(log);
  const keeper = new SessionKeeper(options.sessionFile, log);
  const stopping = new AbortController();
  const { signal } = stopping;
  const heard = new Map<string, Message>();
  let current: ZaloApi | null = null;
  let refusals = 0;
  /** Aborted when Zalo says, to a message being sent, that the session is over. */
  let sessionLife = new AbortController();

  const intake = new Intake({
    since: () => keeper.since,
    deliver: createInbox({
      receive: receive ?? (() => Promise.resolve()),
      api: () => current,
      onHeard: (message) => remember(heard, message),
      onStored: (kind, message) => keeper.moveMark(kind, message),
      condition,
      log,
      clock,
      retry: {
        delaysMs,
        ticker,
        signal,
        onFailure: (error) => condition.failed('storing of messages', error),
      },
    }),
    ticker,
    signal,
    log,
  });
  const messenger = new ZaloMessenger({
    api: () => current,
    heard: (id) => heard.get(id),
    pace: new Pace(pace, ticker, signal),
    files: createTransport(options),
    onSent: () => {
      refusals = 0;
    },
    onSessionOver(refusal) {
      condition.failed('session', refusal);
      refusals += 1;
      sessionLife.abort(refusal);
    },
  });

  const signIn = async (): Promise<ZaloApi> => {
    const session = await keeper.load();
    const onCookies = (cookies: typeof session.cookies) => void keeper.changeCookies(cookies);
    return login(session, { ...options, onCookies });
  };

  /** Until the login is of no use any more. */
  const use = async (api: ZaloApi): Promise<Ending> => {
    sessionLife = new AbortController();
    const life = AbortSignal.any([signal, sessionLife.signal]);
    condition.mended('connection');
    if (!receive) {
      condition.becomes('sending');
      await aborted(life);
      api.close();
      return { why: 'stopped' };
    }
    const ending = await listenUntilLost({
      api,
      intake,
      condition,
      ticker,
      signal: life,
      mark: (kind) => keeper.mark(kind),
      onListening: () => condition.becomes('listening'),
      onSwept: () => void keeper.save(),
    });
    // Sending does not disturb whoever opened the other browser.
    if (ending.why === 'driven-out') await driven(life);
    return ending;
  };

  const driven = async (life: AbortSignal) => {
    condition.becomes('driven-out');
    say('driven-out');
    await untilReplaced(life);
  };

  const signedOut = async () => {
    condition.becomes('signed-out');
    say('signed-out');
    await untilReplaced(signal);
    refusals = 0;
  };

  const say = (kind: ZaloTrouble['kind']) => {
    const trouble = { kind, message: MESSAGES[kind] };
    condition.failed('session', trouble.message);
    log.error({ trouble: kind }, trouble.message);
    options.onTrouble?.(trouble);
  };

  const untilReplaced = async (life: AbortSignal) => {
    do {
      await ticker.sleep(LOOK_MS, life).catch(() => {});
    } while (!life.aborted && !(await keeper.isReplaced().catch(() => false)));
  };

  const live = async (firstTried: () => void) => {
    for (let failures = 0; !signal.aborted; ) {
      try {
        const api = await signIn();
        const since = ticker.now();
        current = api;
        firstTried();
        const ending = await use(api);
        current = null;
        if (signal.aborted) return;
        if (ending.why === 'lost') condition.failed('connection', ending.error);
        if (ticker.now() - since >= STEADY_MS) failures = 0;
      } catch (error) {
        firstTried();
        if (error instanceof NoSession) refusals = REFUSALS;
        else if (error instanceof ZaloRefusal && error.isSessionOver) refusals += 1;
        condition.failed(error instanceof NoSession ? 'session' : 'connection', error);
      }
      if (refusals >= REFUSALS) {
        await signedOut();
        failures = 0;
        continue;
      }
      condition.becomes('connecting');
      await ticker.sleep(delayAfter(failures++, delaysMs), signal).catch(() => {});
    }
  };

  let firstTried: () => void = () => {};
  const started = new Promise<void>((resolve) => {
    firstTried = resolve;
  });
  const background = live(firstTried);
  await started;
  return {
    messenger,
    health: () => condition.health,
    async stop() {
      await messenger.close();
      stopping.abort();
      await background;
      await intake.rests();
      await keeper.save();
      condition.becomes('stopped');
    },
  };
}

const systemTicker: Ticker = {
  now: () => performance.now(),
  sleep: (ms, signal) => sleep(ms, undefined, { signal }),
};

function remember(heard: Map<string, Message>, message: Message): void {
  heard.set(String(message.data.msgId), message);
  for (const id of heard.keys()) {
    if (heard.size <= HEARD) return;
    heard.delete(id);
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
