/** People and groups with a Zalo bot, as a test sees them. */

import { Mailbox } from '../mailbox.ts';
import type { Refusal } from '../refusal.ts';
import { BLOCKED, type MessageJson, NOT_IN_GROUP, STRANGER, type UpdateJson } from './json.ts';
import type { Received } from './mailbox.ts';
import type { ZaloBotWorld } from './world.ts';

export interface Placing {
  /** The message quoted. */
  replyTo?: Received;
}

export interface Sending {
  photo?: { content: Uint8Array; caption?: string };
  voice?: Uint8Array;
  sticker?: string;
  link?: { url: string; title?: string };
  /** What Zalo withholds because of who sent it. */
  withheld?: true;
}

abstract class Chat extends Mailbox<Received> {
  readonly id: string;
  protected readonly world: ZaloBotWorld;

  constructor(world: ZaloBotWorld, id: string, name: string) {
    super(world.bell, name);
    this.world = world;
    this.id = id;
  }

  /** Why the bot may not write here, if it may not. */
  abstract refusal(): Refusal | undefined;

  protected isOwn(quoted: Received | undefined): boolean {
    return quoted !== undefined && this.received.includes(quoted);
  }
}

export class Person extends Chat {
  readonly name: string;
  #standing: 'stranger' | 'talking' | 'blocking' = 'stranger';

  constructor(world: ZaloBotWorld, id: string, name: string) {
    super(world, id, name);
    this.name = name;
  }

  says(text: string, { replyTo }: Placing = {}): UpdateJson {
    return this.#write('text', { text, ...this.world.quoteOf(replyTo) });
  }

  sends(sending: Sending): UpdateJson {
    const { kind, content } = this.world.contentOf(sending);
    return this.#write(kind, content);
  }

  /** Anything, as a later version of the platform may tell it. */
  sendsRaw(event: string, content: Partial<MessageJson>): UpdateJson {
    return this.#write(event, content);
  }

  blocks(): void {
    this.#standing = 'blocking';
  }

  override refusal(): Refusal | undefined {
    if (this.#standing === 'blocking') return BLOCKED;
    return this.#standing === 'talking' ? undefined : STRANGER;
  }

  #write(event: string, content: Partial<MessageJson>): UpdateJson {
    this.#standing = 'talking';
    return this.world.write(event, this, { id: this.id, chat_type: 'PRIVATE' }, content);
  }
}

/** The bot is shown mentions of it and quotes of its messages, and nothing else. */
export class Group extends Chat {
  readonly title: string;
  readonly members: Person[];
  hasBot = true;

  constructor(world: ZaloBotWorld, id: string, title: string, members: Person[]) {
    super(world, id, title);
    this.title = title;
    this.members = members;
  }

  says(who: Person, text: string, { replyTo }: Placing = {}): UpdateJson | null {
    if (!this.isOwn(replyTo)) return null;
    return this.#write(who, 'text', { text, ...this.world.quoteOf(replyTo) });
  }

  /** `@` in the words stands for the bot's name, as picked from the list of members. */
  mentions(who: Person, words: string): UpdateJson {
    return this.#write(who, 'text', { text: words.replace('@', `@${this.world.bot.display_name}`) });
  }

  /** With the bot's name in the caption, or in reply to it. */
  sends(who: Person, sending: Sending): UpdateJson {
    const { kind, content } = this.world.contentOf(sending);
    return this.#write(who, kind, content);
  }

  removesBot(): void {
    this.hasBot = false;
  }

  override refusal(): Refusal | undefined {
    return this.hasBot ? undefined : NOT_IN_GROUP;
  }

  #write(who: Person, event: string, content: Partial<MessageJson>): UpdateJson {
    if (!this.members.includes(who)) throw new Error(`${who.name} is not in ${this.title}`);
    return this.world.write(event, who, { id: this.id, chat_type: 'GROUP' }, content);
  }
}
