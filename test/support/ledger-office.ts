import { choiceOffer } from '../../src/chat/delivery/offer-choices.ts';
import { fileWriter } from '../../src/chat/delivery/write-file.ts';
import { noticeWriter } from '../../src/chat/delivery/write-notice.ts';
import { chatHandler } from '../../src/chat/turns/handle-update.ts';
import { lostTopicWords } from '../../src/chat/words/topic-words.ts';
import { type MachineClock, ManualClock } from '../../src/clock.ts';
import { type Day, instantAt, writtenDay } from '../../src/domain/day.ts';
import type { Member, Role } from '../../src/domain/member.ts';
import { createLog } from '../../src/log.ts';
import { reportWriter } from '../../src/reports/report-writer.ts';
import { type DeliveryDeps, deliverNext } from '../../src/services/delivery/deliver-chat.ts';
import { handleInbox } from '../../src/services/delivery/handle-inbox.ts';
import { HeldClaims } from '../../src/services/delivery/held-claims.ts';
import { receiveUpdate } from '../../src/services/delivery/receive-update.ts';
import { reconcile } from '../../src/services/delivery/reconcile.ts';
import { defaultRules } from '../../src/services/office/office-rules.ts';
import { applyRoster } from '../../src/services/people/import-roster.ts';
import { applyPlan } from '../../src/services/plans/apply-plan.ts';
import { draftOf } from '../../src/services/plans/plan-draft.ts';
import type { Chat } from '../../src/services/ports/chats.ts';
import {
  type DocumentReader,
  FileRefused,
  type ReadPlan,
  type Roster,
} from '../../src/services/ports/documents.ts';
import type { InboundUpdate, PlatformName } from '../../src/services/ports/messenger.ts';
import { noMeter } from '../../src/services/ports/meter.ts';
import type { Organization } from '../../src/services/ports/offices.ts';
import type { NewNotice } from '../../src/services/ports/outbox.ts';
import type { Job, Queue } from '../../src/services/ports/queue.ts';
import { planDue } from '../../src/services/reminders/plan-due.ts';
import type { Planner } from '../../src/services/reminders/plan-office.ts';
import { planReminders } from '../../src/services/reminders/plan-reminders.ts';
import { submitReport } from '../../src/services/reports/submit-report.ts';
import type { OpenStorage } from '../../src/storage/open-storage.ts';
import { RecordingMessenger } from './ledger-messenger.ts';

/** A queue that keeps still: the tests are the timer, and see what was to be woken and when. */
export class NotedWakes implements Queue {
  readonly wakes: { job: Job; delayMs: number }[] = [];

  async wake(job: Job, delayMs = 0): Promise<void> {
    this.wakes.push({ job, delayMs });
  }

  /** The chats to be woken since the last look. */
  chats(): number[] {
    return this.wakes.splice(0).flatMap(({ job }) => (job.name === 'outbox' ? [job.chatId] : []));
  }

  /** The same of lanes. */
  lanes(): string[] {
    return this.wakes.splice(0).flatMap(({ job }) => (job.name === 'inbox' ? [job.lane] : []));
  }
}

/** A Monday morning. */
export const MONDAY = '2025-11-24 07:45';

const roster: Roster = {
  office: { name: 'UBND xã Suối Mơ' },
  units: [
    { name: 'Phòng Kinh tế', aliases: [] },
    { name: 'Văn phòng', aliases: [] },
  ],
  people: [
    person('Nguyễn Thị Lan', 'Phòng Kinh tế', 'officer'),
    person('Trần Văn Minh', 'Văn phòng', 'officer'),
    person('Lê Thu Hạnh', 'Phòng Kinh tế', 'officer', true),
    person('Vũ Thị Thu', null, 'clerk'),
  ],
  problems: [],
};

function person(name: string, unit: string | null, role: Role, unitHead = false): Roster['people'][number] {
  return { name, unit, title: '', role, unitHead };
}

export interface LedgerOfficeOptions {
  now?: string;
  queue?: Queue;
  messengers?: RecordingMessenger[];
  /** What the database's clock shows. Default: what the office's does, so that both go together. */
  databaseTime?: ManualClock;
}

type Handler = ReturnType<typeof chatHandler>;

/** Nobody sends files here. */
const noDocuments: DocumentReader = {
  read: () => Promise.reject(new FileRefused('not-a-document', 'no files here')),
  readPlan: () => Promise.reject(new FileRefused('not-a-document', 'no files here')),
  readRoster: () => Promise.reject(new FileRefused('not-a-document', 'no files here')),
};

/** An office seen from its ledger: the real storage, planner, sender and words, each run when a test says so. */
export class LedgerOffice {
  readonly opened: OpenStorage;
  readonly clock: ManualClock;
  readonly wakes = new NotedWakes();
  /** Where every message goes that goes nowhere else. */
  readonly console: RecordingMessenger;
  readonly deps: DeliveryDeps & { machine: MachineClock; rules: typeof defaultRules };
  /** What the chat does about an update. */
  readonly handler: Handler;

  constructor(
    opened: OpenStorage,
    { now = MONDAY, queue, messengers, databaseTime }: LedgerOfficeOptions = {},
  ) {
    const platforms = messengers ?? [new RecordingMessenger()];
    const [first] = platforms;
    if (!first) throw new Error('An office needs a platform to speak on');
    this.opened = opened;
    this.console = first;
    this.clock = new ManualClock(instantOf(now));
    const time = databaseTime ?? this.clock;
    const storage = opened.storageBy(() => time.now());
    const base = {
      storage,
      clock: this.clock,
      machine: this.clock,
      rules: defaultRules,
    };
    this.deps = {
      ...base,
      queue: queue ?? this.wakes,
      claims: new HeldClaims(storage.outbox),
      log: createLog('silent'),
      messengers: new Map(platforms.map((one) => [one.platform, one])),
      writeNotice: noticeWriter({ ...base, calendarsAt: null }),
      writeFile: fileWriter({ ...base, reportWriter }),
      offerChoices: choiceOffer({ storage, locale: 'vi' }),
      lostTopic: lostTopicWords,
      meter: noMeter,
    };
    this.handler = chatHandler({
      ...this.deps,
      locale: 'vi',
      documents: noDocuments,
      invitationLink: () => null,
      calendarsAt: null,
    });
  }

  get storage() {
    return this.deps.storage;
  }

  /** The roster comes in, and a plan with one task a row, numbered from 1. */
  async opens(rows: { lead: string; due: Day }[]): Promise<void> {
    const { office } = await this.storage.transaction(async (store) => {
      const known = (await store.offices.all()).find(({ code }) => code === 'XSM');
      const of = known
        ? ({ kind: 'known', office: known } as const)
        : ({ kind: 'new', code: 'XSM' } as const);
      return applyRoster(store, roster, of, 'vi', this.#shell());
    });
    await this.storage.transaction((store) =>
      applyPlan(store, office, draftOf(planOf(rows)), this.deps.rules, this.#shell()),
    );
  }

  at(moment: string): void {
    this.clock.set(instantOf(moment));
  }

  later(ms: number): void {
    this.clock.set(new Date(this.clock.now().getTime() + ms));
  }

  /** Reminders, and nothing else that an office is told of its own accord, unless it is named. */
  plan(planner: Planner = { atWork: [planReminders] }): Promise<void> {
    return planDue(this.deps, planner);
  }

  reconcile(): Promise<void> {
    return reconcile(this.deps);
  }

  /** What the queue does when it wakes a chat. */
  async deliver(chatId: number): Promise<void> {
    while (await deliverNext(this.deps, chatId));
  }

  /** What a platform does with an update that came in. */
  receive(update: InboundUpdate): Promise<void> {
    return receiveUpdate(this.deps)(update);
  }

  /** What the queue does when it wakes a lane. */
  handle(lane: string, handler: Partial<Handler> = {}): Promise<void> {
    return handleInbox({ ...this.deps, handler: { ...this.handler, ...handler } }, lane);
  }

  /** Everything that is owed now, by what the ledger says. */
  async deliverOwed(): Promise<void> {
    this.wakes.chats();
    await this.reconcile();
    for (const chatId of this.wakes.chats()) await this.deliver(chatId);
  }

  /** A member's private chat; its address is the member's given name, "lan". */
  async chatWith(givenName: string, platform: PlatformName = 'console'): Promise<Chat> {
    const member = await this.member(givenName);
    const chat = await this.storage.chats.at({
      platform,
      chat: { id: addressOf(givenName), kind: 'private' },
    });
    await this.storage.chats.bindToMember(chat.id, member);
    return this.storage.chats.byId(chat.id);
  }

  /** The group of a unit, or of the whole office. */
  async groupOf(
    unitName: string | null,
    id = 'group',
    threadId?: string,
    platform: PlatformName = 'console',
  ): Promise<Chat> {
    const address = threadId === undefined ? { id } : { id, threadId };
    const chat = await this.storage.chats.at({ platform, chat: { ...address, kind: 'group' } });
    const office = await this.#office();
    const unit = (await this.storage.offices.units(office.id)).find(({ name }) => name === unitName);
    await this.storage.chats.bindToOffice(chat.id, office.id, unit?.id ?? null);
    return this.storage.chats.byId(chat.id);
  }

  async prefers(givenName: string, platform: PlatformName): Promise<void> {
    await this.storage.offices.preferChannel((await this.member(givenName)).id, platform);
  }

  async member(givenName: string): Promise<Member> {
    const members = await this.storage.offices.members((await this.#office()).id);
    const member = members.find(({ name }) => name.endsWith(` ${givenName}`));
    if (!member) throw new Error(`Nobody here is called ${givenName}`);
    return member;
  }

  async reports(givenName: string, number: number): Promise<void> {
    const member = await this.member(givenName);
    const outcome = await this.storage.transaction((store) =>
      submitReport(store, {
        member,
        number,
        month: null,
        spokenOf: [],
        text: `xong ${number}`,
        evidence: [],
        updateId: null,
        at: this.clock.now(),
      }),
    );
    if (outcome.kind !== 'recorded') throw new Error(`The report was not recorded: ${outcome.kind}`);
  }

  /** Who has reported on the task of that number. */
  async reportsOn(number: number): Promise<string[]> {
    const board = await this.storage.plans.board((await this.#office()).id);
    const task = board.find((one) => one.number === number);
    const reports = task ? await this.storage.reports.ofTask(task.id) : [];
    return reports.flatMap(({ memberName }) => memberName ?? []);
  }

  /** A reply with these words waits for the chat. */
  async owes(chat: Chat, text: string, more: Partial<NewNotice> = {}): Promise<number> {
    const at = this.clock.now();
    const content = { lines: text.split('\n').map((line) => ({ text: line })) };
    const key = `test:${chat.id}:${text}`;
    const notice = { key, kind: 'reply' as const, chatId: chat.id, day: null, content, at, ...more };
    return (await this.storage.outbox.add(notice)).id;
  }

  async #office(): Promise<Organization> {
    const [office] = await this.storage.offices.all();
    if (!office) throw new Error('opens() comes first');
    return office;
  }

  #shell() {
    return { memberId: null, updateId: null, at: this.clock.now() };
  }
}

function addressOf(givenName: string): string {
  return givenName.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** "2025-11-24 07:45" on the office's clock. */
export function instantOf(moment: string): Date {
  const [day, clock] = moment.split(' ');
  return instantAt(day ?? '', clock ?? '');
}

function planOf(rows: { lead: string; due: Day }[]): ReadPlan {
  return {
    facts: { number: '12/KH-UBND', issuedOn: '2025-11-03', issuer: null, title: 'Kế hoạch', year: 2025 },
    tasks: rows.map(({ lead, due }, index) => ({
      no: String(index + 1),
      section: '',
      title: `Việc thứ ${index + 1}`,
      deadline: {
        kind: 'date',
        text: writtenDay(due),
        lastDay: due,
        statedDay: due,
        strictBefore: false,
        time: null,
      },
      lead: [lead],
      support: [],
      product: null,
      source: { row: index + 1 },
    })),
    unread: [],
  };
}
