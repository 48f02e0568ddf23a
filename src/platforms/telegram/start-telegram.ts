/** Telegram, from its settings to a running platform. */
import { setMaxListeners } from 'node:events';
import type { Logger } from 'pino';
import { type Clock, systemClock } from '../../clock.ts';
import type { Leases } from '../../services/ports/leases.ts';
import type { ReceiveUpdate } from '../../services/ports/messenger.ts';
import type { Registers } from '../../services/ports/registers.ts';
import { Condition, type ConnectionHealth, type ConnectionTrouble } from '../shared/condition.ts';
import { ListenerLease } from '../shared/listener-lease.ts';
import { ownRegisters } from '../shared/own-registers.ts';
import { Pace } from '../shared/pace.ts';
import { persist, type RetryOptions } from '../shared/retry.ts';
import type { RunningPlatform } from '../shared/running-platform.ts';
import { accountIn } from '../shared/secret.ts';
import { systemTicker, type Ticker } from '../shared/ticker.ts';
import { createWebhook, type WebhookAddress } from '../shared/webhook.ts';
import { invitationLink, lookUpAccount, type TelegramAccount } from './account.ts';
import { type ClientOptions, createClient, type Update } from './client.ts';
import { type CommandMenu, publishMenus } from './command-menu.ts';
import { ApiRefusal } from './errors.ts';
import { createInbox } from './inbox.ts';
import { TelegramMessenger } from './outbound.ts';
import { type PaceLimits, TELEGRAM_PACE, telegramRules } from './pace.ts';
import { poll } from './polling.ts';
import { announceWebhook, isUpdate, SECRET_HEADER } from './webhook.ts';

export interface TelegramOptions extends ClientOptions {
  /** Absent: long polling. */
  webhook?: WebhookAddress;
  /** Absent in a process that only sends: a bot has one receiver. */
  receive?: ReceiveUpdate;
  /** Where processes agree on which of them polls. Absent: this is the only one. */
  leases?: Leases;
  commands: CommandMenu[];
  /** Told each time that Telegram refuses the token, and when it takes it: at first, and after a refusal. */
  onTokenRefused?(): void;
  onTokenAccepted?(): void;
  log: Logger;
  clock?: Clock;
  ticker?: Ticker;
  retryDelaysMs?: readonly number[];
  pace?: PaceLimits;
  /** Shared with the other processes that send for the bot. Absent: there are none. */
  registers?: Registers;
}

type Trouble = ConnectionTrouble | 'command menu';

export interface TelegramPlatform extends RunningPlatform {
  /** Null until Telegram has answered for the first time. */
  readonly account: TelegramAccount | null;
  health(): ConnectionHealth;
  invitationLink(code: string): string | null;
}

const RETRY_DELAYS_MS = [1_000, 2_000, 5_000, 15_000, 30_000];

/**
 * Resolves once Telegram has answered, or failed to, for the first time: an unreachable Telegram must not keep the
 * rest of the office from starting. What failed is tried again in the background until `stop`.
 */
export async function startTelegram(options: TelegramOptions): Promise<TelegramPlatform> {
  const { webhook, receive, log, clock = systemClock, ticker = systemTicker, pace = TELEGRAM_PACE } = options;
  const { token, registers = ownRegisters(ticker) } = options;
  const client = createClient(options);
  const condition = new Condition<'command menu'>('Telegram', log);
  const stopping = new AbortController();
  // Every message that waits for its turn waits for the end as well.
  setMaxListeners(0, stopping.signal);
  const { signal } = stopping;
  let isTokenTaken = false;
  const refused = (error: unknown) => {
    if (!(error instanceof ApiRefusal && error.isTokenTrouble)) return;
    isTokenTaken = false;
    options.onTokenRefused?.();
  };
  // Whatever succeeds: this process may have nothing to do but to poll, or to send.
  const accepted = () => {
    if (!isTokenTaken) options.onTokenAccepted?.();
    isTokenTaken = true;
  };
  const messenger = new TelegramMessenger({
    client,
    pace: new Pace({
      name: `pace:telegram:${accountIn(token)}`,
      rules: telegramRules(pace),
      registers,
      ticker,
      signal,
    }),
    onSent: accepted,
    onRefused: refused,
  });
  let account: TelegramAccount | null = null;

  const retry = (trouble: Trouble): RetryOptions => ({
    delaysMs: options.retryDelaysMs ?? RETRY_DELAYS_MS,
    ticker,
    signal,
    onFailure: (error) => {
      condition.failed(trouble, error);
      refused(error);
    },
    askedMs: (error) => (error instanceof ApiRefusal ? (error.retryAfterMs ?? 0) : 0),
  });
  const unlessStopped = (trouble: Trouble) => (error: unknown) => {
    if (!signal.aborted) condition.failed(trouble, error);
  };

  const connected = () => {
    condition.mended('connection');
    accepted();
  };
  const connect = async () => {
    account = await lookUpAccount(client, signal);
    connected();
    const { username, canReadAllGroupMessages } = account;
    log.info({ username, canReadAllGroupMessages }, 'Telegram: connected');
  };

  const storeInbound = receive && createInbox({ client, receive, condition, log, signal, clock });
  const store = async (update: Update) => {
    // Refused now, a webhook's update comes again: once the bot knows its own name, or to the process after this one.
    if (!storeInbound || !account || signal.aborted) throw new Error('Telegram is not being received now');
    await storeInbound(update, account);
  };

  const lease =
    receive && options.leases
      ? new ListenerLease({ platform: 'telegram', leases: options.leases, ticker, signal })
      : null;
  const listen = (life: AbortSignal) => {
    condition.turn(false);
    return poll({
      client,
      handOver: (update) => persist(() => store(update), retry('storing of updates')),
      onAnswer: connected,
      retry: { ...retry('connection'), signal: life },
    });
  };

  const receiveUpdates = async () => {
    if (webhook) {
      await announceWebhook(client, webhook, retry('connection'));
      connected();
      return;
    }
    if (!lease || !account) return listen(signal);
    const onStandby = () => condition.turn(true);
    await lease.listenAlone(String(account.id), { listen, onStandby, signal });
  };

  const showMenus = async () => {
    await publishMenus(client, options.commands, retry('command menu'));
    condition.mended('command menu');
    accepted();
  };

  const firstTry = connect();
  const background = (async () => {
    await persist(connect, retry('connection'), firstTry);
    if (!receive) return;
    await Promise.all([showMenus().catch(unlessStopped('command menu')), receiveUpdates()]);
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
        handOver: store,
        onFailure: unlessStopped('storing of updates'),
      }),
    }),
    health: () => condition.health,
    invitationLink: (code) => account && invitationLink(account, code),
    async stop() {
      stopping.abort();
      await Promise.all([background, messenger.close()]);
      // If the database is away, the lease ends by itself.
      await lease
        ?.release()
        .catch((error: unknown) => log.warn({ err: error }, 'Telegram: the lease is kept'));
    },
  };
}
