/** What the bot could not do, and what people have to say of it, comes to whoever can mend its wording. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { LAM_SON } from '../support/office-of-lam-son.ts';
import { type TestChat, TestOffice } from '../support/test-office.ts';

let office: TestOffice;
let clerk: TestChat;
let leader: TestChat;
let lan: TestChat;
let nam: TestChat;

beforeEach(async () => {
  office = await TestOffice.open('2026-11-16 14:00', { weeklyNotes: true });
  const people = LAM_SON.people.filter(({ name }) => /Hạnh|Thái|Lan|Nam$/.test(name));
  await office.hires({ ...LAM_SON, people });
  await office.join('Hạnh', 'Thái', 'Lan', 'Nam');
  clerk = await office.person('Hạnh');
  leader = await office.person('Thái');
  lan = await office.person('Lan');
  nam = await office.person('Nam');
});

afterEach(async () => {
  office.nothingElse();
  await office.close();
});

async function ask(who: TestChat, words: string): Promise<string> {
  await who.says(words);
  return who.receives(/./);
}

/** Its summaries are another story. */
async function notesAt(moment: string): Promise<string[]> {
  await office.at(moment);
  const all = [clerk, leader, lan, nam].flatMap((chat) => office.messagesTo(chat));
  const texts = all.filter(({ isRead }) => !isRead).map(({ message }) => message.lines[0]?.text ?? '');
  const notes = [clerk, leader].flatMap((chat) =>
    office
      .messagesTo(chat)
      .filter(({ isRead, message }) => !isRead && message.lines[0]?.text === '📮 Ý kiến về bot')
      .map(({ message }) => `${chat.name}: ${message.lines.map(({ text }) => text).join('\n')}`),
  );
  for (const one of all) one.isRead = true;
  expect(texts.length).toBeGreaterThanOrEqual(notes.length);
  return notes;
}

test('what it did not understand three times the clerk hears on the next first working morning, once', async () => {
  expect(await ask(lan, 'trăng lu với anh Nam 12 sao ta')).toMatch(/./);
  expect(await ask(lan, 'Trăng lu với anh Nam 7 sao ta')).toMatch(/./);
  expect(await ask(clerk, '/ykien')).toMatch(/^Chưa có góp ý nào/);
  expect(await ask(nam, 'trang lu voi anh nam 3 sao ta!')).toMatch(/./);
  const said = '1. ❓ “trang lu voi anh … # sao ta” — 3 lần, 2 người, gần nhất 16/11';
  expect(await ask(clerk, '/ykien')).toContain(said);
  expect(await ask(leader, '/ykien')).toContain(said);
  expect(await ask(leader, '/ykien xóa 1')).toMatch(/Chỉ đầu mối/);
  expect(await ask(lan, '/ykien')).toMatch(/dành cho đầu mối và lãnh đạo/);

  expect(await notesAt('2026-11-20 07:45')).toEqual([]);
  expect(await notesAt('2026-11-23 07:44')).toEqual([]);
  expect(await notesAt('2026-11-23 07:45')).toEqual([
    [
      'Tô Thị Hạnh: 📮 Ý kiến về bot',
      said,
      '❓ là câu bot chưa hiểu, đã nói từ 3 lần; # thay số, … thay tên riêng, liên kết.',
      'Mục nào đã xem xong, anh/chị bấm hoặc trả lời số thứ tự để bỏ.',
      'Xem tất cả bất cứ lúc nào: /ykien',
    ].join('\n'),
  ]);
  expect(await notesAt('2026-11-23 07:46')).toEqual([]);
  expect(await notesAt('2026-11-30 07:45')).toEqual([]);

  expect(await ask(clerk, '/ykien xóa 1')).toMatch(/^Đã bỏ: “trang lu[^\n]*$/);
  expect(await ask(clerk, '/ykien xóa 1')).toMatch(/Mục này không còn trong danh sách/);
  expect(await ask(clerk, '/ykien')).toMatch(/^Chưa có góp ý nào/);
  expect(await ask(clerk, 'hoàn tác')).toMatch(/mục ý kiến vừa bỏ\. Hoàn tác việc đó\?/);
  await clerk.presses('Hoàn tác');
  clerk.receives(/Đã hoàn tác: mục ý kiến vừa bỏ/);
  expect(await ask(clerk, '/ykien')).toContain('“trang lu voi anh … # sao ta” — 3 lần');
  await notesAt('2027-01-18 07:45');
  expect(await ask(clerk, '/ykien')).toMatch(/^Chưa có góp ý nào/);
});

test('an offer that was taken was understood', async () => {
  await office.importsPlan([{ title: 'Rà soát hộ nghèo', deadline: '31/12/2026', lead: 'VHXH' }]);
  for (const _ of [1, 2, 3]) await ask(lan, 'cái 1 em gửi rồi');
  expect(await ask(clerk, '/ykien')).toContain('“cai # em gui roi” — 3 lần, 1 người');
  await ask(lan, 'cái 1 em gửi rồi');
  await lan.presses('Xong #1');
  lan.receives(/Đã ghi nhận #1/);
  expect(await ask(clerk, '/ykien')).toContain('“cai # em gui roi” — 3 lần, 1 người');
  await ask(lan, 'hoàn tác');
  await ask(nam, 'Cái 1 em gửi rồi');
  expect(await ask(clerk, '/ykien')).toContain('“cai # em gui roi” — 4 lần, 2 người');
});

test('a remark is kept word for word with its author, told to the clerk, and taken back by its author', async () => {
  expect(await ask(lan, 'góp ý: nhắc lúc 8h thôi, số em 0912 345 678')).toMatch(/^Cảm ơn anh\/chị đã góp ý/);
  expect(await ask(nam, 'Ý kiến: xong 1 rồi mà bot vẫn nhắc?')).toMatch(/^Cảm ơn/);
  expect(await ask(nam, 'hoàn tác')).toMatch(/Đã hoàn tác: góp ý của anh\/chị/);
  expect(await ask(nam, '/gopy')).toMatch(/ví dụ: góp ý: /);
  const remark = '1. 💬 Hà Thị Lan, 16/11: “nhắc lúc 8h thôi, số em 0912 345 678”';
  expect(await ask(clerk, '/ykien')).toBe(
    ['📮 Ý kiến về bot', remark, 'Mục nào đã xem xong, anh/chị bấm hoặc trả lời số thứ tự để bỏ.'].join('\n'),
  );
  const group = office.group('Nhóm');
  await group.hears('Tô Thị Hạnh', '/ketnoi');
  group.receives(/./);
  await group.hears('Tô Thị Hạnh', '/ykien');
  group.receives(/không đưa vào nhóm/);
  expect(await notesAt('2026-11-23 07:45')).toEqual([expect.stringContaining(remark)]);
  await notesAt('2027-03-01 07:45');
  expect(await ask(clerk, '/ykien')).toContain('nhắc lúc 8h thôi');
});

test('a note counts from 1 and its numbers are those of the list and of its buttons, whatever came before', async () => {
  for (const words of ['nhắc sớm hơn', 'chữ to hơn']) await ask(lan, `góp ý: ${words}`);
  await notesAt('2026-11-23 07:45');
  for (const words of ['thêm ảnh', 'bớt biểu tượng']) await ask(nam, `góp ý: ${words}`);
  for (const _ of [1, 2, 3]) await ask(lan, 'trăng lu với anh Nam 12 sao ta');
  await office.at('2026-11-30 07:45');
  clerk.receives(/^📮[^\n]*\n1\. 💬 [^\n]*thêm ảnh”\n2\. 💬 [^\n]*bớt biểu tượng”\n3\. ❓ “trang lu/);
  await clerk.presses('Bỏ mục 2');
  clerk.receives(/^Đã bỏ: “bớt biểu tượng”\.\nCòn 4 mục/);
  expect(await ask(clerk, 'hoàn tác')).toMatch(/Đã hoàn tác/);
  await ask(nam, 'góp ý: màu xanh');
  expect(await ask(clerk, '/ykien')).toMatch(
    /1\. .*thêm ảnh.*\n2\. .*bớt biểu tượng.*\n3\. ❓.*\n4\. .*màu xanh.*\n5\. .*nhắc sớm.*\n6\. .*chữ to/,
  );
  expect(await ask(clerk, '/ykien xóa 3')).toMatch(/Đã bỏ: “trang lu/);
});
