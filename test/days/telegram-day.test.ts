import { readFile } from 'node:fs/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { LAM_SON } from '../support/office-of-lam-son.ts';
import { TelegramStandIn } from '../support/telegram/stand-in.ts';
import { TestOffice } from '../support/test-office.ts';

let telegram: TelegramStandIn;
let office: TestOffice;

beforeEach(async () => {
  telegram = await TelegramStandIn.start();
  office = await TestOffice.open('2026-11-20 14:00', { telegram });
  await office.hires(LAM_SON);
});

afterEach(async () => {
  office.nothingElse();
  await telegram.until(() => true, 'the last message');
  telegram.nothingElse();
  await office.close();
  await telegram.stop();
});

/** Somebody who came by the invitation link. */
async function joined(name: string) {
  const person = telegram.person(name);
  person.startBot(await office.invitationOf(name));
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
  const group = telegram.group('UBND xã Lâm Sơn', { members: [clerk, lan] });

  group.says(clerk, '/ketnoi');
  await group.nextMessage(/Đã kết nối nhóm này với UBND xã Lâm Sơn Thử/);
  const content = await readFile('examples/ke-hoach-2026.docx');
  clerk.sends({ document: { name: 'ke-hoach-2026.docx', content } });
  const preview = await clerk.nextMessage(/Kế hoạch mới: 42 nhiệm vụ/);
  expect(preview.text).not.toMatch(/Trả lời 1/);
  clerk.presses('Đồng ý');
  await clerk.nextMessage(/Đã nhập kế hoạch: thêm 42/);

  await office.at('2026-11-23 07:45');
  await group.nextMessage(/Nhắc việc/);
  const notice = await lan.nextMessage(/#24 .*hạn 23\/11, .*hôm nay/);
  expect(notice.text).toContain('Hà Thị Lan');
  expect(notice.text).not.toMatch(/Trả lời 1/);
  await clerk.nextMessage(/Nhắc việc/);

  lan.says('xong 24 https://lamson.example.vn/bang-ron', { replyTo: notice });
  await lan.nextMessage(/Đã ghi nhận #24 hoàn thành[\s\S]*bang-ron/);
  lan.presses('✅ Xong #25');
  await lan.nextMessage(/Đã ghi nhận #25/);
});

test('a report in the group by quoting the notice counts for whoever wrote it', async () => {
  await office.importsPlan([{ title: 'Rà soát hộ nghèo', deadline: '23/11/2026', lead: 'VHXH' }]);
  const clerk = await joined('Tô Thị Hạnh');
  const lan = await joined('Hà Thị Lan');
  const group = telegram.group('UBND xã Lâm Sơn', { members: [clerk, lan] });
  group.says(clerk, '/ketnoi');
  await group.nextMessage(/Đã kết nối/);

  await office.at('2026-11-23 07:45');
  await lan.nextMessage(/#1 Rà soát hộ nghèo/);
  const notice = await group.nextMessage(/#1 Rà soát hộ nghèo/);
  group.says(lan, 'xong', { replyTo: notice });
  await group.nextMessage(/Đã ghi nhận #1 hoàn thành[\s\S]*Hà Thị Lan/);

  // Talk among people is none of the bot's business, even when it mentions being done.
  group.says(clerk, 'họp xong mọi người về nhé');
  await telegram.everythingConfirmed();
  await office.settle();
});

test('whoever blocks the bot is reached through the group of the office, and nobody else is held up', async () => {
  await office.importsPlan([
    { title: 'Rà soát hộ nghèo', deadline: '24/11/2026', lead: 'VHXH' },
    { title: 'Kiểm kê tài sản', deadline: '24/11/2026', lead: 'Phòng Kinh tế' },
  ]);
  const clerk = await joined('Tô Thị Hạnh');
  const lan = await joined('Hà Thị Lan');
  const hung = await joined('Khổng Minh Hưng');
  const group = telegram.group('UBND xã Lâm Sơn', { members: [clerk] });
  group.says(clerk, '/ketnoi');
  await group.nextMessage(/Đã kết nối/);
  lan.blocks();
  await telegram.everythingConfirmed();

  await office.at('2026-11-23 07:45');
  await group.nextMessage(/#1[\s\S]*#2/);
  await hung.nextMessage(/#2/);
});

test('a group that becomes a supergroup goes on hearing from the bot', async () => {
  await office.importsPlan([{ title: 'Rà soát hộ nghèo', deadline: '24/11/2026', lead: 'VHXH' }]);
  const clerk = await joined('Tô Thị Hạnh');
  const group = telegram.group('UBND xã Lâm Sơn', { members: [clerk] });
  group.says(clerk, '/ketnoi');
  await group.nextMessage(/Đã kết nối/);
  group.becomesSupergroup();
  await telegram.everythingConfirmed();
  await office.settle();

  await office.at('2026-11-23 07:45');
  await group.nextMessage(/#1 Rà soát hộ nghèo/);
});

test('strangers, and members of no office, learn nothing', async () => {
  await office.importsPlan([{ title: 'Việc nội bộ', deadline: '24/11/2026', lead: 'VHXH' }]);
  const stranger = telegram.person('Người Lạ');
  for (const words of ['/viec', '/tiendo', '/quahan', '#1', 'xong 1', 'đồng ý']) {
    stranger.startBot();
    await stranger.nextMessage(/Tôi chưa biết anh\/chị|chưa biết/);
    stranger.says(words);
    const answer = await stranger.nextMessage(/chưa biết anh\/chị/);
    expect(answer.text).not.toMatch(/Việc nội bộ|Lâm Sơn/);
  }
  stranger.startBot('AAAAAAAAAA');
  await stranger.nextMessage(/Mã mời không đúng/);
});

test('a sign below the notice says who has seen it; in a group only where the bot is an administrator', async () => {
  await office.importsPlan([{ title: 'Rà soát hộ nghèo', deadline: '23/11/2026', lead: 'VHXH' }]);
  const clerk = await joined('Tô Thị Hạnh');
  const lan = await joined('Hà Thị Lan');
  const group = telegram.group('UBND xã Lâm Sơn', { members: [clerk, lan], kind: 'forum' });
  const topic = group.opensTopic('Nhắc việc', clerk);
  topic.says(clerk, '/ketnoi');
  await topic.nextMessage(/Đã kết nối/);
  await office.at('2026-11-23 07:45');
  const notice = await lan.nextMessage(/#1 Rà soát hộ nghèo/);
  const inTopic = await topic.nextMessage(/#1 Rà soát hộ nghèo/);

  lan.reacts(notice, null);
  lan.says('#1');
  expect((await lan.nextMessage(/^#1/)).text).not.toContain('Đã xem');
  lan.reacts(notice);
  group.reacts(clerk, inTopic);
  lan.says('#1');
  await lan.nextMessage(/Đã xem: Hà Thị Lan 07:45 23\/11$/);
  group.botIsAdmin = true;
  group.reacts('anonymous administrator', inTopic);
  group.reacts(clerk, inTopic, '❤');
  await telegram.everythingConfirmed();
  await office.settle();
  lan.says('#1');
  await lan.nextMessage(/Đã xem: Tô Thị Hạnh 07:45 23\/11; Hà Thị Lan 07:45 23\/11$/);
});

test('in a group with topics reports and questions are heard in all of them, and notices come in the bound one', async () => {
  await office.importsPlan([{ title: 'Rà soát hộ nghèo', deadline: '23/11/2026', lead: 'VHXH' }]);
  const clerk = await joined('Tô Thị Hạnh');
  const lan = await joined('Hà Thị Lan');
  const group = telegram.group('UBND xã Lâm Sơn', { members: [clerk, lan], kind: 'forum' });
  const [place, other] = [group.opensTopic('Nhắc việc', clerk), group.opensTopic('Trao đổi', clerk)];
  other.says(clerk, '/tiendo');
  await other.nextMessage(/chưa kết nối với cơ quan nào/);
  place.says(clerk, '/ketnoi');
  await place.nextMessage(/Đã kết nối/);

  await office.at('2026-11-23 07:45');
  await lan.nextMessage(/#1 Rà soát hộ nghèo/);
  await place.nextMessage(/#1 Rà soát hộ nghèo/);
  other.says(clerk, '/tiendo');
  await other.nextMessage(/Tiến độ UBND xã Lâm Sơn Thử/);
  other.says(lan, '/xong 1');
  await other.nextMessage(/Đã ghi nhận #1/);
  group.says(clerk, '/xuat excel');
  await group.nextMessage(/Bảng tiến độ/);
  expect((await group.nextMessage()).file?.kind).toBe('file');
});

test('a topic that is closed is tried with each notice; the group hears instead, and the clerk of it once', async () => {
  await office.importsPlan([
    { title: 'Rà soát hộ nghèo', deadline: '23/11/2026', lead: 'VHXH' },
    { title: 'Kiểm kê tài sản', deadline: '25/11/2026', lead: 'VHXH' },
    { title: 'Dọn kho lưu trữ', deadline: '26/11/2026', lead: 'VHXH' },
  ]);
  const clerk = await joined('Tô Thị Hạnh');
  const group = telegram.group('UBND xã Lâm Sơn', { members: [clerk], kind: 'forum' });
  const topic = group.opensTopic('Nhắc việc', clerk);
  topic.says(clerk, '/ketnoi');
  await topic.nextMessage(/Đã kết nối/);

  topic.state = 'closed';
  await office.at('2026-11-23 07:45');
  await group.nextMessage(/#1 Rà soát hộ nghèo/);
  await clerk.nextMessage(/trong nhóm UBND xã Lâm Sơn đã đóng hoặc bị xóa.*chủ đề chung[\s\S]*\/ketnoi/);
  topic.state = 'deleted';
  await office.at('2026-11-25 07:45');
  await group.nextMessage(/#2 Kiểm kê tài sản/);
  topic.state = 'open';
  await office.at('2026-11-26 07:45');
  await topic.nextMessage(/#3 Dọn kho lưu trữ/);

  // As was advised.
  topic.state = 'deleted';
  const another = group.opensTopic('Nhắc việc mới', clerk);
  another.says(clerk, '/ketnoi');
  await another.nextMessage(/Đã kết nối/);
  await office.at('2026-11-27 07:45');
  await another.nextMessage(/QUÁ HẠN/);
});
