/**
 * Zalo's web client through zca-js, and the only file that imports it. Every call fails with one of the two errors of
 * errors.ts, and nothing that a handler of events throws reaches the library: a throw there loses the rest of a batch
 * of messages, or ends the process.
 */
import {
  type API,
  type GroupEvent,
  type LoginQRCallbackEvent,
  LoginQRCallbackEventType,
  type Message,
  type Reaction,
  type SendMessageQuote,
  TextStyle,
  ThreadType,
  type Undo,
  Zalo,
} from 'zca-js';
import { type AccountName, dialled } from './account-name.ts';
import type { ZaloChat } from './chat-id.ts';
import { droppedSilently, zaloErrorOf } from './errors.ts';
import { pngSize } from './png-size.ts';
import type { RenderedText } from './render.ts';
import type { StoredCookie, ZaloSession } from './session-file.ts';
import { createTransport, type Transport, type TransportOptions } from './transport.ts';

export type { GroupEvent, Message, Reaction, SendMessageQuote, Undo } from 'zca-js';

export type MessageKind = 'user' | 'group';

export interface OwnAccount extends AccountName {
  id: string;
}

export interface OutgoingFile {
  kind: 'photo' | 'file';
  name: string;
  bytes: Uint8Array;
}

export interface ListenEvents {
  /** The server has accepted the listener: old messages can be asked for. */
  ready(): void;
  message(message: Message): void;
  oldMessages(kind: MessageKind, messages: Message[]): void;
  groupEvent(event: GroupEvent): void;
  reaction(reaction: Reaction): void;
  recalled(undo: Undo): void;
  /** Of a kind that nobody here knows: it may have brought a message. */
  unknownFrame(): void;
  /** Something could not be read; what came with it may be lost. */
  error(error: unknown): void;
  closed(code: number): void;
}

/** The socket on which Zalo tells what happens. It needs the login; the login does not need it. */
export interface Line {
  /** Answered by `oldMessages`, sooner or later or never. */
  askForOldMessages(kind: MessageKind, lastId: string | null): void;
  /** Resolves once all that has come is told; after that the login may open another one. */
  close(): Promise<void>;
}

/** One login. It sends for as long as its session holds, whether it is listened to or not. */
export interface ZaloApi {
  readonly own: OwnAccount;
  /** @returns the message's id. @throws {ZaloRefusal | ZaloUnreachable | DeliveryError} */
  sendText(chat: ZaloChat, text: RenderedText, quote?: SendMessageQuote): Promise<string>;
  sendFile(chat: ZaloChat, file: OutgoingFile): Promise<string>;
  groupTitle(groupId: string): Promise<string | null>;
  /** Opens the line: one at a time, the one before must have been closed. */
  listen(events: ListenEvents): Line;
}

export interface ClientOptions extends TransportOptions {
  /** Cookies that Zalo changed. */
  onCookies(cookies: StoredCookie[]): void;
}

/** Zalo says over the listener when an uploaded file is ready; nothing in the library ends the waiting for it. */
const FILE_TIMEOUT_MS = 180_000;

/** @throws {ZaloRefusal | ZaloUnreachable} */
export async function login(session: ZaloSession, options: ClientOptions): Promise<ZaloApi> {
  const transport = createTransport(options);
  const { imei, userAgent } = session;
  // The library changes what it is given.
  const cookie = structuredClone(session.cookies) as never;
  const api = await called('login', () => zaloOver(transport).login({ imei, userAgent, cookie }));
  const saveCookies = () => {
    if (transport.tookCookies()) options.onCookies(cookiesOf(api));
  };
  saveCookies();

  const call = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
    try {
      return await called(what, work);
    } finally {
      saveCookies();
    }
  };
  // Without this listener an error would end the process, before the listening and after it as well.
  api.listener.on('error', noop);

  // Only needed to see whether somebody types it: whatever goes wrong here is no reason to be without the account.
  const profile = await call('fetchAccountInfo', () => api.fetchAccountInfo()).catch(() => null);
  const phone = dialled(profile?.profile?.phoneNumber);

  return {
    own: { id: api.getOwnId(), name: profile?.profile?.displayName ?? null, ...(phone ? { phone } : {}) },
    async sendText(chat, text, quote) {
      const content = contentOf(text, quote);
      const sent = await call('sendMessage', () => api.sendMessage(content, chat.id, threadType(chat)));
      return idOf(sent.message);
    },
    async sendFile(chat, file) {
      const attachments = [attachmentOf(file)];
      const sending = () => api.sendMessage({ msg: '', attachments }, chat.id, threadType(chat));
      const sent = await call('sendFile', () => within(FILE_TIMEOUT_MS, sending));
      return idOf(sent.attachment[0]);
    },
    async groupTitle(groupId) {
      const { gridInfoMap } = await call('getGroupInfo', () => api.getGroupInfo(groupId));
      return gridInfoMap[groupId]?.name ?? null;
    },
    listen: (events) => openLine(api, transport, events),
  };
}

export interface QrEvents {
  /** A PNG to scan with the phone. */
  onCode(png: Buffer): void;
  onScanned(name: string): void;
}

export type QrOutcome =
  | { outcome: 'signed-in'; name: string; session: Omit<ZaloSession, 'since'> }
  | { outcome: 'expired' }
  | { outcome: 'declined' };

/** @throws {ZaloRefusal | ZaloUnreachable} */
export async function loginByQr(options: TransportOptions, events: QrEvents): Promise<QrOutcome> {
  const transport = createTransport(options);
  let ending: QrOutcome | null = null;
  let name = '';
  let device = { imei: '', userAgent: '' };
  const follow = (event: LoginQRCallbackEvent) => {
    switch (event.type) {
      case LoginQRCallbackEventType.QRCodeGenerated:
        events.onCode(Buffer.from(event.data.image, 'base64'));
        break;
      case LoginQRCallbackEventType.QRCodeScanned:
        name = event.data.display_name;
        events.onScanned(name);
        break;
      case LoginQRCallbackEventType.GotLoginInfo:
        device = { imei: event.data.imei, userAgent: event.data.userAgent };
        break;
      default:
        ending = { outcome: event.type === LoginQRCallbackEventType.QRCodeExpired ? 'expired' : 'declined' };
        // Left alone after a refusal, the library's promise never settles.
        event.actions.abort();
    }
  };
  try {
    const api = await zaloOver(transport).loginQR({}, follow);
    return {
      outcome: 'signed-in',
      name,
      session: { ...device, cookies: cookiesOf(api), ownId: api.getOwnId() },
    };
  } catch (error) {
    if (ending !== null) return ending;
    throw zaloErrorOf('QR login', error);
  } finally {
    transport.close();
  }
}

function zaloOver({ fetch, agent }: Transport): Zalo {
  // selfListen: that the account was taken out of a group is told as its own doing, and only with this.
  return new Zalo({ checkUpdate: false, logging: false, selfListen: true, polyfill: fetch, agent });
}

/** What the library does with its listener, which its types keep to themselves. */
interface ListenerParts {
  ws: Socket | null;
  /** Taken down once, at the login: Zalo may have changed it since. */
  cookie: string;
}

interface Socket {
  onmessage: (event: SocketEvent) => Promise<void> | void;
  onclose: (event: SocketEvent) => Promise<void> | void;
  onerror: (event: SocketEvent) => void;
}

interface SocketEvent {
  data?: unknown;
}

function openLine(api: API, transport: Transport, events: ListenEvents): Line {
  const { listener } = api;
  const parts = listener as unknown as ListenerParts;
  parts.cookie = api.getCookie().getCookieStringSync('https://chat.zalo.me');
  relay(api, events);
  listener.start();
  const allRead = readInTurn(parts, events);
  return {
    askForOldMessages(kind, lastId) {
      listener.requestOldMessages(kind === 'user' ? ThreadType.User : ThreadType.Group, lastId);
    },
    async close() {
      // Stopped, the library can decode nothing more of what has come already.
      await allRead();
      listener.removeAllListeners();
      // Its end, when it comes, would be taken for that of the line after it.
      const { ws } = parts;
      if (ws) Object.assign(ws, { onmessage: noop, onclose: noop, onerror: noop });
      listener.on('error', noop);
      listener.stop();
      transport.close();
    },
  };
}

function noop(): void {}

function relay({ listener }: API, events: ListenEvents): void {
  const guarded =
    <A extends unknown[]>(handle: (...given: A) => void) =>
    (...given: A) => {
      try {
        handle(...given);
      } catch (error) {
        events.error(error);
      }
    };
  listener.on('cipher_key', guarded(events.ready));
  listener.on('message', guarded(events.message));
  listener.on(
    'old_messages',
    guarded((messages, type) => events.oldMessages(type === ThreadType.User ? 'user' : 'group', messages)),
  );
  listener.on('group_event', guarded(events.groupEvent));
  listener.on('reaction', guarded(events.reaction));
  listener.on('undo', guarded(events.recalled));
  listener.on('error', (error) => events.error(error));
  listener.on('closed', guarded(events.closed));
}

/** Frames in which Zalo hands out private messages, besides 501; zca-js leaves them unread, though they look the same. */
const PRIVATE_TOO = new Set([504, 524, 551, 553]);
/** Those that zca-js reads, its own and the server's pulse among them. */
const KNOWN = new Set([1, 2, 501, 502, 510, 511, 521, 522, 601, 602, 610, 611, 612, 3000]);

/** The frame as zca-js can read it. [version u8][command u16 LE][sub-command u8] stand before the body. */
function readable({ data }: SocketEvent, events: ListenEvents): SocketEvent {
  if (!Buffer.isBuffer(data) || data.length < 4) return { data };
  const command = data.readUInt16LE(1);
  if (PRIVATE_TOO.has(command)) {
    const frame = Buffer.from(data);
    frame.writeUInt16LE(501, 1);
    frame.writeUInt8(0, 3);
    return { data: frame };
  }
  if (!KNOWN.has(command)) events.unknownFrame();
  return { data };
}

/**
 * zca-js decodes frames side by side, so that of two that came in one breath the second may be told first, by as much as
 * a busy machine takes for it. Here each waits for the one before it, and the end of the line for the last.
 * @returns a promise that resolves once all that has come by then is told
 */
function readInTurn({ ws }: ListenerParts, events: ListenEvents): () => Promise<void> {
  let read = Promise.resolve();
  if (!ws) return () => read;
  const { onmessage, onclose } = ws;
  const inTurn = (handle: Socket['onmessage']) => (event: SocketEvent) => {
    read = read.then(() => handle.call(ws, event)).catch(events.error);
    return read;
  };
  ws.onmessage = inTurn((event) => onmessage.call(ws, readable(event, events)));
  ws.onclose = inTurn(onclose);
  return () => read;
}

function contentOf({ text, headings, quiet, mentions }: RenderedText, quote?: SendMessageQuote) {
  const styles = [
    ...headings.map(({ start, length }) => ({ start, len: length, st: TextStyle.Bold as const })),
    ...quiet.map(({ start, length }) => ({ start, len: length, st: TextStyle.Italic as const })),
  ];
  return {
    msg: text,
    ...(styles.length > 0 && { styles }),
    ...(mentions.length > 0 && {
      mentions: mentions.map(({ userId, start, length }) => ({ uid: userId, pos: start, len: length })),
    }),
    ...(quote && isQuotable(quote) && { quote }),
  };
}

/** The library throws for the others; the answer matters more than the quote. */
function isQuotable({ content, msgType }: SendMessageQuote): boolean {
  return typeof content === 'string' || (msgType !== 'webchat' && msgType !== 'group.poll');
}

function attachmentOf({ kind, name, bytes }: OutgoingFile) {
  const data = Buffer.from(bytes);
  const size = kind === 'photo' ? pngSize(data) : null;
  // The library goes by the name: only these are shown as photos.
  const isNamedPhoto = /\.(png|jpe?g|webp)$/i.test(name);
  const filename = (kind === 'photo' && !isNamedPhoto ? `${name}.png` : name) as `${string}.${string}`;
  return { data, filename, metadata: { totalSize: data.byteLength, ...size } };
}

function threadType({ kind }: ZaloChat): ThreadType {
  return kind === 'group' ? ThreadType.Group : ThreadType.User;
}

function idOf(sent: { msgId: number } | null | undefined): string {
  if (!sent?.msgId) throw droppedSilently();
  return String(sent.msgId);
}

function cookiesOf(api: API): StoredCookie[] {
  return (api.getCookie().toJSON()?.cookies ?? []) as unknown as StoredCookie[];
}

async function called<T>(what: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw zaloErrorOf(what, error);
  }
}

function within<T>(limitMs: number, work: () => Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`not done within ${limitMs} ms`)), limitMs);
    work()
      .then(resolve, reject)
      .finally(() => clearTimeout(timer));
  });
}
