/**
 * Duties that stand beside a plan's tables, or make up a message that has none: sentences ("gửi báo cáo về Văn phòng
 * trước ngày 20 hằng tháng"), lists ("1. Báo cáo CCHC - VP - trước 30/11") and forms ("Thời hạn: 30/11").
 */
import { parseDeadline } from '../../domain/deadline/parse-deadline.ts';
import { joinWrapped, listItem } from '../clean-text.ts';
import type { Paragraph, RawDocument } from '../document.ts';
import { isUnderstood } from './deadline-look.ts';
import { dutiesIn, sentencesOf, titleOf } from './duty-sentence.ts';
import { type Form, formAt, type LabelledLine } from './form.ts';
import { headingIn } from './heading.ts';
import { labelledDuty, labelsIn } from './labelled.ts';
import { type ListedDuty, listedDuty } from './listed.ts';
import { wholeParagraphs } from './paragraphs.ts';
import { subjectOf } from './subject.ts';
import { timeIn } from './time.ts';

export interface TextDuty extends ListedDuty {
  /** As the entry is numbered; blank where it is not. */
  no: string;
  product: string | null;
  /** The whole sentence. */
  text: string;
  source: Paragraph['source'];
}

/** What others have set, what has been done, and notes in brackets are no duties. */
const TELLS =
  /^\W*(?:căn cứ|kèm theo|xét|trên cơ sở|trên đây)\s|^(?:thực hiện|theo)\s+(?:\p{L}+\s+){0,3}(?:số\s*\d|chế độ)|^\(|như sau\W*$|^.{0,80}(?<!\p{L})đã\s/iu;

/** What the headings above say for all below them. */
interface Above {
  units: string[];
  period: string;
}

interface Entry extends Paragraph {
  duties: TextDuty[];
  /** What the list is marked with whose entry it is; null for a heading, and for what is in no list. */
  mark: string | null;
}

/** In the order of the text. The deadline is of kind 'none' for what looks like a duty and is not understood. */
export function dutiesInText(document: RawDocument, year: number): TextDuty[] {
  const lines = wholeParagraphs(document).map(
    (line): LabelledLine => ({ ...line, labels: labelsIn(line.text), tells: TELLS.test(line.text) }),
  );
  const entries: Entry[] = [];
  let above: Above = { units: [], period: '' };
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at];
    if (line === undefined) continue;
    const form = formAt(lines, at);
    if (form !== null) {
      entries.push({ ...line, mark: null, duties: [dutyOfForm(form, line, above, year)] });
      at += form.lines - 1;
      continue;
    }
    const heading = headingIn(line.text);
    if (heading !== null) above = { units: heading.units, period: heading.period ?? above.period };
    if (heading !== null && (heading.units.length > 0 || heading.period)) {
      entries.push({ ...line, mark: null, duties: [] });
      continue;
    }
    const context = isOverList(line, lines[at + 1]) ? { ...above, period: '' } : above;
    entries.push({ ...line, mark: listItem(line.text).mark, duties: dutiesOf(line, context, year) });
  }
  const isAllText = document.blocks.every(({ kind }) => kind === 'paragraph');
  return listsIn(entries).flatMap((list) => dutiesOfList(list, isAllText));
}

function dutiesOf({ text, source }: Paragraph, above: Above, year: number): TextDuty[] {
  const item = listItem(text);
  if (TELLS.test(item.text) || isTitle(item.text)) return [];
  const common = { no: item.number, product: null, source };
  const listed = listedDuty(item.text, year);
  if (listed !== null) return [{ ...common, ...listed, lead: orAbove(listed.lead, above), text: item.text }];
  const duties = sentencesOf(joinWrapped(text)).flatMap((sentence) =>
    TELLS.test(sentence)
      ? []
      : dutiesIn(sentence, { year, unitAbove: above.units }).map((duty) => ({
          ...common,
          ...duty,
          text: sentence,
        })),
  );
  if (duties.length > 0 || above.period === '' || item.mark === null) return duties;
  const { lead, support, rest } = subjectOf(item.text);
  const deadline = parseDeadline(above.period, { year });
  return [
    { ...common, title: titleOf(rest), deadline, lead: orAbove(lead, above), support, text: item.text },
  ];
}

/** "CÁC VIỆC CẦN XONG TRƯỚC TẾT": in capitals and without a day. */
function isTitle(text: string): boolean {
  return text === text.toUpperCase() && !/\d/.test(text);
}

/** "1. Công tác tuyên truyền" over its dashes is no duty itself. */
function isOverList(line: Paragraph, next: Paragraph | undefined): boolean {
  const [own, below] = [line, next].map((one) => listItem(one?.text ?? '').mark);
  return own === '1' && typeof below === 'string' && below !== own;
}

function dutyOfForm(form: Form, { source }: Paragraph, above: Above, year: number): TextDuty {
  const duty = labelledDuty(form, year);
  if (duty === null) return { ...unreadable(form.text, source), no: form.number };
  return { ...duty, no: form.number, lead: orAbove(duty.lead, above), text: form.text, source };
}

function orAbove(lead: string[], above: Above): string[] {
  return lead.length > 0 ? lead : above.units;
}

function unreadable(text: string, source: Paragraph['source']): TextDuty {
  const deadline = { kind: 'none', text: '', reason: 'blank' } as const;
  return { title: text, deadline, lead: [], support: [], no: '', product: null, text, source };
}

/**
 * Of a list of which most entries are duties the others look like duties too; but not beside a table, which has the
 * duties, while the text also says how.
 */
function dutiesOfList(list: readonly Entry[], isAllText: boolean): TextDuty[] {
  const duties = list.filter((entry) => entry.duties.length > 0).length;
  const isListOfDuties = isAllText && duties >= 2 && 2 * duties >= list.length;
  return list.flatMap(({ duties, text, source }) => {
    if (duties.length > 0) return duties;
    return isListOfDuties || isLoneDeadline(text) ? [unreadable(text, source)] : [];
  });
}

/** Entries of one list that follow one another; a line that is in no list stands alone. */
function listsIn(entries: readonly Entry[]): Entry[][] {
  const lists: Entry[][] = [];
  for (const entry of entries) {
    const list = lists.at(-1);
    if (list && entry.mark !== null && entry.mark === list[0]?.mark) list.push(entry);
    else lists.push([entry]);
  }
  return lists;
}

/** A deadline and nothing else: of what, nobody can tell. */
function isLoneDeadline(text: string): boolean {
  const words = text.replace(/[.;]$/, '');
  return timeIn(words, true) === words && isUnderstood(words);
}
