/** A sentence that sets a date: "Phòng VHXH tổng hợp, báo cáo Sở Nội vụ trước ngày 25/11". */
import type { Deadline } from '../domain/deadline/deadline.ts';
import { parseDeadline } from '../domain/deadline/parse-deadline.ts';
import { looksLikeUnit, splitUnits } from '../domain/unit-words.ts';
import { unitAtStart } from './unit-at-start.ts';

export interface Duty {
  /** What is to be done, without who and when. */
  title: string;
  deadline: Deadline;
  /** Empty where the sentence does not begin with who. */
  lead: string[];
}

const DAY_OR_RHYTHM =
  '\\d|(?:thứ|ngày|tháng|quý|tuần|năm|tết|cuối|đầu|giữa|cùng)(?!\\p{L})|(?:hằng|hàng|mỗi)\\s+(?:tuần|tháng|quý|năm)';
/** "trước ngày 30/11", "chậm nhất 17h00 thứ Sáu", "đến hết quý III", "trong tháng 6". */
const LIMIT = new RegExp(
  '(?<!\\p{L})(?:' +
    `(?:(?:xong|hoàn thành)\\s+)?(?:trước|chậm nhất|muộn nhất|đến hết)\\s+(?:[^.;,\\d]{0,25}?\\s)?(?=${DAY_OR_RHYTHM})` +
    // "trễ hạn", "thời hạn" and "hạn chế" set no date.
    '|(?<!(?:thời|trễ|đúng|quá|sớm|gia|kỳ)\\s)hạn(?:\\s+(?:chót|cuối|nộp))?:?\\s+(?=(?:ngày\\s+)?\\d{1,2}\\s*[/-])' +
    '|(?:xong\\s+)?trong\\s+(?:tháng|quý)\\s+(?=\\d|[IVX]))',
  'giu',
);
/** "định kỳ hằng quý", without a day. */
const RHYTHM = /(?<!\p{L})(?:định kỳ\s+)?(?:hằng|hàng|mỗi)\s+(?:tuần|tháng|quý)(?!\p{L})/iu;
/** A rhythm alone may describe ("Việc … được thực hiện hằng tháng"); with these somebody waits for the result. */
const DESCRIBES = /^(?:việc|kết quả|tỷ lệ|số|\d)/iu;
const HANDS_OVER = /(?<!\p{L})(?:báo cáo|gửi|nộp|cung cấp|tổng hợp)(?!\p{L})/iu;
const SENTENCE_END = /(?<=[;!?]|[^\d\s]\.|\d{4}\.)\s+(?=[-–+•*]?\s*\p{Lu})|\n(?=\s*[-–+•*])/u;
const BEFORE_UNIT = /^(?:đề nghị|yêu cầu|giao|phân công)\s+(?:cho\s+)?/iu;
const BEFORE_VERB = /^[\s,:–-]*(?:(?:có trách nhiệm|chịu trách nhiệm)\s+)?/iu;

export function sentencesOf(text: string): string[] {
  return text
    .split(SENTENCE_END)
    .map((sentence) => sentence.replace(/^\s*(?:[-–—+•*●▪]|(?:\d{1,2}|\p{Ll})[.)])\s*/u, '').trim())
    .filter((sentence) => sentence !== '');
}

/** Null for a sentence that sets no date. The deadline is of kind 'none' where it sets one in words not understood. */
export function dutyIn(sentence: string, year: number): Duty | null {
  const words = when(sentence);
  if (words === null) return null;
  const rest = sentence
    .replace(words, ' ')
    .replace(/^[\s,:]+/, '')
    .replace(BEFORE_UNIT, '');
  const unit = unitBefore(rest);
  // "trong quý I" also tells what has been; only of a unit it is asked.
  if (unit === '' && /^trong\s/i.test(words)) return null;
  return {
    title: titleOf(rest.slice(unit.length).replace(BEFORE_VERB, '')),
    deadline: parseDeadline(words, { year }),
    lead: unit === '' ? [] : splitUnits(unit),
  };
}

/** Who has to do it, as the sentence begins; blank where it does not say, or says nothing else. */
function unitBefore(text: string): string {
  const unit = looksLikeUnit(text) ? unitAtStart(text) : '';
  const isNamed =
    unit.length < LONGEST_UNIT && text.startsWith(unit) && titleOf(text.slice(unit.length)) !== '';
  return isNamed ? unit : '';
}

const LONGEST_UNIT = 160;

/** The words of the deadline: from the last limit to the end of its clause, else the rhythm alone. */
function when(sentence: string): string | null {
  const limit = [...sentence.matchAll(LIMIT)].at(-1);
  if (limit !== undefined) return clauseFrom(sentence, limit.index);
  return HANDS_OVER.test(sentence) && !DESCRIBES.test(sentence) ? (RHYTHM.exec(sentence)?.[0] ?? null) : null;
}

/** A comma or a bracket ends it, and so does the next verb; "10/6, 05/12" goes on. */
function clauseFrom(sentence: string, from: number): string {
  const [clause = ''] =
    /^.*?(?=,(?!\s*\d)|[;()]|\.(?!\d)|\s(?:để|nhằm|theo|về|gửi|cho|qua)\s|$)/su.exec(sentence.slice(from)) ??
    [];
  return clause.trim();
}

function titleOf(text: string): string {
  const words = text
    .replace(/\s+/g, ' ')
    .replace(/\s+([.,;:)])/g, '$1')
    .replace(/,(?=[,;.])/g, '')
    .replace(/^[\s,;:.–-]+|[\s,;:.–-]+$/g, '');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
