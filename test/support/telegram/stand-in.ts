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
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { envelopeOf, type Method, NOT_FOUND, perform, UNAUTHORIZED } from '../bot-api.ts';
import { strikesAfter, strikesBefore } from '../faults.ts';
import { answerJson, HttpStandIn, type Parameters } from '../http-stand-in.ts';
import { Refusal } from '../refusal.ts';
import { type BotCommandJson, botApiMethods } from './bot-api.ts';
import { type Fault, refusalOf } from './faults.ts';
import { FloodLimits } from './flood-limits.ts';
import type { Group, GroupTraits } from './group.ts';
import type { Person, PersonTraits } from './person.ts';
import { StandInWorld, type WorldOptions } from './world.ts';

export interface StandInOptions extends WorldOptions {
  /** The API below a path, as behind a gateway: "/telegram". */
  path?: string;
  /** Whoever sends too fast is refused. */
  limitsFloods?: true;
}

/** What counts towards the limits. */
const SENDING = /^send(Message|Photo|Document)$/;

const SECRET = 'AAF-stand-in_secret-part-of-the-token';

/** The method "file" is the download of a file. */
export class TelegramStandIn extends HttpStandIn<StandInWorld, Fault> {
  readonly token: string;
  /** The command menus by language code; '' is for everybody else. */
  readonly menus = new Map<string, BotCommandJson[]>();
  /** Bytes of files handed out. */
  bytesServed = 0;
  readonly floodLimits: FloodLimits | undefined;
  readonly #methods: Record<string, Method>;
  #isTokenRevoked = false;

  private constructor({ path, limitsFloods, ...options }: StandInOptions) {
    super(new StandInWorld(options), path);
    if (limitsFloods) this.floodLimits = new FloodLimits();
    this.token = `${this.world.bot.id}:${SECRET}`;
    this.#methods = botApiMethods(this.world, this.menus);
  }

  static async start(options: StandInOptions = {}): Promise<TelegramStandIn> {
    const telegram = new TelegramStandIn(options);
    await telegram.comesBack();
    return telegram;
  }

  person(name: string, traits?: PersonTraits): Person {
    return this.world.person(name, traits);
  }

  /** A group; the bot is in it unless told otherwise. */
  group(title: string, traits: GroupTraits): Group {
    return this.world.group(title, traits);
  }

  revokesToken(): void {
    this.#isTokenRevoked = true;
  }

  /** Waits until the bot has confirmed every update. */
  async everythingConfirmed(withinMs?: number): Promise<void> {
    const nothingPending = () => (this.world.updates.pending.length === 0 ? true : undefined);
    await this.until(nothingPending, 'every update to be confirmed', withinMs);
  }

  /** Waits until the bot waits for updates. */
  polled(withinMs?: number): Promise<void> {
    return this.world.updates.polled(withinMs);
  }

  override async stop(): Promise<void> {
    this.world.updates.close();
    await super.stop();
  }

  protected override async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { path, query } = this.addressOf(request);
    const [, isFile, token, rest = ''] = /^\/(file\/)?bot([^/]+)\/(.+)$/.exec(path) ?? [];
    const method = isFile ? 'file' : rest;
    const parameters = { ...Object.fromEntries(query), ...(await readBody(request)) };
    const { at } = this.record(method, parameters);
    if (token === undefined) return answer(response, NOT_FOUND);
    if (token !== this.token || this.#isTokenRevoked) return answer(response, UNAUTHORIZED);

    const fault = this.faults.next(method);
    if (await strikesBefore(fault, response)) return;
    if (fault?.answers !== undefined) return answer(response, refusalOf(fault));
    const tooFast = SENDING.test(method) && this.floodLimits?.take(String(parameters.chat_id), at);
    if (tooFast) return answer(response, tooFast);
    if (isFile) return this.#serveFile(decodeURIComponent(rest), response, fault);
    const result = await perform(this.#methods[method], parameters, response);
    if (!strikesAfter(fault, response)) answer(response, result);
  }

  async #serveFile(path: string, response: ServerResponse, fault: Fault | undefined): Promise<void> {
    const content = this.world.files.contentAt(path);
    if (!content) return answer(response, NOT_FOUND);
    const parts = this.#partsOf(content, fault?.cut !== undefined);
    // A reader that hangs up ends it early.
    await pipeline(Readable.from(parts), response).catch(() => {});
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

function answer(response: ServerResponse, result: unknown): void {
  answerJson(response, envelopeOf(result), result instanceof Refusal ? result.code : 200);
}

/** JSON, or a form with files in it. */
async function readBody(request: IncomingMessage): Promise<Parameters> {
  const body = await buffer(request);
  const type = request.headers['content-type'] ?? '';
  if (!type.startsWith('multipart/'))
    return body.length === 0 ? {} : (JSON.parse(body.toString()) as Parameters);
  const form = await new Response(body, { headers: { 'content-type': type } }).formData();
  return Object.fromEntries(form);
}
