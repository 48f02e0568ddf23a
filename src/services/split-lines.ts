import type { Line } from './ports/messenger.ts';

/**
 * Lines into messages of at most `limit` characters, each ending where a line ends. A line that is too long itself is
 * cut at a space, or where there is none for long, between two characters.
 */
export function splitLines(lines: Line[], limit: number): Line[][] {
  const messages: Line[][] = [];
  let current: Line[] = [];
  let length = 0;
  for (const line of lines.flatMap((whole) => cut(whole, limit))) {
    if (length + line.text.length + 1 > limit + 1 && current.length > 0) {
      messages.push(current);
      current = [];
      length = 0;
    }
    current.push(line);
    length += line.text.length + 1;
  }
  if (current.length > 0) messages.push(current);
  return messages.map(withoutOuterBlanks).filter((message) => message.length > 0);
}

function cut(line: Line, limit: number): Line[] {
  const pieces: Line[] = [];
  let rest = line.text;
  while (rest.length > limit) {
    const space = rest.lastIndexOf(' ', limit);
    const at = space > limit / 2 ? space : betweenCharacters(rest, limit);
    pieces.push({ ...line, text: rest.slice(0, at) });
    rest = rest.slice(at).trimStart();
  }
  return [...pieces, { ...line, text: rest }];
}

/** Never between the two halves of one character, nor between a letter and its combining mark. */
function betweenCharacters(text: string, limit: number): number {
  let at = limit;
  while (at > 1 && /^[\uDC00-\uDFFF\p{M}\u200d]/u.test(text.slice(at, at + 1))) at--;
  return at;
}

function withoutOuterBlanks(message: Line[]): Line[] {
  const isBlank = (line: Line) => line.text.trim() === '';
  const first = message.findIndex((line) => !isBlank(line));
  const last = message.findLastIndex((line) => !isBlank(line));
  return first < 0 ? [] : message.slice(first, last + 1);
}
