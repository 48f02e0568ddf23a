/**
 * What a failed call to the Bot API means.
 *
 * telegraf throws three shapes: its TelegramError (`response` holds Telegram's answer, or a 5xx status without one),
 * node-fetch's FetchError (`type`, `code`), and an AbortError when a time limit or a stop cut the call. Two errors
 * replace them, because only two things matter: Telegram said no, or nobody knows what Telegram did.
 *
 * Replacing them also keeps secrets out of the log. telegraf hides the token in the message of a FetchError, but
 * neither in its stack nor in "invalid json response body at <URL>", and a TelegramError carries the whole payload.
 */
import { DeliveryError, type DeliveryFailure } from '../../services/ports/messenger.ts';
import { ApiUnreachable } from '../shared/api-unreachable.ts';
import { isBeforeSending } from '../shared/before-sending.ts';

/** Telegram answered, and refused. */
export class ApiRefusal extends Error {
  override readonly name = 'ApiRefusal';
  /** The Bot API's error_code, which follows HTTP. */
  readonly code: number;
  readonly description: string;
  readonly retryAfterMs: number | undefined;
  /** The id under which the group lives on. */
  readonly migratedTo: string | undefined;

  constructor(method: string, answer: Answer) {
    super(`${method}: ${answer.error_code} ${answer.description ?? ''}${advice(answer.error_code)}`);
    this.code = answer.error_code;
    this.description = answer.description ?? '';
    const { retry_after: retryAfter, migrate_to_chat_id: migratedTo } = answer.parameters ?? {};
    this.retryAfterMs = retryAfter === undefined ? undefined : retryAfter * 1000;
    this.migratedTo = migratedTo === undefined ? undefined : String(migratedTo);
  }

  /**
   * A revoked token answers 401, a mistyped one 404. It says nothing about the recipient, and an administrator will
   * mend it: were it permanent, every officer would be marked unreachable. Nothing mends within seconds, though.
   */
  get isTokenTrouble(): boolean {
    return isTokenTrouble(this.code);
  }
}

interface Answer {
  error_code: number;
  description?: string;
  parameters?: { retry_after?: number; migrate_to_chat_id?: number };
}

export function apiErrorOf(method: string, thrown: unknown, token: string): ApiRefusal | ApiUnreachable {
  const answer = answerIn(thrown);
  if (answer) return new ApiRefusal(method, answer);
  const error = thrown instanceof Error ? thrown : new Error(String(thrown));
  if (error.name === 'AbortError') return new ApiUnreachable(`${method}: no answer in time`, true);
  const code = 'code' in error ? String(error.code) : '';
  const words = error.message.replaceAll(token, '[token]') || code;
  return new ApiUnreachable(`${method}: ${words}`, !isBeforeSending(code));
}

/** What became of a message. A failure that is not one of the two above is not understood: unknown. */
export function deliveryErrorOf(error: unknown): DeliveryError {
  const cause = error instanceof Error ? error : new Error(String(error));
  const isThrottled = error instanceof ApiRefusal && error.code === 429;
  return new DeliveryError(failureOf(error), cause.message, { cause, isThrottled });
}

function failureOf(error: unknown): DeliveryFailure {
  if (error instanceof ApiUnreachable) return { kind: error.mayHaveArrived ? 'unknown' : 'temporary' };
  if (!(error instanceof ApiRefusal)) return { kind: 'unknown' };
  if (error.migratedTo !== undefined) return { kind: 'moved', to: error.migratedTo };
  if (error.code === 429) return { kind: 'temporary', retryAfterMs: error.retryAfterMs ?? 30_000 };
  if (error.code >= 500) return { kind: 'temporary' };
  if (TOPIC_GONE.test(error.description)) return { kind: 'topic-gone' };
  if (error.isTokenTrouble) return { kind: 'out-of-service', retryAfterMs: TOKEN_RETRY_MS };
  return { kind: 'permanent', reason: reasonFor(error) };
}

type PermanentReason = Extract<DeliveryFailure, { kind: 'permanent' }>['reason'];

const TOPIC_GONE = /message thread not found|TOPIC_DELETED|TOPIC_CLOSED/i;

/** The Bot API tells these apart by words only; they are the server's own, fixed for years. */
const REASONS: [RegExp, PermanentReason][] = [
  [/can't initiate conversation/i, 'never-started'],
  [/user is deactivated|group chat was (deleted|deactivated|upgraded)/i, 'chat-gone'],
  [/chat not found|chat_id is empty|PEER_ID_INVALID/i, 'chat-gone'],
  [/blocked by the user|was kicked|not a member/i, 'blocked'],
  [/not enough rights|no rights|CHAT_WRITE_FORBIDDEN|CHAT_RESTRICTED/i, 'blocked'],
];

function reasonFor({ code, description }: ApiRefusal): PermanentReason {
  const known = REASONS.find(([words]) => words.test(description));
  if (known) return known[1];
  return code === 403 ? 'blocked' : 'refused';
}

function isTokenTrouble(code: number): boolean {
  return code === 401 || code === 404;
}

const TOKEN_RETRY_MS = 5 * 60_000;

function advice(code: number): string {
  if (isTokenTrouble(code)) return '. Check TELEGRAM_BOT_TOKEN against the one @BotFather shows';
  if (code === 409) return '. Another process receives for this bot: stop it, or give it a token of its own';
  return '';
}

function answerIn(thrown: unknown): Answer | null {
  if (!(thrown instanceof Error) || !('response' in thrown)) return null;
  const answer = thrown.response as Partial<Answer> | null;
  return typeof answer?.error_code === 'number' ? (answer as Answer) : null;
}
