import { expect, test } from 'vitest';
import { GapPace } from '../../../src/platforms/shared/gap-pace.ts';
import { splitLines } from '../../../src/services/split-lines.ts';
import { TestTicker } from '../../support/zalo/ticker.ts';
import { listens, runAccount, standIn } from './running-account.ts';

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
  ['a stranger', { code: 123 }, { kind: 'permanent', reason: 'never-started' }],
  ['whoever takes nothing from strangers', { code: 122 }, { kind: 'permanent', reason: 'never-started' }],
  ['a message that cannot be', { code: 114 }, { kind: 'permanent', reason: 'refused' }],
  ['too many requests', { code: 221 }, { kind: 'temporary', retryAfterMs: 900_000 }],
  ['an answer without an id', { empty: true }, { kind: 'temporary', retryAfterMs: 900_000 }],
  ['a code that nobody knows', { code: -69 }, { kind: 'unknown' }],
  ['a server that is out of order', { status: 502 }, { kind: 'unknown' }],
  ['a line cut before', { cut: 'before' }, { kind: 'unknown' }],
  ['a line cut after', { cut: 'after' }, { kind: 'unknown' }],
  ['no answer', { hangs: 'after' }, { kind: 'unknown' }],
] as const)('%s (%o)', async (_what, fault, failure) => {
  const { zalo, account, lan } = await talking({ callTimeoutMs: 200 });
  zalo.breaks('message/sms', fault);
  await expect(account.says(lan, 'Nhắc việc')).rejects.toMatchObject({ name: 'DeliveryError', failure });
  // A refusal of one message is no trouble of the account's.
  await listens(account);
});

test('Zalo that cannot be reached has taken nothing', async () => {
  const { zalo, account, lan } = await talking();
  await zalo.goesDown();
  // The first finds the line that was open cut.
  await expect(account.says(lan, 'Nhắc việc')).rejects.toThrow();
  await expect(account.says(lan, 'Nhắc việc')).rejects.toMatchObject({ failure: { kind: 'temporary' } });
});

test('a person who has not written yet, a group that the account is not in', async () => {
  const { zalo, account, lan } = await talking();
  const nam = zalo.person('Quách Văn Nam');
  const gone = zalo.group('Nhóm cũ', [lan]);
  gone.removesAccount();
  await expect(account.says(nam, 'Nhắc việc')).rejects.toMatchObject({
    failure: { kind: 'permanent', reason: 'never-started' },
  });
  await expect(account.says(gone, 'Nhắc việc')).rejects.toMatchObject({
    failure: { kind: 'permanent', reason: 'chat-gone' },
  });
});

test('a long notice goes out in messages of at most 2,000 characters', async () => {
  const { account, lan } = await talking();
  const { messenger } = account;
  const lines = Array.from({ length: 100 }, (_, n) => ({
    text: `#${n} Rà soát hộ nghèo trên địa bàn xã 😀`,
  }));
  await expect(
    messenger.send({ chat: { id: lan.id }, lines: [{ text: 'x'.repeat(2_001) }] }),
  ).rejects.toThrow(RangeError);
  const parts = splitLines(lines, messenger.textLimit);
  for (const part of parts) await messenger.send({ chat: { id: lan.id }, lines: part });
  expect(parts.length).toBeGreaterThan(1);
  expect(lan.received.map(({ text }) => text).join('\n')).toBe(lines.map(({ text }) => text).join('\n'));
});

test('a quote of what the bot does not remember is left out, and the answer is not', async () => {
  const { account, lan } = await talking();
  await account.messenger.send({
    chat: { id: lan.id },
    lines: [{ text: 'Đã ghi nhận' }],
    replyToMessageId: '1',
  });
  expect(await lan.nextMessage(/Đã ghi nhận/)).not.toHaveProperty('quotedId');
});

test('a stop waits for what is on its way, and takes nothing more', async () => {
  const { zalo, account, lan } = await talking();
  zalo.breaks('message/sms', { delayMs: 100 });
  const sending = account.says(lan, 'Nhắc việc');
  await zalo.until(() => zalo.callsOf('message/sms').length || undefined, 'the call');
  await account.stop();
  await sending;
  await lan.nextMessage(/Nhắc việc/);
  await expect(account.says(lan, 'nữa')).rejects.toMatchObject({ failure: { kind: 'temporary' } });
});

test('the listener goes through the gateway below its path', async () => {
  const zalo = await standIn({ path: '/zalo' });
  const account = await runAccount(zalo);
  await zalo.listening();
  zalo.person('Hà Thị Lan').says('chào');
  await account.received(1);
  expect(zalo.complaints).toEqual([]);
});

const LIMITS = { gapMs: 2_000, gapInChatMs: 4_000, longestWaitMs: 60_000 };

/** When each of the messages goes out (s), written to at once. */
async function turnsOf(chats: string[], random = () => 0): Promise<number[]> {
  const ticker = new TestTicker();
  const pace = new GapPace(LIMITS, ticker, new AbortController().signal, random);
  const turns: number[] = [];
  const done = Promise.all(chats.map((chat) => pace.turn(chat).then(() => turns.push(passed))));
  let passed = 0;
  for (; turns.length < chats.length && passed < 120; passed++) {
    await new Promise((resolve) => setTimeout(resolve, 1));
    if (turns.length < chats.length) ticker.passes(1_000);
  }
  await done;
  return turns;
}

test('never faster than the rate, over all chats and in one', async () => {
  expect(await turnsOf(['a', 'b', 'c'])).toEqual([0, 2, 4]);
  expect(await turnsOf(['a', 'a', 'a'])).toEqual([0, 4, 8]);
  expect(await turnsOf(['a', 'b', 'c'], () => 0.5)).toEqual([0, 3, 6]);
});

test('who would wait too long goes back to the queue; after a word of Zalo, everybody', async () => {
  const ticker = new TestTicker();
  const pace = new GapPace(
    { ...LIMITS, longestWaitMs: 3_000 },
    ticker,
    new AbortController().signal,
    () => 0,
  );
  await pace.turn('a');
  await expect(pace.turn('a')).rejects.toMatchObject({ failure: { kind: 'temporary', retryAfterMs: 4_000 } });
  pace.hold(900_000);
  await expect(pace.turn('b')).rejects.toMatchObject({ failure: { kind: 'temporary' } });
  ticker.passes(900_000);
  await pace.turn('b');
});

test('after too many requests no chat is written to for a while', async () => {
  const { zalo, account, lan } = await talking();
  const group = zalo.group('UBND xã Lâm Sơn', [lan]);
  zalo.breaks('message/sms', { code: 221 });
  await expect(account.says(lan, 'một')).rejects.toThrow();
  await expect(account.says(group, 'hai')).rejects.toMatchObject({ failure: { kind: 'temporary' } });
  expect(zalo.callsOf('group/sendmsg')).toHaveLength(0);
});
