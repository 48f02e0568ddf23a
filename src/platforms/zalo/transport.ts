/**
 * How requests reach Zalo: each with a time limit, all of them through the gateway where there is one. The listener's
 * socket goes the same way.
 */
import type { Agent, ClientRequest } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { connect, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { readAtMost } from '../shared/read-at-most.ts';
import { fetchErrorOf, ZaloUnreachable } from './errors.ts';
import { refuseLogin } from './login-answer.ts';

export interface TransportOptions {
  /** Requests to https://HOST.zalo.me/PATH go to this address and PATH, with the header x-forwarded-host: HOST. */
  gatewayUrl?: string;
  callTimeoutMs?: number;
}

export interface Transport {
  /** @throws {ZaloUnreachable} also for an answer that is an error of a server on the way. */
  fetch: typeof globalThis.fetch;
  /** @throws {FileTooLarge | ZaloUnreachable} */
  readFile(url: URL, maxBytes: number): Promise<Uint8Array>;
  /** Opens the listener's socket. */
  agent: Agent;
  /** Whether an answer has brought cookies since this was last asked. */
  tookCookies(): boolean;
  /** Ends the listener's socket; the other requests end by themselves. */
  close(): void;
}

interface Limits {
  timeoutMs: number;
  maxBytes: number;
}

const CALL_TIMEOUT_MS = 20_000;
/** A file over a poor line. */
const FILE_TIMEOUT_MS = 120_000;
/** Zalo answers these when somebody has moved a finger on the phone. */
const LONG_POLL_MS = 120_000;
/** A page of old messages is the longest of answers. */
const ANSWER_BYTES = 32 * 1024 * 1024;
/** Without a word from either side, a dead line looks like a quiet office. */
const KEEP_ALIVE_MS = 30_000;

export function createTransport({
  gatewayUrl,
  callTimeoutMs = CALL_TIMEOUT_MS,
}: TransportOptions): Transport {
  const gateway = gatewayUrl === undefined ? null : new URL(gatewayUrl);
  const agent = new SocketAgent(gateway);
  let tookCookies = false;

  const ask = async (url: URL, init: RequestInit, limits: Limits): Promise<Response> => {
    const what = `${url.hostname}${url.pathname}`;
    const headers = new Headers(init.headers);
    // zca-js asks for zstd as well, which fetch cannot read before Node 22.
    headers.set('accept-encoding', 'gzip, deflate, br');
    const timeout = AbortSignal.timeout(limits.timeoutMs);
    const signal = init.signal ? AbortSignal.any([init.signal, timeout]) : timeout;
    const request = { method: init.method ?? 'GET', headers, body: init.body ?? null, signal };
    try {
      const response = await (gateway !== null && isZalo(url)
        ? askGateway(gateway, url, request)
        : fetch(url, { ...request, redirect: init.redirect ?? 'follow' }));
      // Read here, so that the limits hold for the body too.
      const body = await readAtMost(response.body, limits.maxBytes);
      const { status, statusText } = response;
      // A server that says that it is ill has not done what was asked, as on any platform.
      if (status >= 400) throw new ZaloUnreachable(`${what}: HTTP ${status}`, status < 500);
      if (response.headers.has('set-cookie')) tookCookies = true;
      refuseLogin(url, body);
      return new Response(isBodiless(status) ? null : body, {
        status,
        statusText,
        headers: response.headers,
      });
    } catch (error) {
      if (error instanceof Error && /^Zalo|^FileTooLarge$/.test(error.name)) throw error;
      throw fetchErrorOf(what, error);
    }
  };

  return {
    fetch: (input, init = {}) => {
      const url = new URL(input instanceof Request ? input.url : input);
      return ask(url, init, { timeoutMs: timeoutOf(url, callTimeoutMs), maxBytes: ANSWER_BYTES });
    },
    async readFile(url, maxBytes) {
      const response = await ask(url, {}, { timeoutMs: FILE_TIMEOUT_MS, maxBytes });
      return new Uint8Array(await response.arrayBuffer());
    },
    agent,
    tookCookies: () => {
      const took = tookCookies;
      tookCookies = false;
      return took;
    },
    close: () => agent.end(),
  };
}

interface GatewayRequest extends RequestInit {
  headers: Headers;
}

function askGateway(gateway: URL, url: URL, request: GatewayRequest): Promise<Response> {
  const target = new URL(gateway);
  target.pathname = joined(gateway.pathname, url.pathname);
  target.search = url.search;
  request.headers.set('x-forwarded-host', url.host);
  // A redirect that were followed here would leave the gateway; zca-js asks for the new place itself.
  return fetch(target, { ...request, redirect: 'manual' });
}

function isBodiless(status: number): boolean {
  return status === 204 || status === 304;
}

function joined(prefix: string, path: string): string {
  return `${prefix.replace(/\/+$/, '')}${path}`;
}

function isZalo({ hostname }: URL): boolean {
  return hostname === 'zalo.me' || hostname.endsWith('.zalo.me');
}

function timeoutOf({ pathname }: URL, callTimeoutMs: number): number {
  if (pathname.includes('/qr/waiting-')) return LONG_POLL_MS;
  return pathname.endsWith('/upload') ? FILE_TIMEOUT_MS : callTimeoutMs;
}

/** What every agent of Node's has, and its types leave out. */
type AddRequest = (request: ClientRequest, options: object) => void;
const addToAgent = (HttpsAgent.prototype as unknown as { addRequest: AddRequest }).addRequest;

/** The `ws` library takes an agent and nothing else, so the way through the gateway leads over one. */
class SocketAgent extends HttpsAgent {
  readonly #gateway: URL | null;
  readonly #sockets = new Set<Socket>();

  constructor(gateway: URL | null) {
    super();
    this.#gateway = gateway;
  }

  addRequest(request: ClientRequest, options: object): void {
    if (this.#gateway) {
      request.setHeader('x-forwarded-host', String(request.getHeader('host')));
      request.setHeader('host', this.#gateway.host);
      request.path = joined(this.#gateway.pathname, request.path);
    }
    addToAgent.call(this, request, options);
  }

  override createConnection(...given: Parameters<HttpsAgent['createConnection']>): Socket {
    const socket = this.#gateway ? connectTo(this.#gateway) : (super.createConnection(...given) as Socket);
    socket.setKeepAlive(true, KEEP_ALIVE_MS);
    this.#sockets.add(socket);
    socket.on('close', () => this.#sockets.delete(socket));
    return socket;
  }

  end(): void {
    // What is on its way (the word of goodbye) is still sent; nobody waits for the other side's.
    for (const socket of this.#sockets) socket.destroySoon();
  }
}

function connectTo({ protocol, hostname, port }: URL): Socket {
  const host = hostname.replace(/^\[|\]$/g, '');
  if (protocol === 'http:') return connect({ host, port: Number(port || 80) });
  return connectTls({ host, port: Number(port || 443), servername: host });
}
