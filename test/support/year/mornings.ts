/**
 * Who is told of what on a morning, from what README.md promises and from nothing else: 7, 3 and 1 days before and on the
 * day; once overdue every second working day; the head from the first overdue day, the leader from the third; nothing on a
 * day off, what falls on one the working day before (overdue: after). It knows nothing of src/.
 */
import type { Said } from '../read-line.ts';
import { type Day, daysFrom, isWorked, plusDays, workedUpTo } from './calendar.ts';
import { askOn, type DateKept, doneOn, type Register, type Work } from './register.ts';

export interface Group {
  title: string;
  /** Null: of the whole office. */
  unit: string | null;
  /** The first day on which it is bound. */
  from: Day;
}

/** What a notice says; the units that it names are told elsewhere. */
export interface Notice {
  lines: Omit<Said, 'units'>[];
  /** Tasks of which the question of the month is asked. */
  word: number[];
  guidance: number[];
  /** More time that was asked for, and waits for a leader. */
  waiting: number[];
}

interface Reader {
  name: string;
  /** Whose part of a task is told; null: everybody's. */
  unit: string | null;
  isLeader: boolean;
}

interface Recipient {
  /** Of a person, or a unit. */
  name: string;
  /** Null: hears nowhere. */
  chat: string | null;
}

/** A date of which there is something new to say. */
interface News {
  work: Work;
  date: DateKept;
}

export class Mornings {
  readonly #register: Register;
  readonly #groups: Group[];
  readonly #told = new Set<string>();

  constructor(register: Register, groups: Group[]) {
    this.#register = register;
    this.#groups = groups;
  }

  /** @returns by the name of the chat; to be asked once a morning */
  of(today: Day): Map<string, Notice> {
    const notices = new Map<string, Notice>();
    if (!isWorked(today)) return notices;
    for (const [name, news] of this.#news(today)) {
      const reader = this.#reader(name);
      const notice = this.#notice(reader, news, today);
      if (notice.lines.length + notice.word.length + notice.guidance.length > 0) notices.set(name, notice);
    }
    const waiting = this.#waiting(today);
    for (const { name, role } of this.#register.people) {
      if (role !== 'leader' || !this.#register.joined.has(name) || waiting.length === 0) continue;
      const notice = notices.get(name) ?? { lines: [], word: [], guidance: [], waiting: [] };
      notices.set(name, { ...notice, waiting });
    }
    return notices;
  }

  /** Each thing is said to each recipient once. */
  #news(today: Day): Map<string, News[]> {
    const byChat = new Map<string, News[]>();
    for (const { work, date, stage } of this.#present(today)) {
      for (const { name, chat } of this.#hearing(work, date, stage, today)) {
        const key = `${name} ${date.id} ${date.last} ${stage}`;
        if (chat === null || this.#told.has(key)) continue;
        this.#told.add(key);
        const known = byChat.get(chat) ?? [];
        if (!known.some((one) => one.date === date)) byChat.set(chat, [...known, { work, date }]);
      }
    }
    return byChat;
  }

  /** All that is open and may be spoken of by now. */
  #present(today: Day): (News & { stage: string })[] {
    return this.#register.works.flatMap((work) =>
      work.dates.flatMap((date) => {
        const isOpen = work.isActive && this.#register.isOpen(work, date);
        const stage = isOpen ? stageOf(work, date, today, this.#register.daysBefore) : null;
        return stage === null ? [] : [{ work, date, stage }];
      }),
    );
  }

  /** What would go unheard the clerks hear. */
  #hearing(work: Work, date: DateKept, stage: string, today: Day): Recipient[] {
    const recipients = this.#recipients(work, date, stage, today);
    const isHeard = recipients.some(({ chat }) => chat !== null);
    return isHeard ? recipients : [...recipients, ...this.#named('clerk').map((name) => this.#person(name))];
  }

  #recipients(work: Work, date: DateKept, stage: string, today: Day): Recipient[] {
    const { people } = this.#register;
    if (date.kind === 'guidance') return this.#named('clerk').map((name) => this.#person(name));
    const lateDay = stage.startsWith('late') ? Number(stage.slice('late'.length)) : 0;
    const isKnown = work.units.some((unit) =>
      people.some((one) => one.unit === unit && one.role !== 'leader'),
    );
    const inCharge = this.#register
      .owing(work, date)
      .flatMap((unit) => [
        ...this.#there(this.#inUnit(work, unit, lateDay >= 1), today).map((name) => this.#person(name)),
        { name: unit, chat: this.#groupOf(unit, today) },
      ]);
    const told = isKnown ? inCharge : this.#named('clerk').map((name) => this.#person(name));
    const leaders = lateDay >= 3 ? this.#named('leader').map((name) => this.#person(name)) : [];
    return [...told, ...leaders];
  }

  /** Those named, else the officers; the head where there is nobody else, or once it is overdue. */
  #inUnit(work: Work, unit: string, withHead: boolean): string[] {
    const staff = this.#register.people.filter((one) => one.unit === unit && one.role !== 'leader');
    const heads = staff.filter(({ head }) => head).map(({ name }) => name);
    const named = staff.filter(({ name }) => work.people.includes(name)).map(({ name }) => name);
    const officers = staff.filter(({ head }) => !head).map(({ name }) => name);
    const doing = named.length > 0 ? named : officers;
    if (doing.length === 0) return heads;
    return withHead ? [...new Set([...doing, ...heads])] : doing;
  }

  /** Whoever stands in for whoever is away; where nobody is left, those who are away. */
  #there(names: string[], today: Day): string[] {
    const absence = (name: string) =>
      this.#register.absences.find(({ who, from, to }) => who === name && from <= today && today <= to);
    const here = (name: string) => this.#register.people.some((one) => one.name === name);
    const present = names.flatMap((name) => {
      const away = absence(name);
      if (!away) return [name];
      return here(away.substitute) && !absence(away.substitute) ? [away.substitute] : [];
    });
    return present.length > 0 ? [...new Set(present)] : names;
  }

  #notice(reader: Reader, news: News[], today: Day): Notice {
    const lines: Notice['lines'] = [];
    const questions = { word: [] as number[], guidance: [] as number[] };
    for (const work of new Set(news.map((one) => one.work))) {
      const dates = news.filter((one) => one.work === work).map(({ date }) => date);
      lines.push(...this.#lines(reader, work, dates, today));
      for (const { kind } of dates) if (kind !== 'due') questions[kind].push(work.number);
    }
    const colours = ['red', 'orange', 'green'];
    const inOrder = lines.toSorted(
      (one, other) =>
        colours.indexOf(one.colour) - colours.indexOf(other.colour) ||
        (one.dates[0] ?? '').localeCompare(other.dates[0] ?? '') ||
        one.number - other.number,
    );
    const byNumber = (numbers: number[]) => numbers.toSorted((one, other) => one - other);
    const { word, guidance } = questions;
    return { lines: inOrder, word: byNumber(word), guidance: byNumber(guidance), waiting: [] };
  }

  /** All that is over in one line; what is close, with what is newly to be said of later dates, in another. */
  #lines(reader: Reader, work: Work, news: DateKept[], today: Day): Notice['lines'] {
    const left = ({ last }: DateKept) => daysFrom(today, workedUpTo(last));
    const part = reader.unit !== null && work.units.includes(reader.unit) ? reader.unit : null;
    const owed = work.dates
      .filter((date) => date.kind === 'due' && this.#register.isOpen(work, date))
      .filter((date) => part === null || this.#register.owing(work, date).includes(part))
      .toSorted((one, other) => (one.last < other.last ? -1 : 1));
    const late = owed.filter(({ last }) => last < today);
    const isComing = (date: DateKept) => date.last >= today && (left(date) <= 3 || news.includes(date));
    const coming = reader.isLeader ? [] : owed.filter(isComing);
    const days = (dates: DateKept[]) => dates.map(({ last }) => last);
    const { number } = work;
    const [oldest] = late;
    const [next] = coming;
    return [
      ...(oldest
        ? [{ colour: 'red' as const, number, dates: days(late), days: daysFrom(oldest.last, today) }]
        : []),
      ...(next
        ? [
            {
              colour: left(next) <= 3 ? ('orange' as const) : ('green' as const),
              number,
              dates: days(coming),
              days: left(next),
            },
          ]
        : []),
    ];
  }

  /** What may still be granted. */
  #waiting(today: Day): number[] {
    return this.#register.asked
      .filter(({ number, date, until }) => {
        const work = this.#register.work(number);
        return work.isActive && until >= today && this.#register.isOpen(work, date);
      })
      .map(({ number }) => number);
  }

  #reader(chat: string): Reader {
    const group = this.#groups.find(({ title }) => title === chat);
    if (group) return { name: chat, unit: group.unit, isLeader: false };
    const { name, unit, role } = this.#register.person(chat);
    return { name, unit: role === 'officer' ? unit : null, isLeader: role === 'leader' };
  }

  #named(role: 'clerk' | 'leader'): string[] {
    return this.#register.people.filter((one) => one.role === role).map(({ name }) => name);
  }

  #person(name: string): Recipient {
    return { name, chat: this.#chatOf(name) };
  }

  #chatOf(name: string): string | null {
    return this.#register.joined.has(name) ? name : null;
  }

  #groupOf(unit: string, today: Day): string | null {
    const bound = this.#groups.filter(({ from }) => from < today);
    const own = bound.find((group) => group.unit === unit);
    return (own ?? bound.find((group) => group.unit === null))?.title ?? null;
  }
}

/** The latest thing there is to say about a date; null: nothing yet. */
function stageOf(work: Work, { kind, last }: DateKept, today: Day, daysBefore: number[]): string | null {
  if (kind !== 'due') {
    const isSettled = kind === 'guidance' && work.dates.some((date) => doneOn(work, date) !== null);
    return !isSettled && askOn(last.slice(0, 7)) <= today && today <= last ? 'ask' : null;
  }
  if (last < today) {
    let worked = 0;
    for (let day = plusDays(last, 1); day <= today; day = plusDays(day, 1)) if (isWorked(day)) worked += 1;
    return worked === 0 ? null : `late${worked % 2 === 1 ? worked : worked - 1}`;
  }
  const due = workedUpTo(last);
  const said = [...daysBefore, 0].filter((days) => workedUpTo(plusDays(due, -days)) <= today);
  return said.length > 0 ? `before${said.at(-1)}` : null;
}
