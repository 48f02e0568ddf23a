/** Sentences written in the roles that words may have in them: "polite* self? done object". */
import { isSilent } from './clause-parts.ts';
import { has, isNumbers } from './clauses.ts';
import { type Grammar, grammar } from './grammar.ts';
import type { Mark } from './marks.ts';

/** What a mark may be in a sentence. */
export const ROLES = {
  /** Numbers of tasks, and nothing else in them. */
  number: (mark) => isNumbers(mark) && isPure(mark),
  /** "việc 12", "#12". */
  marked: (mark) => isPure(mark) && mark.entity?.kind === 'numbers' && mark.entity.certain,
  several: (mark) => isPure(mark) && mark.entity?.kind === 'numbers' && mark.entity.numbers.length > 1,
  /** "Xong 2 việc 12 và 13". */
  count: (mark, next) =>
    mark.entity?.kind === 'numbers' &&
    next?.entity?.kind === 'numbers' &&
    mark.entity.numbers[0] === next.entity.numbers.length,
  percent: (mark) => mark.entity?.kind === 'percent' && mark.entity.percent === 100,
  clock: (mark) => mark.entity?.kind === 'clock' && !/(?:mai|toi)$/.test(mark.words),
  /** With a year it may be another than the one that is open. */
  month: (mark) =>
    mark.entity?.kind === 'period' && mark.entity.month !== null && !/\d{4}|nam/.test(mark.words),
  day: (mark) => mark.entity?.kind === 'day',
  full: (mark) => /^(?:het|luon|dung han|truoc han|kip han)$/.test(mark.words),
  alike: (mark) => /^(?:deu|cung)$/.test(mark.words),
  plural: (mark) => /^(?:cac|nhung|hai|may)$/.test(mark.words) && has(mark, 'joiner', 'list'),
  both: (mark) => mark.words === 'ca' && has(mark, 'joiner'),
  task: (mark) => has(mark, 'taskNoun'),

  own: (mark) =>
    has(mark, 'person') && /^(?:em|e|toi|tui|minh|to|tau|chau|i)$/.test(mark.words) && !isBareToi(mark),
  /** Bare, it may be "tới" or "tối". */
  bareToi: (mark) => isBareToi(mark),
  speaker: (mark) => has(mark, 'speaker'),
  other: (mark) =>
    has(mark, 'person', 'title') && /^(?:anh|a|chi|c|co|chu|bac|thay|ban|dong chi)$/.test(mark.words),
  boss: (mark) => /^(?:sep|bot|lanh dao|thu truong|admin|ad)$/.test(mark.words),
  name: (mark) => /^\p{Lu}\p{Ll}+$/u.test(mark.typed) && mark.entity === null,

  polite: (mark) =>
    has(mark, 'courtesy') &&
    /^(?:da|vang|vang a|thua|kinh thua|alo|(?:xin |kinh |xin kinh )?bao|(?:xin |kinh )bao cao|uh|u|um|yes)$/.test(
      mark.words,
    ),
  tell: (mark) => mark.words === 'bao cao' && has(mark, 'handed'),
  oi: (mark) => /^(?:oi|ui)$/.test(mark.words),
  end: (mark) =>
    has(mark, 'courtesy') &&
    /^(?:a|nhe|nha|nghen|nhen|nghe|nhe bot|nghen bot|ne|ni|do|day|oi|ui|👍|🙏|❤|😀|😃|😄|😁|😊|🙂|😉|😍|🎉|👏|💪|🌹|🥰|:\)|:d|:3)$/i.test(
      mark.words,
    ),
  respect: (mark) => has(mark, 'courtesy') && /^(?:a|👍|🙏)$/.test(mark.words),
  thanks: (mark) => /^(?:cam on|thanks|thank you|thank|tks|cam on nhieu|thanks nhieu)$/.test(mark.words),
  sorry: (mark) => has(mark, 'apology'),
  please: (mark) => /^(?:giup|giup voi|gium|dum|ho|voi|di|lai)$/.test(mark.words),
  beg: (mark) => /^(?:xin|xin phep|cho|nho|hay)$/.test(mark.words),

  perfect: (mark) =>
    has(mark, 'perfect') &&
    (mark.from === 0 || !isCapital(mark)) &&
    /^(?:da|vua|da duoc|already)$/.test(mark.words),
  already: (mark) => has(mark, 'already') || /^(?:roi|r)$/.test(mark.words),
  past: (mark) => has(mark, 'past') || /^(?:hom nay|sang nay|bua nay)$/.test(mark.words),
  /** By itself; "xong hết 12" may be said of twelve. */
  did: (mark) =>
    has(mark, 'done') &&
    // "Finish 12" asks it of somebody.
    /^(?:xong|xong xuoi|hoan thanh|hoan tat|done|finished|completed)$/.test(mark.words),
  done: (mark) =>
    has(mark, 'done') &&
    /^(?:xong(?: xuoi| het| han| ca| luon)*|hoan thanh xong|nop xong|gui xong)$/.test(mark.words),
  xong: (mark) => /^(?:xong|done)$/.test(mark.words),
  tick: (mark) => /^[✅☑✔]$/u.test(mark.words),
  work: (mark) =>
    has(mark, 'handed', 'midway') &&
    /^(?:trinh ky|lam|man|thuc hien|xu ly|giai quyet|nop|gui|tham muu|trien khai|bao cao|nhap|cap nhat|phat hanh|ban hanh)$/.test(
      mark.words,
    ),
  hand: (mark) => has(mark, 'handed') && /^(?:nop|phat hanh|ban hanh|submitted)$/.test(mark.words),
  send: (mark) => has(mark, 'handed') && mark.words === 'gui',
  paper: (mark) => /^(?:bao cao|bc)$/.test(mark.words),
  evidence: (mark) =>
    has(mark, 'evidenceWord') && !/^(?:phan mem|scan|ban scan|xem tai|tai day|o day)$/.test(mark.words),
  thi: (mark) => mark.words === 'thi' && !/^\p{Lu}/u.test(mark.typed),
  tu: (mark, next) => mark.words === 'tu' && has(next, 'past'),

  /** Bare, "go" is typing. */
  take: (mark) => has(mark, 'takeBack') && !/^go\b/i.test(mark.typed),
  word: (mark) => has(mark, 'theReport') && mark.words !== 'ket qua',
  mistaken: (mark) =>
    /^(?:bao|bam|ghi|danh dau) (?:nham|lon|bay)(?: roi)?$/.test(mark.words) &&
    /nh(?:ầ|a)m|lộn|bậy/iu.test(mark.typed),
  wrong: (mark) => has(mark, 'correction') && /^(?:nham|lon|nham roi|lo tay|nham lan)$/.test(mark.words),
  undo: (mark) => has(mark, 'undo'),
  accept: (mark) => has(mark, 'review') && !/dat/.test(mark.words),
  pass: (mark) => has(mark, 'review') && mark.words.startsWith('dat') && /đạt/iu.test(mark.typed),
  back: (mark) => has(mark, 'giveBack') && /^(?:tra lai|tra ve|return)/.test(mark.words),
  all: (mark) => /^(?:het|tat ca|toan bo|all)$/.test(mark.words),
  because: (mark) => has(mark, 'because'),
  grant: (mark) =>
    has(mark, 'grant') &&
    /^(?:dong y|dong y cho|duyet|chap nhan|chap thuan|nhat tri|cho phep|approve|grant|accept|cho)$/.test(
      mark.words,
    ),
  refuse: (mark) =>
    has(mark, 'refuse', 'deny') &&
    /^(?:khong dong y|tu choi|khong chap nhan|khong duyet|khong cho|khong cho phep|reject|refuse|khong nhat tri)$/.test(
      mark.words,
    ),
  no: (mark) => mark.words === 'khong',
  need: (mark) => /^(?:can|phai|xin)$/.test(mark.words),
  stop: (mark) => mark.words === 'thoi',
  request: (mark) => /^(?:yeu cau|de nghi|xin|don)$/.test(mark.words),
  cannot: (mark) => mark.words === 'khong duoc',
  extend: (mark) => has(mark, 'extension'),
  until: (mark) => /^(?:den|toi|sang|qua|to|until|den het|them|thanh|la|tu|from|vao|luc)$/.test(mark.words),
  stretch: (mark) => mark.entity?.kind === 'stretch',
  more: (mark) => mark.words === 'nua',
  assign: (mark) => has(mark, 'assign'),
  setDue: (mark) => has(mark, 'dueSet', 'due') || /^(?:dat|doi|sua|chinh|dat lai)$/.test(mark.words),
  press: (mark) =>
    has(mark, 'press') &&
    /^(?:don doc|giuc|hoi thuc|thuc giuc|doc thuc|nhac|nhac nho|nhac giup|press|urge)$/.test(mark.words),
  start: (mark) => has(mark, 'startTask'),
  /** Reminders that come again later, and those that stay away. */
  again: (mark) => /^(?:nhac lai|nhac sau|snooze)$/.test(mark.words),
  pause: (mark) =>
    /^(?:tam (?:dung|ngung|ngung) nhac|tam ngung nhac|ngung nhac|dung nhac|hoan nhac)$/.test(mark.words) &&
    !/đừng/iu.test(mark.typed),
  resume: (mark) => has(mark, 'resume') || mark.words === 'nhac lai',
  callOff: (mark) => has(mark, 'callOff'),
  remindMe: (mark) =>
    /^nhac (?:nho )?(?:em|toi|minh|tui|e|cho em|viec em)$|^nhac nho em$|^remind me$/.test(mark.words),
  later: (mark) =>
    ['day', 'stretch', 'period'].includes(mark.entity?.kind ?? '') ||
    (mark.entity === null &&
      /^(?:(?:ngay|sang|chieu|trua|toi) )?mai$|^(?:tuan|thang) (?:sau|toi)$/.test(mark.words)),
  hour: (mark) => mark.entity?.kind === 'clock',
  hinder: (mark) => has(mark, 'obstacle'),
  late: (mark) => has(mark, 'overdue', 'explain'),
  some: (mark) => mark.entity?.kind === 'percent',
  managed: (mark) => /^(?:duoc|moi|moi duoc|khoang|tam|dat|con|dang)$/.test(mark.words),
  demand: (mark) => /^(?:yeu cau|de nghi)$/.test(mark.words),
  explain: (mark) => mark.words === 'giai trinh',
  drop: (mark) => has(mark, 'drop') && !mark.words.startsWith('khong'),
  restore: (mark) => has(mark, 'restore') && !mark.words.startsWith('dua'),
} satisfies Record<string, Test>;

type Test = (mark: Mark, next?: Mark) => boolean;

/** Parts that several sentences share, as {@link grammar} reads them. */
const PARTS: Record<string, string> = {
  address: '(other|boss) name*',
  open: '(polite|(tell address)|(address oi))*',
  self: '(own|speaker)',
  selfPast: '(own|speaker|bareToi)',
  object: '((count|plural)? task? several number* | task? number)',
  /** Behind a bare figure "cháu" and "chị em" are counted. */
  closeFigure: '((boss|evidence|end) close)?',
  /** "Việc 12 em xong"; "15 em xong" may be fifteen people. */
  objectBy: '(((count|plural)? marked thi? selfPast?)|(object thi selfPast?)|(object speaker?))',
  /** "Xong 12", "xong hết việc 12". */
  doneMarked: '(did|done) full* alike? (count|plural)? marked',
  doneWith: '((did object)|doneMarked)',
  close: '(end|(address)|own|evidence|(thanks address?))*',
  closeBare: '((end address?)|own|boss|evidence|(thanks address?))*',
  /** Without "đã" or "rồi": "xong 12 nhé em" asks it of somebody. */
  shortly: '((end+ (other|boss))|boss)? (end|evidence)*',
  when: '(past|day|month|clock|(tu past))',
};

/** Whether marks are one of the sentences, from the first to the last. */
export function matches(marks: readonly Mark[], sentences: readonly string[]): boolean {
  const roles = rolesOf(spoken(marks));
  return sentences.some((one) => sentence(one)(roles));
}

/** Without what says nothing. */
export function spoken(marks: readonly Mark[]): Mark[] {
  return marks.filter((mark) => !isSilent(mark) && mark.entity?.kind !== 'break');
}

const TESTS: readonly [string, Test][] = Object.entries(ROLES);

function rolesOf(marks: readonly Mark[]): Set<string>[] {
  return marks.map(
    (mark, at) => new Set(TESTS.flatMap(([role, test]) => (test(mark, marks[at + 1]) ? [role] : []))),
  );
}

const SENTENCES = new Map<string, Grammar>();

function sentence(written: string): Grammar {
  const known = SENTENCES.get(written);
  if (known !== undefined) return known;
  const made = grammar(written, PARTS);
  SENTENCES.set(written, made);
  return made;
}

function isPure({ words, entity }: Mark): boolean {
  if (entity?.kind !== 'numbers' || entity.isDoubtful) return false;
  const digits = words.match(/\d+/g) ?? [];
  if (/(?:^| )(?:lan|ca|cai|con|dong|cung|(?<!nhiem )vu|cv|ma|muc|stt)(?= |$)/.test(words)) return false;
  if (digits.length === 0) return entity.certain;
  return digits.every((one) => Number(one) > 0) && (entity.certain || isListed(entity.numbers));
}

const LONGEST_TRIAL = 5;

/** "12, 13"; "1 2 3" tries the microphone, and "2 1" is a score. */
function isListed(numbers: readonly number[]): boolean {
  const isAscending = numbers.every((one, at) => at === 0 || one > (numbers[at - 1] ?? 0));
  const isCounting =
    numbers.length > 2 && numbers.length <= LONGEST_TRIAL && numbers.every((one, at) => one === at + 1);
  return isAscending && !isCounting;
}

function isCapital({ typed }: Mark): boolean {
  return /^\p{Lu}\p{Ll}/u.test(typed);
}

function isBareToi({ typed, senses }: Mark): boolean {
  return /^toi$/i.test(typed) && senses.has('person');
}
