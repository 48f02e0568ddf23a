/** What a chairman, an officer and the clerk ask of the bot in their own words, and what they are told. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { LAM_SON } from '../support/office-of-lam-son.ts';
import { type TestChat, TestOffice } from '../support/test-office.ts';

let office: TestOffice;
let leader: TestChat;
let lan: TestChat;
let clerk: TestChat;

beforeEach(async () => {
  office = await TestOffice.open('2026-11-13 14:00');
  await office.hires(LAM_SON);
  await office.join('Lan', 'Thái', 'Hạnh');
  await office.importsPlan([
    { title: 'Rà soát hộ nghèo', deadline: 'Trước ngày 18/11/2026', lead: 'VHXH' },
    { title: 'Kiểm kê đất đai', deadline: '27/11/2026', lead: 'KT' },
    { title: 'Nộp sáng kiến', deadline: '18/11/2026', lead: 'VHXH, KT' },
    { title: 'Báo cáo tháng', deadline: 'Trước ngày 25 hàng tháng', lead: 'VP' },
    { title: 'Cấp đổi giấy chứng nhận đất', deadline: '30/10/2026', lead: 'KT' },
  ]);
  [leader, lan, clerk] = await office.people('Thái', 'Lan', 'Hạnh');
  await lan.says('xong 1 https://lamson.example.vn/ho-ngheo');
  lan.receives(/Đã ghi nhận #1/);
  await office.at('2026-11-18 07:45');
  heardTheMorning();
  await office.at('2026-11-20 14:00');
  heardTheMorning();
});

/** Its reminders are no matter of these tests. */
function heardTheMorning(): void {
  for (const one of [leader, lan, clerk]) {
    for (const message of office.messagesTo(one)) message.isRead = true;
  }
}

afterEach(async () => {
  office.nothingElse();
  await office.close();
});

async function answer(who: TestChat, words: string): Promise<string> {
  await who.says(words);
  return who.receives(/./);
}

test('the chairman asks who owes, what is due, and how far a unit or a month is', async () => {
  expect(await answer(leader, 'ai chưa báo cáo')).toMatch(
    /Đơn vị còn nợ việc đến ngày 20\/11\/2026\n.*Phòng Văn hóa - Xã hội: 🔴 1 quá hạn \(#3\), lâu nhất 2 ngày\n.*Phòng Kinh tế: 🔴 1 quá hạn \(#3\), lâu nhất 2 ngày/s,
  );
  expect(await answer(leader, 'tuan sau co gi den han')).toMatch(
    /Đến hạn tuan sau \(23\/11\/2026–29\/11\/2026\), chưa xong: 2\n#4 Báo cáo tháng.*Văn phòng.*\n#2 Kiểm kê đất đai.*Phòng Kinh tế/s,
  );
  expect(await answer(leader, 'tuần này có gì đến hạn')).toMatch(
    /chưa xong: 1\n#3 .*\n✅ Đã xong: 1 \(#1\)/s,
  );
  expect(await answer(leader, 'phòng VHXH thế nào')).toMatch(
    /Tiến độ Phòng Văn hóa - Xã hội đến ngày 20\/11/,
  );
  expect(await answer(leader, 'tiến độ tháng 11')).toMatch(
    /Tiến độ UBND xã Lâm Sơn Thử tháng 11 \(01\/11\/2026–30\/11\/2026\), tính đến ngày 20\/11\/2026\nTổng số nhiệm vụ được giao: 4\n✅ Đã hoàn thành: 1/,
  );
  expect(await answer(leader, '/tiendo')).toMatch(/7 ngày qua: xong thêm 0, quá hạn thêm 1 \(#3\)/);
  expect(await answer(leader, '/tiendo KT quý 4')).toMatch(/Tiến độ Phòng Kinh tế quý 4/);
});

test('an officer is told of her own unit, and of nobody else’s work', async () => {
  expect(await answer(lan, 'việc tuần sau')).toMatch(/Không có việc nào đến hạn tuần sau/);
  expect(await answer(lan, '/tim đất')).toMatch(/Không có việc nào có “đất”/);
  expect(await answer(lan, '/nhatky 2')).toMatch(/không thuộc|đơn vị/);
  expect(await answer(lan, 'ai chưa báo cáo')).toMatch(/Việc quá hạn đến ngày 20\/11\/2026: 1\n#3/);
});

test('tasks are found by their words, what they are about first', async () => {
  const found = await answer(leader, 'tìm việc đất đai');
  expect(found).toMatch(/Tìm “đất đai”: 1 việc\n#2 Kiểm kê đất đai/);
  expect(await answer(leader, 'tim dat')).toMatch(/Tìm “dat”: 2 việc/);
  expect(await answer(leader, '/tim ho ngheo')).toMatch(/#1 Rà soát hộ nghèo.*✅ xong/);
  expect(await answer(leader, '/tim')).toMatch(/Gõ từ cần tìm/);
  expect(await answer(leader, '/tim thủy lợi')).toMatch(/Không có việc nào có “thủy lợi”/);
});

test('everything that was done about a task is told in words, the latest first', async () => {
  await answer(clerk, '/tralai 1 thiếu chữ ký');
  lan.receives(/trả lại báo cáo #1/);
  await answer(lan, 'gia hạn 1 đến 27/11 vì chờ xã xác nhận');
  leader.receives(/xin gia hạn/);
  clerk.receives(/xin gia hạn/);
  await answer(leader, 'đồng ý gia hạn 1');
  lan.receives(/đồng ý gia hạn|gia hạn/);
  await answer(clerk, '/giao 1 KT');
  await answer(clerk, 'hoàn tác');
  expect(await answer(leader, 'lịch sử 1')).toMatch(
    new RegExp(
      [
        'Nhật ký #1 Rà soát hộ nghèo',
        '14:00 20/11 Tô Thị Hạnh: hoàn tác: việc giao #1',
        '14:00 20/11 Tô Thị Hạnh: giao cho Phòng Kinh tế',
        '14:00 20/11 Đinh Văn Thái: đồng ý gia hạn đến 27/11',
        '14:00 20/11 Hà Thị Lan: xin gia hạn đến 27/11',
        '14:00 20/11 Tô Thị Hạnh: trả lại báo cáo kỳ hạn 17/11: thiếu chữ ký',
        '14:00 13/11 Hà Thị Lan: báo xong kỳ hạn 17/11, kèm 1 minh chứng',
        '14:00 13/11 hệ thống: đưa vào từ kế hoạch',
      ].join('\n'),
    ),
  );
});

test('nobody who has not come yet is forgotten: "ai chưa vào bot"', async () => {
  expect(await answer(clerk, 'ai chưa vào bot')).toMatch(/Lương Quốc Việt/);
  expect(await answer(lan, 'ai chưa vào bot')).toMatch(/đầu mối/i);
});

test('what a unit owes is asked by any part of its name; of several that it may be one is tapped', async () => {
  const units = [...LAM_SON.units, { name: 'Ban Văn hóa thông tin', aliases: [] }];
  await office.hires({ ...LAM_SON, units });
  expect(await answer(leader, 'phong kinh te con no gi')).toMatch(
    /🔴 Phòng Kinh tế: việc quá hạn đến 20\/11\/2026 \(1\)\n#3/,
  );
  expect(await answer(leader, 'VHXH quá hạn gì')).toMatch(/🔴 Phòng Văn hóa - Xã hội: .*\(1\)\n#3/);
  expect(await answer(leader, 'văn phòng còn nợ gì')).toMatch(/Văn phòng .*: không có việc nào quá hạn/);
  await leader.says('văn hóa còn nợ gì');
  leader.receives(/“văn hóa” có thể là nhiều đơn vị/);
  await leader.presses('Phòng Văn hóa - Xã hội');
  leader.receives(/🔴 Phòng Văn hóa - Xã hội: .*\n#3/);
  await leader.says('tiến độ văn hóa tháng 11');
  leader.receives(/“văn hóa” có thể là nhiều đơn vị/);
  await leader.presses('Ban Văn hóa thông tin');
  leader.receives(/Ban Văn hóa thông tin/);
  expect(await answer(lan, 'phòng kinh tế còn nợ gì')).toMatch(/^🔴 Phòng Văn hóa - Xã hội/);
});

test('today’s work shows what is overdue and what the unit supports, as /viec does', async () => {
  await office.importsPlan([
    { title: 'Họp giao ban', deadline: '20/11/2026', lead: 'KT', support: 'VHXH' },
    { title: 'Tổng kết năm', deadline: '20/12/2026', lead: 'VHXH' },
  ]);
  for (const words of ['hôm nay có việc gì', 'viec hom nay']) {
    expect(await answer(lan, words)).toMatch(
      /chưa xong: 1\n#6 Họp giao ban.*\(phối hợp\)\n[\s\S]*QUÁ HẠN\n#3 Nộp sáng kiến.*quá hạn/,
    );
  }
  expect(await answer(lan, 'tuần này làm gì')).toMatch(
    /chưa xong: 2\n#3 .*quá hạn 2 ngày\n#6 .*\(phối hợp\)/,
  );
  expect(await answer(leader, 'hôm nay có việc gì')).toMatch(
    /#6 Họp giao ban[\s\S]*Ngoài ra, đang quá hạn: 1/,
  );
});
