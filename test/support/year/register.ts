/**
 * An office kept on paper: what each act makes of it, from what README.md and src/domain/README.md promise and from nothing
 * else. It knows nothing of src/.
 */
import {
  type Day,
  daysBetween,
  inFull,
  lastOfMonth,
  plusDays,
  plusWorkedDays,
  weekdayOf,
  workedUpTo,
  written,
} from './calendar.ts';
import type { Act, AmendedRow, Person, Row, When } from './story.ts';

/** A report; `stands` no longer once it was returned or taken back. */
interface Told {
  on: Day;
  by: string;
  units: string[];
  stands: boolean;
  isAccepted: boolean;
  /** In which order they came. */
  nth: number;
}

export interface DateKept {
  /** Unlike that of any other date. */
  id: number;
  kind: 'due' | 'word' | 'guidance';
  /** By which figures are counted. */
  planned: Day;
  /** To which more time has moved it. */
  last: Day;
  /** Over before the plan came in, or before the rule did. */
  isPast: boolean;
  told: Told[];
  /** Done under units that lead it no longer. */
  keptDone: Day | null;
  /** The task has it no longer: it is there as long as a report on it stands. */
  isFormer: boolean;
}

export interface Work extends Row {
  number: number;
  isActive: boolean;
  isOutside: boolean;
  dates: DateKept[];
}

interface Asked {
  number: number;
  date: DateKept;
  by: string;
  until: Day;
}

interface Absence {
  who: string;
  from: Day;
  to: Day;
  substitute: string;
}

/** What the bot must say: to whoever acts, and to others. */
export interface Answer {
  to: string;
  says: RegExp;
  others: { name: string; says: RegExp }[];
}

/** Rules are laid out no further. */
const END = '2027-06-30';

export class Register {
  readonly works: Work[] = [];
  people: Person[];
  /** Those who hear. */
  readonly joined: Set<string>;
  readonly absences: Absence[] = [];
  asked: Asked[] = [];
  readonly since: Day;
  /** Of a date one hears so many days before. */
  daysBefore = [7, 3, 1];
  #count = 0;

  constructor(people: Person[], joined: string[], plan: Row[], since: Day) {
    this.people = people;
    this.joined = new Set(joined);
    this.since = since;
    for (const row of plan) this.#adds(row, since);
  }

  work(number: number): Work {
    const found = this.works.find((one) => one.number === number);
    if (!found) throw new Error(`There is no #${number}`);
    return found;
  }

  person(name: string): Person {
    const found = this.people.find((one) => one.name === name);
    if (!found) throw new Error(`${name} is not here`);
    return found;
  }

  /** The month's questions come with it. */
  begins(today: Day): void {
    const month = today.slice(0, 7);
    for (const work of this.works) {
      const { is } = work.when;
      if (is !== 'continuous' && is !== 'waiting') continue;
      const kind = is === 'continuous' ? 'word' : 'guidance';
      const last = lastOfMonth(month);
      if (askOn(month) < this.since || work.dates.some((one) => one.last === last)) continue;
      work.dates.push(this.#date(last, kind, false));
    }
  }

  does(act: Act, today: Day): Answer {
    switch (act.act) {
      case 'report':
      case 'tap-done':
        return this.#reported(act, today);
      case 'withdraw':
      case 'undo-report':
        return this.#tookBack(act);
      case 'return':
        return this.#returned(act, today);
      case 'accept':
        for (const [, told] of this.unanswered(this.work(act.number))) told.isAccepted = true;
        return this.#answer(act, `Đã duyệt #${act.number} `);
      case 'ask-time':
        return this.#askedTime(act);
      case 'withdraw-time':
        return this.#withdrewTime(act);
      case 'answer-time':
        return this.#answeredTime(act);
      case 'leave':
        return this.#left(act, today);
      case 'goes':
        return this.#gone(act);
      case 'give':
        return this.#gave(act);
      case 'start':
        return this.#started(act, today);
      case 'add':
        return this.#added(act, today);
      case 'leave-out':
      case 'take-back':
        this.work(act.number).isActive = act.act === 'take-back';
        return this.#answer(act, `#${act.number}`);
      case 'set-date':
        return this.#setDate(act, today);
      case 'set-stages':
        this.daysBefore = act.days;
        return this.#answer(act, `Nhắc trước hạn \\(ngày\\): ${act.days.join(', ')}`);
    }
  }

  #answer({ who }: Act, says: string, others: Answer['others'] = []): Answer {
    const hearing = others.filter(({ name }) => this.joined.has(name) && name !== who);
    return { to: who, says: new RegExp(says), others: hearing };
  }

  #reported(act: Saying<'report' | 'tap-done'>, today: Day): Answer {
    const { who, number } = act;
    const work = this.work(number);
    const date = this.dateToReport(work, who, today, 'month' in act ? act.month : undefined);
    if (!date) throw new Error(`${who} owes nothing of #${number} on ${today}`);
    const units = work.units.length === 0 ? [] : [this.unitOf(who) ?? ''];
    date.told.push({ on: today, by: who, units, stands: true, isAccepted: false, nth: this.#next() });
    return this.#answer(act, `Đã ghi nhận #${number} hoàn thành — ${dateSaid(date, today)}`);
  }

  #tookBack(act: Saying<'withdraw' | 'undo-report'>): Answer {
    const { who, number } = act;
    const own = this.work(number).dates.flatMap(({ told }) => told.filter(isOwn(who)));
    const last = own.toSorted((one, other) => one.nth - other.nth).at(-1);
    if (!last) throw new Error(`${who} has reported nothing of #${number}`);
    last.stands = false;
    this.#forgets(this.work(number));
    const done = act.act === 'withdraw' ? 'Đã rút báo cáo' : 'Đã hoàn tác: báo cáo';
    return this.#answer(act, `${done} #${number}`);
  }

  #returned(act: Saying<'return'>, today: Day): Answer {
    const { who, number } = act;
    const [date, told] = this.unanswered(this.work(number)).at(-1) ?? [];
    if (!date || !told) throw new Error(`#${number}: nothing to return`);
    told.stands = false;
    this.#forgets(this.work(number));
    return this.#answer(act, `Đã trả lại #${number} .* — ${dateSaid(date, today)}`, [
      { name: told.by, says: new RegExp(`${who} trả lại báo cáo #${number} `) },
    ]);
  }

  #askedTime(act: Saying<'ask-time'>): Answer {
    const { who, number, until } = act;
    const date = this.dateToExtend(this.work(number), who);
    if (!date) throw new Error(`${who} owes no date of #${number}`);
    this.asked.push({ number, date, by: who, until });
    return this.#answer(
      act,
      `Đã chuyển yêu cầu gia hạn #${number}`,
      heardBy(this.#deciders(), `${who} .*xin gia hạn`),
    );
  }

  #withdrewTime(act: Saying<'withdraw-time'>): Answer {
    const { number } = act;
    this.asked = this.asked.filter((one) => one.number !== number);
    const says = `đã rút yêu cầu gia hạn #${number}`;
    return this.#answer(act, `Đã rút yêu cầu gia hạn #${number}`, heardBy(this.#deciders(), says));
  }

  #answeredTime(act: Saying<'answer-time'>): Answer {
    const { number, grants } = act;
    const asked = this.asked.find((one) => one.number === number);
    if (!asked) throw new Error(`Nobody has asked for more time for #${number}`);
    this.asked = this.asked.filter((one) => one !== asked);
    if (grants) asked.date.last = asked.until;
    const words = grants ? 'đồng ý' : 'không đồng ý';
    const alsoLead = this.work(number).units.filter((unit) => grants && unit !== this.unitOf(asked.by));
    return this.#answer(act, `Đã ${words} gia hạn #${number} `, [
      ...heardBy([asked.by], `${grants ? 'đã ' : ''}${words} gia hạn #${number}`),
      ...alsoLead.flatMap((unit) => heardBy(this.#staff(unit), `#${number} .*được gia hạn đến`)),
    ]);
  }

  #left(act: Saying<'leave'>, today: Day): Answer {
    const { who, from, to, substitute } = act;
    this.absences.push({ who, from, to, substitute });
    const days = [from, to].map((day) => written(day, today).slice(0, 5)).join(' đến ');
    return this.#answer(
      act,
      `Đã ghi: ${who} nghỉ từ ${days}, ${substitute} làm thay`,
      heardBy([substitute], `Anh/chị làm thay ${who} từ ${days}`),
    );
  }

  /** What was theirs by name and is open is listed to the head and the clerks. */
  #gone(act: Saying<'goes'>): Answer {
    const { who, person } = act;
    const unit = this.unitOf(person);
    const isListed = this.works.some(
      (work) =>
        work.isActive && work.people.includes(person) && work.dates.some((date) => this.isOpen(work, date)),
    );
    this.people = this.people.filter(({ name }) => name !== person);
    const hearing = this.people.filter(
      (one) => isListed && one.name !== who && (one.role === 'clerk' || (one.head && one.unit === unit)),
    );
    const names = hearing.map(({ name }) => name);
    const says = `${person} không còn trong danh sách`;
    return this.#answer(act, says, heardBy(names, `${says} cán bộ`));
  }

  #gave(act: Saying<'give'>): Answer {
    const { who, number, to } = act;
    const work = this.work(number);
    const before = work.people;
    work.people = [...before.filter((name) => this.unitOf(name) !== this.unitOf(who)), to];
    const changed = [...work.people, ...before].filter(
      (name) => work.people.includes(name) !== before.includes(name) && this.unitOf(name) !== null,
    );
    return this.#answer(act, `Đã giao #${number}: `, heardBy(changed, `#${number} `));
  }

  #started(act: Saying<'start'>, today: Day): Answer {
    const work = this.work(act.number);
    if (work.when.is !== 'triggered') throw new Error(`#${act.number} waits for no event`);
    const last = plusWorkedDays(act.event, work.when.days);
    work.dates.push(this.#date(last, 'due', false));
    sort(work.dates);
    const says = `#${act.number} .*bắt đầu tính từ .*: hạn ${written(last, today)}`;
    return this.#answer(act, says, this.#named(work));
  }

  #added(act: Saying<'add'>, today: Day): Answer {
    const { title, unit, due } = act;
    const when: When = { is: 'date', day: due };
    const row = { title, deadline: inFull(due), when, section: '', units: [unit], people: [], lead: unit };
    const number = Math.max(...this.works.map((one) => one.number)) + 1;
    this.#adds(row, today, number).isOutside = true;
    const says = `Đã thêm #${number} .*${written(due, today)}`;
    return this.#answer(act, says, heardBy(this.#staff(unit), `giao việc mới: #${number} `));
  }

  #setDate(act: Saying<'set-date'>, today: Day): Answer {
    const { number, day } = act;
    const work = this.work(number);
    this.#redate(work, { is: 'date', day }, today);
    const asked = this.asked.filter((one) => one.number === number).map(({ by }) => by);
    this.asked = this.asked.filter((one) => one.number !== number);
    const others = [...heardBy(asked, 'đã đặt lại thời hạn'), ...this.#named(work)];
    return this.#answer(act, `Đã sửa thời hạn[^]*#${number}`, others);
  }

  /** The plan comes under a new number. @returns who hears of what is theirs by name */
  amends(rows: AmendedRow[], today: Day): string[] {
    const kept = new Set(rows.map(({ was }) => was));
    const hearing = new Set<string>();
    for (const work of this.works.filter((one) => one.isActive && !one.isOutside && !kept.has(one.number))) {
      work.isActive = false;
      if (!this.#isDone(work)) for (const name of work.people) hearing.add(name);
    }
    let highest = Math.max(...this.works.map(({ number }) => number));
    for (const { was, ...row } of rows) {
      if (was === null) highest += 1;
      const heard = was === null ? this.#adds(row, today, highest).people : this.#reworded(was, row, today);
      for (const name of heard) hearing.add(name);
    }
    return [...hearing];
  }

  /** @returns who hears of it; of what is done nobody does */
  #reworded(number: number, row: Row, today: Day): string[] {
    const work = this.work(number);
    const { deadline, when, units, people, title, lead } = row;
    const isSame = deadline === work.deadline && lead === work.lead && title === work.title;
    const hearing = isSame ? [] : [...work.people, ...people];
    if (units.join() !== work.units.join()) this.#handOver(work, units);
    if (lead !== work.lead) work.people = people;
    if (deadline !== work.deadline) this.#redate(work, when, today);
    Object.assign(work, { ...row, people: work.people, when: work.when });
    return this.#isDone(work) ? [] : hearing;
  }

  /** A rule may bring more at any time. */
  #isDone(work: Work): boolean {
    return work.when.is === 'date' && work.dates.every((date) => !this.isOpen(work, date));
  }

  unitOf(name: string): string | null {
    return this.people.find((one) => one.name === name)?.unit ?? null;
  }

  /** The units that have not reported it, while anybody has to. */
  owing(work: Work, date: DateKept): string[] {
    if (!this.isOpen(work, date)) return [];
    return work.units.filter(
      (unit) => !date.told.some(({ stands, units }) => stands && units.includes(unit)),
    );
  }

  isOpen(work: Work, date: DateKept): boolean {
    return !date.isPast && doneOn(work, date) === null;
  }

  /** The month's question that is the present one, and all due dates. */
  presentDates(work: Work): DateKept[] {
    const due = work.dates.filter(({ kind }) => kind === 'due');
    return due.length > 0 ? due : work.dates.slice(-1);
  }

  /**
   * The first in the plan that the unit owes; of a date that was reported and is not over yet a second "xong" says no more.
   */
  dateToReport(work: Work, who: string, today: Day, month?: number): DateKept | undefined {
    const unit = this.unitOf(who);
    const dates = this.presentDates(work)
      .filter(({ planned }) => month === undefined || Number(planned.slice(5, 7)) === month)
      .toSorted((one, other) => (one.planned < other.planned ? -1 : 1));
    const isOwed = (date: DateKept) =>
      this.isOpen(work, date) &&
      (work.units.length === 0 || (unit !== null && this.owing(work, date).includes(unit)));
    const open = dates.find(isOwed);
    const last = dates.findLast((date) => !date.isPast && !isOwed(date));
    const isSaidAgain =
      month === undefined && last && open && last.last >= today && open.planned > last.planned;
    return isSaidAgain ? undefined : open;
  }

  dateToExtend(work: Work, who: string): DateKept | undefined {
    const unit = this.unitOf(who) ?? '';
    return work.dates
      .filter((date) => date.kind === 'due' && this.owing(work, date).includes(unit))
      .toSorted((one, other) => (one.last < other.last ? -1 : 1))[0];
  }

  /** Reports that nobody has answered, in the order of their dates. */
  unanswered(work: Work): [DateKept, Told][] {
    const dates = work.dates.toSorted((one, other) => (one.last < other.last ? -1 : 1));
    return dates.flatMap((date) =>
      date.told
        .filter(({ stands, isAccepted }) => stands && !isAccepted)
        .map((told): [DateKept, Told] => [date, told]),
    );
  }

  #adds(row: Row, today: Day, number = this.works.length + 1): Work {
    const work = { ...row, number, isActive: true, isOutside: false, dates: [] };
    this.works.push(work);
    this.#lay(work, today);
    return work;
  }

  /** Dates on which somebody has reported stay; a rule asks for nothing that was over before it came. */
  #redate(work: Work, when: When, today: Day): void {
    const wanted = daysOf(when, this.since);
    work.when = when;
    for (const date of work.dates) date.isFormer = !wanted.includes(date.planned);
    this.#forgets(work);
    this.#lay(work, today);
  }

  #forgets(work: Work): void {
    work.dates = work.dates.filter(({ isFormer, told }) => !isFormer || told.some(({ stands }) => stands));
  }

  #lay(work: Work, today: Day): void {
    const { when } = work;
    const from = when.is === 'date' ? this.since : today;
    for (const day of daysOf(when, this.since)) {
      if (!work.dates.some(({ planned, kind }) => kind === 'due' && planned === day)) {
        work.dates.push(this.#date(day, 'due', day < from));
      }
    }
    sort(work.dates);
  }

  #handOver(work: Work, units: string[]): void {
    for (const date of work.dates) date.keptDone = doneOn(work, date);
    work.units = units;
  }

  #date(day: Day, kind: DateKept['kind'], isPast: boolean): DateKept {
    return {
      id: this.#next(),
      kind,
      planned: day,
      last: day,
      isPast,
      told: [],
      keptDone: null,
      isFormer: false,
    };
  }

  #next(): number {
    this.#count += 1;
    return this.#count;
  }

  #deciders(): string[] {
    return this.people.filter(({ role }) => role !== 'officer').map(({ name }) => name);
  }

  #staff(unit: string): string[] {
    return this.people.filter((one) => one.unit === unit && one.role !== 'leader').map(({ name }) => name);
  }

  /** Whose it is by name hears what becomes of it. */
  #named({ people, number }: Work): Answer['others'] {
    const here = people.filter((name) => this.people.some((one) => one.name === name));
    return heardBy(here, `#${number} `);
  }
}

type Saying<Kind extends Act['act']> = Act & { act: Kind };

function heardBy(names: string[], says: string): Answer['others'] {
  return names.map((name) => ({ name, says: new RegExp(says) }));
}

export function isOwn(who: string) {
  return ({ by, stands, isAccepted }: Told) => by === who && stands && !isAccepted;
}

/** The day on which the last of those who lead it had reported; where nobody known does, any report will do. */
export function doneOn(work: Work, { told, keptDone }: DateKept): Day | null {
  if (keptDone !== null) return keptDone;
  const standing = told.filter(({ stands }) => stands);
  const needed =
    work.units.length === 0
      ? standing.slice(0, 1)
      : work.units.map((unit) => standing.find(({ units }) => units.includes(unit)));
  const days = needed.flatMap((one) => one?.on ?? []);
  return days.length === 0 || days.length < needed.length ? null : (days.toSorted().at(-1) ?? null);
}

/** The last working day before the 30th, or before the month's last where it has none. */
export function askOn(month: string): Day {
  const last = lastOfMonth(month);
  const day = last < `${month}-30` ? last : `${month}-30`;
  return workedUpTo(plusDays(day, -1));
}

function daysOf(when: When, since: Day): Day[] {
  switch (when.is) {
    case 'date':
      return [when.day];
    case 'weekly':
      return daysBetween(since, END).filter((day) => weekdayOf(day) === when.weekday);
    case 'monthly':
    case 'quarterly': {
      const months = new Set(daysBetween(since, END).map((day) => day.slice(0, 7)));
      const isMeant = (month: string) => when.is === 'monthly' || Number(month.slice(5)) % 3 === 0;
      const before = when.is === 'monthly' && when.before ? 1 : 0;
      return [...months].filter(isMeant).flatMap((month) => {
        const day = `${month}-${String(when.day).padStart(2, '0')}`;
        const last = lastOfMonth(month);
        const due = day > last ? last : plusDays(day, -before);
        return due >= since && due <= END ? [due] : [];
      });
    }
    default:
      return [];
  }
}

function sort(dates: DateKept[]): void {
  dates.sort((one, other) => (one.last < other.last ? -1 : 1));
}

function dateSaid({ kind, planned, last }: DateKept, today: Day): string {
  if (kind !== 'due') return `tháng ${inFull(last).slice(3)}`;
  return last === planned
    ? `.*${written(last, today)}`
    : `gia hạn đến ${written(last, today)} \\(hạn gốc ${written(planned, today)}\\)`;
}
