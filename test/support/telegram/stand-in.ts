/**
 * A Bot API server to test against, with people at the other end:
 *
 *   const telegram = await TelegramStandIn.start();
 *   const lan = telegram.person('Lan');
 *   lan.startBot('K7Q2');
 *   await lan.nextMessage(/Chào/);
 *   lan.presses('Xong');
 *   telegram.breaks('sendMessage', { cut: 'after' });
 *   telegram.nothingElse();
 *   await telegram.stop();
 *
 * Point the bot's apiRoot at `telegram.url` and its token at `telegram.token`. Refusals, offsets, privacy mode, limits
 * on text and buttons are Telegram's own; what it does not know (editing, inline mode) answers 404.
 */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { answer } from './answer.ts';
import { type BotCommandJson, botApiMethods, type Method, type Parameters } from './bot-api.ts';
import { type Fault, FaultPlan, strikesAfter, strikesBefore } from './faults.ts';
import type { Group, GroupTraits } from './group.ts';
import { Refusal } from './json.ts';
import type { Person, PersonTraits } from './person.ts';
import { StandInWorld, type WorldOptions } from './world.ts';

export interface Call {
  method: string;
  parameters: Parameters;
  /** On performance.now()'s scale. */
  at: number;
}

export interface StandInOptions extends WorldOptions {
  /** The API below a path, as behind a gateway: "/telegram". */
  path?: string;
}

const SECRET = 'AAF-stand-in_secret-part-of-the-token';

export class TelegramStandIn {
  readonly token: string;
  /** Every call that reached the server, in order. */
  readonly calls: Call[] = [];
  /** The command menus by language code; '' is for everybody else. */
  readonly menus = new Map<string, BotCommandJson[]>();
  readonly world: StandInWorld;
  /** Bytes of files handed out. */
  bytesServed = 0;
  readonly #path: string;
  readonly #methods: Record<string, Method>;
  readonly #faults = new FaultPlan();
  #server: Server;
  #port = 0;
  #isTokenRevoked = false;

  private constructor({ path = '', ...options }: StandInOptions) {
    this.world = new StandInWorld(options);
    this.token = `${this.world.bot.id}:${SECRET}`;
    this.#path = path;
    this.#methods = botApiMethods(this.world, this.menus);
    this.#server = this.#newServer();
  }

  static async start(options: StandInOptions = {}): Promise<TelegramStandIn> {
    const telegram = new TelegramStandIn(options);
    await telegram.comesBack();
    return telegram;
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}${this.#path}`;
  }

  person(name: string, traits?: PersonTraits): Person {
    return this.world.person(name, traits);
  }

  /** A group; the bot is in it unless told otherwise. */
  group(title: string, traits: GroupTraits): Group {
    return this.world.group(title, traits);
  }

  /** The next calls of the method go wrong. The method "file" is the download of a file, "*" is any. */
  breaks(method: string, fault: Fault, times = 1): void {
    this.#faults.add(method, fault, times);
  }

  heals(): void {
    this.#faults.clear();
  }

  revokesToken(): void {
    this.#isTokenRevoked = true;
  }

  callsOf(method: string): Call[] {
    return this.calls.filter((call) => call.method === method);
  }

  /** Waits until the method has been called that often in all. */
  async called(method: string, times = 1, withinMs?: number): Promise<Call[]> {
    return await this.until(
      () => (this.callsOf(method).length >= times ? this.callsOf(method) : undefined),
      `${method} to be called ${times} times`,
      withinMs,
    );
  }

  /** Waits until the bot has confirmed every update. */
  async everythingConfirmed(withinMs?: number): Promise<void> {
    const nothingPending = () => (this.world.updates.pending.length === 0 ? true : undefined);
    await this.until(nothingPending, 'every update to be confirmed', withinMs);
  }

  /** Waits until the bot waits for updates. */
  async polled(withinMs?: number): Promise<void> {
    await this.until(() => this.world.updates.isPolled || undefined, 'a long poll', withinMs);
  }

  until<T>(look: () => T | undefined, what: string, withinMs?: number): Promise<T> {
    return this.world.bell.until(look, () => what, withinMs);
  }

  /** Fails if the bot wrote anything to anybody that no test read. */
  nothingElse(): void {
    for (const conversation of this.world.conversations) conversation.nothingElse();
  }

  /** Refuses connections, and cuts the open ones. */
  async goesDown(): Promise<void> {
    const closed = once(this.#server, 'close');
    this.#server.close();
    this.#server.closeAllConnections();
    await closed;
  }

  /** Listens again, at the same address. */
  async comesBack(): Promise<void> {
    this.#server = this.#newServer();
    this.#server.listen(this.#port, '127.0.0.1');
    await once(this.#server, 'listening');
    this.#port = (this.#server.address() as AddressInfo).port;
  }

  async stop(): Promise<void> {
    this.world.updates.close();
    if (this.#server.listening) await this.goesDown();
  }

  #newServer(): Server {
    return createServer((request, response) => {
      void this.#serve(request, response).catch(() => response.destroy());
    });
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', this.url);
    const route = pathname.startsWith(this.#path) ? pathname.slice(this.#path.length) : '';
    const [, isFile, token, rest = ''] = /^\/(file\/)?bot([^/]+)\/(.+)$/.exec(route) ?? [];
    const method = isFile ? 'file' : rest;
    const parameters = { ...Object.fromEntries(searchParams), ...(await readBody(request)) };
    this.calls.push({ method, parameters, at: performance.now() });
    this.world.bell.ring();

    if (token === undefined) return answer(response, new Refusal(404, 'Not Found'));
    if (token !== this.token || this.#isTokenRevoked)
      return answer(response, new Refusal(401, 'Unauthorized'));

    const fault = this.#faults.next(method);
    if (await strikesBefore(fault, response)) return;
    if (isFile) return this.#serveFile(decodeURIComponent(rest), response, fault);
    const result = await this.#perform(method, parameters, response);
    if (!strikesAfter(fault, response)) answer(response, result);
  }

  async #perform(method: string, parameters: Parameters, response: ServerResponse): Promise<unknown> {
    const gone = new AbortController();
    response.on('close', () => gone.abort());
    try {
      const perform = this.#methods[method];
      if (!perform) throw new Refusal(404, 'Not Found');
      return await perform(parameters, gone.signal);
    } catch (error) {
      if (error instanceof Refusal) return error;
      throw error;
    } finally {
      this.world.bell.ring();
    }
  }

  async #serveFile(path: string, response: ServerResponse, fault: Fault | undefined): Promise<void> {
    const content = this.world.files.contentAt(path);
    if (!content) return answer(response, new Refusal(404, 'Not Found'));
    const cut = fault !== undefined && 'cut' in fault;
    // A reader that hangs up ends it early.
    await pipeline(Readable.from(this.#partsOf(content, cut)), response).catch(() => {});
  }

  /** In small parts and without a length, so that a reader must count for itself. */
  *#partsOf(content: Uint8Array, isCut: boolean): Generator<Uint8Array> {
    const size = 64 * 1024;
    for (let at = 0; at < content.byteLength; at += size) {
      const part = content.subarray(at, at + size);
      this.bytesServed += part.byteLength;
      yield part;
      if (isCut) throw new Error('Cut off');
    }
  }
}

/** JSON, or a form with files in it. */
async function readBody(request: IncomingMessage): Promise<Parameters> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const body = Buffer.concat(parts);
  const type = request.headers['content-type'] ?? '';
  if (!type.startsWith('multipart/'))
    return body.length === 0 ? {} : (JSON.parse(body.toString()) as Parameters);
  const form = await new Response(body, { headers: { 'content-type': type } }).formData();
  return Object.fromEntries(form);
}
