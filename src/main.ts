/** Wires everything; the only file that knows all the others. */
import { createHash } from 'node:crypto';
import type { Logger } from 'pino';
import { deliverChatJob } from '../jobs/deliver-chat.ts';
import { handleInboxJob } from '../jobs/handle-inbox.ts';
import { type Schedule, schedule } from '../jobs/schedule.ts';
import { commandMenus } from './chat/command-menus.ts';
import { chatHandler } from './chat/handle-update.ts';
import { accountWords } from './chat/words/account-words.ts';
import { noticeWriter } from './chat/write-notice.ts';
import { type Clock, rehearsalClock, systemClock } from './clock.ts';
import type { Config } from './config.ts';
import { documentReader } from './documents/document-reader.ts';
import { invitationLink, lookUpAccount } from './platforms/telegram/account.ts';
import { createClient, type TelegramClient } from './platforms/telegram/client.ts';
import type { PaceLimits } from './platforms/telegram/pace.ts';
import { startTelegram, type TelegramPlatform } from './platforms/telegram/start-telegram.ts';
import type { ZaloTrouble } from './platforms/zalo/account-life.ts';
import { loginByQr, type QrEvents, type QrOutcome } from './platforms/zalo/client.ts';
import type { PaceLimits as ZaloPaceLimits } from './platforms/zalo/pace.ts';
import { startZalo, type ZaloPlatform } from './platforms/zalo/start-zalo.ts';
import { type BullmqQueue, openQueue, type QueueConnection } from './queue/bullmq-queue.ts';
import { pglitePool } from './queue/pglite-pool.ts';
import { serverPool } from './queue/server-pool.ts';
import type { ServiceRole } from './service-role.ts';
import { defaultRules, type OfficeRules } from './services/office-rules.ts';
import { planReminders } from './services/plan-reminders.ts';
import type { Messenger, PlatformName, ReceiveUpdate } from './services/ports/messenger.ts';
import type { Queue } from './services/ports/queue.ts';
import type { Storage } from './services/ports/store.ts';
import { receiveUpdate } from './services/receive-update.ts';
import { tellClerks } from './services/tell-clerks.ts';
import { type OpenStorage, openStorage } from './storage/open-storage.ts';
import { startWebServer, type WebServer } from './web/server.ts';

/** The database alone: all that most shell commands need. */
export function openOfficeStorage(config: Config): Promise<OpenStorage> {
  return openStorage(
    config.DATABASE_URL
      ? { kind: 'server', url: config.DATABASE_URL }
      : { kind: 'embedded', folder: config.DATA_DIR },
  );
}

export function clockOf(config: Config): Clock {
  if (config.CLOCK_START === undefined && config.CLOCK_SPEED === 1) return systemClock;
  const start = config.CLOCK_START === undefined ? systemClock.now() : new Date(config.CLOCK_START);
  return rehearsalClock(start, config.CLOCK_SPEED);
}

export interface Office {
  storage: Storage;
  queue: Queue;
  receive: ReceiveUpdate;
  clock: Clock;
  rules: OfficeRules;
  /** One run of the planner, as the schedule makes every minute. */
  plan(): Promise<void>;
  /** Whatever has come in is handled and whatever is owed is sent. */
  isIdle(): Promise<boolean>;
  health(): Promise<{ ok: boolean }>;
  stop(): Promise<void>;
}

export interface OfficeOptions {
  config: Config;
  log: Logger;
  roles: readonly ServiceRole[];
  clock?: Clock;
  /** Platforms besides those that the settings name. */
  messengers?: Messenger[];
  /** How fast Telegram may be written to, when that is not the real one. */
  telegramPace?: PaceLimits;
  /** How fast Zalo may be written to, when that is not the real one. */
  zaloPace?: ZaloPaceLimits;
}

/** Starts the service, or the parts of it that `roles` names; `stop` ends what was started, in turn. */
export async function startOffice(options: OfficeOptions): Promise<Office> {
  const { config, log, roles } = options;
  const clock = options.clock ?? clockOf(config);
  const rules = defaultRules;
  const opened = await openOfficeStorage(config);
  const stops: (() => Promise<void>)[] = [() => opened.close()];
  const stop = async () => {
    for (const stopOne of stops.splice(0).toReversed()) await stopOne();
  };
  try {
    const { storage } = opened;
    const queue = await startQueue(config, opened, log, stops);
    const receive = receiveUpdate({ storage, queue, clock });
    const messengers = new Map<PlatformName, Messenger>();
    for (const messenger of options.messengers ?? []) messengers.set(messenger.platform, messenger);

    const telegram = await telegramFor(options, receive, clock);
    const onTrouble = (trouble: ZaloTrouble) => tellOfZalo({ storage, queue, clock, log }, trouble);
    const zalo = await zaloFor(options, receive, clock, onTrouble);
    if (zalo) {
      messengers.set('zalo', zalo.messenger);
      stops.push(() => zalo.stop());
    }
    if (!telegram && messengers.size === 0) log.warn('no chat platform is set up: nobody will be reminded');
    if (telegram) {
      messengers.set('telegram', telegram.messenger);
      stops.push(() => telegram.stop());
    }
    if (roles.includes('worker')) {
      const deps = { storage, queue, clock, log, rules, messengers };
      const handler = chatHandler({
        ...deps,
        locale: config.LOCALE,
        documents: documentReader,
        invitationLink: (platform, code) =>
          platform === 'telegram' ? (telegram?.invitationLink(code) ?? null) : null,
      });
      queue.work({
        inbox: handleInboxJob({ ...deps, handler }),
        outbox: deliverChatJob({ ...deps, writeNotice: noticeWriter(deps) }),
      });
    }
    const plannerDeps = { storage, queue, clock, rules, log };
    if (roles.includes('planner')) {
      const scheduled: Schedule = schedule(plannerDeps, config.CLOCK_SPEED);
      stops.push(() => scheduled.stop());
    }
    const health = async () => ({
      ok: await storage.offices.all().then(
        () => true,
        () => false,
      ),
      telegram: telegram?.health() ?? null,
      zalo: zalo?.health() ?? null,
    });
    if (roles.includes('web')) {
      const web = await startWeb(config, log, telegram, health);
      stops.push(() => web.close());
    }
    return {
      storage,
      queue,
      receive,
      clock,
      rules,
      health,
      stop,
      plan: () => planReminders(plannerDeps),
      isIdle: async () =>
        (await storage.inbox.isEmpty()) && (await storage.outbox.isEmpty()) && (await queue.isIdle()),
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Telegram's Bot API as the settings name it; null where they do not. */
export function telegramClient(config: Config): TelegramClient | null {
  const { TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: apiRoot } = config;
  return token ? createClient({ token, ...(apiRoot ? { apiRoot } : {}) }) : null;
}

/** The link that opens the bot's private chat with this code; null without Telegram. */
export async function telegramLink(config: Config, code: string): Promise<string | null> {
  const client = telegramClient(config);
  return client && invitationLink(await lookUpAccount(client), code);
}

/** Signs an account in to Zalo by a QR code. */
export function zaloQrLogin(config: Config, events: QrEvents): Promise<QrOutcome> {
  return loginByQr(config.ZALO_GATEWAY_URL ? { gatewayUrl: config.ZALO_GATEWAY_URL } : {}, events);
}

async function startQueue(
  config: Config,
  { pglite }: OpenStorage,
  log: Logger,
  stops: (() => Promise<void>)[],
): Promise<BullmqQueue> {
  let connection: QueueConnection;
  if (config.REDIS_URL) {
    connection = { kind: 'redis', url: config.REDIS_URL };
  } else {
    const pool = pglite ? await pglitePool(pglite) : serverPool(config.DATABASE_URL);
    stops.push(() => pool.end());
    connection = { kind: 'postgres', pool };
  }
  const queue = await openQueue(connection, log);
  stops.push(() => queue.close());
  return queue;
}

async function telegramFor(
  { config, roles, log, telegramPace }: OfficeOptions,
  receive: ReceiveUpdate,
  clock: Clock,
): Promise<TelegramPlatform | null> {
  const token = config.TELEGRAM_BOT_TOKEN;
  if (!token) return null;
  const url = config.TELEGRAM_WEBHOOK_URL;
  const receives = roles.includes(url ? 'web' : 'bot');
  return startTelegram({
    token,
    ...(config.TELEGRAM_API_ROOT ? { apiRoot: config.TELEGRAM_API_ROOT } : {}),
    ...(url ? { webhook: { url, secret: webhookSecret(token) } } : {}),
    ...(receives ? { receive } : {}),
    ...(telegramPace ? { pace: telegramPace } : {}),
    commands: commandMenus(),
    clock,
    log,
  });
}

async function zaloFor(
  { config, roles, log, zaloPace }: OfficeOptions,
  receive: ReceiveUpdate,
  clock: Clock,
  onTrouble: (trouble: ZaloTrouble) => void,
): Promise<ZaloPlatform | null> {
  const sessionFile = config.ZALO_SESSION_FILE;
  const isNeeded = roles.includes('bot') || roles.includes('worker');
  if (!sessionFile || !isNeeded) return null;
  return startZalo({
    sessionFile,
    ...(config.ZALO_GATEWAY_URL ? { gatewayUrl: config.ZALO_GATEWAY_URL } : {}),
    ...(roles.includes('bot') ? { receive } : {}),
    ...(zaloPace ? { pace: zaloPace } : {}),
    onTrouble,
    clock,
    log,
  });
}

/** A clerk learns of it where clerks are, not only whoever reads the log. */
function tellOfZalo(deps: Parameters<typeof tellClerks>[0] & { log: Logger }, { kind }: ZaloTrouble): void {
  tellClerks(deps, {
    key: `zalo ${kind} ${deps.clock.now().toISOString()}`,
    notOn: 'zalo',
    lines: (locale) => accountWords(kind, locale),
  }).catch((error: unknown) => deps.log.error({ err: error }, 'the clerks could not be told of Zalo'));
}

/** Known to whoever knows the token and to nobody else, so it need not be one more setting. */
function webhookSecret(token: string): string {
  return createHash('sha256').update(`webhook ${token}`).digest('hex');
}

function startWeb(
  config: Config,
  log: Logger,
  telegram: TelegramPlatform | null,
  health: () => Promise<{ ok: boolean }>,
): Promise<WebServer> {
  const url = config.TELEGRAM_WEBHOOK_URL;
  const handle = telegram?.webhookHandler;
  const telegramWebhook = url && handle ? { path: new URL(url).pathname, handle } : undefined;
  return startWebServer({
    port: config.WEB_PORT,
    log,
    health,
    ...(telegramWebhook ? { telegramWebhook } : {}),
  });
}
