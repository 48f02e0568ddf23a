import type { Line } from '../services/ports/messenger.ts';

/** One line on standard output. */
export function print(text = ''): void {
  process.stdout.write(`${text}\n`);
}

export function printJson(value: unknown): void {
  print(JSON.stringify(value));
}

/** What a chat would show, as plain text. */
export function printLines(lines: Line[]): void {
  for (const { text } of lines) print(text);
}

/** One line on standard error: what went wrong. */
export function warn(text: string): void {
  process.stderr.write(`nhachan: ${text}\n`);
}
