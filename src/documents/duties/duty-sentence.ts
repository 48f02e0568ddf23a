/** A sentence that sets a date: "Phòng VHXH tổng hợp, báo cáo Sở Nội vụ trước ngày 25/11". */
import type { Deadline } from '../../domain/deadline/deadline.ts';
import { parseDeadline } from '../../domain/deadline/parse-deadline.ts';
import { listItem } from '../clean-text.ts';
import { subjectOf } from './subject.ts';
import { timeIn } from './time.ts';

export interface Duty {
  /** What is to be done, without who and when. */
  title: string;
  deadline: Deadline;
  /** Empty where the sentence does not begin with who. */
  lead: string[];
}

export interface SharedDuty extends Duty {
  /** Who is asked to help. */
  support: string[];
}

export interface DutyContext {
  year: number;
  /** Who is named above the sentence, and has to do what it says. */
  unitAbove?: readonly string[];
}

const SENTENCE_END = /(?<=[;!?]|\p{L}{2}\.|[)”"%]\.|\d{4}\.)\s+(?=[-–+•*]?\s*\p{Lu})|\n(?=\s*[-–+•*])/u;

export function sentencesOf(text: string): string[] {
  return text
    .split(SENTENCE_END)
    .map((sentence) => listItem(sentence).text)
    .filter((sentence) => sentence !== '');
}

/** The words that say by when, where the sentence asks somebody; null where it sets no date. */
export function whenIn(sentence: string): string | null {
  return timeIn(sentence, true);
}

/**
 * None in a sentence that sets no date; one for each of its clauses that does, all of whoever the sentence begins
 * with. A deadline is of kind 'none' where it is set in words that are not understood.
 */
export function dutiesIn(sentence: string, { year, unitAbove = [] }: DutyContext): SharedDuty[] {
  const duties: SharedDuty[] = [];
  let lead = unitAbove;
  for (const clause of sentence.split(/;\s+/)) {
    const words = timeIn(clause, true);
    const subject = subjectOf(withoutWords(clause, words ?? ''));
    if (subject.lead.length > 0) lead = subject.lead;
    if (words === null || timeIn(clause, lead.length > 0) === null) continue;
    const title = titleOf(subject.rest);
    const deadline = parseDeadline(words, { year });
    if (title !== '') duties.push({ title, deadline, lead: [...lead], support: subject.support });
  }
  return duties;
}

function withoutWords(text: string, words: string): string {
  const at = words === '' ? -1 : text.lastIndexOf(words);
  const rest = at === -1 ? text : `${text.slice(0, at)} ${text.slice(at + words.length)}`;
  return rest.replace(/^[\s,:]+/, '');
}

export function titleOf(text: string): string {
  const words = text
    .replace(/\(\s*\)/g, '')
    .replace(/\s+/g, ' ')
    .replace(/(?<!\s)\s+([.,;:)])/g, '$1')
    .replace(/,(?=[,;.])/g, '')
    .replace(/^[\s,;:.–-]+|(?<![\s,;:.–-])[\s,;:.–-]+$/g, '');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
