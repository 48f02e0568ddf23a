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
  test('to somebody who blocks the bot: that is told, and that she unblocks it', async () => {
    const { lan, bot } = await office();
    lan.blocks();
    lan.unblocks();
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
    expect(await failureOf(intoTopic())).toEqual({ kind: 'topic-gone' });
    topic.state = 'deleted';
    expect(await failureOf(intoTopic())).toEqual({ kind: 'topic-gone' });
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

  test.each<[string, Fault, object]>([
    ['too many messages', { answers: 429, retryAfter: 17 }, { kind: 'temporary', retryAfterMs: 17_000 }],
    [
      'the token is refused',
      { answers: 401, description: 'Unauthorized' },
      { kind: 'out-of-service', retryAfterMs: 300_000 },
    ],
    [
      'it cannot be parsed',
      { answers: 400, description: "Bad Request: can't parse entities" },
      { kind: 'permanent', reason: 'refused' },
    ],
    [
      'it is too long',
      { answers: 400, description: 'Bad Request: message is too long' },
      { kind: 'permanent', reason: 'refused' },
    ],
    [
      'the group is muted',
      { answers: 400, description: 'Bad Request: not enough rights to send text messages to the chat' },
      { kind: 'permanent', reason: 'blocked' },
    ],
  ])('%s', async (_, fault, failure) => {
    const { telegram, lan, bot } = await office();
    telegram.breaks('sendMessage', fault);
    expect(await failureOf(bot.says(lan, 'Nhắc việc'))).toEqual(failure);
    expect(lan.received).toEqual([]);
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
  test('Telegram is left in peace, whoever is written to', async () => {
    const { telegram, lan, bot } = await office();
    const minh = telegram.person('Minh');
    minh.startBot();
    telegram.breaks('sendMessage', { answers: 429, retryAfter: 3_600 });
    await failureOf(bot.says(lan, 'x'));
    for (const one of [lan, minh]) {
      const failure = await failureOf(bot.says(one, 'x'));
      expect(failure).toMatchObject({ kind: 'temporary', retryAfterMs: expect.any(Number) });
      expect(failure.kind === 'temporary' && failure.retryAfterMs).toBeGreaterThan(3_500_000);
    }
    expect(telegram.callsOf('sendMessage')).toHaveLength(1);
  });
});

describe('files', () => {
  const maxBytes = 5_000_000;
  const download = (bot: RunningBot, limit = maxBytes) => {
    const event = bot.stored.at(-1)?.event;
    const attachment = event?.type === 'message' ? event.attachments[0] : undefined;
    if (!attachment) throw new Error('No attachment');
    return bot.messenger.download(attachment, limit);
  };

  test('the words of a document are its caption', async () => {
    const { lan, bot } = await office();
    lan.sends({ document: { name: 'bao cao.docx', content: Buffer.alloc(10) }, caption: 'xong 12' });
    await bot.received(2);
    expect(bot.stored[1]?.event).toMatchObject({
      text: 'xong 12',
      attachments: [{ kind: 'file', name: 'bao cao.docx', size: 10 }],
    });
  });

  test('a photo in its largest size, a video as a file', async () => {
    const { lan, bot } = await office();
    const photo = Buffer.alloc(100_000, 7);
    lan.sends({ photo });
    await bot.received(2);
    expect(bot.stored[1]?.event).toMatchObject({ text: '', attachments: [{ kind: 'photo', size: 100_000 }] });
    expect(await download(bot)).toHaveLength(100_000);
    lan.sends({ video: Buffer.alloc(10) });
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

  test('larger than Telegram hands out', async () => {
    const { lan, bot } = await office();
    lan.sends({ document: { name: 'rat-lon.zip', content: Buffer.alloc(21 * 1024 * 1024) } });
    await bot.received(2);
    expect(await failureOf(download(bot, Number.MAX_SAFE_INTEGER))).toEqual({
      kind: 'permanent',
      reason: 'refused',
    });
  });

  test('cut off while asking where the file is, is worth another try', async () => {
    const { telegram, lan, bot } = await office();
    lan.sends({ document: { name: 'a.pdf', content: Buffer.alloc(200_000) } });
    await bot.received(2);
    telegram.breaks('getFile', { cut: 'before' });
    expect(await failureOf(download(bot))).toEqual({ kind: 'temporary' });
    expect(await download(bot)).toHaveLength(200_000);
  });

  test('a file into a topic, and the call takes part in the pace of the chat', async () => {
    const { telegram, lan, bot } = await office();
    const group = telegram.group('UBND phường Hoa Sữa', { members: [lan], kind: 'forum' });
    const topic = group.opensTopic('Văn hoá - Xã hội');
    const to = { id: String(group.id), threadId: String(topic.id) };
    const file = { kind: 'file', name: 'bảng.xlsx', bytes: Buffer.from('bảng') } as const;
    await bot.messenger.sendFile?.(to, file);
    expect((await topic.nextMessage()).file).toMatchObject({ kind: 'file', name: 'bảng.xlsx' });
    telegram.breaks('sendDocument', { answers: 429, retryAfter: 3_600 });
    for (let attempt = 1; attempt <= 2; attempt++) {
      expect(await failureOf(bot.messenger.sendFile?.(to, file) ?? Promise.resolve())).toMatchObject({
        kind: 'temporary',
      });
    }
    expect(telegram.callsOf('sendDocument')).toHaveLength(2);
  });
});
