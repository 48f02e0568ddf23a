import { readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeSession } from '../../src/platforms/zalo/session-file.ts';
import { LAM_SON } from '../support/office-of-lam-son.ts';
import { eventually } from '../support/patience.ts';
import { TelegramStandIn } from '../support/telegram/stand-in.ts';
import { TestOffice } from '../support/test-office.ts';
import { ZaloStandIn } from '../support/zalo/stand-in.ts';
import { TestTicker } from '../support/zalo/ticker.ts';

const sessionFile = join(tmpdir(), `nhachan-zalo-day-${process.pid}.json`);
let zalo: ZaloStandIn;
let telegram: TelegramStandIn;
let ticker: TestTicker;
let office: TestOffice;

beforeEach(async () => {
  zalo = await ZaloStandIn.start();
  telegram = await TelegramStandIn.start();
  await writeSession(sessionFile, { ...zalo.session, since: 0 });
  ticker = new TestTicker();
  office = await TestOffice.open('2026-11-20 14:00', {
    telegram,
    zalo: { standIn: zalo, sessionFile, ticker },
  });
  await office.hires(LAM_SON);
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

/** Somebody who wrote the invitation's code to the account. */
async function joined(name: string) {
  const person = zalo.person(name);
  person.says(`/start ${await office.invitationOf(name)}`);
  await person.nextMessage(/Xin chào anh\/chị/);
  return person;
}

test('a clerk brings in a plan by sending the file, and the morning notice reaches group and officer', async () => {
  await office.hires({
    ...LAM_SON,
    units: [...LAM_SON.units, { name: 'Trung tâm Phục vụ hành chính công', aliases: [] }],
  });
  const clerk = await joined('Tô Thị Hạnh');
  const lan = await joined('Hà Thị Lan');
  const group = zalo.group('UBND xã Lâm Sơn', [clerk, lan]);
  group.says(clerk, '/ketnoi');
  await group.nextMessage(/Đã kết nối nhóm này với UBND xã Lâm Sơn Thử/);

  clerk.sends({
    document: { name: 'ke-hoach-2026.docx', content: await readFile('examples/ke-hoach-2026.docx') },
  });
  // What is too long for one message of Zalo comes in two.
  await clerk.nextMessage(/Kế hoạch mới: 42 nhiệm vụ/);
  await clerk.nextMessage(/gửi "đồng ý" để nhập/);
  clerk.says('Đồng ý');
  await clerk.nextMessage(/Đã nhập kế hoạch: thêm 42/);

  await office.at('2026-11-23 07:45');
  await group.nextMessage(/Nhắc việc/);
  const notice = await lan.nextMessage(/#24 .*hạn 23\/11, .*hôm nay/);
  await clerk.nextMessage(/Nhắc việc/);

  lan.says('xong https://lamson.example.vn/bang-ron #24', { replyTo: notice });
  await lan.nextMessage(/Đã ghi nhận #24 hoàn thành[\s\S]*bang-ron/);
});

test('a report in the group by quoting the notice counts for whoever wrote it; talk is left alone', async () => {
  await office.importsPlan([{ title: 'Rà soát hộ nghèo', deadline: '23/11/2026', lead: 'VHXH' }]);
  const clerk = await joined('Tô Thị Hạnh');
  const lan = await joined('Hà Thị Lan');
  const group = zalo.group('UBND xã Lâm Sơn', [clerk, lan]);
  group.mentions(clerk, '@ /ketnoi');
  await group.nextMessage(/Đã kết nối/);

  await office.at('2026-11-23 07:45');
  await lan.nextMessage(/#1 Rà soát hộ nghèo/);
  const notice = await group.nextMessage(/#1 Rà soát hộ nghèo/);
  const said = group.says(lan, 'xong', { replyTo: notice });
  const answer = await group.nextMessage(/Đã ghi nhận #1 hoàn thành[\s\S]*Hà Thị Lan/);
  expect(answer.quotedId).toBe(said.msgId);
  expect(answer.mentions).toEqual([{ uid: lan.id, words: 'Hà Thị Lan' }]);

  group.says(clerk, 'họp xong mọi người về nhé');
  group.says(lan, 'em xong 1 ca rồi');
  group.mentionsEverybody(clerk, 'họp nhé');
});

test('an album is one report, what comes a moment later is added, and a voice is answered', async () => {
  await office.importsPlan([{ title: 'Rà soát hộ nghèo', deadline: '23/11/2026', lead: 'VHXH' }]);
  const lan = await joined('Hà Thị Lan');
  const photo = { content: Buffer.from('ảnh') };
  const [first] = lan.sendsAlbum([{ photo }, { photo: { ...photo, caption: 'xong 1' } }, { photo }]);
  const { groupMediaMsg } = JSON.parse(first?.extraData ?? '{}');
  await office.hearsAlbum(`zalo ${lan.id}`, groupMediaMsg.groupLayoutId, 3);
  await lan.nextMessage(/Đã ghi nhận #1[\s\S]*tệp đính kèm; tệp đính kèm; tệp đính kèm/);
  lan.sends({ video: Buffer.from('mp4') });
  await lan.nextMessage(/Đã thêm minh chứng cho #1/);
  lan.sends({ voice: Buffer.from('m4a') });
  await lan.nextMessage(/chưa nghe được tin thoại/);
  lan.sends({ missedCall: true });
  await lan.nextMessage(/không nghe được cuộc gọi/);
});

test('a newcomer passes on the whole invitation, or the code alone', async () => {
  const lan = zalo.person('Hà Thị Lan');
  const code = await office.invitationOf('Hà Thị Lan');
  lan.says(
    `Chị gửi em mã của bot nhé: Mở tin nhắn riêng với bot và gửi: /start ${code}. Mã chỉ dùng một lần.`,
  );
  await lan.nextMessage(/Xin chào anh\/chị Hà Thị Lan/);
  lan.says('vâng ạ');
  await lan.nextMessage(/Vâng ạ.*xong 12/);
  lan.says('ok');
  await lan.nextMessage(/Vâng ạ/);
});

test('an invitation says to which account the code is to be sent', async () => {
  const clerk = await joined('Tô Thị Hạnh');
  clerk.says('/moi Lan');
  await clerk.nextMessage(
    /Zalo “Nhắc Hạn”: https:\/\/zalo\.me\/0912345678\nMở tin nhắn riêng với bot .*\/start [A-Z2-9]{10}/,
  );
});

test('a stranger is answered, but not without end', async () => {
  const stranger = zalo.person('Người Lạ');
  for (let n = 0; n < 25; n++) stranger.says(`hi ${n}`);
  for (let n = 0; n < 20; n++) await stranger.nextMessage(/chưa biết anh\/chị/);
  await office.settle();
  stranger.nothingElse();
});

test('what was written while the line was down is answered when it is back', async () => {
  await office.importsPlan([{ title: 'Rà soát hộ nghèo', deadline: '23/11/2026', lead: 'VHXH' }]);
  const lan = await joined('Hà Thị Lan');
  zalo.listener.cut();
  lan.says('#1');
  // Opened anew within seconds, on the same login.
  await eventually(() => {
    ticker.passes(1_000);
    expect(zalo.listener.isOpen).toBe(true);
  });
  await lan.nextMessage(/Rà soát hộ nghèo/);
});

test('whoever takes nothing from the account any more is reached through the group', async () => {
  await office.importsPlan([{ title: 'Rà soát hộ nghèo', deadline: '24/11/2026', lead: 'VHXH' }]);
  const clerk = await joined('Tô Thị Hạnh');
  const lan = await joined('Hà Thị Lan');
  const group = zalo.group('UBND xã Lâm Sơn', [clerk, lan]);
  group.says(clerk, '/ketnoi');
  await group.nextMessage(/Đã kết nối/);
  lan.blocks();
  await office.at('2026-11-23 07:45');
  await group.nextMessage(/#1 Rà soát hộ nghèo/);
});

test('a clerk on Telegram learns that the Zalo account has been opened elsewhere', async () => {
  const clerk = telegram.person('Tô Thị Hạnh');
  clerk.startBot(await office.invitationOf('Tô Thị Hạnh'));
  await clerk.nextMessage(/Xin chào anh\/chị/);
  zalo.listener.otherLogin();
  await clerk.nextMessage(/Zalo .*mở trên một trình duyệt khác/);
  expect(await office.health()).toMatchObject({ zalo: { state: 'driven-out' } });
});

test('a leader gets the progress as a picture, and the clerk as a table', async () => {
  await office.importsPlan([
    { title: 'Rà soát hộ nghèo', deadline: '23/11/2026', lead: 'VHXH' },
    { title: 'Kiểm kê tài sản', deadline: '24/11/2026', lead: 'Phòng Kinh tế' },
  ]);
  const clerk = await joined('Tô Thị Hạnh');
  const lan = await joined('Hà Thị Lan');
  const group = zalo.group('UBND xã Lâm Sơn', [clerk, lan]);
  group.says(clerk, '/ketnoi');
  await group.nextMessage(/Đã kết nối/);

  group.says(clerk, '/tiendo ảnh');
  await group.nextMessage(/Ảnh tiến độ UBND xã Lâm Sơn Thử đến ngày 20\/11\/2026/);
  const picture = (await group.nextMessage()).file;
  expect(picture).toMatchObject({ kind: 'photo', width: 1080 });
  expect(picture?.content.subarray(1, 4).toString()).toBe('PNG');

  clerk.says('xuất excel');
  await clerk.nextMessage(/Bảng tiến độ/);
  const workbook = new ExcelJS.Workbook();
  const table = (await clerk.nextMessage()).file;
  expect(table).toMatchObject({ kind: 'file', name: 'tien-do-2026-11-20.xlsx' });
  await workbook.xlsx.load(table?.content as never);
  const titles = workbook.worksheets[0]?.getColumn(2).values;
  expect(titles).toEqual(expect.arrayContaining(['Rà soát hộ nghèo', 'Kiểm kê tài sản']));

  // Refused by Zalo, it is not left at a promise.
  zalo.breaks('message/asyncfile/upload', { code: 114 });
  clerk.says('/xuat word');
  await clerk.nextMessage(/Bảng tiến độ/);
  await clerk.nextMessage(/chưa gửi được tệp.*\/tiendo/);

  // An officer sees the part of the own unit.
  lan.says('/xuat excel');
  await lan.nextMessage(/Bảng tiến độ Phòng Văn hóa - Xã hội[\s\S]*đơn vị mình/);
  await workbook.xlsx.load((await lan.nextMessage()).file?.content as never);
  expect(workbook.worksheets.at(-1)?.getColumn(2).values).not.toContain('Kiểm kê tài sản');
});

test('strangers, and members of no office, learn nothing', async () => {
  await office.importsPlan([{ title: 'Việc nội bộ', deadline: '24/11/2026', lead: 'VHXH' }]);
  const stranger = zalo.person('Người Lạ');
  for (const words of ['/viec', '/tiendo', '#1', 'xong 1']) {
    stranger.says(words);
    const answer = await stranger.nextMessage(/chưa biết/);
    expect(answer.text).not.toMatch(/Việc nội bộ|Lâm Sơn/);
  }
});
