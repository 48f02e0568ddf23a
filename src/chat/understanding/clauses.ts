import type { Sense } from './lexicon.ts';
import type { Mark } from './marks.ts';

/** What is said in one go: "xong 12, 13 chưa" says two things. */
export interface Clause {
  marks: Mark[];
  /** Ends with a question mark. */
  asks: boolean;
}

export function clausesIn(marks: readonly Mark[]): Clause[] {
  const clauses: Clause[] = [];
  let marksHere: Mark[] = [];
  // "? xong 12".
  let asksFirst = false;
  const close = (asks: boolean) => {
    if (marksHere.length > 0) clauses.push({ marks: marksHere, asks: asks || asksFirst });
    else if (asks && clauses.length > 0)
      clauses[clauses.length - 1] = { ...(clauses.at(-1) as Clause), asks };
    else if (asks) asksFirst = true;
    if (clauses.length > 0) asksFirst = false;
    marksHere = [];
  };
  for (const [at, mark] of marks.entries()) {
    if (mark.opensLine || isOver(marks, at, marksHere)) close(false);
    const saysWhy = marksHere.some(
      (one) => (has(one, 'because') && !has(one, 'courtesy')) || has(one, 'addTask'),
    );
    if (
      mark.entity?.kind === 'break' &&
      !marksHere.some((one) => has(one, 'addTask')) &&
      (mark.entity.strong || !(saysWhy || has(marks[at + 1], 'because')))
    )
      close(false);
    else if (mark.words === '?') close(true);
    else {
      if (!saysWhy && opensClause(marks, at, marksHere)) close(false);
      marksHere.push(mark);
    }
  }
  close(false);
  return joined(clauses);
}

/** "… xong 12 rồi ạ em đã nộp bản giấy": spoken on without a comma. */
function isOver(marks: readonly Mark[], at: number, before: readonly Mark[]): boolean {
  const [last, mark] = [marks[at - 1], marks[at]];
  const isEnd = ENDS.test(last?.typed ?? '') || (has(last, 'already') && has(mark, 'deny', 'snooze'));
  if (!isEnd || before.length === 0 || !before.some((one) => has(one, ...SAYS))) return false;
  const rest = marks.slice(at);
  return (
    !has(mark, 'courtesy', 'title') &&
    rest.length > 1 &&
    rest.some((one) => has(one, ...SAYS, 'snooze', 'press')) &&
    !(has(mark, 'person') && has(rest[1], 'courtesy'))
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
function opensClause(marks: readonly Mark[], at: number, before: readonly Mark[]): boolean {
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
  const number = before.findIndex(isNumbers);
  const said = before.findIndex((one) => has(one, ...SAYS));
  const follows = marks.slice(at + 1).find((one) => !has(one, 'person', 'speaker'));
  return number >= 0 && said > number && has(follows, ...SAYS);
}

/** Numbers by themselves belong to what is said next to them: "12: xong", "xong 12, 13". */
function joined(clauses: Clause[]): Clause[] {
  const result: Clause[] = [];
  for (const [at, clause] of clauses.entries()) {
    const before = result.at(-1);
    const next = clauses[at + 1];
    if (before && isBare(before) && !before.asks) {
      result[result.length - 1] = { marks: [...before.marks, ...clause.marks], asks: clause.asks };
    } else if (before && isBare(clause) && !(next && says(next) && !next.marks.some(isNumbers))) {
      result[result.length - 1] = {
        marks: [...before.marks, ...clause.marks],
        asks: before.asks || clause.asks,
      };
    } else {
      result.push(clause);
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
