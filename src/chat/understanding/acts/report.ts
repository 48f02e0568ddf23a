import type { ReportCommand } from '../../command.ts';
import { addressLength, isDoing, isSilent, type NumbersNamed, numbersNamed } from '../clause-parts.ts';
import { type Clause, has, isNumbers } from '../clauses.ts';
import type { Entity } from '../entities.ts';
import type { Sense } from '../lexicon.ts';
import type { Mark } from '../marks.ts';
import type { Act, Reading, Setting } from '../reading.ts';
import { isFace } from './leftover.ts';

/** "xong 12", "12 chưa xong", "12 xong một nửa", "12 xong chưa": whatever is said of work being done. */
export const saysDone: Act = (clause, setting) => {
  const said = doneIn(clause.marks, setting.hasEvidence);
  if (said === null) return null;
  const named = numbersNamed(clause);
  const claim = new Claim(clause, said, named, setting);
  if (claim.isSupposed()) return { command: { name: 'talk' }, left: typedIn(claim.left()), cues: 1 };
  if (claim.asks()) return question(claim);
  const isOfWork = named.numbers.length > 0 || said.isPlain;
  if (claim.isDemanded()) return wanted(claim);
  const percent = claim.percent();
  if (named.numbers.length > 0 && percent !== null)
    return { command: { name: 'partial', numbers: named.numbers, percent }, left: [], cues: 3 };
  if (isOfWork && (claim.denies() || claim.isToCome())) {
    const left =
      named.numbers.length > 0
        ? []
        : typedIn(claim.left()).filter((word) => !/^(?:chưa|không|chua|khong|gần|sắp|kịp|được)/i.test(word));
    return left.length > 1
      ? { command: { name: 'talk' }, left, cues: 1 }
      : { command: { name: 'not-done', numbers: named.numbers }, left: [], cues: 2 };
  }
  if (named.numbers.length > 0 && claim.isPart())
    return { command: { name: 'partial', numbers: named.numbers, percent: null }, left: [], cues: 2 };
  const left = claim.left();
  return claim.isWanted() ? wanted(claim) : report(claim, left);
};

function wanted(claim: Claim): Reading {
  return {
    command: { name: 'talk' },
    or: { name: 'press', numbers: claim.named.numbers },
    left: typedIn(claim.left()),
    cues: 1,
  };
}

interface Done {
  /** Of the first and the last mark that says so. */
  first: number;
  last: number;
  /** By a word that needs no other: "xong". */
  isPlain: boolean;
  /** "đã", "rồi". */
  isPast: boolean;
}

function doneIn(marks: readonly Mark[], hasEvidence: boolean): Done | null {
  const already = marks.findLastIndex((mark) => has(mark, 'already'));
  // "Đã nộp", "đã ký và gửi".
  const isPerfect = (at: number) => {
    const perfect = marks.findLastIndex((mark, index) => index < at && has(mark, 'perfect'));
    return (
      perfect >= 0 &&
      !isFirstThen(marks, perfect) &&
      !marks.slice(perfect, at).some((mark) => has(mark, 'deny', 'future'))
    );
  };
  const isLately = marks.some((mark) => has(mark, 'past')) && !marks.some(isNumbers);
  const plain = marks.flatMap((mark, at) => (has(mark, 'done') ? [at] : []));
  // "Báo cáo tháng 11 em nộp rồi", "báo cáo tuần đã xong": a noun where another verb says what was done with it.
  const isNoun = (at: number) =>
    has(marks[at], 'paper') &&
    !isPerfect(at) &&
    (marks.slice(at + 1).some((mark) => has(mark, 'handed')) ||
      marks.slice(at + 2).some((mark) => has(mark, 'done')));
  const handed = marks.flatMap((mark, at) =>
    has(mark, 'handed') &&
    !isNoun(at) &&
    !isOpening(marks, at) &&
    ((isPerfect(at) && !isJustBegun(marks, at)) ||
      already > at ||
      plain.length > 0 ||
      // "Văn bản em gửi chiều qua": beside what names the task.
      (isLately && !/^(?:lam|man|thuc hien|xu ly)$/.test(marks[at]?.words ?? '')) ||
      (hasEvidence && has(marks[at + 1], 'paper')))
      ? [at]
      : [],
  );
  // "12 ok".
  const perhaps = marks.flatMap((mark, at) =>
    mark.words.startsWith('ok') && marks[at - 1]?.entity?.kind === 'numbers' ? [at] : [],
  );
  const said = [...plain, ...handed, ...(plain.length + handed.length === 0 ? perhaps : [])].toSorted(
    (a, b) => a - b,
  );
  const [first] = said;
  const last = said.at(-1);
  if (first === undefined || last === undefined) return null;
  const isPast = already > first || said.some(isPerfect) || isLately;
  return { first, last, isPlain: plain.length > 0, isPast };
}

/** "Em mới làm 12": begun, where "em mới nộp 12" is done. */
function isJustBegun(marks: readonly Mark[], at: number): boolean {
  return marks[at - 1]?.words === 'moi' && /^(?:lam|man|thuc hien|xu ly)$/.test(marks[at]?.words ?? '');
}

/** "Báo cáo anh, …": how one begins to speak. */
function isOpening(marks: readonly Mark[], at: number): boolean {
  const next = marks[at + 1];
  // "Báo cáo em nộp rồi": the paper.
  const isOwn = has(next, 'person') && /^(?:em|e|toi|tui|minh)$/.test(next?.words ?? '');
  if (isOwn && marks.slice(at + 1).some((mark) => has(mark, 'handed') && !has(mark, 'paper'))) return false;
  return (
    marks[at]?.words === 'bao cao' &&
    (has(next, 'person', 'title') ||
      next?.words === 'la' ||
      (has(next, 'perfect') && next?.words === 'da')) &&
    (!has(marks[at - 1], 'perfect') || has(marks[at - 1], 'courtesy'))
  );
}

/** "Để em xong 12 đã": at the end "đã" asks for time first. */
function isFirstThen(marks: readonly Mark[], at: number): boolean {
  return (
    marks[at]?.words === 'da' &&
    marks.slice(at + 1).every((mark) => has(mark, 'courtesy', 'person', 'title') || isSilent(mark))
  );
}

/** What of the wishes is no wish any more once it is over: not "lo", "cố", "kịp". */
const ORDERS =
  /^(?:nho|phai|hay|de nghi|yeu cau|muon|mong|nen|de|neu|khi|khi nao|sau khi|truoc khi|ai|ma|uoc|uoc gi|gia ma)$/;
const NOTES = /^(?:tick|tich|ghi nhan|danh dau|cap nhat|ghi)(?: (?:giup|gium|ho))?$/;

/** What may stand in a report. */
const ACCOUNTED: readonly Sense[] = [
  'done',
  'handed',
  'perfect',
  'already',
  'perhapsDone',
  'full',
  'taskNoun',
  'joiner',
  'person',
  'title',
  'speaker',
  'courtesy',
  'past',
  'today',
  'apology',
  'given',
];

/** "Xong từ hôm kia", "đã trình ký xong". */
const JOINING = /^(?:tu|trinh ky)$/;
const WEEKDAY = /^(?:(?:sang|trua|chieu|toi) )?(?:thu (?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat)$/;

class Claim {
  readonly marks: readonly Mark[];
  readonly done: Done;
  readonly named: NumbersNamed;
  readonly setting: Setting;
  readonly #asks: boolean;

  constructor(clause: Clause, done: Done, named: NumbersNamed, setting: Setting) {
    this.marks = clause.marks;
    this.done = done;
    this.named = named;
    this.setting = setting;
    this.#asks = clause.asks;
  }

  /** "xong chưa", "ai xong", "khi nào xong?". */
  asks(): boolean {
    // "Hình như 12 xong rồi thì phải" tells what somebody has heard.
    if (
      !this.#asks &&
      this.marks.some(({ words }) => /^(?:hinh nhu|nghe noi|nghe dau|thi phai|co ve)$/.test(words))
    )
      return false;
    const denial = this.marks.findIndex((mark) => has(mark, 'deny') && !has(mark, 'courtesy'));
    // "Chưa xong mô", "nỏ xong kịp mô".
    const isAsked = this.marks.some((mark) => has(mark, 'question', 'who') && mark.words !== 'mo');
    if (!this.#asks && !isAsked && denial >= 0 && denial < this.done.first) return false;
    const tag = this.marks.findLastIndex((mark) => !has(mark, 'title') && !isSilent(mark));
    // "Xong rồi á" wonders, or says so with force.
    const isForce = this.marks[tag]?.typed === 'á' && has(this.marks[tag - 1], 'already');
    if (
      has(this.marks[tag], 'tag') &&
      !has(this.marks[tag], 'courtesy', 'person') &&
      tag > this.done.first &&
      !isForce
    )
      return true;
    const end = this.marks.findLastIndex(
      (mark) => !has(mark, 'courtesy', 'person', 'title', 'already') && !isSilent(mark),
    );
    const last = this.marks[end];
    if (this.marks.some((mark) => has(mark, 'courtesy', 'person') && mark === last)) return this.#asks;
    const isTag =
      /^(?:chua|khong|ha|a|nhi|ta|hay chua|hay khong|duoc khong|dung khong|phai khong|sao|the nao)$/;
    const tagged =
      end > this.done.first && last !== undefined && isTag.test(last.words) && has(last, 'question', 'deny');
    return (
      this.#asks ||
      tagged ||
      this.marks.some((mark) => has(mark, 'question', 'who') && !has(mark, 'deny', 'courtesy', 'person'))
    );
  }

  /** "Nếu xong 12 …", "12 mà xong thì …": of a case that may come. */
  isSupposed(): boolean {
    return (
      this.marks.some(({ words }) =>
        /^(?:neu|gia su|he|mien|mien la|nho|lo|if|gia ma|gia nhu|tuong|cu tuong|tuong dau)$/.test(words),
      ) ||
      this.#tellsOfNext() ||
      this.marks.some(
        (mark, at) =>
          this.#leadsOn(mark, at) && at > this.done.first && at < this.marks.length - 1 && !this.#asks,
      )
    );
  }

  /** "Xong việc 12 em báo anh": what comes then. */
  #tellsOfNext(): boolean {
    if (this.done.isPast) return false;
    return this.marks.some((mark, at) => {
      const next = this.marks[at + 1];
      const isSelf = has(mark, 'person') && /^(?:em|e|con|chau|toi|tui|minh)$/.test(mark.words);
      return (
        at > this.done.last &&
        isSelf &&
        next !== undefined &&
        !has(next, 'courtesy', 'title') &&
        !isSilent(next)
      );
    });
  }

  /** "Xong 12 thì em về", "xong 12 là em nhắn". */
  #leadsOn({ words }: Mark, at: number): boolean {
    return words === 'thi' || (words === 'la' && !this.done.isPast && !isOpening(this.marks, at - 1));
  }

  /** A question word that only joins: "ai xong thì báo". */
  tellsOf(): boolean {
    const joins = this.marks.some(({ words }) =>
      /^(?:ai|khi nao|bao gio|luc nao|chung nao|nhung ai)$/.test(words),
    );
    return (
      joins &&
      !this.#asks &&
      this.marks.some(
        (mark) =>
          (has(mark, 'hearsay', 'handed') && mark.words !== 'xong') ||
          /^(?:bao|thi|tranh thu|khan truong)$/.test(mark.words),
      )
    );
  }

  denies(): boolean {
    return this.marks.some(
      (mark, at) =>
        (has(mark, 'deny', 'almost') && at < this.done.last) ||
        // "Hổng xong 12 đâu", "xong 12 thế nào được".
        (mark.words === 'dau' && at > this.done.first) ||
        // "12 nộp rồi mà bị trả về".
        (has(mark, 'reversal', 'giveBack') && !this.#isDoneAgain(at)) ||
        // "Tưởng xong rồi mà hóa ra chưa".
        /^(?:hoa ra|ma|van|thi|ai de) chua$/.test(mark.words) ||
        (mark.words === 'c' && has(this.marks[at + 1], 'done')),
    );
  }

  /** "Khắc phục xong lỗi và nộp lại 12 rồi". */
  #isDoneAgain(at: number): boolean {
    return this.done.isPast && this.marks.slice(at + 1).some((mark) => has(mark, 'handed'));
  }

  /** What is to come, and what is being done, is not done. */
  isToCome(): boolean {
    return this.marks.some(
      (mark, at) =>
        has(mark, 'future') ||
        (isDoing(this.marks, at) && !this.#isAfterwards(at)) ||
        (mark.entity?.kind === 'day' && /(?<!thu) (?:sau|toi)$/.test(mark.words)),
    );
  }

  /** What is said to be done of it, where that is not all. */
  percent(): number | null {
    for (const { entity } of this.marks)
      if (entity?.kind === 'percent' && entity.percent < 100) return entity.percent;
    return null;
  }

  isPart(): boolean {
    return this.marks.some((mark, at) => {
      if (mark.entity?.kind === 'ratio') return true;
      // "Mới nộp", "được nộp"; "nay mới xong được 12".
      const isManaged = mark.words === 'duoc' && (at < this.done.last || this.done.isPast);
      return has(mark, 'part') && !has(mark, 'perfect') && !isManaged && !this.#isAfterwards(at);
    });
  }

  /** "12 xong rồi, còn …": behind "rồi" it is of something else. */
  #isAfterwards(at: number): boolean {
    const next = this.marks[at + 1];
    // "… còn bản mềm thì gửi qua mail".
    if (this.marks[at]?.words === 'con' && at > this.done.first && has(next, 'paper', 'evidenceWord'))
      return true;
    const already = this.marks.findIndex((mark) => has(mark, 'already'));
    return already > this.done.first && at > already;
  }

  /** "Anh muốn thấy việc 22 xong trong sáng mai": whenever that may be. */
  isDemanded(): boolean {
    const before = this.marks.slice(0, this.done.first);
    return (
      before.some(({ words }) => /^(?:muon|yeu cau|de nghi|khan truong|tranh thu)$/.test(words)) &&
      !this.denies()
    );
  }

  /** Wished for, ordered, or made a condition of. */
  isWanted(): boolean {
    return this.marks.some(
      (mark, at) =>
        has(mark, 'wish', 'condition') &&
        !has(mark, 'perfect') &&
        mark.words !== 'thi' &&
        !this.#isGivenTo(at) &&
        !this.#isNoted(at) &&
        !(this.done.isPast && (at > this.done.first || !ORDERS.test(mark.words))),
    );
  }

  /** "Ghi nhận giúp em xong 12", "tick xong 12 cho mình với": asked of the bot. */
  #isNoted(at: number): boolean {
    return this.marks.slice(0, at + 1).some(({ words }) => NOTES.test(words));
  }

  /** "Gửi cho bên tài chính", "rà soát hộ nghèo": no wish. */
  #isGivenTo(at: number): boolean {
    const mark = this.marks[at];
    if (mark === undefined || !/^(?:cho|ho|giup)$/.test(mark.words)) return false;
    if (mark.words === 'cho' && this.done.isPast && at > this.done.first) return true;
    const next = this.marks[at + 1];
    return (
      has(this.marks[at - 1], 'handed') ||
      (next !== undefined && (next.senses.size === 0 || has(next, 'receiver')))
    );
  }

  left(): Mark[] {
    const left: Mark[] = [];
    for (let at = 0; at < this.marks.length; at += 1) {
      const mark = this.marks[at];
      const address = addressLength(this.marks, at);
      if (address > 1) at += address - 1;
      else if (mark && !this.#isAccounted(at)) left.push(mark);
    }
    return left;
  }

  /** Has a sense that a report may have; whether it stands where it may, the sentences know. */
  #isAccounted(at: number): boolean {
    const mark = this.marks[at];
    if (mark === undefined || isSilent(mark)) return true;
    if (mark.entity !== null) return this.#isEntityAccounted(mark, mark.entity, at);
    const isNumbered = this.named.numbers.length > 0;
    // "Chưa xong 12 nhưng đã xong 13", "12 thì xong rồi".
    if (has(mark, 'but')) return at === 0 && isNumbered;
    if (mark.words === 'thi') return isNumbered;
    if (has(mark, 'evidenceWord') && !has(mark, 'person')) return this.setting.hasEvidence;
    if (has(mark, 'paper')) return isNumbered || this.#isVerb(at);
    return has(mark, ...ACCOUNTED) || JOINING.test(mark.words);
  }

  /** "Báo cáo" as what was done, or as how one begins to speak. */
  #isVerb(at: number): boolean {
    const { first, last } = this.done;
    return (has(this.marks[at], 'handed') && at >= first && at <= last) || isOpening(this.marks, at);
  }

  #isEntityAccounted(mark: Mark, entity: Entity, at: number): boolean {
    switch (entity.kind) {
      case 'numbers':
        return this.named.marks.has(mark) || this.#countsTasks(at);
      case 'percent':
        return true;
      case 'clock':
        return this.done.isPast;
      case 'period':
        // "Tuần 3" names one of the task's dates, and nobody here knows which.
        return entity.month !== null && (!this.done.isPast || this.setting.isLately(entity.month));
      case 'day':
        return this.setting.isOver(mark.words) || (this.done.isPast && WEEKDAY.test(mark.words));
      default:
        return false;
    }
  }

  /** "Xong 2 việc 12 và 13". */
  #countsTasks(at: number): boolean {
    const [count, tasks] = [this.marks[at]?.entity, this.marks[at + 1]?.entity];
    return (
      count?.kind === 'numbers' && tasks?.kind === 'numbers' && count.numbers[0] === tasks.numbers.length
    );
  }
}

function question(claim: Claim): Reading | null {
  const { named, marks } = claim;
  const [number, ...more] = named.numbers;
  if (number === undefined) return null;
  // "Khi nào xong 12 em báo anh nhé" asks nobody.
  if (claim.tellsOf()) return { command: { name: 'talk' }, left: typedIn(claim.left()), cues: 1 };
  if (more.length > 0)
    return { command: { name: 'unknown', command: null }, left: marks.map(({ typed }) => typed), cues: 1 };
  return { command: { name: 'task', number }, left: [], cues: 2 };
}

function report(claim: Claim, unexplained: Mark[]): Reading | null {
  const { named, marks, setting } = claim;
  const command: ReportCommand = {
    name: 'report',
    numbers: named.numbers,
    words: marks
      .filter((mark) => mark.entity === null && (unexplained.includes(mark) || isPaper(claim, mark)))
      .map(({ typed }) => typed)
      .join(' '),
    month: monthIn(marks),
    evidence: setting.evidence,
    explicit: true,
  };
  const left = typedIn(unexplained);
  if (named.numbers.length > 0) return { command, left, cues: 1 };
  if (isTelling(claim, unexplained)) return { command: { name: 'talk' }, byWords: command, left, cues: 0 };
  const vague = marks.filter(({ entity }) => entity?.kind === 'period' && entity.month === null);
  return { command, left: [...left, ...typedIn(vague)], cues: 1 };
}

/** As many words as may name a paper: "báo cáo rà soát hộ nghèo". */
const MOST_NAMING = 5;
const MOST_IN_TITLE = 10;

/** Without a number: of a paper handed in, or of nothing in particular. Anything else that was finished is talk. */
function isTelling(claim: Claim, left: Mark[]): boolean {
  const { marks, done, setting } = claim;
  if (left.every((mark) => has(mark, 'greeting') && isFace(mark))) return false;
  const isCounted = marks.some(({ entity }) => entity?.kind === 'figure' || entity?.kind === 'numbers');
  const isOver = done.isPast || done.isPlain || setting.hasEvidence;
  const last = marks.findLastIndex((mark) => !has(mark, 'courtesy', 'person', 'title') && !isSilent(mark));
  // "Gửi báo cáo rồi làm tiếp", "xong em gửi báo cáo": what comes next.
  const goesOn =
    marks.some(
      (mark, at) => has(mark, 'already') && at < last && !has(marks[at + 1], 'courtesy', 'person'),
    ) ||
    marks.some(
      (mark, at) => mark.words === 'xong' && has(marks[at + 1], 'person') && has(marks[at + 2], 'handed'),
    );
  const papers = marks.filter((mark) => isPaper(claim, mark));
  const isOfPaper = papers.length > 0;
  const first = marks.findIndex(
    (mark) => !has(mark, 'courtesy', 'person', 'speaker', 'perfect') && !isSilent(mark),
  );
  const [paper] = papers;
  // "Kế hoạch … đã ban hành", "gửi bảng tổng hợp … rồi": what follows is its title.
  const isTitled =
    paper !== undefined && (marks[first] === paper || has(marks[marks.indexOf(paper) - 1], 'handed'));
  return (
    !isOfPaper || isCounted || !isOver || goesOn || left.length > (isTitled ? MOST_IN_TITLE : MOST_NAMING)
  );
}

/** "báo cáo" as what was handed in, not as the verb. */
function isPaper({ marks, done }: Claim, mark: Mark): boolean {
  const at = marks.indexOf(mark);
  return (
    has(mark, 'paper', 'evidenceWord') &&
    !has(mark, 'person') &&
    at !== done.first &&
    !isOpening(marks, at) &&
    !has(marks[at - 1], 'perfect')
  );
}

function typedIn(marks: readonly Mark[]): string[] {
  return marks.map(({ typed }) => typed);
}

function monthIn(marks: readonly Mark[]): number | null {
  const months = marks.flatMap(({ entity }) => (entity?.kind === 'period' ? [entity.month] : []));
  const [month] = months;
  return months.length === 1 && month !== undefined ? month : null;
}
