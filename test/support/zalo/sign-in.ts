/** Who is signed in: the device that scanned the code, its cookie, and the login that makes a key of both. */
import type { IncomingMessage } from 'node:http';
import type { Refusal } from '../refusal.ts';
import { decryptCbc, encryptCbc, loginKey, signKey } from './cipher.ts';
import { SESSION_OVER } from './json.ts';

/** The key of every service call: zpw_enk. */
export const ENK = Buffer.from('0123456789abcdef').toString('base64');
export const SOCKET_HOST = 'ws1-msg.chat.zalo.me';

const SERVICES =
  'aext alias auto_reply catalog chat conversation file friend friend_board group group_board group_poll label profile quick_message reaction sticker zimsg';
const USER_AGENT = 'Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0';

export class SignIn {
  /** How a login is refused: Zalo's word is in the answer, open or encrypted. */
  refusesLogins: 'clear' | 'sealed' = 'sealed';
  isOver: 'no' | 'everywhere' | 'for-sending' = 'no';
  cookie = 'sek-1';
  /** Signed in by a code, and not known yet. */
  isNewDevice = false;
  readonly #uid: string;
  readonly #complain: (words: string) => void;
  #device = { imei: deviceNo(1), userAgent: USER_AGENT };
  #devices = 1;

  constructor(uid: string, complain: (words: string) => void) {
    this.#uid = uid;
    this.#complain = complain;
  }

  get session() {
    const more = { path: '/', hostOnly: false, secure: true };
    return {
      ...this.#device,
      cookies: [
        { key: 'zpsid', value: 'sid', domain: 'zalo.me', ...more },
        { key: 'zpw_sek', value: this.cookie, domain: 'chat.zalo.me', ...more },
      ],
    };
  }

  changesDevice(): void {
    this.#devices += 1;
    this.#device = { ...this.#device, imei: deviceNo(this.#devices) };
  }

  isLetIn({ headers }: IncomingMessage): boolean {
    if (this.isOver === 'everywhere') return false;
    const hasCookie = (headers.cookie ?? '').split('; ').includes(`zpw_sek=${this.cookie}`);
    return hasCookie && headers['user-agent'] === this.#device.userAgent;
  }

  /** The two calls of a login; what is signed wrongly is complained of. */
  answer(path: string, query: URLSearchParams, request: IncomingMessage, fault: Refusal | null): object {
    const type = path === 'login/getLoginInfo' ? 'getlogininfo' : 'getserverinfo';
    const { signkey, nretry: _, zpw_ver: __, zpw_type: ___, ...signed } = Object.fromEntries(query);
    if (signkey !== signKey(type, signed)) this.#complain(`${path}: wrong signkey`);
    if (type === 'getserverinfo') {
      // The field is really spelt like this.
      return { error_code: 0, data: { setttings: SETTINGS, extra_ver: { phonebook: 0 } } };
    }
    const key = loginKey(query.get('zcid') ?? '', query.get('zcid_ext') ?? '');
    const { imei = '' } = JSON.parse(decryptCbc(query.get('params') ?? '', key)) as { imei?: string };
    this.#meet(imei, String(request.headers['user-agent']));
    const refusal = fault ?? (this.isLetIn(request) ? null : SESSION_OVER);
    const inner = refusal
      ? { error_code: refusal.code, error_message: refusal.description, data: null }
      : { error_code: 0, error_message: 'Successful.', data: this.#loginInfo() };
    if (refusal && this.refusesLogins === 'clear') return inner;
    const data = encodeURIComponent(encryptCbc(JSON.stringify(inner), key));
    return { error_code: 0, error_message: 'Successful.', data };
  }

  #meet(imei: string, userAgent: string): void {
    if (this.isNewDevice) this.#device = { imei, userAgent };
    this.isNewDevice = false;
    if (imei !== this.#device.imei) this.#complain('login: not the device that scanned the code');
  }

  #loginInfo(): object {
    const urls = SERVICES.split(' ').map((name) => [name, [`https://tt-${name}-wpa.chat.zalo.me`]]);
    return {
      uid: this.#uid,
      send2me_id: this.#uid,
      zpw_enk: ENK,
      zpw_service_map_v3: Object.fromEntries(urls),
      zpw_ws: [`wss://${SOCKET_HOST}/ws`],
    };
  }
}

function deviceNo(number: number): string {
  return `7f6b2f80-0000-4000-8000-00000000000${number}-0123456789abcdef0123456789abcdef`;
}

const SETTINGS = {
  features: {
    sharefile: {
      max_file: 10,
      max_size_share_file_v3: 100,
      chunk_size_file: 1024 * 1024,
      restricted_ext_file: ['exe'],
      restricted_ext: 'exe',
    },
    socket: {
      ping_interval: 60_000,
      retries: { 1006: { max: 1, times: [1000] } },
      close_and_retry_codes: [1006],
      rotate_error_codes: [],
    },
  },
};
