/** From the lines of a plan's tables to its tasks, each with the headings it stands under. */
import { joinLines } from './clean-text.ts';
import type { Link, RawDocument, Source } from './document.ts';
import { PLAN_FIELDS, type PlanField } from './plan-columns.ts';
import { type PlanLine, planLines } from './plan-lines.ts';
import type { RowNumber } from './row-number.ts';

export interface TaskRow {
  no: string;
  /** The headings above, outermost first: "A. … > II. …". */
  section: string;
  title: string;
  fields: Record<PlanField, string>;
  evidenceLinks: Link[];
  source: Source;
}

export type UnreadReason =
  /** A number or a deadline, and no words that say what is to be done. */
  | 'no-title'
  /** Words without number, deadline or unit: a heading, a note or half a task. */
  | 'not-a-task'
  /** A sentence outside the tables that sets a date, in words that are not understood. */
  | 'duty-in-text';

export interface UnreadRow {
  text: string;
  why: UnreadReason;
  source: Source;
}

export interface PlanRows {
  tasks: TaskRow[];
  unread: UnreadRow[];
}

export function rowsOfPlan(document: RawDocument): PlanRows {
  const reading = new Reading();
  const lines = planLines(document);
  for (const [index, line] of lines.entries()) reading.take(line, lines[index + 1]);
  return { tasks: reading.tasks, unread: reading.unread };
}

interface Heading {
  kind: RowNumber['kind'] | 'words';
  text: string;
}

class Reading {
  readonly tasks: TaskRow[] = [];
  readonly unread: UnreadRow[] = [];
  #headings: Heading[] = [];
  #list = 0;
  #last: TaskRow | null = null;
  /** The numbered tasks that a sub-row may stand under, outermost first. */
  #parents: { number: RowNumber; task: TaskRow }[] = [];
  /** Below a gap stand signatures and notes, until a number shows that the table goes on. */
  #inTable = true;

  take(line: PlanLine, next: PlanLine | undefined): void {
    if (line.list !== this.#list) this.#begin(line.list);
    this.#inTable = line.number !== null || (this.#inTable && line.below !== 'gap');
    if (!this.#inTable || isTotal(line)) return;

    if (isHeading(line, next)) this.#open(line);
    else if (this.#last !== null && continues(line)) append(this.#last, line);
    else if (line.title === '') this.#leave(line, 'no-title');
    else if (line.number === null && isBare(line)) this.#leave(line, 'not-a-task');
    else this.#add(line);
  }

  #begin(list: number): void {
    this.#list = list;
    this.#headings = [];
    this.#last = null;
    this.#parents = [];
    this.#inTable = true;
  }

  #open(line: PlanLine): void {
    const kind = line.number?.kind ?? 'words';
    this.#close(kind);
    this.#parents = [];
    const title = line.title.replace(/\s+/g, ' ');
    this.#headings.push({ kind, text: line.number ? `${line.number.text}. ${title}` : title });
  }

  /** A number ends every heading of its own kind, and what stands under it: "2" ends "1", "II" ends "I > 3". */
  #close(kind: Heading['kind']): void {
    const open = this.#headings.findIndex((heading) => heading.kind === kind);
    if (open >= 0) this.#headings.length = open;
  }

  #add(line: PlanLine): void {
    if (line.number !== null) this.#close(line.number.kind);
    const parent = this.#parentOf(line);
    const headings = this.#headings.map((heading) => heading.text);
    this.#last = {
      no: line.number?.text ?? '',
      section: [...headings, ...(parent === null ? [] : [`${parent.no}. ${parent.title}`])].join(' > '),
      title: joinLines(line.title),
      fields: parent === null ? { ...line.fields } : inherit(line.fields, parent.fields),
      evidenceLinks: [...line.evidenceLinks],
      source: line.source,
    };
    this.tasks.push(this.#last);
    if (line.number !== null) this.#parents.push({ number: line.number, task: this.#last });
  }

  /** The task that "1.1", "a)" or a dash is a part of. */
  #parentOf(line: PlanLine): TaskRow | null {
    if (line.number === null) return isBullet(line.title) ? (this.#parents.at(-1)?.task ?? null) : null;
    const { number } = line;
    const end = this.#parents.findIndex((parent) => !isPartOf(number, parent.number));
    if (end >= 0) this.#parents.length = end;
    return this.#parents.at(-1)?.task ?? null;
  }

  #leave(line: PlanLine, why: UnreadRow['why']): void {
    const texts = [line.number?.text ?? '', line.title, ...PLAN_FIELDS.map((field) => line.fields[field])];
    this.unread.push({ text: texts.filter((text) => text !== '').join(' | '), why, source: line.source });
  }
}

function isBare(line: PlanLine): boolean {
  return PLAN_FIELDS.every((field) => line.fields[field] === '');
}

function isTotal(line: PlanLine): boolean {
  return line.number === null && isBare(line) && /^(?:tổng cộng|tổng số|cộng)(?!\p{L})/iu.test(line.title);
}

/**
 * A title alone is a heading when its number is a letter or a Roman one, when it crosses the table, or when what
 * follows is counted under it; "5 | Sơ kết công tác" without anything else may also be a task nobody dated.
 */
function isHeading(line: PlanLine, next: PlanLine | undefined): boolean {
  if (line.title === '' || !isBare(line) || line.titleFromAbove) return false;
  if (line.number === null) return isHeadingOfWords(line);
  if (line.number.kind === 'letter' || line.number.kind === 'roman') return true;
  return next !== undefined && isUnder(next, line.number);
}

function isHeadingOfWords(line: PlanLine): boolean {
  if (isBullet(line.title) || /^\p{Ll}/u.test(line.title)) return false;
  return line.acrossTable || (line.title === line.title.toUpperCase() && /\p{Lu}{2}/u.test(line.title));
}

function isUnder(line: PlanLine, heading: RowNumber): boolean {
  if (line.number === null) return line.title !== '' && !line.titleFromAbove;
  if (line.number.kind === 'small letter') return heading.kind !== 'small letter';
  return line.number.text.split('.').length > heading.text.split('.').length;
}

/** Belongs to the task above: its page ended, or its title is merged over several lines. */
function continues(line: PlanLine): boolean {
  if (line.titleFromAbove) return true;
  if (line.number !== null) return false;
  if (line.title === '') return true;
  if (line.fields.deadline !== '') return false;
  return line.below === 'header' || /^\p{Ll}/u.test(line.title) || (isBullet(line.title) && isBare(line));
}

function isPartOf(part: RowNumber, whole: RowNumber): boolean {
  if (part.kind === 'small letter') return whole.kind !== 'small letter';
  return part.text.startsWith(`${whole.text}.`);
}

/** A part is due when the whole is, and done by the same units, unless it says otherwise. */
function inherit(own: TaskRow['fields'], parent: TaskRow['fields']): TaskRow['fields'] {
  const hasUnits = own.lead !== '' || own.assignment !== '';
  const { lead, support, assignment } = hasUnits ? own : parent;
  return { ...own, lead, support, assignment, deadline: own.deadline || parent.deadline };
}

function isBullet(text: string): boolean {
  return /^[-–+•*]/.test(text);
}

function append(task: TaskRow, line: PlanLine): void {
  if (!line.titleFromAbove && line.title !== '') task.title = joinLines(`${task.title}\n${line.title}`);
  for (const field of PLAN_FIELDS) {
    const more = line.fields[field];
    if (more === '') continue;
    const before = task.fields[field];
    // A sentence that a page break cut goes on in lower case.
    const joiner = before === '' ? '' : /^\p{Ll}/u.test(more) ? ' ' : '\n';
    task.fields[field] = before + joiner + more;
  }
  task.evidenceLinks.push(...line.evidenceLinks);
}
