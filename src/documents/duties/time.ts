/** The words of a sentence that say by when. */
import { bothSpellings } from './spelling.ts';

const DAY_OR_RHYTHM =
  '\\d|(?:thứ|ngày|tháng|quý|tuần|năm|tết|cuối|đầu|giữa|cùng)(?!\\p{L})|(?:hằng|hàng|mỗi)\\s+(?:tuần|tháng|quý|năm)';
const DAY_MONTH = '(?:0?[1-9]|[12]\\d|3[01])\\s*[/-]\\s*(?:0?[1-9]|1[0-2])(?!\\d)';
const DAY = `(?:ngày\\s+)?${DAY_MONTH}`;
const FINISHED = '(?:xong|hoàn thành|hoàn tất)';
/** "trước ngày 30/11", "chậm nhất 17h00 thứ Sáu", "đến hết quý III", "trong tháng 6", "từ 08/6 đến 10/6". */
const LIMIT =
  '(?<!\\p{L})(?:' +
  `(?:${FINISHED}\\s+)?(?:trước|chậm nhất|muộn nhất|trễ nhất|đến hết)\\s+(?:[^.;,\\d]{0,25}?\\s)?(?=${DAY_OR_RHYTHM})` +
  // "trễ hạn", "thời hạn" and "hạn chế" set no date.
  `|(?<!(?:thời|trễ|đúng|quá|sớm|gia|kỳ)\\s)(?:hạn|deadline)(?:\\s+(?:chót|cuối|nộp))?:?\\s+(?=${DAY})` +
  `|(?:${FINISHED}\\s+)?trong\\s+(?:(?:tháng|quý)\\s+(?=\\d|[IVX])|(?:hôm nay|ngày\\s+(?=\\d)))` +
  // "hoàn thành 07/07 nhiệm vụ" counts.
  `|xong\\s+(?=${DAY})|${FINISHED}\\s+(?=ngày\\s+${DAY_MONTH})` +
  `|vào\\s+(?:lúc\\s+)?(?=\\d{1,2}\\s*(?:h|giờ)|${DAY}|(?:(?:sáng|trưa|chiều|tối)\\s+)?(?:thứ\\s|chủ nhật))` +
  `|từ\\s+(?=${DAY}[^.;,]{0,12}\\sđến\\s+(?:hết\\s+)?${DAY}))`;
/** "định kỳ hằng quý", without a day. */
const RHYTHM = '(?<!\\p{L})(?:định kỳ\\s+)?(?:hằng|hàng|mỗi)\\s+(?:tuần|tháng|quý)(?!\\p{L})';
/** A day alone, where nothing follows: "Đoàn xã ra quân sáng Chủ nhật 29/11". */
const DAY_LAST =
  '(?<!\\p{L})(?:(?:lúc\\s+)?\\d{1,2}\\s*(?:h|giờ)\\d{0,2}\\s+)?(?:(?:sáng|trưa|chiều|tối)\\s+)?' +
  '(?:(?:thứ\\s+\\p{L}+|chủ nhật)[\\s,]+)?(?:(?:các\\s+)?ngày\\s+)?(?<![\\d/-])(?:\\d{1,2}\\s*[-,]\\s*)?' +
  `${DAY_MONTH}(?:/20\\d\\d)?(?=[\\s.;!]*$)`;
const HANDS_OVER = '(?<!\\p{L})(?:báo cáo|gửi|nộp|cung cấp|tổng hợp)(?!\\p{L})';
const DATE_IN_BRACKETS = '\\(\\d{1,2}\\/\\d{1,2}(?:\\/\\d{4})?\\)';

const patternsFor = bothSpellings((spell) => ({
  limit: new RegExp(spell(LIMIT), 'giu'),
  rhythm: new RegExp(spell(RHYTHM), 'iu'),
  /** Whoever has to do something says so first; "định kỳ" alone leaves the days to others. */
  rhythmFirst: new RegExp(spell(`^(?:${RHYTHM}|định kỳ(?=[\\s,].*${HANDS_OVER}))`), 'iu'),
  /** "Các phòng … cập nhật hằng tuần." */
  rhythmLast: new RegExp(spell(`${RHYTHM}(?=[\\s.;!]*$)`), 'iu'),
  dayLast: new RegExp(spell(DAY_LAST), 'iu'),
  /** The day of a document, or of a memorial day, is no day to work by. */
  namesDay: new RegExp(spell('(?:số\\s+\\S+|\\S*/\\S*|\\p{Lu}{2,}|nhân|dịp|lễ|từ|kể|năm)\\s*$'), 'u'),
  /** These tell as often as they ask ("trong quý I đạt 95%", "từ 01/6 đến 30/6 có 12 hồ sơ"). */
  mayTell: new RegExp(spell('^(?:trong|từ|vào)\\s'), 'iu'),
  /** A rhythm alone may describe ("Việc … được thực hiện hằng tháng"); if it hands over, somebody waits for it. */
  describes: new RegExp(spell('^(?:việc|kết quả|tỷ lệ|số|\\d)'), 'iu'),
  handsOver: new RegExp(spell(HANDS_OVER), 'iu'),
  /** A comma or a bracket ends it, and so does the next verb; "10/6, 05/12" and "thứ Tư (25/11)" go on. */
  clause: new RegExp(
    spell(
      `^(?:${DATE_IN_BRACKETS}|.)*?(?=,(?!\\s*\\d)|[;)!]|\\((?!${DATE_IN_BRACKETS.slice(2)})|\\.(?!\\d)` +
        '|\\s(?:để|nhằm|theo|về|gửi|nộp|báo cáo|cho|qua)\\s|\\s[-–]\\s|$)',
    ),
    'su',
  ),
}));

/**
 * From the last limit to the end of its clause, else the rhythm alone; null where a sentence sets no date.
 * @param isAsked somebody is named who has to do it.
 */
export function timeIn(sentence: string, isAsked: boolean): string | null {
  const patterns = patternsFor(sentence);
  const limit = [...sentence.matchAll(patterns.limit)].at(-1);
  if (limit !== undefined) {
    const words = (patterns.clause.exec(sentence.slice(limit.index))?.[0] ?? '').trim();
    return patterns.mayTell.test(words) && !isAsked ? null : words;
  }
  if (isAsked) {
    const rhythm = patterns.rhythmFirst.exec(sentence) ?? patterns.rhythmLast.exec(sentence);
    if (rhythm !== null) return rhythm[0];
    const day = patterns.dayLast.exec(sentence);
    if (day !== null && !patterns.namesDay.test(sentence.slice(0, day.index))) return day[0];
  }
  if (!patterns.handsOver.test(sentence) || patterns.describes.test(sentence)) return null;
  return patterns.rhythm.exec(sentence)?.[0] ?? null;
}
