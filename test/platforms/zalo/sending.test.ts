import { pino } from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { startZalo } from '../../../src/platforms/zalo/start-zalo.ts';
import { readUnknownCodes } from '../../../src/platforms/zalo/unknown-codes.ts';
import { eventually } from '../../support/patience.ts';
import { listens, runAccount, sessionFileOf, standIn, UNHURRIED } from './running-account.ts';

/** The account, and somebody who has written to it. */
async function talking(overrides: Parameters<typeof runAccount>[1] = {}) {
  const zalo = await standIn();
  const account = await runAccount(zalo, overrides);
  await zalo.listening();
  const lan = zalo.person('Hà Thị Lan');
  lan.says('chào');
  await account.received(1);
  return { zalo, account, lan };
}

test.each([
  ['a stranger', { code: 123 }, { kind: 'permanent', reason: 'stranger' }],
  ['whoever takes nothing from strangers', { code: 122 }, { kind: 'permanent', reason: 'stranger' }],
  ['a message that cannot be', { code: 114 }, { kind: 'permanent', reason: 'refused' }],
  ['too many requests', { code: 221 }, { kind: 'temporary', retryAfterMs: 900_000 }],
  ['an answer without an id', { empty: true }, { kind: 'temporary', retryAfterMs: 900_000 }],
  ['the same under another code', { code: 127 }, { kind: 'permanent', reason: 'stranger' }],
  [
    'the same by its words',
    { code: 999, message: 'Không thể nhận tin nhắn từ bạn.' },
    { kind: 'permanent', reason: 'stranger' },
  ],
  ['the limit of retries', { code: -69 }, { kind: 'temporary', retryAfterMs: 900_000 }],
  ['too many by its words', { code: 999, message: 'Vượt quá số request cho phép.' }, { kind: 'temporary' }],
  ['a code that nobody knows', { code: 998 }, { kind: 'unknown' }],
] as const)('%s (%o)', async (_what, fault, failure) => {
  const { zalo, account, lan } = await talking();
  zalo.breaks('message/sms', fault);
  await expect(account.says(lan, 'Nhắc việc')).rejects.toMatchObject({ name: 'DeliveryError', failure });
  // A refusal of one message is no trouble of the account's.
  await listens(account);
});

test('a person who has not written yet, a group that the account is not in', async () => {
  const { zalo, account, lan } = await talking();
  const nam = zalo.person('Quách Văn Nam');
  const gone = zalo.group('Nhóm cũ', [lan]);
  gone.removesAccount();
  await expect(account.says(nam, 'Nhắc việc')).rejects.toMatchObject({
    failure: { kind: 'permanent', reason: 'stranger' },
  });
  await expect(account.says(gone, 'Nhắc việc')).rejects.toMatchObject({
    failure: { kind: 'permanent', reason: 'chat-gone' },
  });
});

test('a file of a kind that Zalo does not take is refused; a message is none of the worse for it', async () => {
  const { account, lan } = await talking();
  const { messenger } = account;
  const setup = { kind: 'file', name: 'cài đặt.exe', bytes: Buffer.from('MZ') } as const;
  await expect(messenger.sendFile?.({ id: lan.id }, setup)).rejects.toMatchObject({
    failure: { kind: 'permanent', reason: 'refused' },
  });
  await account.says(lan, 'Nhắc việc');
});

test('a quote that Zalo could not show is left out, and the answer is not', async () => {
  const { account, lan } = await talking();
  await account.messenger.send({
    chat: { id: lan.id },
    lines: [{ text: 'Đã ghi nhận' }],
    replyToMessageId: '1',
    quoting: { from: 'an older version' },
  });
  expect(await lan.nextMessage(/Đã ghi nhận/)).not.toHaveProperty('quotedId');
});

test('a file needs the listener, which tells that it has been taken; a photo does not', async () => {
  const { zalo, account, lan } = await talking();
  zalo.listener.otherLogin();
  await zalo.until(() => account.troubles.length || undefined, 'a word about it');
  const send = (kind: 'file' | 'photo', name: string) =>
    account.messenger.sendFile?.({ id: lan.id }, { kind, name, bytes: Buffer.from('bảng') });
  await expect(send('file', 'bảng.xlsx')).rejects.toMatchObject({ failure: { kind: 'temporary' } });
  await send('photo', 'bảng.png');
  expect(lan.received.map(({ file }) => file?.kind)).toEqual(['photo']);
});

test('a process that only sends has no listener ever, and says so at once', async () => {
  const { zalo, lan } = await talking();
  const platform = await startZalo({
    sessionFile: await sessionFileOf(zalo),
    gatewayUrl: zalo.url,
    log: pino({ level: 'silent' }),
    pace: UNHURRIED,
  });
  onTestFinished(() => platform.stop());
  const file = { kind: 'file', name: 'bảng.xlsx', bytes: Buffer.from('bảng') } as const;
  await expect(platform.messenger.sendFile?.({ id: lan.id }, file)).rejects.toMatchObject({
    failure: { kind: 'permanent', reason: 'refused' },
  });
  await platform.messenger.send({ chat: { id: lan.id }, lines: [{ text: 'Nhắc việc' }] });
  await lan.nextMessage(/Nhắc việc/);
});

test('the listener goes through the gateway below its path', async () => {
  const zalo = await standIn({ path: '/zalo' });
  const account = await runAccount(zalo);
  await zalo.listening();
  zalo.person('Hà Thị Lan').says('chào');
  await account.received(1);
  expect(zalo.complaints).toEqual([]);
});

test('after too many requests no chat is written to for a while', async () => {
  const { zalo, account, lan } = await talking();
  const group = zalo.group('UBND xã Lâm Sơn', [lan]);
  zalo.breaks('message/sms', { code: 221 });
  await expect(account.says(lan, 'một')).rejects.toThrow();
  await expect(account.says(group, 'hai')).rejects.toMatchObject({ failure: { kind: 'temporary' } });
  expect(zalo.callsOf('group/sendmsg')).toHaveLength(0);
});

test('what is too much for Zalo goes without styles, and what still is in two halves', async () => {
  const { zalo, account, lan } = await talking();
  const lines = Array.from({ length: 60 }, (_, n) => ({
    text: `#${n} Rà soát hộ nghèo`,
    style: 'heading' as const,
  }));
  const whole = lines.map(({ text }) => text).join('\n');
  await account.messenger.send({ chat: { id: lan.id }, lines });
  expect(await lan.nextMessage()).toMatchObject({ text: whole, styled: {} });

  zalo.breaks('message/sms', { code: 112 }, 2);
  const id = await account.messenger.send({ chat: { id: lan.id }, lines });
  const [first, second] = [await lan.nextMessage(), await lan.nextMessage()];
  expect(`${first.text}\n${second.text}`).toBe(whole);
  expect(second.id).toBe(id);
  zalo.nothingElse();

  zalo.breaks('message/sms', { code: 112 }, 10);
  await expect(account.says(lan, 'ngắn')).rejects.toMatchObject({
    failure: { kind: 'permanent', reason: 'refused' },
  });
});

test('a code that nobody knows is logged with its words once, and kept for whoever diagnoses', async () => {
  const { zalo, account, lan } = await talking();
  zalo.breaks('message/sms', { code: 998, message: 'Tính năng tạm khoá' }, 2);
  for (let n = 0; n < 2; n++) await expect(account.says(lan, 'Nhắc việc')).rejects.toThrow();
  await eventually(async () => {
    expect(await readUnknownCodes(account.sessionFile)).toMatchObject([
      { code: 998, words: expect.stringMatching(/Tính năng tạm khoá/) },
    ]);
  });
  expect(account.logged.filter((line) => line.includes('code is not known'))).toHaveLength(1);
});
