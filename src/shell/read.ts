import { ReaderPool } from '../documents/apart/reader-pool.ts';
import { planJson } from '../documents/plan-json.ts';
import { officeDayAt, yearOf } from '../domain/day.ts';
import type { UnreadRow } from '../services/ports/documents.ts';
import { ShellFailure } from './failure.ts';
import { fileAt } from './files.ts';
import { print, printJson } from './print.ts';

export interface ReadOptions {
  year?: number;
  json?: boolean;
}

/** `nhachan read FILE`: what a plan says, and what of it could not be understood. */
export async function readCommand(path: string, options: ReadOptions, now: Date): Promise<void> {
  const reading = await new ReaderPool().read('written', {
    file: await fileAt(path),
    defaultYear: yearOf(officeDayAt(now)),
    ...(options.year === undefined ? {} : { year: options.year }),
  });
  if (reading.kind === 'no-plan') {
    // What looked like a task is shown all the same: it says why nothing was found.
    if (options.json) for (const line of reading.unread) printJson({ type: 'unread', ...line });
    else printUnread(reading.unread);
    throw new ShellFailure(`${path}: no task found; a plan has a table with "Nhiệm vụ" and "Tiến độ"`);
  }
  if (options.json) {
    for (const line of planJson(reading)) printJson(line);
    return;
  }
  const { facts, tasks, unread } = reading;
  print(`${facts.title ?? path} (${facts.number ?? '—'}, ${facts.issuedOn ?? '—'}, ${facts.year})`);
  for (const { no, title, deadline, lead } of tasks) {
    print(`${no.padStart(5)}  ${title.replace(/\s+/g, ' ')}`);
    print(`       ${deadline.kind}: ${deadline.text.replace(/\s+/g, ' ')} | ${lead.join('; ') || '—'}`);
  }
  printUnread(unread);
  print(`${tasks.length} tasks, ${unread.length} not understood`);
}

function printUnread(unread: UnreadRow[]): void {
  for (const { text, why } of unread) print(`    ?  ${text.replace(/\s+/g, ' ').slice(0, 120)} (${why})`);
}
