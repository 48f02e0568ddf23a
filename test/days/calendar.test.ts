/** Somebody's tasks in the calendar app of the phone, by an address that nobody else knows. */
import ICAL from 'ical.js';
import { convertIcsCalendar } from 'ts-ics';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { embeddedDatabase } from '../support/databases.ts';
import { LAM_SON } from '../support/office-of-lam-son.ts';
import { type OpenDatabase, openedOnce } from '../support/open-database.ts';
import { freePort } from '../support/servers.ts';
import { type TestChat, TestOffice } from '../support/test-office.ts';

let database: OpenDatabase;
let office: TestOffice;
let lan: TestChat;
let clerk: TestChat;
let origin: string;

beforeEach(async () => {
  database = await openedOnce(embeddedDatabase);
  const publicPort = await freePort();
  origin = `http://127.0.0.1:${publicPort}`;
  office = await TestOffice.open('2026-11-20 14:00', { database, publicPort });
  await office.hires(LAM_SON);
  await office.join('Lan', 'Hạnh', 'Thái');
  await office.importsPlan([
    { title: 'Rà soát hộ nghèo', deadline: '24/12/2026', lead: 'VHXH' },
    { title: 'Kiểm kê đất đai', deadline: '25/12/2026', lead: 'KT' },
  ]);
  [lan, clerk] = [await office.person('Lan'), await office.person('Hạnh')];
});

afterEach(async () => {
  office.nothingElse();
  await office.close();
});

async function addressFor(who: TestChat, words = '/lich'): Promise<string> {
  await who.says(words);
  const address = who.receives(/^http:\/\/127\.0\.0\.1:\d+\/lich\/[\w-]{44}\.ics$/);
  who.receives(/Tin ngay trên .*Google Calendar.*\niPhone: .*\n.*Thôi dùng: \/lich hủy/s);
  return address;
}

async function eventsAt(address: string): Promise<string[]> {
  const answer = await fetch(address);
  expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
  const text = await answer.text();
  const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent');
  expect(convertIcsCalendar(undefined, text).events).toHaveLength(events.length);
  return events.map(
    (one) => `${one.getFirstPropertyValue('summary')} ${one.getFirstPropertyValue('status')}`,
  );
}

/** All that somebody outside learns of an address that shows nothing. */
async function refusalAt(address: string) {
  const { status, headers } = await fetch(address);
  const known = Object.fromEntries([...headers].filter(([name]) => name !== 'date'));
  return { status, known };
}

test('shows the own tasks as they are now, with an ETag that changes when they do, and is cached by nobody else', async () => {
  const address = await addressFor(lan);
  expect(await eventsAt(address)).toEqual(['#1 Rà soát hộ nghèo CONFIRMED']);
  const first = await fetch(address);
  expect(first.headers.get('cache-control')).toBe('private, no-cache');
  const etag = first.headers.get('etag') ?? '';
  await office.at('2026-11-20 14:05');
  expect(await fetch(address, { headers: { 'if-none-match': etag } })).toMatchObject({ status: 304 });
  await lan.says('xong 1');
  lan.receives(/Đã ghi nhận #1/);
  const changed = await fetch(address, { headers: { 'if-none-match': etag } });
  expect(changed.status).toBe(200);
  expect(await eventsAt(address)).toEqual([expect.stringMatching(/#1 Rà soát hộ nghèo.* CANCELLED$/)]);
  expect(await eventsAt(await addressFor(await office.person('Thái')))).toHaveLength(2);
  // The head of another unit has the dates of that one, and what is to do in the own.
  await clerk.says('/suanguoi Lan: kiêm Trưởng phòng Kinh tế');
  clerk.receives(/kiêm Phòng Kinh tế \(trưởng đơn vị\)/);
  expect(await eventsAt(address)).toEqual([
    '#2 Kiểm kê đất đai CONFIRMED',
    expect.stringMatching(/#1 Rà soát hộ nghèo.* CANCELLED$/),
  ]);
});

test('a new one, "/lich hủy" and leaving the office end it, and nothing tells which it was', async () => {
  const first = await addressFor(lan);
  const second = await addressFor(lan, 'cho em địa chỉ lịch với ạ');
  const unknown = await refusalAt(`${origin}/lich/${'x'.repeat(44)}.ics`);
  expect(unknown.status).toBe(404);
  expect(await refusalAt(first)).toEqual(unknown);
  expect(await refusalAt(`${second.slice(0, -5)}${second.at(-5) === 'A' ? 'B' : 'A'}.ics`)).toEqual(unknown);
  expect(await refusalAt(`${origin}/lich/x`)).toEqual(unknown);
  expect(await eventsAt(second)).toHaveLength(1);

  await lan.says('/lich hủy');
  lan.receives(/đã hết hiệu lực/);
  expect(await refusalAt(second)).toEqual(unknown);
  await lan.says('/lich hủy');
  lan.receives(/chưa có địa chỉ lịch/);

  const third = await addressFor(lan, 'lịch của tôi trên điện thoại');
  expect(await eventsAt(third)).toHaveLength(1);
  await clerk.says('/xoanguoi Hà Thị Lan');
  clerk.receives(/./);
  expect(await refusalAt(third)).toEqual(unknown);
  // Whoever returns asks for another.
  await clerk.says('hoàn tác');
  clerk.receives(/Đã hoàn tác/);
  lan.receives(/trở lại/);
  expect(await refusalAt(third)).toEqual(unknown);
  const audited = await database.sql<{ action: string }>(
    `SELECT action FROM "AuditEntry" WHERE action LIKE '%calendar%' ORDER BY id`,
  );
  expect(audited.map(({ action }) => action)).toEqual([
    'make-calendar-address',
    'make-calendar-address',
    'end-calendar-address',
    'make-calendar-address',
  ]);
});

test('stands in no table, and is told to nobody in a group', async () => {
  const address = await addressFor(lan);
  const secret = address.slice(-36, -4);
  for (const table of ['Notice', 'CalendarAddress', 'Update', 'AuditEntry', 'Change']) {
    const rows = await database.sql<{ row: string }>(`SELECT to_jsonb(t)::text AS row FROM "${table}" t`);
    expect(rows.filter(({ row }) => row.includes(secret))).toEqual([]);
  }
  const group = office.group('Nhóm');
  await group.hears('Tô Thị Hạnh', '/ketnoi');
  group.receives(/./);
  await group.hears('Hà Thị Lan', '/lich');
  group.receives(/mở tin nhắn riêng/);
});
