/** One clause of a message and what it says about work: "xong 12, 13 chưa" has two. Everything here is folded. */
import { ASKED, DONE, FUTURE, NOMINAL, NOT_DONE, OPENS_ORDER, PAST, URGED, WANTED } from './done-words.ts';
import { withoutOpening, withoutPoliteEdges } from './polite-words.ts';
import { MARKED_NUMBERS, numbersIn, TASK_NUMBER, TASK_NUMBERS } from './typed-numbers.ts';

export interface Clause {
  /** 'unclear' mixes a claim with its opposite or a wish; 'order' asks for what follows; 'nothing' is other talk. */
  says: 'done' | 'not-done' | 'question' | 'order' | 'unclear' | 'numbers' | 'nothing';
  numbers: number[];
  /** Without done-words, numbers and courtesy. */
  words: string;
}

const ALL_OF = '(?:(?:ca|cac|hai|ba|nhung) )*';

/** @param read what {@link withoutOtherNumbers} left. */
export function clausesIn(read: string, { withEvidence }: { withEvidence: boolean }): Clause[] {
  const clauses = read
    .replace(/\?+/g, ' ? ;')
    .replace(NUMBER_LIST_COMMA, ' ')
    .replace(/\.+(?=\s|$)|[,!]| (?=con (?:viec |nv |#)?#?\d)| (?=nhung )/g, ' ; ')
    .split(';')
    .map((words) => words.replace(/[^a-zA-Z0-9#?/]+|#(?!\d)|(?<!\d)\/|\/(?!\d)/g, ' ').trim())
    .filter((words) => words !== '')
    .map((words) => clauseOf(words, withEvidence));
  const ordered = clauses.findIndex((clause) => clause.says === 'order');
  return numbersJoined(clauses).map((clause, at) =>
    ordered >= 0 && at > ordered && clause.says === 'done' ? { ...clause, says: 'unclear' } : clause,
  );
}

/** "Việc 12, 13, 14 đã xong" is one clause, but in "12, 13 chưa" the 13 starts another. */
const NUMBER_LIST_COMMA = new RegExp(
  `(?<=\\d) ?,(?= ?(?:va )?${TASK_NUMBER}(?! (?:thi )?(?:van )?(?:con )?(?:chua|dang|se|khong|gan|sap)\\b))`,
  'g',
);

const SPEAKS_OF_NUMBERS = new Set<Clause['says']>(['done', 'not-done', 'question', 'unclear']);

/** Numbers alone belong to the clause before, or to the first: "xong 12, 13" and "12, 13 xong" say the same. */
function numbersJoined(clauses: Clause[]): Clause[] {
  let neighbour = clauses.find((clause) => SPEAKS_OF_NUMBERS.has(clause.says))?.says;
  return clauses.map((clause) => {
    if (clause.says === 'numbers') return { ...clause, says: neighbour ?? clause.says };
    if (SPEAKS_OF_NUMBERS.has(clause.says)) neighbour = clause.says;
    return clause;
  });
}

const ONLY_NUMBERS = new RegExp(`^(?:va )?${ALL_OF}${TASK_NUMBERS}$`);
const NUMBERS_NOT_YET = new RegExp(`^(?:con )?${TASK_NUMBERS} (?:thi )?(?:van )?chua$`);
const CLAIM = new RegExp(DONE);
const CLAIMS = new RegExp(DONE, 'g');
const DENIALS = new RegExp(NOT_DONE, 'g');

function clauseOf(typed: string, withEvidence: boolean): Clause {
  const clause = withoutOpening(typed.replace(NOMINAL, ' ; '));
  const core = withoutPoliteEdges(clause);
  const words = wordsOf(clause);
  if (ONLY_NUMBERS.test(core)) return { says: 'numbers', numbers: numbersIn(core), words };
  if (NUMBERS_NOT_YET.test(core)) return { says: 'not-done', numbers: numbersIn(core), words };

  const withoutDenials = clause.replace(DENIALS, ' ; ');
  const denies = withoutDenials !== clause;
  const claims = CLAIM.test(withoutDenials);
  if (!claims && !denies) {
    return { says: OPENS_ORDER.test(clause) ? 'order' : 'nothing', numbers: markedNumbers(clause), words };
  }

  const numbers = claims ? numbersOfClaim(clause) : numbersOfDenial(clause);
  if (ASKED.test(clause)) return { says: 'question', numbers, words };
  if (denies) return { says: claims ? 'unclear' : 'not-done', numbers, words };
  const counts = numbers.length > 0 || withEvidence || isShortClaim(typed, clause);
  return { says: timeOfClaim(clause) ?? (counts ? 'done' : 'nothing'), numbers, words };
}

/** A claim about what is still to come is none. */
function timeOfClaim(clause: string): 'not-done' | 'unclear' | null {
  if (WANTED.test(clause)) return 'unclear';
  if (PAST.test(clause)) return null;
  if (FUTURE.test(clause)) return 'not-done';
  return URGED.test(clause) ? 'unclear' : null;
}

const SUBJECT =
  '(?:phong|ban|trung tam|van phong|ubnd|cong an|to|don vi|anh|chi|em|dong chi)(?: [a-z]+){1,5}?';
const OPENS_WITH_CLAIM = new RegExp(`^(?:${SUBJECT} (?=da ))?(?:${DONE})`);
/** "Xong em gọi lại" tells what comes next. */
const LEADS_ON =
  /^xong (?:thi |la |roi |moi )?(?:em|e|anh|chi|minh|toi) (?!oi\b|a\b|ah\b|nhe\b|nha\b|roi\b|#|\d)[a-z]/;
const LONGEST_CLAIM_IN_WORDS = 16;

/** Without a number a claim counts where it opens a clause or closes a short one, not in the middle of talk. */
function isShortClaim(typed: string, clause: string): boolean {
  if (LEADS_ON.test(clause)) return false;
  if (OPENS_WITH_CLAIM.test(typed) || OPENS_WITH_CLAIM.test(clause)) return true;
  const core = withoutPoliteEdges(clause);
  const last = [...clause.matchAll(CLAIMS)].at(-1);
  const closes = last !== undefined && last.index + last[0].length >= core.length;
  return closes && core.split(' ').length <= LONGEST_CLAIM_IN_WORDS;
}

const BETWEEN =
  '(?: (?:em|e|anh|chi|minh|toi|ben em|chung em|thi|la|nay|cung|deu|ca|hai|ba|het|da|vua|moi|van|con|se|mai|ngay mai|tuan sau|hom nay|hom qua|sang nay|chieu nay|nop|gui|bao cao|lam|thuc hien|duoc|ok|MONTH|FIGURE))*';
const THEN = '(?: (?:roi|cho|duoc|ca|het|luon|nhe|cac|nhung|MONTH|FIGURE|em|anh|chi|a))*';

const numbersOfClaim = numbersNextTo(DONE);
const numbersOfDenial = numbersNextTo(NOT_DONE);

/** Marked numbers anywhere in the clause, and bare ones at its start or right after the said. */
function numbersNextTo(said: string): (clause: string) => number[] {
  const before = new RegExp(`^(?:con )?${ALL_OF}(${TASK_NUMBERS})${BETWEEN} (?:${said})`);
  const after = new RegExp(`(?:${said})${THEN} (${TASK_NUMBERS})`, 'g');
  return (clause) => {
    const bare = [before.exec(clause), ...clause.matchAll(after)].map((match) => match?.[1] ?? '');
    return [...bare.flatMap(numbersIn), ...markedNumbers(clause)];
  };
}

const MARKED = new RegExp(MARKED_NUMBERS, 'g');

function markedNumbers(clause: string): number[] {
  return (clause.match(MARKED) ?? []).flatMap(numbersIn);
}

const ONLY_JOINS = /^(?:|ca|cac|nhung|va|voi|thi|la|deu|cung|cho)$/;
const UNDERSTOOD = new RegExp(`${DONE}|${MARKED_NUMBERS}|[A-Z?]+`);
const FIRST_NUMBERS = new RegExp(`^${ALL_OF}${TASK_NUMBERS}(?: |$)`);

function wordsOf(clause: string): string {
  return clause
    .split(UNDERSTOOD)
    .map((words) => withoutPoliteEdges(withoutPoliteEdges(words).replace(FIRST_NUMBERS, withoutTasks)))
    .filter((words) => !ONLY_JOINS.test(words))
    .join(' ');
}

/** A number that is no task's stays: without it "xong 0" would read like a bare "xong". */
function withoutTasks(matched: string): string {
  return numbersIn(matched).length > 0 ? '' : matched;
}
