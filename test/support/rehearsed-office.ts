/** An office without chats and words: what its people do, straight to the services. */

import { instantAt } from '../../src/domain/day.ts';
import type { Member } from '../../src/domain/member.ts';
import { remindersForDay } from '../../src/domain/reminders-for-day.ts';
import { applyPlan } from '../../src/services/apply-plan.ts';
import { assignTask } from '../../src/services/assign-task.ts';
import { applyRoster } from '../../src/services/import-roster.ts';
import { leaveOutTask } from '../../src/services/leave-out-task.ts';
import { noticeItems } from '../../src/services/notice-items.ts';
import { defaultRules } from '../../src/services/office-rules.ts';
import { draftOf } from '../../src/services/plan-draft.ts';
import { planReminders } from '../../src/services/plan-reminders.ts';
import type { Organization } from '../../src/services/ports/offices.ts';
import { reminderId } from '../../src/services/ports/reminders.ts';
import type { Storage } from '../../src/services/ports/store.ts';
import { reviewReport } from '../../src/services/review-report.ts';
import { setAcceptFirst } from '../../src/services/set-accept-first.ts';
import { setDeadline } from '../../src/services/set-deadline.ts';
import { showProgress } from '../../src/services/show-progress.ts';
import { submitReport } from '../../src/services/submit-report.ts';
import { undoChange } from '../../src/services/undo-change.ts';
import { withdrawReport } from '../../src/services/withdraw-report.ts';
import { LAM_SON } from './office-of-lam-son.ts';
import { planOf } from './test-office.ts';

export type Deed =
  | { does: 'report' | 'withdraw'; who: string; number: number }
  | { does: 'review'; who: string; number: number; accepts: boolean }
  | { does: 'set-date'; number: number; words: string }
  | { does: 'assign'; number: number; unit: string }
  | { does: 'leave-out'; number: number }
  | { does: 'accept-first' }
  /** The next working day begins: its reminders are planned and said. */
  | { does: 'morning' }
  | { does: 'undo'; back: number };

const PLAN = [
  { title: 'Rà soát hộ nghèo', deadline: 'Trước ngày 26/11/2026', lead: 'VHXH' },
  { title: 'Nộp sáng kiến', deadline: '27/11/2026', lead: 'VHXH, KT' },
  { title: 'Báo cáo cải cách hành chính', deadline: 'Trước ngày 25 hằng tháng', lead: 'VHXH' },
  { title: 'Kiểm kê tài sản', deadline: 'Thứ 6 hằng tuần', lead: 'KT' },
];

let offices = 0;
let lastUpdate = 0;

export class RehearsedOffice {
  readonly #storage: Storage;
  readonly #office: Organization;
  readonly #people: Member[];
  #today = '2026-11-20';
  #clock = '14:00';

  private constructor(storage: Storage, office: Organization, people: Member[]) {
    // The planner is to see no other office.
    this.#storage = { ...storage, offices: { ...storage.offices, all: async () => [office] } };
    this.#office = office;
    this.#people = people;
  }

  static async open(storage: Storage): Promise<RehearsedOffice> {
    offices += 1;
    const at = instantAt('2026-11-20', '13:00');
    const shell = { memberId: null, updateId: null, at };
    const roster = { ...LAM_SON, office: { name: `UBND xã Lâm Sơn ${offices}` } };
    const { office } = await storage.transaction((store) => applyRoster(store, roster, 'vi', shell));
    await storage.transaction((store) =>
      applyPlan(store, office, draftOf(planOf(PLAN)), defaultRules, shell),
    );
    const people = await storage.offices.members(office.id);
    for (const person of people) {
      const chat = { id: `${office.id} ${person.name}`, kind: 'private' as const };
      const { id } = await storage.chats.at({ platform: 'console', chat });
      await storage.chats.bindToMember(id, person);
    }
    return new RehearsedOffice(storage, office, people);
  }

  /** @returns the message that did it; null where nothing came of it */
  async does(deed: Deed): Promise<number | null> {
    lastUpdate += 1;
    if (deed.does === 'morning') return this.#morning();
    const isDone = await this.#storage.transaction((store) => this.#outcome(store, deed));
    return isDone ? lastUpdate : null;
  }

  async undoes(updateId: number): Promise<boolean> {
    lastUpdate += 1;
    const [change] = await this.#storage.changes.ofUpdate(updateId);
    const member = this.#people.find(({ id }) => id === change?.memberId);
    if (!member) throw new Error(`Nobody did ${updateId}`);
    const request = { member, of: { update: updateId }, updateId: lastUpdate, at: this.#now() };
    const outcome = await this.#storage.transaction((store) =>
      undoChange(store, { ...request, rules: defaultRules }),
    );
    return outcome.kind === 'undone' && outcome.results.every(({ builtOn }) => builtOn === null);
  }

  /** Lists and figures. */
  async state() {
    const tasks = await this.#storage.plans.board(this.#office.id);
    const units = await this.#storage.offices.units(this.#office.id);
    const board = { office: { ...this.#office, name: '' }, tasks, units };
    const { progress, byUnit } = showProgress(board, null, {
      today: this.#today,
      calendar: defaultRules.calendar,
    });
    const nameOf = (id: number | null) => units.find((unit) => unit.id === id)?.name ?? null;
    return {
      acceptFirst: (await this.#storage.offices.byId(this.#office.id)).acceptFirst,
      progress,
      byUnit: byUnit.map(({ unit, progress: own }) => ({ unit: unit.name, own })),
      tasks: tasks.map(({ number, deadline, leads, supports, occurrences }) => ({
        number,
        deadline,
        leads: leads.map(({ unitId, words }) => ({ unit: nameOf(unitId), words })),
        supports: supports.map(({ words }) => words),
        occurrences: occurrences.map(({ id: _, reportedBy, waitingFor, ...one }) => ({
          ...one,
          reportedBy: reportedBy.map(nameOf).toSorted(),
          waitingFor: waitingFor.map(nameOf).toSorted(),
        })),
      })),
    };
  }

  /** What the planner would say on the next working day, each reminder in words that do not depend on ids. */
  async owed(): Promise<string[]> {
    const { calendar, stages: settings } = defaultRules;
    const today = calendar.nextWorkingDay(this.#today);
    const tasks = await this.#storage.plans.board(this.#office.id);
    const planned = remindersForDay({ tasks, members: this.#people, today, settings, calendar });
    const known = await this.#storage.reminders.known(planned.map(({ occurrence }) => occurrence.id));
    return planned
      .filter((one) => !known.has(reminderId({ ...one, occurrenceId: one.occurrence.id })))
      .flatMap(({ task, occurrence, recipient, stage }) => {
        if (recipient.kind === 'unit') return [];
        const name = this.#people.find(({ id }) => id === recipient.id)?.name;
        return [`#${task.number} ${occurrence.lastDay} ${name} ${stage}`];
      });
  }

  async #outcome(store: Parameters<typeof submitReport>[0], deed: Deed): Promise<boolean> {
    const updateId = lastUpdate;
    const at = this.#now();
    const clerk = this.#person('Hạnh');
    switch (deed.does) {
      case 'report': {
        const { number } = deed;
        const said = { number, month: null, spokenOf: [], text: 'xong', evidence: [], updateId, at };
        const outcome = await submitReport(store, { ...said, member: this.#person(deed.who) });
        return outcome.kind === 'recorded';
      }
      case 'withdraw': {
        const request = { member: this.#person(deed.who), number: deed.number, updateId, at };
        return (await withdrawReport(store, request)).kind === 'withdrawn';
      }
      case 'review': {
        const { accepts } = deed;
        const review = { of: { task: deed.number }, accepts, reason: 'thiếu', updateId, at };
        const { kind } = await reviewReport(store, { ...review, member: this.#person(deed.who) });
        return kind === 'accepted' || kind === 'returned';
      }
      case 'set-date': {
        const request = { member: clerk, number: deed.number, updateId, at };
        return (await setDeadline(store, request, deed.words, defaultRules)).kind === 'done';
      }
      case 'assign': {
        const request = { member: clerk, number: deed.number, updateId, at };
        return (await assignTask(store, request, { leads: deed.unit, supports: null })).kind === 'done';
      }
      case 'leave-out': {
        const request = { member: clerk, number: deed.number, updateId, at };
        return (await leaveOutTask(store, request)).kind === 'done';
      }
      case 'accept-first':
        return (await setAcceptFirst(store, { member: clerk, asks: true, updateId, at })).isChanged;
      default:
        throw new Error(`${deed.does} is nobody's message`);
    }
  }

  async #morning(): Promise<number> {
    this.#today = defaultRules.calendar.nextWorkingDay(this.#today);
    this.#clock = '07:45';
    const clock = { now: () => this.#now() };
    const queue = { wake: async () => {} };
    await planReminders({ storage: this.#storage, queue, clock, rules: defaultRules });
    for (const chat of await this.#storage.chats.ofOrganization(this.#office.id)) {
      for (const notice of await this.#storage.outbox.waitingForPerson(chat.id)) {
        const items = await noticeItems(this.#storage, notice, chat);
        await this.#storage.outbox.end(notice.id, items === null ? 'dropped' : 'sent', this.#now());
      }
    }
    this.#clock = '09:00';
    return lastUpdate;
  }

  #person(name: string): Member {
    const person = this.#people.find((one) => one.name.endsWith(name));
    if (!person) throw new Error(`${name} is not on the roster`);
    return person;
  }

  #now(): Date {
    return instantAt(this.#today, this.#clock);
  }
}
