/**
 * Zalo's web servers, all of them behind one gateway: https://HOST/PATH is asked for at `url`/PATH with the host in the
 * header x-forwarded-host, the listener's socket included. The real zca-js logs in, listens and sends here.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Fault as LineFault, strikesAfter, strikesBefore } from '../faults.ts';
import { answerJson, type Call, HttpStandIn } from '../http-stand-in.ts';
import { Refusal } from '../refusal.ts';
import type { Group, Person } from './chats.ts';
import { opened, sealed } from './cipher.ts';
import { SESSION_OVER } from './json.ts';
import { ListenerSocket, type ListenerTraits } from './listener.ts';
import { QrLogin } from './qr-login.ts';
import { type Service, services } from './services.ts';
import { ENK, SignIn, SOCKET_HOST } from './sign-in.ts';
import { FILE_HOST, type WorldOptions, ZaloWorld } from './world.ts';

export interface Fault extends LineFault {
  /** Refused with that code, and with that message. */
  code?: number;
  message?: string;
  /** Answers without the id of what was sent, as Zalo does to accounts that send too much. */
  empty?: true;
}

export interface StandInOptions extends WorldOptions, Partial<ListenerTraits> {
  /** Below this path of the gateway. */
  path?: string;
}

/** A method is a path without "/api/" ("message/sms"); "socket" is the listener's. */
export class ZaloStandIn extends HttpStandIn<ZaloWorld, Fault> {
  readonly listener: ListenerSocket;
  readonly qr: QrLogin;
  readonly #services: Record<string, Service>;
  readonly #signIn: SignIn;
  #setsCookie = false;

  private constructor({ path, paging = 'forward', pageSize = 50, ...options }: StandInOptions) {
    super(new ZaloWorld(options), path);
    this.listener = new ListenerSocket(this.world, { paging, pageSize });
    this.qr = new QrLogin(this.world.bell);
    this.#signIn = new SignIn(this.world.account.uid, (words) => this.complaints.push(words));
    this.#services = services(this.world);
    this.server.http.on('upgrade', (request, socket, head) => {
      const { host, method } = this.#address(request);
      const fault = this.faults.next('socket');
      const isWelcome = host === SOCKET_HOST && method === 'ws' && this.#signIn.isLetIn(request);
      if (!isWelcome || fault) socket.destroy();
      else this.listener.upgrade(request, socket, head);
    });
  }

  static async start(options: StandInOptions = {}): Promise<ZaloStandIn> {
    const zalo = new ZaloStandIn(options);
    await zalo.comesBack();
    return zalo;
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

  override async goesDown(): Promise<void> {
    this.listener.cut();
    await super.goesDown();
  }

  override async stop(): Promise<void> {
    await super.stop();
    this.listener.stop();
  }

  protected override async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { host, method, query } = this.#address(request);
    const body = await buffer(request);
    const call = this.record(method, {});
    const fault = this.faults.next(method);
    if (await strikesBefore(fault, response)) return;

    if (host === FILE_HOST) return this.#serveFile(`/${method}`, response, fault);
    if (host === 'id.zalo.me' || host === 'jr.chat.zalo.me') return this.#serveQr(method, request, response);
    const answer =
      host === 'wpa.chat.zalo.me'
        ? this.#signIn.answer(method, query, request, refusalOf(fault))
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
      const refusal = refusalOf(fault);
      if (refusal) throw refusal;
      if (this.#signIn.isOver !== 'no' || !this.#signIn.isLetIn(request)) throw SESSION_OVER;
      const perform = this.#services[call.method];
      if (!perform) throw new Error(`${request.headers['x-forwarded-host']} has no ${call.method}`);
      const data = fault?.empty ? null : perform(call.parameters, isForm ? null : uploadedIn(body, request));
      return {
        error_code: 0,
        data: encodeURIComponent(sealed({ error_code: 0, error_message: '', data }, ENK)),
      };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return { error_code: error.code, error_message: error.description, data: null };
    }
  }

  async #serveQr(method: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const gone = new AbortController();
    response.on('close', () => gone.abort());
    if (method === 'account') {
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
    const step = steps[method];
    if (!step) throw new Error(`No ${method} at ${request.headers['x-forwarded-host']}`);
    const answer = await step();
    if (method === 'account/checksession' && isConfirmed) {
      this.#signIn.isNewDevice = true;
      response.setHeader('set-cookie', [
        'zpsid=sid; Domain=zalo.me; Path=/; Expires=Wed, 18 Mar 2037 00:00:00 GMT',
        `zpw_sek=${this.#signIn.cookie}; Domain=chat.zalo.me; Path=/; Secure; HttpOnly`,
      ]);
    }
    answerJson(response, answer);
  }

  #serveFile(path: string, response: ServerResponse, fault: Fault | undefined): void {
    const content = this.world.files.get(path);
    if (!content) response.writeHead(404).end();
    else if (fault?.cut) {
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
    answerJson(response, body);
  }

  #address(request: IncomingMessage): { host: string; method: string; query: URLSearchParams } {
    const { path, query } = this.addressOf(request);
    const host = String(request.headers['x-forwarded-host'] ?? '');
    if (!host.endsWith('.zalo.me')) this.complaints.push(`${path}: for which host?`);
    return { host, method: path.replace(/^\/(api\/)?/, ''), query };
  }
}

function refusalOf(fault: Fault | undefined): Refusal | null {
  return fault?.code === undefined ? null : new Refusal(fault.code, fault.message ?? 'Có lỗi xảy ra');
}

/** The one file of a multipart/form-data body. */
function uploadedIn(body: Buffer, { headers }: IncomingMessage): Buffer | null {
  const boundary = /boundary=(.+)$/.exec(headers['content-type'] ?? '')?.[1];
  if (boundary === undefined) return null;
  const start = body.indexOf('\r\n\r\n') + 4;
  return body.subarray(start, body.lastIndexOf(`\r\n--${boundary}`));
}
