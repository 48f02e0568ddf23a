import { pino } from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { startZalo } from '../../../src/platforms/zalo/start-zalo.ts';
import { eventually } from '../../support/patience.ts';
import { TestTicker } from '../../support/zalo/ticker.ts';
import { messageAt, textsOf } from '../running.ts';
import { listens, runAccount, sessionFileOf, standIn, UNHURRIED } from './running-account.ts';

const SWEEP_GAP_MS = 2_000;

test('somebody writes to the account, and gets an answer', async () => {
  const zalo = await standIn();
  const account = await runAccount(zalo);
  await zalo.listening();
  const lan = zalo.person('Hà Thị Lan');
  const said = lan.says('xong 12 https://lamson.example.vn/bao-cao');

  const [update] = await account.received(1);
  expect(update).toEqual({
    platform: 'zalo',
    account: zalo.world.account.uid,
    id: said.msgId,
    chat: { id: lan.id, kind: 'private' },
    from: { id: lan.id, name: 'Hà Thị Lan' },
    event: {
      type: 'message',
      messageId: said.msgId,
      text: 'xong 12 https://lamson.example.vn/bao-cao',
      addressed: true,
      attachments: [],
      quoting: expect.objectContaining({ msgId: said.msgId, uidFrom: lan.id }),
    },
  });
  const id = await account.messenger.send({
    chat: { id: lan.id },
    lines: [
      { text: 'Đã ghi nhận #12', style: 'heading' },
      { text: 'Cảm ơn anh/chị.', style: 'quiet' },
    ],
  });
  const answer = await lan.nextMessage(/^Đã ghi nhận #12\nCảm ơn anh\/chị\.$/);
  expect(answer.id).toBe(id);
  expect(answer.styled).toEqual({ b: ['Đã ghi nhận #12'], i: ['Cảm ơn anh/chị.'] });
  zalo.nothingElse();
});

test.each([
  ['words', { text: 'xong 12' }],
  ['a photo', { photo: { content: Buffer.from('ảnh') } }],
  ['a file', { document: { name: 'bao-cao.docx', content: Buffer.from('tệp') } }],
] as const)('an answer in a group quotes what it answers, %s, from any process', async (_, sending) => {
  const zalo = await standIn();
  const sessionFile = await sessionFileOf(zalo);
  const listening = await runAccount(zalo, { sessionFile });
  await zalo.listening();
  const lan = zalo.person('Hà Thị Lan');
  const group = zalo.group('UBND xã Lâm Sơn', [lan]);
  const notice = await listening.says(group, 'Nhắc việc');
  const replyTo = await group.nextMessage(/Nhắc việc/);
  expect(replyTo.id).toBe(notice);
  const said =
    'text' in sending ? group.says(lan, sending.text, { replyTo }) : group.sends(lan, sending, { replyTo });
  await listening.received(1);
  const { messageId, quoting } = JSON.parse(JSON.stringify(messageAt(listening.stored)));
  await listening.stop();

  const sendingOnly = await startZalo({
    sessionFile,
    gatewayUrl: zalo.url,
    log: pino({ level: 'silent' }),
    pace: UNHURRIED,
  });
  await sendingOnly.messenger.send({
    chat: { id: `g${group.id}` },
    lines: [{ text: 'Đã ghi nhận' }],
    replyToMessageId: messageId,
    quoting,
  });
  expect(await group.nextMessage(/Đã ghi nhận/)).toMatchObject({ quotedId: said.msgId });
  await sendingOnly.stop();
});

test('everything a person sends comes in once, in order, in every encoding of the socket', async () => {
  const zalo = await standIn();
  const account = await runAccount(zalo);
  await zalo.listening();
  const lan = zalo.person('Hà Thị Lan');
  for (let n = 1; n <= 40; n++) lan.says(`tin ${n}`);
  zalo.world.repeats(lan.says('tin 41'));

  await account.received(41);
  await account.stop();
  expect(account.stored.map((_, index) => messageAt(account.stored, index).text)).toEqual(
    Array.from({ length: 41 }, (_, index) => `tin ${index + 1}`),
  );
});

test('a long message is not overtaken by the short ones behind it, which are read sooner', async () => {
  const zalo = await standIn();
  const account = await runAccount(zalo);
  await listens(account);
  const lan = zalo.person('Hà Thị Lan');
  // In turn in each of the encodings.
  const texts = Array.from({ length: 24 }, (_, n) =>
    `tin ${n} ${'dài '.repeat(n % 3 === 0 ? 50_000 : 0)}`.trim(),
  );
  for (const text of texts) lan.says(text);
  await account.received(texts.length);
  expect(textsOf(account.stored)).toEqual(texts);
});

test('a message sent again by a phone after a cut line has a new id, and is the same', async () => {
  const zalo = await standIn();
  const account = await runAccount(zalo);
  await zalo.listening();
  const lan = zalo.person('Hà Thị Lan');
  const { cliMsgId } = lan.says('xong 12');
  await account.received(1);
  lan.sendsRaw({ content: 'xong 12', cliMsgId });
  lan.says('cảm ơn');
  await account.received(2);
  expect(messageAt(account.stored).text).toBe('cảm ơn');
});

test('a quote of a notice says which notice', async () => {
  const zalo = await standIn();
  const account = await runAccount(zalo);
  await zalo.listening();
  const lan = zalo.person('Hà Thị Lan');
  const group = zalo.group('UBND xã Lâm Sơn', [lan]);
  const id = await account.says(group, '#12 Rà soát hộ nghèo');
  const notice = await group.nextMessage(/#12/);
  // In each of the encodings: numbers beyond 2^53 are written as numbers.
  for (let n = 0; n < 4; n++) group.says(lan, `xong ${n}`, { replyTo: notice });
  await account.received(4);
  for (let n = 0; n < 4; n++) {
    expect(messageAt(account.stored, n)).toMatchObject({ replyToMessageId: id, addressed: true });
  }
});

test('in a group the account is called by name, by a command, and not by talk or by calling everybody', async () => {
  const zalo = await standIn();
  const account = await runAccount(zalo);
  await zalo.listening();
  const lan = zalo.person('Hà Thị Lan');
  const group = zalo.group('UBND xã Lâm Sơn', [lan]);
  group.mentions(lan, '@, xong 12');
  group.mentions(lan, 'nhờ @ ghi giúp');
  group.says(lan, '/viec');
  group.says(lan, 'họp xong về nhé');
  group.mentionsEverybody(lan, 'họp nhé');

  const updates = await account.received(5);
  expect(
    updates.map((_, index) => messageAt(updates, index)).map(({ text, addressed }) => [text, addressed]),
  ).toEqual([
    ['xong 12', true],
    ['nhờ ghi giúp', true],
    ['/viec', true],
    ['họp xong về nhé', false],
    ['@All họp nhé', false],
  ]);
  expect(updates[0]?.chat).toEqual({ id: `g${group.id}`, kind: 'group', title: 'UBND xã Lâm Sơn' });
  // Asked for once.
  expect(zalo.callsOf('group/getmg-v2')).toHaveLength(1);
});

test('people concerned are called where their names stand', async () => {
  const zalo = await standIn();
  const account = await runAccount(zalo);
  const lan = zalo.person('Hà Thị Lan');
  const nam = zalo.person('Quách Văn Nam');
  const group = zalo.group('UBND xã Lâm Sơn', [lan, nam]);
  await account.messenger.send({
    chat: { id: `g${group.id}` },
    lines: [{ text: '😀 #1 Rà soát: Hà Thị Lanh, Hà Thị Lan' }, { text: '#2 Kiểm kê: Quách Văn Nam' }],
    mentions: [
      { userId: nam.id, name: 'Quách Văn Nam' },
      { userId: lan.id, name: 'Hà Thị Lan' },
      { userId: '1', name: 'Không Có Trong Tin' },
    ],
  });
  const notice = await group.nextMessage(/#1[\s\S]*#2/);
  expect(notice.mentions).toEqual([
    { uid: lan.id, words: 'Hà Thị Lan' },
    { uid: nam.id, words: 'Quách Văn Nam' },
  ]);
});

test.each(['desktop', 'phone'] as const)(
  'a heart and a recall from a %s say which message they mean',
  async (from) => {
    const zalo = await standIn();
    const sessionFile = await sessionFileOf(zalo);
    const before = await runAccount(zalo, { sessionFile });
    await listens(before);
    const lan = zalo.person('Hà Thị Lan');
    const report = lan.says('xong 12');
    await before.received(1);
    const notice = await before.says(lan, '#12 Rà soát hộ nghèo');
    const received = await lan.nextMessage(/#12/);
    await before.stop();

    // Their numbers are known again after a start.
    const account = await runAccount(zalo, { sessionFile });
    await listens(account);
    await eventually(() => expect(account.stored).toHaveLength(1));
    account.stored.length = 0;
    lan.reacts(received, '/-heart', from);
    lan.recalls(report, from);
    await account.received(2);
    expect(account.stored.map(({ event }) => event)).toEqual([
      { type: 'reaction', messageId: notice },
      { type: 'recalled', messageId: report.msgId },
    ]);
  },
);

test('a recall while nobody listened is heard of afterwards, once', async () => {
  const zalo = await standIn();
  const account = await runAccount(zalo);
  await listens(account);
  const lan = zalo.person('Hà Thị Lan');
  const report = lan.says('xong 12');
  await account.received(1);
  zalo.listener.isMuted = true;
  lan.recalls(report);
  zalo.listener.isMuted = false;
  zalo.listener.cut();
  await account.received(2);
  lan.says('chào');
  await account.received(3);
  expect(account.stored.map(({ event }) => event.type)).toEqual(['message', 'recalled', 'message']);
});

test('files, photos and links are evidence', async () => {
  const zalo = await standIn();
  const account = await runAccount(zalo);
  await zalo.listening();
  const lan = zalo.person('Hà Thị Lan');
  const content = Buffer.from('báo cáo'.repeat(1000));
  lan.sends({ document: { name: 'báo cáo.docx', content } });
  lan.sends({ photo: { content: Buffer.from('ảnh'), caption: 'xong 12' } });
  lan.sends({ link: { title: 'Báo cáo quý', href: 'https://lamson.example.vn/q' } });
  lan.sends({ video: Buffer.from('mp4') });
  lan.says('hết');
  const updates = await account.received(5);
  const [document, photo, link, video] = [0, 1, 2, 3].map((index) => messageAt(updates, index));
  expect(document).toMatchObject({
    text: '',
    attachments: [{ kind: 'file', name: 'báo cáo.docx', size: content.length }],
  });
  expect(photo).toMatchObject({ text: 'xong 12', attachments: [{ kind: 'photo' }] });
  expect(link).toMatchObject({ text: 'Báo cáo quý https://lamson.example.vn/q', attachments: [] });
  expect(video).toMatchObject({ text: '', attachments: [{ kind: 'file' }] });
});

test.each([
  'http://169.254.169.254/latest',
  'https://intranet.lamson.example.vn/x',
  'file:///etc/passwd',
  'zalo.me',
])('the bot is not led to fetch %s', async (fileId) => {
  const zalo = await standIn();
  const account = await runAccount(zalo);
  await expect(account.messenger.download({ kind: 'file', fileId }, 1e6)).rejects.toMatchObject({
    failure: { kind: 'permanent', reason: 'refused' },
  });
});

test('a photo says how large it is, so that apps make room for it', async () => {
  const zalo = await standIn();
  const account = await runAccount(zalo);
  await zalo.listening();
  const lan = zalo.person('Hà Thị Lan');
  lan.says('chào');
  await account.received(1);
  const png = Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1'),
    Buffer.from([0, 0, 3, 32, 0, 0, 2, 88]),
  ]);
  await account.messenger.sendFile?.({ id: lan.id }, { kind: 'photo', name: 'tiến độ.png', bytes: png });
  expect((await lan.nextMessage()).file).toMatchObject({ kind: 'photo', width: 800 });
});

test('the account is taken out of a group, and comes back', async () => {
  const zalo = await standIn();
  const account = await runAccount(zalo);
  await zalo.listening();
  const lan = zalo.person('Hà Thị Lan');
  const group = zalo.group('UBND xã Lâm Sơn', [lan]);
  group.removesAccount();
  await account.received(1);
  group.addsAccount();
  const updates = await account.received(2);
  expect(updates.map(({ event }) => event)).toEqual([
    { type: 'reachable', reachable: false },
    { type: 'reachable', reachable: true },
  ]);
  expect(updates[0]?.chat.id).toBe(`g${group.id}`);
});

test('what nobody can read is left out, what came with it is not lost, and neither the login nor its line ends', async () => {
  const zalo = await standIn();
  const ticker = new TestTicker();
  const account = await runAccount(zalo, { ticker });
  await listens(account);
  const lan = zalo.person('Hà Thị Lan');
  lan.says('trước');
  await account.received(1);
  // The library breaks on a message without content, and leaves out the rest of its batch.
  zalo.listener.isMuted = true;
  const batch = [lan.sendsRaw({ content: null }), lan.says('giữa')];
  zalo.listener.isMuted = false;
  zalo.listener.tellTogether('user', batch);
  lan.says('sau');
  const time = setInterval(() => ticker.passes(SWEEP_GAP_MS), 20);
  onTestFinished(() => clearInterval(time));
  await account.received(3);
  zalo.listener.garble();
  lan.says('cuối');
  await account.received(4);
  expect(textsOf(account.stored)).toEqual(['trước', 'giữa', 'sau', 'cuối']);
  expect(zalo.listener.connections).toBe(1);
  expect(zalo.callsOf('login/getLoginInfo')).toHaveLength(1);
});

test.each([504, 524, 551, 553])(
  'a private message in a frame of kind %i is read at once',
  async (command) => {
    const zalo = await standIn();
    const account = await runAccount(zalo);
    await listens(account);
    const lan = zalo.person('Hà Thị Lan');
    zalo.listener.privateCommand = command;
    // In each of the encodings.
    for (let n = 1; n <= 4; n++) lan.says(`xong ${n}`);
    await account.received(4);
    expect(textsOf(account.stored)).toEqual(['xong 1', 'xong 2', 'xong 3', 'xong 4']);
  },
);

test('after a frame of a kind that nobody knows, messages are asked for', async () => {
  const zalo = await standIn();
  const ticker = new TestTicker();
  const account = await runAccount(zalo, { ticker });
  await listens(account);
  zalo.listener.privateCommand = 599;
  zalo.person('Hà Thị Lan').says('xong 12');
  await eventually(() => {
    ticker.passes(SWEEP_GAP_MS);
    expect(account.stored).toHaveLength(1);
  });
});
