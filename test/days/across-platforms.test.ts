/** Lan is on Telegram and on Zalo: two weeks in which one after the other fails. */
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeSession } from '../../src/platforms/zalo/session-file.ts';
import { LAM_SON } from '../support/office-of-lam-son.ts';
import { eventually } from '../support/patience.ts';
import { TelegramStandIn } from '../support/telegram/stand-in.ts';
import { TestOffice } from '../support/test-office.ts';
import { ZaloStandIn } from '../support/zalo/stand-in.ts';
import { TestTicker } from '../support/zalo/ticker.ts';

const sessionFile = join(tmpdir(), `nhachan-across-${process.pid}.json`);
/** How often the account looks for a new session. */
const LOOK_MS = 15_000;
let zalo: ZaloStandIn;
let telegram: TelegramStandIn;
let ticker: TestTicker;
let office: TestOffice;

beforeEach(async () => {
  zalo = await ZaloStandIn.start();
  telegram = await TelegramStandIn.start();
  ticker = new TestTicker();
  await writeSession(sessionFile, { ...zalo.session, since: 0 });
  office = await TestOffice.open('2026-11-20 14:00', {
    telegram,
    zalo: { standIn: zalo, sessionFile, ticker },
    weeklyNotes: true,
  });
  await office.hires({
    ...LAM_SON,
    people: LAM_SON.people.filter(({ name }) => /Hạnh|Lan/.test(name)),
  });
  // These days are of what goes wrong.
  const [{ id } = { id: 0 }] = await office.storage.offices.all();
  await office.storage.offices.setSettings(id, { weeklyOn: null, monthlyOn: null });
  await zalo.listening();
});

afterEach(async () => {
  await office.settle();
  office.nothingElse();
  zalo.nothingElse();
  telegram.nothingElse();
  await office.close();
  await zalo.stop();
  await telegram.stop();
  await rm(sessionFile, { force: true });
});

async function clerkOnTelegram() {
  const clerk = telegram.person('Tô Thị Hạnh');
  clerk.startBot(await office.invitationOf('Tô Thị Hạnh'));
  await clerk.nextMessage(/Xin chào anh\/chị Tô Thị Hạnh/);
  return clerk;
}

/** By the clerk's code on Telegram, and by one of her own on Zalo. */
async function lanOnBoth() {
  const onTelegram = telegram.person('Lan');
  onTelegram.startBot(await office.invitationOf('Hà Thị Lan'));
  await onTelegram.nextMessage(/Xin chào anh\/chị Hà Thị Lan/);
  onTelegram.says('/kenh');
  const { text } = await onTelegram.nextMessage(/Telegram: đang nhận tại đây\n• Zalo: chưa kết nối/);
  const onZalo = zalo.person('Lan');
  onZalo.says(codeIn(text));
  await onZalo.nextMessage(/Xin chào anh\/chị Hà Thị Lan.*thêm Zalo.*vẫn đến qua Telegram[\s\S]*\/kenh zalo/);
  return { onTelegram, onZalo };
}

function codeIn(text: string): string {
  return /\/start [A-Z0-9]{10}/.exec(text)?.[0] ?? 'no code';
}

/** Lets the account look, until something has come of it. */
async function soon<T>(isDone: () => T | undefined | false): Promise<void> {
  while (!isDone()) {
    ticker.passes(LOOK_MS);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

async function scansNewCode(): Promise<void> {
  zalo.changesDevice();
  zalo.renewsSession();
  await writeSession(sessionFile, { ...zalo.session, since: 0 });
  await zalo.signsInWhile(() => ticker.passes(LOOK_MS));
  // Until then messages wait for the office's clock.
  await eventually(async () => expect(await office.health()).toMatchObject({ zalo: { state: 'listening' } }));
}

test('Lan hears where she chose, and once, whatever fails; the clerk hears what to do about it', async () => {
  const days = ['23/11', '25/11', '26/11', '27/11', '30/11'];
  await office.importsPlan(
    days.map((day, index) => ({
      title: `Việc thứ ${index + 1}`,
      deadline: `${day}/2026`,
      lead: 'VHXH',
    })),
  );
  const clerk = await clerkOnTelegram();
  const lan = await lanOnBoth();
  const group = telegram.group('UBND xã Lâm Sơn', { members: [clerk, lan.onTelegram] });
  group.says(clerk, '/ketnoi');
  await group.nextMessage(/Đã kết nối/);
  lan.onZalo.says('nhắc tôi qua Zalo nhé');
  await lan.onZalo.nextMessage(/Từ nay tôi nhắc anh\/chị qua Zalo/);

  await office.at('2026-11-23 07:45');
  await group.nextMessage(/#1 .*hôm nay/);
  await lan.onZalo.nextMessage(/#1 .*hôm nay/);
  lan.onZalo.says('xong 1');
  await lan.onZalo.nextMessage(/Đã ghi nhận #1/);

  // The session is over: the first message finds it out.
  zalo.endsSession();
  await office.at('2026-11-25 07:45');
  await group.nextMessage(/#2 .*hôm nay/);
  await lan.onTelegram.nextMessage(/#2 .*hôm nay/);
  lan.onTelegram.says('xong 2');
  await lan.onTelegram.nextMessage(/Đã ghi nhận #2/);
  await soon(() => clerk.received.some(({ text }) => /zalo-login/.test(text)));
  await clerk.nextMessage(/Phiên đăng nhập Zalo.*đã hết hạn.*zalo-login/);
  expect(await office.health()).toMatchObject({ zalo: { state: 'signed-out' } });
  await office.at('2026-11-26 07:45');
  await group.nextMessage(/#3 .*hôm nay/);
  await lan.onTelegram.nextMessage(/#3 .*hôm nay/);

  await scansNewCode();
  await office.at('2026-11-27 07:45');
  await group.nextMessage(/#4 .*hôm nay/);
  await lan.onZalo.nextMessage(/#4 .*hôm nay/);

  // Nobody is out of reach yet, so Monday brings the clerk no note.
  lan.onZalo.blocks();
  await office.at('2026-11-30 07:45');
  await group.nextMessage(/#5 .*hôm nay/);
  await lan.onTelegram.nextMessage(/#5 .*hôm nay/);
  lan.onTelegram.blocks();
  await telegram.everythingConfirmed();
  await office.at('2026-12-01 07:45');
  await group.nextMessage(/#5 .*quá hạn/);

  await office.at('2026-12-07 07:45');
  await group.nextMessage(/quá hạn/);
  await clerk.nextMessage(
    /Tuần này có người chưa nhận được lời nhắc\nZalo không cho nhắn người lạ \(1\): Hà Thị Lan \(Phòng Văn hóa - Xã hội\)\n→ Nhờ họ kết bạn/,
  );
  clerk.says('/moi');
  await clerk.nextMessage(/^Zalo không cho nhắn người lạ \(1\): Hà Thị Lan\n→ Nhờ họ kết bạn/);

  // She writes on Zalo: that way is open again.
  lan.onZalo.says('/kenh');
  await lan.onZalo.nextMessage(/Telegram: đã kết nối nhưng không nhắn được.*\n• Zalo: đang nhận tại đây/);
});

test('a code works once, on either platform; whoever finds it afterwards gets nowhere', async () => {
  const clerk = await clerkOnTelegram();
  clerk.says('/moi Lan');
  const { text } = await clerk.nextMessage(/t\.me\/.*start=[\s\S]*Telegram, Zalo/);
  const code = codeIn(text);
  const onZalo = zalo.person('Lan');
  onZalo.says(code);
  await onZalo.nextMessage(/Xin chào anh\/chị Hà Thị Lan.*tôi sẽ nhắc tại đây/);

  const finder = telegram.person('Kẻ Nhặt Mã');
  finder.startBot(code.replace('/start ', ''));
  await finder.nextMessage(/Mã mời không đúng, đã dùng hoặc đã hết hạn/);
  const other = zalo.person('Kẻ Nhặt Mã');
  other.says(code);
  await other.nextMessage(/Mã mời không đúng, đã dùng hoặc đã hết hạn/);

  // Her other platform: by the clerk's next code. The first one joined stays where she hears.
  clerk.says('/moi Lan');
  const second = await clerk.nextMessage(/Hà Thị Lan đã kết nối Zalo; mã này để kết nối thêm/);
  const onTelegram = telegram.person('Lan');
  onTelegram.startBot(codeIn(second.text).replace('/start ', ''));
  await onTelegram.nextMessage(/thêm Telegram.*vẫn đến qua Zalo/);
  onTelegram.says('/kenh');
  await onTelegram.nextMessage(/Zalo: đang nhận tại đây\n• Telegram: đã kết nối/);
});

test('a code of one’s own: the newest counts, for a day, and only in a private chat', async () => {
  const clerk = await clerkOnTelegram();
  const group = telegram.group('UBND xã Lâm Sơn', { members: [clerk] });
  group.says(clerk, '/ketnoi');
  await group.nextMessage(/Đã kết nối/);
  group.says(clerk, '/kenh');
  expect((await group.nextMessage(/nhắn riêng cho tôi \/kenh/)).text).not.toContain('/start');
  clerk.says('/kenh zalo');
  const first = await clerk.nextMessage(/Anh\/chị chưa kết nối Zalo/);
  clerk.says('/channel zalo');
  const second = await clerk.nextMessage(/\/start/);
  const onZalo = zalo.person('Hạnh');
  onZalo.says(codeIn(first.text));
  await onZalo.nextMessage(/Mã mời không đúng/);
  await office.at('2026-11-21 14:01');
  onZalo.says(codeIn(second.text));
  await onZalo.nextMessage(/Mã mời không đúng, đã dùng hoặc đã hết hạn.*gõ \/kenh ở đó/);
  clerk.says('/kenh zalo bot');
  await clerk.nextMessage(/Cơ quan chưa dùng Zalo Bot/);
});

test('the token of the Telegram bot is revoked: Zalo carries on, and the clerk on Zalo hears of it once', async () => {
  await office.importsPlan([{ title: 'Rà soát hộ nghèo', deadline: '23/11/2026', lead: 'VHXH' }]);
  const clerk = zalo.person('Tô Thị Hạnh');
  clerk.says(`/start ${await office.invitationOf('Tô Thị Hạnh')}`);
  await clerk.nextMessage(/Xin chào/);
  const lan = await lanOnBoth();
  telegram.revokesToken();
  await office.at('2026-11-23 07:45');
  await lan.onZalo.nextMessage(/#1 .*hôm nay/);
  await clerk.nextMessage(/Telegram không còn nhận mã \(token\)/);
  expect((await office.storage.chats.ofOrganization(1)).every(({ reachable }) => reachable)).toBe(true);
});
