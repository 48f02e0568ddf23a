/** Lines into a text with styled and named passages, which Zalo counts in UTF-16 units. */
import type { Line, Mention } from '../../services/ports/messenger.ts';

export interface Passage {
  start: number;
  length: number;
}

export interface RenderedText {
  text: string;
  headings: Passage[];
  quiet: Passage[];
  mentions: (Passage & { userId: string })[];
}

/** Names are called where they stand in the text first; a name that does not stand there is not called. */
export function render(lines: Line[], mentions: Mention[] = []): RenderedText {
  const text = lines.map((line) => line.text).join('\n');
  const headings: Passage[] = [];
  const quiet: Passage[] = [];
  let start = 0;
  for (const line of lines) {
    const { length } = line.text;
    if (line.style !== undefined && line.text.trim() !== '') {
      (line.style === 'heading' ? headings : quiet).push({ start, length });
    }
    start += length + 1;
  }
  return { text, headings, quiet, mentions: namedIn(text, mentions) };
}

function namedIn(text: string, mentions: Mention[]): RenderedText['mentions'] {
  const found: RenderedText['mentions'] = [];
  for (const { userId, name } of mentions) {
    const start = placeOf(name, text);
    const isTaken = found.some((one) => start < one.start + one.length && one.start < start + name.length);
    if (start >= 0 && !isTaken) found.push({ userId, start, length: name.length });
  }
  return found.toSorted((one, other) => one.start - other.start);
}

/** Nguyễn Văn An is not named where Nguyễn Văn Anh is. */
function placeOf(name: string, text: string): number {
  if (name === '') return -1;
  let start = text.indexOf(name);
  while (start >= 0 && (isLetterAt(text, start - 1) || isLetterAt(text, start + name.length))) {
    start = text.indexOf(name, start + 1);
  }
  return start;
}

function isLetterAt(text: string, index: number): boolean {
  return /[\p{L}\p{M}]/u.test(text.charAt(index));
}
