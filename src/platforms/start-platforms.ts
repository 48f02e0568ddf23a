/** The chat platforms that the settings name, from settings to running. */
import type { Logger } from 'pino';
import type { Clock } from '../clock.ts';
import type { Config } from '../config.ts';
import type { ServiceRole } from '../service-role.ts';
import type { Leases } from '../services/ports/leases.ts';
import type { PlatformName, ReceiveUpdate } from '../services/ports/messenger.ts';
import type { OutageKind } from '../services/ports/outages.ts';
import type { Registers } from '../services/ports/registers.ts';
import type { GapLimits } from './shared/gap-pace.ts';
import type { PlatformTrouble, RunningPlatform } from './shared/running-platform.ts';
import { webhookSecret } from './shared/secret.ts';
import type { Ticker } from './shared/ticker.ts';
import { invitationLink, lookUpAccount } from './telegram/account.ts';
import { createClient, type TelegramClient } from './telegram/client.ts';
import type { CommandMenu } from './telegram/command-menu.ts';
import type { PaceLimits as TelegramPace } from './telegram/pace.ts';
import { startTelegram } from './telegram/start-telegram.ts';
import { loginByQr, type QrEvents, type QrOutcome } from './zalo/client.ts';
import { startZalo } from './zalo/start-zalo.ts';
import { chatLink, lookUpAccount as lookUpZaloBot } from './zalo-bot/account.ts';
import { type BotClient, createClient as createZaloBotClient } from './zalo-bot/client.ts';
import { startZaloBot } from './zalo-bot/start-zalo-bot.ts';

export interface PlatformOptions {
  config: Config;
  roles: readonly ServiceRole[];
  /** How fast a platform may be written to, where that is not the real one. */
  pace?: { telegram?: TelegramPace; zalo?: GapLimits; zaloBot?: GapLimits };
  /** How platforms wait, where that is not in real time. */
  ticker?: Ticker;
  /** How long a platform may take to answer, where that is not as long as it usually does. */
  callTimeoutMs?: number;
  commands: CommandMenu[];
  receive: ReceiveUpdate;
  leases: Leases;
  /** Shared by the processes that send for the same accounts. Absent: there is no other. */
  registers?: Registers;
  /** Told again for as long as it lasts. */
  onTrouble(trouble: PlatformTrouble): void;
  /** The platform's account can send, as far as anybody knows; with a kind: this one thing has been mended. */
  onMended(platform: PlatformName, kind?: OutageKind): void;
  clock: Clock;
  log: Logger;
}

export type Platforms = ReadonlyMap<PlatformName, RunningPlatform>;

/** Each is handed to `onStarted` at once, so that it is stopped also when a later one cannot start. */
export async function startPlatforms(
  options: PlatformOptions,
  onStarted: (platform: RunningPlatform) => void,
): Promise<Platforms> {
  const platforms = new Map<PlatformName, RunningPlatform>();
  for (const start of [telegramFor, zaloFor, zaloBotFor]) {
    const platform = await start(options);
    if (!platform) continue;
    onStarted(platform);
    platforms.set(platform.messenger.platform, platform);
  }
  return platforms;
}

async function telegramFor(options: PlatformOptions): Promise<RunningPlatform | null> {
  const { config, roles, receive, leases, pace, ticker, registers, callTimeoutMs } = options;
  const { onTrouble, onMended, commands, clock, log } = options;
  const { TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: apiRoot, TELEGRAM_WEBHOOK_URL: url } = config;
  if (!token) return null;
  return startTelegram({
    token,
    ...(apiRoot ? { apiRoot } : {}),
    ...(url ? { webhook: { url, secret: webhookSecret(token) } } : {}),
    ...(roles.includes(url ? 'web' : 'bot') ? { receive, leases } : {}),
    ...(pace?.telegram ? { pace: pace.telegram } : {}),
    ...(ticker ? { ticker } : {}),
    ...(registers ? { registers } : {}),
    ...(callTimeoutMs ? { callTimeoutMs } : {}),
    onTokenRefused: () => onTrouble({ platform: 'telegram', kind: 'token-refused' }),
    onTokenAccepted: () => onMended('telegram'),
    commands,
    clock,
    log,
  });
}

async function zaloFor(options: PlatformOptions): Promise<RunningPlatform | null> {
  const {
    config,
    roles,
    receive,
    leases,
    pace,
    ticker,
    registers,
    callTimeoutMs,
    onTrouble,
    onMended,
    clock,
    log,
  } = options;
  const { ZALO_SESSION_FILE: sessionFile, ZALO_GATEWAY_URL: gatewayUrl } = config;
  const isNeeded = roles.includes('bot') || roles.includes('worker');
  if (!sessionFile || !isNeeded) return null;
  return startZalo({
    sessionFile,
    ...(gatewayUrl ? { gatewayUrl } : {}),
    ...(roles.includes('bot') ? { receive, leases } : {}),
    ...(pace?.zalo ? { pace: pace.zalo } : {}),
    ...(ticker ? { ticker } : {}),
    ...(registers ? { registers } : {}),
    ...(callTimeoutMs ? { callTimeoutMs } : {}),
    onTrouble: ({ kind }) => onTrouble({ platform: 'zalo', kind }),
    onMended: () => onMended('zalo'),
    clock,
    log,
  });
}

async function zaloBotFor(options: PlatformOptions): Promise<RunningPlatform | null> {
  const { config, roles, receive, leases, pace, ticker, registers, callTimeoutMs } = options;
  const { onTrouble, onMended, clock, log } = options;
  const { ZALO_BOT_TOKEN: token, ZALO_BOT_API_ROOT: apiRoot, ZALO_BOT_WEBHOOK_URL: url } = config;
  if (!token) return null;
  return startZaloBot({
    token,
    ...(apiRoot ? { apiRoot } : {}),
    ...(url ? { webhook: { url, secret: webhookSecret(token) } } : {}),
    servesPhotos: roles.includes('web'),
    ...(roles.includes(url ? 'web' : 'bot') ? { receive, leases } : {}),
    ...(pace?.zaloBot ? { pace: pace.zaloBot } : {}),
    ...(ticker ? { ticker } : {}),
    ...(registers ? { registers } : {}),
    ...(callTimeoutMs ? { callTimeoutMs } : {}),
    onTrouble: (kind) => onTrouble({ platform: 'zalo-bot', kind }),
    onMended: (kind) => onMended('zalo-bot', kind),
    clock,
    log,
  });
}

/** Telegram's Bot API as the settings name it; null where they do not. */
export function telegramClient(config: Config): TelegramClient | null {
  const { TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: apiRoot } = config;
  return token ? createClient({ token, ...(apiRoot ? { apiRoot } : {}) }) : null;
}

/** The Zalo Bot API as the settings name it; null where they do not. */
export function zaloBotClient(config: Config): BotClient | null {
  const { ZALO_BOT_TOKEN: token, ZALO_BOT_API_ROOT: apiRoot } = config;
  return token ? createZaloBotClient({ token, ...(apiRoot ? { apiRoot } : {}) }) : null;
}

/**
 * The link that opens the bot's private chat, on Telegram with this code, on Zalo without: there it is sent by hand.
 * Null without a bot on either.
 */
export async function botLink(config: Config, code: string): Promise<string | null> {
  const telegram = telegramClient(config);
  if (telegram) return invitationLink(await lookUpAccount(telegram), code);
  const zalo = zaloBotClient(config);
  return zalo && chatLink(await lookUpZaloBot(zalo));
}

/** Signs an account in to Zalo by a QR code. */
export function zaloQrLogin(config: Config, events: QrEvents): Promise<QrOutcome> {
  return loginByQr(config.ZALO_GATEWAY_URL ? { gatewayUrl: config.ZALO_GATEWAY_URL } : {}, events);
}
