/** More time, and its granting; reminders to come later. */

import { numbersNamed, remindsAnother } from '../clause-parts.ts';
import { has, isNumbers } from '../clauses.ts';
import { type Mark, typedOf } from '../marks.ts';
import type { Act } from '../reading.ts';
import { cueCount, leftOver } from './leftover.ts';

/** "xin gia hạn 12 đến 20/12 vì …", "12 cho em thêm vài hôm nữa", "xin khất 12 sang tuần sau". */
export const asksForTime: Act = (clause) => {
  const { marks } = clause;
  if (!speaksOfTime(marks) || decides(marks) !== null || isHearsay(marks) || needsNone(marks)) return null;
  if (marks.some((mark) => has(mark, 'question') && mark.words !== '?') && !asksPermission(marks))
    return null;
  if (marks.some((mark) => has(mark, 'how')) && marks.some((mark) => has(mark, 'tool'))) return null;
  const { numbers } = numbersNamed(clause);
  const until = untilIn(marks);
  // "Lùi", "dời", "hoãn" are said of much else.
  const isPlain =
    marks.some(
      (mark) =>
        has(mark, 'extension') &&
        mark.words.includes(' ') &&
        !/^(?:doi|lui) (?:qua|sang|den|lai)/.test(mark.words),
    ) || marks.some(({ words }) => words.startsWith('xin') || words === 'extend');
  const isDated = marks
    .slice(until.from, until.to)
    .some((mark) => has(mark, 'future') || (mark.entity !== null && mark.entity.kind !== 'clock'));
  if (!isPlain && numbers.length === 0 && !isDated) return null;
  const reason = reasonIn(marks, until.to);
  return {
    command: {
      name: 'ask-extension',
      number: numbers[0] ?? null,
      until: typedOf(marks.slice(until.from, until.to)),
      reason,
    },
    left: numbers.length > 1 ? ['…'] : [],
    cues: 2 + cueCount(marks, 'extension'),
  };
};

/** "đồng ý gia hạn 12", "cho lùi 12 đến 20/12", "12 không gia hạn nữa". */
export const decidesOnTime: Act = (clause) => {
  const { marks } = clause;
  const decision = speaksOfTime(marks) && !needsNone(marks) ? decides(marks) : null;
  const [task] = numbersNamed(clause).numbers;
  if (decision === null || task === undefined) return null;
  const left = leftOver(
    marks,
    ['extension', 'grant', 'refuse', 'deny', 'future', 'wish', 'condition'],
    ['numbers', 'day', 'stretch'],
  );
  const decided = { name: 'decide-extension', grants: decision.grants, of: { task } } as const;
  return {
    command: decision.orAsks ? { ...decided, orAsks: true } : decided,
    left: decision.grants ? left : [],
    cues: 4,
  };
};

/** "nhắc lại sáng mai", "tắt nhắc đi", "15h nhắc em việc 12". */
export const snoozes: Act = (clause) => {
  const { marks } = clause;
  const cues = cueCount(marks, 'snooze');
  if (cues === 0 || remindsAnother(marks)) return null;
  const left = leftOver(
    marks,
    [
      'snooze',
      'future',
      'wish',
      'part',
      'deny',
      'more',
      'because',
      'extension',
      'press',
      'condition',
      'question',
      'handed',
    ],
    ['numbers', 'day', 'clock', 'stretch', 'period'],
  ).filter((word) => !/^(?:đến|den|tới|vào|vao)$/i.test(word));
  const when = momentIn(marks);
  return { command: { name: 'snooze', numbers: numbersNamed(clause).numbers, when }, left, cues: 2 + cues };
};

/** "Mai 15h", "3 ngày": the words that say when; empty where none do. */
export function momentIn(marks: readonly Mark[]): string {
  return typedOf(marks.filter(isMoment));
}

/** "nhắc lại việc 12 đi", "nhắc tiếp đi", "bỏ hoãn 12": at no other time than it would have been. */
export const resumes: Act = (clause) => {
  const { marks } = clause;
  const again = marks.some(({ words }) => words === 'nhac lai');
  const cues = cueCount(marks, 'resume');
  if (cues === 0 && !again) return null;
  if (remindsAnother(marks) || marks.some((mark) => isMoment(mark) || has(mark, 'future', 'deny')))
    return null;
  if (marks.some((mark) => has(mark, 'snooze') && mark.words !== 'nhac lai')) return null;
  const left = leftOver(marks, ['resume', 'snooze', 'wish', 'press', 'question']);
  return { command: { name: 'resume', numbers: numbersNamed(clause).numbers }, left, cues: 5 + cues };
};

/** "hủy nhắc 12", "thôi không cần nhắc 15h nữa": what was wished to be reminded of at an hour. */
export const callsOff: Act = (clause) => {
  const { marks } = clause;
  const cues = cueCount(marks, 'callOff');
  const { numbers } = numbersNamed(clause);
  const when = momentIn(marks);
  // "Không cần nhắc nữa" is of all reminders, which nobody can turn off.
  const isOfAll = numbers.length === 0 && when === '' && !marks.some(({ words }) => words.includes('hen'));
  if (cues === 0 || isOfAll || remindsAnother(marks)) return null;
  const left = leftOver(
    marks,
    ['callOff', 'snooze', 'wish', 'more', 'future', 'filler', 'preposition', 'question'],
    ['numbers', 'day', 'clock', 'stretch', 'period'],
  );
  return { command: { name: 'call-off', numbers, when }, left, cues: 5 + cues };
};

/** "Mai", "15h", "3 ngày", "thứ 6". */
function isMoment(mark: Mark): boolean {
  return ['day', 'clock', 'stretch', 'period'].includes(mark.entity?.kind ?? '') || isLater(mark);
}

function isLater({ words, entity }: Mark): boolean {
  return (
    entity === null && /^(?:(?:ngay|sang|chieu|trua|toi) )?mai$|^(?:tuan|thang) (?:sau|toi)$/.test(words)
  );
}

function speaksOfTime(marks: readonly Mark[]): boolean {
  if (cueCount(marks, 'extension') > 0) return true;
  const asks = marks.findIndex(({ words }) => /^(?:xin|xin phep|cho)$/.test(words));
  const rest = asks < 0 ? [] : marks.slice(asks + 1);
  // "Xin cho việc 19 trễ 2 ngày", "xin sếp cho tới 22/12".
  const isLate = rest.some((mark) => has(mark, 'overdue')) && rest.some((mark) => isDay(mark));
  const isUntil = rest.some(
    (mark, at) =>
      mark.words === 'cho' &&
      (LEADS_TO.test(rest[at + 1]?.words ?? '') || rest[at + 1]?.entity?.kind === 'day') &&
      rest.slice(at).some(isDay),
  );
  // "Xin nộp sang thứ 4 tuần tới".
  const isMoved =
    marks[asks]?.words.startsWith('xin') === true &&
    rest.some((mark, at) => has(mark, 'handed') && rest.slice(at + 1).some(isDay));
  if (isLate || isUntil || isMoved) return true;
  const more = marks.findIndex((mark) => has(mark, 'more'));
  return (
    (more >= 0 &&
      marks.slice(more).some(({ entity }) => entity?.kind === 'stretch' || entity?.kind === 'day')) ||
    marks.some((mark) => mark.entity?.kind === 'stretch' && mark.words.startsWith('them '))
  );
}

/** "Không cần gia hạn 12 nữa": not asked for, and not refused. */
function needsNone(marks: readonly Mark[]): boolean {
  return marks.some(
    (mark, at) => has(mark, 'deny') && /^(?:can|phai|xin|can phai|can xin)$/.test(marks[at + 1]?.words ?? ''),
  );
}

/** "Rút yêu cầu gia hạn 12", "không cần gia hạn 12 nữa": what was asked for is not wanted any more. */
export const needsNoTime: Act = (clause) => {
  const { marks, asks } = clause;
  const isTakenBack = marks.some(
    (mark, at) => has(mark, 'takeBack') && marks.slice(at + 1).some((one) => has(one, 'extension')),
  );
  if (!speaksOfTime(marks) || !(needsNone(marks) || isTakenBack) || asks) return null;
  const { numbers } = numbersNamed(clause);
  if (numbers.length === 0) return { command: { name: 'talk' }, left: [], cues: 3 };
  return { command: { name: 'withdraw-extension', numbers }, left: [], cues: 6 };
};

function isHearsay(marks: readonly Mark[]): boolean {
  const at = marks.findIndex((mark) => has(mark, 'extension'));
  if (at >= 0 && has(marks[at + 1], 'already')) return true;
  return (
    marks.some((mark) => has(mark, 'hearsay') && !has(mark, 'courtesy')) ||
    marks.some(
      (mark, at) =>
        mark.words === 'duoc' &&
        has(marks[at + 1], 'extension') &&
        !marks.slice(0, at).some(({ words }) => words.startsWith('xin')),
    ) ||
    marks.some((mark, at) => mark.words === 'da' && has(marks[at + 1], 'extension')) ||
    (marks.some((mark) => has(mark, 'done')) &&
      marks.some((mark) => has(mark, 'condition')) &&
      !asksPermission(marks))
  );
}

function asksPermission(marks: readonly Mark[]): boolean {
  return (
    marks.some(
      ({ words }) =>
        words === 'duoc khong' || words === 'xin' || words === 'xin phep' || words === 'xin gia han',
    ) || marks.some((mark, at) => mark.words === 'cho' && has(marks[at + 1], 'person', 'speaker'))
  );
}

const WISHES = /^(?:kinh )?(?:de nghi|mong|nho)\b/;

/** Whether it decides: "cho em" asks, "cho" alone may do either. */
function decides(marks: readonly Mark[]): { grants: boolean; orAsks: boolean } | null {
  const at = marks.findIndex((mark) => has(mark, 'extension') || mark.entity?.kind === 'stretch');
  const before = at < 0 ? [] : marks.slice(0, at);
  const asks =
    before.some(({ words }) => /^xin\b/.test(words) || WISHES.test(words)) ||
    /^xin\b/.test(marks[at]?.words ?? '') ||
    before.some(
      (mark, index) =>
        mark.words === 'cho' &&
        (has(marks[index + 1], 'person', 'speaker') || marks[index + 1]?.words === 'phep'),
    );
  const refusal = before.findIndex((mark) => has(mark, 'refuse', 'deny'));
  const wish = before.findIndex(({ words }) => WISHES.test(words));
  if (refusal >= 0 && (!asks || refusal < wish)) return { grants: false, orAsks: false };
  // "Gia hạn 39 thì không được".
  const isRefused = marks.slice(at + 1).some((mark) => has(mark, 'refuse') && mark.words.startsWith('khong'));
  if (isRefused && !asks && marks[at]?.words === 'gia han') return { grants: false, orAsks: false };
  const grant = before.find((mark) => has(mark, 'grant'));
  if (!grant || asks) return null;
  const isPlain = before.some((mark) => has(mark, 'grant') && mark.words !== 'cho');
  const isLetIt =
    before.some(({ words }) => words === 'cho') && marks.some((mark) => mark.entity?.kind === 'day');
  return { grants: true, orAsks: !isPlain && !isLetIt };
}

const LEADS_TO = /^(?:den|toi|qua|sang|het|den het|toi het|vao|ngay|to|until|them|trong|ra)$/;

/** The stretch of marks that names the day asked for, with the words that lead to it; empty where none does. */
export function untilIn(marks: readonly Mark[]): { from: number; to: number } {
  const because = marks.findIndex((mark) => has(mark, 'because'));
  const asked = marks.slice(0, because < 0 ? marks.length : because);
  const day = asked.findIndex((mark) => isDay(mark));
  if (day < 0) {
    // "đến khi nào xong": said, and no day.
    const cue = asked.findIndex((mark) => has(mark, 'extension'));
    const lead = asked.findIndex(
      (mark, at) => at > cue && /^(?:den|toi|sang|qua|to|until)$/.test(mark.words),
    );
    return { from: lead < 0 ? asked.length : lead, to: asked.length };
  }
  let from = day;
  while (from > 0 && (LEADS_TO.test(marks[from - 1]?.words ?? '') || marks[from - 1]?.words === 'gan'))
    from -= 1;
  let to = day + 1;
  while (isDay(marks[to])) to += 1;
  return { from, to };
}

function isDay(mark: Mark | undefined): boolean {
  if (mark === undefined) return false;
  return (
    ['day', 'stretch', 'period', 'clock'].includes(mark.entity?.kind ?? '') ||
    (has(mark, 'future') && mark.words !== 'nua' && mark.words !== 'se')
  );
}

/** Why, of what stands behind the day asked for. */
export function reasonIn(marks: readonly Mark[], behind: number): string {
  const because = marks.findIndex((mark) => has(mark, 'because'));
  if (because >= 0) return typedOf(marks.slice(because + 1));
  if (behind === 0) return '';
  const rest = marks.slice(behind);
  const says = rest.some(
    (mark, at) =>
      !has(mark, 'courtesy', 'person', 'question', 'full', 'extension') &&
      !isNumbers(mark) &&
      !isPlea(rest, at),
  );
  return says ? typedOf(rest) : '';
}

/** "… tới 15/12 với ạ" begs; "với" anybody or anything goes on. */
function isPlea(marks: readonly Mark[], at: number): boolean {
  return marks[at]?.words === 'voi' && marks.slice(at + 1).every((mark) => has(mark, 'courtesy', 'person'));
}
