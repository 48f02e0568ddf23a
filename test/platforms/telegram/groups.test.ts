import { expect, test } from 'vitest';
import { messageAt } from '../running.ts';
import { runBot, standIn } from './running-bot.ts';

async function office(kind: 'group' | 'supergroup' | 'forum' = 'supergroup') {
  const telegram = await standIn();
  const lan = telegram.person('Lan', { lastName: 'Trần', language: 'vi' });
  const minh = telegram.person('Minh');
  const group = telegram.group('UBND phường Hoa Sữa', { members: [lan, minh], kind });
  const bot = await runBot(telegram);
  await bot.received(1);
  return { telegram, lan, minh, group, bot };
}

test('being added and being removed', async () => {
  const { lan, group, bot } = await office();
  group.removesBot(lan);
  await bot.received(2);
  const chat = { id: String(group.id), kind: 'group', title: 'UBND phường Hoa Sữa' };
  const from = { id: String(lan.id), name: 'Lan Trần', language: 'vi' };
  expect(bot.stored).toEqual([
    {
      platform: 'telegram',
      account: expect.stringMatching(/^\d+$/),
      id: expect.any(String),
      chat,
      from,
      event: { type: 'reachable', reachable: true },
    },
    {
      platform: 'telegram',
      account: expect.stringMatching(/^\d+$/),
      id: expect.any(String),
      chat,
      from,
      event: { type: 'reachable', reachable: false },
    },
  ]);
});

test('a bare word between colleagues does not reach the bot; a mention, a command and a reply do', async () => {
  const { lan, minh, group, bot } = await office();
  group.says(lan, 'xong 12');
  group.says(lan, '@NhacHanThuBot, xong 13');
  await bot.received(2);
  expect(messageAt(bot.stored)).toMatchObject({ text: 'xong 13', addressed: true });

  group.says(minh, '/viec@NhacHanThuBot 5');
  await bot.received(3);
  expect(messageAt(bot.stored)).toMatchObject({ text: '/viec 5', addressed: true });

  await bot.says(group, '#14 đến hạn hôm nay');
  const reminder = await group.nextMessage();
  group.says(minh, 'xong', { replyTo: reminder });
  await bot.received(4);
  expect(bot.stored[3]).toMatchObject({
    chat: { id: String(group.id) },
    from: { id: String(minh.id) },
    event: { text: 'xong', addressed: true, replyToMessageId: String(reminder.id) },
  });
});

test('a command for another bot is not for us, even in reply to our message', async () => {
  const { lan, group, bot } = await office();
  await bot.says(group, '#14 đến hạn hôm nay');
  group.says(lan, '/viec@BotKhac', { replyTo: await group.nextMessage() });
  await bot.received(2);
  expect(messageAt(bot.stored)).toMatchObject({ text: '/viec@BotKhac', addressed: false });
  group.says(lan, '/viec@BotKhac hơn @NhacHanThuBot');
  await bot.received(3);
  expect(messageAt(bot.stored)).toMatchObject({ text: '/viec@BotKhac hơn', addressed: false });
});

test('a bot that may read whole groups tells what is meant for it from what is not', async () => {
  const telegram = await standIn({ readsWholeGroups: true });
  const lan = telegram.person('Lan');
  const minh = telegram.person('Minh');
  const group = telegram.group('Tổ một cửa', { members: [lan, minh], kind: 'supergroup' });
  const bot = await runBot(telegram);
  expect(bot.platform.account?.canReadAllGroupMessages).toBe(true);

  const question = group.says(lan, 'Ai xong việc 12 rồi?');
  group.says(minh, 'xong 12', { replyTo: question });
  group.says(minh, '/viec@BotCuaNguoiKhac');
  group.says(minh, '/viec');
  group.says(minh, 'gửi về a@NhacHanThuBot nhé');
  await bot.received(6);
  const messages = bot.stored.slice(1).map(({ event, chat }) => {
    if (event.type !== 'message') throw new Error(event.type);
    return [event.text, event.addressed, event.replyToMessageId, chat.threadId];
  });
  expect(messages).toEqual([
    ['Ai xong việc 12 rồi?', false, undefined, undefined],
    // In a supergroup a reply carries a thread's number, though there are no topics.
    ['xong 12', false, String(question.message_id), undefined],
    ['/viec@BotCuaNguoiKhac', false, undefined, undefined],
    ['/viec', true, undefined, undefined],
    ['gửi về a@NhacHanThuBot nhé', false, undefined, undefined],
  ]);
});

test('in a topic: where it was said, and no reply that nobody made', async () => {
  const { telegram, lan, group, bot } = await office('forum');
  const topic = group.opensTopic('Văn hoá - Xã hội');
  topic.says(lan, '@NhacHanThuBot xong 12');
  await bot.received(2);
  expect(bot.stored[1]?.chat).toEqual({
    id: String(group.id),
    kind: 'group',
    title: 'UBND phường Hoa Sữa',
    threadId: String(topic.id),
  });
  expect(messageAt(bot.stored).replyToMessageId).toBeUndefined();

  await bot.messenger.send({
    chat: { id: String(group.id), threadId: String(topic.id) },
    lines: [{ text: 'Đã ghi nhận' }],
    buttons: [[{ label: 'Hoàn tác', data: 'undo:12' }]],
  });
  await topic.nextMessage(/Đã ghi nhận/);
  group.presses(lan, 'Hoàn tác');
  await bot.received(3);
  expect(bot.stored[2]).toMatchObject({ chat: { threadId: String(topic.id) }, event: { type: 'button' } });
  telegram.nothingElse();
});

test('a group that becomes a supergroup tells so twice, and both say the same', async () => {
  const { group, bot } = await office('group');
  const oldId = String(group.id);
  group.becomesSupergroup();
  await bot.received(3);
  const moved = { chat: { id: oldId, kind: 'group' }, event: { type: 'chat-moved', to: String(group.id) } };
  expect(bot.stored.slice(1)).toMatchObject([moved, moved]);
});

test('an anonymous administrator is nobody in particular', async () => {
  const { group, bot } = await office();
  group.saysAnonymously('@NhacHanThuBot xong 12');
  await bot.received(2);
  expect(bot.stored[1]).not.toHaveProperty('from');
  expect(messageAt(bot.stored)).toMatchObject({ text: 'xong 12', addressed: true });
});

test('a photo whose caption names the bot', async () => {
  const { lan, group, bot } = await office();
  group.sends(lan, { photo: Buffer.alloc(5_000), caption: 'xong 12 @NhacHanThuBot' });
  await bot.received(2);
  expect(messageAt(bot.stored)).toMatchObject({
    text: 'xong 12',
    addressed: true,
    attachments: [{ kind: 'photo', size: 5_000 }],
  });
});

test('whatever is said in private is meant for the bot', async () => {
  const telegram = await standIn();
  const bot = await runBot(telegram);
  const lan = telegram.person('Lan');
  lan.startBot();
  lan.says('xong 12');
  await bot.received(2);
  expect(bot.stored[1]).toMatchObject({
    chat: { id: String(lan.id), kind: 'private' },
    event: { text: 'xong 12', addressed: true },
  });
});

test('an invitation keeps its code', async () => {
  const telegram = await standIn();
  const bot = await runBot(telegram);
  telegram.person('Lan').startBot('K7-q2_X');
  await bot.received(1);
  expect(messageAt(bot.stored)).toMatchObject({ text: '/start K7-q2_X', addressed: true, attachments: [] });
  expect(bot.platform.invitationLink('K7-q2_X')).toBe('https://t.me/NhacHanThuBot?start=K7-q2_X');
  expect(() => bot.platform.invitationLink('không dấu cách')).toThrow(RangeError);
});
