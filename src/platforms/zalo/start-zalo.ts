/** Zalo, from its settings to a running platform. */
import { setMaxListeners } from 'node:events';
import type { Logger } from 'pino';
import { type Clock, systemClock } from '../../clock.ts';
import type { Leases } from '../../services/ports/leases.ts';
import type { ReceiveUpdate } from '../../services/ports/messenger.ts';
import type { Registers } from '../../services/ports/registers.ts';
import { type GapLimits, gapRules } from '../shared/gap-pace.ts';
import { ListenerLease } from '../shared/listener-lease.ts';
import { ownRegisters } from '../shared/own-registers.ts';
import { Pace } from '../shared/pace.ts';
import type { RunningPlatform } from '../shared/running-platform.ts';
import { systemTicker, type Ticker } from '../shared/ticker.ts';
import { AccountLife, type ZaloTrouble } from './account-life.ts';
import { login } from './client.ts';
import { Condition, type ZaloHealth } from './condition.ts';
import { createInbox } from './inbox.ts';
import { Intake } from './intake.ts';
import { ZaloMessenger } from './outbound.ts';
import { ZALO_PACE } from './pace.ts';
import { SessionKeeper } from './session-keeper.ts';
import { createTransport, type TransportOptions } from './transport.ts';

export interface ZaloOptions extends TransportOptions {
  sessionFile: string;
  /** Absent in a process that only sends: an account has one listener. */
  receive?: ReceiveUpdate;
  /** Where processes agree on which of them listens. Absent: this is the only one. */
  leases?: Leases;
  /** Told once each time that the account cannot go on without a person. */
  onTrouble?(trouble: ZaloTrouble): void;
  /** Told at each sign-in that nothing speaks against sending. */
  onMended?(): void;
  log: Logger;
  clock?: Clock;
  ticker?: Ticker;
  retryDelaysMs?: readonly number[];
  pace?: GapLimits;
  /** Shared with the other processes that send for the account. Absent: there are none. */
  registers?: Registers;
}

export interface ZaloPlatform extends RunningPlatform {
  health(): ZaloHealth;
}

const RETRY_DELAYS_MS = [1_000, 5_000, 15_000, 60_000, 300_000];

/**
 * Resolves once the first login has succeeded, or failed: an unreachable Zalo must not keep the rest of the office from
 * starting. What failed is tried again in the background until `stop`.
 */
export async function startZalo(options: ZaloOptions): Promise<ZaloPlatform> {
  const { receive, log, clock = systemClock, ticker = systemTicker } = options;
  const delaysMs = options.retryDelaysMs ?? RETRY_DELAYS_MS;
  const condition = new Condition(log);
  const keeper = new SessionKeeper(options.sessionFile, log);
  const stopping = new AbortController();
  // Every message that waits for its turn waits for the end as well.
  setMaxListeners(0, stopping.signal);
  const { signal } = stopping;

  const deliver =
    receive &&
    createInbox({
      receive,
      api: () => life.api,
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
    });
  const intake = deliver ? new Intake({ since: () => keeper.since, deliver, signal, log }) : null;
  const { leases } = options;
  const lease = leases ? new ListenerLease({ platform: 'zalo', leases, ticker, signal }) : null;
  const life: AccountLife = new AccountLife({
    async signIn() {
      const session = await keeper.load();
      return login(session, { ...options, onCookies: (cookies) => void keeper.changeCookies(cookies) });
    },
    intake,
    lease,
    keeper,
    condition,
    onTrouble: (trouble) => options.onTrouble?.(trouble),
    onMended: () => options.onMended?.(),
    log,
    ticker,
    delaysMs,
    signal,
  });
  const messenger = new ZaloMessenger({
    api: () => life.api,
    listens: () => (condition.health.state === 'listening' ? 'now' : receive ? 'later' : 'never'),
    isSignedOut: () => condition.health.state === 'signed-out',
    pace: new Pace({
      name: 'pace:zalo',
      rules: gapRules(options.pace ?? ZALO_PACE),
      registers: options.registers ?? ownRegisters(ticker),
      ticker,
      signal,
    }),
    files: createTransport(options),
    onSent: () => life.sent(),
    onSessionOver: (refusal) => life.refused(refusal),
  });

  let background: Promise<void> = Promise.resolve();
  await new Promise<void>((onFirstTry) => {
    background = life.live(onFirstTry);
  });
  return {
    messenger,
    health: () => condition.health,
    invitationLink: () => (life.api?.own.name ? `Zalo: “${life.api.own.name}”` : null),
    async stop() {
      // Those that wait for their turn need not wait for the stop to be over.
      const sent = messenger.close();
      stopping.abort();
      await Promise.all([sent, background]);
      await intake?.rests();
      await keeper.save();
      // If the database is away, the lease ends by itself.
      await lease?.release().catch((error: unknown) => log.warn({ err: error }, 'Zalo: the lease is kept'));
      condition.becomes('stopped');
    },
  };
}
