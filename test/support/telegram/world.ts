/** Everybody and everything the stand-in knows of. */
import { Bell } from '../bell.ts';
import type { Conversation, Press } from './conversation.ts';
import { FileStore } from './files.ts';
import { Group, type GroupTraits } from './group.ts';
import type { ChatJson, MessageJson, UserJson } from './json.ts';
import { Person, type PersonTraits } from './person.ts';
import { TelegramUpdates } from './updates.ts';

export interface BotJson extends UserJson {
  username: string;
  can_join_groups: boolean;
  can_read_all_group_messages: boolean;
  supports_inline_queries: boolean;
}

export interface WorldOptions {
  botUsername?: string;
  /** True: the bot's privacy mode is off. */
  readsWholeGroups?: boolean;
  /** Dates the messages. */
  now?: () => Date;
}

export class StandInWorld {
  readonly bell = new Bell();
  readonly updates = new TelegramUpdates(this.bell);
  readonly files = new FileStore();
  readonly bot: BotJson;
  readonly chats = new Map<number, Conversation>();
  /** Presses that wait for the bot's answer. */
  readonly openPresses = new Set<string>();
  readonly #now: () => Date;
  #people = 0;
  #groups = 0;
  #presses = 0;
  #albums = 0;

  constructor({
    botUsername = 'NhacHanThuBot',
    readsWholeGroups = false,
    now = () => new Date(),
  }: WorldOptions) {
    this.#now = now;
    this.bot = {
      id: 7_100_200_300,
      is_bot: true,
      first_name: 'Nhắc Hạn',
      username: botUsername,
      can_join_groups: true,
      can_read_all_group_messages: readsWholeGroups,
      supports_inline_queries: false,
    };
  }

  person(name: string, traits: PersonTraits = {}): Person {
    // Ids of today's accounts do not fit 32 bits.
    return this.place(new Person(this, 6_000_000_000 + ++this.#people, name, traits));
  }

  group(title: string, traits: GroupTraits): Group {
    const id =
      traits.kind === undefined || traits.kind === 'group'
        ? -(4_000_000 + ++this.#groups)
        : this.nextSupergroupId();
    const group = this.place(new Group(this, id, title, traits));
    if (traits.withBot ?? true) group.addsBot();
    return group;
  }

  place<C extends Conversation>(conversation: C): C {
    this.chats.set(conversation.chat.id, conversation);
    return conversation;
  }

  nextAlbumId(): string {
    return `1404220000${++this.#albums}`;
  }

  nextSupergroupId(): number {
    return -(1_002_000_000_000 + ++this.#groups);
  }

  sharesGroupWithBot(person: Person): boolean {
    return [...this.chats.values()].some(
      (one) => one instanceof Group && one.hasBot && one.members.includes(person),
    );
  }

  press(from: UserJson, message: MessageJson, data: string): Press {
    const id = `4382${++this.#presses}`;
    this.openPresses.add(id);
    this.updates.add({ callback_query: { id, from, message, chat_instance: String(message.chat.id), data } });
    return {
      answered: () =>
        this.bell
          .until(
            () => (this.openPresses.has(id) ? undefined : true),
            () => `an answer to the press on "${data}"`,
          )
          .then(() => {}),
    };
  }

  tellMembership(chat: ChatJson, from: UserJson, before: string, after: string): void {
    const member = (status: string) => ({
      status,
      user: this.bot,
      ...(status === 'kicked' && { until_date: 0 }),
    });
    this.updates.add({
      my_chat_member: {
        chat,
        from,
        date: this.unixTime(),
        old_chat_member: member(before),
        new_chat_member: member(after),
      },
    });
  }

  unixTime(): number {
    return Math.floor(this.#now().getTime() / 1000);
  }
}
