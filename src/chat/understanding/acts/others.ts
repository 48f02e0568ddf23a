/** What is said of a task besides its being done: whose it is, why it is late, what hinders it; and pressing others. */

import { isObstacleOver } from '../../../domain/obstacle-said.ts';
import { fold } from '../../../domain/text-fold.ts';
import { isDoing, numbersNamed, remindsAnother } from '../clause-parts.ts';
import { has } from '../clauses.ts';
import type { Sense } from '../lexicon.ts';
import { foldedOf, type Mark, typedOf } from '../marks.ts';
import type { Act } from '../reading.ts';
import { cueCount, leftOver } from './leftover.ts';

/** "việc 12 không phải của phòng em", "chuyển việc 12 cho chị Lan", "12 là của bên công an mà". */
export const passesOn: Act = (clause) => {
  const { marks } = clause;
  const { numbers } = numbersNamed(clause);
  const cues = cueCount(marks, 'passOn');
  if (
    numbers.length === 0 ||
    !(cues > 0 || isSomebodyElses(marks)) ||
    marks.some((mark) => has(mark, 'done', 'dueSet'))
  )
    return null;
  return { command: { name: 'pass-on', numbers, to: otherSide(marks) }, left: [], cues: 1 + cues };
};

/** "Chuyển 12 cho KTHT", "12 không phải của em mà của phòng Kinh tế": whose it is; null where only whose it is not. */
export function otherSide(marks: readonly Mark[]): string | null {
  const at = marks.findLastIndex(
    (mark, index) => TO_SIDE.test(mark.words) && !isDenied(marks, index) && index < marks.length - 1,
  );
  if (at < 0) return null;
  const named = marks.slice(at + 1).filter((mark) => mark.entity?.kind !== 'numbers');
  const end = named.findIndex(
    (mark, index) =>
      has(mark, 'courtesy', 'because', 'but', 'question') ||
      (index > 0 && /^(?:moi|phu trach|lam|chu tri|xu ly|thuc hien|giup|ma|chu|nhe)$/.test(mark.words)),
  );
  const words = typedOf(end < 0 ? named : named.slice(0, end)).replace(/^[\s,:-]+/, '');
  const isOwn = /^(?:(?:ben|phong|don vi|to|ban) )?(?:em|toi|minh|chung|tui)\b/.test(fold(words));
  return words === '' || isOwn ? null : words;
}

const TO_SIDE =
  /^(?:cho|to|sang|qua|ve|thuoc|cua|la cua|chuyen cho|chuyen sang|thuoc ben|cua ben|viec cua ben|viec ben|cua phong|trach nhiem cua|thuoc trach nhiem)$/;

/** "Không phải của", "không thuộc": right before it. */
function isDenied(marks: readonly Mark[], at: number): boolean {
  return (
    has(marks[at - 1], 'deny') || /^(?:khong|khong phai|chu khong phai)$/.test(marks[at - 1]?.words ?? '')
  );
}

function isSomebodyElses(marks: readonly Mark[]): boolean {
  const said = foldedOf(marks);
  return (
    /(?:\bcua (?:ben|phong|to|ban|don vi|chi|anh|co|chu)\b|\bkhong (?:phai|thuoc) )/.test(said) &&
    /\b(?:ma|khong|la|nham)\b/.test(said)
  );
}

/** "đôn đốc phòng VHXH việc 12", "nhắc anh Tám nộp 12". */
export const presses: Act = (clause) => {
  const { marks } = clause;
  const isByName = remindsAnother(marks);
  const cues = cueCount(marks, 'press') + (isByName ? 1 : 0);
  if (
    cues === 0 ||
    cueCount(marks, 'done') > 0 ||
    (cueCount(marks, 'snooze') > 0 && !isByName) ||
    marks.some((mark) => has(mark, 'perfect') && mark.words === 'da')
  )
    return null;
  const { numbers } = numbersNamed(clause);
  const whom = marks[marks.findIndex((mark) => has(mark, 'press')) + 1];
  const isSomebody =
    whom !== undefined &&
    (has(whom, 'person', 'who') || WHOM.test(whom.words) || /^\p{Lu}/u.test(whom.typed));
  if (numbers.length === 0 && !isSomebody && !isByName) return null;
  const unit = numbers.length > 0 ? '' : unitPressed(marks);
  return { command: { name: 'press', numbers, ...(unit === '' ? {} : { unit }) }, left: [], cues: 1 + cues };
};

/** "đôn đốc phòng VHXH giúp anh": up to whatever is no name any more. */
export function unitPressed(marks: readonly Mark[]): string {
  const from = marks.findIndex((mark) => has(mark, 'press')) + 1;
  if (from === 0) return '';
  const rest = marks.slice(from);
  const end = rest.findIndex((mark) =>
    has(mark, 'wish', 'courtesy', 'handed', 'done', 'taskNoun', 'overdue'),
  );
  return typedOf(end < 0 ? rest : rest.slice(0, end));
}

const WHOM = /^(?:phong|ban|to|cac|don vi|ben|trung tam|van phong|cong an|khu pho|thon|moi nguoi|dong chi)$/;

/** "giải trình 37 vì …", "12 chậm là do thiếu người". */
export const explains: Act = (clause) => {
  const isWhy =
    cueCount(clause.marks, 'overdue') > 0 && cueCount(clause.marks, 'because') > 0 && !clause.asks;
  const cues = cueCount(clause.marks, 'explain') + (isWhy ? 1 : 0);
  if (cues === 0) return null;
  const { numbers } = numbersNamed(clause);
  // "Yêu cầu phòng VHXH giải trình việc 37".
  const at = clause.marks.findIndex((mark) => has(mark, 'explain'));
  const asks =
    cueCount(clause.marks, 'because') === 0 &&
    clause.marks.slice(0, at).some(({ words }) => /^(?:yeu cau|de nghi|phai|can|hay)$/.test(words));
  return { command: { name: 'explain', numbers, ...(asks ? { asks: true } : {}) }, left: [], cues: 2 + cues };
};

const HINDERED: Sense[] = ['obstacle'];

/** "vướng 26 vì chưa có kinh phí". */
export const hinders: Act = (clause) => {
  const { numbers } = numbersNamed(clause);
  const cues = cueCount(clause.marks, ...HINDERED);
  const isOver =
    isObstacleOver(typedOf(clause.marks)) ||
    clause.marks.some((mark, at) => has(mark, ...HINDERED) && clause.marks[at - 1]?.words === 'khong');
  return cues === 0 || isOver || numbers.length === 0 || clause.asks
    ? null
    : { command: { name: 'obstacle', numbers }, left: [], cues: 1 + cues };
};

/** "12 em đang làm", "việc 12 đang chờ số liệu": at work, and not done. */
export const isAtWork: Act = (clause) => {
  const { marks, asks } = clause;
  const { numbers } = numbersNamed(clause);
  const isTold = deniesIt(marks);
  // In "chưa làm được 12 vì máy hư" nothing is asked, although "may" may be "mấy".
  const isAsked = marks.some((mark) => has(mark, 'question') && !has(mark, 'deny', 'courtesy', 'person'));
  if (asks || (isAsked && !(isTold && numbers.length > 0))) return null;
  if (numbers.length > 0) {
    const share = shareIn(marks);
    if (share !== null) return { command: { name: 'partial', numbers, ...share }, left: [], cues: 2 };
  }
  const isNotDone = isTold || deniesAll(marks) || (numbers.length > 0 && isOpen(marks));
  return isNotDone ? { command: { name: 'not-done', numbers }, left: [], cues: 1 } : null;
};

/** "được 60 %", "30/45 hộ", "làm một nửa": so much of it, and not all. */
function shareIn(marks: readonly Mark[]): { percent: number | null } | null {
  for (const { entity } of marks) {
    if (entity?.kind === 'percent' && entity.percent < 100) return { percent: entity.percent };
    if (entity?.kind === 'ratio') return { percent: null };
  }
  const isHalf = marks.some((mark) => has(mark, 'part')) && marks.some((mark) => has(mark, 'handed'));
  return isHalf && /\bnua\b|\bmot phan\b/.test(foldedOf(marks)) ? { percent: null } : null;
}

/** "Chưa làm", "không kịp nộp". */
function deniesIt(marks: readonly Mark[]): boolean {
  return marks.some(
    (mark, at) => has(mark, 'deny') && marks.slice(at + 1).some((one) => has(one, 'done', 'handed')),
  );
}

/** "Dạ vẫn chưa ạ". */
function deniesAll(marks: readonly Mark[]): boolean {
  const isDenial = ({ words }: Mark) => /^(?:chua|van chua)$/.test(words);
  return (
    marks.some(isDenial) &&
    marks.every((mark) => isDenial(mark) || mark.words === 'dau' || has(mark, 'courtesy', 'person', 'title'))
  );
}

/** "12 em đang làm", "12 chưa được", "tuần sau em nộp 12". */
function isOpen(marks: readonly Mark[]): boolean {
  const isNotYet =
    !marks.some((mark) => has(mark, 'done')) &&
    marks.some(({ words }) =>
      /^(?:chua|van chua|chua duoc|chua co|chua kip|khong kip|chua the)$/.test(words),
    );
  const isToCome = marks.some(
    (mark, at) =>
      has(mark, 'future') &&
      marks.slice(at + 1).some((one) => has(one, 'handed', 'midway') || one.words === 'moi'),
  );
  return isNotYet || isToCome || marks.some((_mark, at) => isDoing(marks, at));
}

/** "em nhận việc 12 ạ", "Việc 12 để em làm". */
export const takesOn: Act = (clause) => {
  const cues = cueCount(clause.marks, 'takeOn', 'wish');
  const isQuestion = clause.asks || cueCount(clause.marks, 'question') > 0;
  const isOver = clause.marks.some((mark) => has(mark, 'done', 'already'));
  if (cues === 0 || isOver || isQuestion || numbersNamed(clause).numbers.length === 0) return null;
  return {
    command: { name: 'talk' },
    left: leftOver(clause.marks, ['takeOn', 'wish', 'handed', 'perfect', 'future', 'condition']),
    cues: 1,
  };
};
