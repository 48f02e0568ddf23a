/** What changes the plan or the people: the clerk's commands, said in any words. */

import { periodSaid } from '../../../domain/period-asked.ts';
import { isSilent, numbersNamed } from '../clause-parts.ts';
import { has } from '../clauses.ts';
import { assignedIn } from '../formal/assignment.ts';
import { foldedOf, type Mark, typedOf } from '../marks.ts';
import type { Act } from '../reading.ts';
import { cueCount, leftOver } from './leftover.ts';

/** "giao việc 17 cho phòng Văn hóa - Xã hội", "phân công 17, 18 cho chị Lan". */
export const assigns: Act = (clause) => {
  const { marks, asks } = clause;
  const at = marks.findIndex((mark) => has(mark, 'assign') || mark.words === 'giao lai');
  const { numbers } = numbersNamed(clause);
  if (
    at < 0 ||
    numbers.length === 0 ||
    asks ||
    marks.some((mark) => has(mark, 'done') || /(?:^| )(?:ai|nao|bao gio)$/.test(mark.words)) ||
    marks.slice(0, at).some((mark) => has(mark, 'deny', 'perfect', 'passOn') || mark.words === 'duoc')
  )
    return null;
  const to = marks.findIndex((mark, index) => index > at && !isHead(mark));
  // "Giao 56 cho Trạm Y tế", "giao Trạm Y tế chủ trì thực hiện việc 56".
  const end = marks.findIndex(
    (mark, index) => index > to && (mark.entity?.kind === 'numbers' || LEADS.test(mark.words)),
  );
  const words = to < 0 ? '' : typedOf(marks.slice(to, end < 0 ? undefined : end)).replace(CLOSING, '');
  const assigned = assignedIn(words);
  return assigned && { command: { name: 'assign', numbers, ...assigned }, left: [], cues: 2 };
};

/** "để chị Lan làm việc 17", "anh Tám phụ trách 17 nhé": may be meant so, and may only tell of it. */
export const letsDo: Act = (clause) => {
  const { marks, asks } = clause;
  const { numbers } = numbersNamed(clause);
  if (asks || numbers.length === 0 || marks.some((mark) => has(mark, ...SAID_OTHERWISE))) return null;
  const others = marks.filter(
    (mark) => mark.entity?.kind !== 'numbers' && !has(mark, 'courtesy', 'taskNoun') && !isSilent(mark),
  );
  const from = /^(?:de|cho|nho)$/.test(others[0]?.words ?? '') ? 1 : 0;
  const verb = others.findIndex(({ words }) => LEADS.test(words));
  const names = others.slice(from, verb < 0 ? 0 : verb);
  const isSomebody = names.length > 1 && has(names[0], 'person', 'title') && names.length <= LONGEST_NAME;
  if (!isSomebody || verb < others.length - 1) return null;
  return {
    command: { name: 'assign', numbers, leads: typedOf(names), supports: null },
    left: [],
    cues: 3,
  };
};

const SAID_OTHERWISE = [
  'done',
  'deny',
  'perfect',
  'already',
  'doing',
  'future',
  'question',
  'who',
  'hearsay',
] as const;
const LONGEST_NAME = 5;

function isHead(mark: Mark): boolean {
  return (
    mark.entity?.kind === 'numbers' ||
    has(mark, 'assign', 'taskNoun') ||
    /^(?:cho|ve|la|:|#|lai|phong phu trach)$/.test(mark.words)
  );
}

/** What they are to do with it. */
const LEADS = /^(?:chu tri|thuc hien|lam|phu trach|theo doi|tham muu|dam nhan)$/;

const CLOSING = /(?:\s+(?:nhé|nhe|nha|ạ|giúp|giup|hộ|làm|lam|thực hiện|đi|em|anh|chị|bot|luôn))+[.!]*$/iu;

/** "thêm việc: báo cáo nhanh …". */
export const addsTask: Act = ({ marks }) => {
  const at = marks.findIndex((mark) => has(mark, 'addTask'));
  const words = typedOf(marks.slice(at + 1)).replace(/^[\s:,-]+/, '');
  if (at < 0 || words === '') return null;
  const isFirst = marks.slice(0, at).every((mark) => has(mark, 'courtesy', 'person', 'title', 'wish'));
  // "Thêm việc nữa à", "sao thêm việc hoài": nothing that would be a task.
  const isTalk = !isFirst || typedOf(marks.slice(at + 1)).split(' ').length < FEWEST_WORDS;
  return {
    command: { name: 'add-task', words },
    left: isTalk ? marks.map(({ typed }) => typed) : [],
    cues: 4,
  };
};

/** Of a title, a unit and a date. */
const FEWEST_WORDS = 4;

/** "đặt hạn 8 15/12/2026", "sửa hạn việc 12 thành 20/12". */
export const setsDeadline: Act = (clause) => {
  const { marks, asks } = clause;
  const [number, ...more] = numbersNamed(clause).numbers;
  const isSet =
    marks.some((mark) => has(mark, 'dueSet')) ||
    (marks.some((mark) => has(mark, 'due')) &&
      marks.some(({ words }) => /^(?:thanh|sang|doi|dat|sua|chinh)$/.test(words)));
  const day = marks.findIndex((mark) => ['day', 'clock'].includes(mark.entity?.kind ?? ''));
  if (!isSet || number === undefined || more.length > 0 || day < 0 || asks) return null;
  const before = marks[day - 1];
  const from = before && /^(?:truoc|cham nhat|den het)$/.test(before.words) ? day - 1 : day;
  const left = leftOver(marks.slice(0, from), ['dueSet', 'due', 'wish', 'condition', 'extension']).filter(
    (word) => !/^(?:thành|thanh|sang|đổi|đến|den|đặt|sửa|chỉnh|qua|tới|lại|lai)$/i.test(word),
  );
  if (marks.some(({ words }) => words.startsWith('xin'))) return null;
  return {
    command: {
      name: 'set-deadline',
      number,
      words: typedOf(marks.slice(from)).replace(/(?:\s+(?:nhé|nha|giúp|em|anh|chị|ạ))+$/iu, ''),
    },
    left,
    cues: 5,
  };
};

/** "thôi theo dõi việc 17", "bỏ việc 17, 18". */
export const drops: Act = (clause) => {
  const { marks, asks } = clause;
  const { numbers } = numbersNamed(clause);
  if (
    cueCount(marks, 'drop') === 0 ||
    numbers.length === 0 ||
    asks ||
    marks.some((mark) => has(mark, 'theReport', 'done'))
  )
    return null;
  const left = leftOver(marks, ['drop', 'wish', 'condition', 'takeBack']).filter(
    (word) => !/^(?:nữa|nua|khỏi|khoi|kế hoạch|ra)$/i.test(word),
  );
  return { command: { name: 'leave-out', numbers }, left, cues: 2 };
};

/** "bắt đầu việc 9 từ hôm qua"; "việc 9: UBND tỉnh ban hành ngày 10/11" may be a report, and is asked about. */
export const startsTask: Act = (clause) => {
  const { marks, asks } = clause;
  const [number, ...more] = numbersNamed(clause).numbers;
  const isStart = cueCount(marks, 'startTask') > 0;
  const issued = marks.findIndex(({ words }) => /^(?:ban hanh|co hieu luc|nhan duoc)$/.test(words));
  const isIssued =
    issued > 0 &&
    marks.slice(0, issued).some((mark) => has(mark, 'receiver')) &&
    !marks.some((mark) => has(mark, 'person', 'speaker'));
  if (number === undefined || more.length > 0 || asks || !(isStart || isIssued)) return null;
  if (
    marks.some((mark) => has(mark, 'deny', 'done', 'question', 'doing') && !has(mark, 'courtesy', 'person'))
  )
    return null;
  const when = periodSaid(typedOf(marks))?.words ?? '';
  const left = leftOver(marks, ['startTask', 'today', 'past', 'preposition', 'filler'], ['numbers', 'day']);
  return { command: { name: 'start-task', number, when }, left, cues: isStart ? 4 : 1 };
};

/** "lấy lại 17", "khôi phục việc 17". */
export const restores: Act = (clause) => {
  const { numbers } = numbersNamed(clause);
  const [number, ...more] = numbers;
  if (cueCount(clause.marks, 'restore') === 0 || number === undefined || clause.asks) return null;
  const left = [...leftOver(clause.marks, ['restore', 'wish', 'condition', 'drop']), ...more.map(String)];
  return { command: { name: 'take-back', number }, left, cues: 3 };
};

/** "cho em xin mã mời cho chị Lan", "gửi lời mời cho Lan": by "mời Lan" alone, see the formal commands. */
export const invites: Act = ({ marks, asks }) => {
  if (NOT_HERE.test(foldedOf(marks))) return { command: { name: 'invite', who: null }, left: [], cues: 4 };
  const at = marks.findIndex((mark) => has(mark, 'invite') && mark.words !== 'moi');
  if (at < 0 || asks) return null;
  const named = marks
    .slice(at + 1)
    .filter((mark) => !/^(?:cho|vao|nhom|bot|dum|giup)$/.test(mark.words) && !has(mark, 'courtesy', 'wish'));
  const who = typedOf(named);
  return {
    command: { name: 'invite', who: who === '' ? null : who },
    left: named.length > 6 ? named.map(({ typed }) => typed) : [],
    cues: 3,
  };
};

/** "Ai chưa vào bot", "những ai chưa kết nối". */
const NOT_HERE =
  /^(?:(?:co|con|nhung|da|cho|anh|chi|em|xem|hoi) )*(?:ai|nguoi nao|can bo nao) (?:con |van )?chua (?:vao|ket noi|tham gia|dang ky|noi)(?: (?:bot|nhom|zalo|telegram|tele|he thong|voi bot|vao bot|duoc|a|the|vay|khong|nhi))*$/;
