import {
  DeliveryError,
  type DeliveryFailure,
  type Messenger,
  type OutboundMessage,
  type PlatformName,
} from '../../src/services/ports/messenger.ts';

/**
 * The one stand-in of the ledger's tests: a platform that notes what it was given, and fails when told to.
 * The order of {@link sent} is the order of arrival, in all chats.
 */
export class RecordingMessenger implements Messenger {
  readonly platform: PlatformName;
  readonly sent: OutboundMessage[] = [];
  textLimit = 4096;
  hasButtons = true;
  /** Runs before a message counts as arrived. */
  beforeArrival: (message: OutboundMessage) => Promise<void> = async () => {};
  readonly #failures: DeliveryFailure[] = [];

  constructor(platform: PlatformName = 'console') {
    this.platform = platform;
  }

  /** The next sends fail like this, one after the other; what comes after them arrives. */
  failNext(...failures: DeliveryFailure[]): void {
    this.#failures.push(...failures);
  }

  /** Whatever was to fail will not. */
  heals(): void {
    this.#failures.length = 0;
  }

  async send(message: OutboundMessage): Promise<string> {
    const failure = this.#failures.shift();
    if (failure) throw new DeliveryError(failure, `as the test asked: ${failure.kind}`);
    await this.beforeArrival(message);
    this.sent.push(message);
    return `${this.platform}-${this.sent.length}`;
  }

  async download(): Promise<Uint8Array> {
    throw new DeliveryError({ kind: 'permanent', reason: 'refused' }, 'no files here');
  }

  /** What has arrived since the last look: chat and words, in order of arrival. */
  arrivals(): string[] {
    return this.sent.splice(0).map(asArrival);
  }
}

/** "lan: #1 #3" — the chat, and the tasks it was told of; for what names no task, its words. */
export function asArrival({ chat, lines }: OutboundMessage): string {
  const words = lines.map(({ text }) => text).join(' ');
  // The line at the end that shows how to report has a number too, without a #.
  const tasks = [...new Set(words.match(/#\d+/g))].toSorted();
  return `${chat.id}: ${tasks.length > 0 ? tasks.join(' ') : words}`;
}
