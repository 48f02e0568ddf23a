/** A long message in as many messages as a platform's limit asks for, parted where a reader would part it. */
import type { Line } from '../ports/messenger.ts';

/** @param limit UTF-16 units in one message, line breaks included */
export function splitLines(lines: Line[], limit: number): Line[][] {
  const messages: Line[][] = [];
  let message: Line[] = [];
  for (const line of lines.flatMap((one) => fitted(one, limit))) {
    while (lengthOf([...message, line]) > limit) {
      const end = breakIn(message, limit);
      messages.push(message.slice(0, end));
      message = message.slice(end);
    }
    message.push(line);
  }
  return [...messages, message].map(withoutBlankEdges).filter((one) => one.length > 0);
}

/** Where a full message is best parted: between paragraphs, or between lines, but not below a heading. */
function breakIn(message: Line[], limit: number): number {
  const paragraph = message.findLastIndex(isBlank);
  // A paragraph break near the beginning would waste most of a message.
  if (paragraph > 0 && lengthOf(message.slice(0, paragraph)) > limit / 2) return paragraph;
  const endsInHeading = message.length > 1 && message.at(-1)?.style === 'heading';
  return endsInHeading ? message.length - 1 : message.length;
}

/** The line, in pieces if it alone is longer than a message. */
function fitted(line: Line, limit: number): Line[] {
  const pieces: Line[] = [];
  let { text } = line;
  while (text.length > limit) {
    const space = text.slice(0, limit + 1).search(/\s\S*$/);
    const end = space > 0 ? space : hardCut(text, limit);
    pieces.push({ ...line, text: text.slice(0, end) });
    text = text.slice(end).trimStart();
  }
  return [...pieces, { ...line, text }];
}

/** Between two halves of a surrogate pair there is no character. */
function hardCut(text: string, limit: number): number {
  const splitsPair = /[\uD800-\uDBFF]/.test(text.charAt(limit - 1));
  return splitsPair && limit > 1 ? limit - 1 : limit;
}

function withoutBlankEdges(message: Line[]): Line[] {
  const first = message.findIndex((line) => !isBlank(line));
  return first < 0 ? [] : message.slice(first, message.findLastIndex((line) => !isBlank(line)) + 1);
}

function isBlank({ text }: Line): boolean {
  return text.trim() === '';
}

function lengthOf(lines: Line[]): number {
  return lines.reduce((length, { text }) => length + text.length + 1, -1);
}
