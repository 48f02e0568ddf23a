import { createInterface } from 'node:readline';
import { officeDayAt, yearOf } from '../domain/day.ts';
import { deadlineJson } from '../domain/deadline/json.ts';
import { parseDeadline } from '../domain/deadline/parse-deadline.ts';
import { print, printJson } from './print.ts';

export interface DeadlineOptions {
  year?: number;
  json?: boolean;
}

/** `nhachan deadline`: each text, or each line of standard input, read as a deadline. */
export async function deadlineCommand(texts: string[], options: DeadlineOptions, now: Date): Promise<void> {
  const year = options.year ?? yearOf(officeDayAt(now));
  if (texts.length > 0) {
    for (const text of texts) show(text, year, options);
    return;
  }
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    const given = phraseIn(line.replace(BYTE_ORDER_MARK, ''));
    show(given.phrase, given.year ?? year, options);
  }
}

/** Windows puts one before the first line of what it pipes. */
const BYTE_ORDER_MARK = /^\uFEFF/;

/** A line is the words themselves, or an object that carries its own year: `{"phrase":…,"year":…}`. */
function phraseIn(line: string): { phrase: string; year?: number } {
  if (!line.trimStart().startsWith('{')) return { phrase: line };
  try {
    const value: unknown = JSON.parse(line);
    if (
      typeof value === 'object' &&
      value !== null &&
      'phrase' in value &&
      typeof value.phrase === 'string'
    ) {
      const year = 'year' in value && Number.isInteger(value.year) ? (value.year as number) : undefined;
      return { phrase: value.phrase, ...(year === undefined ? {} : { year }) };
    }
  } catch {
    // No JSON after all: the words as they stand.
  }
  return { phrase: line };
}

function show(text: string, year: number, { json }: DeadlineOptions): void {
  const reading = deadlineJson(parseDeadline(text, { year }), year);
  if (json) printJson(reading);
  else {
    const { kind, text: _, ...fields } = reading;
    print(`${text.trim()}\n  ${kind} ${JSON.stringify(fields)}`);
  }
}
