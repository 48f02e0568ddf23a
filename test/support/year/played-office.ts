/** A story played through the real bot, beside the register that says what must come of it. */
import ExcelJS from 'exceljs';
import { expect } from 'vitest';
import { TestChat, type TestOffice } from '../test-office.ts';
import { type Day, isWorked } from './calendar.ts';
import { type Figures, figures, type Period } from './figures.ts';
import { type Group, Mornings } from './mornings.ts';
import { readMorning } from './read-morning.ts';
import { doneOn, type Register, type Work } from './register.ts';
import type { Act } from './story.ts';
import { wordsOf } from './words.ts';

export class PlayedOffice {
  readonly office: TestOffice;
  readonly register: Register;
  readonly #mornings: Mornings;
  readonly #groups: Group[];
  /** How often something was said. */
  readonly counts = { notices: 0, lines: 0, acts: 0, told: 0 };

  constructor(office: TestOffice, register: Register, groups: Group[]) {
    this.office = office;
    this.register = register;
    this.#groups = groups;
    this.#mornings = new Mornings(register, groups);
  }

  /** At a quarter to eight everybody has the notice that the README promises, and nobody anything else. */
  async morning(today: Day): Promise<void> {
    this.register.begins(today);
    await this.office.at(`${today} 07:45`);
    const expected = this.#mornings.of(today);
    const received = this.#unread();
    for (const [name, messages] of received) {
      const isGroup = this.#groups.some(({ title }) => title === name);
      const [text = '', ...more] = messages;
      expect(more, `only one message to ${name}, ${today}`).toEqual([]);
      const read = readMorning(text, isGroup ? null : name, today);
      expect(read, `${name}, ${today}`).toEqual(expected.get(name));
      this.counts.notices += 1;
      this.counts.lines += read.lines.length;
    }
    expect([...received.keys()].toSorted(), `who hears on ${today}`).toEqual([...expected.keys()].toSorted());
  }

  /** The bot's answer is the one that the act must have, and whoever must hear of it does, and nobody else. */
  async plays(act: Act, today: Day): Promise<void> {
    const words = wordsOf(act, this.counts.acts, today);
    this.counts.acts += 1;
    const chat = this.chat(act.who);
    const what = `${today}: ${JSON.stringify(act)} as “${words}”`;
    const { says, others } = this.register.does(act, today);
    if (words !== null) await chat.says(words);
    else if ('number' in act) await chat.presses(`Xong #${act.number}`);
    const received = this.#unread();
    const [answer, ...more] = received.get(act.who) ?? [];
    expect(answer, what).toMatch(says);
    expect(more, what).toEqual([]);
    received.delete(act.who);
    for (const { name, says: heard } of others) {
      expect(received.get(name)?.join('\n'), `${name} hears of ${what}`).toMatch(heard);
      this.counts.told += 1;
    }
    const expected = new Set(others.map(({ name }) => name));
    expect([...received.keys()].toSorted(), `who hears of ${what}`).toEqual([...expected].toSorted());
  }

  chat(name: string): TestChat {
    return new TestChat(name, name, this.office);
  }

  /** @returns what everybody has received since the last look */
  #unread(): Map<string, string[]> {
    const unread = new Map<string, string[]>();
    const names = [...this.register.joined, ...this.#groups.map(({ title }) => title)];
    for (const name of names) {
      const messages = this.office.takes(this.chat(name));
      if (messages.length > 0) unread.set(name, messages);
    }
    this.office.nothingElse();
    return unread;
  }

  /** The form of a period, by field and by unit. */
  async comparesStatistics(
    who: string,
    words: string,
    within: Period,
    year: number,
    today: Day,
  ): Promise<void> {
    const chat = this.chat(who);
    await chat.says(`/xuat thống kê ${words}`);
    chat.receives(/Thống kê/);
    const rows = await rowsOf(chat.receivesFile(/^thong-ke-.*\.xlsx$/));
    const { works, people } = this.register;
    const what = `${words}, on ${today}`;
    const counted = (some: Work[], unit: string | null = null) =>
      figures(some, within, { year, today, unit });
    expect(rows.get('Tổng số'), what).toEqual(counted(works));
    for (const section of new Set(works.filter((one) => !one.isOutside).map((one) => one.section))) {
      const theirs = counted(works.filter((work) => work.section === section));
      expect(rows.get(section.split('. ')[1] ?? '') ?? NOTHING, `${section}, ${what}`).toEqual(theirs);
    }
    for (const unit of new Set(people.flatMap((one) => one.unit ?? []))) {
      expect(rows.get(unit) ?? NOTHING, `${unit}, ${what}`).toEqual(counted(works, unit));
    }
  }

  /** Every date that is near or told of, and how it stands. */
  async comparesLedger(today: Day): Promise<void> {
    const [office] = await this.office.storage.offices.all();
    if (!office) throw new Error('There is no office');
    const units = await this.office.storage.offices.units(office.id);
    const members = await this.office.storage.offices.members(office.id);
    const board = await this.office.storage.plans.board(office.id);
    const isNear = (day: Day) => day <= today;
    const kept = board
      .map((task) => ({
        number: task.number,
        title: task.title,
        units: task.leads.flatMap(({ unitId }) => units.find(({ id }) => id === unitId)?.name ?? []),
        people: task.leads
          .flatMap(({ people = [] }) => people)
          .flatMap((id) => members.find((one) => one.id === id)?.name ?? []),
        dates: task.occurrences
          .filter(({ kind, lastDay }) => kind === 'due' && isNear(lastDay))
          .map((one) => [one.lastDay, one.originalDay ?? one.lastDay, one.state, one.reportedOn])
          .toSorted(),
      }))
      .toSorted((one, other) => one.number - other.number);
    const expected = this.register.works
      .filter(({ isActive }) => isActive)
      .map((work) => ({
        number: work.number,
        title: work.title,
        units: work.units,
        people: work.people.filter((name) => this.register.people.some((one) => one.name === name)),
        dates: work.dates
          .filter(({ kind, last }) => kind === 'due' && isNear(last))
          .map((date) => {
            const done = doneOn(work, date);
            const state = date.isPast ? 'past' : done === null ? 'open' : 'reported';
            return [date.last, date.planned, state, done];
          })
          .toSorted(),
      }))
      .toSorted((one, other) => one.number - other.number);
    expect(kept, `the ledger of ${today}`).toEqual(expected);
  }
}

const NOTHING: Figures = [0, 0, 0, 0, 0, 0, 0];

/** By the words in the second column. */
async function rowsOf(content: Uint8Array): Promise<Map<string, number[]>> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(content as never);
  const rows = new Map<string, number[]>();
  workbook.worksheets[0]?.eachRow((row) => {
    const cells: unknown[] = Array.isArray(row.values) ? row.values.slice(1) : [];
    rows.set(String(cells[1]), cells.slice(2).map(Number));
  });
  return rows;
}

/** Of ordinary weekends nothing is asked; on holidays nobody may hear anything. */
export function isPlayed(day: Day): boolean {
  return (
    isWorked(day) || ['2026-02-16', '2026-02-17', '2026-02-20', '2026-09-02', '2027-01-01'].includes(day)
  );
}
