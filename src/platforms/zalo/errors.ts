/**
 * What a failed call to Zalo means. zca-js throws its ZaloApiError with a code where Zalo refused, the same error
 * without a code for almost everything else, and whatever the fetch given to it throws. Two errors replace them,
 * because only two things matter: Zalo said no, or nobody knows what Zalo did.
 */
import { DeliveryError, type DeliveryFailure } from '../../services/ports/messenger.ts';
import { fetchFailure } from '../shared/fetch-failure.ts';

/** Zalo answered, and refused. */
export class ZaloRefusal extends Error {
  override readonly name = 'ZaloRefusal';
  readonly code: number;

  constructor(what: string, code: number, words: string) {
    super(`${what}: ${code} ${words}`);
    this.code = code;
  }

  /** The account has been signed out: only a new QR login helps. */
  get isSessionOver(): boolean {
    return SESSION_OVER.has(this.code);
  }

  /** The message is too long, or has too many styles: shorter and plainer it may be taken. */
  get isTooMuch(): boolean {
    return TOO_MUCH.has(this.code) || TOO_LONG.test(this.message);
  }

  /** Nobody has written down what it means, and its words do not tell. */
  get isUnknown(): boolean {
    return !this.isSessionOver && meaningOf(this) === null;
  }
}

/** No answer, or none that can be read. */
export class ZaloUnreachable extends Error {
  override readonly name = 'ZaloUnreachable';
  /** Whether Zalo may have done what was asked: false when no connection came about. */
  readonly mayHaveArrived: boolean;

  constructor(message: string, mayHaveArrived: boolean, options?: ErrorOptions) {
    super(message, options);
    this.mayHaveArrived = mayHaveArrived;
  }
}

export type ZaloError = ZaloRefusal | ZaloUnreachable;

/** Reported by users of the library; Zalo documents none of its codes. The same words have been seen under several. */
const SESSION_OVER = new Set([102, 600]);
/** The account may not write to people who are not its friends: 122 by their settings, 123 and 127 by Zalo's. */
const STRANGER = new Set([122, 123, 127]);
const STRANGER_WORDS = /không thể nhận tin nhắn|không nhận tin nhắn từ người lạ|chặn không nhận/i;
/** 221: too many requests. -69: the limit of retries. */
const TOO_OFTEN = new Set([221, -69]);
const TOO_OFTEN_WORDS = /(vượt )?quá (số|nhiều) (lần|yêu cầu|request)|too many|retry limit|limit exceeded/i;
/** "Tham số không hợp lệ", and what cannot be made shorter. */
const WRONG_MESSAGE = 114;
const TOO_MUCH = new Set([112, 118]);
const TOO_LONG = /quá dài|too long/i;
/** Told apart by words only: "không phải là thành viên của nhóm", "nhóm này không tồn tại", "nhóm đã giải tán". */
const GROUP_GONE = /thành viên|nhóm.*(không tồn tại|giải tán)|rời (khỏi )?nhóm/i;

/** The library asks nobody for these: the kind of file is forbidden, or it is too large. */
const UNACCEPTABLE_FILE = /is not allowed|exceed maximum/;
const UNACCEPTABLE_FILE_CODE = WRONG_MESSAGE;

/** Users report that Zalo counts by the hour. */
const TOO_MANY_RETRY_MS = 15 * 60_000;
const TOO_OFTEN_FAILURE: DeliveryFailure = { kind: 'temporary', retryAfterMs: TOO_MANY_RETRY_MS };
/** Somebody will scan a new code. */
const SIGNED_OUT: DeliveryFailure = { kind: 'out-of-service', retryAfterMs: 5 * 60_000 };

/** Nothing was tried: it fails again or not within moments, and counts for nothing. */
const NOT_NOW: DeliveryFailure = { kind: 'temporary', retryAfterMs: 5_000 };

export function zaloErrorOf(what: string, thrown: unknown): ZaloError {
  if (thrown instanceof ZaloRefusal || thrown instanceof ZaloUnreachable) return thrown;
  const error = thrown instanceof Error ? thrown : new Error(String(thrown));
  const code = 'code' in error && typeof error.code === 'number' ? error.code : null;
  if (code !== null) return new ZaloRefusal(what, code, error.message);
  if (UNACCEPTABLE_FILE.test(error.message)) {
    return new ZaloRefusal(what, UNACCEPTABLE_FILE_CODE, error.message);
  }
  return new ZaloUnreachable(`${what}: ${error.message}`, true, { cause: error });
}

/** A fetch that failed. Nothing of the address but host and path: the rest holds parameters. */
export function fetchErrorOf(what: string, thrown: unknown): ZaloUnreachable {
  const { words, mayHaveArrived } = fetchFailure(thrown);
  return new ZaloUnreachable(`${what}: ${words}`, mayHaveArrived);
}

/** What became of a message. A failure that is not one of the two above is not understood: unknown. */
export function deliveryErrorOf(error: unknown): DeliveryError {
  const cause = error instanceof Error ? error : new Error(String(error));
  const isThrottled = error instanceof ZaloRefusal && TOO_OFTEN.has(error.code);
  return new DeliveryError(failureOf(error), cause.message, { cause, isThrottled });
}

function failureOf(error: unknown): DeliveryFailure {
  if (error instanceof ZaloUnreachable) return { kind: error.mayHaveArrived ? 'unknown' : 'temporary' };
  if (!(error instanceof ZaloRefusal)) return { kind: 'unknown' };
  if (error.isSessionOver) return SIGNED_OUT;
  return meaningOf(error) ?? { kind: 'unknown' };
}

/** By the code, and where that is not known by the words. */
function meaningOf(refusal: ZaloRefusal): DeliveryFailure | null {
  const { code, message } = refusal;
  if (TOO_OFTEN.has(code)) return TOO_OFTEN_FAILURE;
  if (STRANGER.has(code)) return { kind: 'permanent', reason: 'stranger' };
  if (GROUP_GONE.test(message)) return { kind: 'permanent', reason: 'chat-gone' };
  if (code === WRONG_MESSAGE || refusal.isTooMuch) return { kind: 'permanent', reason: 'refused' };
  if (STRANGER_WORDS.test(message)) return { kind: 'permanent', reason: 'stranger' };
  return TOO_OFTEN_WORDS.test(message) ? TOO_OFTEN_FAILURE : null;
}

/** Nothing can be sent before the next login; `needsPerson`: and that is one by QR code. */
export function notSignedIn(needsPerson: boolean): DeliveryError {
  return new DeliveryError(
    needsPerson ? SIGNED_OUT : NOT_NOW,
    needsPerson ? 'Zalo is signed out: run `nhachan zalo-login`' : 'Zalo is not signed in now',
  );
}

/** The line is being opened anew, and tells when a file has been taken. */
export function notListening(): DeliveryError {
  return new DeliveryError(NOT_NOW, 'Zalo takes files only while the account listens');
}

/** Zalo drops what an account sends too fast without a word: it answers, but with no message id. */
export function droppedSilently(): DeliveryError {
  return new DeliveryError(
    { kind: 'temporary', retryAfterMs: TOO_MANY_RETRY_MS },
    'Zalo answered without a message id: the account may be sending too much',
    { isThrottled: true },
  );
}
