import { expect, test } from 'vitest';
import { messageAt, textsOf } from '../running.ts';
import { runBot, standIn } from './running-bot.ts';

test('somebody writes to the bot, and gets an answer', async () => {
  const zalo = await standIn();
  const bot = await runBot(zalo);
  const lan = zalo.person('Hà Thị Lan');
  const { message } = lan.says('xong 12 https://lamson.example.vn/bao-cao');
  const [update] = await bot.received(1);
  expect(update).toEqual({
    platform: 'zalo-bot',
    account: bot.platform.account?.id,
    id: message.message_id,
    chat: { id: lan.id, kind: 'private' },
    from: { id: lan.id, name: 'Hà Thị Lan' },
    event: {
      type: 'message',
      messageId: message.message_id,
      text: 'xong 12 https://lamson.example.vn/bao-cao',
      addressed: true,
      attachments: [],
    },
  });
  const id = await bot.messenger.send({
    chat: { id: lan.id },
    lines: [
      { text: 'Đã ghi nhận #12', style: 'heading' },
      { text: '*Cảm ơn* <b>anh/chị</b>', style: 'quiet' },
    ],
    buttons: [[{ label: 'Xong', data: 'x' }]],
    replyToMessageId: message.message_id,
  });
  const answer = await lan.nextMessage(/^Đã ghi nhận #12\n\*Cảm ơn\* <b>anh\/chị<\/b>$/);
  expect(answer.id).toBe(id);
  expect(zalo.callsOf('sendMessage')[0]?.parameters).toEqual({ chat_id: lan.id, text: answer.text });
  zalo.nothingElse();
});

test.each([
  ['reply_to_message', 's'],
  ['quote', 'ms'],
] as const)('a quote of a notice says which notice (%s, dates in %s)', async (quoteField, dates) => {
  const zalo = await standIn({ quoteField, dates });
  const bot = await runBot(zalo);
  const lan = zalo.person('Hà Thị Lan');
  const group = zalo.group('UBND xã Lâm Sơn', [lan]);
  const id = await bot.says(group, '#12 Rà soát hộ nghèo');
  const notice = await group.nextMessage(/#12/);
  group.says(lan, 'họp xong về nhé');
  group.says(lan, 'xong', { replyTo: notice });
  const [update] = await bot.received(1);
  expect(update?.chat).toEqual({ id: group.id, kind: 'group' });
  expect(messageAt(bot.stored)).toMatchObject({ text: 'xong', addressed: true, replyToMessageId: id });
});

test('the mention of the bot is taken out of the words, and nothing else is', async () => {
  const zalo = await standIn();
  const bot = await runBot(zalo);
  const lan = zalo.person('Hà Thị Lan');
  const group = zalo.group('UBND xã Lâm Sơn', [lan]);
  group.mentions(lan, '@ xong 12');
  group.mentions(lan, '@, xong 12');
  group.mentions(lan, 'nhờ @ ghi giúp');
  group.mentions(lan, '@');
  group.mentions(lan, `@ xong 12 cùng @Bot Nhắc Hạnh`);
  lan.says('@Bot Nhắc Hạnh nhờ   @Bot Nhắc Hạn @Bot Nhắc Hạn và @Bot Nhắc Hạn ghi giúp');
  group.mentions(lan, '@\n/nhap\nviệc một\nviệc hai');
  // As some phones write it: letters and their marks apart.
  lan.says(`@${'Bot Nhắc Hạn'.normalize('NFD')} xong 13`);
  lan.says('@bot.VDKyGxQvc xong 14');
  await bot.received(9);
  expect(textsOf(bot.stored)).toEqual([
    'xong 12',
    'xong 12',
    'nhờ ghi giúp',
    '',
    'xong 12 cùng @Bot Nhắc Hạnh',
    '@Bot Nhắc Hạnh nhờ và ghi giúp',
    '/nhap\nviệc một\nviệc hai',
    'xong 13',
    'xong 14',
  ]);
});

test.each(['photo', 'photo_url'] as const)(
  'photos (%s) can be fetched; the address of a link is among its words',
  async (photoField) => {
    const zalo = await standIn({ photoField });
    const bot = await runBot(zalo);
    const lan = zalo.person('Hà Thị Lan');
    const content = Buffer.from('ảnh'.repeat(1_000));
    lan.sends({ photo: { content, caption: 'xong 12' } });
    lan.sends({ link: { url: 'https://lamson.example.vn/q', title: 'Báo cáo quý' } });
    lan.sends({ photo: { content } });
    await bot.received(3);
    const [photo, link, bare] = [0, 1, 2].map((index) => messageAt(bot.stored, index));
    expect(photo).toMatchObject({ text: 'xong 12', attachments: [{ kind: 'photo' }] });
    expect(link).toMatchObject({ text: 'Báo cáo quý https://lamson.example.vn/q', attachments: [] });
    expect(bare).toMatchObject({ text: '', attachments: [{ kind: 'photo' }] });

    const [attachment] = photo?.attachments ?? [];
    if (!attachment) throw new Error('No attachment');
    expect(Buffer.from(await bot.messenger.download(attachment, 1e6)).equals(content)).toBe(true);
    const refused = { failure: { kind: 'permanent', reason: 'refused' } };
    await expect(bot.messenger.download(attachment, 10)).rejects.toMatchObject(refused);
    zalo.world.files.clear();
    await expect(bot.messenger.download(attachment, 1e6)).rejects.toMatchObject(refused);
    await zalo.goesDown();
    await expect(bot.messenger.download(attachment, 1e6)).rejects.toMatchObject({
      failure: { kind: 'temporary' },
    });
  },
);

test.each([
  'http://169.254.169.254/latest',
  'https://intranet.lamson.example.vn/x',
  'https://zdn.vn.example.com/x',
  'file:///etc/passwd',
])('the bot is not led to fetch %s', async (photo_url) => {
  const zalo = await standIn();
  const bot = await runBot(zalo);
  zalo.person('Kẻ Xấu').sendsRaw('image', { photo_url });
  await bot.received(1);
  const [attachment] = messageAt(bot.stored).attachments;
  await expect(
    bot.messenger.download(attachment ?? { kind: 'photo', fileId: '' }, 1e6),
  ).rejects.toMatchObject({
    failure: { kind: 'permanent', reason: 'refused' },
  });
});

test.each([
  ['link', { url: 'https://lamson.example.vn/q' }, { text: 'https://lamson.example.vn/q' }],
  [
    'link',
    { text: 'xong 12 https://a.example.vn', url: 'https://a.example.vn' },
    { text: 'xong 12 https://a.example.vn' },
  ],
  [
    'file',
    { caption: 'xong 12', url: 'https://f.example.vn/bc.docx' },
    { text: 'xong 12 https://f.example.vn/bc.docx' },
  ],
  ['text', { text: 'xong 12 &amp; 13, &quot;đủ&quot;' }, { text: 'xong 12 & 13, "đủ"' }],
  [
    'link',
    { text: 'xong 12 a.example.vn/x', url: 'https://a.example.vn/x/' },
    { text: 'xong 12 a.example.vn/x' },
  ],
  ['file', {}, { text: '', unread: 'unsupported' }],
  ['video', { text: 'xong 12' }, { text: 'xong 12' }],
  ['location', {}, { text: '', unread: 'unsupported' }],
  ['unsupported', {}, { text: '', unread: 'unsupported' }],
  ['unsupported', { text: 'xong 12' }, { text: 'xong 12' }],
  ['image', {}, { text: '', unread: 'unsupported' }],
  ['sticker', { sticker: 'x', url: 'https://s.zdn.vn/x.png' }, { text: '', unread: 'sticker' }],
  ['voice', { voice_url: 'https://v.example.vn/x' }, { text: '', unread: 'voice' }],
] as const)('message.%s.received with %o is taken for what it holds', async (event, content, message) => {
  const zalo = await standIn();
  const bot = await runBot(zalo);
  zalo.person('Hà Thị Lan').sendsRaw(event, content);
  await bot.received(1);
  const { text, unread } = messageAt(bot.stored);
  expect({ text, ...(unread && { unread }) }).toEqual(message);
});

test('the bot answers neither itself nor other bots', async () => {
  const zalo = await standIn();
  const bot = await runBot(zalo);
  const other = zalo.person('Bot Khác');
  const from = { id: other.id, display_name: 'Bot Khác', is_bot: true };
  other.sendsRaw('text', { text: 'chào', from });
  other.sendsRaw('text', { text: 'chào', from: { ...from, id: zalo.world.bot.id, is_bot: false } });
  zalo.person('Lan').says('chào');
  await bot.received(1);
  expect(bot.stored.map(({ from }) => from?.name)).toEqual(['Lan']);
});

test('what cannot be read is left out, and what comes after it is not lost', async () => {
  const zalo = await standIn();
  const bot = await runBot(zalo);
  const lan = zalo.person('Lan');
  lan.sendsRaw('text', { text: 'không có số', message_id: '' });
  lan.sendsRaw('text', { text: 7 as unknown as string });
  lan.sendsRaw('user.follow', { text: 'không phải tin nhắn' });
  lan.says('sau');
  await bot.received(1);
  expect(textsOf(bot.stored)).toEqual(['sau']);
  expect(bot.logged.join('')).toMatch(/cannot be read/);
  expect(bot.logged.join('')).not.toMatch(/không có số/);
});

test('answers that hold no update are no trouble, and a list of updates is taken whole', async () => {
  const zalo = await standIn();
  const lan = zalo.person('Lan');
  const updates = [lan.says('một'), lan.says('hai')];
  zalo.world.updates.pending.length = 0;
  for (const results of [null, 'x', updates]) {
    zalo.breaks('getUpdates', { results });
  }
  const bot = await runBot(zalo);
  expect(textsOf(await bot.received(2))).toEqual(['một', 'hai']);
  expect(bot.platform.health()).toMatchObject({ connected: true, lastError: null });
});
