/**
 * A Zalo Bot API server to test against, with people at the other end:
 *
 *   const zalo = await ZaloBotStandIn.start();
 *   const lan = zalo.person('Lan');
 *   lan.says('/start K7Q2');
 *   await lan.nextMessage(/Chào/);
 *   zalo.breaks('sendMessage', { cut: 'after' });
 *   zalo.nothingElse();
 *   await zalo.stop();
 *
 * Point the bot's apiRoot at `zalo.url` and its token at `zalo.token`; its files come by `zalo.fetch`. Made from the
 * platform's documentation and from what its users tell; where the two differ, options choose.
 */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { botApiMethods, type Method, type Parameters } from './bot-api.ts';
import type { Group, Person } from './chats.ts';
import { type Fault, FaultPlan, strikesAfter, strikesBefore } from './faults.ts';
import { Refusal, type UpdateJson } from './json.ts';
import { FILE_HOST, type WorldOptions, ZaloBotWorld } from './world.ts';

export interface Call {
  method: string;
  parameters: Parameters;
  /** On performance.now()'s scale. */
  at: number;
}

export interface StandInOptions extends WorldOptions {
  /** The API below a path, as behind a gateway: "/zalo-bot". */
  path?: string;
  /** The HTTP status of a refusal: 200, as a wrong token has been seen to get, or its own code. */
  refusals?: 'in-200' | 'by-status';
}

export class ZaloBotStandIn {
  readonly token = '1459232241454765289:stand-in-secret_part-of-the-token';
  readonly world: ZaloBotWorld;
  /** Every call that reached the server, in order. */
  readonly calls: Call[] = [];
  /** Calls that did not come the agreed way, whatever the answer. */
  readonly complaints: string[] = [];
  readonly #path: string;
  readonly #refusals: 'in-200' | 'by-status';
  readonly #methods: Record<string, Method>;
  readonly #faults = new FaultPlan();
  #server: Server;
  #port = 0;
  #isTokenRevoked = false;

  private constructor({ path = '', refusals = 'in-200', ...options }: StandInOptions) {
    this.world = new ZaloBotWorld(options);
    this.#path = path;
    this.#refusals = refusals;
    this.#methods = botApiMethods(this.world);
    this.#server = this.#newServer();
  }

  static async start(options: StandInOptions = {}): Promise<ZaloBotStandIn> {
    const zalo = new ZaloBotStandIn(options);
    await zalo.comesBack();
    return zalo;
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}${this.#path}`;
  }

  /** Leads to the file servers of Zalo, which are here too. */
  get fetch(): typeof globalThis.fetch {
    return (input, init) => {
      const url = new URL(input instanceof Request ? input.url : input);
      return fetch(url.host === FILE_HOST ? new URL(url.pathname, this.url) : url, init);
    };
  }

  person(name: string): Person {
    return this.world.person(name);
  }

  group(title: string, members: Person[]): Group {
    return this.world.group(title, members);
  }

  /** Hands an update out once more. */
  repeats(update: UpdateJson): void {
    this.world.updates.add(update);
  }

  /** The next calls of the method go wrong; "*" is any. */
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

  /** Waits until the bot waits for updates. */
  async polled(withinMs?: number): Promise<void> {
    await this.until(() => this.world.updates.isPolled || undefined, 'a long poll', withinMs);
  }

  until<T>(look: () => T | undefined, what: string, withinMs?: number): Promise<T> {
    return this.world.bell.until(look, () => what, withinMs);
  }

  /** Fails if the bot wrote anything that no test read, or called in a wrong way. */
  nothingElse(): void {
    for (const chat of this.world.chats.values()) chat.nothingElse();
    if (this.complaints.length > 0) throw new Error(`Zalo complains:\n${this.complaints.join('\n')}`);
  }

  /** Refuses connections, and cuts the open ones. */
  async goesDown(): Promise<void> {
    const closed = once(this.#server, 'close');
    this.#server.close();
    this.#server.closeAllConnections();
    // Whoever waited is gone, and takes no update along.
    this.world.updates.idles();
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
    const { pathname } = new URL(request.url ?? '/', this.url);
    if (pathname.startsWith('/files/')) return this.#serveFile(pathname, response);
    const route = pathname.startsWith(this.#path) ? pathname.slice(this.#path.length) : '';
    const [, token, method = ''] = /^\/bot([^/]+)\/(\w+)$/.exec(route) ?? [];
    const parameters = await this.#parametersOf(request);
    this.calls.push({ method, parameters, at: performance.now() });
    this.world.bell.ring();

    if (token !== this.token || this.#isTokenRevoked)
      return this.#answer(response, new Refusal(401, 'Unauthorized'));
    const fault = this.#faults.next(method);
    if (await strikesBefore(fault, response)) return;
    if (fault && 'answers' in fault) return this.#answer(response, refusalOf(fault));
    if (fault && 'results' in fault) return this.#answer(response, fault.results);
    const result = await this.#perform(method, parameters, response);
    if (!strikesAfter(fault, response)) this.#answer(response, result);
  }

  #serveFile(path: string, response: ServerResponse): void {
    const content = this.world.files.get(path);
    if (content) response.end(content);
    else response.writeHead(404).end();
  }

  async #perform(method: string, parameters: Parameters, response: ServerResponse): Promise<unknown> {
    const gone = new AbortController();
    response.on('close', () => gone.abort());
    try {
      const perform = this.#methods[method];
      if (!perform) throw new Refusal(404, 'Not found');
      return await perform(parameters, gone.signal);
    } catch (error) {
      if (error instanceof Refusal) return error;
      throw error;
    } finally {
      this.world.bell.ring();
    }
  }

  #answer(response: ServerResponse, result: unknown): void {
    const isRefused = result instanceof Refusal;
    const status = isRefused && this.#refusals === 'by-status' ? result.code : 200;
    const body = isRefused
      ? {
          ok: false,
          error_code: result.code,
          description: result.description,
          ...(result.retryAfter !== undefined && { parameters: { retry_after: result.retryAfter } }),
        }
      : { ok: true, result };
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  }

  async #parametersOf(request: IncomingMessage): Promise<Parameters> {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const isJson = request.headers['content-type']?.startsWith('application/json');
    if (request.method !== 'POST' || !isJson)
      this.complaints.push(`${request.method} instead of POST of JSON`);
    const body = Buffer.concat(parts).toString();
    return body === '' ? {} : (JSON.parse(body) as Parameters);
  }
}

function refusalOf({ answers, description, retryAfter }: Extract<Fault, { answers: number }>): Refusal {
  const usual = answers === 429 ? 'Quota exceeded' : 'Broken for the test';
  return new Refusal(answers, description ?? usual, retryAfter);
}
