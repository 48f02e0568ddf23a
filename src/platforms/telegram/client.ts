/**
 * The Bot API through telegraf, and the only file that imports it. Every call has a time limit and fails with one of
 * the two errors of errors.ts.
 */
import { Input, Telegram } from 'telegraf';
import type { Telegram as BotApi, Opts } from 'telegraf/types';
import { FileTooLarge, readAtMost } from '../shared/read-at-most.ts';
import { ApiRefusal, apiErrorOf } from './errors.ts';

export type {
  CallbackQuery,
  ChatMemberUpdated,
  Message,
  MessageEntity,
  MessageReactionUpdated,
  Opts,
  Update,
  UserFromGetMe,
} from 'telegraf/types';

type Method = keyof BotApi;
/** telegraf types its signal by an older shim of the platform's own, which it accepts all the same. */
type CallSignal = NonNullable<Parameters<Telegram['callApi']>[2]>['signal'];

export interface CallLimits {
  /** Aborting it ends the call. */
  signal?: AbortSignal;
  timeoutMs?: number;
}

export interface TelegramClient {
  /** @throws {ApiRefusal | ApiUnreachable} */
  call<M extends Method>(method: M, payload: Opts<M>, limits?: CallLimits): Promise<ReturnType<BotApi[M]>>;
  /**
   * The bytes at the path that getFile told, at most `maxBytes` of them.
   * @throws {FileTooLarge | ApiRefusal | ApiUnreachable}
   */
  readFile(filePath: string, maxBytes: number): Promise<Uint8Array>;
}

export interface ClientOptions {
  token: string;
  /** Another server than Telegram's own, "https://host/path". */
  apiRoot?: string;
  callTimeoutMs?: number;
}

const OFFICIAL_ROOT = 'https://api.telegram.org';
const CALL_TIMEOUT_MS = 20_000;
/** 20 MB, the most the Bot API hands out, over a poor line. */
const FILE_TIMEOUT_MS = 120_000;
/** For a call that carries a file. */
export const UPLOAD_LIMITS: CallLimits = { timeoutMs: FILE_TIMEOUT_MS };

/** A file in a payload: the call then goes out as multipart/form-data. */
export function inputFile(name: string, bytes: Uint8Array) {
  return Input.fromBuffer(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), name);
}

export function createClient(options: ClientOptions): TelegramClient {
  const { token, callTimeoutMs = CALL_TIMEOUT_MS } = options;
  // telegraf resolves "./bot<token>/<method>" against the root: without the slash it would drop the root's path.
  const apiRoot = `${(options.apiRoot ?? OFFICIAL_ROOT).replace(/\/+$/, '')}/`;
  // A call answered in the webhook's response reports no failure and no message id.
  const telegram = new Telegram(token, { apiRoot, webhookReply: false });

  return {
    async call(method, payload, { signal, timeoutMs = callTimeoutMs } = {}) {
      try {
        return await within(timeoutMs, signal, (limit) =>
          telegram.callApi(method, payload, { signal: limit as CallSignal }),
        );
      } catch (error) {
        throw apiErrorOf(method, error, token);
      }
    },
    async readFile(filePath, maxBytes) {
      const url = new URL(`./file/bot${token}/${filePath}`, apiRoot);
      try {
        return await within(FILE_TIMEOUT_MS, undefined, (limit) => readUrl(url, maxBytes, limit));
      } catch (error) {
        if (error instanceof FileTooLarge || error instanceof ApiRefusal) throw error;
        // fetch says no more than "fetch failed" and hides the reason in the cause.
        const cause = error instanceof TypeError && error.cause ? error.cause : error;
        throw apiErrorOf('file', cause, token);
      }
    },
  };
}

async function within<T>(
  timeoutMs: number,
  stop: AbortSignal | undefined,
  work: (limit: AbortSignal) => Promise<T>,
): Promise<T> {
  const limit = new AbortController();
  const abort = () => limit.abort();
  const timer = setTimeout(abort, timeoutMs);
  stop?.addEventListener('abort', abort);
  if (stop?.aborted) abort();
  try {
    return await work(limit.signal);
  } finally {
    clearTimeout(timer);
    stop?.removeEventListener('abort', abort);
  }
}

async function readUrl(url: URL, maxBytes: number, signal: AbortSignal): Promise<Uint8Array> {
  const response = await fetch(url, { signal });
  if (!response.ok || !response.body) {
    await response.body?.cancel();
    throw new ApiRefusal('file', { error_code: response.status, description: response.statusText });
  }
  return readAtMost(response.body, maxBytes);
}
