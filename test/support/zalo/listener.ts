/** The socket on which Zalo tells a web client what happens. One client at a time: a newer one drives the older out. */
import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocket, WebSocketServer } from 'ws';
import { type BodyEncoding, frame, frameBody, readFrame } from './cipher.ts';
import type { MessageJson, MessageKind } from './json.ts';
import type { Broadcast, ZaloWorld } from './world.ts';

/**
 * What "lastId" means is known only to Zalo, and those who tried tell different stories: what came after that message,
 * or what was before it.
 */
export type Paging = 'forward' | 'backward';

export interface ListenerTraits {
  paging: Paging;
  /** How many old messages one answer holds. */
  pageSize: number;
}

interface Client {
  socket: WebSocket;
  key: Buffer;
}

const CMD = { user: 501, group: 521 } as const;
const OLD = { user: 510, group: 511 } as const;
const LIST = { user: 'msgs', group: 'groupMsgs' } as const;

export class ListenerSocket {
  readonly traits: ListenerTraits;
  /** How often a client has connected. */
  connections = 0;
  /** Answers no request for old messages. */
  forgetsHistory = false;
  /** Tells of nothing; it is in the history all the same. */
  isMuted = false;
  /** In what kind of frame private messages come; some accounts get theirs in others. */
  privateCommand: number = CMD.user;
  readonly #world: ZaloWorld;
  readonly #server = new WebSocketServer({ noServer: true });
  #client: Client | null = null;
  #frames = 0;

  constructor(world: ZaloWorld, traits: ListenerTraits) {
    this.#world = world;
    this.traits = traits;
    world.broadcast = (one) => this.#tell(one);
  }

  get isOpen(): boolean {
    return this.#client?.socket.readyState === WebSocket.OPEN;
  }

  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    this.#server.handleUpgrade(request, socket, head, (opened) => this.#welcome(opened));
  }

  /** The line goes dead without a word. */
  cut(): void {
    this.#client?.socket.terminate();
    this.#client = null;
  }

  close(code: number): void {
    this.#client?.socket.close(code);
    this.#client = null;
  }

  /** Somebody opens Zalo in a browser with the same account. */
  otherLogin(): void {
    this.#send(3000, 0, { encrypt: 0, data: '{}' });
  }

  /** A frame that no client can read. */
  garble(): void {
    this.#client?.socket.send(
      Buffer.concat([Buffer.from([1, 501 & 0xff, 501 >> 8, 0]), Buffer.from('{"data":')]),
    );
  }

  /** Any frame, made well or badly. */
  sendFrame(cmd: number, sub: number, body: unknown): void {
    this.#send(cmd, sub, body);
  }

  /** Several messages in one frame. */
  tellTogether(kind: MessageKind, messages: MessageJson[]): void {
    this.#tellMessages(CMD[kind], 0, kind, messages);
  }

  stop(): void {
    this.#client?.socket.terminate();
    this.#server.close();
  }

  #welcome(socket: WebSocket): void {
    this.connections += 1;
    this.#client?.socket.close(3000);
    const client = { socket, key: randomBytes(16) };
    this.#client = client;
    socket.on('error', () => {});
    socket.on('message', (data) => this.#hear(data as Buffer));
    socket.on('close', () => {
      if (this.#client === client) this.#client = null;
      this.#world.bell.ring();
    });
    this.#send(1, 1, { key: client.key.toString('base64'), error_code: 0 });
    this.#world.bell.ring();
  }

  #hear(data: Buffer): void {
    const { cmd, sub, body } = readFrame(data);
    const kind = cmd === OLD.user ? 'user' : cmd === OLD.group ? 'group' : null;
    if (kind === null || sub !== 1 || this.forgetsHistory) return;
    const page = this.#page(kind, body.lastId === null ? null : String(body.lastId));
    this.#tellMessages(cmd, 1, kind, page);
  }

  #page(kind: MessageKind, lastId: string | null): MessageJson[] {
    const { paging, pageSize } = this.traits;
    const all = this.#world.history.filter((one) => one.kind === kind).map(({ message }) => message);
    const isLast = (one: MessageJson) => one.msgId === lastId || one.actionId === lastId;
    const index = all.findIndex(isLast);
    if (paging === 'backward') {
      const before = index < 0 ? all : all.slice(0, index);
      return before.slice(-pageSize).toReversed();
    }
    return index < 0 ? all.slice(-pageSize) : all.slice(index + 1, index + 1 + pageSize);
  }

  #tell(one: Broadcast): void {
    if (this.isMuted) return;
    if ('control' in one) this.#sendBody(601, 0, { controls: [one.control] });
    else if ('reaction' in one) {
      const [reacts, reactGroups] = one.kind === 'user' ? [[one.reaction], []] : [[], [one.reaction]];
      this.#sendBody(612, 0, { reacts, reactGroups });
    } else {
      const command = one.kind === 'user' ? this.privateCommand : CMD.group;
      this.#tellMessages(command, 0, one.kind, [one.message]);
    }
  }

  #tellMessages(cmd: number, sub: number, kind: MessageKind, messages: MessageJson[]): void {
    this.#sendBody(cmd, sub, { [LIST[kind]]: messages });
  }

  /** In each of the encodings in turn. */
  #sendBody(cmd: number, sub: number, data: unknown): void {
    if (!this.#client) return;
    const encoding = (this.#frames++ % 4) as BodyEncoding;
    const body = frameBody(
      text({ data, error_code: 0, error_message: '' }, encoding),
      encoding,
      this.#client.key,
    );
    this.#send(cmd, sub, { ...body, error_code: 0 });
  }

  #send(cmd: number, sub: number, body: unknown): void {
    const socket = this.#client?.socket;
    if (socket?.readyState === WebSocket.OPEN) socket.send(frame(cmd, sub, body));
  }
}

/**
 * Ids marked "bigint:…" are written as numbers beyond 2^53, as Zalo does. Only the plain encoding goes through a parser that
 * would round them, and there they stay text.
 */
function text(value: unknown, encoding: BodyEncoding): string {
  return JSON.stringify(value).replace(/"bigint:(\d+)"/g, encoding === 0 ? '"$1"' : '$1');
}
