/** A bot of the official Zalo Bot Platform, from its settings to a running platform. */
import { setMaxListeners } from 'node:events';
import type { Logger } from 'pino';
import { type Clock, systemClock } from '../../clock.ts';
import type { Leases } from '../../services/ports/leases.ts';
import type { ReceiveUpdate } from '../../services/ports/messenger.ts';
import type { Registers } from '../../services/ports/registers.ts';
import { Condition, type ConnectionHealth, type ConnectionTrouble } from '../shared/condition.ts';
import { type GapLimits, gapRules } from '../shared/gap-pace.ts';
import { ListenerLease } from '../shared/listener-lease.ts';
import { ownRegisters } from '../shared/own-registers.ts';
import { Pace } from '../shared/pace.ts';
import { persist, type RetryOptions } from '../shared/retry.ts';
import type { RunningPlatform } from '../shared/running-platform.ts';
import { accountIn } from '../shared/secret.ts';
import { systemTicker, type Ticker } from '../shared/ticker.ts';
import { createWebhook, type WebhookAddress } from '../shared/webhook.ts';
import { chatLink, lookUpAccount, type ZaloBotAccount } from './account.ts';
import { type ClientOptions, createClient } from './client.ts';
import { ApiRefusal, QUOTA_EXCEEDED } from './errors.ts';
import { createInbox } from './inbox.ts';
import { ZALO_BOT_PACE, ZaloBotMessenger } from './outbound.ts';
import { PhotoShelf } from './photo-shelf.ts';
import { poll } from './polling.ts';
import { Quota } from './quota.ts';
import { announceWebhook, isUpdate, SECRET_HEADER } from './webhook.ts';

export interface ZaloBotOptions extends ClientOptions {
  /** Absent: long polling. */
  webhook?: WebhookAddress;
  /** Whether this process serves what lies below the webhook's address: photos can be sent then. */
  servesPhotos?: boolean;
  /** Absent in a process that only sends: a bot has one receiver. */
  receive?: ReceiveUpdate;
  /** Where processes agree on which of them polls. Absent: this is the only one. */
  leases?: Leases;
  /** The bot cannot go on without a person; told again for as long as that lasts. */
  onTrouble?(trouble: ZaloBotTrouble): void;
  /**
   * Told what is over, at first and after a trouble: any, once a message has gone out; a refusal of the token alone,
   * once Zalo has answered anything else.
   */
  onMended?(trouble?: 'token-refused'): void;
  log: Logger;
  clock?: Clock;
  ticker?: Ticker;
  retryDelaysMs?: readonly number[];
  pace?: GapLimits;
  /** Shared with the other processes that send for the bot. Absent: there are none. */
  registers?: Registers;
}

export interface ZaloBotHealth extends ConnectionHealth {
  /** Whether the bot may be taken into groups (beta); null while Zalo has not said. */
  canJoinGroups: boolean | null;
}

/** used-up: Zalo has taken no message for so long that the plan's must be. */
export type ZaloBotTrouble = 'used-up' | 'token-refused';

export interface ZaloBotPlatform extends RunningPlatform {
  /** Null until Zalo has answered for the first time. */
  readonly account: ZaloBotAccount | null;
  health(): ZaloBotHealth;
  invitationLink(): string | null;
}

/** quota: Zalo takes no more messages for now. webhook: Zalo cannot call the address. */
type Trouble = ConnectionTrouble | 'quota' | 'webhook';

const RETRY_DELAYS_MS = [1_000, 2_000, 5_000, 15_000, 30_000];

/**
 * Resolves once Zalo has answered, or failed to, for the first time: an unreachable Zalo must not keep the rest of the
 * office from starting. What failed is tried again in the background until `stop`.
 */
export async function startZaloBot(options: ZaloBotOptions): Promise<ZaloBotPlatform> {
  const { webhook, receive, log, clock = systemClock, ticker = systemTicker } = options;
  const client = createClient(options);
  const condition = new Condition<'quota' | 'webhook'>('Zalo Bot', log);
  const stopping = new AbortController();
  // Every message that waits for its turn waits for the end as well.
  setMaxListeners(0, stopping.signal);
  const { signal } = stopping;
  const shelf = webhook && options.servesPhotos ? new PhotoShelf(webhook.url, ticker) : null;
  const quota = new Quota();
  let isTokenTaken = false;
  let isSending = false;
  const refused = (refusal: ApiRefusal) => {
    if (refusal.code === QUOTA_EXCEEDED) condition.failed('quota', refusal);
    if (!refusal.isTokenTrouble && !quota.isUsedUp) return;
    isSending = false;
    if (refusal.isTokenTrouble) isTokenTaken = false;
    options.onTrouble?.(refusal.isTokenTrouble ? 'token-refused' : 'used-up');
  };
  const messenger = new ZaloBotMessenger({
    client,
    pace: new Pace({
      name: `pace:zalo-bot:${accountIn(options.token)}`,
      rules: gapRules(options.pace ?? ZALO_BOT_PACE),
      registers: options.registers ?? ownRegisters(ticker),
      ticker,
      signal,
    }),
    quota,
    ...(shelf && { shelf }),
    onRefused: refused,
    onSent() {
      condition.mended('quota');
      if (!isSending) options.onMended?.();
      isSending = true;
      isTokenTaken = true;
    },
  });
  let account: ZaloBotAccount | null = null;

  const retry = (trouble: Trouble): RetryOptions => ({
    delaysMs: options.retryDelaysMs ?? RETRY_DELAYS_MS,
    ticker,
    signal,
    onFailure: (error) => {
      condition.failed(trouble, error);
      if (error instanceof ApiRefusal && error.isTokenTrouble) refused(error);
    },
    askedMs: (error) => (error instanceof ApiRefusal ? (error.retryAfterMs ?? 0) : 0),
  });
  const unlessStopped = (trouble: Trouble) => (error: unknown) => {
    if (!signal.aborted) condition.failed(trouble, error);
  };

  // A process that only receives sends nothing that could tell it.
  const connected = () => {
    condition.mended('connection');
    if (!isTokenTaken) options.onMended?.('token-refused');
    isTokenTaken = true;
  };
  const connect = async () => {
    account = await lookUpAccount(client, signal);
    connected();
    const { names, plan, canJoinGroups } = account;
    log.info({ name: names[0], plan, canJoinGroups }, 'Zalo Bot: connected');
  };

  const storeInbound = receive && createInbox({ receive, condition, log, clock });
  const store = async (update: unknown) => {
    if (!storeInbound || !account) throw new Error('Zalo Bot is not being received now');
    await storeInbound(update, account);
  };
  /** Nobody hands a polled update out again: it is stored even when a stop comes in between. */
  const keep = async (update: unknown) => {
    const first = store(update);
    await first.catch(() => persist(() => store(update), retry('storing of updates'), first));
  };

  const lease =
    receive && options.leases
      ? new ListenerLease({ platform: 'zalo-bot', leases: options.leases, ticker, signal })
      : null;
  const listen = (life: AbortSignal) => {
    condition.turn(false);
    return poll({
      client,
      handOver: keep,
      onAnswer: connected,
      retry: { ...retry('connection'), signal: life },
    });
  };

  const receiveUpdates = async () => {
    if (!webhook) {
      if (!lease || !account) return listen(signal);
      const onStandby = () => condition.turn(true);
      return lease.listenAlone(account.id, { listen, onStandby, signal });
    }
    const hindrance = await announceWebhook(client, webhook, retry('connection'));
    connected();
    if (hindrance !== null) condition.failed('webhook', new Error(hindrance));
  };

  const firstTry = connect();
  const background = (async () => {
    await persist(connect, retry('connection'), firstTry);
    if (receive) await receiveUpdates();
  })().catch(unlessStopped('connection'));

  await firstTry.catch(() => {});
  return {
    messenger,
    get account() {
      return account;
    },
    ...(webhook && {
      webhook: createWebhook({
        ...webhook,
        secretHeader: SECRET_HEADER,
        isUpdate,
        async handOver(update) {
          if (signal.aborted) throw new Error('Zalo Bot has been stopped');
          await store(update);
          condition.mended('webhook');
        },
        onFailure: unlessStopped('storing of updates'),
      }),
    }),
    ...(shelf && { shelf }),
    health: () => ({ ...condition.health, canJoinGroups: account?.canJoinGroups ?? null }),
    invitationLink: () => account && chatLink(account),
    async stop() {
      stopping.abort();
      await Promise.all([background, messenger.close()]);
      // If the database is away, the lease ends by itself.
      await lease
        ?.release()
        .catch((error: unknown) => log.warn({ err: error }, 'Zalo Bot: the lease is kept'));
    },
  };
}
