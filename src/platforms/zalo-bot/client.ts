/**
 * The official Zalo Bot API, https://bot.zaloplatforms.com/docs: POST JSON to ROOT/bot<TOKEN>/<method>. Every call has
 * a time limit and fails with one of the two errors of errors.ts.
 */

import { ApiUnreachable } from '../shared/api-unreachable.ts';
import { readAtMost } from '../shared/read-at-most.ts';
import type { ReadFile } from '../shared/zalo-download.ts';
import { type Answer, ApiRefusal, apiErrorOf } from './errors.ts';

type Nothing = Record<string, never>;

export interface MeJson {
  /** A long number, as text. */
  id?: string | number;
  /** "bot.VDKyGxQvc". */
  account_name?: string;
  /** "Bot Nhắc Hạn", as people see it. Answered, though the documentation leaves it out. */
  display_name?: string;
  /** "BASIC": the free plan. */
  account_type?: string;
  can_join_groups?: boolean;
}

export interface SentJson {
  message_id?: string | number;
}

/** The methods, what each takes and what it answers. Nothing of an answer is certain: any field may be missing. */
interface Methods {
  getMe: [payload: Nothing, result: MeJson];
  /** One update, not a list; inbound.ts reads it. */
  getUpdates: [payload: { timeout: number }, result: unknown];
  setWebhook: [
    payload: { url: string; secret_token: string },
    /** Zalo tries the address at once. */
    result: { verification?: { ok?: boolean; outcome?: string; hint?: string } },
  ];
  deleteWebhook: [payload: Nothing, result: { url?: string }];
  getWebhookInfo: [payload: Nothing, result: { url?: string }];
  /** 1 to 2,000 characters. */
  sendMessage: [payload: { chat_id: string; text: string }, result: SentJson];
  /** `photo` is an address that Zalo fetches. */
  sendPhoto: [payload: { chat_id: string; photo: string; caption?: string }, result: SentJson];
  sendChatAction: [payload: { chat_id: string; action: 'typing' }, result: Nothing];
}

export interface CallLimits {
  /** Aborting it ends the call. */
  signal?: AbortSignal;
  timeoutMs?: number;
}

export interface BotClient {
  /** @throws {ApiRefusal | ApiUnreachable} */
  call<M extends keyof Methods>(
    method: M,
    payload: Methods[M][0],
    limits?: CallLimits,
  ): Promise<Methods[M][1]>;
  readFile: ReadFile;
}

export interface ClientOptions {
  token: string;
  /** Another server than Zalo's own, "https://host/path". */
  apiRoot?: string;
  callTimeoutMs?: number;
  /** Carries every request; another one may lead through a gateway. */
  fetch?: typeof globalThis.fetch;
}

const OFFICIAL_ROOT = 'https://bot-api.zaloplatforms.com';
const CALL_TIMEOUT_MS = 20_000;
/** A photo over a poor line. */
const FILE_TIMEOUT_MS = 120_000;
/** An answer is a few hundred bytes, an update a few thousand. */
const ANSWER_BYTES = 1024 * 1024;

export function createClient(options: ClientOptions): BotClient {
  const { token, callTimeoutMs = CALL_TIMEOUT_MS, fetch = globalThis.fetch } = options;
  const root = (options.apiRoot ?? OFFICIAL_ROOT).replace(/\/+$/, '');

  return {
    async call(method, payload, { signal, timeoutMs = callTimeoutMs } = {}) {
      const timeout = AbortSignal.timeout(timeoutMs);
      try {
        const response = await fetch(`${root}/bot${token}/${method}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(payload),
          // Whoever is sent elsewhere would take the token along.
          redirect: 'error',
          signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
        });
        const answer = answerIn(await readAtMost(response.body, ANSWER_BYTES));
        // A refusal may come with HTTP 200, and a proxy's error with any status: only `ok` tells.
        if (!answer) throw new ApiUnreachable(`${method}: HTTP ${response.status}, unreadable`, true);
        if (!answer.ok) throw new ApiRefusal(method, answer, token);
        return answer.result ?? {};
      } catch (error) {
        throw apiErrorOf(method, error, token);
      }
    },
    async readFile(url, maxBytes) {
      // The host is one of Zalo's; where it might redirect to is anybody's.
      const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(FILE_TIMEOUT_MS) });
      if (!response.ok) {
        await response.body?.cancel();
        throw new Error(`file: HTTP ${response.status}`);
      }
      return readAtMost(response.body, maxBytes);
    },
  };
}

function answerIn(body: Buffer): Answer | null {
  try {
    const answer: unknown = JSON.parse(body.toString());
    const isAnswer = typeof answer === 'object' && answer !== null && 'ok' in answer;
    return isAnswer && typeof answer.ok === 'boolean' ? (answer as Answer) : null;
  } catch {
    return null;
  }
}
