/** Wires everything; the only file that knows all the others. */
import type { Logger } from 'pino';
import { deliverChatJob } from '../jobs/deliver-chat.ts';
import { handleInboxJob } from '../jobs/handle-inbox.ts';
import { keepWatch } from '../jobs/keep-watch.ts';
import { planDay } from '../jobs/plan-day.ts';
import { renewClaims } from '../jobs/renew-claims.ts';
import { schedule } from '../jobs/schedule.ts';
import { commandMenus } from './chat/commands/command-menus.ts';
import { calendarFeed } from './chat/delivery/calendar-feed.ts';
import { choiceOffer } from './chat/delivery/offer-choices.ts';
import { fileWriter } from './chat/delivery/write-file.ts';
import { noticeWriter } from './chat/delivery/write-notice.ts';
import type { AnnounceDeps } from './chat/reading/announce-reading.ts';
import { chatHandler } from './chat/turns/handle-update.ts';
import { ailmentWords } from './chat/words/ailment-words.ts';
import { lostTopicWords } from './chat/words/topic-words.ts';
import { type Clock, type MachineClock, rehearsalClock, systemClock, systemMachineClock } from './clock.ts';
import type { Config } from './config.ts';
import { ReaderPool } from './documents/apart/reader-pool.ts';
import { documentReader } from './documents/document-reader.ts';
import type { Reading } from './documents/reading.ts';
import { LIMITS, type Limits } from './domain/pace.ts';
import { type PlatformOptions, type Platforms, startPlatforms } from './platforms/start-platforms.ts';
import { type BullmqQueue, openQueue, type QueueConnection } from './queue/bullmq-queue.ts';
import { pglitePool } from './queue/pglite-pool.ts';
import { redisRegisters } from './queue/redis-registers.ts';
import { serverPool } from './queue/server-pool.ts';
import { reportWriter } from './reports/report-writer.ts';
import type { ServiceRole } from './service-role.ts';
import { type DeliveryDeps, deliverNext } from './services/delivery/deliver-chat.ts';
import { HeldClaims } from './services/delivery/held-claims.ts';
import { outageOver } from './services/delivery/outage-over.ts';
import { receiveUpdate } from './services/delivery/receive-update.ts';
import { reconcile } from './services/delivery/reconcile.ts';
import { SendingDesk } from './services/delivery/sending-desk.ts';
import { defaultRules, type OfficeRules } from './services/office/office-rules.ts';
import { Purge } from './services/office/purge.ts';
import type { AilmentKind } from './services/ports/ailments.ts';
import type { Heartbeat } from './services/ports/heartbeat.ts';
import type { Messenger, PlatformName, ReceiveUpdate } from './services/ports/messenger.ts';
import type { Queue } from './services/ports/queue.ts';
import type { Storage } from './services/ports/store.ts';
import type { Surroundings } from './services/ports/surroundings.ts';
import { Auditor } from './services/watch/auditor.ts';
import { Examiner } from './services/watch/examine.ts';
import { reportTrouble } from './services/watch/report-trouble.ts';
import { Watch } from './services/watch/watch-office.ts';
import { Stopping } from './stopping.ts';
import { openBackupDoor } from './storage/backup-door.ts';
import { freeSpace } from './storage/free-space.ts';
import { type DatabasePlace, type OpenStorage, openStorage } from './storage/open-storage.ts';
import { heartbeatTo } from './web/heartbeat.ts';
import { createMetrics } from './web/metrics.ts';
import { startWebServer } from './web/server.ts';

/** The database alone: all that most shell commands need. */
export function openOfficeStorage(config: Config, log?: Logger): Promise<OpenStorage> {
  return openStorage(databasePlace(config), (damage) => log?.error({ err: damage }, 'a row is left aside'));
}

export function databasePlace({ DATABASE_URL, DATA_DIR }: Config): DatabasePlace {
  return DATABASE_URL ? { kind: 'server', url: DATABASE_URL } : { kind: 'embedded', folder: DATA_DIR };
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
  health(): Promise<Health>;
  /** One look at whether all is well, as is taken every minute. */
  watch(): Promise<void>;
  stop(): Promise<void>;
}

/** `wrong`: what is, in one word and in one sentence each; besides, how each platform is. */
export interface Health {
  ok: boolean;
  wrong: { kind: AilmentKind; says: string }[];
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
  /** How files are read; in processes of their own where nothing else is said. */
  read?: Reading;
  /** Platforms besides those that the settings name. */
  messengers?: Messenger[];
  /** It is watched over, every minute of real time. */
  watched?: true;
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
  const stopping = new Stopping(log);
  if (!options.opened) stopping.add('database', () => opened.close());
  try {
    const { storage } = opened;
    const calendarsAt = calendarAddress(config);
    // Until the senders have ended, as the queue is closed.
    const claims = new HeldClaims(storage.outbox);
    const renewing = renewClaims({ claims, log });
    stopping.add('claims', () => renewing.stop());
    const queue = await startQueue(config, opened, log, stopping);
    const metrics = createMetrics({
      now: () => clock.now(),
      waiting: () => storage.backlog.waiting(),
      depth: () => queue.depth(),
      ailments: async () => {
        const { own, others } = await examiner.examine();
        return [...own, ...others];
      },
    });
    let desk: SendingDesk | undefined;
    // Once the platforms have sent back whoever waits for a turn there.
    stopping.add('sendings', async () => desk?.rests());
    const receive = receiveUpdate({ storage, queue, clock, log, meter: metrics });
    const readers = new ReaderPool();
    const platforms = await startPlatforms(
      {
        config,
        roles,
        ...timesOf(options),
        commands: commandMenus(),
        receive,
        leases: storage.leases,
        ...sharedRegisters(config, opened, log, stopping),
        ...watchAccounts({ storage, queue, clock, log }, stopping),
        clock,
        log,
      },
      (platform) => stopping.add(platform.messenger.platform, () => platform.stop()),
    );
    stopping.add('line of sendings', async () => desk?.close());
    // What is being read for long is left to the process that comes after; what is in hand is finished, answers included.
    stopping.add('messages in hand', async () => {
      await queue.rest();
      await desk?.lastAnswers();
    });
    stopping.add('readers', async () => readers.close());
    const all = [...(options.messengers ?? []), ...[...platforms.values()].map(({ messenger }) => messenger)];
    const messengers = new Map<PlatformName, Messenger>(all.map((one) => [one.platform, one]));
    if (messengers.size === 0) log.warn('no chat platform is set up: nobody will be reminded');
    if (roles.includes('worker')) {
      const deps = { storage, queue, clock, machine, log, rules, messengers };
      const handler = chatHandler({
        ...deps,
        locale: config.LOCALE,
        documents: documentReader(options.read ?? readers.read),
        limits: options.limits ?? LIMITS,
        ...(options.patienceMs === undefined ? {} : { patienceMs: options.patienceMs }),
        calendarsAt,
        invitationLink: (platform, code) => platforms.get(platform)?.invitationLink?.(code) ?? null,
      });
      const delivery: DeliveryDeps = {
        ...deps,
        meter: metrics,
        claims,
        writeNotice: noticeWriter({ ...deps, calendarsAt }),
        writeFile: fileWriter({ ...deps, reportWriter }),
        offerChoices: choiceOffer({ storage, locale: config.LOCALE }),
        lostTopic: lostTopicWords,
      };
      const { outbox } = storage;
      desk = new SendingDesk({ outbox, messengers, deliver: (chatId) => deliverNext(delivery, chatId), log });
      queue.work({ inbox: handleInboxJob({ ...deps, handler }), outbox: deliverChatJob(desk) }, () =>
        reconcile({ ...deps, isInLine }),
      );
    }
    const plannerDeps = { storage, queue, clock, rules, log };
    const isInLine = (chatId: number) => desk?.isInLine(chatId) ?? false;
    if (roles.includes('planner')) {
      const keep = { messagesDays: config.KEEP_MESSAGES_DAYS, auditDays: config.KEEP_AUDIT_DAYS };
      const purge = new Purge({ storage, clock, keep });
      const { tidy } = opened;
      const scheduled = schedule(
        { ...plannerDeps, isInLine, meter: metrics, purge, tidy },
        config.CLOCK_SPEED,
      );
      stopping.add('schedule', () => scheduled.stop());
    }
    const examiner = new Examiner({
      storage,
      clock,
      rules,
      surroundings: surroundingsOf(config, queue, platforms),
    });
    const health = async (): Promise<Health> => {
      const { own, others } = await examiner.examine();
      const wrong = [...own, ...others].map(({ kind, words }) => ({ kind, says: words }));
      const ofPlatforms = [...platforms].map(([name, platform]) => [name, platform.health()]);
      return { ok: wrong.length === 0, wrong, ...Object.fromEntries(ofPlatforms) };
    };
    const watch = new Watch({
      ...plannerDeps,
      examiner,
      auditor: new Auditor({ ...plannerDeps, meter: metrics }),
      words: ailmentWords,
      heartbeat: heartbeatOf(config, roles),
    });
    if (options.watched) {
      await openDoor(config, opened, clock, log, stopping);
      const watching = keepWatch({ look: () => watch.look(), log });
      stopping.add('watch', () => watching.stop());
    }
    if (roles.includes('web')) {
      const webhooks = [...platforms.values()].flatMap(({ webhook }) => webhook ?? []);
      const shelves = [...platforms.values()].flatMap(({ shelf }) => shelf ?? []);
      const fetch = calendarFeed({ storage, clock, rules, reportWriter });
      const calendars = calendarsAt === null ? null : { path: new URL(calendarsAt).pathname, fetch };
      const web = await startWebServer({
        host: config.WEB_HOST,
        port: config.WEB_PORT,
        log,
        health,
        webhooks,
        shelves,
        calendars,
        metrics: { token: config.METRICS_TOKEN ?? null, page: () => metrics.page() },
      });
      stopping.add('web', () => web.close());
    }
    return {
      storage,
      queue,
      receive,
      clock,
      rules,
      health,
      stop: () => stopping.stop(),
      plan: () => planDay(plannerDeps),
      watch: () => watch.look(),
      isIdle: async () =>
        !queue.isAtWork() &&
        (desk?.isIdle ?? true) &&
        (await storage.inbox.isEmpty()) &&
        (await storage.outbox.isEmpty()) &&
        (await queue.isIdle()),
    };
  } catch (error) {
    await stopping.stop();
    throw error;
  }
}

/** How platforms wait, as far as the options say anything of it. */
function timesOf({
  pace,
  ticker,
  callTimeoutMs,
}: OfficeOptions): Pick<PlatformOptions, 'pace' | 'ticker' | 'callTimeoutMs'> {
  return { ...(pace && { pace }), ...(ticker && { ticker }), ...(callTimeoutMs && { callTimeoutMs }) };
}

/** What /health says the heartbeat of the same process says. */
function heartbeatOf({ HEARTBEAT_URL }: Config, roles: readonly ServiceRole[]): Heartbeat | null {
  return HEARTBEAT_URL !== undefined && roles.includes('web') ? heartbeatTo(HEARTBEAT_URL) : null;
}

/** For `nhachan backup`, which cannot open the embedded database itself meanwhile. */
async function openDoor(
  { DATA_DIR }: Config,
  { pglite }: OpenStorage,
  clock: Clock,
  log: Logger,
  stopping: Stopping,
): Promise<void> {
  if (pglite === null) return;
  await openBackupDoor(DATA_DIR, { pglite, now: () => clock.now() }).then(
    (door) => stopping.add('backup door', () => door.close()),
    (error: unknown) => log.warn({ err: error }, 'backup: only while the service is stopped'),
  );
}

function surroundingsOf(config: Config, queue: BullmqQueue, platforms: Platforms): Surroundings {
  return {
    deaf: () =>
      new Map(
        [...platforms].flatMap(([name, platform]) => {
          const deafness = platform.deafness();
          return deafness ? [[name, deafness] as const] : [];
        }),
      ),
    listenedTo: [
      ...(config.TELEGRAM_BOT_TOKEN && !config.TELEGRAM_WEBHOOK_URL ? ['telegram' as const] : []),
      ...(config.ZALO_SESSION_FILE ? ['zalo' as const] : []),
      ...(config.ZALO_BOT_TOKEN && !config.ZALO_BOT_WEBHOOK_URL ? ['zalo-bot' as const] : []),
    ],
    freeBytes: async () => (config.DATABASE_URL ? null : freeSpace(config.DATA_DIR)),
    tryQueue: () => queue.probe(),
  };
}

/** None where the database is embedded: it belongs to this one process. */
function sharedRegisters(
  { REDIS_URL: url }: Config,
  { storage, pglite }: OpenStorage,
  log: Logger,
  stopping: Stopping,
): Pick<PlatformOptions, 'registers'> {
  if (pglite) return {};
  if (!url) return { registers: storage.registers };
  const registers = redisRegisters(url, storage.registers, log);
  stopping.add('registers', async () => registers.close());
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
  stopping: Stopping,
): Promise<BullmqQueue> {
  let connection: QueueConnection;
  if (config.REDIS_URL) {
    connection = { kind: 'redis', url: config.REDIS_URL };
  } else {
    const pool = pglite ? await pglitePool(pglite) : serverPool(config.DATABASE_URL);
    stopping.add('connections of the queue', () => pool.end());
    connection = { kind: 'postgres', pool };
  }
  const queue = await openQueue(connection, log);
  stopping.add('queue', () => queue.close());
  return queue;
}

/**
 * What the platforms tell of their accounts is written down in the order in which they tell it. What is told again
 * before that, as by each message that is refused, is written once.
 */
function watchAccounts(
  deps: Omit<Parameters<typeof reportTrouble>[0], 'words'> & { log: Logger },
  stopping: Stopping,
): Pick<PlatformOptions, 'onTrouble' | 'onMended'> {
  let written = Promise.resolve();
  stopping.add('what platforms told', () => written);
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
      next(platform, kind, () => reportTrouble({ ...deps, words: ailmentWords }, { platform, kind })),
    onMended: (platform, kind) =>
      next(platform, `${kind ?? 'all'} mended`, () => outageOver(deps, platform, kind)),
  };
}
