/** One phrase that says when, from all the columns of a table that do. */
import { parseDeadline } from '../../domain/deadline/parse-deadline.ts';
import { isDeadlineAlone } from './deadline-alone.ts';
import { sentencesOf } from './duty-sentence.ts';
import { timeIn } from './time.ts';

export interface WhenCells {
  /** "Bắt đầu", "Từ ngày" */
  start: string;
  /** The cells of the columns of deadlines. */
  ends: readonly string[];
  /** By the marks below months or quarters. */
  marked: string;
}

const ALWAYS = /(?<=thực hiện\s+|làm\s+)thường xuyên(?=[\s.;,]*$)/iu;
/** Only whether words set a date is asked, which no year decides. */
const ANY_YEAR = 2000;
/** "Trước 25/5" stands for itself; a day or a month alone is the other end of a period. */
const SAYS_HOW = /(?<!\p{L})(?:trước|chậm nhất|muộn nhất|từ|hết|xong|sau|hằng|hàng|thường xuyên)(?!\p{L})/iu;

export function deadlineWords({ start, ends, marked }: WhenCells): string {
  const end = [marked, ...understoodOf(ends.map(oneDay))].filter((text) => text !== '').join('\n');
  if (start === '') return end;
  if (!/\d|tháng|quý/iu.test(start)) return [start, end].filter((text) => text !== '').join('\n');
  if (end === '') return SAYS_HOW.test(start) ? start : `Từ ${start}`;
  return SAYS_HOW.test(end) || /\n/.test(end)
    ? end
    : `Từ ${start.replace(/^từ\s+/iu, '')} đến ${end.replace(/^đến\s+/iu, '')}`;
}

/** For a row without a deadline of its own: what its other words set, first those that say how it is to be done. */
export function deadlineInWords(how: readonly string[], title: string): string {
  const asked = how
    .flatMap(sentencesOf)
    .flatMap((sentence) => deadlineAmong(sentence) ?? timeIn(sentence, true) ?? always(sentence) ?? []);
  return asked[0] ?? timeIn(title, false) ?? '';
}

function always(sentence: string): string | undefined {
  return ALWAYS.exec(sentence)?.[0];
}

/** "Toàn trạm, ngày 12 hằng tháng": one piece of several that is a deadline and nothing else. */
function deadlineAmong(sentence: string): string | undefined {
  return sentence
    .split(/[,;]\s/)
    .map((piece) => piece.trim())
    .find(isDeadlineAlone);
}

/** A cell that lost the form of a date shows the days since 1899-12-30; these are of the years 2009 to 2064. */
const DAY_OF_EXCEL = /^[45]\d{4}$/;
const DAYS_TO_1970 = 25_569;

function writtenDay(days: number): string {
  const [year, month, day] = new Date((days - DAYS_TO_1970) * 86_400_000)
    .toISOString()
    .slice(0, 10)
    .split('-');
  return `${day}/${month}/${year}`;
}

/** "Thứ Hai / 09/3/2026 / 8h00": weekday, day and time on lines of their own are one day. */
function oneDay(text: string): string {
  if (DAY_OF_EXCEL.test(text)) return writtenDay(Number(text));
  return text.replace(/(?<=^thứ \p{L}+|^chủ nhật)\n|\n(?=\d{1,2}\s*(?:h|giờ|:)\d{0,2}(?!\p{L}))/giu, ' ');
}

/** Beside the date a second column of that kind may say how far the work is. */
function understoodOf(ends: readonly string[]): readonly string[] {
  if (ends.length < 2) return ends;
  const dates = ends.filter((text) => parseDeadline(text, { year: ANY_YEAR }).kind !== 'none');
  return dates.length > 0 ? dates : ends;
}
