/**
 * Which of the numbers in a message are the short numbers of tasks, and which are dates, months, counts, percentages,
 * years or parts of something else. Texts are folded. What is understood becomes a word in capitals, which folded
 * text cannot contain: FIGURE, MONTH, PARTLY.
 */

export const LARGEST_TASK_NUMBER = 9999;

const DIGITS = '\\d{1,4}(?![\\w/])';
/** "#12", "việc 12", "nv12": a task whatever stands around it. */
const MARK = '(?:#|(?:(?:dau |cong )?viec|nhiem vu|nv|task) ?(?:so |thu )?#?)';
/** Also "12", "số 12", "stt 12": tasks only next to a done-word, or alone. */
export const TASK_NUMBER = `(?:${MARK}|(?:so|stt|muc) )?${DIGITS}`;
export const TASK_NUMBERS = `${TASK_NUMBER}(?:(?: va| voi| cung| ca)? ${TASK_NUMBER})*`;

/** A marked number marks those that follow it: "việc 12 và 13". */
export const MARKED_NUMBERS = `(?<!\\w)${MARK}${DIGITS}(?:(?: va| voi| cung| ca)? ${TASK_NUMBER})*`;

const NUMBER = new RegExp(`(?:${MARK})?(${DIGITS})`, 'g');

/** The numbers within what {@link TASK_NUMBERS} matched, each once. */
export function numbersIn(matched: string): number[] {
  const numbers = new Set<number>();
  for (const [words, digits] of matched.matchAll(NUMBER)) {
    const number = Number(digits);
    const year = words === digits && number >= 1990 && number <= 2100;
    if (number > 0 && !year) numbers.add(number);
  }
  return [...numbers];
}

export interface NumbersRead {
  text: string;
  /** The month named; null for none or several. */
  month: number | null;
}

export function withoutOtherNumbers(folded: string): NumbersRead {
  const months = new Set<number>();
  const text = folded
    .split(' ')
    .filter((word) => !ADDRESS.test(word))
    .join(' ')
    .replace(GLUED, ' ')
    .replace(/#[# ]{0,2}(?=\d)/g, ' #')
    .replace(PERCENTAGE, (_all, percent: string) => (Number(percent) < 100 ? ' PARTLY ' : ' FIGURE '))
    .replace(PART, ' PARTLY ')
    .replace(CLOCK, ' FIGURE ')
    .replace(DAY, ' FIGURE ')
    .replace(MONTHS, (_all, named: string) => {
      for (const month of named.match(/\d+/g) ?? []) months.add(Number(month));
      return ' MONTH ';
    })
    .replace(DATE, ' FIGURE ')
    .replace(RATIO, (ratio) => ratio.replace(/ ?[/.-] ?/g, '/'))
    .replace(COUNT, ' FIGURE ');
  const [month] = months;
  return { text, month: months.size === 1 && month !== undefined ? month : null };
}

/** Links that are no evidence ("ftp://…"), e-mail addresses, mentions. */
const ADDRESS = /:\/\/|@/;

/** Where "xong12", "12xong" and "nv12" want a space. */
const GLUED =
  /(?<=\b(?:xong|done|ok|viec|nv|vu|task))(?=#?\d)|(?<=\b\d{1,4})(?=xong|done|ok\b|hoan thanh|da )/g;

/** "100%" says done, "80%" says not done, and so do halves and parts. */
const PERCENTAGE = /\b(?:dat )?(?:tren |gan |khoang |hon )?\b(\d{1,9})(?:[.,]\d{1,9})? ?(?:%|phan tram\b)/g;
const PART = /\b(?:mot|1) (?:nua|phan)\b|\bphan lon\b|\bgan het\b/g;

const CLOCK = /\b(?:luc |hoi )?\d{1,2} ?(?:h|g|gio)(?: ?\d{2})?\b|\b\d{1,2}:\d{2}\b/g;
const DAY = /\b(?:ngay|mung) \d{1,2}(?: thang \d{1,2}(?: nam \d{4})?|(?: ?[/.-] ?\d{1,4}){0,2})\b/g;

const MONTH = '(?:1[0-2]|0?[1-9])';
/** "T2" to "T7" are as often the days of the week, and count as months only with a year. */
const MONTHS = new RegExp(
  `\\b((?:thang ${MONTH}|t\\.?(?:1[0-2]|0[1-9]|[189])|t[2-7](?=[/.-]20\\d{2}))\\b(?!%)` +
    `(?: ?(?:,|va|den|-) ?(?:thang |t)?${MONTH}\\b(?![/%]| ?(?:xong|chua|da)\\b))*)` +
    '(?: ?[/.-] ?(?:20)?\\d{2}\\b| nam (?:20\\d{2}|nay)\\b)?',
  'g',
);

const DATE = /(?<![\w#])\d{1,2}([/.-])\d{1,2}\1\d{4}\b/g;
/** "12/11" is a day, "12/15" is 12 of 15, "12.000" is money: it stays among the words, in one piece. */
const RATIO = /(?<![\w#/])\d{1,4}(?:(?: ?\/ ?|[.-])\d{1,4}){1,4}\b/g;

const COUNTED =
  'bai|bao cao|van ban|cong van|quyet dinh|ke hoach|to trinh|trang|(?:file|tep|hinh)(?! (?:dinh kem|kem|day)\\b)|anh(?! (?:dinh kem|kem|day|oi|a|nhe)\\b|$)|ho|nguoi|' +
  'truong hop|cuoc|buoi|ngay|gio|thang|nam|phut|viec|nhiem vu|cong viec|dau viec|nv|muc tieu|chi tieu|noi dung|ho so|trieu|ty|dong|nghin|ngan|' +
  'km|m|m2|ha|kg|tan|cai|ban(?! (?:oi|nhe|a)\\b)|bo|tin|lop|hoi nghi|doan|mo hinh|cong trinh|du an|don|suat|diem|thanh vien|hoc sinh|can bo|' +
  'doanh nghiep|co so|phieu|giay|thu tuc|cau|van de|phan|y kien|(?:lan|tuan|quy|ky|dot|khu|thon|to|to dan pho|xom|khoan)(?! (?:\\d|i))';
/** Numbers of things: "2 việc 12 và 13" counts two; "việc 12 việc 13" counts nothing. */
const COUNT = new RegExp(
  `(?<![#/]|\\b(?:viec|vu|nv|task|so) #?)\\b\\d{1,6}(?:[.,]\\d{1,3})?(?= ?(?:${COUNTED})\\b)`,
  'g',
);
