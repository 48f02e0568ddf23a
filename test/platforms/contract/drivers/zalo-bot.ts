import type { Unread } from '../../../../src/services/ports/messenger.ts';
import { TestTicker } from '../../../support/zalo/ticker.ts';
import type {
  Sending,
  Group as StandInGroup,
  Person as StandInPerson,
} from '../../../support/zalo-bot/chats.ts';
import type { Fault } from '../../../support/zalo-bot/faults.ts';
import type { UpdateJson } from '../../../support/zalo-bot/json.ts';
import type { Received } from '../../../support/zalo-bot/mailbox.ts';
import type { ZaloBotStandIn } from '../../../support/zalo-bot/stand-in.ts';
import { runBot, standIn } from '../../zalo-bot/running-bot.ts';
import type {
  Call,
  Chat,
  Group,
  Mishap,
  Person,
  PlatformDriver,
  Shown,
  Stage,
  StageOptions,
} from '../platform-driver.ts';

export const zaloBotDriver: PlatformDriver = {
  name: 'Zalo, official bot',
  start: (options) => ZaloBotStage.open(options),
};

const METHODS: Record<Call, string> = { message: 'sendMessage', file: 'sendPhoto', download: '*' };

const FAULTS: Record<Mishap, Fault> = {
  'too many messages': { answers: 429 },
  'server out of order': { answers: 500 },
  slow: { delayMs: 50 },
  'cut before': { cut: 'before' },
  'cut after': { cut: 'after' },
  'no answer': { hangs: 'after' },
  'answer that is no JSON': { garbles: true },
};

const UNREAD: Partial<Record<Unread, Sending>> = {
  voice: { voice: Buffer.from('aac') },
  sticker: { sticker: '👍' },
  unsupported: { withheld: true },
};

class ZaloBotStage implements Stage {
  readonly #zalo: ZaloBotStandIn;
  readonly #options: StageOptions;
  readonly #ticker = new TestTicker();
  readonly #people = new Map<Person, StandInPerson>();
  #latest: UpdateJson | null = null;
  #bot: Awaited<ReturnType<typeof runBot>> | null = null;

  private constructor(zalo: ZaloBotStandIn, options: StageOptions) {
    this.#zalo = zalo;
    this.#options = options;
  }

  static async open(options: StageOptions): Promise<Stage> {
    const stage = new ZaloBotStage(await standIn(), options);
    await stage.startsAgain();
    return stage;
  }

  get messenger() {
    if (!this.#bot) throw new Error('Not started');
    return this.#bot.messenger;
  }

  async startsAgain(): Promise<void> {
    this.#bot = await runBot(this.#zalo, { ticker: this.#ticker, ...this.#options });
  }

  async stop(): Promise<void> {
    await this.#bot?.platform.stop();
  }

  isReceiving(): boolean {
    return this.#zalo.world.updates.isPolled;
  }

  person(name: string): Person {
    const standing = this.#zalo.person(name);
    const person: Person = {
      ...chatOf(standing),
      says: (text, replyTo) => {
        this.#latest = standing.says(text, quoting(standing, replyTo));
      },
      sends: ({ bytes }) => {
        this.#latest = standing.sends({ photo: { content: bytes } });
      },
      sendsUnread: (kind) => void standing.sends(UNREAD[kind] ?? {}),
      blocks: () => standing.blocks(),
      comesBack: () => void standing.says('chào'),
    };
    this.#people.set(person, standing);
    person.says('/start');
    return person;
  }

  /** Whoever quotes nothing calls the bot: it would not be shown the message otherwise. */
  group(title: string, members: Person[]): Group {
    const people = members.flatMap((one) => this.#people.get(one) ?? []);
    const group = this.#zalo.group(title, people);
    return {
      ...chatOf(group),
      says: (who, text, replyTo) => {
        const speaker = this.#people.get(who);
        if (!speaker) return;
        if (replyTo) group.says(speaker, text, quoting(group, replyTo));
        else group.mentions(speaker, `@ ${text}`);
      },
    };
  }

  breaks(call: Call, mishap: Mishap): void {
    this.#zalo.breaks(METHODS[call], FAULTS[mishap]);
  }

  async passes(ms: number): Promise<void> {
    this.#ticker.passes(ms);
  }

  goesDown = () => this.#zalo.goesDown();

  comesBack = () => this.#zalo.comesBack();

  async repeats(): Promise<void> {
    if (this.#latest) this.#zalo.repeats(this.#latest);
  }

  async forgets(fileId: string): Promise<void> {
    this.#zalo.world.files.delete(new URL(fileId).pathname);
  }

  otherBotSays({ address }: Group, text: string): void {
    const other = this.#zalo.person('Bot Khác');
    other.sendsRaw('text', {
      text,
      from: { id: other.id, display_name: other.name, is_bot: true },
      chat: { id: address.id, chat_type: 'GROUP' },
    });
  }

  kept(text: string): string {
    return text;
  }
}

function chatOf(chat: StandInPerson | StandInGroup): Chat {
  return {
    address: { id: chat.id },
    next: async () => shown(await chat.nextMessage()),
    received: () => chat.received.map(shown),
  };
}

function quoting(chat: StandInPerson | StandInGroup, quoted: Shown | undefined) {
  const replyTo = quoted && chat.received.find(({ id }) => id === quoted.id);
  return replyTo ? { replyTo } : {};
}

function shown({ id, text }: Received): Shown {
  return { id, text, styled: [], called: [], buttons: [] };
}
