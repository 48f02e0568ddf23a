/** From the lines of a plan's tables to its tasks, each with the headings it stands under. */
import type { UnreadRow } from '../../services/ports/documents.ts';
import { joinLines } from '../clean-text.ts';
import { PLAN_FIELDS, type PlanField } from '../columns/plan-columns.ts';
import type { Link, RawDocument, Row, Source } from '../document.ts';
import { continues, isBare, isBullet, isHeading, isSigned, isTotal } from './line-kinds.ts';
import { type PlanLine, planLines } from './plan-lines.ts';
import type { RowNumber } from './row-number.ts';

export interface TaskRow {
  no: string;
  /** The headings above, outermost first: "A. … > II. …". */
  section: string;
  title: string;
  fields: Record<PlanField, string>;
  /** How it is to be done, in another column than the title. */
  detail: string;
  evidenceLinks: Link[];
  source: Source;
}

export interface PlanRows {
  tasks: TaskRow[];
  unread: UnreadRow[];
}

export function rowsOfPlan(document: RawDocument): PlanRows {
  const reading = new Reading();
  const { lines, unknown } = planLines(document);
  for (const [index, line] of lines.entries()) reading.take(line, lines[index + 1]);
  const unread = [...reading.unread, ...unknown.map(unknownRow), ...(document.skipped ?? [])];
  return { tasks: reading.tasks, unread };
}

function unknownRow({ cells, source }: Row): UnreadRow {
  const texts = cells
    .filter(({ text, merged }) => text !== '' && merged === undefined)
    .map(({ text }) => text);
  return { text: texts.join(' | '), why: 'unknown-table', source };
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
  #group = '';
  /** The numbered tasks that a sub-row may stand under, outermost first. */
  #parents: { number: RowNumber; task: TaskRow }[] = [];
  /** Below a gap stand signatures and notes, until a number shows that the table goes on. */
  #inTable = true;

  take(line: PlanLine, next: PlanLine | undefined): void {
    if (line.list !== this.#list) this.#begin(line.list);
    this.#inTable = line.number !== null || (this.#inTable && line.below !== 'gap' && !isSigned(line));
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
    this.#group = '';
    this.#last = null;
    this.#parents = [];
    this.#inTable = true;
  }

  #open(line: PlanLine): void {
    this.#group = '';
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
    this.#group = line.group.replace(/\s+/g, ' ') || this.#group;
    const headings = [...this.#headings.map((heading) => heading.text), this.#group].filter(
      (text) => text !== '',
    );
    this.#last = {
      no: line.number?.text ?? '',
      section: [...headings, ...(parent === null ? [] : [`${parent.no}. ${parent.title}`])].join(' > '),
      title: joinLines(line.title),
      fields: parent === null ? { ...line.fields } : inherit(line.fields, parent.fields),
      detail: line.detail,
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
  if (line.detail !== '' && !line.titleFromAbove)
    task.detail = joinLines(`${task.detail}\n${line.detail}`.trim());
  task.evidenceLinks.push(...line.evidenceLinks);
}
