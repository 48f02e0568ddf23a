/**
 * The forms in which something is said plainly enough to be done at once. What has a sense word by word may mean anything as a
 * whole ("xong 12 rồi gửi anh", "sếp giao em làm 12 rồi"), so each word must also stand where it does in one of these
 * sentences. Whatever does not is asked about: a question is the smallest error there is.
 */
import type { Command } from '../command.ts';
import { type Clause, has, isNumbers } from './clauses.ts';
import { isFormal, onlyTells } from './effects.ts';
import type { Mark } from './marks.ts';
import { matches, ROLES, spoken } from './sentences.ts';

/** What was said, as it has been read. */
export interface Spoken {
  clauses: readonly Clause[];
  /** What each clause was read as. */
  reads: readonly (Command['name'] | null)[];
  /** Words that may be those of a task's title: they may stand anywhere, and the title is compared later. */
  left: readonly string[];
  hasEvidence: boolean;
  /** Said among people. */
  isOverheard: boolean;
  /** Whether a day as written is today or over. */
  isOver(day: string): boolean;
}

/** Reports that say that it is over. */
const PAST = [
  'open selfPast? perfect work* when* doneMarked full* when* already? close',
  'open selfPast? perfect work* when* doneWith full* when* already close',
  'open selfPast? perfect work* when* did object full* when* closeFigure',
  'open selfPast? work* doneWith full* when* already when* close',
  'open objectBy when* perfect work* (did|done) full* when* already? close',
  'open objectBy when* alike? work* (did|done) full* when* already when* close',
  'open both several alike? perfect? (did|done) full* already? close',
  'open selfPast? perfect hand paper? month? marked when* already? close',
  'open selfPast? hand paper? month? marked when* already when* close',
  'open marked selfPast? when* perfect hand when* already? close',
  'open marked selfPast? hand when* already when* close',
  'open selfPast? perfect send paper month? marked when* already? close',
  'open selfPast? send paper month? marked when* already when* close',
  'open tell object selfPast? perfect did already? close',
];
/** And those that leave it open, which among people may ask it of somebody. */
const SHORT = ['polite* ((marked own?)|object) alike? did shortly', 'polite* object tick shortly'];
/** Of these only one: a list of them is a list of what is to be done. */
const VERB_FIRST = ['polite* own? did object shortly', 'polite* own? xong object (month|day) shortly'];
/** Among people "xong 12 nhé" and "hoàn thành 12" may ask it of somebody. */
const AMONG_PEOPLE = [
  'polite* ((marked own?)|object) xong boss?',
  'polite* own? xong object boss?',
  'polite* object tick',
];
/** Without a number: what is meant is found by the words, or asked. */
const NUMBERLESS = [
  'open selfPast? perfect tell evidence* end*',
  'open selfPast? perfect (work* (did|done)|hand|send) paper? month? when* already? closeBare',
  'open selfPast? (work* (did|done)|hand|send) paper? month? when* already when* closeBare',
  'open paper? month? selfPast? when* perfect (work* (did|done)|hand|send) when* already? closeBare',
  'open paper? month? selfPast? (work* (did|done)|hand|send) when* already when* closeBare',
  'polite* self? did percent? (respect|evidence|boss)*',
  'polite* self? xong paper month (respect|evidence|boss)*',
  'polite* paper? month? speaker? did (respect|evidence|boss)*',
];
const EVIDENCE = [
  'polite* own? task? number evidence* (end|boss)*',
  'polite* own? evidence+ (own|end)* number end*',
];
const OPENING = ['open', 'polite+ address?'];
/** "Đồng chí ơi, xong 12" may ask it of him. */
const OPENING_SHORTLY = ['polite* (boss oi)?'];
const CLOSING = [
  '(own? thanks address? end*)',
  '(own? evidence+ (end|own|other)*)',
  '(own? sorry address? end*)',
  'end+',
];

const OTHERS: Partial<Record<Command['name'], string[]>> = {
  withdraw: [
    'polite* own? take word* object (please|end|own|boss)*',
    'polite* own? beg take word+ object (please|end|own|boss)*',
    'polite* own? mistaken object already? (end|own|boss)*',
    'polite* object own? mistaken already? (end|own|boss)*',
  ],
  undo: [
    'polite* own? (undo|mistaken|wrong) already? (end|other|boss)*',
    'polite* own? beg? take word (please|end|own|boss)*',
  ],
  review: [
    'polite* accept word* object end*',
    'polite* accept done object end*',
    'polite* object pass end*',
    'polite* accept word* all end*',
    'polite* back word* object end*',
  ],
  'withdraw-extension': [
    'polite* own? beg? take (word|request)* extend object more? (please|end|own|boss)*',
    'polite* stop? own? no need extend object more? (please|end|own|boss)*',
  ],
  'decide-extension': [
    'polite* (grant|refuse) extend object (until* (day|stretch))? more? end*',
    'polite* grant extend? object until (day|stretch) end*',
    'polite* object refuse extend more? end*',
    'polite* object no extend more end*',
    'polite* object grant extend (until* (day|stretch))? end*',
    'polite* extend object thi? (refuse|cannot) end*',
  ],
  press: ['polite* beg? press (address work? task?)? object (please|own|end|other|boss)*'],
  snooze: [
    'polite* own? later own? again own? object? end*',
    'polite* own? beg? again own? object? (until* later)+ end*',
    'polite* own? beg? pause own? object? (until* later)+ end*',
    'polite* hour later? remindMe work? object end*',
    'polite* remindMe work? object until* hour later? end*',
  ],
  // "Em nhắc lại ạ: …" says something once more.
  resume: ['polite* resume own? object? (please|own|end|boss)*'],
  'call-off': [
    'polite* stop? own? callOff own? work? object? (until* hour)? (until* later)? more? (please|own|end|boss)*',
    'polite* stop? own? callOff own? (until* hour)? (until* later)? work? object? more? (please|own|end|boss)*',
    'polite* stop? own? callOff own? (until* later)? (until* hour)? more? (please|own|end|boss)*',
  ],
  'start-task': [
    'polite* start task? marked (until* (past|day))? end*',
    'polite* start task? number (until* (past|day))? end*',
  ],
  'leave-out': ['polite* beg? drop task? object (please|end)*'],
  'take-back': ['polite* beg? restore task? object (please|end)*'],
};

/** Whether it may be done at once, as far as the words of the message say. */
export function isPlain(commands: readonly Command[], said: Spoken): boolean {
  if (said.clauses.some(({ asks }) => asks)) return false;
  if (commands.some(({ name }) => name === 'report')) return isPlainReport(commands, said);
  const [command] = commands;
  if (command !== undefined && commands.length === 1) return isPlainChange(command, said);
  return commands.every((one) => isPlainChange(one, saidOf(one, said)));
}

/** Of several acts each is as plain as the clauses that say it. */
function saidOf({ name }: Command, said: Spoken): Spoken {
  const isOf = (_: unknown, at: number) => said.reads[at] === name;
  return { ...said, clauses: said.clauses.filter(isOf), reads: said.reads.filter((read) => read === name) };
}

function isPlainChange(command: Command, said: Spoken): boolean {
  const marks = said.clauses.flatMap((clause) => clause.marks);
  if (command.name === 'assign') return isPlainAssignment(command.leads, marks);
  if (command.name === 'set-deadline') return isPlainDeadline(marks, said.isOver);
  if (command.name === 'press' && command.numbers.length === 0) return isPlainPress(marks);
  if (isFormal(command) || onlyTells(command)) return true;
  if (command.name === 'pass-on') return isPlainPassing(marks);
  if (command.name === 'add-task') return said.left.length === 0;
  if (command.name === 'partial' || command.name === 'obstacle' || command.name === 'explain')
    return isPlainNote(command, said);
  const forms = OTHERS[command.name];
  if (forms === undefined) return false;
  // "Trả lại 12 vì …": the reason may be in any words.
  const because = marks.findIndex((mark) => has(mark, 'because'));
  const isReturn = command.name === 'review' && !command.accepts;
  if (!isReturn || because < 0) return matches(marks, forms);
  const reason = marks.slice(because + 1);
  const isAsked = reason.some(
    (mark) =>
      /^(?:hay|thoi|dau|ai|whom|la)$/.test(mark.words) ||
      (has(mark, 'question', 'but', 'tag') && !has(mark, 'courtesy', 'person')),
  );
  return !isAsked && matches(marks.slice(0, because), forms);
}

/** "Giao 17 VHXH", "giao lại 17 cho Tám, Lan phối hợp", "việc 17 anh Tám chủ trì": from the first word on, and to somebody. */
function isPlainAssignment(leads: string, typed: readonly Mark[]): boolean {
  const marks = spoken(typed).filter((mark) => !ROLES.polite(mark));
  const number = marks.findIndex(isNumbers);
  const [head, behind] = [marks.slice(0, number), marks.slice(number + 1)];
  const isGiven = has(head[0], 'assign') || head[0]?.words === 'giao lai';
  const isHead = head.slice(1).every((mark) => has(mark, 'assign', 'taskNoun') || mark.words === 'lai');
  const to = behind.findIndex(({ words }) => !TO.test(words));
  const [first, ...more] = to < 0 ? [] : behind.slice(to);
  // With the task first only who is unmistakably somebody: "viec 17 tam chu tri" may be anything.
  const isTaskFirst =
    number === 0 &&
    ROLES.marked(marks[0] as Mark) &&
    (has(first, 'person', 'title') || /^\p{Lu}/u.test(first?.typed ?? ''));
  return (
    ((isGiven && isHead) || isTaskFirst) &&
    leads.split(' ').length <= LONGEST_UNIT &&
    first !== undefined &&
    !ROLES.end(first) &&
    [first, ...more].every(
      (mark, at) =>
        has(mark, 'receiver') ||
        TASK_OF.test(mark.words) ||
        (has(mark, 'person', 'title') && isCapital(more[at])) ||
        // "Ha Thi Lan": two capitals together are a name, whatever else they mean.
        (isCapital(mark) && (isCapital(more[at]) || isCapital([first, ...more][at - 1]))) ||
        !isNoUnit(mark),
    )
  );
}

/** "Đôn đốc phòng VHXH": from the first word on, and nothing of it that it was done, or should not be. */
function isPlainPress(typed: readonly Mark[]): boolean {
  const [first, ...unit] = spoken(typed).filter((mark) => !ROLES.polite(mark) && !ROLES.end(mark));
  return (
    first !== undefined &&
    ROLES.press(first) &&
    unit.length > 0 &&
    unit.length <= LONGEST_UNIT &&
    !unit.some((mark) =>
      has(mark, ...NO_UNIT_SENSES.filter((sense) => sense !== 'overdue' && sense !== 'wish')),
    )
  );
}

/** "Chuyển 12 cho KTHT", "việc 12 không phải của phòng em": from the first word on, and nothing that asks or doubts. */
function isPlainPassing(typed: readonly Mark[]): boolean {
  const marks = spoken(typed).filter((mark) => !ROLES.polite(mark) && !ROLES.end(mark));
  const from = marks.findIndex((mark) => !ROLES.own(mark) && !ROLES.beg(mark) && !has(mark, 'taskNoun'));
  const first = marks[from];
  return (
    first !== undefined &&
    (has(first, 'passOn') || isNumbers(first)) &&
    !marks.some(
      (mark) => has(mark, ...DOUBTS) && !has(mark, 'passOn', 'courtesy', 'person', 'because', 'deny'),
    )
  );
}

const DOUBTS = ['question', 'who', 'condition', 'hearsay', 'tag', 'already', 'perfect', 'future'] as const;

/** How a note begins; what follows is told in any words that ask and doubt nothing. */
const NOTES: Record<'obstacle' | 'explain', string[]> = {
  obstacle: ['polite* own? hinder task? object', 'polite* object own? managed* hinder'],
  explain: ['polite* own? explain object', 'polite* object own? late'],
};
const ASKED_WHY = ['polite* beg? demand (address work?)? explain object end*'];
const SHARE = [
  'polite* own? object own? perfect? work* managed* some',
  'polite* own? perfect? (did|work)* managed* some task? object',
];

/** "12 được 60%, đang chờ số liệu", "vướng 12 vì chưa có kinh phí", "giải trình 12 vì …". */
function isPlainNote(
  command: Extract<Command, { name: 'partial' | 'obstacle' | 'explain' }>,
  { clauses }: Spoken,
): boolean {
  const marks = clauses.flatMap((clause) => clause.marks);
  if (command.name === 'explain' && command.asks) return matches(marks, ASKED_WHY);
  const [first, ...others] = clauses;
  if (first === undefined || others.some((clause) => isDoubtful(clause.marks))) return false;
  const said = spoken(first.marks);
  if (command.name === 'partial') {
    if (command.percent === null) return !isDoubtful(said);
    const at = said.findIndex(isNumbers);
    const share = said.findIndex(({ entity }) => entity?.kind === 'percent');
    const end = Math.max(at, share) + 1;
    return (
      matches(said.slice(0, end), SHARE) &&
      said.slice(end).every((mark) => ROLES.end(mark) || ROLES.already(mark))
    );
  }
  const because = said.findIndex((mark) => has(mark, 'because'));
  const end = said.findIndex(
    (_mark, at) => at >= said.findIndex(isNumbers) && matches(said.slice(0, at + 1), NOTES[command.name]),
  );
  if (end < 0) return false;
  const rest = said.slice(end + 1);
  // An explanation without a reason is none.
  if (command.name === 'explain' && (because < 0 || because === said.length - 1)) return false;
  return !isDoubtful(because < 0 ? rest : said.slice(because + 1));
}

function isDoubtful(marks: readonly Mark[]): boolean {
  return marks.some(
    (mark) =>
      has(mark, 'question', 'who', 'condition', 'hearsay', 'tag') &&
      !has(mark, 'courtesy', 'person', 'because', 'deny'),
  );
}

function isCapital(mark: Mark | undefined): boolean {
  return mark !== undefined && /^\p{Lu}\p{Ll}+$/u.test(mark.typed);
}

/** Between a task and whom it is given to. */
const TO = /^(?:lai|ve|cho|giao|giao cho|phan cong|to)$/;
/** What those named are to do with it. */
const TASK_OF = /^(?:chu tri|phu trach|dam nhan|phoi hop)$/;

/** What is said of an assignment, and names nobody. */
function isNoUnit(mark: Mark): boolean {
  return NO_UNIT.test(mark.words) || has(mark, ...NO_UNIT_SENSES);
}

const NO_UNIT =
  /^(?:cho|la|hay|qua|em|ai|whom|whoever|nobody|somebody|someone|him|her|yet|sang nay|hom nay)$/;
const NO_UNIT_SENSES = [
  'deny',
  'refuse',
  'question',
  'how',
  'who',
  'already',
  'done',
  'future',
  'but',
  'wish',
  'condition',
  'hearsay',
  'overdue',
  'correction',
  'reversal',
] as const;
const LONGEST_UNIT = 12;

/** "Hạn 8 15/12/2026": nothing but one date behind it, which is to come, and nobody before it. */
function isPlainDeadline(typed: readonly Mark[], isOver: Spoken['isOver']): boolean {
  const marks = spoken(typed).filter((mark) => !ROLES.polite(mark));
  const number = marks.findIndex(isNumbers);
  const days = marks.filter(({ entity }) => entity?.kind === 'day');
  return (
    number >= 0 &&
    marks.slice(0, number).every((mark) => ROLES.setDue(mark) || has(mark, 'taskNoun')) &&
    marks.slice(number + 1).every((mark) => mark.entity !== null || OF_A_DATE.test(mark.words)) &&
    days.length <= 1 &&
    !days.some(({ words }) => isOver(words))
  );
}

const OF_A_DATE =
  /^(?:la|thanh|sang|den|toi|het|truoc|cham|nhat|cham nhat|trong|ngay|thang|nam|quy|tuan|hang|moi|hang thang|thuong xuyen|thuong|xuyen|dinh ky|vao|dau|cuoi|giua|va|lam viec|ke tu|tu|nay|sau|gio|luc|before|on|every|month|week)$/;

function isPlainReport(commands: readonly Command[], said: Spoken): boolean {
  const { clauses, reads, hasEvidence } = said;
  if (citesOnly(commands)) return false;
  const isReport = (at: number) => reads[at] === 'report' || (reads[at] === 'task' && isBare(commands));
  const reports = clauses.filter((_, at) => isReport(at));
  const isPast = reports.length > 0 && reports.every((clause) => matches(wordsOf(clause, said), PAST));
  const forms = formsFor(commands, reports, said.isOverheard);
  const first = clauses.findIndex((clause, at) => isReport(at) || isOfOthers(clause, reads[at] ?? null));
  return clauses.every((clause, at) => {
    // "Em nộp việc 12 rồi em nhé" tells somebody else so.
    if (isReport(at)) return matches(wordsOf(clause, said), forms) && spokenOfSelf(clause) < 2;
    if (isOfOthers(clause, reads[at] ?? null)) return true;
    if (at < first) return matches(clause.marks, isPast ? OPENING : OPENING_SHORTLY);
    return isClosing(clause, isPast, hasEvidence);
  });
}

/** Evidence and a number, and nothing said of its being done. */
function isBare(commands: readonly Command[]): boolean {
  return commands.some((command) => command.name === 'report' && !command.explicit);
}

/** "Quyết định 5/QĐ-UBND việc 12" may be what the work is ordered by. */
function citesOnly(commands: readonly Command[]): boolean {
  return commands.some(
    (command) =>
      command.name === 'report' &&
      !command.explicit &&
      command.numbers.length > 0 &&
      command.evidence.some(({ kind }) => kind === 'document'),
  );
}

function formsFor(commands: readonly Command[], reports: readonly Clause[], isOverheard: boolean): string[] {
  if (isBare(commands)) return EVIDENCE;
  const isNumbered = commands.some((command) => command.name === 'report' && command.numbers.length > 0);
  if (!isNumbered) return NUMBERLESS;
  const [only, ...more] = reports;
  const isListed = more.length > 0 || /^[-–—•*+]$/.test(only?.marks[0]?.words ?? '');
  if (isOverheard) return [...PAST, ...(isListed ? [] : AMONG_PEOPLE)];
  return [...PAST, ...SHORT, ...(isListed ? [] : VERB_FIRST)];
}

/** Without the words that may be a title's, and "nhưng" before what is done after what is not. */
function wordsOf({ marks }: Clause, { left, clauses }: Spoken): Mark[] {
  const isFirst = marks === clauses[0]?.marks;
  // "Xong 25 hộ nghèo" counts them, whatever is called so.
  const isFree = marks.every((mark) => !isNumbers(mark) || ROLES.marked(mark));
  return marks.filter(
    (mark, at) =>
      !(isFree && left.includes(mark.typed) && mark.entity === null) &&
      (isFirst || at > 0 || !/^(?:nhung|con)$/.test(mark.words)),
  );
}

function spokenOfSelf({ marks }: Clause): number {
  return marks.filter((mark) => ROLES.own(mark)).length;
}

/** What may be said of other tasks in the same message; not "xong 20, còn 10", which counts. */
function isOfOthers({ marks }: Clause, read: Command['name'] | null): boolean {
  return (
    (read === 'not-done' || read === 'partial' || read === 'ask-extension') &&
    marks.some(
      (mark) =>
        mark.entity?.kind === 'percent' ||
        has(mark, 'deny', 'future', 'extension') ||
        (has(mark, 'doing', 'almost', 'part') && mark.words !== 'con'),
    )
  );
}

function isClosing(clause: Clause, isPast: boolean, hasEvidence: boolean): boolean {
  if (isPast && asksToLook(clause)) return true;
  const isOfEvidence = hasEvidence && clause.marks.some((mark) => has(mark, 'evidenceWord'));
  return (isPast || isOfEvidence) && matches(clause.marks, CLOSING);
}

/** "Đề nghị anh duyệt", "nhờ sếp xem giúp em": what one asks for oneself, of whoever decides. */
function asksToLook({ marks }: Clause): boolean {
  const asks = marks.some(({ words }) => /^(?:de nghi|nho|mong|kinh mong)$/.test(words));
  const whom = marks.some((mark) => /^(?:anh|a|chi|c|sep|lanh dao|thu truong|bac|chu|co)$/.test(mark.words));
  return (
    asks &&
    whom &&
    marks.some(({ words }) => /^(?:duyet|phe duyet|xem|kiem tra|xem xet|xem giup|xem gium)$/.test(words))
  );
}
