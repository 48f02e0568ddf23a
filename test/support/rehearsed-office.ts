/** An office without chats and words: what its people do, straight to the services. */

import { instantAt } from '../../src/domain/day.ts';
import type { Member } from '../../src/domain/member.ts';
import { type OfficeSettings, rulesOf } from '../../src/domain/office-settings.ts';
import { remindersForDay } from '../../src/domain/reminders-for-day.ts';
import { stands } from '../../src/domain/report.ts';
import { askExtension } from '../../src/services/extensions/ask-extension.ts';
import { decideExtension } from '../../src/services/extensions/decide-extension.ts';
import { officeProgress } from '../../src/services/figures/show-progress.ts';
import { changeSetting } from '../../src/services/office/change-setting.ts';
import { defaultRules } from '../../src/services/office/office-rules.ts';
import { bindChat } from '../../src/services/people/bind-chat.ts';
import { addMember, changeMember, removeMember } from '../../src/services/people/change-members.ts';
import { chooseChannel } from '../../src/services/people/choose-channel.ts';
import { applyRoster } from '../../src/services/people/import-roster.ts';
import { nameUnit } from '../../src/services/people/name-unit.ts';
import {
  askParent,
  decideParent,
  leaveParent,
  makeParentCode,
} from '../../src/services/people/parent-link.ts';
import { recordLeave } from '../../src/services/people/record-leave.ts';
import { applyPlan } from '../../src/services/plans/apply-plan.ts';
import { importPlan, rosterImported } from '../../src/services/plans/decide-draft.ts';
import { draftOf } from '../../src/services/plans/plan-draft.ts';
import type { Chat } from '../../src/services/ports/chats.ts';
import type { ReadPlan, Roster } from '../../src/services/ports/documents.ts';
import type { Organization } from '../../src/services/ports/offices.ts';
import type { Draft } from '../../src/services/ports/plans.ts';
import type { Queue } from '../../src/services/ports/queue.ts';
import { type ReminderKey, reminderId } from '../../src/services/ports/reminders.ts';
import type { Storage, Store } from '../../src/services/ports/store.ts';
import { type NoticeItems, noticeItems } from '../../src/services/reminders/notice-items.ts';
import { planDue } from '../../src/services/reminders/plan-due.ts';
import type { Planner } from '../../src/services/reminders/plan-office.ts';
import { planReminders } from '../../src/services/reminders/plan-reminders.ts';
import { appoint, putOff } from '../../src/services/reminders/put-off.ts';
import { callOff, resume } from '../../src/services/reminders/resume.ts';
import { addEvidence, reportOn } from '../../src/services/reports/add-evidence.ts';
import { reviewReport } from '../../src/services/reports/review-report.ts';
import { submitReport } from '../../src/services/reports/submit-report.ts';
import { withdrawReport } from '../../src/services/reports/withdraw-report.ts';
import { addTask } from '../../src/services/tasks/add-task.ts';
import { assignTask } from '../../src/services/tasks/assign-task.ts';
import { decideTransfer } from '../../src/services/tasks/decide-transfer.ts';
import { leaveOutTask, takeBackTask } from '../../src/services/tasks/leave-out-task.ts';
import { noteTask } from '../../src/services/tasks/note-task.ts';
import { passOn } from '../../src/services/tasks/pass-on.ts';
import { setDeadline } from '../../src/services/tasks/set-deadline.ts';
import { startTask } from '../../src/services/tasks/start-task.ts';
import { undoChange } from '../../src/services/undo/undo-change.ts';
import { LAM_SON } from './office-of-lam-son.ts';
import { type PlanRow, planOf } from './test-office.ts';

/** What somebody says, and what it is about; a number is the place in {@link ROWS}, from 1. */
export type Deed =
  | { does: 'report'; who: string; number: number; withLink: boolean }
  | { does: 'withdraw'; who: string; number: number }
  | { does: 'review'; who: string; number: number; accepts: boolean }
  | { does: 'set-date'; number: number; words: string }
  | { does: 'assign'; number: number; unit: string }
  | { does: 'give'; who: string; number: number; to: string }
  | { does: 'pass-on'; who: string; number: number; to: string }
  | { does: 'answer-passing'; who: string; number: number; takes: boolean }
  | { does: 'go-on-leave'; who: string; days: string; substitute: string }
  | { does: 'leave-out' | 'take-back'; number: number }
  | { does: 'ask-time'; who: string; number: number; until: string }
  | { does: 'answer-time'; who: string; number: number; grants: boolean }
  | { does: 'name-unit'; words: string; unit: string }
  | { does: 'bind'; topic: string; unit: string | null }
  | { does: 'choose-channel'; who: string; platform: 'console' | 'telegram' }
  | { does: 'acceptance'; asks: boolean }
  | { does: 'add-evidence'; who: string; number: number }
  | { does: 'note'; who: string; number: number; kind: 'progress' | 'obstacle' | 'explanation' }
  /** Of all tasks, or of the one. */
  | { does: 'snooze'; who: string; number: number; ofAll: boolean; until: string }
  | { does: 'resume'; who: string; number: number; ofAll: boolean }
  | { does: 'appoint' | 'call-off'; who: string; number: number }
  | { does: 'add-task'; who: string }
  | { does: 'start'; who: string; event: string }
  | { does: 'setting'; setting: keyof typeof SETTINGS; isOwn: boolean }
  | { does: 'change-member'; person: string; words: string }
  | { does: 'remove-member'; person: string }
  | { does: 'add-member' }
  | { does: 'ask-parent' }
  | { does: 'decide-parent'; accepts: boolean }
  | { does: 'leave-parent'; isAbove: boolean }
  | { does: 'import'; document: keyof typeof DOCUMENTS }
  | { does: 'hire'; roster: keyof typeof ROSTERS };

/** Of when somebody wants to be reminded: nobody else's affair, and nothing is kept from being undone by it. */
const OWN: Deed['does'][] = ['snooze', 'resume', 'appoint', 'call-off'];

export function isOwnAffair({ does }: Deed): boolean {
  return OWN.includes(does);
}

/** What nobody says. */
export type Hour =
  /** The next working day begins: its reminders are planned, and said unless the platform is out of service. */
  | { does: 'morning'; isHeard: boolean }
  /** What has waited is said. */
  | { does: 'delivery' };

/** Left: whoever did it is not on the roster. Not allowed: is there as somebody else. */
export type UndoResult = 'undone' | 'in-part' | 'built-on' | 'too-late' | 'not-allowed' | 'left';

export const UNKNOWN_UNIT = 'Đoàn thanh niên';
const ROWS = [
  { title: 'Rà soát hộ nghèo', deadline: 'Trước ngày 26/11/2026', lead: 'VHXH' },
  { title: 'Nộp sáng kiến', deadline: '27/11/2026', lead: 'VHXH, KT' },
  { title: 'Báo cáo cải cách hành chính', deadline: 'Trước ngày 25 hằng tháng', lead: 'VHXH' },
  { title: 'Kiểm kê tài sản', deadline: 'Thứ 6 hằng tuần', lead: 'KT' },
  { title: 'Ra quân làm sạch môi trường', deadline: '30/11/2026', lead: UNKNOWN_UNIT },
  { title: 'Tuyên truyền chuyển đổi số', deadline: 'Thường xuyên', lead: 'VHXH' },
  { title: 'Trồng cây đầu xuân', deadline: '4/12/2026', lead: UNKNOWN_UNIT },
  { title: 'Nạo vét mương nội đồng', deadline: 'Thứ 4 hằng tuần', lead: 'VHXH, KT' },
  { title: 'Tập huấn phòng cháy', deadline: '7/12/2026', lead: 'KT' },
  {
    title: 'Sao gửi văn bản',
    deadline: 'Chậm nhất 03 ngày làm việc kể từ khi văn bản được ban hành',
    lead: 'VHXH',
  },
  { title: 'Tổng vệ sinh', deadline: '2/12/2026', lead: 'VHXH' },
];
const OUTSIDE = 'Ngoài kế hoạch';
const TRIGGERED = 10;
/** Stands in no plan. */
const ADDED = 11;
/** Those of the plan with which the office begins. */
export const FIRST_ROWS = [1, 2, 3, 4, 5, 6, TRIGGERED];
/** Those that come in later, if at all. */
export const LATER_ROWS = [7, 8, 9, ADDED];

/** What an office may decide for itself, besides whether reports are accepted first. */
export const SETTINGS = {
  daysBefore: [5, 2],
  overdueEveryWorkingDays: 1,
  unitHeadFromOverdueDay: 3,
  daysOff: ['2026-11-26'],
  closingDay: 20,
} satisfies OfficeSettings;

/** The office that may be above. */
const ABOVE: Roster = {
  office: { name: '' },
  units: [],
  people: [{ name: 'Nông Thị Cấp', unit: null, title: '', role: 'clerk', unitHead: false }],
  problems: [],
};

/** A row of {@link ROWS}, perhaps worded otherwise. */
function row(nth: number, otherwise: Partial<PlanRow> = {}): PlanRow {
  const found = ROWS[nth - 1];
  if (!found) throw new Error(`No row ${nth}`);
  return { ...found, ...otherwise };
}

export const DOCUMENTS = {
  /** Under a new number, and without the fifth row. */
  amended: planOf(
    [
      row(1, { deadline: '30/11/2026' }),
      row(2, { title: 'Nộp sáng kiến cấp cơ sở', lead: 'KT' }),
      row(3, { deadline: 'Trước ngày 10 hằng tháng' }),
      row(4, { lead: 'VHXH' }),
      row(6),
      row(7),
    ],
    { number: '12/KH-UBND' },
  ),
  /** Under the first number, in another order. */
  again: planOf(
    [
      row(1, { lead: 'VHXH, KT' }),
      row(3),
      row(4, { deadline: '27/11/2026' }),
      row(5),
      row(8),
      row(2),
      row(6),
    ],
    { issuedOn: '2026-11-20' },
  ),
  /** The first row stands in it twice, and its task is the second of them. */
  twice: planOf([row(1, { deadline: '4/12/2026', lead: 'KT' }), row(1), row(3), row(4), row(5), row(6)]),
  changes: planOf([row(1, { deadline: '4/12/2026' }), row(5, { lead: 'KT' }), row(7)], {
    number: '15/KH-UBND',
    title: 'Sửa đổi, bổ sung Kế hoạch số 07/KH-UBND',
  }),
  results: told(planOf([row(1), row(3), row(4)], { number: '31/BC-UBND', issuedOn: '2026-11-24' })),
  another: planOf([row(9)], { number: '20/KH-UBND' }),
} satisfies Record<string, ReadPlan>;

function told(plan: ReadPlan): ReadPlan {
  const reported = { text: 'Đã hoàn thành', evidence: [] };
  return { ...plan, tasks: plan.tasks.map((task) => ({ ...task, reported })) };
}

export const ROSTERS = {
  first: LAM_SON,
  /** Lan is in another unit, Việt is no head, Nam and Thái have left. */
  moved: {
    ...LAM_SON,
    people: LAM_SON.people
      .filter(({ name }) => !/Nam$|Thái$/.test(name))
      .map((person) => ({
        ...person,
        unitHead: false,
        unit: person.name.endsWith('Lan') ? 'Phòng Kinh tế' : person.unit,
      })),
  },
  /** Mai and her unit are new, and Lan is of it besides; Hưng has left, Nam is a leader. */
  grown: {
    ...LAM_SON,
    units: [
      ...LAM_SON.units.map((unit) => ({ ...unit, aliases: [...unit.aliases, `${unit.aliases[0]} xã`] })),
      { name: 'Phòng Hạ tầng', aliases: ['HT'] },
    ],
    people: [
      ...LAM_SON.people
        .filter(({ name }) => !name.endsWith('Hưng'))
        .map((person) => ({
          ...person,
          role: person.name.endsWith('Nam') ? ('leader' as const) : person.role,
          further: person.name.endsWith('Lan') ? [{ unit: 'Phòng Hạ tầng', unitHead: false }] : [],
        })),
      {
        name: 'Nông Thị Mai',
        unit: 'Phòng Kinh tế',
        title: '',
        role: 'officer' as const,
        unitHead: false,
        further: [{ unit: 'Phòng Hạ tầng', unitHead: true }],
      },
    ],
  },
} satisfies Record<string, Roster>;

/** A Monday: for the days to come, what was done the day before can still be undone. */
const START = '2026-11-23';

let offices = 0;
let lastUpdate = 0;

export class RehearsedOffice {
  readonly #storage: Storage;
  readonly #office: Organization;
  /** The clerk of the office that may be above, and its code. */
  readonly #above: { clerk: Member; code: string };
  /** Who is on the roster at the moment. */
  #people: Member[];
  /** Reminders that people have heard. */
  readonly #said = new Set<string>();
  #today = START;
  /** Of the day; one passes with whatever happens. */
  #minute = 14 * 60;

  private constructor(
    storage: Storage,
    office: Organization,
    people: Member[],
    above: { clerk: Member; code: string },
  ) {
    const { planning } = storage;
    // The planner is to see no other office.
    const due = async (now: Date) => (await planning.due(now)).filter((id) => id === office.id);
    this.#storage = { ...storage, planning: { ...planning, due } };
    this.#office = office;
    this.#people = people;
    this.#above = above;
  }

  static async open(storage: Storage): Promise<RehearsedOffice> {
    offices += 1;
    const at = instantAt(START, '13:00');
    const shell = { memberId: null, updateId: null, at };
    const roster = { ...LAM_SON, office: { name: `UBND xã Lâm Sơn ${offices}` } };
    const isNew = { kind: 'new', code: `LS${offices}` } as const;
    const { office } = await storage.transaction((store) => applyRoster(store, roster, isNew, 'vi', shell));
    await storage.transaction((store) =>
      applyPlan(store, office, draftOf(planOf(FIRST_ROWS.map((nth) => row(nth)))), defaultRules, shell),
    );
    const people = await storage.offices.members(office.id);
    for (const person of people) {
      const chat = { id: `${office.id} ${person.name}`, kind: 'private' as const };
      const { id } = await storage.chats.at({ platform: 'console', chat });
      await storage.chats.bindToMember(id, person);
    }
    return new RehearsedOffice(storage, office, people, await officeAbove(storage, at));
  }

  /** @returns the message that did it; null where nothing came of it */
  async does(deed: Deed): Promise<number | null> {
    lastUpdate += 1;
    return this.reads(deed);
  }

  /** A message that was edited says this now: what it said before has just been undone by it. */
  async reads(deed: Deed): Promise<number | null> {
    this.#minute += 1;
    if ('who' in deed && !this.#people.some(({ name }) => name.endsWith(deed.who))) return null;
    const isDone = await this.#storage.transaction((store) => this.#outcome(store, deed));
    await this.#meetPeople();
    return isDone ? lastUpdate : null;
  }

  async passes(hour: Hour): Promise<void> {
    if (hour.does === 'morning') {
      this.#today = defaultRules.calendar.nextWorkingDay(this.#today);
      this.#minute = 7 * 60 + 45;
      await this.plans();
    }
    this.#minute += 1;
    if (hour.does === 'delivery' || hour.isHeard) await this.#deliver();
    this.#minute = Math.max(this.#minute, 9 * 60);
  }

  /** The planner's minute, if the office's moment has come. @returns the chats that hear something new */
  async plans(planner: Planner = { atWork: [planReminders] }): Promise<number[]> {
    const woken: number[] = [];
    const queue: Queue = {
      async wake(job) {
        if (job.name === 'outbox') woken.push(job.chatId);
      },
    };
    const clock = { now: () => this.#now() };
    await planDue({ storage: this.#storage, queue, clock, rules: defaultRules }, planner);
    return woken;
  }

  /** As if its moment had come, whatever has happened, with all that tasks and dates there are. */
  async comesDue(): Promise<void> {
    await this.#storage.planning.lookAtAll();
  }

  async undoes(updateId: number): Promise<UndoResult> {
    lastUpdate += 1;
    this.#minute += 1;
    const [change] = await this.#storage.changes.ofUpdate(updateId);
    const member = [...this.#people, this.#above.clerk].find(({ id }) => id === change?.memberId);
    if (!member) return 'left';
    const by = { organizationId: member.organizationId, by: member };
    const request = { ...by, of: { update: updateId }, updateId: lastUpdate, at: this.#now() };
    const outcome = await this.#storage.transaction((store) =>
      undoChange(store, { ...request, rules: defaultRules }),
    );
    await this.#meetPeople();
    if (outcome.kind === 'too-late' || outcome.kind === 'not-allowed') return outcome.kind;
    if (outcome.kind !== 'undone') throw new Error(`Undoing ${updateId} ended with ${outcome.kind}`);
    const standing = outcome.results.filter(({ builtOn }) => builtOn !== null);
    if (standing.length === 0) return 'undone';
    return standing.length < outcome.results.length ? 'in-part' : 'built-on';
  }

  /** All that the message did. */
  async isUndone(updateId: number): Promise<boolean> {
    return (await this.#storage.changes.ofUpdate(updateId)).every(({ undoneAt }) => undoneAt !== null);
  }

  /** The ledger without its ids, lists and figures; without the numbers of tasks too, which stay taken. */
  async state() {
    const board = await this.#storage.plans.board(this.#office.id);
    const tasks = board.toSorted((one, other) => (one.title < other.title ? -1 : 1));
    const standings = await this.#storage.plans.standings(this.#office.id);
    const plans = await this.#storage.plans.ofOrganization(this.#office.id);
    const units = await this.#storage.offices.units(this.#office.id);
    const shown = { office: { ...this.#office, name: '' }, tasks, units, members: this.#people, notes: [] };
    const { progress, byUnit } = officeProgress(shown, {
      today: this.#today,
      calendar: defaultRules.calendar,
    });
    const rowOf = (id: number) => {
      const { key: _, ...words } = standings.find((one) => one.id === id)?.standing.row ?? {};
      // Of what stands in no plan its place is its number.
      return 'section' in words && words.section === OUTSIDE ? { ...words, position: 0 } : words;
    };
    const nameOf = (id: number | null) => units.find((unit) => unit.id === id)?.name ?? null;
    const asked = await this.#storage.extensions.openOfOffice(this.#office.id, this.#today);
    const dayOf = (id: number) =>
      tasks.flatMap(({ occurrences }) => occurrences).find((one) => one.id === id)?.lastDay;
    return {
      settings: Object.entries((await this.#storage.offices.byId(this.#office.id)).settings).toSorted(),
      above: (await this.#storage.parents.above(this.#office.id))?.state ?? null,
      progress,
      byUnit: byUnit.map(({ unit, progress: own }) => ({ unit: unit.name, own })),
      tasks: await Promise.all(
        tasks.map(async ({ id: taskId, deadline, leads, supports, occurrences }) => ({
          row: rowOf(taskId),
          deadline,
          leads: leads.map(({ unitId, words }) => ({ unit: nameOf(unitId), words })),
          supports: supports.map(({ words }) => words),
          notes: (await this.#storage.notes.ofTask(taskId)).map(({ kind, memberName, percent, text }) => ({
            kind,
            memberName,
            percent,
            text,
          })),
          occurrences: occurrences.map(({ id: _, reportedBy, waitingFor, ...one }) => ({
            ...one,
            reportedBy: reportedBy.map(nameOf).toSorted(),
            waitingFor: waitingFor.map(nameOf).toSorted(),
          })),
          reports: (await this.#storage.reports.ofTask(taskId))
            .filter(({ state }) => stands(state))
            .map(({ occurrenceId, memberName, unitIds, evidence, state, found, answer }) => ({
              day: dayOf(occurrenceId),
              memberName,
              units: unitIds.map(nameOf),
              evidence,
              state,
              found,
              answer: answer && { name: answer.name, reason: answer.reason },
            })),
        })),
      ),
      leftOut: (await this.#storage.plans.leftOut(this.#office.id)).map(({ title }) => title).toSorted(),
      plans: plans
        .filter(({ key }) => key !== null)
        .map(({ id: _, organizationId: __, importedAt: ___, ...plan }) => plan),
      people: this.#people.map(({ name, title, role, unitHead, unitId, further }) => ({
        name,
        title,
        role,
        unitHead,
        unit: nameOf(unitId),
        further: further.map((one) => nameOf(one.unitId)),
      })),
      units: units.map(({ name, aliases }) => ({ name, aliases })),
      asked: asked.map(({ occurrenceId, askedDay, state }) => ({
        day: dayOf(occurrenceId),
        askedDay,
        state,
      })),
      passedOn: (await this.#storage.transfers.openOfOffice(this.#office.id)).map(
        ({ taskId, fromUnitId, toUnitId }) => ({
          number: tasks.find(({ id }) => id === taskId)?.number,
          from: nameOf(fromUnitId),
          to: nameOf(toUnitId),
        }),
      ),
      away: (await this.#storage.absences.ofOffice(this.#office.id, START)).map((one) => ({
        ...one,
        id: null,
        memberId: this.#people.find(({ id }) => id === one.memberId)?.name,
        substituteId: this.#people.find(({ id }) => id === one.substituteId)?.name,
      })),
      names: (await this.#storage.offices.taughtAliases(this.#office.id)).map(({ unitId, aliases }) => ({
        unit: nameOf(unitId),
        aliases,
      })),
      groups: (await this.#storage.chats.ofOrganization(this.#office.id))
        .filter(({ kind }) => kind === 'group')
        .map(({ address, unitId }) => `${address.threadId} ${nameOf(unitId)}`)
        .toSorted(),
      channels: await Promise.all(this.#people.map(({ id }) => this.#storage.offices.channelOf(id))),
    };
  }

  /** What people have said of when they want to be reminded themselves. */
  async ownReminders() {
    const tasks = await this.#storage.plans.board(this.#office.id);
    const titleOf = (id: number | null) => tasks.find((one) => one.id === id)?.title ?? null;
    const snoozes = await this.#storage.ownReminders.snoozesOn(this.#office.id, this.#today);
    return {
      putOff: snoozes
        .filter(({ taskId }) => taskId === null || titleOf(taskId) !== null)
        .toSorted((one, other) => one.id - other.id)
        .map(({ memberId, taskId, until }) => ({
          who: this.#people.find(({ id }) => id === memberId)?.name,
          task: titleOf(taskId),
          // Of a task it ends with whatever day was its next then, and what is due is told all the same.
          until: taskId === null ? until : null,
        })),
      appointments: await Promise.all(
        this.#people.map(async ({ id }) =>
          (await this.#storage.ownReminders.appointmentsOf(id)).flatMap(
            ({ taskId }) => titleOf(taskId) ?? [],
          ),
        ),
      ),
    };
  }

  /**
   * What people have heard so far, what is due to be said by the next working day, and what of it the planner would say
   * then: each reminder in words that do not depend on ids.
   */
  async reminders(): Promise<Record<'said' | 'due' | 'owed', ReadonlySet<string>>> {
    await this.#deliver();
    const { settings: own } = await this.#storage.offices.byId(this.#office.id);
    const { calendar, stages: settings } = rulesOf(defaultRules, own);
    const today = calendar.nextWorkingDay(this.#today);
    const tasks = await this.#storage.plans.board(this.#office.id);
    const absences = await this.#storage.absences.ofOffice(this.#office.id, today);
    const planned = remindersForDay({ tasks, members: this.#people, absences, today, settings, calendar });
    const known = await this.#storage.reminders.known(planned.map(({ occurrence }) => occurrence.id));
    const owed = planned.filter((one) => !known.has(reminderId({ ...one, occurrenceId: one.occurrence.id })));
    const worded = (reminders: typeof planned) =>
      reminders.flatMap(({ task, occurrence, recipient, stage }) => {
        const person = this.#people.find(({ id }) => recipient.kind === 'member' && id === recipient.id);
        return person ? [inWords(task.title, occurrence.lastDay, person, stage)] : [];
      });
    return { said: this.#said, due: new Set(worded(planned)), owed: new Set(worded(owed)) };
  }

  async #outcome(store: Store, deed: Deed): Promise<boolean> {
    const message = { updateId: lastUpdate, at: this.#now() };
    const clerk = this.#person('Hạnh');
    const number = 'number' in deed ? await this.#numberOf(store, deed.number) : 0;
    const ofClerk = { member: clerk, number, ...message };
    switch (deed.does) {
      case 'report': {
        const evidence = deed.withLink
          ? [{ kind: 'link' as const, value: 'https://lamson.example.vn/a' }]
          : [];
        const said = { number, month: null, spokenOf: [], text: 'xong', evidence, ...message };
        const { kind } = await submitReport(store, { ...said, member: this.#person(deed.who) });
        return kind === 'recorded' || kind === 'evidence-added';
      }
      case 'withdraw': {
        const request = { member: this.#person(deed.who), number, ...message };
        return (await withdrawReport(store, request)).kind === 'withdrawn';
      }
      case 'review': {
        const review = { of: { task: number }, accepts: deed.accepts, reason: 'thiếu', ...message };
        const { kind } = await reviewReport(store, { ...review, member: this.#person(deed.who) });
        return kind === 'accepted' || kind === 'returned';
      }
      case 'set-date':
        return (await setDeadline(store, ofClerk, deed.words, defaultRules)).kind === 'done';
      case 'assign':
        return (
          (await assignTask(store, ofClerk, { leads: deed.unit, supports: null, chosen: [] })).kind === 'done'
        );
      case 'give': {
        const request = { member: this.#person(deed.who), number, ...message };
        const words = { leads: deed.to, supports: null, chosen: [] };
        return (await assignTask(store, request, words)).kind === 'done';
      }
      case 'pass-on': {
        const { number, to } = deed;
        return (
          (await passOn(store, { member: this.#person(deed.who), number, to, ...message })).kind === 'asked'
        );
      }
      case 'answer-passing': {
        const answer = { of: { task: deed.number }, takes: deed.takes, ...message };
        const { kind } = await decideTransfer(store, { ...answer, member: this.#person(deed.who) });
        return kind === 'accepted' || kind === 'refused';
      }
      case 'go-on-leave': {
        const { days, substitute } = deed;
        const said = { who: null, days, substitute, rules: defaultRules, ...message };
        return (await recordLeave(store, { ...said, member: this.#person(deed.who) })).kind === 'recorded';
      }
      case 'leave-out':
        return (await leaveOutTask(store, ofClerk)).kind === 'done';
      case 'take-back':
        return (await takeBackTask(store, ofClerk, defaultRules)).kind === 'done';
      case 'ask-time': {
        const { until } = deed;
        const asking = { number, until, reason: 'chờ số liệu', calendar: defaultRules.calendar, ...message };
        return (await askExtension(store, { ...asking, member: this.#person(deed.who) })).kind === 'asked';
      }
      case 'answer-time': {
        const answer = { of: { task: number }, grants: deed.grants, ...message };
        const { kind } = await decideExtension(store, { ...answer, member: this.#person(deed.who) });
        return kind === 'granted' || kind === 'refused';
      }
      case 'name-unit': {
        const { words, unit } = deed;
        const byClerk = { organizationId: clerk.organizationId, by: clerk };
        return (await nameUnit(store, { ...byClerk, words, unit, ...message })).kind === 'named';
      }
      case 'bind': {
        const { unit } = deed;
        const chat = await this.#topic(store, deed.topic);
        return (await bindChat(store, { member: clerk, chat, unit, ...message })).kind === 'bound';
      }
      case 'choose-channel': {
        const member = this.#person(deed.who);
        await chooseChannel(store, member, deed.platform, { memberId: member.id, ...message });
        return true;
      }
      case 'acceptance': {
        const [value, { organizationId }] = [deed.asks ? true : undefined, clerk];
        const asked = { organizationId, by: clerk, setting: 'acceptFirst', value, ...message } as const;
        return (await changeSetting(store, asked)).kind === 'changed';
      }
      case 'add-evidence':
      case 'note':
      case 'snooze':
      case 'resume':
      case 'appoint':
      case 'call-off':
        return this.#ownDeed(store, deed, { member: this.#person(deed.who), number, ...message });
      case 'add-task': {
        if ((await this.#numberOf(store, ADDED)) > 0) return false;
        const { title, lead, deadline } = row(ADDED);
        const asked = { words: `${title}, ${lead}, ${deadline}`, planTitle: OUTSIDE, ...message };
        const request = { ...asked, member: this.#person(deed.who) };
        return (await addTask(store, request, defaultRules)).kind === 'added';
      }
      case 'start': {
        const request = {
          member: this.#person(deed.who),
          number: await this.#numberOf(store, TRIGGERED),
          ...message,
        };
        return (await startTask(store, request, deed.event, defaultRules)).kind === 'started';
      }
      case 'setting': {
        const { setting, isOwn } = deed;
        const value = isOwn ? SETTINGS[setting] : undefined;
        const asked = { organizationId: clerk.organizationId, by: clerk, setting, value, ...message };
        return (await changeSetting(store, asked)).kind === 'changed';
      }
      case 'change-member':
      case 'remove-member':
      case 'add-member':
        return this.#memberChanged(store, deed, {
          organizationId: clerk.organizationId,
          by: clerk,
          ...message,
        });
      case 'ask-parent':
      case 'decide-parent':
      case 'leave-parent':
        return this.#parentDeed(store, deed, { member: clerk, ...message });
      case 'import': {
        const content = draftOf(DOCUMENTS[deed.document]);
        const draft = await this.#draft(store, 'plan', content);
        return (await importPlan(store, draft, defaultRules, message)).kind === 'applied';
      }
      case 'hire': {
        const roster = { ...ROSTERS[deed.roster], office: { name: this.#office.name } };
        const draft = await this.#draft(store, 'roster', roster);
        const author = { memberId: clerk.id, ...message };
        const of = { kind: 'known', office: this.#office } as const;
        const { changed } = await applyRoster(store, roster, of, 'vi', author);
        await rosterImported(store, draft, changed, message);
        return true;
      }
    }
  }

  async #memberChanged(
    store: Store,
    deed: Extract<Deed, { does: 'change-member' | 'remove-member' | 'add-member' }>,
    request: Parameters<typeof addMember>[1],
  ): Promise<boolean> {
    switch (deed.does) {
      case 'add-member':
        return (await addMember(store, request, 'Nông Thị Mai, VHXH, chuyên viên')).kind === 'added';
      case 'change-member':
        return (await changeMember(store, request, deed.person, deed.words)).kind === 'changed';
      case 'remove-member':
        return (await removeMember(store, request, deed.person)).kind === 'removed';
    }
  }

  async #parentDeed(
    store: Store,
    deed: Extract<Deed, { does: 'ask-parent' | 'decide-parent' | 'leave-parent' }>,
    byClerk: Parameters<typeof askParent>[2],
  ): Promise<boolean> {
    const byAbove = { ...byClerk, member: this.#above.clerk };
    switch (deed.does) {
      case 'ask-parent':
        return (await askParent(store, this.#above.code, byClerk)).kind === 'asked';
      case 'decide-parent': {
        const link = await store.parents.above(this.#office.id);
        const decision = { linkId: link?.id ?? 0, accepts: deed.accepts };
        const { kind } = await decideParent(store, decision, byAbove);
        return kind === 'linked' || kind === 'refused';
      }
      case 'leave-parent': {
        const named = deed.isAbove ? this.#office.name : '';
        return (await leaveParent(store, named, deed.isAbove ? byAbove : byClerk)).kind === 'left';
      }
    }
  }

  /** What people do for themselves, or say of a task. */
  async #ownDeed(
    store: Store,
    deed: Extract<Deed, { does: 'add-evidence' | 'note' | 'snooze' | 'resume' | 'appoint' | 'call-off' }>,
    request: { member: Member; number: number; updateId: number; at: Date },
  ): Promise<boolean> {
    const { member, number, at } = request;
    const ofAll = 'ofAll' in deed && deed.ofAll ? { ...request, number: null } : request;
    switch (deed.does) {
      case 'add-evidence': {
        const task = (await store.plans.board(this.#office.id)).find((one) => one.number === number);
        const report = task ? await reportOn(store, member, task.id, at) : null;
        const evidence = [{ kind: 'link' as const, value: 'https://lamson.example.vn/b' }];
        return (
          report !== null && (await addEvidence(store, { ...request, report, evidence, text: '' })) !== null
        );
      }
      case 'note': {
        const said = { ...request, kind: deed.kind, percent: deed.kind === 'progress' ? 60 : null };
        return (await noteTask(store, { ...said, text: deed.kind })).kind === 'noted';
      }
      case 'snooze':
        return (await putOff(store, ofAll, deed.until)).kind === 'put-off';
      case 'resume':
        return (await resume(store, ofAll)).kind === 'resumed';
      case 'appoint':
        return (await appoint(store, request, instantAt('2026-12-20', '15:00'))).kind === 'appointed';
      case 'call-off':
        return (await callOff(store, request, { numbers: [number], dueAt: null })).kind === 'called-off';
    }
  }

  async #deliver(): Promise<void> {
    for (const chat of await this.#storage.chats.ofOrganization(this.#office.id)) {
      for (const notice of await this.#storage.outbox.waitingForPerson(chat.id)) {
        const found = await noticeItems(this.#storage, notice, chat, this.#now());
        const reminders = await this.#storage.reminders.ofNotice(notice.id);
        for (const one of found === null ? [] : heard(found, reminders)) this.#said.add(one);
        await this.#storage.outbox.end(notice, found === null ? 'dropped' : 'sent', this.#now());
      }
    }
  }

  #draft(store: Store, kind: Draft['kind'], content: unknown): Promise<Draft> {
    const { organizationId, id: memberId } = this.#person('Hạnh');
    const draft = { organizationId, memberId, kind, fileName: 'tep', content };
    return store.plans.saveDraft(draft, this.#now());
  }

  /** Of the task that the row is, if the office has it; an amended plan may have worded it at more length. */
  async #numberOf(store: Store, nth: number): Promise<number> {
    const { title } = row(nth);
    const all = await store.plans.standings(this.#office.id);
    const isRow = ({ standing }: (typeof all)[number]) =>
      (standing.active || standing.leftOut) && standing.row.title.startsWith(title);
    return all.find(isRow)?.number ?? 0;
  }

  async #meetPeople(): Promise<void> {
    this.#people = await this.#storage.offices.members(this.#office.id);
  }

  #topic(store: Store, threadId: string): Promise<Chat> {
    const chat = { id: `${this.#office.id} nhóm`, threadId, kind: 'group' as const };
    return store.chats.at({ platform: 'console', chat });
  }

  #person(name: string): Member {
    const person = this.#people.find((one) => one.name.endsWith(name));
    if (!person) throw new Error(`${name} is not on the roster`);
    return person;
  }

  #now(): Date {
    return new Date(instantAt(this.#today, '00:00').getTime() + this.#minute * 60_000);
  }
}

/** It has given its code already. */
async function officeAbove(storage: Storage, at: Date): Promise<{ clerk: Member; code: string }> {
  const shell = { memberId: null, updateId: null, at };
  const roster = { ...ABOVE, office: { name: `UBND tỉnh ${offices}` } };
  return storage.transaction(async (store) => {
    const isNew = { kind: 'new', code: `T${offices}` } as const;
    const { office } = await applyRoster(store, roster, isNew, 'vi', shell);
    const [clerk] = await store.offices.members(office.id);
    if (!clerk) throw new Error('Nobody works there');
    lastUpdate += 1;
    const made = await makeParentCode(store, { member: clerk, updateId: lastUpdate, at });
    if (made.kind !== 'made') throw new Error('No code');
    return { clerk, code: made.code.code };
  });
}

function heard({ member, items }: NoticeItems, reminders: ReminderKey[]): string[] {
  return items.flatMap(({ task, news }) =>
    news.flatMap(({ id, lastDay }) =>
      reminders
        .filter(({ occurrenceId }) => member && occurrenceId === id)
        .map(({ stage }) => inWords(task.title, lastDay, member, stage)),
    ),
  );
}

function inWords(title: string, lastDay: string, person: Member | null, stage: string): string {
  return `${title} ${lastDay} ${person?.name} ${stage}`;
}
