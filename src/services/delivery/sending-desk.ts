import type { Logger } from 'pino';
import type { Messenger, PlatformName } from '../ports/messenger.ts';
import type { Outbox } from '../ports/outbox.ts';
import { FairLine } from './fair-line.ts';

/**
 * More are not made ready at a time: each that is stands before an answer that comes now. But so many that, while some are
 * being written and others are on their way, the platform's whole rate is used.
 */
const AT_ONCE = 4;

export interface SendingDeskOptions {
  outbox: Pick<Outbox, 'waitingAt'>;
  messengers: ReadonlyMap<PlatformName, Messenger>;
  /** Sends what is next at the chat. @returns whether more may wait there that can be sent now */
  deliver(chatId: number): Promise<boolean>;
  log: Logger;
}

/**
 * Where this process's chats wait to be written to: at each platform a line of its own, so that a slow one keeps nobody from a
 * fast one. Who stands in line is known by the ledger, too: what a process that dies had here is found there.
 */
export class SendingDesk {
  readonly #options: SendingDeskOptions;
  readonly #lines = new Map<PlatformName, { line: FairLine; atWork: number }>();
  /** The chats that are being written to, and whether they have been called again meanwhile. */
  readonly #served = new Map<number, { isCalledAgain: boolean }>();
  readonly #work = new Set<Promise<void>>();
  #isClosed = false;

  constructor(options: SendingDeskOptions) {
    this.#options = options;
  }

  /**
   * Something waits at the chat. Resolves once it stands in line.
   * @param isAnswer what waits may move it up
   */
  async call(chatId: number, isAnswer = false): Promise<void> {
    const served = this.#served.get(chatId);
    if (served) served.isCalledAgain = true;
    if (served || this.#isClosed) return;
    // The reconciler of another process calls once more whoever is still in line.
    if (!isAnswer && this.isInLine(chatId)) return;
    const waiting = await this.#options.outbox.waitingAt(chatId);
    if (!waiting || this.#isClosed) return;
    const { platform, officeId, isUrgent } = waiting;
    const at = this.#lineAt(platform);
    at.line.join({ id: chatId, officeId, isUrgent });
    this.#serveNext(platform);
  }

  isInLine(chatId: number): boolean {
    return [...this.#lines.values()].some(({ line }) => line.has(chatId));
  }

  /** Nobody is served any more but those who are being served. */
  close(): void {
    this.#isClosed = true;
  }

  /** Resolves once nobody is being served. */
  async rests(): Promise<void> {
    while (this.#work.size > 0) await Promise.all(this.#work);
  }

  get isIdle(): boolean {
    return this.#work.size === 0;
  }

  #lineAt(platform: PlatformName) {
    const known = this.#lines.get(platform) ?? { line: new FairLine(), atWork: 0 };
    this.#lines.set(platform, known);
    return known;
  }

  #serveNext(platform: PlatformName): void {
    const at = this.#lineAt(platform);
    const most = this.#options.messengers.get(platform)?.atOnce ?? AT_ONCE;
    while (!this.#isClosed && at.atWork < most) {
      const chatId = at.line.next();
      if (chatId === undefined) return;
      at.atWork += 1;
      const work = this.#serve(chatId).finally(() => {
        at.atWork -= 1;
        this.#work.delete(work);
        this.#serveNext(platform);
      });
      this.#work.add(work);
    }
  }

  async #serve(chatId: number): Promise<void> {
    const served = { isCalledAgain: false };
    this.#served.set(chatId, served);
    try {
      const isMore = await this.#options.deliver(chatId);
      this.#served.delete(chatId);
      if (isMore || served.isCalledAgain) await this.call(chatId);
    } catch (error) {
      // The reconciler looks again.
      this.#options.log.error({ err: error, chat: chatId }, 'outbox: a chat could not be written to');
      this.#served.delete(chatId);
    }
  }
}
