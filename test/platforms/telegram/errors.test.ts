import { TelegramError } from 'telegraf';
import { describe, expect, test } from 'vitest';
import { ApiUnreachable } from '../../../src/platforms/shared/api-unreachable.ts';
import { ApiRefusal, apiErrorOf, deliveryErrorOf } from '../../../src/platforms/telegram/errors.ts';

const TOKEN = '123:secret';

function refusal(code: number, description: string, parameters?: object) {
  const answer = { error_code: code, description, ...(parameters && { parameters }) };
  return apiErrorOf('sendMessage', new TelegramError(answer, { payload: 'Việc riêng' }), TOKEN);
}

function broken(code: string, message = 'request failed') {
  return apiErrorOf('sendMessage', Object.assign(new Error(message), { name: 'FetchError', code }), TOKEN);
}

describe('Telegram refused', () => {
  const blocked = { kind: 'permanent', reason: 'blocked' };
  const gone = { kind: 'permanent', reason: 'chat-gone' };
  const refused = { kind: 'permanent', reason: 'refused' };
  test.each<[number, string, object | undefined, object]>([
    [403, 'Forbidden: bot was blocked by the user', undefined, blocked],
    [
      403,
      "Forbidden: bot can't initiate conversation with a user",
      undefined,
      { kind: 'permanent', reason: 'never-started' },
    ],
    [403, 'Forbidden: user is deactivated', undefined, gone],
    [403, 'Forbidden: the group chat was deleted', undefined, gone],
    [403, 'Forbidden: bot was kicked from the supergroup chat', undefined, blocked],
    [403, 'Forbidden: bot is not a member of the supergroup chat', undefined, blocked],
    [403, 'Forbidden: something new', undefined, blocked],
    [400, 'Bad Request: chat not found', undefined, gone],
    [400, 'Bad Request: message thread not found', undefined, { kind: 'topic-gone' }],
    [400, 'Bad Request: TOPIC_CLOSED', undefined, { kind: 'topic-gone' }],
    [400, 'Bad Request: CHAT_WRITE_FORBIDDEN', undefined, blocked],
    [400, 'Bad Request: message is too long', undefined, refused],
    [400, "Bad Request: can't parse entities: Unsupported start tag", undefined, refused],
    [
      400,
      'Bad Request: group chat was upgraded to a supergroup chat',
      { migrate_to_chat_id: -1001234567890 },
      { kind: 'moved', to: '-1001234567890' },
    ],
    [413, 'Request Entity Too Large', undefined, refused],
    [429, 'Too Many Requests: retry after 5', { retry_after: 5 }, { kind: 'temporary', retryAfterMs: 5_000 }],
    [429, 'Too Many Requests', undefined, { kind: 'temporary', retryAfterMs: 30_000 }],
    [500, 'Internal Server Error', undefined, { kind: 'temporary' }],
    [504, 'Gateway Timeout', undefined, { kind: 'temporary' }],
    [401, 'Unauthorized', undefined, { kind: 'out-of-service', retryAfterMs: 300_000 }],
    [404, 'Not Found', undefined, { kind: 'out-of-service', retryAfterMs: 300_000 }],
  ])('%i %s', (code, description, parameters, failure) => {
    const error = refusal(code, description, parameters);
    expect(error).toBeInstanceOf(ApiRefusal);
    expect(deliveryErrorOf(error).failure).toEqual(failure);
  });

  test('a refused token says where to look', () => {
    expect(refusal(401, 'Unauthorized').message).toMatch(/TELEGRAM_BOT_TOKEN/);
  });
});

describe('nobody knows what Telegram did', () => {
  test.each([
    ['ECONNREFUSED', 'temporary'],
    ['ENOTFOUND', 'temporary'],
    ['EAI_AGAIN', 'temporary'],
    ['ENETUNREACH', 'temporary'],
    ['CERT_HAS_EXPIRED', 'temporary'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'temporary'],
    ['ECONNRESET', 'unknown'],
    ['ETIMEDOUT', 'unknown'],
    ['EPIPE', 'unknown'],
    ['ERR_STREAM_PREMATURE_CLOSE', 'unknown'],
    ['', 'unknown'],
  ])('%s is %s', (code, kind) => {
    const error = broken(code);
    expect(error).toBeInstanceOf(ApiUnreachable);
    expect(deliveryErrorOf(error).failure).toEqual({ kind });
  });

  test('an abort, an answer without a code, a bug, a thrown word', () => {
    const abort = Object.assign(new Error('The user aborted a request.'), { name: 'AbortError' });
    const empty = new TelegramError({} as ConstructorParameters<typeof TelegramError>[0]);
    for (const thrown of [abort, empty, new TypeError('x'), 'x']) {
      expect(deliveryErrorOf(apiErrorOf('sendMessage', thrown, TOKEN)).failure).toEqual({ kind: 'unknown' });
    }
    expect(deliveryErrorOf(new TypeError('x')).failure).toEqual({ kind: 'unknown' });
  });

  test('the token appears in no message and no stack', () => {
    const error = broken(
      '',
      `invalid json response body at https://api.telegram.org/bot${TOKEN}/sendMessage`,
    );
    expect(error.message).toMatch(/invalid json response body/);
    expect(`${error.message}${error.stack}`).not.toContain(TOKEN);
  });
});
