import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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

beforeAll(async () => {
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

afterAll(() => office.close());

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

const oracle = new Oracle(PLAN);

/** At a quarter to eight everybody has the notice that the README promises, line by line, and nobody anything else. */
async function morning(today: string): Promise<void> {
  await office.at(`${today} 07:45`);
  for (const reader of READERS) {
    const lines = oracle.morning(reader, today);
    if (lines.length === 0) continue;
    const read = readNotice(chatOf(reader.name).receives(), today);
    const name = reader.is === 'group' ? null : reader.name;
    const count = new Set(lines.map(({ number }) => number)).size;
    expect(read, `${reader.name}, ${today}`).toEqual({ name, count, lines });
  }
  office.nothingElse();
}

async function restOf(today: string): Promise<void> {
  for (const told of REPORTS.filter(({ day }) => day === today)) {
    const { who, number } = told;
    const date = written(oracle.reported(told), today);
    await says(who, `xong ${number}`, new RegExp(`Đã ghi nhận #${number} hoàn thành — .*${date}`));
  }
  if (EXTENSION.day === today) await moreTime(EXTENSION);
  office.nothingElse();
}

async function moreTime(extension: typeof EXTENSION): Promise<void> {
  const { who, by, number, until } = extension;
  await says(
    who,
    `gia hạn ${number} đến ${written(until, until)} vì chờ danh sách`,
    /Đã chuyển yêu cầu gia hạn #10/,
  );
  for (const name of DECIDERS) chatOf(name).receives(/xin gia hạn/);
  await says(by, `đồng ý gia hạn ${number}`, /Đã đồng ý gia hạn #10/);
  chatOf(who).receives(/đã đồng ý gia hạn #10/);
  oracle.extended(extension);
}

/** The days from Monday to Sunday. */
const WEEKS = Array.from({ length: 9 }, (_, week) =>
  Array.from({ length: 7 }, (_day, day) => plusDays(FIRST_MORNING, 7 * week + day)).filter(
    (day) => day <= LAST_MORNING,
  ),
);

describe('eight weeks of 25 people: every line of every notice is what the README promises, and there is no other', () => {
  test.each(WEEKS.map((days) => ({ from: days[0], days })))('the week of $from', async ({ days }) => {
    for (const today of days) {
      await morning(today);
      await restOf(today);
    }
  });
});
