/** The stand-in itself, spoken to as any Bot API client would: everything else is tested on it. */
import { describe, expect, test } from 'vitest';
import type { UpdateJson } from '../../support/telegram/json.ts';
import type { TelegramStandIn } from '../../support/telegram/stand-in.ts';
import { standIn } from './running-bot.ts';

async function call(telegram: TelegramStandIn, method: string, parameters: object = {}) {
  const response = await fetch(`${telegram.url}/bot${telegram.token}/${method}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(parameters),
  });
  return (await response.json()) as {
    ok: boolean;
    result?: unknown;
    error_code?: number;
    description?: string;
    parameters?: object;
  };
}

async function updates(telegram: TelegramStandIn, parameters: object = {}) {
  const { result } = await call(telegram, 'getUpdates', parameters);
  return result as UpdateJson[];
}

const texts = (list: UpdateJson[]) => list.map(({ message }) => message?.text);

describe('updates', () => {
  test('are kept until a higher offset is asked for', async () => {
    const telegram = await standIn();
    const lan = telegram.person('Lan');
    lan.startBot();
    lan.says('một');
    lan.says('hai');
    const all = await updates(telegram);
    expect(texts(all)).toEqual(['/start', 'một', 'hai']);
    expect(texts(await updates(telegram))).toEqual(['/start', 'một', 'hai']);
    expect(texts(await updates(telegram, { limit: 2 }))).toEqual(['/start', 'một']);
    expect(texts(await updates(telegram, { offset: (all[0]?.update_id ?? 0) + 1 }))).toEqual(['một', 'hai']);
    expect(texts(await updates(telegram, { offset: -1 }))).toEqual(['hai']);
    expect(texts(await updates(telegram))).toEqual(['hai']);
  });

  test('an offset from the far future is not believed', async () => {
    const telegram = await standIn();
    telegram.person('Lan').startBot();
    expect(await updates(telegram, { offset: 2_000_000_000 })).toHaveLength(1);
  });

  test('a long poll answers as soon as something happens, or after its time', async () => {
    const telegram = await standIn();
    const lan = telegram.person('Lan');
    const waiting = updates(telegram, { timeout: 30 });
    await telegram.polled();
    lan.startBot();
    expect(await waiting).toHaveLength(1);
    expect(await updates(telegram, { offset: -1 })).toHaveLength(1);
    const next = telegram.world.updates.nextId;
    expect(await updates(telegram, { offset: next, timeout: 0.01 })).toEqual([]);
  });

  test('only the kinds asked for, from the next one on', async () => {
    const telegram = await standIn();
    const lan = telegram.person('Lan');
    lan.startBot();
    await updates(telegram, { allowed_updates: ['my_chat_member'] });
    lan.says('một');
    lan.blocks();
    expect((await updates(telegram)).map((update) => Object.keys(update)[1])).toEqual([
      'message',
      'my_chat_member',
    ]);
  });

  test('a second poll ends the first one, a webhook forbids both', async () => {
    const telegram = await standIn();
    const first = call(telegram, 'getUpdates', { timeout: 30 });
    await telegram.polled();
    const second = call(telegram, 'getUpdates', { timeout: 30 });
    expect(await first).toMatchObject({
      ok: false,
      error_code: 409,
      description: expect.stringMatching(/terminated by other getUpdates/),
    });
    await telegram.polled();
    await call(telegram, 'setWebhook', { url: 'http://127.0.0.1:9/' });
    expect(await second).toMatchObject({ error_code: 409 });
    expect(await call(telegram, 'getUpdates')).toMatchObject({
      error_code: 409,
      description: expect.stringMatching(/webhook is active/),
    });
    await call(telegram, 'deleteWebhook');
    expect(await call(telegram, 'getUpdates')).toMatchObject({ ok: true });
  });

  test('a webhook wants a proper address and a proper secret, and tells of its failures', async () => {
    const telegram = await standIn();
    expect(await call(telegram, 'setWebhook', { url: 'nhachan.example' })).toMatchObject({ error_code: 400 });
    expect(
      await call(telegram, 'setWebhook', { url: 'https://a.example', secret_token: 'bí mật' }),
    ).toMatchObject({ error_code: 400 });
    telegram.person('Lan').startBot();
    await call(telegram, 'setWebhook', { url: 'http://127.0.0.1:9/' });
    await telegram.until(() => telegram.world.updates.webhookError ?? undefined, 'a failed delivery');
    expect(await call(telegram, 'getWebhookInfo')).toMatchObject({
      result: { url: 'http://127.0.0.1:9/', pending_update_count: 1, last_error_message: expect.any(String) },
    });
  });
});

describe('sendMessage', () => {
  test.each<[string, object, string]>([
    ['no words', { text: ' ' }, 'message text is empty'],
    ['too many', { text: 'x'.repeat(4_097) }, 'message is too long'],
    [
      'an unknown tag',
      { text: '<h1>x</h1>', parse_mode: 'HTML' },
      'can\'t parse entities: Unsupported start tag "h1" at byte offset 0',
    ],
    [
      'an open tag',
      { text: '<b>x', parse_mode: 'HTML' },
      'can\'t parse entities: Can\'t find end tag corresponding to start tag "b"',
    ],
    [
      'crossed tags',
      { text: 'ệ<b><i>x</b></i>', parse_mode: 'HTML' },
      'can\'t parse entities: Unmatched end tag at byte offset 10, expected "</i>", found "</b>"',
    ],
    [
      'a stray end',
      { text: 'x</b>', parse_mode: 'HTML' },
      "can't parse entities: Unexpected end tag at byte offset 1",
    ],
    [
      'a bare <',
      { text: 'a < b', parse_mode: 'HTML' },
      "can't parse entities: Unclosed start tag at byte offset 2",
    ],
    ['another mode', { text: 'x', parse_mode: 'BBCode' }, 'unsupported parse_mode'],
    [
      'data of 65 bytes',
      { text: 'x', reply_markup: { inline_keyboard: [[{ text: 'a', callback_data: 'x'.repeat(65) }]] } },
      'BUTTON_DATA_INVALID',
    ],
    [
      'a button that does nothing',
      { text: 'x', reply_markup: { inline_keyboard: [[{ text: 'a' }]] } },
      'Text buttons are unallowed in the inline keyboard',
    ],
    [
      'a quote of nothing',
      { text: 'x', reply_parameters: { message_id: 99 } },
      'message to be replied not found',
    ],
    ['a topic in a private chat', { text: 'x', message_thread_id: 5 }, 'message thread not found'],
  ])('refuses %s', async (_, parameters, words) => {
    const telegram = await standIn();
    const lan = telegram.person('Lan');
    lan.startBot();
    expect(await call(telegram, 'sendMessage', { chat_id: lan.id, ...parameters })).toEqual({
      ok: false,
      error_code: 400,
      description: `Bad Request: ${words}`,
    });
    telegram.nothingElse();
  });

  test('reads tags and escapes', async () => {
    const telegram = await standIn();
    const lan = telegram.person('Lan');
    lan.startBot();
    const text = '<b>A &amp; <i>B</i></b> &lt;c&gt; &#7879; &nbsp; <a href="https://a.example">d</a>';
    await call(telegram, 'sendMessage', { chat_id: String(lan.id), text, parse_mode: 'HTML' });
    const message = await lan.nextMessage();
    expect(message.text).toBe('A & B <c> ệ &nbsp; d');
    expect([message.passages('bold'), message.passages('italic'), message.passages('text_link')]).toEqual([
      ['A & B'],
      ['B'],
      ['d'],
    ]);
  });
});

describe('people and groups', () => {
  test('privacy mode', async () => {
    const telegram = await standIn();
    const lan = telegram.person('Lan');
    const group = telegram.group('Tổ một cửa', { members: [lan], kind: 'supergroup' });
    group.says(lan, 'xong 12');
    group.says(lan, '@nguoikhac xong 12');
    group.says(lan, '/viec@BotKhac');
    group.says(lan, '/viec');
    group.says(lan, '/viec@NhacHanThuBot');
    group.says(lan, 'nhờ @NhacHanThuBot ghi giúp');
    await call(telegram, 'sendMessage', { chat_id: group.id, text: 'Nhắc việc' });
    group.says(lan, 'xong', { replyTo: await group.nextMessage() });
    const seen = (await updates(telegram)).filter(({ message }) => message?.text !== undefined);
    expect(texts(seen)).toEqual(['/viec', '/viec@NhacHanThuBot', 'nhờ @NhacHanThuBot ghi giúp', 'xong']);
  });

  test('nobody writes to the bot before pressing Start, or while blocking it', async () => {
    const telegram = await standIn();
    const lan = telegram.person('Lan');
    expect(() => lan.says('xong')).toThrow(/pressing Start/);
    lan.startBot();
    lan.blocks();
    expect(() => lan.says('xong')).toThrow(/blocking/);
  });

  test('a message that nobody expected fails the test', async () => {
    const telegram = await standIn();
    const lan = telegram.person('Lan');
    lan.startBot();
    await call(telegram, 'sendMessage', { chat_id: lan.id, text: 'Thừa' });
    expect(() => telegram.nothingElse()).toThrow(/Lan received more than expected:\nThừa/);
    await expect(lan.nextMessage(/Thiếu/)).rejects.toThrow(/received:\nThừa/);
    telegram.nothingElse();
    await expect(lan.nextMessage(/Thiếu/, 10)).rejects.toThrow(/Waited 10 ms for a message to Lan/);
  });

  test('the token decides, and methods it does not know are not found', async () => {
    const telegram = await standIn();
    const stranger = await fetch(`${telegram.url}/bot1:wrong/getMe`);
    expect([stranger.status, await stranger.json()]).toEqual([
      401,
      { ok: false, error_code: 401, description: 'Unauthorized' },
    ]);
    expect(await call(telegram, 'sendDice')).toMatchObject({ error_code: 404 });
    expect(await call(telegram, 'getMe')).toMatchObject({
      result: { is_bot: true, username: 'NhacHanThuBot' },
    });
    telegram.revokesToken();
    expect(await call(telegram, 'getMe')).toMatchObject({ error_code: 401 });
  });
});
