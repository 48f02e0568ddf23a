/**
 * Everything that comes in, each message once and in order: the same message may come live, again, and as an old one, and old
 * messages come in pages that know nothing of each other.
 */
import type { Logger } from 'pino';
import type { InboundUpdate } from '../../services/ports/messenger.ts';
import type { GroupEvent, Message, MessageKind, OwnAccount, Reaction, Undo } from './client.ts';
import {
  inboundUpdateOf,
  kindOf,
  membershipUpdateOf,
  type NamedByClient,
  reactionUpdateOf,
  recallUpdateOf,
  undoIn,
} from './inbound.ts';
import { markOf } from './mark.ts';
import type { Mark } from './session-file.ts';

export interface Arrival {
  update: InboundUpdate;
  /** When it was sent, by Zalo's clock. */
  ts: number;
  message?: Message;
}

export interface IntakeOptions {
  /** Messages before this moment (ms) are none of the bot's business. */
  since(): number;
  /** Resolves once the arrival is safe; rejects only when stopped. */
  deliver(arrival: Arrival): Promise<void>;
  signal: AbortSignal;
  log: Logger;
}

/** Far more than one answer with old messages holds. */
const REMEMBERED = 20_000;

export class Intake {
  readonly #options: IntakeOptions;
  readonly #seen = new Set<string>();
  /** The ids of messages, the account's own among them; filled again from the history after a start. */
  readonly #byClientId = new Map<string, string>();
  readonly #first: Partial<Record<MessageKind, Mark>> = {};
  #waiting: Arrival[] = [];
  #isHeld = false;
  #running: Promise<void> | null = null;

  constructor(options: IntakeOptions) {
    this.#options = options;
  }

  /** The first message that came in, from which to ask on as long as none is stored. */
  first(kind: MessageKind): Mark | undefined {
    return this.#first[kind];
  }

  /** @returns how many of them are new. */
  take(messages: Message[], own: OwnAccount): number {
    return messages.filter((message) => this.#isNew(message) && this.#add(message, own)).length;
  }

  takeEvent(event: GroupEvent, own: OwnAccount): void {
    const update = membershipUpdateOf(event, own);
    if (!update) return;
    const time = 'time' in event.data ? Number(event.data.time) : 0;
    this.#waiting.push({ update, ts: time });
    this.#goOn();
  }

  takeReaction(reaction: Reaction, own: OwnAccount): void {
    this.#push(reactionUpdateOf(reaction, own, this.#named), Number(reaction.data.ts));
  }

  takeRecall(undo: Undo, own: OwnAccount): void {
    const update = recallUpdateOf(undo, own, this.#named);
    if (update && !this.#seen.has(update.id)) this.#push(update, Number(undo.data.ts));
    if (update) this.#seen.add(update.id);
  }

  #push(update: InboundUpdate | null, ts: number): void {
    if (!update || !(ts >= this.#options.since())) return;
    this.#waiting.push({ update, ts });
    this.#goOn();
  }

  /** Until `release` everything is kept back: old messages go before new ones. */
  hold(): void {
    this.#isHeld = true;
  }

  release(): void {
    this.#isHeld = false;
    this.#goOn();
  }

  /** Resolves once nothing is being delivered. */
  async rests(): Promise<void> {
    await this.#running;
  }

  /** True also for messages that nobody will answer. */
  #add(message: Message, own: OwnAccount): boolean {
    this.#first[kindOf(message)] ??= markOf(message);
    const undo = undoIn(message);
    if (undo) {
      this.takeRecall(undo, own);
      return true;
    }
    this.#remember(message);
    try {
      const update = inboundUpdateOf(message, own);
      if (update) this.#waiting.push({ update, ts: Number(message.data.ts), message });
    } catch (error) {
      // Reading fails the same way every time: it must not hold up those behind it.
      const msgId = String(message.data?.msgId);
      this.#options.log.error({ err: error, msgId }, 'Zalo: a message cannot be read and is left out');
    }
    this.#goOn();
    return true;
  }

  /** The apps name a message at times by its sender's number alone. */
  readonly #named: NamedByClient = (threadId, clientId) => this.#byClientId.get(`${threadId} ${clientId}`);

  #remember({ data, threadId }: Message): void {
    if (!(Number(data.cliMsgId) > 0)) return;
    this.#byClientId.set(`${threadId} ${data.cliMsgId}`, String(data.msgId));
    for (const key of this.#byClientId.keys()) {
      if (this.#byClientId.size <= REMEMBERED) break;
      this.#byClientId.delete(key);
    }
  }

  #isNew({ data, threadId }: Message): boolean {
    if (!(Number(data.ts) >= this.#options.since())) return false;
    const keys = [`m${data.msgId}`];
    // The sender's own number: a message sent again after a cut line has a new id, and the old number.
    if (Number(data.cliMsgId) > 0) keys.push(`c${threadId} ${data.uidFrom} ${data.cliMsgId}`);
    if (keys.some((key) => this.#seen.has(key))) return false;
    for (const key of keys) this.#seen.add(key);
    for (const key of this.#seen) {
      if (this.#seen.size <= REMEMBERED) break;
      this.#seen.delete(key);
    }
    return true;
  }

  #goOn(): void {
    if (this.#running || this.#isHeld || this.#waiting.length === 0) return;
    this.#running = this.#deliverWaiting()
      // Stopped: what is not safe yet comes again, as old messages, after the next start.
      .catch(() => {})
      .finally(() => {
        this.#running = null;
        if (!this.#options.signal.aborted) this.#goOn();
      });
  }

  async #deliverWaiting(): Promise<void> {
    // The messages of one frame are told one by one, in no order that is known.
    await Promise.resolve();
    if (this.#isHeld) return;
    const batch = this.#waiting.toSorted((one, other) => one.ts - other.ts);
    this.#waiting = [];
    for (const arrival of batch) await this.#options.deliver(arrival);
  }
}
