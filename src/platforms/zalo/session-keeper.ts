/** The session in use, and its file: written whenever Zalo changes a cookie, for the next start needs the newest. */
import { chmod } from 'node:fs/promises';
import type { Logger } from 'pino';
import type { AccountName } from './account-name.ts';
import type { Message, MessageKind } from './client.ts';
import { markOf } from './mark.ts';
import {
  closedToOthers,
  type Mark,
  NoSession,
  readSession,
  type StoredCookie,
  writeSession,
  type ZaloSession,
} from './session-file.ts';

export class SessionKeeper {
  readonly #path: string;
  readonly #log: Logger;
  #session: ZaloSession | null = null;
  #isChanged = false;
  #isCaughtUp = false;
  #writing: Promise<void> = Promise.resolve();

  constructor(path: string, log: Logger) {
    this.#path = path;
    this.#log = log;
  }

  /** @throws {NoSession} */
  async load(): Promise<ZaloSession> {
    await this.save();
    const session = await readSession(this.#path);
    if (!(await closedToOthers(this.#path))) {
      await chmod(this.#path, 0o600);
      this.#log.warn({ path: this.#path }, 'Zalo: other users of this machine could read the session');
    }
    this.#session = session;
    return session;
  }

  get since(): number {
    return this.#session?.since ?? 0;
  }

  mark(kind: MessageKind): Mark | undefined {
    return this.#session?.marks?.[kind];
  }

  changeCookies(cookies: StoredCookie[]): Promise<void> {
    if (!this.#session) return Promise.resolve();
    this.#session = { ...this.#session, cookies };
    this.#isChanged = true;
    return this.save();
  }

  /** As whom the account has signed in. */
  knowAs({ name, phone }: AccountName): Promise<void> {
    const { account } = this.#session ?? {};
    if (!this.#session || (account?.name === name && account.phone === phone)) return Promise.resolve();
    this.#session = { ...this.#session, account: { name, ...(phone ? { phone } : {}) } };
    this.#isChanged = true;
    return this.save();
  }

  /** The message is stored. Written with the next cookies, or by `save`. */
  moveMark(kind: MessageKind, message: Message): void {
    const mark = markOf(message);
    if (!this.#session || !this.#isCaughtUp || mark.ts <= (this.mark(kind)?.ts ?? 0)) return;
    this.#session = { ...this.#session, marks: { ...this.#session.marks, [kind]: mark } };
    this.#isChanged = true;
  }

  /**
   * Whether nothing is missing before what is stored from now on. While something may be, the marks stay where they are:
   * whoever goes on from a mark never asks further back.
   */
  caughtUp(isCaughtUp: boolean): void {
    this.#isCaughtUp = isCaughtUp;
    if (isCaughtUp) void this.save();
  }

  /** Never rejects: a disk that is full must not end the listening. */
  save(): Promise<void> {
    this.#writing = this.#writing.then(() => this.#write());
    return this.#writing;
  }

  /** Whether another session than the one in use lies in the file: somebody has scanned a new code. */
  async isReplaced(): Promise<boolean> {
    try {
      return (await readSession(this.#path)).imei !== this.#session?.imei;
    } catch (error) {
      if (error instanceof NoSession) return false;
      throw error;
    }
  }

  async #write(): Promise<void> {
    if (!this.#session || !this.#isChanged) return;
    try {
      // A session just scanned must not be lost to the cookies of the one before.
      if (await this.isReplaced()) return;
      this.#isChanged = false;
      await writeSession(this.#path, this.#session);
    } catch (error) {
      this.#isChanged = true;
      this.#log.error({ err: error, path: this.#path }, 'Zalo: the session could not be saved');
    }
  }
}
