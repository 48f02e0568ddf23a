/** The text of a document in whole paragraphs, without its tables. */
import { listItem } from '../clean-text.ts';
import type { Paragraph, RawDocument } from '../document.ts';
import { headingIn } from './heading.ts';
import { subjectOf } from './subject.ts';
import { timeIn } from './time.ts';

/** Plain text breaks a paragraph where the line is full; it goes on in lower case, or within a bracket. */
export function wholeParagraphs({ blocks }: RawDocument): Paragraph[] {
  const whole: Paragraph[] = [];
  let lastLine = '';
  for (const block of blocks) {
    if (block.kind === 'table') continue;
    const before = whole.at(-1);
    if (before && goesOn(lastLine, block.text)) before.text += ` ${block.text}`;
    else whole.push({ ...block });
    lastLine = block.text;
  }
  return whole;
}

function goesOn(line: string, next: string): boolean {
  if (/[.;:!?/]$/.test(line)) return false;
  return /^\p{Ll}(?![.)])/u.test(next) || isBrokenOff(line, next);
}

/** The next line may begin with a name, where the one before is as long as a line of print and says not yet when. */
function isBrokenOff(line: string, next: string): boolean {
  const isPrint = line.length >= SHORTEST_LINE && line !== line.toUpperCase();
  const isNew =
    listItem(next).mark !== null || next === next.toUpperCase() || subjectOf(next).lead.length > 0;
  const isLabel = LABEL.test(line) || LABEL.test(next);
  return isPrint && !isNew && !isLabel && timeIn(line, true) === null && headingIn(next) === null;
}

const LABEL = /^[^:]{2,40}:\s/u;
/** Of print, where it is full. */
const SHORTEST_LINE = 60;
