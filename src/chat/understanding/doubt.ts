/**
 * What leaves an act in doubt although every word of it has a sense: a question, a denial, a wish, a condition, somebody
 * else's doing. A question too many is the smallest error there is.
 */
import type { Command } from '../command.ts';
import { type Clause, has } from './clauses.ts';
import type { Sense } from './lexicon.ts';
import type { Mark } from './marks.ts';

/** Acts that change what an office has, besides a report. */
const CHANGES: ReadonlySet<Command['name']> = new Set([
  'withdraw',
  'undo',
  'review',
  'decide-extension',
  'assign',
  'set-deadline',
  'leave-out',
  'take-back',
]);

const UNSURE: Sense[] = [
  'wish',
  'condition',
  'future',
  'hearsay',
  'tag',
  'question',
  'who',
  'already',
  'doing',
];
/** "Rút báo cáo 12 giúp em": asks the bot, as one asks a person. */
const ASKS_KINDLY = /^(?:giup|ho|dum|gium|di|nho|cho|ngay|thi)$/;

/** Whether a clause that was read as a command may well mean something else. */
export function isDoubtful({ marks, asks }: Clause, { name }: Command): boolean {
  if (!CHANGES.has(name)) return false;
  if (asks) return true;
  // "Em làm lại 12", "12 chưa đạt 80%": of the work as often as of its report.
  if (
    name === 'review' &&
    marks.some((mark) => has(mark, 'giveBack')) &&
    !marks.some(({ words }) => /^(?:tra lai|tra ve|return)/.test(words))
  )
    return true;
  const because = marks.findIndex((mark) => has(mark, 'because'));
  const said = because < 0 ? marks : marks.slice(0, because);
  const cue = said.findIndex((mark) =>
    has(
      mark,
      'review',
      'giveBack',
      'grant',
      'refuse',
      'extension',
      'assign',
      'takeBack',
      'drop',
      'undo',
      'correction',
    ),
  );
  return said.some(
    (mark, at) =>
      isUnsure(mark) ||
      // "Đừng trả lại 12"; but "12 chưa xong đâu, em báo nhầm" denies that it is done.
      (has(mark, 'deny') && !has(mark, 'refuse') && !has(said[at + 1], 'done')) ||
      (has(mark, 'perfect') && /^(?:da|duoc|da duoc)$/.test(mark.words) && !has(mark, 'grant')) ||
      mark.words === 'duoc' ||
      // "Em không theo dõi 12".
      (name === 'leave-out' && at < cue && has(mark, 'person')) ||
      // "Sếp duyệt 12": by somebody else.
      (at < cue && has(mark, 'title')) ||
      (at < cue && has(mark, 'person') && !OWN_WORDS.test(mark.words)),
  );
}

function isUnsure(mark: Mark): boolean {
  if (ASKS_KINDLY.test(mark.words) || has(mark, 'courtesy', 'person')) return false;
  // Of what is a cue of the act itself, nothing else is to be feared.
  if (has(mark, 'grant', 'refuse', 'review', 'giveBack', 'theReport', 'correction', 'takeBack', 'undo'))
    return false;
  return has(mark, ...UNSURE);
}

/** How somebody speaks of himself to whoever is older, or to nobody in particular. */
export const OWN_WORDS = /^(?:em|e|toi|tui|minh|chau|i)$/;

/** Whom one speaks to when one asks something of many. */
const MANY = /^(?:dong chi|d\/c|moi nguoi|ca nha|anh em|ba con|cac bac|mn|mng|lanh dao)$/;
const INVITES = /^(?:nhe|nha|nghen|nghe|hen|nhen)$/;

/** Whether a message that reports may be an order, a promise or thanks; `reports`: the clauses that say that it is done; `beside`: those that say nothing of work. */
export function isReportDoubtful(
  clauses: readonly Clause[],
  reports: ReadonlySet<Clause>,
  beside: readonly Clause[],
  isOverheard: boolean,
): boolean {
  if (clauses.some(({ asks }) => asks)) return true;
  if (beside.some((clause) => !asksToLook(clause) && clause.marks.some(leavesOpen))) return true;
  const isPast = [...reports].every(({ marks }) => saysPast(marks));
  if ([...reports].some(({ marks }) => isOthers(marks))) return true;
  return (
    !isPast &&
    (beside.some(sendsPaper) ||
      clauses.some(({ marks }) => isAddressed(marks)) ||
      [...reports].some(({ marks }) => mayBeOrder(marks, isOverheard)))
  );
}

/** "Biểu mẫu, hoàn thành 12 https://…": what is sent may be what is to be filled in. */
function sendsPaper({ marks }: Clause): boolean {
  return marks.some((mark) => has(mark, 'paper') && !has(mark, 'evidenceWord', 'theReport'));
}

function leavesOpen(mark: Mark): boolean {
  return (
    has(mark, 'future', 'takeOn', 'wish', 'midway', 'greeting', 'condition') &&
    !has(mark, 'evidenceWord', 'person')
  );
}

/** "Đề nghị anh duyệt", "nhờ sếp xem giúp em": what one asks for oneself, of whoever decides. */
export function asksToLook({ marks }: Clause): boolean {
  const asks = marks.some(({ words }) => /^(?:de nghi|nho|mong|kinh mong)$/.test(words));
  const whom = marks.some((mark) => /^(?:anh|a|chi|c|sep|lanh dao|thu truong|bac|chu|co)$/.test(mark.words));
  return (
    asks &&
    whom &&
    marks.some(({ words }) => /^(?:duyet|phe duyet|xem|kiem tra|xem xet|xem giup|xem gium)$/.test(words))
  );
}

function saysPast(marks: readonly Mark[]): boolean {
  return marks.some(
    (mark) =>
      has(mark, 'already', 'past') ||
      (has(mark, 'perfect') && /^(?:da|vua|da duoc|vua moi)$/.test(mark.words)),
  );
}

/** "Cảm ơn em đã xong 12", "chú xong 12 rồi". */
function isOthers(marks: readonly Mark[]): boolean {
  const done = marks.findIndex((mark) => has(mark, 'done', 'handed'));
  const before = marks.slice(0, Math.max(done, 0));
  // "Anh chị xong 12 rồi".
  if (
    before.some(
      (mark, at) =>
        has(mark, 'person') && has(before[at + 1], 'person') && !OWN_WORDS.test(before[at + 1]?.words ?? ''),
    )
  )
    return true;
  return before.some(({ words }) =>
    /^(?:cam on|thanks|thank you|thank|tks|chuc|👏|co|chu|bac|thay|xin phep)$/.test(words),
  );
}

/** "Em ơi, xong 12", "kính gửi các đồng chí: hoàn thành 12"; the bot and the chief are only told. */
function isAddressed(marks: readonly Mark[]): boolean {
  return marks.some(
    (mark, at) =>
      MANY.test(mark.words) ||
      mark.words === 'kinh gui' ||
      (/^(?:oi|ui)$/.test(mark.words) && !has(marks[at - 1], 'title')),
  );
}

/** Without "đã" and "rồi": "hoàn thành 12 nhé", "xong 12 chị Lan", "hoàn thành 12 đúng hạn". */
function mayBeOrder(marks: readonly Mark[], isOverheard: boolean): boolean {
  const done = marks.findIndex((mark) => has(mark, 'done'));
  const invites = marks.some(({ words }) => INVITES.test(words));
  const isFormal = marks.some((mark) => has(mark, 'handed', 'speaker') || /^hoan/.test(mark.words));
  const inTime = marks.some(({ words }) => /^(?:dung han|truoc han|kip han)$/.test(words));
  const isPolite = marks.some(({ words }) => /^(?:a|da|vang)$/.test(words));
  const named = marks.some(
    (mark, at) => at > done && has(mark, 'person') && !has(mark, 'courtesy') && !isPolite,
  );
  const pointsTo = marks.some(({ words }) => /^(?:xem tai|tai day|o day)$/.test(words));
  return inTime || named || pointsTo || (invites && isFormal) || (isOverheard && isFormal);
}
