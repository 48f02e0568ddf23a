/** People and groups on Zalo, as a test sees them. */

import { Mailbox } from '../mailbox.ts';
import type { Refusal } from '../refusal.ts';
import { type MessageJson, NOT_IN_GROUP, STRANGER } from './json.ts';
import type { Received } from './mailbox.ts';
import type { ZaloWorld } from './world.ts';

export interface Placing {
  /** The message quoted. */
  replyTo?: Received;
}

export interface Sending {
  document?: { name: string; content: Uint8Array };
  photo?: { content: Uint8Array; caption?: string };
  /** A shared link with its preview. */
  link?: { href: string; title: string };
  video?: Uint8Array;
  sticker?: true;
  voice?: Uint8Array;
  /** Somebody's name. */
  card?: string;
  location?: true;
  missedCall?: true;
}

abstract class Chat extends Mailbox<Received> {
  readonly id: string;
  protected readonly world: ZaloWorld;

  constructor(world: ZaloWorld, id: string, name: string) {
    super(world.bell, name);
    this.world = world;
    this.id = id;
  }

  /** Why the account may not write here, if it may not. */
  abstract refusal(): Refusal | undefined;
}

export class Person extends Chat {
  readonly name: string;
  #standing: 'stranger' | 'talking' | 'blocking' = 'stranger';

  constructor(world: ZaloWorld, id: string, name: string) {
    super(world, id, name);
    this.name = name;
  }

  says(text: string, { replyTo }: Placing = {}): MessageJson {
    return this.#write({ content: text, ...this.world.quoteOf(replyTo) });
  }

  sends(sending: Sending, { replyTo }: Placing = {}): MessageJson {
    return this.#write({ ...this.world.contentOf(sending), ...this.world.quoteOf(replyTo) });
  }

  /** Several photos in one message, as the app shows it: each is a message of its own, of one layout. */
  sendsAlbum(pieces: Sending[]): MessageJson[] {
    const extraData = this.world.albumData();
    return pieces.map((piece) => this.#write({ ...this.world.contentOf(piece), extraData }));
  }

  /** Sets a sign below a message of the account; "" takes it back. */
  reacts(to: Received, icon = '/-heart', from?: 'desktop' | 'phone'): void {
    this.world.react('user', this, '0', to.id, icon, from);
  }

  recalls(message: MessageJson, from?: 'desktop' | 'phone'): void {
    this.world.recall('user', message, from);
  }

  /** Anything, as a client of another make may send it. */
  sendsRaw(raw: Partial<MessageJson>): MessageJson {
    return this.#write(raw);
  }

  blocks(): void {
    this.#standing = 'blocking';
  }

  override refusal(): Refusal | undefined {
    return this.#standing === 'talking' ? undefined : STRANGER;
  }

  #write(raw: Partial<MessageJson>): MessageJson {
    this.#standing = 'talking';
    return this.world.write('user', { uidFrom: this.id, idTo: '0', dName: this.name, ...raw });
  }
}

export class Group extends Chat {
  readonly title: string;
  readonly members: Person[];
  hasAccount = true;

  constructor(world: ZaloWorld, id: string, title: string, members: Person[]) {
    super(world, id, title);
    this.title = title;
    this.members = members;
  }

  says(who: Person, text: string, { replyTo }: Placing = {}): MessageJson {
    return this.#write(who, { content: text, ...this.world.quoteOf(replyTo) });
  }

  /** `@` in the words stands for the account's name, as picked from the list of members. */
  mentions(who: Person, words: string): MessageJson {
    const name = `@${this.world.account.name}`;
    const mention = {
      uid: this.world.account.uid,
      pos: words.indexOf('@'),
      len: name.length,
      type: 0,
    } as const;
    return this.#write(who, { content: words.replace('@', name), mentions: [mention] });
  }

  /** "@All". */
  mentionsEverybody(who: Person, words: string): MessageJson {
    const content = `@All ${words}`;
    return this.#write(who, { content, mentions: [{ uid: '-1', pos: 0, len: 4, type: 1 }] });
  }

  sends(who: Person, sending: Sending, { replyTo }: Placing = {}): MessageJson {
    return this.#write(who, { ...this.world.contentOf(sending), ...this.world.quoteOf(replyTo) });
  }

  reacts(who: Person, to: Received, icon = '/-strong'): void {
    this.world.react('group', who, this.id, to.id, icon);
  }

  removesAccount(): void {
    this.hasAccount = false;
    this.world.tellGroup(this, 'remove_member');
  }

  addsAccount(): void {
    this.hasAccount = true;
    this.world.tellGroup(this, 'join');
  }

  override refusal(): Refusal | undefined {
    return this.hasAccount ? undefined : NOT_IN_GROUP;
  }

  #write(who: Person, raw: Partial<MessageJson>): MessageJson {
    if (!this.members.includes(who)) throw new Error(`${who.name} is not in ${this.title}`);
    return this.world.write('group', { uidFrom: who.id, idTo: this.id, dName: who.name, ...raw });
  }
}
