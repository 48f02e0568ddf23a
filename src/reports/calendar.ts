/** The due dates as whole-day entries of a calendar app. An entry keeps its id, so that a newer file replaces it. */
import { createEvents, type EventAttributes } from 'ics';
import { addDays, type Day } from '../domain/day.ts';
import type { ReportSheet } from '../services/ports/report-writer.ts';

/** @throws what the library finds wrong */
export async function dueDatesCalendar({ title, dates }: ReportSheet): Promise<Uint8Array> {
  const events = dates.map(
    ({ id, day, title: words, text }): EventAttributes => ({
      uid: `${id}@nhachan`,
      start: partsOf(day),
      // The day on which an entry ends is not part of it.
      end: partsOf(addDays(day, 1)),
      title: words,
      description: text,
      alarms: [{ action: 'display', description: words, trigger: { days: 1, before: true } }],
    }),
  );
  const { error, value } = createEvents(events, { calName: title, productId: 'nhachan' });
  if (error || value === null || value === undefined) throw error ?? new Error('No calendar was written');
  return new TextEncoder().encode(value);
}

function partsOf(day: Day): [number, number, number] {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return [year, month, date];
}
