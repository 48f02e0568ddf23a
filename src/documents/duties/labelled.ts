/** Duties written as a form: "Nội dung: …", "Đơn vị chủ trì: …", "Thời hạn: …", on one line or several. */
import { parseDeadline } from '../../domain/deadline/parse-deadline.ts';
import { assignmentIn, unitsIn } from '../assignment.ts';
import { listItem } from '../clean-text.ts';
import { type ColumnWords, columnOf } from '../columns/header.ts';
import { PLAN_COLUMNS, PLAN_FIELDS, type PlanColumn } from '../columns/plan-columns.ts';
import { titleOf } from './duty-sentence.ts';
import type { ListedDuty } from './listed.ts';
import { subjectOf } from './subject.ts';
import { timeIn } from './time.ts';

export interface Labelled {
  /** What stands before the first label. */
  head: string;
  /** "Nhiệm vụ 3: …" */
  number: string;
  fields: Partial<Record<PlanColumn, string>>;
}

/** What labels say in fewer words than columns do. */
const LABELS: ColumnWords<PlanColumn> = [
  ...PLAN_COLUMNS,
  [
    'lead',
    /^(?:phu trach|thuc hien|don vi|bo phan|co quan|phong ban|nguoi (?:lam|nhan|thuc hien|phu trach))$/,
  ],
  ['deadline', /^(?:deadline|dl|thoi gian|ngay nop|hoan thanh)$/],
  ['title', /^(?:viec|dau viec|yeu cau cong viec)$/],
];
const LABEL = /(?:^|(?<=[;,.(|–—-]\s*))([\p{L}/][^:;,.(|\d\n–—-]{1,28}?)\s*(\d{1,3})?\s*:\s+/gu;
const LONGEST_HEAD = 400;

export function labelsIn(text: string): Labelled {
  const item = listItem(text);
  const labels = [...item.text.matchAll(LABEL)].flatMap((match) => {
    const column = columnOf(match[1] ?? '', LABELS);
    const isField = column === 'title' || PLAN_FIELDS.some((field) => field === column);
    return column !== null && isField
      ? { column, number: match[2], at: match.index, to: match.index + match[0].length }
      : [];
  });
  const fields: Labelled['fields'] = {};
  for (const [index, { column, to }] of labels.entries()) {
    const value = item.text.slice(to, labels[index + 1]?.at).replace(/(?<![\s;,.(|–—-])[\s;,.(|–—-]+$/, '');
    fields[column] ??= /\([^)]*$/.test(value) ? `${value})` : value.replace(/^([^(]*)\)$/, '$1');
  }
  const head = item.text
    .slice(0, labels[0]?.at ?? item.text.length)
    .replace(/(?<![\s;,.(|–—-])[\s;,.(|–—-]+$/, '');
  const number = labels.find(({ column }) => column === 'title')?.number ?? item.number;
  return { head, number, fields };
}

/** Says when or who, and not what: it belongs to the line above. */
export function isAddition({ head, fields }: Labelled): boolean {
  return head === '' && fields.title === undefined && (saysWhen(fields) || saysWho(fields));
}

export function isForm({ head, fields }: Labelled): boolean {
  const what = fields.title ?? head;
  return what !== '' && what.length <= LONGEST_HEAD && (saysWhen(fields) || saysWho(fields));
}

/** Null where nothing says what. The deadline is of kind 'none' where nothing says when. */
export function labelledDuty(
  { head, fields }: Labelled,
  year: number,
): (ListedDuty & { product: string | null }) | null {
  const what = fields.title ?? head;
  const assigned = assignmentIn(fields.assignment ?? '');
  const lead = [...unitsIn(fields.lead ?? ''), ...assigned.lead];
  const subject = subjectOf(what);
  const isNamed = lead.length === 0 && subject.lead.length > 0;
  const title = titleOf(isNamed ? subject.rest : what);
  if (title === '') return null;
  const when = fields.deadline ?? timeIn(title, true) ?? '';
  return {
    title,
    deadline: parseDeadline(when, { year }),
    lead: isNamed ? subject.lead : lead,
    support: [...unitsIn(fields.support ?? ''), ...assigned.support],
    product: fields.product ?? null,
  };
}

function saysWhen({ deadline }: Labelled['fields']): boolean {
  return deadline !== undefined;
}

function saysWho({ lead, assignment, support }: Labelled['fields']): boolean {
  return lead !== undefined || assignment !== undefined || support !== undefined;
}
