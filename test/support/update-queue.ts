/** A bot's updates, kept until it takes them: by a long poll, or by a webhook that accepts them. */
import type { Bell } from './bell.ts';
import type { Refusal } from './refusal.ts';

interface WaitingPoll {
  answer(): void;
  idle(): void;
  refuse(refusal: Refusal): void;
}

const WEBHOOK_RETRY_MS = 20;

export abstract class UpdateQueue<Update extends object, Webhook> {
  webhook: Webhook | null = null;
  /** What the bot has not taken yet. */
  readonly pending: Update[] = [];
  protected readonly bell: Bell;
  #waiting: WaitingPoll | null = null;
  #delivering = false;
  #retry: NodeJS.Timeout | null = null;
  readonly #closed = new AbortController();

  constructor(bell: Bell) {
    this.bell = bell;
  }

  /** @returns whether the webhook accepts the update */
  protected abstract deliver(webhook: Webhook, update: Update): Promise<boolean>;

  get isPolled(): boolean {
    return this.#waiting !== null;
  }

  /** Waits until somebody polls. */
  async polled(withinMs?: number): Promise<void> {
    await this.bell.until(
      () => this.isPolled || undefined,
      () => 'a long poll',
      withinMs,
    );
  }

  /** The time of the waiting poll is over. */
  idles(): void {
    this.#waiting?.idle();
  }

  close(): void {
    this.#closed.abort();
    if (this.#retry) clearTimeout(this.#retry);
    this.idles();
  }

  protected keep(update: Update): void {
    this.pending.push(update);
    this.#waiting?.answer();
    void this.#deliverAll();
    this.bell.ring();
  }

  protected refuseWaiting(refusal: Refusal): void {
    this.#waiting?.refuse(refusal);
  }

  /** @returns what `take` takes of the next update, or null after the time, or once the caller is gone */
  protected wait<Taken>(take: () => Taken, seconds: number, gone: AbortSignal): Promise<Taken | null> {
    return new Promise((resolve, reject) => {
      const end = (settle: () => void) => {
        clearTimeout(timeout);
        if (this.#waiting === poll) this.#waiting = null;
        settle();
        this.bell.ring();
      };
      const poll: WaitingPoll = {
        answer: () => end(() => resolve(take())),
        idle: () => end(() => resolve(null)),
        refuse: (refusal) => end(() => reject(refusal)),
      };
      const timeout = setTimeout(poll.idle, seconds * 1000);
      gone.addEventListener('abort', poll.idle);
      this.#waiting = poll;
      this.bell.ring();
    });
  }

  protected postTo(webhook: Webhook): void {
    this.webhook = webhook;
    void this.#deliverAll();
  }

  /** @returns what the address answered, or why it did not */
  protected async post(
    url: string,
    headers: Record<string, string>,
    body: object,
  ): Promise<Response | string> {
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(body),
        signal: this.#closed.signal,
      });
      await response.arrayBuffer();
      return response;
    } catch (error) {
      return String(error);
    }
  }

  async #deliverAll(): Promise<void> {
    if (this.#delivering) return;
    this.#delivering = true;
    for (let update = this.pending[0]; this.webhook && update; update = this.pending[0]) {
      const isAccepted = await this.deliver(this.webhook, update);
      if (this.#closed.signal.aborted) return;
      if (!isAccepted) {
        this.#retry = setTimeout(() => void this.#deliverAll(), WEBHOOK_RETRY_MS);
        break;
      }
      if (this.pending[0] === update) this.pending.shift();
      this.bell.ring();
    }
    this.#delivering = false;
    this.bell.ring();
  }
}
