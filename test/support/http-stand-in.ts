/** What every stand-in of a platform is: a server that can break, knows who called, and has people at the other end. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Bell } from './bell.ts';
import { type Fault, FaultPlan } from './faults.ts';
import { LocalServer } from './local-server.ts';

export type Parameters = Record<string, unknown>;

export interface Call {
  method: string;
  parameters: Parameters;
  /** On performance.now()'s scale. */
  at: number;
}

/** Everybody and everything that a stand-in knows of. */
export interface World {
  readonly bell: Bell;
  readonly chats: ReadonlyMap<unknown, { nothingElse(): void }>;
}

export abstract class HttpStandIn<Place extends World, Planned extends Fault> {
  readonly world: Place;
  /** Every call that reached the server, in order. */
  readonly calls: Call[] = [];
  /** Calls that did not come the agreed way, whatever the answer. */
  readonly complaints: string[] = [];
  protected readonly faults = new FaultPlan<Planned>();
  protected readonly server: LocalServer;
  readonly #path: string;

  /** @param path the platform is below it, as behind a gateway: "/telegram" */
  constructor(world: Place, path = '') {
    this.world = world;
    this.#path = path;
    this.server = new LocalServer((request, response) => {
      void this.serve(request, response)
        .catch((error: unknown) => {
          this.complaints.push(String(error));
          response.destroy();
        })
        .finally(() => world.bell.ring());
    });
  }

  protected abstract serve(request: IncomingMessage, response: ServerResponse): Promise<void>;

  get url(): string {
    return this.server.url + this.#path;
  }

  /** The next calls of the method go wrong; "*" is any. */
  breaks(method: string, fault: Planned, times = 1): void {
    this.faults.add(method, fault, times);
  }

  heals(): void {
    this.faults.clear();
  }

  callsOf(method: string): Call[] {
    return this.calls.filter((call) => call.method === method);
  }

  /** Waits until the method has been called that often in all. */
  called(method: string, times = 1, withinMs?: number): Promise<Call[]> {
    return this.until(
      () => (this.callsOf(method).length >= times ? this.callsOf(method) : undefined),
      `${method} to be called ${times} times`,
      withinMs,
    );
  }

  until<T>(look: () => T | undefined, what: string, withinMs?: number): Promise<T> {
    return this.world.bell.until(look, () => what, withinMs);
  }

  /** Fails if anything was written to anybody that no test read, or called in a wrong way. */
  nothingElse(): void {
    for (const chat of this.world.chats.values()) chat.nothingElse();
    if (this.complaints.length > 0) throw new Error(`The platform complains:\n${this.complaints.join('\n')}`);
  }

  /** Refuses connections, and cuts the open ones. */
  async goesDown(): Promise<void> {
    await this.server.goesDown();
  }

  /** Listens again, at the same address. */
  async comesBack(): Promise<void> {
    await this.server.comesUp();
  }

  async stop(): Promise<void> {
    await this.goesDown();
  }

  /** Where a call goes, below the path of the platform. */
  protected addressOf(request: IncomingMessage): { path: string; query: URLSearchParams } {
    const { pathname, searchParams } = new URL(request.url ?? '/', this.url);
    const isBelow = pathname.startsWith(`${this.#path}/`);
    if (!isBelow) this.complaints.push(`${pathname} is not below ${this.#path}`);
    return { path: isBelow ? pathname.slice(this.#path.length) : '', query: searchParams };
  }

  protected record(method: string, parameters: Parameters): Call {
    const call = { method, parameters, at: performance.now() };
    this.calls.push(call);
    this.world.bell.ring();
    return call;
  }
}

export function answerJson(response: ServerResponse, body: object, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
