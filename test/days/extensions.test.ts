/** More time: who may ask for it, who answers, and what becomes of the reminders. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { LAM_SON } from '../support/office-of-lam-son.ts';
import { planFile } from '../support/plan-file.ts';
import { type TestChat, TestOffice } from '../support/test-office.ts';

let office: TestOffice;
let lan: TestChat;
let leader: TestChat;
let clerk: TestChat;

beforeEach(async () => {
  office = await TestOffice.open('2026-11-20 14:00');
  await office.hires(LAM_SON);
  await office.join('Lan', 'Thái', 'Hạnh');
  await office.importsPlan([
    { title: 'Rà soát hộ nghèo', deadline: 'Trước ngày 26/11/2026', lead: 'VHXH' },
    { title: 'Kiểm kê tài sản', deadline: '31/3/2027', lead: 'KT' },
    { title: 'Tuyên truyền', deadline: 'Thường xuyên', lead: 'VHXH' },
  ]);
  lan = await office.person('Lan');
  leader = await office.person('Thái');
  clerk = await office.person('Hạnh');
});

afterEach(async () => {
  office.nothingElse();
  await office.close();
});

async function lanAsks(words: string): Promise<void> {
  await lan.says(words);
  lan.receives(/Đã chuyển yêu cầu gia hạn #1/);
  leader.receives(/Hà Thị Lan .*xin gia hạn/, /#1 Rà soát hộ nghèo/);
  clerk.receives(/Hà Thị Lan .*xin gia hạn/);
}

async function occurrence() {
  const [{ id = 0 } = {}] = await office.storage.offices.all();
  const [task] = await office.storage.plans.board(id);
  return task?.occurrences[0];
}

test('a request that cannot be is answered with what to type, and passed on to nobody', async () => {
  const cases: [string, RegExp][] = [
    ['xin gia hạn', /ví dụ: gia hạn 12 đến 20\/12/],
    ['xin gia hạn đến 20/12', /Gửi kèm số việc/],
    ['xin gia hạn 1', /^Để xin gia hạn #1, hiện trước 26\/11 \(chậm nhất 25\/11\), .*gia hạn 1 đến 02\/12/],
    ['xin gia hạn 1 đến khi nào xong', /^Chưa rõ ngày/],
    ['xin gia hạn 1 đến 31/11', /^Chưa rõ ngày/],
    ['xin gia hạn 1 đến 1/11', /^Ngày xin gia hạn đã qua/],
    ['xin gia hạn 1 đến 24/11', /phải sau hạn hiện tại/],
    ['xin gia hạn 1 đến 25/11', /phải sau hạn hiện tại/],
    ['xin gia hạn 2 đến 20/4/2027', /không do đơn vị của anh\/chị chủ trì/],
    ['xin gia hạn 3 đến 20/12', /chưa có ngày đến hạn/],
    ['cho gia hạn 1', /^Để xin gia hạn #1/],
    ['xin gia hạn 1 đến 15/1/2036', /còn hơn một năm nữa/],
    ['xin gia hạn 77 đến 20/12', /Không có việc số 77/],
  ];
  for (const [words, answer] of cases) {
    await lan.says(words);
    lan.receives(answer);
  }
  await lan.says('xong 1');
  lan.receives(/Đã ghi nhận #1/);
  await lan.says('xin gia hạn 1 đến 20/12');
  lan.receives(/#1 đã được báo cáo nên không cần gia hạn/);
});

test('in November "15/1" is next January', async () => {
  await lan.says('xin gia hạn 1 đến 15/1');
  lan.receives(/Đã chuyển yêu cầu gia hạn #1 đến 15\/01\/2027/);
  leader.receives(/Xin đến: 15\/01\/2027/, /Không nêu lý do/);
  clerk.receives(/Xin đến: 15\/01\/2027/);
});

test('the button asks how; a refusal is told and changes nothing; then one may ask again', async () => {
  await office.at('2026-11-23 07:45');
  lan.receives(/#1/);
  await lan.presses('Xin gia hạn #1');
  lan.receives(/Để xin gia hạn #1/);
  await lanAsks('xin gia hạn 1 đến 18/12 vì chờ số liệu');
  await lan.says('xin gia hạn 1 đến 20/12');
  lan.receives(/Đã có yêu cầu gia hạn #1 đến 18\/12 đang chờ/);
  await leader.presses('Không đồng ý');
  leader.receives(/Đã không đồng ý gia hạn #1/);
  lan.receives(/Đinh Văn Thái không đồng ý gia hạn #1 .*vẫn trước 26\/11/);
  expect(await occurrence()).toMatchObject({ lastDay: '2026-11-25', originalDay: null });
  await lanAsks('xin gia hạn 1 đến 20/12');
});

test('only leaders and clerks answer, the first of them for all, and nobody for himself', async () => {
  await lanAsks('xin gia hạn 1 đến 18/12');
  await lan.says('đồng ý gia hạn 1');
  lan.receives(/Chỉ lãnh đạo và đầu mối/);
  await lan.pressesForged('grant:1');
  lan.receives(/Chỉ lãnh đạo và đầu mối/);
  await clerk.presses('Đồng ý');
  clerk.receives(/Đã đồng ý gia hạn #1/);
  lan.receives(/Tô Thị Hạnh đã đồng ý/);
  await leader.presses('Không đồng ý');
  leader.receives(/đã được trả lời: Tô Thị Hạnh đã đồng ý/);
  await leader.says('không đồng ý gia hạn 1');
  leader.receives(/Không có yêu cầu gia hạn nào như vậy/);
  await leader.pressesForged('grant:99');
  leader.receives(/Không có yêu cầu gia hạn nào như vậy/);
});

test('"đồng ý" right after a request is the answer to it; after anything else what waits is shown', async () => {
  await lanAsks('xin gia hạn 1 đến 18/12');
  await leader.says('đồng ý');
  leader.receives(/Đã đồng ý gia hạn #1/);
  lan.receives(/đã đồng ý gia hạn #1/);
  await lanAsks('xin gia hạn 1 đến 25/12');
  await leader.says('/quahan');
  leader.receives(/Không có việc nào quá hạn/);
  for (const decision of ['đồng ý', 'khong dong y']) {
    await leader.says(decision);
    leader.receives(/Chưa làm gì[\s\S]*XIN GIA HẠN \(1\)\n#1 .*xin đến 25\/12/);
  }
  await leader.says('ok');
  leader.receives(/Vâng ạ/);
  await clerk.says('không đồng ý gia hạn 1');
  clerk.receives(/Đã không đồng ý gia hạn #1/);
  lan.receives(/không đồng ý gia hạn #1/);
  await leader.says('không đồng ý');
  leader.receives(/Không có gì đang chờ anh\/chị trả lời/);
});

test('"không đồng ý" in reply to a request is the answer to it', async () => {
  await lanAsks('xin gia hạn 1 đến 18/12');
  await clerk.replies('không đồng ý');
  clerk.receives(/Đã không đồng ý gia hạn #1/);
  lan.receives(/không đồng ý gia hạn #1/);
});

test('an overdue task that is given time is silent until the new date comes near, and the figures keep the first', async () => {
  await office.at('2026-11-25 07:45');
  lan.receives(/#1 .*hôm nay/);
  await office.at('2026-11-26 07:45');
  lan.receives(/QUÁ HẠN[\s\S]*#1/);
  await lanAsks('xin gia hạn 1 đến 18/12 vì chờ số liệu');
  await leader.presses('Đồng ý');
  leader.receives(/Đã đồng ý/);
  lan.receives(/gia hạn đến 18\/12 \(hạn gốc 25\/11\)/);
  await office.at('2026-11-27 07:45');
  expect(lan.receives(/#3 Tuyên truyền/)).not.toContain('#1');
  for (const day of ['2026-11-30', '2026-12-01', '2026-12-02']) await office.at(`${day} 07:45`);
  await clerk.says('/quahan');
  clerk.receives(/Không có việc nào quá hạn/);
  await clerk.says('/tiendo');
  clerk.receives(/quá hạn 1/, /Được gia hạn: 1/);
  for (const [day, left] of [
    ['2026-12-11', '7 ngày'],
    ['2026-12-15', '3 ngày'],
    ['2026-12-17', '1 ngày'],
    ['2026-12-18', 'hôm nay'],
  ]) {
    await office.at(`${day} 07:45`);
    lan.receives(new RegExp(`gia hạn đến 18/12.*${left}`));
  }
  await office.at('2026-12-21 07:45');
  lan.receives(/QUÁ HẠN[\s\S]*#1/);
});

test('where two requests wait, "đồng ý" alone is asked about', async () => {
  await office.join('Hưng');
  await lanAsks('xin gia hạn 1 đến 18/12');
  const hung = await office.person('Hưng');
  await hung.says('xin gia hạn 2 đến 15/4/2027');
  hung.receives(/Đã chuyển yêu cầu gia hạn #2/);
  leader.receives(/Khổng Minh Hưng/);
  clerk.receives(/Khổng Minh Hưng/);
  await leader.says('đồng ý');
  leader.receives(/Có 2 yêu cầu gia hạn đang chờ/);
  await leader.says('đồng ý gia hạn 1');
  leader.receives(/Đã đồng ý gia hạn #1/);
  lan.receives(/đã đồng ý/);
});

test('a clerk’s own date has the last word', async () => {
  await lanAsks('xin gia hạn 1 đến 18/12');
  await clerk.presses('Đồng ý');
  clerk.receives(/Đã đồng ý/);
  lan.receives(/đã đồng ý/);
  await clerk.says('/han 1 trước ngày 26/11/2026');
  clerk.receives(/Đã sửa thời hạn/);
  expect(await occurrence()).toMatchObject({ lastDay: '2026-11-25', originalDay: null });
});

test('a day that is over is not granted', async () => {
  await lanAsks('xin gia hạn 1 đến 27/11');
  await office.at('2026-11-30 18:30');
  await leader.presses('Đồng ý');
  leader.receives(/Ngày xin gia hạn #1 \(27\/11\) đã qua/);
});

test('a request whose day is over is replaced by a new one', async () => {
  await lanAsks('xin gia hạn 1 đến 27/11');
  await office.at('2026-11-30 18:30');
  await lanAsks('xin gia hạn 1 đến 10/12');
  await leader.says('đồng ý');
  leader.receives(/Đã đồng ý gia hạn #1/);
  lan.receives(/đã đồng ý gia hạn #1 .*10\/12/);
});

test('a request ends with the report, and the next date can be asked about', async () => {
  await office.importsPlan([{ title: 'Báo cáo tháng', deadline: 'Ngày 25 hằng tháng', lead: 'VHXH' }], {
    number: '9/KH-UBND',
  });
  await lan.says('xin gia hạn 4 đến 5/12');
  lan.receives(/Đã chuyển yêu cầu gia hạn #4/);
  leader.receives(/xin gia hạn/);
  clerk.receives(/xin gia hạn/);
  await lan.says('xong 4');
  lan.receives(/Đã ghi nhận #4/);
  await lan.says('xin gia hạn 4 đến 30/12');
  lan.receives(/Đã chuyển yêu cầu gia hạn #4 đến 30\/12/);
  leader.receives(/xin gia hạn/);
  clerk.receives(/xin gia hạn/);
});

test('an extended date is still that of its month, and is reported before the one after it', async () => {
  await office.importsPlan([{ title: 'Báo cáo tuần', deadline: 'Ngày 25 hằng tháng', lead: 'VHXH' }], {
    number: '9/KH-UBND',
  });
  const reported = async () => {
    const [{ id = 0 } = {}] = await office.storage.offices.all();
    const task = (await office.storage.plans.board(id)).find(({ number }) => number === 4);
    return task?.occurrences.filter(({ state }) => state === 'reported').map(({ statedDay }) => statedDay);
  };
  await office.at('2026-11-24 18:30');
  await lan.says('xin gia hạn 4 đến 28/12');
  lan.receives(/Đã chuyển/);
  leader.receives(/xin gia hạn/);
  clerk.receives(/xin gia hạn/);
  await leader.says('đồng ý');
  leader.receives(/Đã đồng ý/);
  lan.receives(/đã đồng ý/);
  await office.at('2026-12-18 18:30');
  await lan.says('xong báo cáo tuần tháng 11');
  lan.receives(/Đã ghi nhận #4/);
  expect(await reported()).toEqual(['2026-11-25']);
});

test.each([
  ['thêm 5 ngày', '30/11'],
  ['thêm 5 ngày làm việc vì chờ số liệu', '02/12'],
  ['thêm 1 tuần', '02/12'],
])('"%s" counts from the present last day', async (words, day) => {
  await lan.says(`gia hạn 1 ${words}`);
  lan.receives(new RegExp(`Đã chuyển yêu cầu gia hạn #1 đến ${day}`));
  leader.receives(/xin gia hạn/);
  clerk.receives(/xin gia hạn/);
});

test('where a plan waits as well, "đồng ý" alone is asked about', async () => {
  await clerk.sends(await planFile([{ title: 'Kiểm tra sổ sách', deadline: '20/12/2026', lead: 'VHXH' }]));
  clerk.receives(/Đọc được kế hoạch/);
  await lanAsks('xin gia hạn 1 đến 18/12');
  await clerk.says('đồng ý');
  const [, draft] =
    /đồng ý gia hạn 12; với bản nhập, gửi: đồng ý nhập (\d+)/.exec(clerk.receives(/bản nhập/)) ?? [];
  await clerk.says('đồng ý gia hạn 1');
  clerk.receives(/Đã đồng ý gia hạn #1/);
  lan.receives(/đã đồng ý/);
  await clerk.says(`đồng ý nhập ${draft}`);
  clerk.receives(/Đã nhập kế hoạch/);
});

test('a clerk’s own date answers a request that waits', async () => {
  await lanAsks('xin gia hạn 1 đến 18/12');
  await clerk.says('/han 1 10/12/2026');
  clerk.receives(/Đã sửa thời hạn/);
  lan.receives(/Tô Thị Hạnh đã đặt lại thời hạn #1 .*10\/12.*xin lại/);
  await leader.says('đồng ý gia hạn 1');
  leader.receives(/Không có yêu cầu gia hạn nào như vậy/);
});

test('a request is taken back: those who were asked hear it, and it can be put back', async () => {
  await lanAsks('xin gia hạn 1 đến 2/12 vì chờ số liệu');
  await lan.says('rút yêu cầu gia hạn 1');
  lan.receives(/Đã rút yêu cầu gia hạn #1\. Thời hạn cũ giữ nguyên/);
  leader.receives(/Hà Thị Lan đã rút yêu cầu gia hạn #1/);
  clerk.receives(/Hà Thị Lan đã rút yêu cầu gia hạn #1/);
  await leader.says('đồng ý gia hạn 1');
  leader.receives(/Không có yêu cầu gia hạn nào/);
  await lan.says('không cần gia hạn 1 nữa');
  lan.receives(/#1 không có yêu cầu gia hạn nào đang chờ/);
  // Right after what did nothing it is told first what would be undone.
  await lan.says('hoàn tác');
  lan.receives(/lúc 14:00 20\/11: việc rút yêu cầu gia hạn #1\. Hoàn tác việc đó\?/);
  await lan.presses('Hoàn tác');
  lan.receives(/Đã hoàn tác: việc rút yêu cầu gia hạn #1/);
  leader.receives(/Hà Thị Lan vẫn xin gia hạn #1/);
  clerk.receives(/Hà Thị Lan vẫn xin gia hạn #1/);
  await leader.says('đồng ý gia hạn 1');
  leader.receives(/gia hạn #1/);
  lan.receives(/đồng ý gia hạn #1|gia hạn/);
});

test('whoever leads the task as well hears of the new date', async () => {
  await office.join('Hưng');
  const hung = await office.person('Hưng');
  await clerk.says('/giao 1 VHXH, KT');
  clerk.receives(/./);
  await lanAsks('xin gia hạn 1 đến 2/12 vì chờ số liệu');
  await leader.says('đồng ý gia hạn 1');
  leader.receives(/gia hạn #1/);
  lan.receives(/gia hạn/);
  hung.receives(/⏱ #1 Rà soát hộ nghèo được gia hạn đến 02\/12/);
});
