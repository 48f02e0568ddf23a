import type { Sense } from './lexicon.ts';
import type { Mark } from './marks.ts';

/** What is said in one go: "xong 12, 13 chưa" says two things. */
export interface Clause {
  marks: Mark[];
  /** Ends with a question mark. */
  asks: boolean;
}

/** What has been said so far in the clause that is open: looked at for each mark, and so never looked for anew. */
interface Open {
  marks: Mark[];
  saysWhy: boolean;
  addsTask: boolean;
  /** At its first number, and where it first says something; -1 while nowhere. */
  numberAt: number;
  saidAt: number;
}

function nothingYet(): Open {
  return { marks: [], saysWhy: false, addsTask: false, numberAt: -1, saidAt: -1 };
}

function take(open: Open, mark: Mark): void {
  if (open.numberAt < 0 && isNumbers(mark)) open.numberAt = open.marks.length;
  if (open.saidAt < 0 && has(mark, ...SAYS)) open.saidAt = open.marks.length;
  if (has(mark, 'addTask')) open.addsTask = true;
  if ((has(mark, 'because') && !has(mark, 'courtesy')) || has(mark, 'addTask')) open.saysWhy = true;
  open.marks.push(mark);
}

export function clausesIn(marks: readonly Mark[]): Clause[] {
  const clauses: Clause[] = [];
  const lastSaid = marks.findLastIndex((one) => has(one, ...SAYS, 'snooze', 'press'));
  let open = nothingYet();
  // "? xong 12".
  let asksFirst = false;
  const close = (asks: boolean) => {
    if (open.marks.length > 0) clauses.push({ marks: open.marks, asks: asks || asksFirst });
    else if (asks && clauses.length > 0)
      clauses[clauses.length - 1] = { ...(clauses.at(-1) as Clause), asks };
    else if (asks) asksFirst = true;
    if (clauses.length > 0) asksFirst = false;
    open = nothingYet();
  };
  for (const [at, mark] of marks.entries()) {
    if (mark.opensLine || isOver(marks, at, open, lastSaid)) close(false);
    const { saysWhy } = open;
    if (
      mark.entity?.kind === 'break' &&
      !open.addsTask &&
      (mark.entity.strong || !(saysWhy || has(marks[at + 1], 'because')))
    )
      close(false);
    else if (mark.words === '?') close(true);
    else {
      if (!saysWhy && opensClause(marks, at, open)) close(false);
      take(open, mark);
    }
  }
  close(false);
  return joined(clauses);
}

/** "… xong 12 rồi ạ em đã nộp bản giấy": spoken on without a comma. */
function isOver(marks: readonly Mark[], at: number, open: Open, lastSaid: number): boolean {
  const [last, mark, next] = [marks[at - 1], marks[at], marks[at + 1]];
  const isEnd = ENDS.test(last?.typed ?? '') || (has(last, 'already') && has(mark, 'deny', 'snooze'));
  if (!isEnd || open.saidAt < 0) return false;
  return (
    !has(mark, 'courtesy', 'title') &&
    next !== undefined &&
    lastSaid >= at &&
    !(has(mark, 'person') && has(next, 'courtesy'))
  );
}

/** With its diacritics: bare, "a" may be anybody. */
const ENDS = /^(?:ạ|nhé|nha|nghen|nhen|nhá)$/iu;

export function has(mark: Mark | undefined, ...senses: Sense[]): boolean {
  return mark !== undefined && senses.some((sense) => mark.senses.has(sense));
}

export function isNumbers(mark: Mark | undefined): boolean {
  return mark?.entity?.kind === 'numbers';
}

const SAYS: Sense[] = ['done', 'deny', 'handed', 'extension', 'doing', 'obstacle'];

/** "… còn 13 chưa", "12 xong 13 chưa xong": what is said of the next number begins with it. */
function opensClause(marks: readonly Mark[], at: number, { marks: before, numberAt, saidAt }: Open): boolean {
  const [mark, next] = [marks[at], marks[at + 1]];
  if (before.length === 0) return false;
  // Bare, "nhung gi" and "nhung viec nao" ask for what.
  const isBut = has(mark, 'but') && next?.words !== 'gi' && !has(next, 'taskNoun');
  if ((mark?.words === 'nhung' && isBut) || mark?.words === 'nhung ma') return true;
  // "… bot ghi nhận giúp em": what is asked of the bot.
  if (mark?.words === 'bot' && has(next, 'takeOn')) return true;
  if (/^(?:con|ma|chu)$/.test(mark?.words ?? '') && isNumbers(next)) return true;
  // "12 xong rồi mà sao cứ nhắc".
  if (mark?.words === 'ma' && (next?.words === 'sao' || has(marks[at - 1], 'already'))) return true;
  if (!isNumbers(mark)) return false;
  if (numberAt < 0 || saidAt <= numberAt) return false;
  let follows = at + 1;
  while (has(marks[follows], 'person', 'speaker')) follows += 1;
  return has(marks[follows], ...SAYS);
}

/** Numbers by themselves belong to what is said next to them: "12: xong", "xong 12, 13". */
function joined(clauses: Clause[]): Clause[] {
  const result: Clause[] = [];
  /** Whether the last of them is bare. */
  let endsBare = false;
  for (const [at, clause] of clauses.entries()) {
    const before = result.at(-1);
    const next = clauses[at + 1];
    const bare = isBare(clause);
    const belongs = endsBare && before?.asks === false;
    if (before && (belongs || (bare && !(next && says(next) && !next.marks.some(isNumbers))))) {
      for (const mark of clause.marks) before.marks.push(mark);
      before.asks = clause.asks || (!belongs && before.asks);
      endsBare &&= bare;
    } else {
      result.push({ ...clause, marks: [...clause.marks] });
      endsBare = bare;
    }
  }
  return result;
}

function isBare({ marks }: Clause): boolean {
  return (
    marks.some(isNumbers) &&
    marks.every((mark) => isNumbers(mark) || has(mark, 'courtesy', 'joiner', 'taskNoun', 'title'))
  );
}

function says({ marks }: Clause): boolean {
  return marks.some((mark) => has(mark, ...SAYS));
}
