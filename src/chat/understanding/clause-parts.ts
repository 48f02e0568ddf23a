import type { Clause } from './clauses.ts';
import { has } from './clauses.ts';
import type { Sense } from './lexicon.ts';
import type { Mark } from './marks.ts';

/** The tasks that a clause names by number. */
export interface NumbersNamed {
  numbers: number[];
  /** By "việc 12", "#12", or a figure that nothing around it makes a count or a part of a name of. */
  certain: boolean;
  marks: ReadonlySet<Mark>;
}

export function numbersNamed({ marks }: Clause): NumbersNamed {
  const numbers = new Set<number>();
  const named = new Set<Mark>();
  let certain = true;
  const heard = marks.filter((mark) => !isSilent(mark));
  for (const [at, mark] of heard.entries()) {
    if (mark.entity?.kind !== 'numbers') continue;
    const isTask = mark.entity.certain || (mayStandBefore(heard, at) && mayStandBehind(heard, at));
    if (!isTask) continue;
    if (mark.entity.isDoubtful) certain = false;
    for (const number of mark.entity.numbers) numbers.add(number);
    named.add(mark);
  }
  return { numbers: [...numbers], certain, marks: named };
}

/** "12 cái bảng", "tiêu hủy 7 con": by the piece. "7 con 8" goes on, and bare, "7 con dang lam" may be "còn". */
function isCounted(mark: Mark | undefined, next: Mark | undefined): boolean {
  if (!/^(?:cái|cai|chiếc|chiec|con)$/iu.test(mark?.typed ?? '') || next?.entity?.kind === 'numbers')
    return false;
  return mark?.words !== 'con' || !has(next, 'deny', 'doing', 'future', 'obstacle', 'extension', 'almost');
}

/** "Mục 3 của kế hoạch", "mục 2 trong văn bản": a section, not a task. */
export function isSection(marks: readonly Mark[], at: number): boolean {
  const [of, what] = [marks[at + 1], marks[at + 2]];
  return (
    /^muc /.test(marks[at]?.words ?? '') &&
    /^(?:cua|trong|thuoc)$/.test(of?.words ?? '') &&
    has(what, 'paper')
  );
}

/** "Tổ 12", "xe 12", "báo cáo số 12": behind such a word a figure is part of a name. */
function mayStandBefore(marks: readonly Mark[], at: number): boolean {
  const mark = marks[at - 1];
  if (mark === undefined || mark.entity?.kind === 'numbers' || mark.entity?.kind === 'percent') return true;
  if (mark.entity !== null || PART_NOUN.test(mark.words)) return false;
  if (has(mark, 'paper')) {
    // "Đã báo cáo 12", "rút báo cáo 12", "duyệt báo cáo 12": of a task; "báo cáo số 12" is a document.
    const isOfTask =
      has(marks[at - 2], 'perfect', 'takeBack', 'review', 'giveBack', 'grant', 'correction') ||
      (has(marks[at - 2], 'handed') && mark.words === 'bao cao');
    return isOfTask && !marks[at]?.words.startsWith('so');
  }
  // "Vướng 26 vì chưa có kinh phí"; "vướng 26 hộ" counts them.
  if (only(mark, 'obstacle') && mark.senses.size > 0) {
    const next = marks[at + 1];
    return next === undefined || has(next, 'because', 'courtesy') || next.entity?.kind === 'break';
  }
  return isKnown(mark) && !only(mark, 'evidenceWord', 'format', 'receiver');
}

/** "Phần 2", "giai đoạn 2", "bước 3": which part of something it is. */
const PART_NOUN = /^(?:phan|buoc|giai doan|khau)$/;

/** "12 thùng", "12 báo cáo", "7 con heo": before a noun it counts. */
function mayStandBehind(marks: readonly Mark[], at: number): boolean {
  const [mark, next] = [marks[at + 1], marks[at + 2]];
  if (isCounted(mark, next) || isSection(marks, at)) return false;
  if (mark === undefined || !/[\p{L}\p{N}]/u.test(mark.words)) return true;
  if (mark.entity?.kind === 'numbers') return !mark.entity.certain;
  if (mark.entity !== null) return mark.entity.kind !== 'figure';
  // "30 phần quà".
  if (has(mark, 'taskNoun', 'format') || mark.words === 'phan') return false;
  if (has(mark, 'paper', 'evidenceWord') && !has(mark, 'theReport')) return false;
  if (has(mark, 'paper') && !has(mark, 'done')) return false;
  if (mark.senses.size > 0 && only(mark, 'receiver')) return false;
  return isKnown(mark) || isGivenBack(marks, at);
}

/** "Trả lại 14 thiếu biểu mẫu": said first, what follows its number is why. */
function isGivenBack(marks: readonly Mark[], at: number): boolean {
  const last = marks[at - 1];
  return (
    has(last, 'giveBack') &&
    /^tra (?:lai|ve)$/.test(last?.words ?? '') &&
    marks.slice(0, at - 1).every((mark) => has(mark, 'courtesy', 'person', 'title', 'speaker'))
  );
}

export function isKnown(mark: Mark): boolean {
  return mark.senses.size > 0 || mark.entity !== null;
}

function only(mark: Mark, ...senses: Sense[]): boolean {
  return [...mark.senses].every((sense) => senses.includes(sense));
}

/**
 * "(12)", "12!!": such marks say nothing. Any other may: quotation marks that somebody else says it, an empty box that it is
 * to be done, a face that it is not meant so.
 */
export function isSilent(mark: Mark): boolean {
  if (mark.senses.size > 0 || mark.entity !== null || /^:[()]/.test(mark.words)) return false;
  return /^[.,;:!()\-–—…&+*#•\x60]+$/.test(mark.words);
}

/** "chị Lan", "a Tu": where one is spoken to. The number of marks, 0 where nobody is. */
export function addressLength(marks: readonly Mark[], at: number): number {
  if (!has(marks[at], 'person', 'title')) return 0;
  let length = 1;
  while (length < 3 && isName(marks[at + length], length)) length += 1;
  return length;
}

/** A capital, and no word of the office; right behind "anh" or "chị" any capital will do: "a Tu" is no "từ". */
function isName(mark: Mark | undefined, behind: number): boolean {
  if (mark === undefined || mark.entity !== null) return false;
  return behind === 1
    ? /^\p{Lu}\p{Ll}+$/u.test(mark.typed)
    : mark.senses.size === 0 && /^\p{Lu}\p{Ll}*$/u.test(mark.typed);
}

/** "Đang làm", "chờ"; bare, "dang" may be "đăng" and "cho" no "chờ". */
export function isDoing(marks: readonly Mark[], at: number): boolean {
  const mark = marks[at];
  if (!has(mark, 'doing') || has(mark, 'grant')) return false;
  return !has(mark, 'handed') || has(marks[at + 1], 'done', 'handed');
}

/** "Nhắc chị Lan nộp 27": not the speaker. */
export function remindsAnother(marks: readonly Mark[]): boolean {
  return marks.some(
    (mark, at) => /^nhac (?:anh|chi)$/.test(mark.words) && /^\p{Lu}/u.test(marks[at + 1]?.typed ?? ''),
  );
}
