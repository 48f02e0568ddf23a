/**
 * Zalo's web servers, all of them behind one gateway: https://HOST/PATH is asked for at `url`/PATH with the host in the
 * header x-forwarded-host, the listener's socket included. The real zca-js logs in, listens and sends here.
 */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Group, Person } from './chats.ts';
import { opened, sealed } from './cipher.ts';
import { Refusal, SESSION_OVER } from './json.ts';
import { ListenerSocket, type ListenerTraits } from './listener.ts';
import { QrLogin } from './qr-login.ts';
import { type Parameters, type Service, services } from './services.ts';
import { ENK, SignIn, SOCKET_HOST } from './sign-in.ts';
import { FILE_HOST, type WorldOptions, ZaloWorld } from './world.ts';

/** What goes wrong with a call. "before" and "after" mean the moment at which it takes effect. */
export type Fault =
  | { code: number; message?: string }
  | { status: number }
  | { cut: 'before' | 'after' }
  | { hangs: 'before' | 'after' }
  /** Answers without the id of what was sent, as Zalo does to accounts that send too much. */
  | { empty: true }
  /** Takes effect, and answers something that is no JSON. */
  | { garbles: true }
  | { delayMs: number };

export interface Call {
  host: string;
  /** Without "/api/". */
  path: string;
  parameters: Parameters;
  /** On performance.now()'s scale. */
  at: number;
}

export interface StandInOptions extends WorldOptions, Partial<ListenerTraits> {
  /** Below this path of the gateway. */
  path?: string;
}

export class ZaloStandIn {
  readonly world: ZaloWorld;
  readonly listener: ListenerSocket;
  readonly qr: QrLogin;
  readonly calls: Call[] = [];
  /** Calls that did not come the agreed way, whatever the answer. */
  readonly complaints: string[] = [];
  readonly #path: string;
  readonly #services: Record<string, Service>;
  readonly #faults: { path: string; fault: Fault; times: number }[] = [];
  readonly #sockets = new Set<Socket>();
  #server: Server;
  #port = 0;
  readonly #signIn: SignIn;
  #setsCookie = false;

  private constructor({ path = '', paging = 'forward', pageSize = 50, ...options }: StandInOptions) {
    this.world = new ZaloWorld(options);
    this.listener = new ListenerSocket(this.world, { paging, pageSize });
    this.qr = new QrLogin(this.world.bell);
    this.#signIn = new SignIn(this.world.account.uid, (words) => this.complaints.push(words));
    this.#path = path;
    this.#services = services(this.world);
    this.#server = this.#newServer();
  }

  static async start(options: StandInOptions = {}): Promise<ZaloStandIn> {
    const zalo = new ZaloStandIn(options);
    await zalo.comesBack();
    return zalo;
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}${this.#path}`;
  }

  /** What a login by QR code leaves behind. */
  get session() {
    return this.#signIn.session;
  }

  /** How a login is refused: Zalo's word is in the answer, open or encrypted. */
  refusesLogins(how: 'clear' | 'sealed'): void {
    this.#signIn.refusesLogins = how;
  }

  person(name: string): Person {
    return this.world.person(name);
  }

  group(title: string, members: Person[]): Group {
    return this.world.group(title, members);
  }

  /** The next calls of that path ("message/sms", "*" for any) go wrong. */
  breaks(path: string, fault: Fault, times = 1): void {
    this.#faults.push({ path, fault, times });
  }

  heals(): void {
    this.#faults.length = 0;
  }

  /** With its next answer the server gives out another cookie; the old one holds no longer. */
  changesCookie(): void {
    this.#setsCookie = true;
  }

  /** The next session is that of another scan, and so of another device. */
  changesDevice(): void {
    this.#signIn.changesDevice();
  }

  get cookie(): string {
    return this.#signIn.cookie;
  }

  /** The account was signed out: nothing that holds the present cookie is let in. */
  endsSession(where: 'everywhere' | 'for-sending' = 'everywhere'): void {
    this.#signIn.isOver = where;
  }

  /** Signed in anew, with another cookie. */
  renewsSession(): void {
    this.#signIn.isOver = 'no';
    this.#signIn.cookie = `${this.#signIn.cookie}-renewed`;
  }

  callsOf(path: string): Call[] {
    return this.calls.filter((call) => call.path === path);
  }

  /** Waits until somebody listens. */
  async listening(connections = 1, withinMs?: number): Promise<void> {
    const look = () => (this.listener.isOpen && this.listener.connections >= connections) || undefined;
    await this.until(look, `listener no. ${connections}, there were ${this.listener.connections}`, withinMs);
  }

  /** Lets time pass until the account signs in, and no longer: from there on its own patience would run out. */
  async signsInWhile(passes: () => void): Promise<void> {
    const logins = () => this.callsOf('login/getLoginInfo').length;
    for (const before = logins(); logins() === before; await sleep(20)) passes();
  }

  until<T>(look: () => T | undefined, what: string, withinMs?: number): Promise<T> {
    return this.world.bell.until(look, () => what, withinMs);
  }

  /** Fails if the account wrote anything that no test read, or called in a wrong way. */
  nothingElse(): void {
    for (const chat of this.world.chats.values()) chat.nothingElse();
    if (this.complaints.length > 0) throw new Error(`Zalo complains:\n${this.complaints.join('\n')}`);
  }

  /** Refuses connections, and cuts the open ones. */
  async goesDown(): Promise<void> {
    const closed = once(this.#server, 'close');
    this.listener.cut();
    this.#server.close();
    for (const socket of this.#sockets) socket.destroy();
    await closed;
  }

  async comesBack(): Promise<void> {
    this.#server = this.#newServer();
    this.#server.listen(this.#port, '127.0.0.1');
    await once(this.#server, 'listening');
    this.#port = (this.#server.address() as AddressInfo).port;
  }

  async stop(): Promise<void> {
    if (this.#server.listening) await this.goesDown();
    this.listener.stop();
  }

  #newServer(): Server {
    const server = createServer((request, response) => {
      void this.#serve(request, response).catch((error: unknown) => {
        this.complaints.push(String(error));
        response.destroy();
      });
    });
    server.on('connection', (socket) => {
      this.#sockets.add(socket);
      socket.on('close', () => this.#sockets.delete(socket));
    });
    server.on('upgrade', (request, socket, head) => {
      const { host, path } = this.#address(request);
      const fault = this.#nextFault('socket');
      const isWelcome = host === SOCKET_HOST && path === 'ws' && this.#signIn.isLetIn(request);
      if (!isWelcome || fault) socket.destroy();
      else this.listener.upgrade(request, socket, head);
    });
    return server;
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { host, path, query } = this.#address(request);
    const body = await readBody(request);
    const call: Call = { host, path, parameters: {}, at: performance.now() };
    this.calls.push(call);
    this.world.bell.ring();
    const fault = this.#nextFault(path);
    if (fault && 'delayMs' in fault) await sleep(fault.delayMs);
    if (fault && 'status' in fault) return void response.writeHead(fault.status).end('<h1>Bad Gateway</h1>');
    if (fault && 'cut' in fault && fault.cut === 'before') return void response.destroy();
    if (fault && 'hangs' in fault && fault.hangs === 'before') return;

    if (host === FILE_HOST) return this.#serveFile(`/${path}`, response, fault);
    if (host === 'id.zalo.me' || host === 'jr.chat.zalo.me') return this.#serveQr(path, request, response);
    const answer =
      host === 'wpa.chat.zalo.me'
        ? this.#signIn.answer(path, query, request, fault && 'code' in fault ? refusalOf(fault) : null)
        : this.#perform(call, query, body, request, fault);
    if (!strikesAfter(fault, response)) this.#answer(response, answer);
  }

  #perform(
    call: Call,
    query: URLSearchParams,
    body: Buffer,
    request: IncomingMessage,
    fault: Fault | undefined,
  ): object {
    const isForm = request.headers['content-type']?.startsWith('application/x-www-form-urlencoded');
    const params =
      query.get('params') ?? (isForm ? new URLSearchParams(body.toString()).get('params') : null);
    call.parameters = params === null ? {} : opened(params, ENK);
    try {
      if (fault && 'code' in fault) throw refusalOf(fault);
      if (this.#signIn.isOver !== 'no' || !this.#signIn.isLetIn(request)) throw SESSION_OVER;
      const perform = this.#services[call.path];
      if (!perform) throw new Error(`${call.host} has no ${call.path}`);
      const data =
        fault && 'empty' in fault
          ? null
          : perform(call.parameters, isForm ? null : uploadedIn(body, request));
      return {
        error_code: 0,
        data: encodeURIComponent(sealed({ error_code: 0, error_message: '', data }, ENK)),
      };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return { error_code: error.code, error_message: error.message, data: null };
    }
  }

  async #serveQr(path: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const gone = new AbortController();
    response.on('close', () => gone.abort());
    if (path === 'account') {
      return void response.end('<script src="https://stc-zlogin.zdn.vn/main-2.44.1.js"></script>');
    }
    const isConfirmed = this.qr.state === 'confirmed';
    const steps: Record<string, () => object | Promise<object>> = {
      'account/logininfo': () => ({ error_code: 0, data: {} }),
      'account/verify-client': () => ({ error_code: 0, data: {} }),
      'account/authen/qr/generate': () => this.qr.generate(),
      'account/authen/qr/waiting-scan': () => this.qr.waitingScan(gone.signal),
      'account/authen/qr/waiting-confirm': () => this.qr.waitingConfirm(gone.signal),
      'account/checksession': () => ({ error_code: 0 }),
      'jr/userinfo': () => ({
        error_code: 0,
        data: { logged: isConfirmed, info: { name: this.world.account.name, avatar: '' } },
      }),
    };
    const step = steps[path];
    if (!step) throw new Error(`No ${path} at ${request.headers['x-forwarded-host']}`);
    const answer = await step();
    if (path === 'account/checksession' && isConfirmed) {
      this.#signIn.isNewDevice = true;
      response.setHeader('set-cookie', [
        'zpsid=sid; Domain=zalo.me; Path=/; Expires=Wed, 18 Mar 2037 00:00:00 GMT',
        `zpw_sek=${this.#signIn.cookie}; Domain=chat.zalo.me; Path=/; Secure; HttpOnly`,
      ]);
    }
    response.setHeader('content-type', 'application/json').end(JSON.stringify(answer));
  }

  #serveFile(path: string, response: ServerResponse, fault: Fault | undefined): void {
    const content = this.world.files.get(path);
    if (!content) response.writeHead(404).end();
    else if (fault && 'cut' in fault) {
      response.write(content.subarray(0, content.length / 2), () => response.destroy());
    } else response.end(content);
  }

  #answer(response: ServerResponse, body: object): void {
    if (this.#setsCookie) {
      this.#setsCookie = false;
      this.#signIn.cookie = `${this.#signIn.cookie}+`;
      response.setHeader(
        'set-cookie',
        `zpw_sek=${this.#signIn.cookie}; Domain=chat.zalo.me; Path=/; Secure; HttpOnly`,
      );
    }
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  }

  #address(request: IncomingMessage): { host: string; path: string; query: URLSearchParams } {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://gateway');
    const host = String(request.headers['x-forwarded-host'] ?? '');
    if (!host.endsWith('.zalo.me')) this.complaints.push(`${pathname}: for which host?`);
    if (!pathname.startsWith(`${this.#path}/`))
      this.complaints.push(`${pathname} is not below ${this.#path}`);
    const path = pathname.slice(this.#path.length + 1).replace(/^api\//, '');
    return { host, path, query: searchParams };
  }

  #nextFault(path: string): Fault | undefined {
    const planned = this.#faults.find((one) => one.path === path || one.path === '*');
    if (!planned) return undefined;
    planned.times -= 1;
    if (planned.times <= 0) this.#faults.splice(this.#faults.indexOf(planned), 1);
    return planned.fault;
  }
}

/** @returns whether the caller never learns the result */
function strikesAfter(fault: Fault | undefined, response: ServerResponse): boolean {
  if (!fault) return false;
  if ('cut' in fault) response.destroy();
  if ('garbles' in fault) response.end('<html>Đăng nhập mạng cơ quan</html>');
  return 'cut' in fault || 'garbles' in fault || 'hangs' in fault;
}

function refusalOf({ code, message = 'Có lỗi xảy ra' }: { code: number; message?: string }): Refusal {
  return new Refusal(code, message);
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

/** The one file of a multipart/form-data body. */
function uploadedIn(body: Buffer, { headers }: IncomingMessage): Buffer | null {
  const boundary = /boundary=(.+)$/.exec(headers['content-type'] ?? '')?.[1];
  if (boundary === undefined) return null;
  const start = body.indexOf('\r\n\r\n') + 4;
  return body.subarray(start, body.lastIndexOf(`\r\n--${boundary}`));
}
