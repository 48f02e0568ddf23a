/** Everybody and everything that the stand-in knows of. */
import { Bell } from '../bell.ts';
import { Group, Person, type Sending } from './chats.ts';
import type { MessageJson, MessageKind, QuoteJson, ReactionJson } from './json.ts';
import type { Received } from './mailbox.ts';

/** What goes to whoever listens. */
export type Broadcast =
  | { kind: MessageKind; message: MessageJson }
  | { kind: MessageKind; reaction: ReactionJson }
  | { control: Record<string, unknown> };

export interface WorldOptions {
  /** Dates the messages. */
  now?: () => Date;
}

/** Where people's files are fetched from. */
export const FILE_HOST = 'f1-zpc.dl.zalo.me';

export class ZaloWorld {
  readonly bell = new Bell();
  readonly account = { uid: '3300000000000000001', name: 'Nhắc Hạn', phone: '84912345678' };
  /** Every message, oldest first. */
  readonly history: { kind: MessageKind; message: MessageJson }[] = [];
  readonly files = new Map<string, Buffer>();
  readonly chats = new Map<string, Person | Group>();
  broadcast: (one: Broadcast) => void = () => {};
  readonly #now: () => Date;
  #lastTs = 0;
  #messages = 0;
  #albums = 0;

  constructor({ now = () => new Date() }: WorldOptions) {
    this.#now = now;
  }

  person(name: string): Person {
    return this.#place(new Person(this, `44${String(this.chats.size + 1).padStart(17, '0')}`, name));
  }

  group(title: string, members: Person[]): Group {
    return this.#place(new Group(this, `55${String(this.chats.size + 1).padStart(17, '0')}`, title, members));
  }

  nextId(): string {
    this.#messages += 1;
    return String(7_208_601_930_000 + this.#messages);
  }

  /** Somebody's message, the account's own included: kept, and told to whoever listens. */
  write(kind: MessageKind, raw: Partial<MessageJson>): MessageJson {
    const msgId = raw.msgId ?? this.nextId();
    // Two messages never share a millisecond, so that clients can tell them apart by the time.
    this.#lastTs = Math.max(this.#now().getTime(), this.#lastTs + 1);
    const message: MessageJson = {
      actionId: `9${msgId}`,
      msgId,
      cliMsgId: String(this.#lastTs),
      msgType: 'webchat',
      uidFrom: '0',
      idTo: '0',
      dName: this.account.name,
      ts: String(this.#lastTs),
      status: 1,
      content: '',
      ttl: 0,
      cmd: kind === 'user' ? 501 : 521,
      ...raw,
    };
    this.history.push({ kind, message });
    this.broadcast({ kind, message });
    return message;
  }

  /** Tells whoever listens of a message once more. */
  repeats(message: MessageJson): void {
    const known = this.history.find((one) => one.message.msgId === message.msgId);
    if (known) this.broadcast(known);
  }

  /** A sign below a message, "" to take it back. Told to whoever listens, and in no history of messages. */
  react(
    kind: MessageKind,
    who: { id: string; name: string },
    idTo: string,
    messageId: string,
    icon: string,
    from: 'desktop' | 'phone' = 'desktop',
  ): void {
    const reacted = this.history.find(({ message }) => message.msgId === messageId)?.message;
    if (!reacted) throw new Error(`There is no message ${messageId}`);
    this.#lastTs = Math.max(this.#now().getTime(), this.#lastTs + 1);
    const rMsg = [
      { gMsgID: from === 'phone' ? 0 : Number(messageId), cMsgID: Number(reacted.cliMsgId), msgType: 1 },
    ];
    const reaction: ReactionJson = {
      actionId: `9${this.#lastTs}`,
      msgId: this.nextId(),
      cliMsgId: String(this.#lastTs),
      msgType: 'chat.reaction',
      uidFrom: who.id,
      idTo,
      dName: who.name,
      content: JSON.stringify({ rMsg, rIcon: icon, rType: icon === '' ? -1 : 5, source: 6 }),
      ts: String(this.#lastTs),
      ttl: 0,
    };
    this.broadcast({ kind, reaction });
  }

  /** "Thu hồi", as a message of its own. Phones may leave out the id of the message taken back. */
  recall(kind: MessageKind, message: MessageJson, from: 'desktop' | 'phone' = 'desktop'): void {
    const content = {
      globalMsgId: from === 'phone' ? 0 : Number(message.msgId),
      cliMsgId: Number(message.cliMsgId),
      deleteMsg: 1,
      srcId: 0,
      destId: 0,
    };
    const { uidFrom, idTo, dName } = message;
    this.write(kind, { msgType: 'chat.undo', uidFrom, idTo, dName, content });
  }

  tellGroup(group: Group, act: string): void {
    const { uid, name } = this.account;
    const data = {
      groupId: group.id,
      groupName: group.title,
      sourceId: group.members[0]?.id ?? '',
      updateMembers: [{ id: uid, dName: name }],
      time: String(this.#now().getTime()),
      version: this.nextId(),
    };
    this.broadcast({ control: { content: { act_type: 'group', act, data: JSON.stringify(data) } } });
  }

  quoteOf(received: Received | undefined): { quote?: QuoteJson } {
    const quoted = received && this.history.find(({ message }) => message.msgId === received.id)?.message;
    if (!quoted) return {};
    const isOwn = quoted.uidFrom === '0';
    return {
      quote: {
        // JSON with numbers beyond 2^53: what the stand-in writes as text is unquoted on the way out.
        ownerId: `bigint:${isOwn ? this.account.uid : quoted.uidFrom}` as unknown as number,
        cliMsgId: Number(quoted.cliMsgId),
        globalMsgId: Number(quoted.msgId),
        cliMsgType: 1,
        ts: Number(quoted.ts),
        msg: String(quoted.content),
        attach: '',
        fromD: quoted.dName,
        ttl: 0,
      },
    };
  }

  contentOf(sending: Sending): Partial<MessageJson> {
    const { document, photo, link, video, sticker, voice, card, location, missedCall } = sending;
    const blank = {
      title: '',
      description: '',
      href: '',
      thumb: '',
      childnumber: 0,
      action: '',
      params: '',
      type: '',
    };
    if (document) {
      const params = JSON.stringify({ fileSize: String(document.content.byteLength), fileExt: 'docx' });
      const href = this.keepFile(document.content);
      return { msgType: 'share.file', content: { ...blank, title: document.name, href, params } };
    }
    if (photo) {
      const href = this.keepFile(photo.content);
      return { msgType: 'chat.photo', content: { ...blank, title: photo.caption ?? '', href, thumb: href } };
    }
    if (link)
      return { msgType: 'chat.recommended', content: { ...blank, ...link, action: 'recommened.link' } };
    const filed = (msgType: string, bytes: Uint8Array) => ({
      msgType,
      content: { ...blank, href: this.keepFile(bytes) },
    });
    if (video) return filed('chat.video.msg', video);
    if (voice) return filed('chat.voice', voice);
    if (card) {
      const content = { ...blank, title: card, href: 'https://s120-ava-talk.zadn.vn/x.jpg' };
      return { msgType: 'chat.recommended', content: { ...content, action: 'recommened.user' } };
    }
    if (missedCall) {
      return { msgType: 'chat.recommended', content: { ...blank, action: 'recommened.misscall' } };
    }
    if (location) {
      const content = { ...blank, title: 'Trụ sở', href: 'https://www.google.com/maps?q=21.02,105.84' };
      return { msgType: 'chat.location.new', content };
    }
    if (sticker) return { msgType: 'chat.sticker', content: { id: 1, catId: 2, type: 7 } };
    throw new Error('Nothing to send');
  }

  /** The mark that the photos of one album share. */
  albumData(): string {
    this.#albums += 1;
    return JSON.stringify({ groupMediaMsg: { groupLayoutId: String(1_756_181_928_640 + this.#albums) } });
  }

  keepFile(content: Uint8Array): string {
    const path = `/files/${this.files.size + 1}`;
    this.files.set(path, Buffer.from(content));
    return `https://${FILE_HOST}${path}`;
  }

  #place<C extends Person | Group>(chat: C): C {
    this.chats.set(chat.id, chat);
    return chat;
  }
}
