import type { Unread } from '../../../../src/services/ports/messenger.ts';
import type { Sending, Group as StandInGroup, Person as StandInPerson } from '../../../support/zalo/chats.ts';
import type { MessageJson } from '../../../support/zalo/json.ts';
import type { Received } from '../../../support/zalo/mailbox.ts';
import type { Fault, ZaloStandIn } from '../../../support/zalo/stand-in.ts';
import { TestTicker } from '../../../support/zalo/ticker.ts';
import { listens, runAccount, sessionFileOf, standIn } from '../../zalo/running-account.ts';
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

export const zaloDriver: PlatformDriver = {
  name: 'Zalo, personal account',
  start: (options) => ZaloStage.open(options),
};

const PATHS: Record<Call, string> = {
  message: 'message/sms',
  file: 'message/asyncfile/msg',
  download: '*',
};

const FAULTS: Record<Mishap, Fault> = {
  'too many messages': { code: 221 },
  'server out of order': { status: 502 },
  slow: { delayMs: 50 },
  'cut before': { cut: 'before' },
  'cut after': { cut: 'after' },
  'no answer': { hangs: 'after' },
  'answer that is no JSON': { garbles: true },
};

const UNREAD: Partial<Record<Unread, Sending>> = {
  voice: { voice: Buffer.from('m4a') },
  sticker: { sticker: true },
  contact: { card: 'Quách Văn Nam' },
  location: { location: true },
  call: { missedCall: true },
};

class ZaloStage implements Stage {
  readonly #zalo: ZaloStandIn;
  readonly #options: StageOptions;
  readonly #sessionFile: string;
  readonly #ticker = new TestTicker();
  readonly #people = new Map<Person, StandInPerson>();
  #latest: MessageJson | null = null;
  #account: Awaited<ReturnType<typeof runAccount>> | null = null;

  private constructor(zalo: ZaloStandIn, sessionFile: string, options: StageOptions) {
    this.#zalo = zalo;
    this.#sessionFile = sessionFile;
    this.#options = options;
  }

  static async open(options: StageOptions): Promise<Stage> {
    const zalo = await standIn();
    const stage = new ZaloStage(zalo, await sessionFileOf(zalo), options);
    await stage.startsAgain();
    return stage;
  }

  get messenger() {
    if (!this.#account) throw new Error('Not started');
    return this.#account.messenger;
  }

  async startsAgain(): Promise<void> {
    const settings = { sessionFile: this.#sessionFile, ticker: this.#ticker };
    this.#account = await runAccount(this.#zalo, { ...settings, ...this.#options });
    await listens(this.#account);
  }

  async stop(): Promise<void> {
    await this.#account?.stop();
  }

  isReceiving(): boolean {
    return this.#zalo.listener.isOpen;
  }

  person(name: string): Person {
    const standing = this.#zalo.person(name);
    const person: Person = {
      ...chatOf(standing, standing.id),
      says: (text, replyTo) => {
        this.#latest = standing.says(text, { ...quoting(standing, replyTo) });
      },
      sends: (file) => {
        this.#latest = standing.sends(contentOf(file));
      },
      sendsAlbum: (photos, caption) =>
        void standing.sendsAlbum(
          photos.map((content, index) => ({
            photo: { content, ...(index === photos.length - 1 && { caption }) },
          })),
        ),
      sendsUnread: (kind) => void standing.sends(UNREAD[kind] ?? {}),
      blocks: () => standing.blocks(),
      comesBack: () => void standing.says('chào'),
    };
    this.#people.set(person, standing);
    person.says('/start');
    return person;
  }

  group(title: string, members: Person[]): Group {
    const people = members.flatMap((one) => this.#people.get(one) ?? []);
    const group = this.#zalo.group(title, people);
    return {
      ...chatOf(group, `g${group.id}`),
      says: (who, text, replyTo) => {
        const speaker = this.#people.get(who);
        if (speaker) group.says(speaker, text, { ...quoting(group, replyTo) });
      },
    };
  }

  breaks(call: Call, mishap: Mishap): void {
    this.#zalo.breaks(PATHS[call], FAULTS[mishap]);
  }

  async passes(ms: number): Promise<void> {
    this.#ticker.passes(ms);
  }

  goesDown = () => this.#zalo.goesDown();

  comesBack = () => this.#zalo.comesBack();

  async repeats(): Promise<void> {
    if (this.#latest) this.#zalo.world.repeats(this.#latest);
  }

  async forgets(fileId: string): Promise<void> {
    this.#zalo.world.files.delete(new URL(fileId).pathname);
  }

  kept(text: string): string {
    return text;
  }
}

function chatOf(chat: StandInPerson | StandInGroup, id: string): Chat {
  return {
    address: { id },
    next: async () => shown(await chat.nextMessage()),
    received: () => chat.received.map(shown),
  };
}

function quoting(chat: StandInPerson | StandInGroup, quoted: Shown | undefined) {
  const replyTo = quoted && chat.received.find(({ id }) => id === quoted.id);
  return replyTo ? { replyTo } : {};
}

function shown({ id, text, styled, mentions, quotedId, file }: Received): Shown {
  return {
    id,
    text,
    styled: Object.values(styled).flat(),
    called: mentions.map(({ words }) => words),
    buttons: [],
    ...(quotedId !== undefined && { quotedId }),
    ...(file && {
      file: { kind: file.kind, name: file.kind === 'photo' ? '' : file.name, bytes: file.content },
    }),
  };
}

function contentOf({ kind, name, bytes }: SentFile) {
  return kind === 'photo' ? { photo: { content: bytes } } : { document: { name, content: bytes } };
}
