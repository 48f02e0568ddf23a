/**
 * Who is told of what on a morning, and how it stands, from what README.md promises and from nothing else: 7, 3 and 1
 * days before and on the day; once overdue every second working day; the head from the first overdue day, the leader
 * from the third; nothing on a day off, what falls on one the working day before (overdue: after). A notice is for what
 * is newly to be said and shows each of its tasks as it is. It knows nothing of src/.
 */
import type { Colour, Said } from '../read-line.ts';
import { type EXTENSION, GROUPS, type PlannedWork, type Told } from './office.ts';

/** Besides weekends. */
const HOLIDAYS = new Set(['2026-11-24', '2027-01-01']);

export function plusDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

export function isWorked(day: string): boolean {
  return ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()) && !HOLIDAYS.has(day);
}

function workedUpTo(day: string): string {
  return isWorked(day) ? day : workedUpTo(plusDays(day, -1));
}

function daysFrom(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}

/** Who is written to: somebody of a unit, a leader, or a group. */
export interface Reader {
  name: string;
  unit: string | null;
  is: 'officer' | 'head' | 'leader' | 'clerk' | 'group';
}

interface OpenDate {
  day: string;
  owing: string[];
}

export class Oracle {
  readonly #work: (PlannedWork & { open: OpenDate[] })[];
  readonly #told = new Set<string>();

  constructor(plan: PlannedWork[]) {
    this.#work = plan.map((one) => ({
      ...one,
      open: one.dates.map((day) => ({ day, owing: [...one.leads] })),
    }));
  }

  /** @returns the date that the report is about: the first that the unit owes. */
  reported({ number, unit }: Told): string {
    const { open } = this.#task(number);
    const date = open.find(({ owing }) => owing.includes(unit));
    if (!date) throw new Error(`#${number}: ${unit} owes nothing`);
    date.owing = date.owing.filter((one) => one !== unit);
    return date.day;
  }

  extended({ number, from, until }: typeof EXTENSION): void {
    for (const date of this.#task(number).open) if (date.day === from) date.day = until;
  }

  /** The lines of a reader's notice in their order; none: no notice. To be asked once a morning of each reader. */
  morning(reader: Reader, today: string): Said[] {
    if (!isWorked(today)) return [];
    const lines = this.#work.flatMap((one, at) => {
      const owed = one.open.filter(({ owing }) => owes(reader, owing));
      const isNews = owed.filter((date) => {
        const stage = hears(reader, one, date) ? stageOf(date.day, today) : null;
        if (stage === null || !isFor(reader, stage)) return false;
        const key = `${reader.name} ${at} ${date.day} ${stage}`;
        return !this.#told.has(key) && this.#told.add(key);
      });
      return isNews.length > 0 ? linesOf(at + 1, owed, isNews, reader, today) : [];
    });
    const colours: Colour[] = ['red', 'orange', 'green'];
    return lines.toSorted(
      (a, b) =>
        colours.indexOf(a.colour) - colours.indexOf(b.colour) ||
        (a.dates[0] ?? '').localeCompare(b.dates[0] ?? '') ||
        a.number - b.number,
    );
  }

  #task(number: number) {
    const task = this.#work[number - 1];
    if (!task) throw new Error(`#${number} is not in the plan`);
    return task;
  }
}

/** A leader, a clerk and the office's group are told of what anybody owes, others of what their unit does. */
function owes({ is, unit }: Reader, owing: string[]): boolean {
  return is === 'leader' || is === 'clerk' || unit === null ? owing.length > 0 : owing.includes(unit);
}

/** The office's group hears of units that have no group of their own. */
function hears({ is, unit }: Reader, { leads }: PlannedWork, { owing }: OpenDate): boolean {
  if (is === 'leader') return true;
  if (is === 'group' && unit === null)
    return owing.some((one) => !GROUPS.some((group) => group.unit === one));
  return unit !== null && leads.includes(unit) && owing.includes(unit);
}

function isFor({ is }: Reader, stage: string): boolean {
  const overdueDay = stage.startsWith('late') ? Number(stage.slice('late'.length)) : 0;
  if (is === 'head') return overdueDay >= 1;
  return is === 'leader' ? overdueDay >= 3 : true;
}

/** The latest thing there is to say about a date; null: nothing yet. */
function stageOf(due: string, today: string): string | null {
  if (due < today) {
    let worked = 0;
    for (let day = plusDays(due, 1); day <= today; day = plusDays(day, 1)) if (isWorked(day)) worked += 1;
    return `late${worked % 2 === 1 ? worked : worked - 1}`;
  }
  const last = workedUpTo(due);
  const said = [7, 3, 1, 0].filter((days) => workedUpTo(plusDays(last, -days)) <= today);
  return said.length > 0 ? `before${said.at(-1)}` : null;
}

/** All that is over, in one line; what is close, with what is newly to be said of later dates, in another. */
function linesOf(number: number, owed: OpenDate[], news: OpenDate[], reader: Reader, today: string): Said[] {
  const left = (day: string) => daysFrom(today, workedUpTo(day));
  const late = owed.filter(({ day }) => day < today);
  // To a leader nothing but what is overdue is escalated.
  const isComing = (date: OpenDate) => date.day >= today && (left(date.day) <= 3 || news.includes(date));
  const coming = reader.is === 'leader' ? [] : owed.filter(isComing);
  const isNamed = reader.is !== 'officer' && reader.is !== 'head';
  const unitsOf = (dates: OpenDate[]) =>
    isNamed ? [...new Set(dates.flatMap(({ owing }) => owing))].toSorted() : [];
  const [oldest] = late;
  const [next] = coming;
  const days = (dates: OpenDate[]) => dates.map(({ day }) => day);
  return [
    ...(oldest
      ? [
          {
            colour: 'red' as const,
            number,
            dates: days(late),
            days: daysFrom(oldest.day, today),
            units: unitsOf(late),
          },
        ]
      : []),
    ...(next
      ? [
          {
            colour: left(next.day) <= 3 ? ('orange' as const) : ('green' as const),
            number,
            dates: days(coming),
            days: left(next.day),
            units: unitsOf(coming),
          },
        ]
      : []),
  ];
}
