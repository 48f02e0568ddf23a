/** On Zalo nothing can be pressed: what a button does on Telegram is done by sending back its number. */

import { readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeSession } from '../../src/platforms/zalo/session-file.ts';
import type { HeldNotice } from '../../src/services/ports/outbox.ts';
import { LAM_SON } from '../support/office-of-lam-son.ts';
import { eventually } from '../support/patience.ts';
import { planFile } from '../support/plan-file.ts';
import { type PlanRow, TestOffice, type TestOfficeOptions } from '../support/test-office.ts';
import { ZaloStandIn } from '../support/zalo/stand-in.ts';

const sessionFile = join(tmpdir(), `nhachan-reply-codes-${process.pid}.json`);
let zalo: ZaloStandIn;
let office: TestOffice;

/** The numbers of the tasks are large, as they are in an office, and unlike those of choices. */
const OTHERS = Array.from({ length: 11 }, (_, index) => ({
  title: `Việc khác thứ ${index + 1}`,
  deadline: '31/3/2027',
  lead: 'KT',
}));
const HOUSEHOLDS: PlanRow = { title: 'Rà soát hộ nghèo', deadline: '23/11/2026', lead: 'VHXH' };
const MONTHLY: PlanRow = { title: 'Báo cáo tháng', deadline: 'Trước ngày 05 hằng tháng', lead: 'VHXH' };

beforeEach(async () => {
  zalo = await ZaloStandIn.start();
  await writeSession(sessionFile, { ...zalo.session, since: 0 });
  await opens('2026-11-20 14:00');
  await office.hires(LAM_SON);
});

afterEach(async () => {
  await office.settle();
  zalo.nothingElse();
  await office.close();
  await zalo.stop();
  await rm(sessionFile, { force: true });
});

async function opens(now: string, more: TestOfficeOptions = {}): Promise<void> {
  office = await TestOffice.open(now, { ...more, zalo: { standIn: zalo, sessionFile } });
  await zalo.listening();
}

async function joined(name: string) {
  const person = zalo.person(name);
  person.says(`/start ${await office.invitationOf(name)}`);
  await person.nextMessage(/Xin chào anh\/chị/);
  return person;
}

/** Lan has had Monday's notice of #12, and perhaps of others. */
async function lanOnMonday(...rows: PlanRow[]) {
  await office.importsPlan([...OTHERS, HOUSEHOLDS, ...rows]);
  const lan = await joined('Hà Thị Lan');
  await office.at('2026-11-23 07:45');
  const notice = await lan.nextMessage(/#12 Rà soát hộ nghèo/);
  return { lan, notice };
}

test('the notice ends with the codes, and "1" reports the task', async () => {
  const { lan, notice } = await lanOnMonday();
  expect(notice.text.split('\n').at(-1)).toBe('Trả lời 1 để báo xong #12, 2 để xin gia hạn #12.');
  lan.says('số 1');
  await lan.nextMessage(/Đã ghi nhận #12 hoàn thành[\s\S]*Chưa có minh chứng/);
  // Used up: what comes with it is kept, and nothing else is reported.
  lan.says('1 https://lamson.example.vn/ho-ngheo');
  await lan.nextMessage(/Đã thêm minh chứng cho #12.*ho-ngheo/);
  lan.says('1');
  await lan.nextMessage(/#12 đã được Hà Thị Lan báo ngày/);
});

test('"0" takes back what was just done, and the numbers of the notice go on meaning its tasks', async () => {
  const { lan } = await lanOnMonday({ ...HOUSEHOLDS, title: 'Cấp thẻ bảo hiểm' });
  lan.says('2');
  const answer = await lan.nextMessage(/Đã ghi nhận #13/);
  expect(answer.text.split('\n').at(-1)).toBe('Trả lời 0 để hoàn tác.');
  // Nobody answers before the message is there.
  await office.settle();
  lan.says('0');
  await lan.nextMessage(/Đã hoàn tác: báo cáo #13/);
  lan.says('1');
  await lan.nextMessage(/Đã ghi nhận #12/);
  lan.says('2');
  await lan.nextMessage(/Đã ghi nhận #13/);
  await office.settle();
  lan.says('0');
  await lan.nextMessage(/Đã hoàn tác: báo cáo #13/);
  await office.settle();
  lan.says('0');
  await lan.nextMessage(/đã hoàn tác rồi/);
});

test('a photo with the number below it is the evidence', async () => {
  const { lan } = await lanOnMonday();
  lan.sends({ photo: { content: Buffer.from('ảnh'), caption: '1' } });
  await lan.nextMessage(/Đã ghi nhận #12 hoàn thành[\s\S]*Minh chứng: tệp đính kèm/);
});

test('of several tasks each has its code; a number that is none of them means the task', async () => {
  const { lan, notice } = await lanOnMonday({ ...HOUSEHOLDS, title: 'Cấp thẻ bảo hiểm' });
  expect(notice.text).toMatch(/^Trả lời 1 để báo xong #12, 2 để báo xong #13\.$/m);
  lan.says('12');
  await lan.nextMessage(/^#12 Rà soát hộ nghèo/);
  lan.says('77');
  await lan.nextMessage(/Tin đó không có lựa chọn 77.*1, 2/);
  lan.says('3', { replyTo: notice });
  await lan.nextMessage(/Tin đó không có lựa chọn 3/);
  lan.says('2');
  await lan.nextMessage(/Đã ghi nhận #13/);
});

test('"xong 1" is the task with that number, whatever was offered', async () => {
  const { lan } = await lanOnMonday();
  lan.says('xong 1');
  await lan.nextMessage(/#1 do Phòng Kinh tế chủ trì[\s\S]*Nếu là lựa chọn 1 trong tin trước, chỉ gửi số 1/);
  lan.says('#1');
  await lan.nextMessage(/không thuộc đơn vị/);
});

test('the message quoted goes before the latest one', async () => {
  const { lan, notice } = await lanOnMonday({
    ...HOUSEHOLDS,
    title: 'Cấp thẻ bảo hiểm',
    deadline: '25/11/2026',
  });
  await office.at('2026-11-25 07:45');
  await lan.nextMessage(/Trả lời 1 để báo xong #12, 2 để báo xong #13/);
  lan.says('xong');
  await lan.nextMessage(/báo xong việc nào\? Chọn việc đó[\s\S]*Trả lời 1 để báo xong #12/);
  lan.says('2', { replyTo: notice });
  await lan.nextMessage(/Đã ghi nhận #13/);
  lan.says('1');
  await lan.nextMessage(/Đã ghi nhận #12/);
});

test('pressing again does not report the date after it', async () => {
  await office.importsPlan([MONTHLY]);
  const lan = await joined('Hà Thị Lan');
  await office.at('2026-12-07 07:45');
  await lan.nextMessage(/QUÁ HẠN\n#1 Báo cáo tháng/);
  lan.says('1');
  await lan.nextMessage(/Đã ghi nhận #1 hoàn thành — trước 05\/12/);
  lan.says('1');
  await lan.nextMessage(/#1 đã được .+ báo ngày .+ — trước 05\/12/);
  lan.says('1 https://lamson.example.vn/bao-cao');
  await lan.nextMessage(/Đã thêm minh chứng cho #1 — trước 05\/12/);
});

test('a choice is too old after a week, and says so', async () => {
  const { lan, notice } = await lanOnMonday();
  lan.says('/viec');
  await lan.nextMessage(/Rà soát hộ nghèo/);
  await office.at('2026-11-30 18:30');
  lan.says('1', { replyTo: notice });
  await lan.nextMessage(/Lựa chọn 1 đã quá 7 ngày/);
});

test('what a number meant is known after a restart', async () => {
  const { lan } = await lanOnMonday();
  await office.settle();
  await office.close();
  await opens('2026-11-23 09:00', { goesOn: true });
  lan.says('1');
  await lan.nextMessage(/Đã ghi nhận #12/);
});

test('a plan is accepted by its code, and only once', async () => {
  const clerk = await joined('Tô Thị Hạnh');
  const content = await readFile(await planFile([HOUSEHOLDS]));
  clerk.sends({ document: { name: 'ke-hoach.docx', content } });
  const preview = await clerk.nextMessage(/Kế hoạch mới: 1 nhiệm vụ/);
  expect(preview.text.split('\n').at(-1)).toBe('Trả lời 1: Đồng ý · 2: Hủy · 3: Xem tất cả');
  clerk.says('3');
  await clerk.nextMessage(/trang 1\/1/);
  clerk.says('1 https://lamson.example.vn');
  await clerk.nextMessage(/không kèm minh chứng/);
  clerk.says('1');
  await clerk.nextMessage(/Đã nhập kế hoạch: thêm 1/);
  clerk.says('1');
  await clerk.nextMessage(/Không có bản nhập nào đang chờ/);
});

/** The bot owes Lan a second notice, with other numbers, and could not send it. */
async function owesLan(failure: 'temporary' | 'unknown') {
  const { chats, offices, outbox } = office.storage;
  const [{ id: officeId = 0 } = {}] = await offices.all();
  const [chat] = (await chats.ofOrganization(officeId)).filter(({ kind }) => kind === 'private');
  const at = new Date('2026-11-23T07:45:00+07:00');
  const buttons = [[{ label: '✅ Xong #13', data: 'done:13' }]];
  const content = { lines: [{ text: 'Còn #13' }], buttons };
  const notice = { key: 'second', kind: 'word', chatId: chat?.id ?? 0, day: null, content, at } as const;
  const { id } = await outbox.add(notice);
  const waiting = { id, attempts: 0 };
  await outbox.offer(waiting, [{ code: 1, data: 'done:13' }]);
  await outbox.postpone(waiting, 500, failure);
  return waiting;
}

/** What it keeps waiting is then sent with the next answer. */
async function givesUp(waiting: HeldNotice): Promise<void> {
  await office.storage.outbox.end(waiting, 'dropped', new Date('2026-11-23T07:45:00+07:00'));
}

async function reported(): Promise<number[]> {
  const [{ id = 0 } = {}] = await office.storage.offices.all();
  const tasks = await office.storage.plans.board(id);
  const isReported = (task: (typeof tasks)[number]) =>
    task.occurrences.some(({ state }) => state === 'reported');
  return tasks.filter(isReported).map(({ number }) => number);
}

test('a number that has not arrived means nothing yet', async () => {
  const { lan } = await lanOnMonday({ ...HOUSEHOLDS, title: 'Cấp thẻ bảo hiểm' });
  const second = await owesLan('temporary');
  lan.says('1');
  await eventually(async () => expect(await reported()).toEqual([12]));
  await givesUp(second);
  lan.says('#12');
  await lan.nextMessage(/Đã ghi nhận #12/);
  await lan.nextMessage(/^#12/);
});

test('where another message may have arrived, a number it means something else by is asked about', async () => {
  const { lan } = await lanOnMonday({ ...HOUSEHOLDS, title: 'Cấp thẻ bảo hiểm' });
  const second = await owesLan('unknown');
  lan.says('1');
  lan.says('2');
  await eventually(async () => expect(await reported()).toEqual([13]));
  await givesUp(second);
  lan.says('#12');
  await lan.nextMessage(/Chưa rõ 1 là lựa chọn của tin nào.*xong 12/);
  await lan.nextMessage(/Đã ghi nhận #13/);
  await lan.nextMessage(/^#12/);
});

test('in a group a number that quotes nothing is no answer to what somebody else was asked', async () => {
  const ours = [HOUSEHOLDS, { ...HOUSEHOLDS, title: 'Cấp thẻ bảo hiểm' }];
  const theirs = ['Thu phí chợ', 'Kiểm kê kho'].map((title) => ({ ...HOUSEHOLDS, title, lead: 'KT' }));
  await office.importsPlan([...OTHERS, ...ours, ...theirs]);
  const clerk = await joined('Tô Thị Hạnh');
  const hung = await joined('Khổng Minh Hưng');
  const group = zalo.group('UBND xã Lâm Sơn', [clerk, hung]);
  group.says(clerk, '/ketnoi');
  await group.nextMessage(/Đã kết nối/);
  await office.at('2026-11-23 07:45');
  await hung.nextMessage(/#14/);
  await group.nextMessage(/#14/);
  group.mentions(hung, '@ xong');
  await group.nextMessage(/báo xong việc nào[\s\S]*Trả lời 1 để báo xong #14, 2 để báo xong #15/);
  group.mentions(clerk, '@ 1');
  await group.nextMessage(/^#1 Việc khác thứ 1/);
  group.mentions(hung, '@ 1');
  await group.nextMessage(/Đã ghi nhận #14/);
});

test('in a group only an answer to the bot counts, for whoever gives it', async () => {
  await office.importsPlan([...OTHERS, HOUSEHOLDS, { ...HOUSEHOLDS, title: 'Cấp thẻ bảo hiểm' }]);
  const clerk = await joined('Tô Thị Hạnh');
  const lan = await joined('Hà Thị Lan');
  const hung = await joined('Khổng Minh Hưng');
  const stranger = zalo.person('Người Lạ');
  const group = zalo.group('UBND xã Lâm Sơn', [clerk, lan, hung, stranger]);
  group.says(clerk, '/ketnoi');
  await group.nextMessage(/Đã kết nối/);
  await office.at('2026-11-23 07:45');
  await lan.nextMessage(/#12/);
  const notice = await group.nextMessage(/#12/);

  group.says(lan, 'xong', { replyTo: notice });
  const question = await group.nextMessage(
    /báo xong việc nào[\s\S]*Trả lời 1 để báo xong #12, 2 để báo xong #13/,
  );
  group.says(lan, '1');
  group.says(stranger, '1', { replyTo: question });
  await group.nextMessage(/chưa biết anh\/chị/);
  group.says(hung, '1', { replyTo: question });
  await group.nextMessage(/#12 do Phòng Văn hóa - Xã hội chủ trì/);
  group.says(lan, '1', { replyTo: question });
  await group.nextMessage(/Đã ghi nhận #12[\s\S]*Hà Thị Lan/);
  group.mentions(lan, '@ 2');
  await group.nextMessage(/Đã ghi nhận #13[\s\S]*Hà Thị Lan/);
});

test('a heart below the notice says who has seen it; taken back it says nothing, and nobody is answered', async () => {
  const { lan, notice } = await lanOnMonday();
  lan.says('#12');
  expect((await lan.nextMessage(/^#12/)).text).not.toContain('Đã xem');
  lan.reacts(notice, '');
  lan.says('#12');
  expect((await lan.nextMessage(/^#12/)).text).not.toContain('Đã xem');
  lan.reacts(notice);
  lan.says('#12');
  await lan.nextMessage(/Đã xem: Hà Thị Lan 07:45 23\/11$/);
});

test('in a group a sign counts for whoever set it, if that is a member and the message the bot’s', async () => {
  await office.importsPlan([...OTHERS, HOUSEHOLDS]);
  const clerk = await joined('Tô Thị Hạnh');
  const lan = await joined('Hà Thị Lan');
  const stranger = zalo.person('Người Lạ');
  const neighbours = LAM_SON.people
    .slice(1, 2)
    .map((one) => ({ ...one, name: 'Vi Thị Sen', unit: 'Văn phòng' }));
  await office.hires({
    office: { name: 'UBND xã bên' },
    units: [{ name: 'Văn phòng', aliases: [] }],
    people: neighbours,
    problems: [],
  });
  const sen = await joined('Vi Thị Sen');
  const group = zalo.group('UBND xã Lâm Sơn', [clerk, lan, stranger, sen]);
  group.says(clerk, '/ketnoi');
  const bound = await group.nextMessage(/Đã kết nối/);
  await office.at('2026-11-23 07:45');
  await lan.nextMessage(/#12/);
  const notice = await group.nextMessage(/#12/);
  const talk = group.says(clerk, 'họp lúc 8 giờ nhé');
  group.reacts(stranger, notice);
  group.reacts(sen, notice);
  group.reacts(lan, bound);
  group.reacts(lan, { ...notice, id: talk.msgId });
  group.says(lan, '#12', { replyTo: notice });
  expect((await group.nextMessage(/^#12/)).text).not.toContain('Đã xem');
  group.reacts(lan, notice, '/-ok');
  group.reacts(clerk, notice);
  group.says(lan, '#12', { replyTo: notice });
  await group.nextMessage(/Đã xem: Tô Thị Hạnh 07:45 23\/11; Hà Thị Lan 07:45 23\/11$/);
});

test('"2" asks for more time, the leader agrees by code, and nothing overdue is said of the old date', async () => {
  const leader = await joined('Đinh Văn Thái');
  const clerk = await joined('Tô Thị Hạnh');
  const { lan } = await lanOnMonday();
  lan.says('2');
  await lan.nextMessage(/Để xin gia hạn #12, hiện hạn 23\/11, .*ví dụ: gia hạn 12 đến 30\/11 vì/);
  lan.says('gia han 12 den 18/12 vi cho so lieu cua tinh');
  await lan.nextMessage(/Đã chuyển yêu cầu gia hạn #12 đến 18\/12 cho lãnh đạo và đầu mối/);
  const request = await leader.nextMessage(
    /Hà Thị Lan \(Phòng Văn hóa - Xã hội\) xin gia hạn[\s\S]*Xin đến: 18\/12/,
  );
  expect(request.text).toContain('Lý do: cho so lieu cua tinh');
  expect(request.text.split('\n').at(-1)).toBe('Trả lời 1: Đồng ý · 2: Không đồng ý');
  await clerk.nextMessage(/xin gia hạn/);
  leader.says('1');
  await leader.nextMessage(/Đã đồng ý gia hạn #12 cho Hà Thị Lan: gia hạn đến 18\/12 \(hạn gốc 23\/11\)/);
  await lan.nextMessage(/Đinh Văn Thái đã đồng ý gia hạn #12 .*gia hạn đến 18\/12/);
  clerk.says('2');
  await clerk.nextMessage(/đã được trả lời: Đinh Văn Thái đã đồng ý gia hạn #12 đến 18\/12/);

  await office.at('2026-11-25 07:45');
  await office.at('2026-11-27 07:45');
  await office.at('2026-12-11 07:45');
  await lan.nextMessage(/#12 Rà soát hộ nghèo — gia hạn đến 18\/12 \(hạn gốc 23\/11\), còn 7 ngày/);
});
