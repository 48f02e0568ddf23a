/** Offices in one database, spoken with as by a platform: every message and every line of the log is seen, nothing is waited for. */

import { choiceOffer } from '../../src/chat/delivery/offer-choices.ts';
import { fileWriter } from '../../src/chat/delivery/write-file.ts';
import { noticeWriter } from '../../src/chat/delivery/write-notice.ts';
import { chatHandler } from '../../src/chat/turns/handle-update.ts';
import { lostTopicWords } from '../../src/chat/words/topic-words.ts';
import { ManualClock } from '../../src/clock.ts';
import { documentReader } from '../../src/documents/document-reader.ts';
import { readHere } from '../../src/documents/reading.ts';
import type { Member } from '../../src/domain/member.ts';
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
import type { Roster } from '../../src/services/ports/documents.ts';
import { laneOf } from '../../src/services/ports/inbox.ts';
import {
  DeliveryError,
  type InboundMessage,
  type InboundUpdate,
  type Messenger,
  type OutboundFile,
  type OutboundMessage,
} from '../../src/services/ports/messenger.ts';
import { noMeter } from '../../src/services/ports/meter.ts';
import type { Organization } from '../../src/services/ports/offices.ts';
import type { Job } from '../../src/services/ports/queue.ts';
import { planDue } from '../../src/services/reminders/plan-due.ts';
import { planReminders } from '../../src/services/reminders/plan-reminders.ts';
import type { OpenStorage } from '../../src/storage/open-storage.ts';
import { instantOf, type PlanRow, planOf, textOf } from './test-office.ts';

export interface Heard {
  chat: string;
  id: string;
  text: string;
  buttons: string[];
  file: OutboundFile | null;
}

export class OfficesHeard {
  readonly clock: ManualClock;
  /** Each line as it would be written. */
  readonly logged: string[] = [];
  /** Files that can be fetched, by their ids. */
  readonly files = new Map<string, Uint8Array>();
  readonly deps: DeliveryDeps & { machine: ManualClock; rules: typeof defaultRules };
  /** What the platform says to a message instead of taking it; null: it takes it. */
  refusal: (message: OutboundMessage) => Error | null = () => null;
  readonly #handler: ReturnType<typeof chatHandler>;
  readonly #woken: Job[] = [];
  readonly #heard: Heard[] = [];
  #count = 0;

  constructor(opened: OpenStorage, now: string) {
    this.clock = new ManualClock(instantOf(now));
    const storage = opened.storageBy(() => this.clock.now());
    const log = createLog('trace', { write: (line: string) => this.logged.push(line) });
    const base = { storage, clock: this.clock, machine: this.clock, rules: defaultRules, log };
    const messenger: Messenger = {
      platform: 'console',
      textLimit: 4096,
      hasButtons: true,
      send: async (message) => this.#hears(message, null),
      sendFile: async (chat, file) => this.#hears({ chat, lines: [{ text: file.name }] }, file),
      download: async ({ fileId }) => {
        const bytes = this.files.get(fileId);
        if (!bytes) throw new DeliveryError({ kind: 'permanent', reason: 'refused' }, 'no such file');
        return bytes;
      },
    };
    this.deps = {
      ...base,
      queue: {
        // What is to wait is looked at again with the next message to the chat.
        wake: async (job, delayMs = 0) => {
          if (delayMs === 0) this.#woken.push(job);
        },
      },
      claims: new HeldClaims(storage.outbox),
      meter: noMeter,
      messengers: new Map([['console', messenger]]),
      writeNotice: noticeWriter({ ...base, calendarsAt: 'https://nhachan.example.vn/lich' }),
      writeFile: fileWriter({ ...base, reportWriter }),
      offerChoices: choiceOffer({ storage, locale: 'vi' }),
      lostTopic: lostTopicWords,
    };
    this.#handler = chatHandler({
      ...this.deps,
      locale: 'vi',
      documents: documentReader(readHere),
      invitationLink: () => null,
      calendarsAt: 'https://nhachan.example.vn/lich',
    });
  }

  get storage() {
    return this.deps.storage;
  }

  async opens(code: string, roster: Roster, rows: PlanRow[], locale = 'vi'): Promise<Organization> {
    const shell = { memberId: null, updateId: null, at: this.clock.now() };
    return this.storage.transaction(async (store) => {
      const { office } = await applyRoster(store, roster, { kind: 'new', code }, locale, shell);
      await applyPlan(store, office, draftOf(planOf(rows)), defaultRules, shell);
      return office;
    });
  }

  /** @returns each member's account, which is also their private chat: "B:Lan" */
  async joinAll(office: Organization, prefix: string): Promise<Map<string, Member>> {
    const accounts = new Map<string, Member>();
    await this.storage.transaction(async (store) => {
      for (const member of await store.offices.members(office.id)) {
        const account = `${prefix}:${member.name.split(' ').at(-1)}`;
        const chat = await store.chats.at({ platform: 'console', chat: { id: account, kind: 'private' } });
        await store.offices.linkAccount(member.id, 'console', account, this.clock.now());
        await store.chats.bindToMember(chat.id, member);
        accounts.set(account, member);
      }
    });
    return accounts;
  }

  says(account: string, text: string, more: Partial<InboundMessage> = {}): Promise<Heard[]> {
    return this.hears(account, { id: account, kind: 'private' }, this.#message(text, more));
  }

  saysIn(group: string, account: string, text: string, more: Partial<InboundMessage> = {}): Promise<Heard[]> {
    return this.hears(account, { id: group, kind: 'group', title: group }, this.#message(text, more));
  }

  presses(account: string, data: string, messageId = 'none'): Promise<Heard[]> {
    return this.hears(account, { id: account, kind: 'private' }, { type: 'button', data, messageId });
  }

  sends(account: string, name: string, bytes: Uint8Array, text = ''): Promise<Heard[]> {
    const fileId = `file-${this.#count}`;
    this.files.set(fileId, bytes);
    return this.says(account, text, { attachments: [{ kind: 'file', fileId, name, size: bytes.length }] });
  }

  /** @returns all that is sent because of it, in whichever chat */
  async hears(
    account: string | null,
    chat: InboundUpdate['chat'],
    event: InboundUpdate['event'],
  ): Promise<Heard[]> {
    this.#count += 1;
    const update: InboundUpdate = {
      platform: 'console',
      id: `u${this.#count}`,
      chat,
      ...(account === null ? {} : { from: { id: account, name: account } }),
      event,
    };
    await receiveUpdate(this.deps)(update);
    await handleInbox({ ...this.deps, handler: this.#handler }, laneOf(update));
    return this.#delivered();
  }

  /** The morning comes. */
  async at(moment: string): Promise<Heard[]> {
    this.clock.set(instantOf(moment));
    await planDue(this.deps, { atWork: [planReminders] });
    await reconcile(this.deps);
    return this.#delivered();
  }

  async #delivered(): Promise<Heard[]> {
    for (;;) {
      const jobs = this.#woken.splice(0);
      const chats = new Set(jobs.flatMap((job) => (job.name === 'outbox' ? [job.chatId] : [])));
      if (chats.size === 0) return this.#heard.splice(0);
      for (const chatId of chats) while (await deliverNext(this.deps, chatId));
    }
  }

  #hears(message: OutboundMessage, file: OutboundFile | null): string {
    const refusal = this.refusal(message);
    if (refusal) throw refusal;
    this.#count += 1;
    const id = `m${this.#count}`;
    const buttons = message.buttons?.flat() ?? [];
    this.#heard.push({
      chat: message.chat.id,
      id,
      text: [textOf(message), ...buttons.map(({ label }) => label)].join('\n'),
      buttons: buttons.map(({ data }) => data),
      file,
    });
    return id;
  }

  #message(text: string, more: Partial<InboundMessage>): InboundMessage {
    return { type: 'message', messageId: `s${this.#count}`, text, addressed: true, attachments: [], ...more };
  }
}
