import { setTimeout as sleep } from 'node:timers/promises';
import { onTestFinished } from 'vitest';
import type { Unread } from '../../../../src/services/ports/messenger.ts';
import { cleaned } from '../../../support/telegram/bot-api.ts';
import type { Sending } from '../../../support/telegram/conversation.ts';
import type { Fault } from '../../../support/telegram/faults.ts';
import type { Group as StandInGroup } from '../../../support/telegram/group.ts';
import type { ReceivedMessage } from '../../../support/telegram/mailbox.ts';
import type { Person as StandInPerson } from '../../../support/telegram/person.ts';
import type { TelegramStandIn } from '../../../support/telegram/stand-in.ts';
import { openWebhookDoor, type WebhookDoor } from '../../../support/telegram/webhook-door.ts';
import { type RunningBot, runBot, standIn } from '../../telegram/running-bot.ts';
import type {
  Call,
  Chat,
  Group,
  Mishap,
  Person,
  PlatformDriver,
  SentFile,
  Shown,
  Stage,
  StageOptions,
} from '../platform-driver.ts';

export const telegramByPolling: PlatformDriver = {
  name: 'Telegram, long polling',
  start: (options) => TelegramStage.open(options, null),
};

export const telegramByWebhook: PlatformDriver = {
  name: 'Telegram, webhook',
  async start(options) {
    const door = await openWebhookDoor();
    onTestFinished(() => door.close());
    return TelegramStage.open(options, door);
  },
};

const METHODS: Record<Call, string> = { message: 'sendMessage', file: 'sendDocument', download: 'file' };

const FAULTS: Record<Mishap, Fault> = {
  'too many messages': { answers: 429, retryAfter: 0.05 },
  'server out of order': { status: 502 },
  slow: { delayMs: 50 },
  'cut before': { cut: 'before' },
  'cut after': { cut: 'after' },
  'no answer': { hangs: 'after' },
  'answer that is no JSON': { garbles: true },
};

const UNREAD: Partial<Record<Unread, Sending>> = {
  voice: { voice: Buffer.from('ogg') },
  sticker: { sticker: '👍' },
  contact: { contact: 'Quách Văn Nam' },
  location: { location: { latitude: 21.02, longitude: 105.84 } },
};

class TelegramStage implements Stage {
  readonly #telegram: TelegramStandIn;
  readonly #options: StageOptions;
  readonly #door: WebhookDoor | null;
  #bot: RunningBot | null = null;
  #isRunning = false;

  private constructor(telegram: TelegramStandIn, options: StageOptions, door: WebhookDoor | null) {
    this.#telegram = telegram;
    this.#options = options;
    this.#door = door;
  }

  static async open(options: StageOptions, door: WebhookDoor | null): Promise<Stage> {
    const stage = new TelegramStage(await standIn(), options, door);
    await stage.startsAgain();
    return stage;
  }

  get messenger() {
    if (!this.#bot) throw new Error('Not started');
    return this.#bot.messenger;
  }

  async startsAgain(): Promise<void> {
    const webhook = this.#door && { url: this.#door.url, secret: 'bi-mat' };
    this.#bot = await runBot(this.#telegram, { ...this.#options, ...(webhook && { webhook }) });
    if (this.#door) this.#door.webhook = this.#bot.platform.webhook;
    this.#isRunning = true;
  }

  async stop(): Promise<void> {
    this.#isRunning = false;
    await this.#bot?.platform.stop();
  }

  isReceiving(): boolean {
    return this.#telegram.world.updates.isPolled;
  }

  person(name: string): Person {
    const person = this.#telegram.person(name);
    person.startBot();
    return {
      ...chatOf(person),
      says: (text, replyTo) => void person.says(text, { ...quoting(person, replyTo) }),
      sends: (file) => void person.sends(contentOf(file)),
      sendsAlbum: (photos, caption) =>
        void person.sendsAlbum(
          photos.map((photo, index) => ({ photo, ...(index === photos.length - 1 && { caption }) })),
        ),
      sendsUnread: (kind) => void person.sends(UNREAD[kind] ?? {}),
      blocks: () => person.blocks(),
      comesBack: () => person.unblocks(),
    };
  }

  group(title: string, members: Person[]): Group {
    const people = [...this.#telegram.world.chats.values()].filter(
      (one): one is StandInPerson =>
        'user' in one && members.some(({ address }) => address.id === String(one.chat.id)),
    );
    const group = this.#telegram.group(title, { members: people });
    const nameless = (who: Person) => people.find(({ id }) => String(id) === who.address.id);
    return {
      ...chatOf(group),
      says(who, text, replyTo) {
        const person = nameless(who);
        if (person) group.says(person, text, { ...quoting(group, replyTo) });
      },
    };
  }

  otherBotSays({ address }: Group, text: string): void {
    const group = this.#telegram.world.chats.get(Number(address.id)) as StandInGroup;
    const bot = this.#telegram.person('Bot khác');
    bot.user.is_bot = true;
    group.joins(bot);
    group.says(bot, text);
  }

  breaks(call: Call, mishap: Mishap): void {
    this.#telegram.breaks(METHODS[call], FAULTS[mishap]);
  }

  async passes(ms: number): Promise<void> {
    // A timer of Node's may be a little early.
    await sleep(ms + 5);
  }

  goesDown = () => this.#telegram.goesDown();

  comesBack = () => this.#telegram.comesBack();

  async repeats(): Promise<void> {
    // What is confirmed is not told again: only a bot that waits is.
    if (!this.#door && this.#isRunning) await this.#telegram.polled();
    this.#telegram.world.updates.repeat();
  }

  async forgets(fileId: string): Promise<void> {
    this.#telegram.world.files.forget(fileId);
  }

  kept(text: string): string {
    return cleaned(text).trim();
  }
}

function chatOf(chat: StandInPerson | StandInGroup): Chat {
  return {
    address: { id: String(chat.id) },
    next: async () => shown(await chat.nextMessage()),
    received: () => chat.received.map(shown),
  };
}

function quoting(chat: StandInPerson | StandInGroup, quoted: Shown | undefined) {
  const replyTo = quoted && chat.received.find(({ id }) => String(id) === quoted.id);
  return replyTo ? { replyTo } : {};
}

function shown(message: ReceivedMessage): Shown {
  const { id, text, buttons, quotedId, file } = message;
  return {
    id: String(id),
    text,
    styled: ['bold', 'italic', 'code', 'text_link'].flatMap((type) => message.passages(type)),
    called: [],
    buttons: buttons.flat(),
    ...(quotedId !== undefined && { quotedId: String(quotedId) }),
    ...(file && { file: { kind: file.kind, name: file.name, bytes: file.content } }),
  };
}

function contentOf({ kind, name, bytes }: SentFile) {
  return kind === 'photo' ? { photo: bytes } : { document: { name, content: bytes } };
}
