import { expect } from 'vitest';
import { bringInRoster } from '../../src/chat/commands/bring-in-roster.ts';
import { ManualClock } from '../../src/clock.ts';
import { type Config, readConfig } from '../../src/config.ts';
import { type Reading, readHere } from '../../src/documents/reading.ts';
import { instantAt } from '../../src/domain/day.ts';
import { parseDeadline } from '../../src/domain/deadline/parse-deadline.ts';
import type { PersonalNews } from '../../src/domain/giving.ts';
import type { Member } from '../../src/domain/member.ts';
import { matchPeople } from '../../src/domain/names.ts';
import { type Limits, NO_LIMITS } from '../../src/domain/pace.ts';
import { createLog } from '../../src/log.ts';
import { type Office, startOffice } from '../../src/main.ts';
import { ConsolePlatform } from '../../src/platforms/console/console-platform.ts';
import type { Ticker } from '../../src/platforms/shared/ticker.ts';
import { reconcile } from '../../src/services/delivery/reconcile.ts';
import { inviteMember } from '../../src/services/people/invite-member.ts';
import { whichOffice } from '../../src/services/people/which-office.ts';
import { applyPlan } from '../../src/services/plans/apply-plan.ts';
import { draftOf } from '../../src/services/plans/plan-draft.ts';
import type { ReadPlan, Roster } from '../../src/services/ports/documents.ts';
import type { Button, OutboundFile, OutboundMessage } from '../../src/services/ports/messenger.ts';
import type { Store } from '../../src/services/ports/store.ts';
import { noteSilent } from '../../src/services/reminders/note-silent.ts';
import { planDue } from '../../src/services/reminders/plan-due.ts';
import { planReminders } from '../../src/services/reminders/plan-reminders.ts';
import { embeddedDatabase } from './databases.ts';
import { type OpenDatabase, openedOnce } from './open-database.ts';
import { eventually, HANG_MS } from './patience.ts';
import type { TelegramStandIn } from './telegram/stand-in.ts';
import type { ZaloStandIn } from './zalo/stand-in.ts';
import { TestTicker } from './zalo/ticker.ts';
import type { ZaloBotStandIn } from './zalo-bot/stand-in.ts';

export interface PlanRow {
  title: string;
  deadline: string;
  lead: string;
  support?: string;
  /** Its headings, as the reader joins them: "A. … > I. …". */
  section?: string;
}

interface Received {
  id: string;
  message: OutboundMessage;
  /** What came with it; its words are the file's name then. */
  file: OutboundFile | null;
  isRead: boolean;
}

export interface TestOfficeOptions {
  /** The embedded one where none is named. */
  database?: OpenDatabase;
  /** Finds what the office before it has left, as after a restart; otherwise the database is emptied. */
  goesOn?: true;
  redisUrl?: string;
  /** People on Telegram besides those at the console. */
  telegram?: TelegramStandIn;
  /**
   * The same on Zalo, with the session that a login left in the file. Its long waits end when a test says so: a line is not
   * given up because the machine is slow.
   */
  zalo?: { standIn: ZaloStandIn; sessionFile: string; ticker?: Ticker };
  /** The same with a bot of Zalo's own platform. */
  zaloBot?: { standIn: ZaloBotStandIn; webhookUrl?: string };
  /** The service can be fetched from, at that port. */
  publicPort?: number;
  /** How much one person may ask at once; none where a test does not speak of it: its clock stands still. */
  limits?: Limits;
  /** The clerks get their weekly note of who cannot be reached; most days are about something else. */
  weeklyNotes?: true;
  /** How files are read: in place, which is cheap, unless the day is about that. */
  read?: Reading;
}

let lastOpened: Office | undefined;

/** The stand-in takes everything at once; nobody's turn is put off because the machine is slow. */
const UNHURRIED = {
  perSecond: 1e6,
  perSecondInChat: 1e6,
  perMinuteInGroup: 1e6,
  patience: { ms: HANG_MS, inChatMs: HANG_MS },
};
const GAPLESS = { gapMs: 0, gapInChatMs: 0, longestWaitMs: HANG_MS };

/**
 * An office at work, with real planner, ledger, queue, commands and wording; only the clock and the chat platform are
 * the test's. Every message that the bot sends must be expected: {@link nothingElse} fails on any other.
 */
export class TestOffice {
  readonly #office: Office;
  readonly #clock: ManualClock;
  readonly #platform: ConsolePlatform;
  readonly #received: Map<string, Received[]>;
  readonly #hasWeeklyNotes: boolean;

  private constructor(
    office: Office,
    clock: ManualClock,
    platform: ConsolePlatform,
    received: Map<string, Received[]>,
    hasWeeklyNotes: boolean,
  ) {
    this.#office = office;
    this.#clock = clock;
    this.#platform = platform;
    this.#received = received;
    this.#hasWeeklyNotes = hasWeeklyNotes;
  }

  /** @param now on the office's clock, "2026-11-20 14:00" */
  static async open(
    now: string,
    {
      database,
      goesOn,
      telegram,
      zalo,
      zaloBot,
      redisUrl,
      publicPort,
      limits,
      weeklyNotes,
      read = readHere,
    }: TestOfficeOptions = {},
  ): Promise<TestOffice> {
    // Of a test that has failed: at work on the same database, it would take what is meant for this one.
    await lastOpened?.stop();
    const { place, opened, empty } = database ?? (await openedOnce(embeddedDatabase));
    if (!goesOn) await empty();
    const clock = new ManualClock(instantOf(now));
    const received = new Map<string, Received[]>();
    const platform = new ConsolePlatform((message, id, file) => {
      const { id: chat } = message.chat;
      received.set(chat, [...(received.get(chat) ?? []), { id, message, file: file ?? null, isRead: false }]);
    });
    const office = await startOffice({
      config: {
        ...configFor(place),
        ...(redisUrl ? { REDIS_URL: redisUrl } : {}),
        ...(telegram ? { TELEGRAM_BOT_TOKEN: telegram.token, TELEGRAM_API_ROOT: telegram.url } : {}),
        ...(zalo ? { ZALO_SESSION_FILE: zalo.sessionFile, ZALO_GATEWAY_URL: zalo.standIn.url } : {}),
        ...(zaloBot ? zaloBotSettings(zaloBot) : {}),
        ...(publicPort ? { WEB_PUBLIC_URL: `http://127.0.0.1:${publicPort}/`, WEB_PORT: publicPort } : {}),
      },
      log: createLog('silent'),
      roles: zaloBot?.webhookUrl || publicPort ? ['bot', 'worker', 'web'] : ['bot', 'worker'],
      clock,
      opened: { ...opened, storage: opened.storageBy(() => clock.now()) },
      machine: clock,
      read,
      patienceMs: HANG_MS,
      callTimeoutMs: HANG_MS,
      messengers: [platform],
      limits: limits ?? NO_LIMITS,
      ...(zalo ? { ticker: zalo.ticker ?? new TestTicker() } : {}),
      pace: { telegram: UNHURRIED, zalo: GAPLESS, zaloBot: GAPLESS },
    });
    lastOpened = office;
    return new TestOffice(office, clock, platform, received, weeklyNotes ?? false);
  }

  get storage() {
    return this.#office.storage;
  }

  /** What /health shows. */
  health(): Promise<object> {
    return this.#office.health();
  }

  get now(): Date {
    return this.#clock.now();
  }

  /** The roster comes in as from the shell. */
  async hires(roster: Roster): Promise<void> {
    const { rules } = this.#office;
    await this.atShell(async (store) => {
      const of = whichOffice(roster.office, await store.offices.all());
      if (of.kind === 'unclear') throw new Error(`Whose roster is it: ${of.why}`);
      return (await bringInRoster(store, roster, of, 'vi', this.#shell(), rules)).wakes;
    });
  }

  /** Something is done from the shell. @param work returns the chats for which something new waits */
  async atShell(work: (store: Store) => Promise<number[]>): Promise<void> {
    const wakes = await this.storage.transaction(work);
    // The reconciler would, within a minute.
    for (const chatId of wakes) await this.#office.queue.wake({ name: 'outbox', chatId });
    await this.settle();
  }

  /** The plan comes in as from the shell; its rows get the numbers 1, 2, 3 … */
  async importsPlan(
    rows: PlanRow[],
    { of, ...facts }: Partial<ReadPlan['facts']> & { of?: string } = {},
  ): Promise<PersonalNews[]> {
    const offices = await this.storage.offices.all();
    const office = offices.find(({ name }) => of === undefined || name === of);
    if (!office) throw new Error('hires() comes first');
    const outcome = await this.storage.transaction((store) =>
      applyPlan(store, office, draftOf(planOf(rows, facts)), this.#office.rules, this.#shell()),
    );
    return outcome.kind === 'applied' ? outcome.news : [];
  }

  /** Everybody named has joined before the day begins: how somebody joins is the matter of other days. */
  async join(...names: string[]): Promise<void> {
    const people = await this.#members();
    await this.storage.transaction(async (store) => {
      for (const name of names) {
        const member = onlyOne(name, people);
        const chat = await store.chats.at({
          platform: 'console',
          chat: { id: member.name, kind: 'private' },
        });
        await store.offices.linkAccount(member.id, 'console', member.name, this.now);
        await store.chats.bindToMember(chat.id, member);
        if ((await store.offices.channelOf(member.id)) === null) {
          await store.offices.preferChannel(member.id, 'console');
        }
      }
    });
  }

  async invitationOf(name: string): Promise<string> {
    const member = await this.member(name);
    const invitation = await this.storage.transaction((store) => inviteMember(store, member, this.#shell()));
    return invitation.code;
  }

  async member(name: string): Promise<Member> {
    return onlyOne(name, await this.#members());
  }

  async #members(): Promise<Member[]> {
    const offices = await this.storage.offices.all();
    return (await Promise.all(offices.map(({ id }) => this.storage.offices.members(id)))).flat();
  }

  /** Lets the clock show that time; the planner and the reconciler run, as by the schedule, and all is delivered. */
  async at(now: string): Promise<void> {
    // A message on its way when days go by would look as if its sender had died.
    await this.settle();
    this.#clock.set(instantOf(now));
    await this.#plan();
    await this.#reconcile();
    await this.settle();
  }

  /** Lets the clock show that time, and nothing comes of it by itself. */
  async passes(now: string): Promise<void> {
    await this.settle();
    this.#clock.set(instantOf(now));
  }

  /** Everything said is answered and everything owed is sent. */
  async settle(): Promise<void> {
    const atRest = async () => expect(await this.#office.isIdle(), 'the office is at rest').toBe(true);
    await eventually(atRest, 5);
  }

  /** Waits until so many pieces of an album are stored; then time passes until they are handled. */
  async hearsAlbum(lane: string, album: string, pieces: number): Promise<void> {
    await eventually(async () =>
      expect((await this.storage.inbox.album(lane, album)).length, 'pieces').toBeGreaterThanOrEqual(pieces),
    );
    await eventually(async () => {
      // No further than that: what is on its way meanwhile would look as if its sender had died.
      if (this.#clock.isWaitedFor) this.#clock.set(new Date(this.now.getTime() + 2_000));
      expect(await this.#office.isIdle(), 'the office is at rest').toBe(true);
    });
  }

  /** The private chat of somebody: a name of the roster, or any other for a stranger. */
  async person(name: string): Promise<TestChat> {
    return this.#personNamed(name);
  }

  /** Those of several, in the order of their names. */
  async people<Names extends string[]>(...names: Names): Promise<{ [Key in keyof Names]: TestChat }> {
    const chats = await Promise.all(names.map((name) => this.person(name)));
    return chats as { [Key in keyof Names]: TestChat };
  }

  group(title: string): TestChat {
    return new TestChat(title, title, this);
  }

  /** Fails if the bot has sent anything that no `receives` has taken. */
  nothingElse(): void {
    const unread = [...this.#received].flatMap(([chat, messages]) =>
      messages.filter(({ isRead }) => !isRead).map(({ message }) => `${chat}: ${textOf(message)}`),
    );
    expect(unread, 'messages that nobody expected').toEqual([]);
  }

  close(): Promise<void> {
    return this.#office.stop();
  }

  /** For {@link TestChat}. */
  async hear(
    chat: TestChat,
    speaker: string | null,
    text: string,
    extra: { file?: string; replyTo?: string },
  ) {
    const { receive } = this.#office;
    const message = { text, ...extra };
    if (speaker === null) await this.#platform.says(receive, chat.id, message);
    else await this.#platform.saysIn(receive, chat.id, speaker, message);
    await this.settle();
  }

  async edit(chat: TestChat, speaker: string, text: string): Promise<void> {
    await this.#platform.edits(this.#office.receive, chat.id, speaker, text);
    await this.settle();
  }

  async recall(chat: TestChat, speaker: string): Promise<void> {
    await this.#platform.recalls(this.#office.receive, chat.id, speaker);
    await this.settle();
  }

  async press(chat: TestChat, data: string, below?: string): Promise<void> {
    await this.#platform.presses(this.#office.receive, chat.id, data, below);
    await this.settle();
  }

  /** For {@link TestChat}. */
  async opensOrCloses(chat: TestChat, reachable: boolean): Promise<void> {
    await this.#office.receive({
      platform: 'console',
      id: `${chat.id} ${reachable} ${this.now.getTime()}`,
      chat: { id: chat.id, kind: 'private' },
      from: { id: chat.id, name: chat.name },
      event: { type: 'reachable', reachable },
    });
    await this.settle();
  }

  messagesTo(chat: TestChat): Received[] {
    return this.#received.get(chat.id) ?? [];
  }

  /** All that nobody has taken yet, whatever it says. @returns the texts */
  takes(chat: TestChat): string[] {
    return this.messagesTo(chat)
      .filter(({ isRead }) => !isRead)
      .map((one) => {
        one.isRead = true;
        return textOf(one.message);
      });
  }

  async #personNamed(name: string): Promise<TestChat> {
    const member = await this.member(name).catch(() => null);
    return new TestChat(member?.name ?? name, member?.name ?? name, this);
  }

  #plan(): Promise<void> {
    if (this.#hasWeeklyNotes) return this.#office.plan();
    const { storage, queue, rules } = this.#office;
    const deps = { storage, queue, rules, clock: this.#clock };
    return planDue(deps, { atWork: [planReminders, noteSilent] });
  }

  async #reconcile(): Promise<void> {
    const { storage } = this;
    await reconcile({ storage, queue: this.#office.queue });
  }

  #shell() {
    return { memberId: null, updateId: null, at: this.now };
  }
}

/** A chat as a test sees it: what is said in it, and what the bot answers. */
export class TestChat {
  readonly id: string;
  readonly name: string;
  readonly #office: TestOffice;

  constructor(id: string, name: string, office: TestOffice) {
    this.id = id;
    this.name = name;
    this.#office = office;
  }

  /** In a private chat. */
  says(text: string): Promise<void> {
    return this.#office.hear(this, null, text, {});
  }

  /** In a private chat, answered at once. @returns the answer */
  async asks(text: string): Promise<string> {
    await this.says(text);
    return this.receives(/./);
  }

  /** In a group: `who` says something. */
  hears(who: string, text: string): Promise<void> {
    return this.#office.hear(this, who, text, {});
  }

  /** Changes what was said last here, by `who` in a group. */
  edits(text: string, who = this.id): Promise<void> {
    return this.#office.edit(this, who, text);
  }

  /** The own latest message here. */
  recalls(who = this.id): Promise<void> {
    return this.#office.recall(this, who);
  }

  sends(file: string, text = ''): Promise<void> {
    return this.#office.hear(this, null, text, { file });
  }

  /** In reply to the bot's latest message here. */
  replies(text: string): Promise<void> {
    return this.#office.hear(this, null, text, { replyTo: this.#latest().id });
  }

  blocks(): Promise<void> {
    return this.#office.opensOrCloses(this, false);
  }

  unblocks(): Promise<void> {
    return this.#office.opensOrCloses(this, true);
  }

  /** Presses the button of that label on the bot's latest message here. */
  presses(label: string): Promise<void> {
    const { id, message } = this.#latest();
    const buttons = message.buttons?.flat() ?? [];
    const button = buttons.find((one) => one.label.includes(label));
    if (!button) throw new Error(`No button "${label}" among ${buttons.map((one) => one.label)}`);
    return this.#office.press(this, button.data, id);
  }

  /** The buttons of the bot's latest message here with such a label. */
  offered(label: string): Button[] {
    const buttons = this.#latest().message.buttons?.flat() ?? [];
    return buttons.filter((one) => one.label.includes(label));
  }

  pressesForged(data: string): Promise<void> {
    return this.#office.press(this, data);
  }

  /** Takes the oldest message not yet taken; all patterns must match it. @returns its text */
  receives(...patterns: RegExp[]): string {
    const next = this.#office.messagesTo(this).find(({ isRead }) => !isRead);
    expect(next, `a message to ${this.name}`).toBeDefined();
    if (!next) return '';
    next.isRead = true;
    const text = textOf(next.message);
    for (const pattern of patterns) expect(text).toMatch(pattern);
    return text;
  }

  /** Takes the oldest message not yet taken, which must come with a file. @returns its content */
  receivesFile(name: RegExp): Uint8Array {
    const next = this.#office.messagesTo(this).find(({ isRead }) => !isRead);
    this.receives(name);
    if (!next?.file) throw new Error(`${this.name} has received no file`);
    return next.file.bytes;
  }

  #latest(): Received {
    const latest = this.#office.messagesTo(this).at(-1);
    if (!latest) throw new Error(`${this.name} has received nothing`);
    return latest;
  }
}

function onlyOne(name: string, members: Member[]): Member {
  const [member, another] = matchPeople(name, members);
  if (!member || another) throw new Error(`"${name}" is nobody, or several, on the roster`);
  return member;
}

export function textOf({ lines }: OutboundMessage): string {
  return lines.map(({ text }) => text).join('\n');
}

/** "2026-11-24 07:45" on the office's clock. */
export function instantOf(moment: string): Date {
  const [day, clock] = moment.split(' ');
  return instantAt(day ?? '', clock ?? '');
}

export function planOf(rows: PlanRow[], facts: Partial<ReadPlan['facts']> = {}): ReadPlan {
  const year = facts.year ?? 2026;
  return {
    facts: {
      number: '07/KH-UBND',
      issuedOn: '2026-01-10',
      issuer: null,
      title: 'Kế hoạch thử',
      year,
      ...facts,
    },
    tasks: rows.map(({ title, deadline, lead, support, section = '' }, index) => ({
      no: String(index + 1),
      section,
      title,
      deadline: parseDeadline(deadline, { year }),
      lead: [lead],
      support: support ? [support] : [],
      product: null,
      source: { row: index + 1 },
    })),
    unread: [],
  };
}

/** With a webhook, the office serves its address itself. */
function zaloBotSettings({ standIn, webhookUrl }: NonNullable<TestOfficeOptions['zaloBot']>) {
  return {
    ZALO_BOT_TOKEN: standIn.token,
    ZALO_BOT_API_ROOT: standIn.url,
    ...(webhookUrl && { ZALO_BOT_WEBHOOK_URL: webhookUrl, WEB_PORT: Number(new URL(webhookUrl).port) }),
  };
}

function configFor(place: OpenDatabase['place']): Config {
  const config = readConfig({});
  return place.kind === 'server'
    ? { ...config, DATABASE_URL: place.url }
    : { ...config, DATA_DIR: place.folder };
}
