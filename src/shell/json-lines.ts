import { createInterface } from 'node:readline';

/** Windows puts one before the first line of what it pipes. */
const BYTE_ORDER_MARK = /^\uFEFF/;

/** The lines of standard input. */
export async function* linesIn(): AsyncGenerator<string> {
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    yield line.replace(BYTE_ORDER_MARK, '');
  }
}

/** An object that a line carries; null for a line of plain words. */
export function objectIn(line: string): Record<string, unknown> | null {
  if (!line.trimStart().startsWith('{')) return null;
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    // No JSON after all: the words as they stand.
    return null;
  }
}
