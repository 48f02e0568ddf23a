/**
 * Whether two lines belong to one cell. A line is broken where the next word no longer fits its column, in the middle
 * of a sentence; a cell ends where its words end. Both leave traces.
 */

/** Words after which no sentence ends. */
const LEADS_ON = new Set(
  (
    'và hoặc của tại về các những theo trong với cho đến từ do được là để bởi cùng cấp bằng qua ' +
    'không chưa đã sẽ khi có một mỗi từng nếu như ủy uỷ văn phòng ban đơn cơ'
  ).split(' '),
);
/** These lead on to a number: "trong năm | 2026". */
const COUNTS = /^(?:ngày|tháng|năm|quý|số)$/iu;

export class LineFit {
  /** How often the document has two words side by side in a line. */
  readonly #pairs = new Map<string, number>();

  constructor(texts: Iterable<string>) {
    for (const text of texts) {
      const words = text.split(' ');
      for (let i = 1; i < words.length; i++) {
        const pair = pairOf(words[i - 1], words[i]);
        this.#pairs.set(pair, (this.#pairs.get(pair) ?? 0) + 1);
      }
    }
  }

  /** Above 0: the lines belong to one cell. @param width of the column; null while it is not known. */
  together(upper: string, lower: string, width: number | null): number {
    return this.#sense(upper, lower, 1) + (width === null ? 0 : roomFor(upper, lower, width));
  }

  /** What it costs that a cell ends here. @param isCut a page break cut the row, and cells end in mid-sentence. */
  parting(upper: string, lower: string, isCut: boolean): number {
    return this.#sense(upper, lower, isCut ? 0.5 : 1);
  }

  /** What it costs to part two words of one line: more if they stand side by side elsewhere too. */
  splitting(before: string, after: string): number {
    const pairs = this.#pairs.get(pairOf(lastWord(before), firstWord(after))) ?? 0;
    return SPLIT_LINE + (pairs > 1 ? 1.5 : 0);
  }

  #sense(upper: string, lower: string, weightOfEnd: number): number {
    const last = lastWord(upper);
    const first = firstWord(lower);
    let score = beginning(first);
    if (/[,(/–]$/.test(last) || LEADS_ON.has(last.toLowerCase()) || hasOpenBracket(upper))
      score += 2.5 * weightOfEnd;
    if (COUNTS.test(last) && /^[\dIVX]/.test(first)) score += 2.5;
    if (isName(last) && isName(first)) score += 1;
    if (/[.!?]$/.test(last)) score -= 1;
    if (/;$/.test(last)) score += 1;
    if (this.#pairs.has(pairOf(last, first))) score += 1.5;
    return score;
  }
}

/** Lines are whole nearly always. */
const SPLIT_LINE = 6;

/** One capital: the words of a name stand together. */
function isName(word: string): boolean {
  return /^\p{Lu}\p{Ll}+[,;]?$/u.test(word);
}

function lastWord(line: string): string {
  return line.slice(line.lastIndexOf(' ') + 1);
}

function firstWord(line: string): string {
  return line.split(' ', 1)[0] ?? '';
}

function beginning(first: string): number {
  if (/^[\p{Ll}),.;]/u.test(first)) return 4;
  if (/^\(\p{L}/u.test(first)) return 2;
  if (/^[-–•+*]/.test(first)) return 0;
  // "10 buổi" begins a cell as often as it goes on in one.
  if (/^\d{1,3}$/.test(first)) return 0;
  if (/^\d/.test(first)) return first.includes('%') ? -1.5 : 0.5;
  // An abbreviation stands in the middle of a sentence more often than a capitalised word.
  return /^\p{Lu}{2}/u.test(first) ? -0.5 : -1.5;
}

function roomFor(upper: string, lower: string, width: number): number {
  const room = width - printedWidth(upper) - printedWidth(` ${firstWord(lower)}`);
  if (room <= 0) return 1;
  // After a full stop and before a bullet a cell begins a new paragraph.
  if (/[.;:]$/.test(upper) || /^[-–•+*]/.test(lower)) return 0;
  return room < 0.25 * width ? 0 : -3;
}

/** As printed, in letters of middle width: the fonts of offices are proportional. */
export function printedWidth(text: string): number {
  let width = 0;
  for (const letter of text.normalize('NFD')) {
    if (/\p{M}/u.test(letter)) continue;
    if (/[ijlftrI.,;:'()\s|!/-]/.test(letter)) width += 0.62;
    else if (/[mwMW%]/.test(letter)) width += 1.55;
    else width += /\p{Lu}/u.test(letter) ? 1.4 : 1;
  }
  return width;
}

function hasOpenBracket(text: string): boolean {
  return text.lastIndexOf('(') > text.lastIndexOf(')');
}

function pairOf(before = '', after = ''): string {
  return `${before.toLowerCase()} ${after.toLowerCase()}`.replace(/(?<![.,;:])[.,;:]+$/, '');
}
