import { basename } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { translator, type WordingKey } from '../chat/translate.ts';
import { ManualClock } from '../clock.ts';
import type { Config } from '../config.ts';
import {
  addDays,
  type Day,
  instantAt,
  officeClockAt,
  officeDayAt,
  weekdayOf,
  writtenDay,
} from '../domain/day.ts';
import type { Member } from '../domain/member.ts';
import { createLog } from '../log.ts';
import { type Office, startOffice } from '../main.ts';
import { ConsolePlatform } from '../platforms/console/console-platform.ts';
import { inviteMember } from '../services/people/invite-member.ts';
import type { OutboundMessage } from '../services/ports/messenger.ts';
import { print } from './print.ts';

const POLL_MS = 15;
/** An answer that takes longer than this will not come. */
const ANSWER_LIMIT_MS = 30_000;

/**
 * The example office on a stage: a clock that is set, a console instead of chat platforms, everything else as in
 * earnest. Prints the conversation as it happens.
 */
export class DemoStage {
  readonly #office: Office;
  readonly #clock: ManualClock;
  readonly #console: ConsolePlatform;
  readonly #latest: Map<string, { id: string; message: OutboundMessage }>;

  private constructor(
    office: Office,
    clock: ManualClock,
    platform: ConsolePlatform,
    latest: Map<string, { id: string; message: OutboundMessage }>,
  ) {
    this.#office = office;
    this.#clock = clock;
    this.#console = platform;
    this.#latest = latest;
  }

  static async open(config: Config, start: Day): Promise<DemoStage> {
    const clock = new ManualClock(instantAt(start, '08:00'));
    const latest = new Map<string, { id: string; message: OutboundMessage }>();
    const platform = new ConsolePlatform((message, id) => {
      latest.set(message.chat.id, { id, message });
      showMessage(message);
    });
    const office = await startOffice({
      config,
      log: createLog('error'),
      roles: ['worker'],
      clock,
      messengers: [platform],
    });
    return new DemoStage(office, clock, platform, latest);
  }

  get office(): Office {
    return this.#office;
  }

  get today(): Day {
    return officeDayAt(this.#clock.now());
  }

  /** Time passes, morning by morning: each working day at 07:45 the planner runs, as by the schedule. */
  async passTo(day: Day, clock: string): Promise<void> {
    const { rules } = this.#office;
    while (this.today < day) {
      const next = addDays(this.today, 1);
      this.#clock.set(instantAt(next, rules.remindFrom));
      const dayOff = rules.calendar.dayOff(next);
      showDay(next, rules.remindFrom, dayOff?.name);
      await this.#office.plan();
      await this.#settle();
    }
    if (officeClockAt(this.#clock.now()) < clock) this.#clock.set(instantAt(day, clock));
  }

  async says(person: string, group: string | null, text: string, file?: string): Promise<void> {
    showSpoken(person, group, text === '' && file ? `📎 ${basename(file)}` : text);
    const message = file ? { text, file } : { text };
    const { receive } = this.#office;
    if (group === null) await this.#console.says(receive, person, message);
    else await this.#console.saysIn(receive, group, person, message);
    await this.#settle();
  }

  async replies(person: string, text: string): Promise<void> {
    const latest = this.#latest.get(person);
    showSpoken(person, null, `↩︎ ${text}`);
    await this.#console.says(this.#office.receive, person, {
      text,
      ...(latest ? { replyTo: latest.id } : {}),
    });
    await this.#settle();
  }

  async presses(person: string, position: number): Promise<void> {
    const button = this.#latest.get(person)?.message.buttons?.flat()[position - 1];
    if (!button) throw new Error(`${person} has no button ${position}`);
    showSpoken(person, null, `[${button.label}]`);
    await this.#console.presses(this.#office.receive, person, button.data);
    await this.#settle();
  }

  /** The clerk hands over an invitation, and the person sends it to the bot. */
  async joins(member: Member): Promise<void> {
    const { storage } = this.#office;
    const author = { memberId: null, updateId: null, at: this.#clock.now() };
    const { code } = await storage.transaction((store) => inviteMember(store, member, author));
    await this.says(member.name, null, `/start ${code}`);
  }

  stop(): Promise<void> {
    return this.#office.stop();
  }

  async #settle(): Promise<void> {
    const limit = Date.now() + ANSWER_LIMIT_MS;
    while (!(await this.#office.isIdle())) {
      if (Date.now() > limit) throw new Error('The office did not come to rest');
      await sleep(POLL_MS);
    }
  }
}

function showDay(day: Day, clock: string, dayOff?: string): void {
  const weekday = translator('vi')(`weekday.${weekdayOf(day)}` as WordingKey);
  print();
  print(`━━━ ${weekday} ${writtenDay(day)} ${dayOff ? `(nghỉ: ${dayOff})` : clock} ━━━`);
}

function showSpoken(person: string, group: string | null, text: string): void {
  print();
  print(`💬 ${person}${group ? ` (trong ${group})` : ''}: ${text}`);
}

function showMessage({ chat, lines, buttons }: OutboundMessage): void {
  print();
  print(`🤖 → ${chat.id}`);
  for (const { text } of lines) print(`   ${text}`.trimEnd());
  for (const row of buttons ?? []) print(`   ${row.map(({ label }) => `[${label}]`).join(' ')}`);
}
