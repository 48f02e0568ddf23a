/** The calendar of due dates, read by two programs that know RFC 5545. */
import ICAL from 'ical.js';
import { convertIcsCalendar } from 'ts-ics';
import { expect, test } from 'vitest';
import { instantAt } from '../../src/domain/day.ts';
import { dueDatesCalendar } from '../../src/reports/calendar.ts';
import type { CalendarDate } from '../../src/services/ports/report-writer.ts';

const LONG = `#2 ${'Rà soát hộ nghèo, hộ cận nghèo; lập danh sách 😀 '.repeat(6)}\\ hết`.trim();

function aDate(given: Partial<CalendarDate> = {}): CalendarDate {
  return {
    uid: 'occurrence-2@b6b2.nhachan',
    day: '2026-11-30',
    time: null,
    title: LONG,
    text: 'hạn 30/11\nPhòng Kinh tế',
    alarmAt: '07:45',
    isCancelled: false,
    ...given,
  };
}

async function calendarOf(dates: CalendarDate[], madeAt = '2026-11-23T02:00:00Z'): Promise<string> {
  const bytes = await dueDatesCalendar({ name: 'Tiến độ; UBND xã Lâm Sơn', madeAt: new Date(madeAt), dates });
  return new TextDecoder().decode(bytes);
}

function eventsIn(text: string): ICAL.Event[] {
  const calendar = new ICAL.Component(ICAL.parse(text));
  return calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
}

test('both read every word of it', async () => {
  const text = await calendarOf([aDate(), aDate({ uid: 'occurrence-3@b6b2.nhachan', time: '17:00' })]);
  const [first, second] = eventsIn(text);
  expect(first).toMatchObject({ uid: 'occurrence-2@b6b2.nhachan', summary: LONG });
  expect(first?.description).toBe('hạn 30/11\nPhòng Kinh tế');
  expect(first?.startDate.isDate).toBe(true);
  expect([first?.startDate.toString(), first?.endDate.toString()]).toEqual(['2026-11-30', '2026-12-01']);
  expect(second?.startDate.toJSDate()).toEqual(instantAt('2026-11-30', '17:00'));

  const { events = [], method, version } = convertIcsCalendar(undefined, text);
  expect([method, version]).toEqual(['PUBLISH', '2.0']);
  expect(events.map(({ uid, summary, status }) => [uid, summary, status])).toEqual([
    ['occurrence-2@b6b2.nhachan', LONG, 'CONFIRMED'],
    ['occurrence-3@b6b2.nhachan', LONG, 'CONFIRMED'],
  ]);
});

test('a line has 75 octets at most, and no letter is cut in two', async () => {
  const text = await calendarOf([aDate()]);
  expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  const lines = text.split('\r\n');
  const octets = lines.map((line) => Buffer.byteLength(line));
  expect(Math.max(...octets)).toBeLessThanOrEqual(75);
  expect(Math.max(...octets)).toBeGreaterThan(70);
  expect(text).not.toContain('\uFFFD');
});

test.each([
  [null, '2026-11-30T00:00', ['2026-11-29T07:45', '2026-11-30T07:45']],
  ['17:00', '2026-11-30T17:00', ['2026-11-29T07:45', '2026-11-30T07:45']],
  // Over before the office opens, it rings the day before.
  ['07:00', '2026-11-30T07:00', ['2026-11-29T07:45']],
])('due at %s it rings at the hour of the morning notice, never at night', async (time, starts, rings) => {
  const [event] = eventsIn(await calendarOf([aDate({ time })]));
  const triggers = event?.component
    .getAllSubcomponents('valarm')
    .map((alarm) => alarm.getFirstPropertyValue('trigger') as ICAL.Duration);
  // Of a whole day the start is midnight wherever the calendar is.
  const start = Date.parse(`${starts}Z`);
  const at = triggers?.map((one) => new Date(start + one.toSeconds() * 1000).toISOString().slice(0, 16));
  expect(at).toEqual(rings);
});

test('what has been reported is cancelled in a later file, which counts more than the one before', async () => {
  const [before] = eventsIn(await calendarOf([aDate()], '2026-11-23T02:00:00Z'));
  const [after] = eventsIn(await calendarOf([aDate({ isCancelled: true })], '2026-11-24T02:00:00Z'));
  expect(after?.uid).toBe(before?.uid);
  expect(after?.sequence).toBeGreaterThan(before?.sequence ?? Number.POSITIVE_INFINITY);
  expect(after?.component.getFirstPropertyValue('status')).toBe('CANCELLED');
  expect(after?.component.getAllSubcomponents('valarm')).toEqual([]);
});

test('without a due date it is a calendar all the same', async () => {
  expect(eventsIn(await calendarOf([]))).toEqual([]);
});
