/** Months that nobody has written: what people of a small office might do, chosen among what they can do at that moment. */
import fc from 'fast-check';
import type { Roster } from '../../../src/services/ports/documents.ts';
import { type Day, plusDays, plusWorkedDays } from './calendar.ts';
import { type DateKept, isOwn, type Register, type Work } from './register.ts';
import type { Act, Person, Row, When } from './story.ts';

const VP = 'Văn phòng';
const VHXH = 'Phòng Văn hóa - Xã hội';
const KT = 'Phòng Kinh tế';

const THAI = 'Đinh Văn Thái';
const HANH = 'Tô Thị Hạnh';

export const SMALL_OFFICE: Person[] = [
  { name: THAI, unit: null, role: 'leader', head: false },
  { name: HANH, unit: VP, role: 'clerk', head: false },
  { name: 'Lương Quốc Việt', unit: VHXH, role: 'officer', head: true },
  { name: 'Hà Thị Lan', unit: VHXH, role: 'officer', head: false },
  { name: 'Quách Văn Nam', unit: VHXH, role: 'officer', head: false },
  { name: 'Bế Thị Thu', unit: VHXH, role: 'officer', head: false },
  { name: 'Vi Văn Sơn', unit: KT, role: 'officer', head: true },
  { name: 'Khổng Minh Hưng', unit: KT, role: 'officer', head: false },
  { name: 'Lò Thị Mây', unit: KT, role: 'officer', head: false },
];

/** Thu has never opened the bot. */
export const SMALL_JOINED = SMALL_OFFICE.map(({ name }) => name).filter((name) => !name.endsWith('Thu'));

export const SMALL_ROSTER: Roster = {
  office: { name: 'UBND xã Lau Thưa' },
  units: [
    { name: VP, aliases: ['VP'] },
    { name: VHXH, aliases: ['VHXH'] },
    { name: KT, aliases: ['KT'] },
  ],
  people: SMALL_OFFICE.map(({ name, unit, role, head }) => ({ name, unit, title: '', role, unitHead: head })),
  problems: [],
};

/** Over Tết, Giỗ Tổ and 30/4, Quốc khánh, and the year's end. */
const BEGINNINGS = ['2026-02-02', '2026-04-14', '2026-08-18', '2026-12-15'];
export const DAYS = 27;

type Written = (start: Day, offset: number) => { deadline: string; when: When };

const date: Written = (start, offset) => {
  const day = plusDays(start, offset);
  return { deadline: day.split('-').toReversed().join('/'), when: { is: 'date', day } };
};
const ofMonth = (start: Day, offset: number) => 1 + ((Number(start.slice(8)) + offset) % 30);

const DEADLINES: Written[] = [
  date,
  date,
  date,
  (start, offset) => {
    const day = ofMonth(start, offset);
    return { deadline: `Ngày ${day} hằng tháng`, when: { is: 'monthly', day } };
  },
  (start, offset) => {
    const day = ofMonth(start, offset) + 1;
    return { deadline: `Trước ngày ${day} hằng tháng`, when: { is: 'monthly', day, before: true } };
  },
  () => ({ deadline: 'Thứ Sáu hằng tuần', when: { is: 'weekly', weekday: 5 } }),
  () => ({ deadline: 'Thường xuyên', when: { is: 'continuous' } }),
  () => ({ deadline: 'Khi có hướng dẫn của tỉnh', when: { is: 'waiting' } }),
  () => ({
    deadline: 'Chậm nhất 03 ngày làm việc kể từ khi có văn bản',
    when: { is: 'triggered', days: 3 },
  }),
];

const LEADS: Pick<Row, 'lead' | 'units' | 'people'>[] = [
  { lead: 'VHXH', units: [VHXH], people: [] },
  { lead: 'KT', units: [KT], people: [] },
  { lead: 'VHXH; KT', units: [VHXH, KT], people: [] },
  { lead: 'VHXH (đ/c Hà Thị Lan)', units: [VHXH], people: ['Hà Thị Lan'] },
  { lead: 'VHXH (đ/c Bế Thị Thu)', units: [VHXH], people: ['Bế Thị Thu'] },
  { lead: 'Đoàn thanh niên', units: [], people: [] },
];

/** A wish to do something; the numbers choose among whatever can be done when its time comes. */
export interface Wish {
  kind: keyof typeof WISHES;
  which: number;
  how: number;
}

export interface Month {
  start: Day;
  plan: Row[];
  /** For each day. */
  wishes: Wish[][];
}

const SECTION = 'I. CÔNG TÁC CHUNG';

const rows = (start: Day) =>
  fc
    .array(
      fc.tuple(fc.nat(DEADLINES.length - 1), fc.integer({ min: 1, max: 24 }), fc.nat(LEADS.length - 1)),
      {
        minLength: 5,
        maxLength: 9,
      },
    )
    .map((all) =>
      all.map(([written, offset, lead], at): Row => {
        const words = (DEADLINES[written] ?? date)(start, offset);
        const title = `Nhiệm vụ ${'ABCDEFGHI'[at]}`;
        return { title, section: SECTION, ...words, ...(LEADS[lead] ?? { lead: '', units: [], people: [] }) };
      }),
    );

/** Each with what may be done now, in the order of the office. */
const WISHES = {
  report: (now) =>
    whoMay(now, ({ work, person }) =>
      now.register.dateToReport(work, person, now.today)
        ? [{ act: 'report', who: person, number: work.number }]
        : [],
    ),
  withdraw: (now) =>
    whoMay(now, ({ work, person }) =>
      work.dates.some(({ told }) => told.some(isOwn(person)))
        ? [{ act: 'withdraw', who: person, number: work.number }]
        : [],
    ),
  return: (now) =>
    now.works
      .filter((work) => now.register.unanswered(work).length > 0)
      .map(({ number }) => ({ act: 'return', who: THAI, number })),
  accept: (now) =>
    now.works
      .filter((work) => now.register.unanswered(work).length > 0)
      .map(({ number }) => ({ act: 'accept', who: THAI, number })),
  'ask-time': (now) =>
    whoMay(now, ({ work: { number }, work, person }) => {
      const one = now.register.dateToExtend(work, person);
      if (!one || now.register.asked.some((asked) => asked.number === number)) return [];
      const from = one.last > now.today ? one.last : now.today;
      return [{ act: 'ask-time', who: person, number, until: plusDays(from, 1 + (now.how % 12)) }];
    }),
  'answer-time': (now) =>
    openRequests(now).map(({ number }) => ({
      act: 'answer-time',
      who: now.how % 2 === 0 ? THAI : HANH,
      number,
      grants: now.how % 3 !== 0,
    })),
  'withdraw-time': (now) =>
    openRequests(now).map(({ number, by }) => ({ act: 'withdraw-time', who: by, number })),
  leave: (now) =>
    officers(now).flatMap(({ name, unit }): Act[] => {
      const from = plusDays(now.today, now.how % 4);
      const to = plusDays(from, now.how % 9);
      const isKnown = now.register.absences.some((one) => one.who === name);
      const others = officers(now).filter((one) => one.unit === unit && one.name !== name);
      const substitute = others[now.how % Math.max(1, others.length)]?.name;
      return isKnown || substitute === undefined ? [] : [{ act: 'leave', who: name, from, to, substitute }];
    }),
  give: (now) =>
    now.works.flatMap((work) =>
      officers(now).flatMap(({ name, unit }): Act[] => {
        const head = now.register.people.find((one) => one.head && one.unit === unit)?.name;
        const isTheirs = unit !== null && work.units.includes(unit) && !work.people.includes(name);
        return isTheirs && head !== undefined
          ? [{ act: 'give', who: head, number: work.number, to: name }]
          : [];
      }),
    ),
  goes: (now) =>
    officers(now)
      .filter(({ unit }) => officers(now).filter((one) => one.unit === unit).length > 2)
      .map(({ name }) => ({ act: 'goes', who: HANH, person: name })),
  start: (now) =>
    now.works.flatMap(({ number, when, dates }): Act[] => {
      if (when.is !== 'triggered') return [];
      const event = plusDays(now.today, -(now.how % 3));
      const last = plusWorkedDays(event, when.days);
      const isKnown = dates.some(({ planned }) => planned === last) || event < now.register.since;
      return isKnown || last < now.today ? [] : [{ act: 'start', who: HANH, number, event }];
    }),
  add: (now) => {
    const due = plusDays(now.today, 1 + (now.how % 14));
    const title = `Báo cáo nhanh số ${now.register.works.length}`;
    return [VHXH, KT].map((unit) => ({ act: 'add', who: THAI, title, unit, due }));
  },
  'leave-out': (now) => now.works.map(({ number }) => ({ act: 'leave-out', who: HANH, number })),
  'take-back': (now) =>
    now.register.works
      .filter(({ isActive }) => !isActive)
      .map(({ number }) => ({ act: 'take-back', who: HANH, number })),
  'set-date': (now) =>
    now.works.flatMap((work): Act[] => {
      const { number, when, dates } = work;
      const day = plusDays(now.today, now.how % 20);
      const isKnown = dates.some(({ planned, last }) => planned === day || last === day);
      const isOne = when.is === 'date' || when.is === 'waiting';
      // What a part of has been reported is moved, as more time moves it.
      const isInPart = dates.some(
        (one) => now.register.isOpen(work, one) && one.told.some(({ stands }) => stands),
      );
      return isOne && !isKnown && !isInPart ? [{ act: 'set-date', who: HANH, number, day }] : [];
    }),
  'set-stages': (now) => [
    {
      act: 'set-stages',
      who: HANH,
      days: [
        [7, 3, 1],
        [5, 1],
        [10, 3],
      ][now.how % 3] ?? [1],
    },
  ],
} satisfies { [kind in Act['act']]?: (now: Now) => Act[] };

/** How often each is wished for. */
const WEIGHTS: Record<keyof typeof WISHES, number> = {
  report: 30,
  withdraw: 4,
  return: 6,
  accept: 3,
  'ask-time': 7,
  'answer-time': 8,
  'withdraw-time': 2,
  leave: 4,
  give: 5,
  goes: 1,
  start: 6,
  add: 3,
  'leave-out': 2,
  'take-back': 4,
  'set-date': 3,
  'set-stages': 1,
};

interface Now {
  register: Register;
  today: Day;
  /** Those that are followed. */
  works: Work[];
  how: number;
}

/** @returns null where nothing of the kind can be done */
export function actOf({ kind, which, how }: Wish, register: Register, today: Day): Act | null {
  const works = register.works.filter(({ isActive }) => isActive);
  const possible = WISHES[kind]({ register, today, works, how });
  return possible[which % Math.max(1, possible.length)] ?? null;
}

export const months: fc.Arbitrary<Month> = fc.constantFrom(...BEGINNINGS).chain((start) =>
  fc.record({
    start: fc.constant(start),
    plan: rows(start),
    wishes: fc.array(fc.array(wish(), { maxLength: 4, size: 'max' }), { minLength: DAYS, maxLength: DAYS }),
  }),
);

function wish(): fc.Arbitrary<Wish> {
  const kinds = Object.entries(WEIGHTS) as [Wish['kind'], number][];
  return fc.record({
    kind: fc.oneof(...kinds.map(([kind, weight]) => ({ weight, arbitrary: fc.constant(kind) }))),
    which: fc.nat(997),
    how: fc.nat(997),
  });
}

/** Officers who can write to the bot. */
function officers({ register }: Now): Person[] {
  return register.people.filter(
    ({ name, role, head }) => role === 'officer' && !head && register.joined.has(name),
  );
}

function whoMay(now: Now, acts: (one: { work: Work; person: string }) => Act[]): Act[] {
  return now.works.flatMap((work) => {
    const theirs = officers(now).filter(({ unit }) => unit !== null && work.units.includes(unit));
    const people = work.units.length === 0 ? [HANH] : theirs.map(({ name }) => name);
    return people.flatMap((person) => acts({ work, person }));
  });
}

function openRequests({ register, today }: Now): { number: number; by: string; date: DateKept }[] {
  return register.asked.filter(({ number, date: one, until, by }) => {
    const work = register.work(number);
    return work.isActive && until >= today && register.isOpen(work, one) && register.unitOf(by) !== null;
  });
}
