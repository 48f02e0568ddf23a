import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  EXTENSION,
  FIRST_MORNING,
  GROUPS,
  LAST_MORNING,
  PLAN,
  REPORTS,
  ROSTER,
} from '../support/eight-weeks/office.ts';
import { Oracle, plusDays, type Reader } from '../support/eight-weeks/oracle.ts';
import { readNotice } from '../support/eight-weeks/read-notice.ts';
import { type TestChat, TestOffice } from '../support/test-office.ts';

const READERS: Reader[] = [
  ...ROSTER.people.map(
    ({ name, unit, role, unitHead }): Reader => ({
      name,
      unit,
      is: role === 'officer' && unitHead ? 'head' : role,
    }),
  ),
  ...GROUPS.map(({ title, unit }): Reader => ({ name: title, unit, is: 'group' })),
];

const DECIDERS = ROSTER.people.filter(({ role }) => role !== 'officer').map(({ name }) => name);

let office: TestOffice;
const chats = new Map<string, TestChat>();

beforeEach(async () => {
  office = await TestOffice.open('2026-11-07 09:00');
  await office.hires(ROSTER);
  await office.importsPlan(PLAN);
  await office.join(...ROSTER.people.map(({ name }) => name));
  for (const { title, unit } of GROUPS) {
    await office.group(title).hears('Tô Thị Hạnh', unit === null ? '/ketnoi' : '/ketnoi VHXH');
    office.group(title).receives(/Đã kết nối nhóm này/);
    chats.set(title, office.group(title));
  }
  for (const { name } of ROSTER.people) chats.set(name, await office.person(name));
});

afterEach(() => office.close());

async function says(name: string, words: string, answer: RegExp): Promise<void> {
  await chatOf(name).says(words);
  chatOf(name).receives(answer);
}

function chatOf(name: string): TestChat {
  const chat = chats.get(name);
  if (!chat) throw new Error(`${name} has no chat`);
  return chat;
}

/** As it stands in a message on that day. */
function written(day: string, today: string): string {
  const [year, month, dayOfMonth] = day.split('-');
  return day.slice(0, 4) === today.slice(0, 4) ? `${dayOfMonth}/${month}` : `${dayOfMonth}/${month}/${year}`;
}

test('eight weeks of 25 people: every line of every notice is what the README promises, and there is no other', async () => {
  const oracle = new Oracle(PLAN);
  for (let today = FIRST_MORNING; today <= LAST_MORNING; today = plusDays(today, 1)) {
    await office.at(`${today} 07:45`);
    for (const reader of READERS) {
      const expected = oracle.morning(reader, today);
      if (expected.length === 0) continue;
      const count = new Set(expected.map(({ number }) => number)).size;
      const name = reader.is === 'group' ? null : reader.name;
      expect(readNotice(chatOf(reader.name).receives(), today), `${reader.name}, ${today}`).toEqual({
        name,
        count,
        lines: expected,
      });
    }
    office.nothingElse();

    for (const told of REPORTS.filter(({ day }) => day === today)) {
      const date = written(oracle.reported(told), today);
      await says(
        told.who,
        `xong ${told.number}`,
        new RegExp(`Đã ghi nhận #${told.number} hoàn thành — .*${date}`),
      );
    }
    if (EXTENSION.day === today) {
      oracle.extended(EXTENSION);
      const { who, by, number } = EXTENSION;
      await says(
        who,
        `gia hạn ${number} đến 18/12 vì chờ danh sách`,
        /Đã chuyển yêu cầu gia hạn #10 đến 18\/12/,
      );
      for (const name of DECIDERS) chatOf(name).receives(/xin gia hạn/);
      await says(by, `đồng ý gia hạn ${number}`, /Đã đồng ý gia hạn #10/);
      chatOf(who).receives(/đã đồng ý gia hạn #10/);
    }
    office.nothingElse();
  }
});
