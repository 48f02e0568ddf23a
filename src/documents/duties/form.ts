/** The lines of a form put together: a line with labels, and those below that only add to it. */
import { listItem } from '../clean-text.ts';
import type { Paragraph } from '../document.ts';
import { headingIn } from './heading.ts';
import { isAddition, isForm, type Labelled } from './labelled.ts';

export interface LabelledLine extends Paragraph {
  labels: Labelled;
  /** Tells what was, or why; it asks nobody. */
  tells: boolean;
}

export interface Form extends Labelled {
  /** How many it takes. */
  lines: number;
  text: string;
}

/** In lines below the first. */
const LONGEST_FORM = 6;

/** Null where no form begins. The first line may have no label itself: then it says what is to be done. */
export function formAt(lines: readonly LabelledLine[], at: number): Form | null {
  const first = lines[at];
  if (first === undefined) return null;
  let { labels: form } = first;
  let taken = 1;
  for (const [index, line] of lines.slice(at + 1, at + 1 + LONGEST_FORM).entries()) {
    if (addsTo(form, line.labels)) {
      form = { ...form, fields: { ...form.fields, ...line.labels.fields } };
      taken = index + 2;
    } else if (!isOtherLabel(line)) break;
  }
  const isWhole =
    isAddition(first.labels) || (isForm(form) && (form.fields.title !== undefined || isTitle(first)));
  const text = lines
    .slice(at, at + taken)
    .map((line) => line.text)
    .join('\n');
  return isWhole ? { ...form, lines: taken, text } : null;
}

/** "Địa điểm: …" among "Thời gian: …" and "Chủ trì: …" */
function isOtherLabel({ labels, text }: LabelledLine): boolean {
  return Object.keys(labels.fields).length === 0 && /^\p{Lu}[^:.;\d]{1,30}:\s+\S/u.test(listItem(text).text);
}

function addsTo(form: Labelled, more: Labelled): boolean {
  const isMore = isAddition(more) || (more.head === '' && more.fields.product !== undefined);
  return isMore && Object.keys(more.fields).every((column) => !(column in form.fields));
}

function isTitle({ labels: { head }, tells }: LabelledLine): boolean {
  const isHeading = head === head.toUpperCase() || /[:;]$/.test(head) || headingIn(head)?.units.length;
  return !tells && !isHeading;
}
