/**
 * The bot's updates, kept until they are confirmed: by a higher offset, or by a webhook that answered 2xx.
 * https://core.telegram.org/bots/api#getting-updates
 */
import type { Bell } from '../bell.ts';
import { badRequest, type Happening, Refusal, type UpdateJson } from './json.ts';

export interface Webhook {
  url: string;
  secret_token?: string;
  max_connections?: number;
}

interface WaitingPoll {
  limit: number;
  answer(updates: UpdateJson[]): void;
  refuse(refusal: Refusal): void;
}

/** Not delivered unless asked for by name. */
const NOT_BY_DEFAULT = new Set(['chat_member', 'message_reaction', 'message_reaction_count']);
/** An offset further ahead than this is not believed: the queue answers from its head. */
const FURTHEST_OFFSET = 10;
const WEBHOOK_RETRY_MS = 20;

export class UpdateQueue {
  /** The id of the next update. Tests may set it: after a quiet week Telegram starts anew anywhere. */
  nextId = 824_000_101;
  webhook: Webhook | null = null;
  webhookError: { date: number; message: string } | null = null;
  readonly #pending: UpdateJson[] = [];
  readonly #bell: Bell;
  #latest: UpdateJson | null = null;
  #allowed: string[] = [];
  #waiting: WaitingPoll | null = null;
  #delivering = false;
  #retry: NodeJS.Timeout | null = null;
  #closed = new AbortController();

  constructor(bell: Bell) {
    this.#bell = bell;
  }

  /** Updates that the bot has not confirmed. */
  get pending(): readonly UpdateJson[] {
    return this.#pending;
  }

  get allowed(): readonly string[] {
    return this.#allowed;
  }

  get isPolled(): boolean {
    return this.#waiting !== null;
  }

  add(happening: Happening): void {
    if (!Object.keys(happening).every((kind) => this.#wants(kind))) return;
    this.#latest = { update_id: this.nextId++, ...happening };
    this.#queue(this.#latest);
  }

  /** The latest update comes once more, as after a receipt that was lost. */
  repeat(): void {
    if (this.#latest) this.#queue(this.#latest);
  }

  #queue(update: UpdateJson): void {
    this.#pending.push(update);
    this.#waiting?.answer(this.#pending.slice(0, this.#waiting.limit));
    void this.#deliver();
    this.#bell.ring();
  }

  /** `gone` is aborted when the caller hangs up. */
  poll(parameters: Record<string, unknown>, gone: AbortSignal): Promise<UpdateJson[]> {
    if (this.webhook) {
      throw conflict(
        "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
      );
    }
    this.#allow(parameters.allowed_updates);
    const limit = Math.min(Number(parameters.limit) || 100, 100);
    // A newer request always wins over the one that waits.
    this.#waiting?.refuse(
      conflict('terminated by other getUpdates request; make sure that only one bot instance is running'),
    );
    this.#confirmUpTo(Number(parameters.offset) || 0);
    if (this.#pending.length > 0) return Promise.resolve(this.#pending.slice(0, limit));
    return this.#wait(limit, Number(parameters.timeout) || 0, gone);
  }

  setWebhook(webhook: Webhook, allowed: unknown): void {
    if (!/^https?:\/\//.test(webhook.url))
      throw badRequest('bad webhook: An HTTPS URL must be provided for webhook');
    if (webhook.secret_token !== undefined && !/^[\w-]{1,256}$/.test(webhook.secret_token)) {
      throw badRequest('secret token contains unallowed characters');
    }
    this.#allow(allowed);
    this.webhook = webhook;
    this.webhookError = null;
    this.#waiting?.refuse(conflict('terminated by setWebhook request'));
    void this.#deliver();
  }

  deleteWebhook(dropPending: boolean): void {
    this.webhook = null;
    if (dropPending) this.#pending.length = 0;
    this.#bell.ring();
  }

  close(): void {
    this.#closed.abort();
    if (this.#retry) clearTimeout(this.#retry);
    this.#waiting?.answer([]);
  }

  #wants(kind: string): boolean {
    return this.#allowed.length > 0 ? this.#allowed.includes(kind) : !NOT_BY_DEFAULT.has(kind);
  }

  /** Absent: as before. Empty: the default kinds. */
  #allow(kinds: unknown): void {
    if (Array.isArray(kinds)) this.#allowed = kinds.map(String);
  }

  #confirmUpTo(offset: number): void {
    const isBelievable = offset > 0 && offset <= this.nextId + FURTHEST_OFFSET;
    if (offset < 0) this.#pending.splice(0, this.#pending.length + offset);
    while (isBelievable && (this.#pending[0]?.update_id ?? offset) < offset) this.#pending.shift();
    this.#bell.ring();
  }

  #wait(limit: number, seconds: number, gone: AbortSignal): Promise<UpdateJson[]> {
    return new Promise((resolve, reject) => {
      const done = () => {
        clearTimeout(timeout);
        if (this.#waiting === poll) this.#waiting = null;
        this.#bell.ring();
      };
      const poll: WaitingPoll = {
        limit,
        answer(updates) {
          done();
          resolve(updates);
        },
        refuse(refusal) {
          done();
          reject(refusal);
        },
      };
      const timeout = setTimeout(() => poll.answer([]), seconds * 1000);
      gone.addEventListener('abort', () => poll.answer([]));
      this.#waiting = poll;
      this.#bell.ring();
    });
  }

  async #deliver(): Promise<void> {
    if (this.#delivering) return;
    this.#delivering = true;
    for (let update = this.#pending[0]; this.webhook && update; update = this.#pending[0]) {
      const error = await this.#post(this.webhook, update);
      if (this.#closed.signal.aborted) return;
      if (error !== null) {
        this.webhookError = { date: Math.floor(Date.now() / 1000), message: error };
        this.#retry = setTimeout(() => void this.#deliver(), WEBHOOK_RETRY_MS);
        break;
      }
      if (this.#pending[0] === update) this.#pending.shift();
      this.#bell.ring();
    }
    this.#delivering = false;
    this.#bell.ring();
  }

  async #post({ url, secret_token: secret }: Webhook, update: UpdateJson): Promise<string | null> {
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(secret !== undefined && { 'x-telegram-bot-api-secret-token': secret }),
        },
        body: JSON.stringify(update),
        signal: this.#closed.signal,
      });
      await response.arrayBuffer();
      return response.ok
        ? null
        : `Wrong response from the webhook: ${response.status} ${response.statusText}`;
    } catch (error) {
      return String(error);
    }
  }
}

function conflict(what: string): Refusal {
  return new Refusal(409, `Conflict: ${what}`);
}
