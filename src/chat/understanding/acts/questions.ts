import { fold } from '../../../domain/text-fold.ts';
import { partIn, periodAside, UNIT, unitIn, unitLike, whoseIn } from '../asked-about.ts';
import { isSilent, numbersNamed } from '../clause-parts.ts';
import { type Clause, has } from '../clauses.ts';
import type { Sense } from '../lexicon.ts';
import { foldedOf, type Mark, typedOf } from '../marks.ts';
import type { Act, Setting } from '../reading.ts';
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
  const about = whoHasNot || isOfWhom(marks) ? [] : whoseOverdue(marks);
  const isList =
    late > 0 &&
    (marks.some((mark) => has(mark, 'list', 'who', 'question', 'taskNoun', 'howMany')) ||
      /\bhan\b/.test(foldedOf(marks)));
  if (!isList && !whoHasNot) return null;
  const left = leftOver(
    marks.filter((mark) => !about.includes(mark)),
    [...LISTED, 'doing'],
    ['period'],
  );
  if (left.length > (late > 0 ? MOST_LEFT : 0) && !unitLike(left)) return null;
  return {
    command: {
      name: 'overdue',
      ...(whoHasNot || isOfWhom(marks) ? { byUnit: true } : {}),
      ...(about.length > 0 ? { about: nameOf(about) } : {}),
    },
    left: unitLike(left) ? [] : left,
    cues: 1 + late + (whoHasNot ? 1 : 0),
  };
};

/** "VHXH quá hạn gì", "việc quá hạn của phòng KT"; and "văn hóa còn nợ gì", where the words in front are nothing else. */
function whoseOverdue(marks: readonly Mark[]): readonly Mark[] {
  const named = whoseIn(marks);
  if (named.length > 0) return named;
  const said = marks.filter((mark) => !has(mark, 'courtesy', 'wish', 'list') && !isSilent(mark));
  const before = said.slice(
    0,
    said.findIndex((mark) => has(mark, 'overdue')),
  );
  const isName = before.every(
    (mark) => mark.entity === null && (mark.senses.size === 0 || has(mark, 'receiver')),
  );
  return isName && before.length <= LONGEST_PART ? before : [];
}

const LONGEST_PART = 4;

/** "Em còn nợ việc gì": one's own work, late or not. */
function isOwn(marks: readonly Mark[]): boolean {
  return (
    marks.some((mark) => has(mark, 'overdue') && mark.words.endsWith('no')) &&
    marks.some((mark) => has(mark, 'mine', 'person')) &&
    !marks.some((mark) => has(mark, 'who'))
  );
}

const ASKED_OF_TASKS: Sense[] = [
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
];

/** "việc của tôi", "hôm nay phải làm gì", "việc nào sắp tới hạn". */
export const asksForTasks: Act = (clause) => {
  const { marks } = clause;
  if (numbersNamed(clause).numbers.length > 0) return null;
  const { when, rest } = periodAside(marks);
  const noun = marks.some((mark) => has(mark, 'taskNoun'));
  const asked = marks.some((mark) => has(mark, 'question', 'howMany', 'list', 'mine', 'open', 'soon', 'who'));
  const dueSoon = marks.some((mark) => has(mark, 'soon'));
  const bare =
    noun &&
    rest.every(
      (mark) =>
        has(mark, 'taskNoun', 'today', 'courtesy', 'person', 'list') ||
        (has(mark, 'future') && /^(?:tuan|thang|mai|ngay|sang|chieu)\b/.test(mark.words)) ||
        mark.entity?.kind === 'period',
    );
  const isOpenOnes =
    has(marks[0], 'taskNoun') && marks.slice(1).every((mark) => has(mark, 'deny', 'done', 'open', 'mine'));
  const part = partIn(rest);
  const about = part.length > 0 ? part : whoseIn(rest);
  // "Tuần tới có gì không".
  const isOfWhen =
    when !== null &&
    marks.some(({ words }) => /^(?:gi|nhung gi|co gi|what)$/.test(words)) &&
    !marks.some((mark) => has(mark, 'done', 'handed'));
  const isOfWhom = noun && asksOfWhom(rest, about);
  if (!(noun && asked) && !isOpenOnes && !asksToDo(marks) && !dueSoon && !bare && !isOfWhen && !isOfWhom)
    return null;
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
    rest.filter((mark) => !about.includes(mark)),
    ASKED_OF_TASKS,
    ['period', 'stretch', 'day'],
  );
  if (left.length > MOST_LEFT) return null;
  return {
    command: {
      name: 'tasks',
      ...(when === null ? {} : { when }),
      ...(about.length > 0 ? { about: nameOf(about) } : {}),
    },
    left,
    cues: 1 + cueCount(marks, 'mine', 'soon') + (isOpenOnes ? 3 : 0),
  };
};

/** "Hôm nay phải làm gì", "cần nộp những gì". */
function asksToDo(marks: readonly Mark[]): boolean {
  return (
    /\b(?:phai|can|nen) lam gi\b|\blam gi (?:hom nay|tuan nay|bay gio)\b/.test(foldedOf(marks)) ||
    (/\b(?:phai|can|nen)\b/.test(foldedOf(marks)) &&
      marks.some((mark) => has(mark, 'handed')) &&
      marks.some((mark) => has(mark, 'question', 'howMany') && !has(mark, 'courtesy', 'person')))
  );
}

/** "Việc tuần sau của phòng KT"; "việc này của phòng KT" says whose it is. */
function asksOfWhom(marks: readonly Mark[], about: readonly Mark[]): boolean {
  return (
    about.length > 0 &&
    !marks.some(
      (mark) => !about.includes(mark) && (has(mark, ...SAID_OF_WORK) || /^(?:nay|do|kia)$/.test(mark.words)),
    )
  );
}

/** What would tell of work instead of asking for it. */
const SAID_OF_WORK: Sense[] = [
  'done',
  'handed',
  'perfect',
  'already',
  'doing',
  'obstacle',
  'extension',
  'passOn',
  'deny',
];

/** Without "của" before it. */
function nameOf(marks: readonly Mark[]): string {
  return typedOf(marks).replace(/^(?:của|cua|of)\s+/iu, '');
}

/** "Ai chưa báo cáo việc 6", "việc 6 phòng nào chưa làm": who owes it. */
export const asksWhoOwes: Act = (clause) => {
  const { marks } = clause;
  const [number, ...more] = numbersNamed(clause).numbers;
  const isWhom = marks.some(({ words }) => WHOM.test(words));
  if (number === undefined || more.length > 0 || !isWhom || !marks.some((mark) => has(mark, 'deny')))
    return null;
  const left = leftOver(marks, [
    'who',
    'deny',
    'handed',
    'done',
    'question',
    'open',
    'paper',
    'filler',
    'list',
    'howFar',
  ]);
  return left.length > 0 ? null : { command: { name: 'task', number, owing: true }, left, cues: 5 };
};

const WHOM = /^(?:(?:phong|don vi|ben|nguoi) nao|ai|nhung ai|con ai)$/;

/** "tiến độ phòng văn hóa", "VHXH làm đến đâu rồi", "đã hoàn thành bao nhiêu việc rồi". */
export const asksForProgress: Act = (clause, setting) => {
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
  const { when, rest } = periodAside(marks);
  const part = cues > 0 || asksWhether(clause) ? partIn(rest) : [];
  const unit = part.length > 0 ? part : unitAsked(rest, cues);
  const isName = part.length > 0 || unit.every(isPartOfUnit) || whoseIn(rest).length > 0;
  const isOfUnit = asksOfUnit(rest, unit, when);
  if (cues === 0 && part.length === 0 && ((!counts && !isShare && !isOfUnit && !isResult(marks)) || isOpen))
    return null;
  const isWhole = unit.length === 0 || WHOLE_OFFICE.test(fold(typedOf(unit)));
  const left = leftOver(
    rest.filter((mark) => !(isWhole || isName || UNIT.test(fold(typedOf(unit)))) || !unit.includes(mark)),
    [
      'progress',
      'preposition',
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
    command: {
      name: 'progress',
      unit: isWhole ? planCited(setting) : nameOf(unit),
      ...(when === null ? {} : { when }),
    },
    left: unitLike(left) ? [] : left,
    cues: 1 + cues,
  };
};

/** Also by a part of its name: "tiến độ văn hóa". */
function unitAsked(marks: readonly Mark[], cues: number): readonly Mark[] {
  const unit = unitIn(marks);
  return unit.length > 0 || cues === 0 ? unit : marks.filter(isPartOfUnit);
}

/** "Văn hóa", "kinh tế"; not those above, to whom it is told. */
function isPartOfUnit(mark: Mark): boolean {
  return (
    has(mark, 'receiver') &&
    !/^(?:so|tinh|thanh pho|tp|huyen|phuong|xa|cap tren|dang uy|he thong|zalo|nhom|mail|email|cong|drive|trang|bo phan|phan mem)$/.test(
      mark.words,
    )
  );
}

/** "Mục III xong chưa": at the end "chưa" asks. */
function asksWhether({ marks, asks }: Clause): boolean {
  const last = marks.findLast((mark) => !has(mark, 'courtesy', 'person', 'title') && !isSilent(mark));
  return (asks || last?.words === 'chua') && marks.some((mark) => has(mark, 'done', 'handed'));
}

/** "Phòng VHXH thế nào", "VHXH tháng 11". */
function asksOfUnit(marks: readonly Mark[], unit: readonly Mark[], when: string | null): boolean {
  if (unit.length === 0 || !unitLike(unit.map(({ typed }) => typed))) return false;
  return (
    marks.some(({ words }) => /^(?:(?:nhu )?the nao|ra sao|sao)(?: roi)?$/.test(words)) ||
    (when !== null && marks.every((mark) => unit.includes(mark) || has(mark, 'courtesy') || isSilent(mark)))
  );
}

/** "Kế hoạch 166/KH-UBND đến đâu rồi": a document that is asked about. */
function planCited({ evidence }: Setting): string | null {
  const cited = evidence.find(
    ({ kind, value }) => kind === 'document' && /k[eế] ho[aạ]ch|\/kh/iu.test(value),
  );
  return cited?.value ?? null;
}

/** "Kết quả tháng 10", and nothing else. */
function isResult(marks: readonly Mark[]): boolean {
  return (
    periodAside(marks).when !== null &&
    marks.some(({ words }) => words === 'ket qua') &&
    marks.every((mark) => has(mark, 'paper', 'today', 'courtesy', 'list', 'past') || mark.entity !== null)
  );
}

/** "Ai đang trễ", "phòng nào chậm nhất". */
function isOfWhom(marks: readonly Mark[]): boolean {
  return marks.some(({ words }) => /^(?:(?:phong|don vi|ben|nguoi) nao|ai|nhung ai)$/.test(words));
}

function isQuestion({ marks, asks }: Clause): boolean {
  return (
    asks ||
    (has(marks.at(-1), 'tag') && !has(marks.at(-1), 'courtesy', 'person')) ||
    marks.some((mark) => has(mark, 'question', 'who', 'howFar', 'how') && !has(mark, 'courtesy', 'person'))
  );
}

const WHOLE_OFFICE =
  /^(?:chung(?: (?:cua )?(?:xa|phuong|co quan|don vi))?|tong the|tat ca|(?:toan|ca)(?: (?:phuong|xa|co quan|don vi|bo|the|ubnd phuong))?|co quan|cac (?:phong|don vi|phong ban)|cong viec|thuc hien|nhiem vu)$/;
