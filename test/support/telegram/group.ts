/** A group with the bot in it: privacy mode, topics, and the move to a supergroup. */

import type { Bell } from '../bell.ts';
import { Mailbox } from '../mailbox.ts';
import { Refusal } from '../refusal.ts';
import { Conversation, type Placing, type Press, type Sending, spoken } from './conversation.ts';
import { badRequest, type ChatJson, type MessageJson } from './json.ts';
import type { ReceivedMessage } from './mailbox.ts';
import type { Person } from './person.ts';
import type { StandInWorld } from './world.ts';

export interface GroupTraits {
  members: Person[];
  /** A forum is a supergroup with topics. Default: a plain group, as a new one is. */
  kind?: 'group' | 'supergroup' | 'forum';
  /** False: the bot has not been added yet. */
  withBot?: boolean;
}

/** Telegram shows this account in place of an administrator who stays anonymous. */
const ANONYMOUS_ADMIN = {
  id: 1_087_968_824,
  is_bot: true,
  first_name: 'Group',
  username: 'GroupAnonymousBot',
};

export class Group extends Conversation {
  readonly members: Person[];
  readonly topics = new Map<number, Topic>();
  chat: ChatJson;
  botIsAdmin = false;
  #bot: 'member' | 'left' | 'kicked' = 'left';
  #movedTo: number | null = null;

  constructor(world: StandInWorld, id: number, title: string, { members, kind = 'group' }: GroupTraits) {
    super(world, title);
    this.members = [...members];
    this.chat = {
      id,
      type: kind === 'group' ? 'group' : 'supergroup',
      title,
      ...(kind === 'forum' && { is_forum: true }),
    };
  }

  get id(): number {
    return this.chat.id;
  }

  get hasBot(): boolean {
    return this.#bot === 'member';
  }

  addsBot(by: Person = this.#anyMember()): void {
    const before = this.#bot;
    this.#bot = 'member';
    this.world.tellMembership(this.chat, by.user, before, 'member');
    this.write(by.user, { new_chat_members: [this.world.bot] });
  }

  removesBot(by: Person = this.#anyMember()): void {
    this.#bot = 'kicked';
    this.world.tellMembership(this.chat, by.user, 'member', 'kicked');
  }

  joins(person: Person): void {
    this.members.push(person);
    this.write(person.user, { new_chat_members: [person.user] });
  }

  says(who: Person, text: string, placing?: Placing): MessageJson {
    return this.write(this.#member(who).user, spoken(text), placing);
  }

  sends(who: Person, sending: Sending, placing?: Placing): MessageJson {
    return this.write(this.#member(who).user, this.world.files.contentOf(sending), placing);
  }

  sendsAlbum(who: Person, pieces: Sending[], placing?: Placing): MessageJson[] {
    return this.writeAlbum(this.#member(who).user, pieces, placing);
  }

  /** An administrator who writes in the group's name. */
  saysAnonymously(text: string): MessageJson {
    return this.write(ANONYMOUS_ADMIN, { ...spoken(text), sender_chat: this.chat });
  }

  presses(who: Person, label: string): Press {
    return this.pressIn(this.#member(who).user, label);
  }

  /** Told to the bot only where it is an administrator. */
  reacts(who: Person | 'anonymous administrator', to: ReceivedMessage, emoji: string | null = '👍'): void {
    if (!this.botIsAdmin) return;
    const by =
      who === 'anonymous administrator' ? { actor_chat: this.chat } : { user: this.#member(who).user };
    this.reactIn(by, to, emoji);
  }

  opensTopic(name: string, by: Person = this.#anyMember()): Topic {
    if (!this.chat.is_forum) throw new Error(`${this.chat.title} is no forum`);
    const id = this.nextMessageId;
    const placing = { message_thread_id: id, is_topic_message: true } as const;
    this.write(by.user, { ...placing, forum_topic_created: { name, icon_color: 7_322_096 } });
    const topic = new Topic(this, this.world.bell, id, name);
    this.topics.set(id, topic);
    return topic;
  }

  /** Becomes a supergroup under another id; the old id stays behind, and says where to go. */
  becomesSupergroup(): void {
    if (this.chat.type !== 'group') throw new Error(`${this.chat.title} is a supergroup already`);
    const by = this.#anyMember().user;
    const old = new Group(this.world, this.id, this.chat.title ?? '', { members: this.members });
    old.#bot = this.#bot;
    old.#movedTo = this.world.nextSupergroupId();
    this.chat = { ...this.chat, id: old.#movedTo, type: 'supergroup' };
    this.world.place(old);
    this.world.place(this);
    this.messages.clear();
    old.write(by, { migrate_to_chat_id: this.id });
    this.write(by, { migrate_from_chat_id: old.id });
  }

  /** In the group itself and in its topics. */
  override get received(): ReceivedMessage[] {
    const inTopics = [...this.topics.values()].flatMap((topic) => topic.received);
    return [...super.received, ...inTopics].sort((one, other) => one.id - other.id);
  }

  override nothingElse(): void {
    super.nothingElse();
    for (const topic of this.topics.values()) topic.nothingElse();
  }

  override refusal(): Refusal | undefined {
    if (this.#movedTo !== null) {
      return badRequest('group chat was upgraded to a supergroup chat', {
        migrate_to_chat_id: this.#movedTo,
      });
    }
    if (this.#bot === 'member') return undefined;
    if (this.#bot === 'kicked')
      return new Refusal(403, `Forbidden: bot was kicked from the ${this.chat.type} chat`);
    return badRequest('chat not found');
  }

  /** https://core.telegram.org/bots/features#privacy-mode */
  protected override isShown(message: MessageJson): boolean {
    if (!this.hasBot) return false;
    const isService = message.text === undefined && message.caption === undefined && !isMedia(message);
    if (isService || this.world.bot.can_read_all_group_messages) return true;
    if (message.reply_to_message?.from?.id === this.world.bot.id) return true;
    const text = message.text ?? message.caption ?? '';
    const named = `@${this.world.bot.username.toLowerCase()}`;
    return [...(message.entities ?? []), ...(message.caption_entities ?? [])].some(
      ({ type, offset, length }) => {
        const words = text.slice(offset, offset + length).toLowerCase();
        if (type === 'mention') return words === named;
        return type === 'bot_command' && (!words.includes('@') || words.endsWith(named));
      },
    );
  }

  /** A message in a topic is read there, not in the group. */
  protected override mailboxOf(threadId: number | undefined): Mailbox<ReceivedMessage> {
    return this.topics.get(threadId ?? 0) ?? this;
  }

  protected override placed(threadId: number | undefined): Partial<MessageJson> {
    if (threadId === undefined) return {};
    const topic = this.topics.get(threadId);
    if (!topic || topic.state === 'deleted') throw badRequest('message thread not found');
    if (topic.state === 'closed') throw badRequest('TOPIC_CLOSED');
    // Whatever quotes nothing else "replies" to the message that opened the topic.
    return {
      message_thread_id: threadId,
      is_topic_message: true,
      reply_to_message: this.messages.get(threadId),
    };
  }

  /** Supergroups number every chain of replies by its first message, topics or not. */
  protected override threadOfReply(quoted: MessageJson): Partial<MessageJson> {
    if (this.chat.type !== 'supergroup' || this.chat.is_forum) return {};
    return { message_thread_id: quoted.message_thread_id ?? quoted.message_id };
  }

  #member(who: Person): Person {
    if (!this.members.includes(who)) throw new Error(`${who.user.first_name} is not in ${this.chat.title}`);
    return who;
  }

  #anyMember(): Person {
    const [first] = this.members;
    if (!first) throw new Error(`Nobody is in ${this.chat.title}`);
    return first;
  }
}

export class Topic extends Mailbox<ReceivedMessage> {
  readonly id: number;
  state: 'open' | 'closed' | 'deleted' = 'open';
  readonly #group: Group;

  constructor(group: Group, bell: Bell, id: number, name: string) {
    super(bell, `${group.chat.title}, ${name}`);
    this.#group = group;
    this.id = id;
  }

  says(who: Person, text: string, placing?: Pick<Placing, 'replyTo'>): MessageJson {
    return this.#group.says(who, text, { ...placing, threadId: this.id });
  }
}

function isMedia({ photo, document, video, voice, sticker, contact, location }: MessageJson): boolean {
  return Boolean(photo ?? document ?? video ?? voice ?? sticker ?? contact ?? location);
}
