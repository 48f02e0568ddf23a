/**
 * The bot's updates, kept until they are confirmed: by a higher offset, or by a webhook that answered 2xx.
 * https://core.telegram.org/bots/api#getting-updates
 */
import type { Parameters } from '../http-stand-in.ts';
import { Refusal } from '../refusal.ts';
import { UpdateQueue } from '../update-queue.ts';
import { badRequest, type Happening, type UpdateJson } from './json.ts';

export interface Webhook {
  url: string;
  secret_token?: string;
  max_connections?: number;
}

/** Not delivered unless asked for by name. */
const NOT_BY_DEFAULT = new Set(['chat_member', 'message_reaction', 'message_reaction_count']);
/** An offset further ahead than this is not believed: the queue answers from its head. */
const FURTHEST_OFFSET = 10;

export class TelegramUpdates extends UpdateQueue<UpdateJson, Webhook> {
  /** The id of the next update. Tests may set it: after a quiet week Telegram starts anew anywhere. */
  nextId = 824_000_101;
  webhookError: { date: number; message: string } | null = null;
  #latest: UpdateJson | null = null;
  #allowed: string[] = [];

  get allowed(): readonly string[] {
    return this.#allowed;
  }

  add(happening: Happening): void {
    if (!Object.keys(happening).every((kind) => this.#wants(kind))) return;
    this.#latest = { update_id: this.nextId++, ...happening };
    this.keep(this.#latest);
  }

  /** The latest update comes once more, as after a receipt that was lost. */
  repeat(): void {
    if (this.#latest) this.keep(this.#latest);
  }

  async poll(parameters: Parameters, gone: AbortSignal): Promise<UpdateJson[]> {
    if (this.webhook) {
      throw conflict(
        "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
      );
    }
    this.#allow(parameters.allowed_updates);
    // A newer request always wins over the one that waits.
    this.refuseWaiting(
      conflict('terminated by other getUpdates request; make sure that only one bot instance is running'),
    );
    this.#confirmUpTo(Number(parameters.offset) || 0);
    const limit = Math.min(Number(parameters.limit) || 100, 100);
    const take = () => this.pending.slice(0, limit);
    if (this.pending.length > 0) return take();
    return (await this.wait(take, Number(parameters.timeout) || 0, gone)) ?? [];
  }

  setWebhook(webhook: Webhook, allowed: unknown): void {
    if (!/^https?:\/\//.test(webhook.url))
      throw badRequest('bad webhook: An HTTPS URL must be provided for webhook');
    if (webhook.secret_token !== undefined && !/^[\w-]{1,256}$/.test(webhook.secret_token)) {
      throw badRequest('secret token contains unallowed characters');
    }
    this.#allow(allowed);
    this.webhookError = null;
    this.refuseWaiting(conflict('terminated by setWebhook request'));
    this.postTo(webhook);
  }

  deleteWebhook(dropPending: boolean): void {
    this.webhook = null;
    if (dropPending) this.pending.length = 0;
    this.bell.ring();
  }

  protected override async deliver({ url, secret_token: secret }: Webhook, update: UpdateJson) {
    const headers: Record<string, string> =
      secret === undefined ? {} : { 'x-telegram-bot-api-secret-token': secret };
    const answer = await this.post(url, headers, update);
    if (typeof answer !== 'string' && answer.ok) return true;
    const message =
      typeof answer === 'string'
        ? answer
        : `Wrong response from the webhook: ${answer.status} ${answer.statusText}`;
    this.webhookError = { date: Math.floor(Date.now() / 1000), message };
    return false;
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
    if (offset < 0) this.pending.splice(0, this.pending.length + offset);
    while (isBelievable && (this.pending[0]?.update_id ?? offset) < offset) this.pending.shift();
    this.bell.ring();
  }
}

function conflict(what: string): Refusal {
  return new Refusal(409, `Conflict: ${what}`);
}
