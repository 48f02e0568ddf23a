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
import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { envelopeOf, type Method, perform, UNAUTHORIZED } from '../bot-api.ts';
import { strikesAfter, strikesBefore } from '../faults.ts';
import { answerJson, HttpStandIn, type Parameters } from '../http-stand-in.ts';
import { Refusal } from '../refusal.ts';
import { botApiMethods } from './bot-api.ts';
import type { Group, Person } from './chats.ts';
import { type Fault, refusalOf } from './faults.ts';
import type { UpdateJson } from './json.ts';
import { FILE_HOST, type WorldOptions, ZaloBotWorld } from './world.ts';

export interface StandInOptions extends WorldOptions {
  /** The API below a path, as behind a gateway: "/zalo-bot". */
  path?: string;
  /** The HTTP status of a refusal: 200, as a wrong token has been seen to get, or its own code. */
  refusals?: 'in-200' | 'by-status';
}

export class ZaloBotStandIn extends HttpStandIn<ZaloBotWorld, Fault> {
  readonly token = '1459232241454765289:stand-in-secret_part-of-the-token';
  readonly #refusals: 'in-200' | 'by-status';
  readonly #methods: Record<string, Method>;
  #isTokenRevoked = false;

  private constructor({ path, refusals = 'in-200', ...options }: StandInOptions) {
    super(new ZaloBotWorld(options), path);
    this.#refusals = refusals;
    this.#methods = botApiMethods(this.world);
  }

  static async start(options: StandInOptions = {}): Promise<ZaloBotStandIn> {
    const zalo = new ZaloBotStandIn(options);
    await zalo.comesBack();
    return zalo;
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

  revokesToken(): void {
    this.#isTokenRevoked = true;
  }

  /** Waits until the bot waits for updates. */
  polled(withinMs?: number): Promise<void> {
    return this.world.updates.polled(withinMs);
  }

  override async goesDown(): Promise<void> {
    const down = super.goesDown();
    // Whoever waited is gone, and takes no update along.
    this.world.updates.idles();
    await down;
  }

  override async stop(): Promise<void> {
    this.world.updates.close();
    await super.stop();
  }

  protected override async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? '/', this.url);
    if (pathname.startsWith('/files/')) return this.#serveFile(pathname, response);
    const { path } = this.addressOf(request);
    const [, token, method = ''] = /^\/bot([^/]+)\/(\w+)$/.exec(path) ?? [];
    const parameters = await this.#parametersOf(request);
    this.record(method, parameters);
    if (token !== this.token || this.#isTokenRevoked) return this.#answer(response, UNAUTHORIZED);

    const fault = this.faults.next(method);
    if (await strikesBefore(fault, response)) return;
    if (fault?.answers !== undefined) return this.#answer(response, refusalOf(fault));
    if (fault && 'results' in fault) return this.#answer(response, fault.results);
    const result = await perform(this.#methods[method], parameters, response);
    if (!strikesAfter(fault, response)) this.#answer(response, result);
  }

  #serveFile(path: string, response: ServerResponse): void {
    const content = this.world.files.get(path);
    if (content) response.end(content);
    else response.writeHead(404).end();
  }

  #answer(response: ServerResponse, result: unknown): void {
    const isOpen = result instanceof Refusal && this.#refusals === 'by-status';
    answerJson(response, envelopeOf(result), isOpen ? result.code : 200);
  }

  async #parametersOf(request: IncomingMessage): Promise<Parameters> {
    const isJson = request.headers['content-type']?.startsWith('application/json');
    if (request.method !== 'POST' || !isJson)
      this.complaints.push(`${request.method} instead of POST of JSON`);
    const body = await text(request);
    return body === '' ? {} : (JSON.parse(body) as Parameters);
  }
}
