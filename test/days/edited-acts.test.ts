/** Whatever a message did, edited to say something else it has not done, or the answer says why that stands. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CommandName } from '../../src/chat/command.ts';
import { CHANGING_ACTS } from '../../src/chat/understanding/effects.ts';
import { LAM_SON } from '../support/office-of-lam-son.ts';
import { TestOffice } from '../support/test-office.ts';

interface Row {
  who: string;
  /** What has been said before. */
  given?: [who: string, text: string][];
  says: string;
  /** The same act about something else. Absent: there is none. */
  orElse?: string;
  /** What has gone out to others, or was put back, stands; the answer says why. */
  stands?: RegExp;
}

const REPORTED: Row['given'] = [
  ['Lan', 'xong 1'],
  ['Lan', 'xong 2'],
];
const ASKED: Row['given'] = [
  ['Lan', 'gia hạn 1 đến 4/12 vì chờ số liệu của tỉnh'],
  ['Lan', 'gia hạn 2 đến 4/12 vì chờ số liệu của tỉnh'],
];

const TABLE: Partial<Record<CommandName, Row[]>> = {
  report: [{ who: 'Lan', says: 'xong 1', orElse: 'xong 2' }],
  partial: [{ who: 'Lan', says: '1 được 60%', orElse: '2 được 60%' }],
  obstacle: [{ who: 'Lan', says: 'vướng 1 vì mất điện', orElse: 'vướng 2 vì mất điện' }],
  explain: [
    { who: 'Lan', says: 'giải trình 1 vì thiếu số liệu', orElse: 'giải trình 2 vì thiếu số liệu' },
    {
      who: 'Thái',
      says: 'yêu cầu giải trình 1',
      orElse: 'yêu cầu giải trình 2',
      stands: /Yêu cầu giải trình đã gửi đi/,
    },
  ],
  press: [{ who: 'Thái', says: 'đôn đốc 1', orElse: 'đôn đốc 2', stands: /Lời đôn đốc đã gửi đi/ }],
  'pass-on': [{ who: 'Lan', says: 'chuyển 1 cho KT', orElse: 'chuyển 2 cho KT' }],
  snooze: [
    { who: 'Lan', says: 'mai nhắc lại 1', orElse: 'mai nhắc lại 2' },
    { who: 'Lan', says: '15h nhắc tôi nộp 1', orElse: '15h nhắc tôi nộp 2' },
  ],
  resume: [
    {
      who: 'Lan',
      given: [
        ['Lan', 'mai nhắc lại 1'],
        ['Lan', 'mai nhắc lại 2'],
      ],
      says: 'nhắc tiếp 1',
      orElse: 'nhắc tiếp 2',
    },
  ],
  'call-off': [
    {
      who: 'Lan',
      given: [
        ['Lan', '15h nhắc tôi nộp 1'],
        ['Lan', '16h nhắc tôi nộp 2'],
      ],
      says: 'hủy nhắc 1',
      orElse: 'hủy nhắc 2',
    },
  ],
  withdraw: [{ who: 'Lan', given: REPORTED, says: 'rút báo cáo 1', orElse: 'rút báo cáo 2' }],
  undo: [{ who: 'Lan', given: REPORTED, says: 'hoàn tác', stands: /Điều đã hoàn tác .*báo cáo #2/ }],
  review: [
    { who: 'Thái', given: REPORTED, says: 'duyệt 1', orElse: 'duyệt 2' },
    { who: 'Thái', given: REPORTED, says: 'trả lại 1 vì thiếu biểu', orElse: 'trả lại 2 vì thiếu biểu' },
  ],
  'withdraw-extension': [
    { who: 'Lan', given: ASKED, says: 'rút yêu cầu gia hạn 1', orElse: 'rút yêu cầu gia hạn 2' },
  ],
  'decide-extension': [
    { who: 'Thái', given: ASKED, says: 'đồng ý gia hạn 1', orElse: 'đồng ý gia hạn 2' },
    { who: 'Thái', given: ASKED, says: 'từ chối gia hạn 1', orElse: 'từ chối gia hạn 2' },
  ],
  'set-deadline': [{ who: 'Hạnh', says: '/han 1 10/12/2026', orElse: '/han 2 10/12/2026' }],
  'start-task': [{ who: 'Lan', says: 'bắt đầu việc 3 từ hôm nay', orElse: 'bắt đầu việc 4 từ hôm nay' }],
  'add-task': [
    {
      who: 'Hạnh',
      says: '/themviec Báo cáo nhanh mưa lũ, VHXH, 25/11/2026',
      orElse: '/themviec Trực bão, KT, 25/11/2026',
    },
  ],
  assign: [
    { who: 'Hạnh', says: 'giao 1 cho KT', orElse: 'giao 2 cho KT' },
    { who: 'Việt', says: 'giao 1 cho Lan', orElse: 'giao 2 cho Lan' },
  ],
  'leave-out': [{ who: 'Hạnh', says: '/bo 1', orElse: '/bo 2' }],
  'take-back': [
    {
      who: 'Hạnh',
      given: [
        ['Hạnh', '/bo 1'],
        ['Hạnh', '/bo 2'],
      ],
      says: '/laylai 1',
      orElse: '/laylai 2',
    },
  ],
};

const TALK = 'mai em làm tiếp';
/** By whomever, about a task of which nothing else is said. */
const ANOTHER_ACT = 'xong 5';
const PEOPLE = ['Lan', 'Việt', 'Hưng', 'Thái', 'Hạnh'];

let office: TestOffice;

beforeEach(async () => {
  office = await TestOffice.open('2026-11-20 14:00');
  await office.hires(LAM_SON);
  await office.join(...PEOPLE);
  const counted = 'Chậm nhất 05 ngày làm việc kể từ khi văn bản được ban hành';
  await office.importsPlan([
    { title: 'Rà soát hộ nghèo', deadline: '26/11/2026', lead: 'VHXH' },
    { title: 'Tổng hợp số liệu', deadline: '27/11/2026', lead: 'VHXH' },
    { title: 'Sao gửi văn bản', deadline: counted, lead: 'VHXH' },
    { title: 'Niêm yết công khai', deadline: counted, lead: 'VHXH' },
    { title: 'Kiểm kê tài sản', deadline: '30/11/2026', lead: 'VHXH' },
  ]);
});

afterEach(() => office.close());

/** What the person has done and not taken back, in words that do not depend on ids of the ledger. */
async function standing(name: string): Promise<string[]> {
  const { id } = await office.member(name);
  const changes = await office.storage.changes.latestOf(id, new Date(0));
  return changes.map(({ made }) => `${made.kind} ${'number' in made ? made.number : ''}`).toReversed();
}

/** What was said lately, and is no matter of what follows. */
async function readsAll(): Promise<void> {
  for (const name of PEOPLE) {
    for (const one of office.messagesTo(await office.person(name))) one.isRead = true;
  }
}

async function says(name: string, text: string): Promise<string> {
  const person = await office.person(name);
  await person.says(text);
  const answer = person.receives();
  await readsAll();
  return answer;
}

async function edits(name: string, text: string): Promise<string> {
  const person = await office.person(name);
  await person.edits(text);
  const answer = person.receives();
  await readsAll();
  return answer;
}

test('the table has whatever changes something', () => {
  expect(Object.keys(TABLE).toSorted()).toEqual([...CHANGING_ACTS].toSorted());
});

const ROWS = Object.entries(TABLE).flatMap(([act, rows]) => rows.map((row) => ({ act, ...row })));

test.each(ROWS)('$act: “$says” edited', async ({ who, given = [], says: said, orElse, stands }) => {
  for (const [name, text] of given) await says(name, text);
  const before = await standing(who);

  if (stands !== undefined) {
    await says(who, said);
    expect(await edits(who, TALK)).toMatch(stands);
    if (orElse === undefined) return;
    expect(await edits(who, orElse)).toMatch(stands);
    return;
  }

  await says(who, said);
  const done = await standing(who);
  expect(done.length, 'something is done').toBe(before.length + 1);
  expect(await edits(who, TALK)).toMatch(/^✏️ Tin đã được sửa, nội dung trước đó được rút lại/);
  expect(await standing(who)).toEqual(before);

  // Said again, it is done again: nothing of it was left.
  await says(who, said);
  expect(await standing(who)).toEqual(
    done.map((one) => (said.startsWith('/themviec') ? expect.any(String) : one)),
  );
  if (orElse !== undefined) {
    expect(await edits(who, orElse)).toMatch(/^✏️ Tin đã được sửa, nội dung trước đó được rút lại\.\n/);
    const other = await standing(who);
    expect(other.length).toBe(done.length);
    expect(other).not.toEqual(done);
    expect(other.at(-1)?.split(' ')[0]).toBe(done.at(-1)?.split(' ')[0]);
  }
  expect(await edits(who, ANOTHER_ACT)).toMatch(/^✏️ Tin đã được sửa, nội dung trước đó được rút lại\.\n/);
  expect(await standing(who)).toEqual([...before, 'report 5']);
});

test('edited into “hoàn tác”, or into taking back what it did, it takes back that and nothing before it', async () => {
  await says('Lan', 'xong 1');
  await says('Lan', 'xong 2');
  expect(await edits('Lan', 'hoàn tác')).toMatch(/^✏️ Tin đã được sửa, nội dung trước đó được rút lại\.$/);
  expect(await standing('Lan')).toEqual(['report 1']);
  await says('Lan', 'xong 2');
  expect(await edits('Lan', 'rút báo cáo 2')).toMatch(
    /^✏️ Tin đã được sửa, nội dung trước đó được rút lại\.$/,
  );
  await says('Lan', 'gia hạn 2 đến 4/12 vì chờ số liệu của tỉnh');
  expect(await edits('Lan', 'không cần gia hạn 2 nữa')).toMatch(
    /^✏️ Tin đã được sửa, nội dung trước đó được rút lại\.$/,
  );
  expect(await standing('Lan')).toEqual(['report 1']);
});
