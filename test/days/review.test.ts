/** A report is accepted or returned, by those who may; an office may ask that it is accepted before it counts. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { LAM_SON } from '../support/office-of-lam-son.ts';
import { type TestChat, TestOffice } from '../support/test-office.ts';

let office: TestOffice;
let lan: TestChat;
let head: TestChat;
let hung: TestChat;
let leader: TestChat;
let clerk: TestChat;

beforeEach(async () => {
  office = await TestOffice.open('2026-11-20 14:00');
  await office.hires(LAM_SON);
  await office.join('Lan', 'Việt', 'Hưng', 'Thái', 'Hạnh');
  await office.importsPlan([
    { title: 'Rà soát hộ nghèo', deadline: 'Trước ngày 26/11/2026', lead: 'VHXH' },
    { title: 'Kiểm kê tài sản', deadline: '27/11/2026', lead: 'KT' },
    { title: 'Nộp sáng kiến', deadline: '27/11/2026', lead: 'VHXH, KT' },
  ]);
  [lan, head, hung, leader, clerk] = await office.people('Lan', 'Việt', 'Hưng', 'Thái', 'Hạnh');
});

afterEach(async () => {
  office.nothingElse();
  await office.close();
});

async function stateOf(number: number) {
  const [{ id = 0 } = {}] = await office.storage.offices.all();
  const task = (await office.storage.plans.board(id)).find((one) => one.number === number);
  return task?.occurrences.map(({ state }) => state).join();
}

test('a report counts at once, is listed for those who may answer it, and is returned with the reason', async () => {
  await lan.says('xong 1 https://lamson.example.vn/ho-ngheo');
  lan.receives(/Đã ghi nhận #1/);
  await head.says('/choduyet');
  head.receives(/Báo cáo chờ ý kiến \(1\)/, /#1 Rà soát hộ nghèo/, /Hà Thị Lan.*https:\/\/lamson/);
  await hung.says('/choduyet');
  hung.receives(/Không có báo cáo nào đang chờ/);
  await hung.says('/duyet 1');
  hung.receives(/do lãnh đạo, đầu mối hoặc trưởng đơn vị chủ trì duyệt/);
  await lan.says('/duyet 1');
  lan.receives(/do chính anh\/chị gửi/);
  await head.says('/tralai 1');
  head.receives(/Trả lại #1 vì sao/);
  await head.says('trả lại 1 thiếu biểu mẫu');
  head.receives(/Chưa làm gì\. Có phải ý anh\/chị là/);
  await head.presses('Trả lại');
  head.receives(/Đã trả lại #1/);
  lan.receives(/Lương Quốc Việt trả lại báo cáo #1 .*Lý do: thiếu biểu mẫu/);
  expect(await stateOf(1)).toBe('open');
  await lan.says('#1');
  lan.receives(/Lương Quốc Việt trả lại lúc 14:00 20\/11: thiếu biểu mẫu/);
  await leader.says('/duyet 1');
  leader.receives(/#1 chưa có báo cáo nào/);
  await lan.says('xong 1');
  lan.receives(/Đã ghi nhận #1/);
  await leader.says('/duyet 1');
  leader.receives(/✅ Đã duyệt #1/);
  await lan.says('/rut 1');
  lan.receives(/đã được Đinh Văn Thái duyệt nên anh\/chị không rút được/);
  await lan.says('/hoantac');
  lan.receives(/báo cáo #1\. Hoàn tác việc đó\?/);
  await lan.presses('Hoàn tác');
  lan.receives(/Chưa hoàn tác được báo cáo #1.*: Đinh Văn Thái đã duyệt báo cáo/);
  await clerk.says('/duyet 1');
  clerk.receives(/đã được Đinh Văn Thái duyệt/);
  await head.says('/tralai 1 sai số liệu');
  head.receives(/do lãnh đạo, đầu mối hoặc trưởng đơn vị chủ trì duyệt/);
  await leader.presses('Hoàn tác');
  leader.receives(/Đã hoàn tác: việc duyệt #1/);
  await lan.says('/rut 1');
  lan.receives(/Đã rút báo cáo #1/);
});

test('all that waits is accepted at once', async () => {
  await lan.says('xong 1');
  lan.receives(/Đã ghi nhận #1/);
  await hung.says('xong 2, 3');
  hung.receives(/#2[\s\S]*#3/);
  await leader.says('/duyet hết');
  leader.receives(/Đã duyệt #1[\s\S]*Đã duyệt #2[\s\S]*Đã duyệt #3/);
  await leader.says('/choduyet');
  leader.receives(/Không có báo cáo nào/);
  await leader.says('/hoantac');
  leader.receives(/việc duyệt #1; việc duyệt #2; việc duyệt #3\. Hoàn tác việc đó\?/);
  await leader.presses('Hoàn tác');
  leader.receives(/duyệt #3[\s\S]*duyệt #2[\s\S]*duyệt #1/);
});

test('where reports are accepted first, the head is asked with buttons, and nothing is reminded meanwhile', async () => {
  await lan.says('/caidat duyet co');
  lan.receives(/Chỉ đầu mối/);
  await clerk.says('/caidat duyet co');
  clerk.receives(/Từ nay báo cáo phải được duyệt/);
  await lan.says('xong 1 https://lamson.example.vn/ho-ngheo');
  lan.receives(/Đã ghi nhận #1/, /Chờ duyệt/, /Đã chuyển cho: Lương Quốc Việt/);
  head.receives(/Báo cáo chờ duyệt/, /#1 Rà soát hộ nghèo/, /Hà Thị Lan/);
  expect(await stateOf(1)).toBe('waiting');
  await lan.says('#1');
  lan.receives(/đã báo cáo ngày 20\/11, chờ duyệt/);
  await leader.says('/tiendo');
  leader.receives(/Chờ duyệt: 1/);
  await office.at('2026-11-25 07:45');
  expect(lan.receives(/#3/)).not.toMatch(/#1/);
  hung.receives(/#2/);
  leader.receives(/có 1 việc chờ ý kiến:[\s\S]*CHỜ DUYỆT \(1\)\n#1 Rà soát hộ nghèo/);

  await head.presses('Trả lại');
  head.receives(/Trả lại #1 vì sao/);
  await head.replies('Chưa đủ biểu mẫu');
  head.receives(/Đã trả lại #1/);
  lan.receives(/trả lại báo cáo #1[\s\S]*Lý do: Chưa đủ biểu mẫu\./);
  await office.at('2026-11-26 07:45');
  lan.receives(/QUÁ HẠN[\s\S]*#1/);
  head.receives(/#1/);
  hung.receives(/#2/);

  await lan.says('xong 1');
  lan.receives(/Chờ duyệt/);
  head.receives(/Báo cáo chờ duyệt/);
  await head.presses('Duyệt');
  head.receives(/✅ Đã duyệt #1/);
  lan.receives(/Lương Quốc Việt đã duyệt báo cáo #1/);
  expect(await stateOf(1)).toBe('reported');
});

test('a head’s own report goes to a leader; two units are accepted each on its own', async () => {
  await clerk.says('/caidat duyet co');
  clerk.receives(/Từ nay/);
  await head.says('xong 3');
  head.receives(/Chờ duyệt/, /Đã chuyển cho: Đinh Văn Thái/, /Còn chờ báo cáo của: Phòng Kinh tế/);
  leader.receives(/Báo cáo chờ duyệt/);
  await hung.says('xong 3');
  hung.receives(/Chờ duyệt/, /Đã chuyển cho: Đinh Văn Thái/);
  leader.receives(/Báo cáo chờ duyệt/, /Khổng Minh Hưng/);
  await leader.presses('Duyệt');
  leader.receives(/Đã duyệt #3 .*Khổng Minh Hưng/);
  hung.receives(/đã duyệt/);
  expect(await stateOf(3)).toBe('waiting');
  await leader.says('/duyet 3');
  leader.receives(/Đã duyệt #3 .*Lương Quốc Việt/);
  head.receives(/đã duyệt/);
  expect(await stateOf(3)).toBe('reported');
});

test('asked why, the head just writes it; nothing is returned before he says that this is the reason', async () => {
  await lan.says('xong 1');
  lan.receives(/Đã ghi nhận #1/);
  await head.says('/tralai 1');
  head.receives(/Trả lại #1 vì sao\? Trả lời tin này/);
  await head.says('cảm ơn em');
  head.receives(/./);
  await head.says('/tralai 1');
  head.receives(/Trả lại #1 vì sao/);
  await head.says('chưa đúng biểu mẫu của tỉnh');
  head.receives(/Trả lại báo cáo với lý do: “chưa đúng biểu mẫu của tỉnh”\?/);
  expect(await stateOf(1)).toBe('reported');
  await head.presses('Trả lại');
  head.receives(/Đã trả lại #1/);
  lan.receives(/Lý do: chưa đúng biểu mẫu của tỉnh\./);
  expect(await stateOf(1)).toBe('open');
});

test('the reason of one person is no answer of another’s, and no forged button takes words from elsewhere', async () => {
  await lan.says('xong 1');
  lan.receives(/Đã ghi nhận #1/);
  await leader.says('/tralai 1');
  leader.receives(/Trả lại #1 vì sao/);
  await lan.says('sai số liệu');
  lan.receives(/./);
  await head.pressesForged('return:1@1');
  head.receives(/Trả lại #1 vì sao/);
  expect(await stateOf(1)).toBe('reported');
});
