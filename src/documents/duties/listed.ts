/** A line of a list that says what, who and when side by side: "1. Báo cáo CCHC - VP - trước 30/11". */
import type { Deadline } from '../../domain/deadline/deadline.ts';
import { parseDeadline } from '../../domain/deadline/parse-deadline.ts';
import { beginsDeadline } from './deadline-look.ts';
import { titleOf } from './duty-sentence.ts';
import { subjectAtEnd, subjectOf, whoIn } from './subject.ts';
import { timeIn } from './time.ts';

export interface ListedDuty {
  title: string;
  deadline: Deadline;
  lead: string[];
  support: string[];
}

const BETWEEN_FIELDS = /(?<!\s)\s+(?:[-–—|→]|[-=]*>)\s+|\s*[|\t]\s*|;\s+/u;
/** "Trả lời kiến nghị (VP, hạn 5/12)" */
const IN_BRACKETS = /^(.*\S)\s*\(([^()]+)\)[.;]?$/su;
const LONGEST_LINE = 400;
const LONGEST_TIME = 60;

type Field = { words: string } & ({ kind: 'what' } | { kind: 'when'; deadline: Deadline } | { kind: 'who' });

/** @param text without its bullet or number. Null where not every field says one of the three. */
export function listedDuty(text: string, year: number): ListedDuty | null {
  if (text.length > LONGEST_LINE) return null;
  const fields = withWholeNames(fieldsOf(text, year));
  const when = fields.find((field) => field.kind === 'when');
  if (when === undefined || fields.length < 2) return null;
  const [lead, ...helpers] = peopleAmong(fields);
  const what = fields.filter((field) => field.kind === 'what' && field !== lead);
  const words = what.map((field) => field.words).join(' - ');
  const subject = subjectOf(words);
  const isNamed = lead === undefined && subject.lead.length > 0;
  const title = titleOf(isNamed ? subject.rest : words);
  if (title === '') return null;
  const names = (field: Field): string[] => {
    const known = whoIn(field.words);
    return known.length > 0 ? known : field.words.split(/\s*[,+&/]\s*/u);
  };
  return {
    title,
    deadline: when.deadline,
    lead: lead === undefined ? subject.lead : names(lead),
    support: helpers.flatMap(names),
  };
}

function fieldsOf(text: string, year: number): Field[] {
  const [, before, inside] = IN_BRACKETS.exec(text) ?? [];
  if (before !== undefined && inside !== undefined && timeIn(before, true) === null) {
    const notes = inside.split(/\s*[,;]\s*|\s[-–]\s/u).map((words) => fieldOf(words, year));
    if (notes.some(isDay) && notes.every(({ kind }) => kind !== 'what'))
      return [...fieldsOf(before, year), ...notes];
  }
  return text
    .split(BETWEEN_FIELDS)
    .filter((words) => words.trim() !== '')
    .flatMap((words) => {
      const { lead, rest } = subjectAtEnd(words);
      return lead.length > 0 ? [fieldOf(rest, year), fieldOf(lead.join('; '), year)] : fieldOf(words, year);
    });
}

/** "(Theo Phụ lục đính kèm)" is no deadline of what stands before it. */
function isDay(field: Field): boolean {
  return field.kind === 'when' && field.deadline.kind !== 'external';
}

function fieldOf(written: string, year: number): Field {
  const words = written.replace(/(?<![.,;\s])[.,;\s]+$/, '').trim();
  if (words.length <= LONGEST_TIME && beginsDeadline(words)) {
    const deadline = parseDeadline(words, { year });
    if (deadline.kind !== 'none') return { kind: 'when', words, deadline };
  }
  const isName = whoIn(words).length > 0 && subjectOf(words).lead.length === 0;
  return { kind: isName && countWords(words) <= 12 ? 'who' : 'what', words };
}

/** The dash of "Phòng Văn hóa - Xã hội" parts no fields, where something else says what is to be done. */
function withWholeNames(fields: readonly Field[]): Field[] {
  const whole: Field[] = [];
  for (const [index, field] of fields.entries()) {
    const before = whole.at(-1);
    const others = fields.filter((other, i) => i !== index && other.kind === 'what');
    const isRest = before?.kind === 'who' && field.kind === 'what' && countWords(field.words) <= 2;
    if (before && isRest && others.length > 0) before.words += ` - ${field.words}`;
    else whole.push({ ...field });
  }
  return whole;
}

/** Who is named; else the few words between what and when ("Quyết toán chợ đêm - Kinh tế - hết tháng 12"). */
function peopleAmong(fields: readonly Field[]): Field[] {
  const people = fields.filter(({ kind }) => kind === 'who');
  const between = fields.at(-2);
  const isLast = fields.at(-1)?.kind === 'when';
  if (people.length > 0 || !isLast || fields.length < 3 || between === undefined) return people;
  return countWords(between.words) <= 4 ? [between] : [];
}

function countWords(text: string): number {
  return text.trim().split(/\s+/).length;
}
