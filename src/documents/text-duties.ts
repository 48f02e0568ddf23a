/** Duties that a plan's text sets beside its tables: "gửi báo cáo về Văn phòng trước ngày 20 hằng tháng". */
import { looksLikeUnit, splitUnits, unitNameIn } from '../domain/unit-words.ts';
import { joinWrapped } from './clean-text.ts';
import type { Paragraph, RawDocument } from './document.ts';
import { type Duty, dutyIn, sentencesOf } from './duty-sentence.ts';

export interface TextDuty extends Duty {
  /** The whole sentence. */
  text: string;
  source: Paragraph['source'];
}

/** What others have set, what has been done, and notes in brackets are no duties. */
const TELLS =
  /^\W*(?:căn cứ|kèm theo|xét|trên cơ sở)\s|^(?:thực hiện|theo)\s+(?:\p{L}+\s+){0,3}(?:số\s*\d|chế độ)|^\(|như sau\W*$|^.{0,80}(?<!\p{L})đã\s/iu;
const LONGEST_HEADING = 120;
const HEADING_NUMBER = /^(?:[IVX]+|\d{1,2}(?:\.\d{1,2})*|\p{Ll})[.)]\s+/u;

export function dutiesInText(document: RawDocument, year: number): TextDuty[] {
  const duties: TextDuty[] = [];
  let unitAbove: string[] = [];
  for (const { text, source } of wholeParagraphs(document)) {
    const heading = unitInHeading(text);
    if (heading !== null) unitAbove = heading;
    for (const sentence of sentencesOf(joinWrapped(text))) {
      const duty = TELLS.test(sentence) ? null : dutyIn(sentence, year);
      if (duty === null || duty.title === '') continue;
      duties.push({ ...duty, lead: duty.lead.length > 0 ? duty.lead : unitAbove, text: sentence, source });
    }
  }
  return duties;
}

/** "2. Phòng Kinh tế" over its duties; any other heading ends what stood under the one before. */
function unitInHeading(text: string): string[] | null {
  if (text.length > LONGEST_HEADING || /[;.]$/.test(text)) return null;
  if (text === text.toUpperCase()) return [];
  const isNumbered = HEADING_NUMBER.test(text);
  const words = text
    .replace(HEADING_NUMBER, '')
    .replace(/^trách nhiệm của\s+/iu, '')
    .replace(/:$/, '');
  const name = unitNameIn(words);
  if (looksLikeUnit(words) && name.length > words.length / 2) return splitUnits(name);
  return isNumbered ? [] : null;
}

/** Plain text breaks a paragraph where the line is full; it goes on in lower case, or within a bracket. */
function wholeParagraphs({ blocks }: RawDocument): Paragraph[] {
  const whole: Paragraph[] = [];
  for (const block of blocks) {
    if (block.kind === 'table') continue;
    const before = whole.at(-1);
    if (before && goesOn(before.text, block.text)) before.text += ` ${block.text}`;
    else whole.push({ ...block });
  }
  return whole;
}

function goesOn(before: string, next: string): boolean {
  return /^\p{Ll}(?![.)])/u.test(next) && !/[.;:!?/]$/.test(before);
}
