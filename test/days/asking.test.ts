/** What a chairman, the heads and the officers ask: the chairman and an officer on Telegram, a head on the Zalo bot. */
import { PNG } from 'pngjs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { LAM_SON } from '../support/office-of-lam-son.ts';
import type { Person } from '../support/telegram/person.ts';
import { TelegramStandIn } from '../support/telegram/stand-in.ts';
import { TestOffice } from '../support/test-office.ts';
import { ZaloBotStandIn } from '../support/zalo-bot/stand-in.ts';

let zalo: ZaloBotStandIn;
let telegram: TelegramStandIn;
let office: TestOffice;
let chairman: Person;
let lan: Person;

beforeEach(async () => {
  zalo = await ZaloBotStandIn.start();
  telegram = await TelegramStandIn.start();
  office = await TestOffice.open('2026-11-10 14:00', { telegram, zaloBot: { standIn: zalo } });
  await office.hires(LAM_SON);
  await office.importsPlan(
    [
      { section: 'I. DỮ LIỆU', title: 'Rà soát dữ liệu hộ nghèo', deadline: '12/11/2026', lead: 'VHXH' },
      { section: 'I. DỮ LIỆU', title: 'Làm sạch dữ liệu đất đai', deadline: '27/11/2026', lead: 'KT' },
      { section: 'II. TẬP HUẤN', title: 'Tập huấn kỹ năng số', deadline: '24/11/2026', lead: 'VHXH, KT' },
      { section: 'II. TẬP HUẤN', title: 'Báo cáo tập huấn', deadline: '10/12/2026', lead: 'VHXH' },
    ],
    { number: '166/KH-UBND', title: 'Kế hoạch chuyển đổi số năm 2026' },
  );
  await office.importsPlan(
    [{ section: 'I. KIỂM KÊ', title: 'Kiểm kê đất đai', deadline: '13/11/2026', lead: 'KT' }],
    { number: '31/KH-UBND', title: 'Kế hoạch kiểm kê đất đai năm 2026' },
  );
  chairman = await onTelegram('Đinh Văn Thái');
  lan = await onTelegram('Hà Thị Lan');
  lan.says('xong 1 https://lamson.example.vn/ho-ngheo');
  await lan.nextMessage(/Đã ghi nhận #1/);
});

afterEach(async () => {
  await office.settle();
  office.nothingElse();
  zalo.nothingElse();
  telegram.nothingElse();
  await office.close();
  await zalo.stop();
  await telegram.stop();
});

async function onTelegram(name: string): Promise<Person> {
  const person = telegram.person(name);
  person.startBot(await office.invitationOf(name));
  await person.nextMessage(/Xin chào/);
  return person;
}

async function onZalo(name: string) {
  const person = zalo.person(name);
  person.says(`/start ${await office.invitationOf(name)}`);
  await person.nextMessage(/Xin chào/);
  return person;
}

async function asks(person: Person, words: string): Promise<string> {
  person.says(words);
  return (await person.nextMessage(/./)).text;
}

test('how far a person, a plan, a part of one and a month are, each in the words in which it is asked', async () => {
  for (const words of [
    '/tiendo Lan',
    'Lan làm đến đâu rồi',
    'tien do chi Lan',
    'lan lam den dau roi',
    'lan xong chua',
  ]) {
    expect(await asks(chairman, words)).toMatch(
      /Tiến độ Hà Thị Lan đến ngày 10\/11\/2026\nTổng số nhiệm vụ được giao: 3\n✅ Đã hoàn thành: 1 \(33%\)/,
    );
  }
  for (const words of ['tiến độ kế hoạch 166', 'kế hoạch chuyển đổi số đến đâu', '/tiendo 166/KH-UBND']) {
    const answer = await asks(chairman, words);
    expect(answer).toMatch(/Tiến độ 166\/KH-UBND: Kế hoạch chuyển đổi số năm 2026 đến ngày/);
    expect(answer).toMatch(/được giao: 4[\s\S]*Phòng Văn hóa - Xã hội: 1\/3[\s\S]*Phòng Kinh tế: 0\/2/);
    expect(answer).not.toMatch(/Văn phòng/);
  }
  expect(await asks(chairman, '/tiendo mục II')).toMatch(/Tiến độ II\. TẬP HUẤN đến ngày .*\n.*được giao: 2/);
  expect(await asks(chairman, '/tiendo mục I')).toMatch(/nhiều hơn một “I”: I\. DỮ LIỆU; I\. KIỂM KÊ/);
  expect(await asks(chairman, '/tiendo mục I kế hoạch 31')).toMatch(
    /Tiến độ I\. KIỂM KÊ, 31\/KH-UBND.*\n.*giao: 1/,
  );
  expect(await asks(chairman, 'VHXH tháng 11')).toMatch(
    /Tiến độ Phòng Văn hóa - Xã hội tháng 11 \(01\/11\/2026–30\/11\/2026\).*\n.*được giao: 2\n✅ Đã hoàn thành: 1 \(50%\)/,
  );
  expect(await asks(chairman, '/tiendo thủy lợi')).toMatch(/Không có đơn vị, người hay kế hoạch “thủy lợi”/);
  expect(await asks(chairman, '/tiendo VHXH tháng 13')).toMatch(/Không có “tháng 13” trong lịch/);
});

test('what a week has changed stands beside it, by what was known then', async () => {
  await office.at('2026-11-17 14:00');
  await lan.nextMessage(/#3/);
  expect(await asks(chairman, '/tiendo')).toMatch(
    /7 ngày qua: xong thêm 0, quá hạn thêm 1 \(#5\); hoàn thành 20% → 20%/,
  );
  lan.says('xong 4 https://lamson.example.vn/tap-huan');
  await lan.nextMessage(/Đã ghi nhận #4/);
  expect(await asks(chairman, '/tiendo VHXH')).toMatch(
    /7 ngày qua: xong thêm 1 \(#4\), quá hạn thêm 0; hoàn thành 33% → 67%/,
  );
});

test('an officer sees her own work and that of her unit, a head anybody’s', async () => {
  expect(await asks(lan, '/tiendo Nam')).toMatch(/Tiến độ Quách Văn Nam/);
  expect(await asks(lan, '/tiendo Hưng')).toMatch(/Khổng Minh Hưng thuộc đơn vị khác/);
  expect(await asks(lan, 'tiến độ kế hoạch 166')).toMatch(
    /Tiến độ Phòng Văn hóa - Xã hội, 166\/KH-UBND.*\n.*được giao: 3\n[\s\S]*đơn vị mình/,
  );
  expect(await asks(lan, '/viec KT')).not.toMatch(/đất đai/);
  const viet = await onZalo('Lương Quốc Việt');
  viet.says('Hưng đến đâu rồi');
  await viet.nextMessage(/Tiến độ Khổng Minh Hưng[\s\S]*được giao: 3/);
  viet.says('việc tuần sau của phòng KT');
  await viet.nextMessage(
    /Phòng Kinh tế: 📅 Đến hạn tuần sau \(16\/11\/2026–22\/11\/2026\)|Không có việc nào đến hạn tuần sau/,
  );
});

test('tasks of a unit, a person and a time, and who owes one', async () => {
  expect(await asks(chairman, '/viec VHXH tuần này')).toMatch(
    /Phòng Văn hóa - Xã hội: 📅 Đến hạn tuần này .*chưa xong: 0\n✅ Đã xong: 1 \(#1\)/,
  );
  expect(await asks(chairman, 'việc của Hưng')).toMatch(
    /Việc chưa xong của Khổng Minh Hưng: 3, trong đó quá hạn 0[\s\S]*#5 Kiểm kê[\s\S]*#2/,
  );
  expect(await asks(chairman, 'phòng VHXH còn bao nhiêu việc chưa xong')).toMatch(
    /Việc chưa xong của Phòng Văn hóa - Xã hội: 2/,
  );
  expect(await asks(chairman, 'thứ 6 có gì')).toMatch(/Đến hạn thứ 6 \(13\/11\/2026–13\/11\/2026\).*1\n#5/);
  expect(await asks(chairman, 'mai có gì')).toMatch(/Không có việc nào đến hạn mai/);
  expect(await asks(chairman, '/viec tháng 13')).toMatch(/Không có “tháng 13”/);
  expect(await asks(chairman, 'ai chưa báo cáo việc 3')).toMatch(
    /#3 Tập huấn kỹ năng số[\s\S]*Chưa báo cáo: Phòng Văn hóa - Xã hội \(.*Hà Thị Lan.*\); Phòng Kinh tế \(Khổng Minh Hưng\)/,
  );
  lan.says('xong 3 https://lamson.example.vn/tap-huan');
  await lan.nextMessage(/Đã ghi nhận #3/);
  expect(await asks(chairman, 'việc 3 ai chưa làm')).toMatch(
    /Chưa báo cáo: Phòng Kinh tế \(Khổng Minh Hưng\)\nĐã báo cáo: Phòng Văn hóa/,
  );
  expect(await asks(chairman, '/tim đất đai tháng 11')).toMatch(
    /2 việc\n#2 Làm sạch[\s\S]*#5 Kiểm kê đất đai/,
  );
  expect(await asks(chairman, '/tim đất đai tuần này')).toMatch(/1 việc\n#5 Kiểm kê đất đai/);
});

test('a person is pressed for what is overdue, and nobody else is told', async () => {
  const hung = await onZalo('Khổng Minh Hưng');
  await office.at('2026-11-17 14:00');
  await Promise.all([lan.nextMessage(/#3/), hung.nextMessage(/#5/)]);
  expect(await asks(chairman, '/dondoc Lan')).toMatch(/Hà Thị Lan không có việc nào quá hạn/);
  expect(await asks(chairman, 'đôn đốc Hưng')).toMatch(/Đã đôn đốc: Khổng Minh Hưng/);
  await hung.nextMessage(/#5 Kiểm kê đất đai/);
  expect(await asks(lan, '/dondoc Hưng')).toMatch(/mới đôn đốc được/);
});

test('a picture of a unit in a quarter; of PDF there is none, and a Word file comes instead', async () => {
  chairman.says('/tiendo VHXH quý 4 ảnh');
  await chairman.nextMessage(/Phòng Văn hóa - Xã hội quý 4/);
  const picture = await chairman.nextMessage();
  expect(PNG.sync.read(Buffer.from(picture.file?.content ?? [])).width).toBe(1080);
  chairman.says('/xuat pdf');
  await chairman.nextMessage(/chưa xuất được PDF nên gửi tệp Word/);
  expect((await chairman.nextMessage()).file?.name).toMatch(/\.docx$/);
});

test('the list by person for the monthly meeting: a screen of words, and everybody in a file', async () => {
  chairman.says('/xuat theo người tháng 11');
  const { text } = await chairman.nextMessage(/Kết quả theo người tháng 11 năm 2026/);
  expect(text).toMatch(/Hà Thị Lan: 1 — ✅ 1 · 🕐 0 · ⏳ 0 · 🔴 0/);
  expect(text).toMatch(/Khổng Minh Hưng: 1 — ✅ 0 · 🕐 0 · ⏳ 1 · 🔴 0/);
  expect((await chairman.nextMessage()).file?.name).toBe('theo-nguoi-thang-11-2026.xlsx');
  chairman.says('danh sách theo người từ 1/11 đến 30/11 VHXH word');
  expect((await chairman.nextMessage(/Kết quả theo người/)).text).toMatch(
    /Hà Thị Lan: 2 — ✅ 1 · 🕐 0 · ⏳ 1/,
  );
  expect((await chairman.nextMessage()).file?.name).toMatch(/\.docx$/);
  const viet = await onZalo('Lương Quốc Việt');
  viet.says('/xuat theo người KT');
  await viet.nextMessage(/lãnh đạo, đầu mối và trưởng đơn vị|Ứng dụng nhắn tin này không nhận tệp/);
  expect(await asks(lan, '/xuat theo người')).toMatch(/dành cho lãnh đạo, đầu mối và trưởng đơn vị/);
});
