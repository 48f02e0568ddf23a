/** Wires everything; the only file that knows all the others. */
import type { Logger } from 'pino';
import { deliverChatJob } from '../jobs/deliver-chat.ts';
import { handleInboxJob } from '../jobs/handle-inbox.ts';
import { planDay } from '../jobs/plan-day.ts';
import { renewClaims } from '../jobs/renew-claims.ts';
import { type Schedule, schedule } from '../jobs/schedule.ts';
import { commandMenus } from './chat/commands/command-menus.ts';
import { calendarFeed } from './chat/delivery/calendar-feed.ts';
import { choiceOffer } from './chat/delivery/offer-choices.ts';
import { fileWriter } from './chat/delivery/write-file.ts';
import { noticeWriter } from './chat/delivery/write-notice.ts';
import type { AnnounceDeps } from './chat/reading/announce-reading.ts';
import { chatHandler } from './chat/turns/handle-update.ts';
import { accountWords } from './chat/words/account-words.ts';
import { lostTopicWords } from './chat/words/topic-words.ts';
import { type Clock, type MachineClock, rehearsalClock, systemClock, systemMachineClock } from './clock.ts';
import type { Config } from './config.ts';
import { documentReader } from './documents/document-reader.ts';
import { LIMITS, type Limits } from './domain/pace.ts';
import { type PlatformOptions, startPlatforms } from './platforms/start-platforms.ts';
import { type BullmqQueue, openQueue, type QueueConnection } from './queue/bullmq-queue.ts';
import { pglitePool } from './queue/pglite-pool.ts';
import { redisRegisters } from './queue/redis-registers.ts';
import { serverPool } from './queue/server-pool.ts';
import { reportWriter } from './reports/report-writer.ts';
import type { ServiceRole } from './service-role.ts';
import { type DeliveryDeps, deliverNext } from './services/delivery/deliver-chat.ts';
import { HeldClaims } from './services/delivery/held-claims.ts';
import { receiveUpdate } from './services/delivery/receive-update.ts';
import { reportTrouble } from './services/delivery/report-trouble.ts';
import { SendingDesk } from './services/delivery/sending-desk.ts';
import { defaultRules, type OfficeRules } from './services/office/office-rules.ts';
import type { Messenger, PlatformName, ReceiveUpdate } from './services/ports/messenger.ts';
import type { Queue } from './services/ports/queue.ts';
import type { Storage } from './services/ports/store.ts';
import { type OpenStorage, openStorage } from './storage/open-storage.ts';
import { startWebServer } from './web/server.ts';

/** The database alone: all that most shell commands need. */
export function openOfficeStorage(config: Config, log?: Logger): Promise<OpenStorage> {
  return openStorage(
    config.DATABASE_URL
      ? { kind: 'server', url: config.DATABASE_URL }
      : { kind: 'embedded', folder: config.DATA_DIR },
    (damage) => log?.error({ err: damage }, 'a row is left aside'),
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

export interface OfficeOptions
  extends Pick<PlatformOptions, 'pace' | 'ticker' | 'callTimeoutMs'>,
    Pick<AnnounceDeps, 'patienceMs'> {
  config: Config;
  log: Logger;
  roles: readonly ServiceRole[];
  clock?: Clock;
  /** The database that the settings name, where it is open already; whoever opened it closes it. */
  opened?: OpenStorage;
  machine?: MachineClock;
  /** Platforms besides those that the settings name. */
  messengers?: Messenger[];
  /** How much one person may ask at once. */
  limits?: Limits;
}

/** Starts the service, or the parts of it that `roles` names; `stop` ends what was started, in turn. */
export async function startOffice(options: OfficeOptions): Promise<Office> {
  const { config, log, roles } = options;
  const clock = options.clock ?? clockOf(config);
  const machine = options.machine ?? systemMachineClock;
  const rules = defaultRules;
  const opened = options.opened ?? (await openOfficeStorage(config, log));
  const stops: (() => Promise<void>)[] = options.opened ? [] : [() => opened.close()];
  const stop = async () => {
    for (const stopOne of stops.splice(0).toReversed()) await stopOne();
  };
  try {
    const { storage } = opened;
    const calendarsAt = calendarAddress(config);
    // Until the senders have ended, as the queue is closed.
    const claims = new HeldClaims(storage.outbox);
    const renewing = renewClaims({ claims, log });
    stops.push(() => renewing.stop());
    const queue = await startQueue(config, opened, log, stops);
    let desk: SendingDesk | undefined;
    // Once the platforms have sent back whoever waits for a turn there.
    stops.push(async () => desk?.rests());
    const receive = receiveUpdate({ storage, queue, clock, log });
    const platforms = await startPlatforms(
      {
        config,
        roles,
        ...(options.pace ? { pace: options.pace } : {}),
        ...(options.ticker ? { ticker: options.ticker } : {}),
        ...(options.callTimeoutMs ? { callTimeoutMs: options.callTimeoutMs } : {}),
        commands: commandMenus(),
        receive,
        leases: storage.leases,
        ...sharedRegisters(config, opened, log, stops),
        ...watchAccounts({ storage, queue, clock, log }, stops),
        clock,
        log,
      },
      (platform) => stops.push(() => platform.stop()),
    );
    stops.push(async () => desk?.close());
    const all = [...(options.messengers ?? []), ...[...platforms.values()].map(({ messenger }) => messenger)];
    const messengers = new Map<PlatformName, Messenger>(all.map((one) => [one.platform, one]));
    if (messengers.size === 0) log.warn('no chat platform is set up: nobody will be reminded');
    if (roles.includes('worker')) {
      const deps = { storage, queue, clock, machine, log, rules, messengers };
      const handler = chatHandler({
        ...deps,
        locale: config.LOCALE,
        documents: documentReader,
        limits: options.limits ?? LIMITS,
        ...(options.patienceMs === undefined ? {} : { patienceMs: options.patienceMs }),
        calendarsAt,
        invitationLink: (platform, code) => platforms.get(platform)?.invitationLink?.(code) ?? null,
      });
      const delivery: DeliveryDeps = {
        ...deps,
        claims,
        writeNotice: noticeWriter({ ...deps, calendarsAt }),
        writeFile: fileWriter({ ...deps, reportWriter }),
        offerChoices: choiceOffer({ storage, locale: config.LOCALE }),
        lostTopic: lostTopicWords,
      };
      const { outbox } = storage;
      desk = new SendingDesk({ outbox, messengers, deliver: (chatId) => deliverNext(delivery, chatId), log });
      queue.work({ inbox: handleInboxJob({ ...deps, handler }), outbox: deliverChatJob(desk) });
    }
    const plannerDeps = { storage, queue, clock, rules, log };
    const isInLine = (chatId: number) => desk?.isInLine(chatId) ?? false;
    if (roles.includes('planner')) {
      const scheduled: Schedule = schedule(
        { ...plannerDeps, isInLine, tidy: opened.tidy },
        config.CLOCK_SPEED,
      );
      stops.push(() => scheduled.stop());
    }
    const health = async () => ({
      ok: await storage.offices.all().then(
        () => true,
        () => false,
      ),
      ...Object.fromEntries([...platforms].map(([name, platform]) => [name, platform.health()])),
    });
    if (roles.includes('web')) {
      const webhooks = [...platforms.values()].flatMap(({ webhook }) => webhook ?? []);
      const shelves = [...platforms.values()].flatMap(({ shelf }) => shelf ?? []);
      const fetch = calendarFeed({ storage, clock, rules, reportWriter });
      const calendars = calendarsAt === null ? null : { path: new URL(calendarsAt).pathname, fetch };
      const web = await startWebServer({ port: config.WEB_PORT, log, health, webhooks, shelves, calendars });
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
      plan: () => planDay(plannerDeps),
      isIdle: async () =>
        !queue.isAtWork() &&
        (desk?.isIdle ?? true) &&
        (await storage.inbox.isEmpty()) &&
        (await storage.outbox.isEmpty()) &&
        (await queue.isIdle()),
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** None where the database is embedded: it belongs to this one process. */
function sharedRegisters(
  { REDIS_URL: url }: Config,
  { storage, pglite }: OpenStorage,
  log: Logger,
  stops: (() => Promise<void>)[],
): Pick<PlatformOptions, 'registers'> {
  if (pglite) return {};
  if (!url) return { registers: storage.registers };
  const registers = redisRegisters(url, log);
  stops.push(async () => registers.close());
  return { registers };
}

/** Null where nobody outside could fetch from it. */
function calendarAddress({ WEB_PUBLIC_URL }: Config): string | null {
  return WEB_PUBLIC_URL === undefined ? null : `${WEB_PUBLIC_URL.replace(/\/+$/, '')}/lich`;
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

/**
 * What the platforms tell of their accounts is written down in the order in which they tell it. What is told again
 * before that, as by each message that is refused, is written once.
 */
function watchAccounts(
  deps: Parameters<typeof reportTrouble>[0] & { log: Logger },
  stops: (() => Promise<void>)[],
): Pick<PlatformOptions, 'onTrouble' | 'onMended'> {
  let written = Promise.resolve();
  stops.push(() => written);
  /** What each platform told last, as long as it is not written. */
  const lastTold = new Map<PlatformName, string>();
  const next = (platform: PlatformName, told: string, write: () => Promise<void>) => {
    if (lastTold.get(platform) === told) return;
    lastTold.set(platform, told);
    written = written
      .then(write)
      .catch((error: unknown) => {
        deps.log.error({ err: error }, 'what a platform told of its account could not be written down');
      })
      .then(() => {
        if (lastTold.get(platform) === told) lastTold.delete(platform);
      });
  };
  return {
    onTrouble: ({ platform, kind }) =>
      next(platform, kind, () =>
        reportTrouble(deps, { platform, kind, lines: (locale) => accountWords(platform, kind, locale) }),
      ),
    onMended: (platform, kind) =>
      next(platform, `${kind ?? 'all'} mended`, () => deps.storage.outages.end(platform, kind)),
  };
}
