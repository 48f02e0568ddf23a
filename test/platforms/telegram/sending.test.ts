import { describe, expect, test } from 'vitest';
import { DeliveryError, type OutboundMessage } from '../../../src/services/ports/messenger.ts';
import type { Fault } from '../../support/telegram/faults.ts';
import { type RunningBot, runBot, standIn } from './running-bot.ts';

/** What became of a message that was not delivered. */
async function failureOf(sending: Promise<unknown>) {
  const error = await sending.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(DeliveryError);
  return (error as DeliveryError).failure;
}

async function office() {
  const telegram = await standIn();
  const lan = telegram.person('Lan');
  lan.startBot();
  const bot = await runBot(telegram);
  const send = (message: Partial<OutboundMessage> & Pick<OutboundMessage, 'lines'>) =>
    bot.messenger.send({ chat: { id: String(lan.id) }, ...message });
  return { telegram, lan, bot, send };
}

describe('a message as the person sees it', () => {
  test('headings are bold, quiet lines italic, and no character of the text is taken for a tag', async () => {
    const { lan, send } = await office();
    const id = await send({
      lines: [
        { text: 'Quá hạn <gấp> & cần làm', style: 'heading' },
        { text: '', style: 'heading' },
        { text: '#12 Báo cáo "A & B" <b>không đậm</b> &lt; 5' },
        { text: 'Gõ: xong 12', style: 'quiet' },
      ],
    });
    const message = await lan.nextMessage();
    expect(message.text).toBe(
      'Quá hạn <gấp> & cần làm\n\n#12 Báo cáo "A & B" <b>không đậm</b> &lt; 5\nGõ: xong 12',
    );
    expect(message.passages('bold')).toEqual(['Quá hạn <gấp> & cần làm']);
    expect(message.passages('italic')).toEqual(['Gõ: xong 12']);
    expect(id).toBe(String(message.id));
  });

  test('links show no preview', async () => {
    const { telegram, send } = await office();
    await send({ lines: [{ text: 'https://example.org/bao-cao' }] });
    expect(telegram.callsOf('sendMessage')[0]?.parameters).toMatchObject({
      link_preview_options: { is_disabled: true },
    });
  });

  test('buttons in their rows, pressed and answered', async () => {
    const { lan, bot, send } = await office();
    const data = 'x'.repeat(64);
    await send({
      lines: [{ text: '#12 đã xong chưa?' }],
      buttons: [
        [
          { label: 'Xong', data: 'done:12' },
          { label: 'Chưa', data },
        ],
        [{ label: 'Xin gia hạn', data: 'ext:12' }],
      ],
    });
    const message = await lan.nextMessage();
    expect(message.buttons).toEqual([['Xong', 'Chưa'], ['Xin gia hạn']]);

    const press = lan.presses('Chưa');
    await bot.received(2);
    expect(bot.stored[1]).toMatchObject({
      platform: 'telegram',
      chat: { id: String(lan.id), kind: 'private' },
      from: { id: String(lan.id), name: 'Lan', language: 'vi' },
      event: { type: 'button', data, messageId: String(message.id) },
    });
    await press.answered();
  });

  test('a press that cannot be answered is stored all the same', async () => {
    const { telegram, lan, bot, send } = await office();
    await send({ lines: [{ text: '#12' }], buttons: [[{ label: 'Xong', data: 'done:12' }]] });
    telegram.breaks('answerCallbackQuery', { answers: 400, description: 'Bad Request: query is too old' });
    lan.presses('Xong');
    lan.says('xong 13');
    await bot.received(3);
    await telegram.everythingConfirmed();
  });

  test('a button whose data Telegram could not carry is a mistake of ours, and nothing is sent', async () => {
    const { telegram, send } = await office();
    const tooLong = 'ạ'.repeat(22);
    await expect(
      send({ lines: [{ text: '#12' }], buttons: [[{ label: 'Xong', data: tooLong }]] }),
    ).rejects.toThrow(/1 to 64 bytes, got 66/);
    await expect(
      send({ lines: [{ text: '#12' }], buttons: [[{ label: 'Xong', data: '' }]] }),
    ).rejects.toThrow(RangeError);
    expect(telegram.callsOf('sendMessage')).toEqual([]);
  });

  test('as long as the limit, however many characters had to be escaped; not longer', async () => {
    const { lan, bot, send } = await office();
    const { textLimit } = bot.messenger;
    await send({ lines: [{ text: '&'.repeat(textLimit - 2) }, { text: '<' }] });
    expect((await lan.nextMessage()).text).toHaveLength(4096);
    await expect(send({ lines: [{ text: 'x'.repeat(textLimit + 1) }] })).rejects.toThrow(/split it first/);
  });

  test('a quote, and the message alone when what it quotes is gone', async () => {
    const { lan, send } = await office();
    const asked = lan.says('tiến độ');
    await send({ lines: [{ text: '40%' }], replyToMessageId: String(asked.message_id) });
    await send({ lines: [{ text: '41%' }], replyToMessageId: '999' });
    expect((await lan.nextMessage()).quotedId).toBe(asked.message_id);
    expect((await lan.nextMessage()).quotedId).toBeUndefined();
  });

  test('in the topic it belongs to', async () => {
    const { telegram, lan, send } = await office();
    const group = telegram.group('UBND phường Hoa Sữa', { members: [lan], kind: 'forum' });
    const topic = group.opensTopic('Văn hoá - Xã hội');
    await send({
      chat: { id: String(group.id), threadId: String(topic.id) },
      lines: [{ text: 'Nhắc việc' }],
    });
    expect((await topic.nextMessage(/Nhắc việc/)).threadId).toBe(topic.id);
  });

  test('through an API below a path', async () => {
    const telegram = await standIn({ path: '/cong/telegram' });
    const lan = telegram.person('Lan');
    lan.startBot();
    const bot = await runBot(telegram);
    await bot.says(lan, 'Chào chị');
    await lan.nextMessage(/Chào chị/);
  });
});

describe('a message that cannot be delivered', () => {
  test('to somebody who blocked the bot, and again after she unblocked it', async () => {
    const { lan, bot } = await office();
    lan.blocks();
    expect(await failureOf(bot.says(lan, 'x'))).toEqual({ kind: 'permanent', reason: 'blocked' });
    lan.unblocks();
    await bot.says(lan, 'Chào chị');
    await bot.received(3);
    expect(bot.stored.slice(1).map(({ event }) => event)).toEqual([
      { type: 'reachable', reachable: false },
      { type: 'reachable', reachable: true },
    ]);
  });

  test('to somebody known from a group who never pressed Start', async () => {
    const { telegram, lan, bot } = await office();
    const minh = telegram.person('Minh');
    telegram.group('Tổ một cửa', { members: [lan, minh] });
    expect(await failureOf(bot.says(minh, 'x'))).toEqual({ kind: 'permanent', reason: 'never-started' });
  });

  test('to nobody, to a deleted account, to a deleted topic, to a closed one', async () => {
    const { telegram, lan, bot, send } = await office();
    expect(await failureOf(bot.says({ id: 123 }, 'x'))).toEqual({ kind: 'permanent', reason: 'chat-gone' });
    const group = telegram.group('UBND phường Hoa Sữa', { members: [lan], kind: 'forum' });
    const topic = group.opensTopic('Kinh tế');
    const intoTopic = () =>
      send({ chat: { id: String(group.id), threadId: String(topic.id) }, lines: [{ text: 'x' }] });
    topic.state = 'closed';
    expect(await failureOf(intoTopic())).toEqual({ kind: 'permanent', reason: 'blocked' });
    topic.state = 'deleted';
    expect(await failureOf(intoTopic())).toEqual({ kind: 'permanent', reason: 'chat-gone' });
    lan.deletesAccount();
    expect(await failureOf(bot.says(lan, 'x'))).toEqual({ kind: 'permanent', reason: 'chat-gone' });
  });

  test('to a group that removed the bot', async () => {
    const { telegram, lan, bot } = await office();
    const group = telegram.group('Tổ một cửa', { members: [lan] });
    group.removesBot();
    expect(await failureOf(bot.says(group, 'x'))).toEqual({ kind: 'permanent', reason: 'blocked' });
  });

  test('to a group that became a supergroup: it tells where to', async () => {
    const { telegram, lan, bot } = await office();
    const group = telegram.group('Tổ một cửa', { members: [lan] });
    const oldId = group.id;
    group.becomesSupergroup();
    expect(await failureOf(bot.says({ id: oldId }, 'x'))).toEqual({ kind: 'moved', to: String(group.id) });
    await bot.says(group, 'Chào cả nhà');
    await group.nextMessage(/Chào cả nhà/);
  });

  test.each<[string, Fault, object, number]>([
    ['the server is ill', { answers: 502 }, { kind: 'temporary' }, 0],
    ['too many messages', { answers: 429, retryAfter: 17 }, { kind: 'temporary', retryAfterMs: 17_000 }, 0],
    [
      'the token is refused',
      { answers: 401, description: 'Unauthorized' },
      { kind: 'out-of-service', retryAfterMs: 300_000 },
      0,
    ],
    [
      'it cannot be parsed',
      { answers: 400, description: "Bad Request: can't parse entities" },
      { kind: 'permanent', reason: 'refused' },
      0,
    ],
    [
      'it is too long',
      { answers: 400, description: 'Bad Request: message is too long' },
      { kind: 'permanent', reason: 'refused' },
      0,
    ],
    [
      'the group is muted',
      { answers: 400, description: 'Bad Request: not enough rights to send text messages to the chat' },
      { kind: 'permanent', reason: 'blocked' },
      0,
    ],
    ['cut off before it arrived', { cut: 'before' }, { kind: 'unknown' }, 0],
    ['cut off after it arrived', { cut: 'after' }, { kind: 'unknown' }, 1],
    ['no answer in time, not delivered', { hangs: 'before' }, { kind: 'unknown' }, 0],
    ['no answer in time, delivered', { hangs: 'after' }, { kind: 'unknown' }, 1],
    ['the answer is no JSON', { garbles: true }, { kind: 'unknown' }, 1],
  ])('%s', async (_, fault, failure, delivered) => {
    const telegram = await standIn();
    const lan = telegram.person('Lan');
    lan.startBot();
    const bot = await runBot(telegram, { callTimeoutMs: 150 });
    telegram.breaks('sendMessage', fault);
    expect(await failureOf(bot.says(lan, 'Nhắc việc'))).toEqual(failure);
    expect(lan.received).toHaveLength(delivered);
  });

  test('Telegram cannot be reached at all: not a byte left', async () => {
    const { telegram, lan, bot } = await office();
    await telegram.goesDown();
    expect(await failureOf(bot.says(lan, 'x'))).toEqual({ kind: 'temporary' });
  });

  test('the error tells what happened, without the token and without the words of the message', async () => {
    const { telegram, lan, bot } = await office();
    telegram.breaks('sendMessage', { garbles: true });
    const garbled = await bot.says(lan, 'Việc riêng').catch((thrown: unknown) => thrown);
    lan.blocks();
    const blocked = await bot.says(lan, 'Việc riêng').catch((thrown: unknown) => thrown);
    for (const error of [garbled, blocked] as DeliveryError[]) {
      const everything = JSON.stringify([
        error,
        error.message,
        error.stack,
        error.cause,
        (error.cause as Error).stack,
      ]);
      expect(error.message).toMatch(/^sendMessage: /);
      expect(everything).not.toContain(telegram.token);
      expect(everything).not.toContain('Việc riêng');
    }
  });
});

describe('after a 429', () => {
  test('the chat is left in peace, others are not', async () => {
    const { telegram, lan, bot } = await office();
    const minh = telegram.person('Minh');
    minh.startBot();
    telegram.breaks('sendMessage', { answers: 429, retryAfter: 3_600 });
    await failureOf(bot.says(lan, 'x'));
    const failure = await failureOf(bot.says(lan, 'x'));
    expect(failure).toMatchObject({ kind: 'temporary', retryAfterMs: expect.any(Number) });
    expect(failure.kind === 'temporary' && failure.retryAfterMs).toBeGreaterThan(3_500_000);
    await bot.says(minh, 'Chào anh');
    expect(telegram.callsOf('sendMessage')).toHaveLength(2);
  });
});

test('a stop lets a message on its way arrive, and waits for it', async () => {
  const { telegram, lan, bot } = await office();
  telegram.breaks('sendMessage', { delayMs: 50 });
  let outcome: string | undefined;
  void bot.says(lan, 'Chào chị').then((id) => {
    outcome = id;
  });
  await telegram.called('sendMessage');
  await bot.platform.stop();
  expect(outcome).toBe(String(lan.received[0]?.id));
});

describe('files', () => {
  const maxBytes = 5_000_000;
  const download = (bot: RunningBot, limit = maxBytes) => {
    const event = bot.stored.at(-1)?.event;
    const attachment = event?.type === 'message' ? event.attachments[0] : undefined;
    if (!attachment) throw new Error('No attachment');
    return bot.messenger.download(attachment, limit);
  };

  test('a document with its caption, byte for byte', async () => {
    const { lan, bot } = await office();
    const content = Buffer.from('Báo cáo số 248/BC-UBND '.repeat(10_000));
    lan.sends({ document: { name: 'bao cao.docx', content }, caption: 'xong 12' });
    await bot.received(2);
    expect(bot.stored[1]?.event).toMatchObject({
      text: 'xong 12',
      attachments: [{ kind: 'file', name: 'bao cao.docx', size: content.byteLength }],
    });
    expect(Buffer.from(await download(bot)).equals(content)).toBe(true);
  });

  test('a photo in its largest size, a voice message as a file', async () => {
    const { lan, bot } = await office();
    const photo = Buffer.alloc(100_000, 7);
    lan.sends({ photo });
    await bot.received(2);
    expect(bot.stored[1]?.event).toMatchObject({ text: '', attachments: [{ kind: 'photo', size: 100_000 }] });
    expect(await download(bot)).toHaveLength(100_000);
    lan.sends({ voice: Buffer.alloc(10) });
    await bot.received(3);
    expect(bot.stored[2]?.event).toMatchObject({ attachments: [{ kind: 'file', size: 10 }] });
  });

  test('larger than allowed: refused before it is fetched, or cut off when its size was not told', async () => {
    const { telegram, lan, bot } = await office();
    const content = Buffer.alloc(19_000_000);
    const { document } = lan.sends({ document: { name: 'lon.zip', content } });
    await bot.received(2);
    expect(await failureOf(download(bot))).toEqual({ kind: 'permanent', reason: 'refused' });
    expect(telegram.callsOf('getFile')).toEqual([]);

    const untold = { kind: 'file' as const, fileId: document?.file_id ?? '' };
    expect(await failureOf(bot.messenger.download(untold, 1_000))).toEqual({
      kind: 'permanent',
      reason: 'refused',
    });
    expect(telegram.bytesServed).toBeLessThan(content.byteLength);
  });

  test('larger than Telegram hands out, or gone', async () => {
    const { telegram, lan, bot } = await office();
    const { document } = lan.sends({
      document: { name: 'rat-lon.zip', content: Buffer.alloc(21 * 1024 * 1024) },
    });
    await bot.received(2);
    expect(await failureOf(download(bot, Number.MAX_SAFE_INTEGER))).toEqual({
      kind: 'permanent',
      reason: 'refused',
    });
    telegram.world.files.forget(document?.file_id ?? '');
    expect(await failureOf(download(bot, Number.MAX_SAFE_INTEGER))).toEqual({
      kind: 'permanent',
      reason: 'refused',
    });
  });

  test.each<[string, 'file' | 'getFile', Fault]>([
    ['cut off', 'file', { cut: 'after' }],
    ['cut off at once', 'file', { cut: 'before' }],
    ['a server error', 'file', { answers: 502 }],
    ['cut off while asking', 'getFile', { cut: 'before' }],
  ])('%s while reading is worth another try', async (_, method, fault) => {
    const { telegram, lan, bot } = await office();
    lan.sends({ document: { name: 'a.pdf', content: Buffer.alloc(200_000) } });
    await bot.received(2);
    telegram.breaks(method, fault);
    expect(await failureOf(download(bot))).toEqual({ kind: 'temporary' });
    expect(await download(bot)).toHaveLength(200_000);
  });
});
