/** The due dates for a calendar app, after RFC 5545. An entry keeps its id, so that a newer file replaces it. */
import { addDays, type Day, instantAt } from '../domain/day.ts';
import type { CalendarDate, CalendarSheet } from '../services/ports/report-writer.ts';

export async function dueDatesCalendar({ name, madeAt, dates }: CalendarSheet): Promise<Uint8Array> {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//NhacHan//nhachan//VI',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
    ...dates.flatMap((date) => event(date, madeAt)),
    'END:VCALENDAR',
  ];
  return new TextEncoder().encode(lines.map((line) => `${folded(line)}\r\n`).join(''));
}

function event(date: CalendarDate, madeAt: Date): string[] {
  const { uid, day, time, title, text, isCancelled } = date;
  return [
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `DTSTAMP:${utc(madeAt)}`,
    // Of two files the later one is right.
    `SEQUENCE:${Math.floor(madeAt.getTime() / MINUTE_MS)}`,
    ...(time === null
      ? // The day on which an entry ends is not part of it.
        [`DTSTART;VALUE=DATE:${digits(day)}`, `DTEND;VALUE=DATE:${digits(addDays(day, 1))}`]
      : [`DTSTART:${utc(instantAt(day, time))}`]),
    `SUMMARY:${escaped(title)}`,
    ...(text === '' ? [] : [`DESCRIPTION:${escaped(text)}`]),
    `STATUS:${isCancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    // A due date leaves nobody without time for a meeting.
    'TRANSP:TRANSPARENT',
    ...(isCancelled ? [] : alarms(date)),
    'END:VEVENT',
  ];
}

/** At the hour of the morning notice, the day before and on the day: counted from midnight they would go off at night. */
function alarms({ day, time, alarmAt, title }: CalendarDate): string[] {
  const starts = instantAt(day, time ?? '00:00').getTime();
  return [addDays(day, -1), day]
    .map((on) => (instantAt(on, alarmAt).getTime() - starts) / MINUTE_MS)
    .filter((minutes) => time === null || minutes < 0)
    .flatMap((minutes) => [
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      `DESCRIPTION:${escaped(title)}`,
      `TRIGGER:${duration(minutes)}`,
      'END:VALARM',
    ]);
}

const MINUTE_MS = 60_000;

/** "-PT16H15M" */
function duration(minutes: number): string {
  const whole = Math.abs(minutes);
  return `${minutes < 0 ? '-' : ''}PT${Math.floor(whole / 60)}H${whole % 60}M`;
}

function digits(day: Day): string {
  return day.replaceAll('-', '');
}

function utc(at: Date): string {
  return at.toISOString().replace(/[-:]|\.\d+/g, '');
}

/** Section 3.3.11. */
function escaped(words: string): string {
  return words.replace(/[\\;,]/g, '\\$&').replaceAll('\n', '\\n');
}

/** Section 3.1: 75 octets a line, its break not among them; and none within a letter. */
const MOST_OCTETS = 75;

function folded(line: string): string {
  const lines: string[] = [];
  let now = '';
  let octets = 0;
  for (const letter of line) {
    const size = Buffer.byteLength(letter);
    if (octets + size > MOST_OCTETS) {
      lines.push(now);
      now = ' ';
      octets = 1;
    }
    now += letter;
    octets += size;
  }
  return [...lines, now].join('\r\n');
}
