import { periodSaid } from '../../../domain/period-asked.ts';
import { fold } from '../../../domain/text-fold.ts';
import { isSilent, numbersNamed } from '../clause-parts.ts';
import { type Clause, has } from '../clauses.ts';
import type { Sense } from '../lexicon.ts';
import { foldedOf, type Mark, typedOf } from '../marks.ts';
import type { Act } from '../reading.ts';
import { cueCount, leftOver } from './leftover.ts';

/** With more words that it does not explain a request is talk. */
const MOST_LEFT = 2;

const ASKED: Sense[] = [
  'question',
  'who',
  'about',
  'due',
  'wish',
  'list',
  'open',
  'howMany',
  'deny',
  'done',
  'handed',
  'howFar',
  'progress',
  'overdue',
  'condition',
  'hearsay',
  'how',
  'tool',
];

/** "#12", "việc 12 là gì", "hạn việc 22 là ngày nào", "12 ai phụ trách". */
export const asksOfTask: Act = (clause) => {
  const { marks, asks } = clause;
  const { numbers, certain } = numbersNamed(clause);
  const [number, ...more] = numbers;
  if (number === undefined || more.length > 0 || !(certain || isQuestion(clause))) return null;
  if (isCountdown(marks) || isChoice(marks)) return { command: { name: 'task', number }, left: [], cues: 4 };
  const cues =
    cueCount(marks, 'question', 'about', 'due', 'who', 'howFar', 'progress', 'list') + (asks ? 1 : 0);
  const isShown = marks.some((mark) => has(mark, 'about')) && marks.some((mark) => has(mark, 'list'));
  // A question may be in any words; a statement may not.
  const isAsked = cues > 0 && (isQuestion(clause) || isShown);
  const left = isAsked ? [] : leftOver(marks, ASKED, ['numbers']);
  if (left.length > 0 || tells(clause, cues)) return null;
  return { command: { name: 'task', number }, left: [], cues: 1 + cues };
};

/** "12 gửi bản giấy hay bản mềm". */
function isChoice(marks: readonly Mark[]): boolean {
  const or = marks.findIndex(({ words }) => words === 'hay');
  return or > 0 && has(marks[or - 1], 'evidenceWord') && has(marks[or + 1], 'evidenceWord');
}

/** "12 còn mấy ngày nữa hết hạn". */
function isCountdown(marks: readonly Mark[]): boolean {
  return (
    marks.some(({ entity, words }) => entity?.kind === 'stretch' && /^(?:may|bao nhieu) /.test(words)) &&
    marks.some((mark) => has(mark, 'due', 'soon'))
  );
}

/** Of the task's being done, or of anything else that nobody asks. */
function tells(clause: Clause, cues: number): boolean {
  const { marks, asks } = clause;
  return (
    marks.some((mark) => has(mark, 'done') || (has(mark, 'perhapsDone') && mark.words.startsWith('ok'))) ||
    (!asks && (deniesWork(marks) || isOfCase(marks))) ||
    (!isQuestion(clause) && marks.some((mark) => has(mark, 'deny', 'hearsay'))) ||
    (cues === 0 &&
      marks.some((mark) => has(mark, 'handed', 'wish', 'condition', 'joiner') && !has(mark, 'courtesy')))
  );
}

/** "Bao giờ 12 xuôi thì em nhắn", "để em coi lại 12": nothing is asked. */
function isOfCase(marks: readonly Mark[]): boolean {
  const joins = marks.some(({ words }) => /^(?:bao gio|khi nao|luc nao|chung nao|ai|neu|he)$/.test(words));
  const [first, second] = marks;
  return (
    (joins && marks.slice(1).some(({ words }) => /^(?:thi|tranh thu|khan truong)$/.test(words))) ||
    (first?.words === 'de' && has(second, 'person'))
  );
}

/** "12 chưa làm", "chưa kịp làm gì 12"; not "12 làm chưa". */
function deniesWork(marks: readonly Mark[]): boolean {
  const deny = marks.findIndex((mark) => has(mark, 'deny') && /^(?:chua|khong|chang)/.test(mark.words));
  return deny >= 0 && marks.slice(deny + 1).some((mark) => has(mark, 'handed') || mark.words === 'chi');
}

/** "lịch sử 26". */
export const asksForHistory: Act = (clause) => {
  const [number] = numbersNamed(clause).numbers;
  const cues = cueCount(clause.marks, 'history');
  return number === undefined || cues === 0
    ? null
    : { command: { name: 'history', number }, left: [], cues: 3 };
};

/** "tìm việc đất đai". */
export const searches: Act = ({ marks }) => {
  const at = marks.findIndex((mark) => has(mark, 'search'));
  if (at < 0 || marks.slice(0, at).some((mark) => !has(mark, 'courtesy', 'person', 'title', 'wish', 'list')))
    return null;
  const words = marks.slice(at + 1).filter((mark) => !has(mark, 'wish', 'courtesy', 'person'));
  return words.length === 0
    ? null
    : { command: { name: 'search', words: typedOf(words) }, left: [], cues: 3 };
};

/** "báo xong thì gõ sao", "gửi minh chứng kiểu gì ạ", "hướng dẫn". */
export const asksForHelp: Act = (clause) => {
  const { marks } = clause;
  // "Đã nộp báo cáo cải cách": what is over is told, not asked about.
  if (numbersNamed(clause).numbers.length > 0 || marks.some((mark) => mark.words === 'da')) return null;
  const isHow =
    marks.some((mark) => has(mark, 'tool')) && marks.some((mark, at) => has(mark, 'how') && at > 0);
  const left = leftOver(marks, [
    'help',
    'how',
    'tool',
    'wish',
    'evidenceWord',
    'paper',
    'done',
    'condition',
    'question',
    'theReport',
    'extension',
    'perfect',
    'format',
  ]);
  if (isHow) return { command: { name: 'help' }, left: left.slice(2), cues: 2 };
  return cueCount(marks, 'help') > 0 && left.length <= MOST_LEFT
    ? { command: { name: 'help' }, left, cues: 2 }
    : null;
};

const LISTED: Sense[] = [
  'overdue',
  'filler',
  'preposition',
  'list',
  'who',
  'question',
  'open',
  'wish',
  'howMany',
  'mine',
  'deny',
  'done',
  'handed',
  'paper',
  'hearsay',
  'perfect',
  'how',
  'about',
];

/** "việc nào quá hạn", "ai đang trễ", "phòng nào chưa làm xong". */
export const asksForOverdue: Act = (clause) => {
  const { marks } = clause;
  if (numbersNamed(clause).numbers.length > 0 || cueCount(marks, 'explain') > 0) return null;
  const late = isOwn(marks) ? 0 : cueCount(marks, 'overdue');
  const whoHasNot =
    marks.some(({ words }) => /^(?:phong|don vi|ben) nao$|^ai$|^nhung ai$/.test(words)) &&
    marks.some((mark) => has(mark, 'open', 'deny'));
  const isList =
    late > 0 &&
    (marks.some((mark) => has(mark, 'list', 'who', 'question', 'taskNoun', 'howMany')) ||
      /\bhan\b/.test(foldedOf(marks)));
  if (!isList && !whoHasNot) return null;
  const left = leftOver(marks, [...LISTED, 'doing'], ['period']);
  if (left.length > (late > 0 ? MOST_LEFT : 0) && !unitLike(left)) return null;
  return {
    command: whoHasNot || isOfWhom(marks) ? { name: 'overdue', byUnit: true } : { name: 'overdue' },
    left: unitLike(left) ? [] : left,
    cues: 1 + late + (whoHasNot ? 1 : 0),
  };
};

/** "Em còn nợ việc gì": one's own work, late or not. */
function isOwn(marks: readonly Mark[]): boolean {
  return (
    marks.some((mark) => has(mark, 'overdue') && mark.words.endsWith('no')) &&
    marks.some((mark) => has(mark, 'mine', 'person')) &&
    !marks.some((mark) => has(mark, 'who'))
  );
}

/** "việc của tôi", "hôm nay phải làm gì", "việc nào sắp tới hạn". */
export const asksForTasks: Act = (clause) => {
  const { marks } = clause;
  if (numbersNamed(clause).numbers.length > 0) return null;
  const noun = marks.some((mark) => has(mark, 'taskNoun'));
  const asked = marks.some((mark) => has(mark, 'question', 'howMany', 'list', 'mine', 'open', 'soon', 'who'));
  const toDo =
    /\b(?:phai|can|nen) lam gi\b|\blam gi (?:hom nay|tuan nay|bay gio)\b/.test(foldedOf(marks)) ||
    (/\b(?:phai|can|nen)\b/.test(foldedOf(marks)) &&
      marks.some((mark) => has(mark, 'handed')) &&
      marks.some((mark) => has(mark, 'question', 'howMany') && !has(mark, 'courtesy', 'person')));
  const dueSoon = marks.some((mark) => has(mark, 'soon'));
  const bare =
    noun &&
    marks.every(
      (mark) =>
        has(mark, 'taskNoun', 'today', 'courtesy', 'person', 'list') ||
        (has(mark, 'future') && /^(?:tuan|thang|mai|ngay|sang|chieu)\b/.test(mark.words)) ||
        mark.entity?.kind === 'period',
    );
  const isOpenOnes =
    has(marks[0], 'taskNoun') && marks.slice(1).every((mark) => has(mark, 'deny', 'done', 'open', 'mine'));
  // "Tuần tới có gì không".
  const isOfWhen =
    periodSaid(typedOf(marks)) !== null &&
    marks.some(({ words }) => /^(?:gi|nhung gi|co gi)$/.test(words)) &&
    !marks.some((mark) => has(mark, 'done', 'handed'));
  if (!(noun && asked) && !isOpenOnes && !toDo && !dueSoon && !bare && !isOfWhen) return null;
  const isDenied = marks
    .slice(0, -1)
    .some(
      (mark, at) =>
        has(mark, 'deny') && marks.slice(at + 1).some((one) => !has(one, 'courtesy', 'person', 'title')),
    );
  if ((cueCount(marks, 'overdue') > 0 && !isOwn(marks)) || (dueSoon && isDenied)) return null;
  if (
    marks.some((mark) => has(mark, 'done')) &&
    !marks.some((mark) => has(mark, 'question', 'howMany', 'deny', 'who'))
  )
    return null;
  const left = leftOver(
    marks,
    [
      'question',
      'howMany',
      'list',
      'mine',
      'open',
      'soon',
      'wish',
      'deny',
      'handed',
      'due',
      'doing',
      'about',
      'future',
      'part',
      'perfect',
      'how',
      'filler',
      'done',
    ],
    ['period', 'stretch', 'day'],
  );
  if (left.length > MOST_LEFT) return null;
  return {
    command: { name: 'tasks', ...whenIn(marks) },
    left,
    cues: 1 + cueCount(marks, 'mine', 'soon') + (isOpenOnes ? 3 : 0),
  };
};

/** "tiến độ phòng văn hóa", "VHXH làm đến đâu rồi", "đã hoàn thành bao nhiêu việc rồi". */
export const asksForProgress: Act = (clause) => {
  const { marks } = clause;
  if (numbersNamed(clause).numbers.length > 0) return null;
  const cues = cueCount(marks, 'progress', 'howFar');
  // "Báo cáo tình hình … em gửi rồi".
  const isHanded =
    cueCount(marks, 'howFar', 'howMany', 'question') === 0 &&
    marks.some((mark) => has(mark, 'handed') && !has(mark, 'paper')) &&
    marks.some((mark) => has(mark, 'already'));
  if (isHanded) return null;
  const isShare = /\b(?:bao nhieu|may) phan(?: tram)?\b/.test(foldedOf(marks));
  const counts =
    marks.some((mark) => has(mark, 'howMany')) && marks.some((mark) => has(mark, 'done', 'handed'));
  // "Tôi còn mấy việc chưa xong" asks for the tasks.
  const isOpen = marks.some((mark) => has(mark, 'deny') && !has(mark, 'courtesy'));
  const unit = unitIn(marks);
  // "Phòng VHXH thế nào".
  const isOfUnit =
    unit.length > 0 &&
    unitLike(unit.map(({ typed }) => typed)) &&
    marks.some(({ words }) => /^(?:(?:nhu )?the nao|ra sao|sao)(?: roi)?$/.test(words));
  if (cues === 0 && ((!counts && !isShare && !isOfUnit && !isResult(marks)) || isOpen)) return null;
  const isWhole = unit.length === 0 || WHOLE_OFFICE.test(fold(typedOf(unit)));
  const left = leftOver(
    marks.filter((mark) => !(isWhole || UNIT.test(fold(typedOf(unit)))) || !unit.includes(mark)),
    [
      'progress',
      'review',
      'howFar',
      'howMany',
      'done',
      'handed',
      'question',
      'wish',
      'list',
      'paper',
      'perfect',
      'how',
      'open',
      'about',
      'theReport',
      'condition',
      'format',
    ],
    ['period'],
  );
  if (left.length > MOST_LEFT && !unitLike(left)) return null;
  return {
    command: { name: 'progress', unit: isWhole ? null : typedOf(unit), ...whenIn(marks) },
    left: unitLike(left) ? [] : left,
    cues: 1 + cues,
  };
};

/** "Kết quả tháng 10", and nothing else. */
function isResult(marks: readonly Mark[]): boolean {
  return (
    periodSaid(typedOf(marks)) !== null &&
    marks.some(({ words }) => words === 'ket qua') &&
    marks.every((mark) => has(mark, 'paper', 'today', 'courtesy', 'list', 'past') || mark.entity !== null)
  );
}

/** "Ai đang trễ", "phòng nào chậm nhất". */
function isOfWhom(marks: readonly Mark[]): boolean {
  return marks.some(({ words }) => /^(?:(?:phong|don vi|ben|nguoi) nao|ai|nhung ai)$/.test(words));
}

/** Not "so với tuần trước", which compares. */
function whenIn(marks: readonly Mark[]): { when?: string } {
  if (marks.some(({ words }) => /^so (?:voi|sanh)$/.test(words))) return {};
  const said = periodSaid(typedOf(marks));
  return said === null ? {} : { when: said.words };
}

function isQuestion({ marks, asks }: Clause): boolean {
  return (
    asks ||
    (has(marks.at(-1), 'tag') && !has(marks.at(-1), 'courtesy', 'person')) ||
    marks.some((mark) => has(mark, 'question', 'who', 'howFar', 'how') && !has(mark, 'courtesy', 'person'))
  );
}

const UNIT =
  /^(?:phong|ban|to|trung tam|tt|van phong|vp|cong an|quan su|bch|ubnd|hdnd|mttq|doan|hoi|khu pho|thon|tram|ben|phuong|xa|toan|don vi|cac)\b|^[a-z]{0,3}(?:vhxh|kthtdt|kt|vp|tc|tp)\b/;

/** Few words that may be the name of a unit. */
function unitLike(left: readonly string[]): boolean {
  const words = left.join(' ');
  return (
    left.length > 0 &&
    words.split(' ').length <= 8 &&
    (UNIT.test(fold(words)) || /^[\p{Lu}\d.&-]{2,10}$/u.test(words))
  );
}

/** Where the name of a unit is over. */
const BEHIND_UNIT: Sense[] = [
  'howFar',
  'howMany',
  'question',
  'wish',
  'already',
  'today',
  'perfect',
  'how',
  'done',
  'handed',
  'list',
  'paper',
  'format',
  'review',
];

/** What names the unit: behind "tiến độ" or before "đến đâu". */
function unitIn(marks: readonly Mark[]): readonly Mark[] {
  const from = marks.findIndex(
    (mark) => mark.entity === null && !isSilent(mark) && (UNIT.test(mark.words) || mark.senses.size === 0),
  );
  if (from < 0) return [];
  const rest = marks.slice(from);
  const end = rest.findIndex((mark, at) => at > 0 && (has(mark, ...BEHIND_UNIT) || mark.entity !== null));
  const named = end < 0 ? rest : rest.slice(0, end);
  const last = named.findLastIndex((mark) => !has(mark, 'courtesy', 'person', 'title'));
  return named.slice(0, last + 1);
}

const WHOLE_OFFICE =
  /^(?:chung(?: (?:cua )?(?:xa|phuong|co quan|don vi))?|tong the|tat ca|(?:toan|ca)(?: (?:phuong|xa|co quan|don vi|bo|the|ubnd phuong))?|co quan|cac (?:phong|don vi|phong ban)|cong viec|thuc hien|nhiem vu)$/;
