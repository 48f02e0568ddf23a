/**
 * What a failed call to the Zalo Bot API means. Two errors, because only two things matter: Zalo said no, or nobody
 * knows what Zalo did. Neither holds the token, which is part of every address.
 *
 * The documentation lists codes (https://bot.zaloplatforms.com/docs/error-code) and not a word about people who block
 * the bot or have never written to it; what such a refusal says is guessed at by its words, in both languages.
 */
import { DeliveryError, type DeliveryFailure } from '../../services/ports/messenger.ts';
import { ApiUnreachable } from '../shared/api-unreachable.ts';
import { fetchFailure } from '../shared/fetch-failure.ts';

export interface Answer {
  ok: boolean;
  result?: unknown;
  error_code?: number;
  description?: string;
  parameters?: { retry_after?: number };
}

/** Zalo answered, and refused. */
export class ApiRefusal extends Error {
  override readonly name = 'ApiRefusal';
  /** 0 when Zalo gave none. */
  readonly code: number;
  readonly description: string;
  readonly retryAfterMs: number | undefined;

  get isTokenTrouble(): boolean {
    return this.code === WRONG_TOKEN;
  }

  constructor(method: string, answer: Answer, token: string) {
    const code = Number(answer.error_code) || 0;
    const description = String(answer.description ?? '').replaceAll(token, '[token]');
    super(`${method}: ${code} ${description}${advice(code)}`);
    this.code = code;
    this.description = description;
    const seconds = Number(answer.parameters?.retry_after);
    this.retryAfterMs = seconds > 0 ? seconds * 1000 : undefined;
  }
}

/** Nothing came while Zalo waited. */
export const IDLE = 408;
/** "Quota exceeded", for sending too fast and for having used up the month alike. */
export const QUOTA_EXCEEDED = 429;
/** Expired or mistyped, says the documentation. */
const WRONG_TOKEN = 401;
/** A wrong path, which the token is a part of: a mistyped one, or another server. */
const WRONG_PATH = 404;

export function apiErrorOf(method: string, thrown: unknown, token: string): ApiRefusal | ApiUnreachable {
  if (thrown instanceof ApiRefusal || thrown instanceof ApiUnreachable) return thrown;
  const { words, mayHaveArrived } = fetchFailure(thrown);
  return new ApiUnreachable(`${method}: ${words.replaceAll(token, '[token]')}`, mayHaveArrived);
}

/** So Zalo answers who asks about, or takes away, the webhook of a bot that never had one. */
export function isNoWebhook(error: unknown): boolean {
  return error instanceof ApiRefusal && (error.code === 400 || error.code === WRONG_PATH);
}

/** What became of a message. A failure that is not one of the two above is not understood: unknown. */
export function deliveryErrorOf(error: unknown): DeliveryError {
  const cause = error instanceof Error ? error : new Error(String(error));
  const isThrottled = error instanceof ApiRefusal && error.code === QUOTA_EXCEEDED;
  return new DeliveryError(failureOf(error), cause.message, { cause, isThrottled });
}

/** It says nothing about the recipient, and somebody will mend it; not within seconds, though. */
const TOKEN_RETRY_MS = 5 * 60_000;

const BLOCKED = /block|chặn|kicked|removed|not a member|không (phải )?là thành viên|rời (khỏi )?nhóm/i;
const NEVER_STARTED = /(not|never) (interacted|started|followed)|initiate|chưa (từng )?(tương tác|nhắn)/i;
const CHAT_GONE =
  /(chat|user|group|conversation|recipient)(_id)? (is )?(not found|invalid|deactivated|deleted)|(invalid|unknown) (chat|user|group|recipient)|không tồn tại|giải tán/i;
/** The documentation calls 403 an internal error; everywhere else it is a "no" to this recipient. */
const INTERNAL = /^$|internal|server error|nội bộ/i;

function failureOf(error: unknown): DeliveryFailure {
  if (error instanceof ApiUnreachable) return { kind: error.mayHaveArrived ? 'unknown' : 'temporary' };
  if (!(error instanceof ApiRefusal)) return { kind: 'unknown' };
  const { code, description } = error;
  if (code === QUOTA_EXCEEDED) {
    const { retryAfterMs } = error;
    return { kind: 'temporary', ...(retryAfterMs !== undefined && { retryAfterMs }) };
  }
  if (code === WRONG_TOKEN) return { kind: 'out-of-service', retryAfterMs: TOKEN_RETRY_MS };
  if (code >= 500) return { kind: 'temporary' };
  if (NEVER_STARTED.test(description)) return { kind: 'permanent', reason: 'never-started' };
  if (CHAT_GONE.test(description)) return { kind: 'permanent', reason: 'chat-gone' };
  if (BLOCKED.test(description)) return { kind: 'permanent', reason: 'blocked' };
  if (code === WRONG_PATH) return { kind: 'temporary', retryAfterMs: TOKEN_RETRY_MS };
  if (code === 403) {
    return INTERNAL.test(description) ? { kind: 'temporary' } : { kind: 'permanent', reason: 'blocked' };
  }
  if (code === 400 || code === 413) return { kind: 'permanent', reason: 'refused' };
  // Too late (408), or a code that nobody has written down.
  return { kind: 'unknown' };
}

function advice(code: number): string {
  if (code === WRONG_TOKEN || code === WRONG_PATH) {
    return '. Check ZALO_BOT_TOKEN against the one that Zalo Bot Manager sent';
  }
  if (code === QUOTA_EXCEEDED) {
    return '. Zalo takes no more for now: too much at once, or the plan is used up (the free one: 50 people, 3,000 messages a month)';
  }
  return '';
}
