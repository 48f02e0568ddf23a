import { officeDayAt, yearOf } from '../domain/day.ts';
import { deadlineJson } from '../domain/deadline/json.ts';
import { parseDeadline } from '../domain/deadline/parse-deadline.ts';
import { linesIn, objectIn } from './json-lines.ts';
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
  for await (const line of linesIn()) {
    const given = phraseIn(line);
    show(given.phrase, given.year ?? year, options);
  }
}

/** A line is the words themselves, or an object that carries its own year: `{"phrase":…,"year":…}`. */
function phraseIn(line: string): { phrase: string; year?: number } {
  const { phrase, year } = objectIn(line) ?? {};
  if (typeof phrase !== 'string') return { phrase: line };
  return Number.isInteger(year) ? { phrase, year: year as number } : { phrase };
}

function show(text: string, year: number, { json }: DeadlineOptions): void {
  const reading = deadlineJson(parseDeadline(text, { year }), year);
  if (json) printJson(reading);
  else {
    const { kind, text: _, ...fields } = reading;
    print(`${text.trim()}\n  ${kind} ${JSON.stringify(fields)}`);
  }
}
