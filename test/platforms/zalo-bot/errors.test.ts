import { describe, expect, test } from 'vitest';
import { ApiUnreachable } from '../../../src/platforms/shared/api-unreachable.ts';
import { ApiRefusal, apiErrorOf, deliveryErrorOf } from '../../../src/platforms/zalo-bot/errors.ts';

const TOKEN = '123:secret';

function refusal(error_code: number, description: string, retry_after?: number) {
  const parameters = retry_after === undefined ? {} : { parameters: { retry_after } };
  return new ApiRefusal('sendMessage', { ok: false, error_code, description, ...parameters }, TOKEN);
}

describe('Zalo refused', () => {
  const blocked = { kind: 'permanent', reason: 'blocked' };
  const gone = { kind: 'permanent', reason: 'chat-gone' };
  const never = { kind: 'permanent', reason: 'never-started' };
  const refused = { kind: 'permanent', reason: 'refused' };
  const token = { kind: 'temporary', retryAfterMs: 300_000 };
  test.each<[number, string, object]>([
    [403, 'Bot was blocked by the user', blocked],
    [403, 'Người dùng đã chặn Bot', blocked],
    [403, 'Bot is not a member of the group', blocked],
    [403, 'Forbidden', blocked],
    [403, 'User has not interacted with the bot', never],
    [400, 'Người dùng chưa từng nhắn tin cho Bot', never],
    [400, 'chat_id not found', gone],
    [404, 'Chat not found', gone],
    [400, 'Nhóm không tồn tại', gone],
    [400, 'Bad request', refused],
    [400, 'text is too long', refused],
    // The documentation's own words for 403.
    [403, 'Internal server error', { kind: 'temporary' }],
    [403, '', { kind: 'temporary' }],
    [401, 'Unauthorized', { kind: 'out-of-service', retryAfterMs: 300_000 }],
    [404, 'Not found', token],
    [429, 'Quota exceeded', { kind: 'temporary' }],
    [500, 'Internal', { kind: 'temporary' }],
    [408, 'Request timeout', { kind: 'unknown' }],
    [-69, 'Có lỗi xảy ra', { kind: 'unknown' }],
  ])('%i %s', (code, description, failure) => {
    expect(deliveryErrorOf(refusal(code, description)).failure).toEqual(failure);
  });

  test('and said when to come again', () => {
    expect(deliveryErrorOf(refusal(429, 'Quota exceeded', 5)).failure).toEqual({
      kind: 'temporary',
      retryAfterMs: 5_000,
    });
  });

  test('what a person can do about it is said', () => {
    expect(refusal(401, 'Unauthorized').message).toMatch(/ZALO_BOT_TOKEN/);
    expect(refusal(429, 'Quota exceeded').message).toMatch(/3,000 messages a month/);
  });
});

describe('nobody knows what Zalo did', () => {
  const broken = (code: string, message = 'request failed') =>
    new TypeError('fetch failed', { cause: Object.assign(new Error(message), { code }) });

  test.each([
    ['ECONNREFUSED', 'temporary'],
    ['ENOTFOUND', 'temporary'],
    ['EAI_AGAIN', 'temporary'],
    ['UND_ERR_CONNECT_TIMEOUT', 'temporary'],
    ['CERT_HAS_EXPIRED', 'temporary'],
    ['ECONNRESET', 'unknown'],
    ['UND_ERR_SOCKET', 'unknown'],
    ['', 'unknown'],
  ])('%s is %s', (code, kind) => {
    const error = apiErrorOf('sendMessage', broken(code), TOKEN);
    expect(error).toBeInstanceOf(ApiUnreachable);
    expect(deliveryErrorOf(error).failure).toEqual({ kind });
  });

  test('a time limit, a bug, a thrown word', () => {
    const late = new DOMException('The operation was aborted due to timeout', 'TimeoutError');
    for (const thrown of [late, new TypeError('x'), 'x']) {
      expect(deliveryErrorOf(apiErrorOf('sendMessage', thrown, TOKEN)).failure).toEqual({ kind: 'unknown' });
    }
    expect(deliveryErrorOf(new TypeError('x')).failure).toEqual({ kind: 'unknown' });
  });
});

test('the token appears in no message and no stack', () => {
  const address = `https://bot-api.zaloplatforms.com/bot${TOKEN}/sendMessage`;
  const errors = [
    apiErrorOf('sendMessage', new TypeError(`Failed to parse URL from ${address}`), TOKEN),
    apiErrorOf('sendMessage', new TypeError('fetch failed', { cause: new Error(address) }), TOKEN),
    refusal(404, `No ${address}`),
  ];
  for (const error of errors) {
    expect(error.message).toMatch(/\[token\]/);
    const delivery = deliveryErrorOf(error);
    expect(`${error.message}${error.stack}${delivery.message}${delivery.stack}`).not.toContain(TOKEN);
  }
});
