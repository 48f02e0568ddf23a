/**
 * The bot's updates: handed out one a call, each once, whatever becomes of it; or posted to the webhook until it answers
 * with 200. https://bot.zaloplatforms.com/docs/apis/getUpdates
 */
import type { Bell } from '../bell.ts';
import { IDLE, Refusal, type UpdateJson } from './json.ts';

interface Webhook {
  url: string;
  secret: string;
}

interface WaitingPoll {
  answer(update: UpdateJson): void;
  refuse(refusal: Refusal): void;
}

const WEBHOOK_RETRY_MS = 20;

export class UpdateQueue {
  webhook: Webhook | null = null;
  /** How often the webhook did not answer with 200. */
  webhookFailures = 0;
  readonly pending: UpdateJson[] = [];
  readonly #bell: Bell;
  readonly #wrapping: 'wrapped' | 'bare';
  #waiting: WaitingPoll | null = null;
  #delivering = false;
  #retry: NodeJS.Timeout | null = null;
  readonly #closed = new AbortController();

  constructor(bell: Bell, wrapping: 'wrapped' | 'bare') {
    this.#bell = bell;
    this.#wrapping = wrapping;
  }

  get isPolled(): boolean {
    return this.#waiting !== null;
  }

  add(update: UpdateJson): void {
    if (this.#waiting) this.#waiting.answer(update);
    else this.pending.push(update);
    void this.#deliver();
    this.#bell.ring();
  }

  /** The time of the waiting poll is over. */
  idles(): void {
    this.#waiting?.refuse(IDLE);
  }

  /** `gone` is aborted when the caller hangs up. */
  poll(seconds: number, gone: AbortSignal): Promise<UpdateJson> {
    if (this.webhook) throw new Refusal(400, 'Webhook is set: use deleteWebhook first');
    const next = this.pending.shift();
    if (next) return Promise.resolve(next);
    return new Promise((resolve, reject) => {
      const done = () => {
        clearTimeout(timeout);
        if (this.#waiting === poll) this.#waiting = null;
        this.#bell.ring();
      };
      const poll: WaitingPoll = {
        answer(update) {
          done();
          resolve(update);
        },
        refuse(refusal) {
          done();
          reject(refusal);
        },
      };
      const timeout = setTimeout(() => poll.refuse(IDLE), seconds * 1000);
      gone.addEventListener('abort', () => poll.refuse(IDLE));
      this.#waiting = poll;
      this.#bell.ring();
    });
  }

  setWebhook(webhook: Webhook): void {
    this.webhook = webhook;
    this.#waiting?.refuse(IDLE);
    void this.#deliver();
  }

  close(): void {
    this.#closed.abort();
    if (this.#retry) clearTimeout(this.#retry);
    this.idles();
  }

  /** @returns what the address answered, or why it did not */
  async post({ url, secret }: Webhook, update: object): Promise<number | string> {
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-bot-api-secret-token': secret },
        body: JSON.stringify(this.#wrapping === 'wrapped' ? { ok: true, result: update } : update),
        signal: this.#closed.signal,
      });
      await response.arrayBuffer();
      return response.status;
    } catch (error) {
      return String(error);
    }
  }

  async #deliver(): Promise<void> {
    if (this.#delivering) return;
    this.#delivering = true;
    for (let update = this.pending[0]; this.webhook && update; update = this.pending[0]) {
      const status = await this.post(this.webhook, update);
      if (this.#closed.signal.aborted) return;
      if (status !== 200) {
        this.webhookFailures += 1;
        this.#retry = setTimeout(() => void this.#deliver(), WEBHOOK_RETRY_MS);
        break;
      }
      this.pending.shift();
      this.#bell.ring();
    }
    this.#delivering = false;
    this.#bell.ring();
  }
}
