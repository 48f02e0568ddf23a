import { type Locale, translator } from '../../../src/chat/translate.ts';
import type { DayContext } from '../../../src/chat/words/due-words.ts';
import { WorkingCalendar } from '../../../src/domain/calendar/working-calendar.ts';
import type { Day } from '../../../src/domain/day.ts';
import type { Line } from '../../../src/services/ports/messenger.ts';

const calendar = new WorkingCalendar();

/** What an office says on that day. */
export function onDay(today: Day, locale: Locale = 'vi'): DayContext {
  return { t: translator(locale), today, calendar };
}

export function textsOf(lines: Line[]): string[] {
  return lines.map(({ text }) => text);
}
