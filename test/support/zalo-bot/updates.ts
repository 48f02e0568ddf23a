/**
 * The bot's updates: handed out one a call, each once, whatever becomes of it; or posted to the webhook until it answers
 * with 200. https://bot.zaloplatforms.com/docs/apis/getUpdates
 */
import type { Bell } from '../bell.ts';
import { Refusal } from '../refusal.ts';
import { UpdateQueue } from '../update-queue.ts';
import { IDLE, type UpdateJson } from './json.ts';

interface Webhook {
  url: string;
  secret: string;
}

export class ZaloBotUpdates extends UpdateQueue<UpdateJson, Webhook> {
  /** How often the webhook did not answer with 200. */
  webhookFailures = 0;
  /** What polling is refused with while a webhook is set: both have been seen. */
  webhookRefusal = 400;
  readonly #wrapping: 'wrapped' | 'bare';

  constructor(bell: Bell, wrapping: 'wrapped' | 'bare') {
    super(bell);
    this.#wrapping = wrapping;
  }

  add(update: UpdateJson): void {
    this.keep(update);
  }

  async poll(seconds: number, gone: AbortSignal): Promise<UpdateJson> {
    if (this.webhook) throw new Refusal(this.webhookRefusal, 'Webhook is set: use deleteWebhook first');
    const take = () => this.pending.shift();
    const update = take() ?? (await this.wait(take, seconds, gone));
    if (!update) throw IDLE;
    return update;
  }

  setWebhook(webhook: Webhook): void {
    this.idles();
    this.postTo(webhook);
  }

  /** @returns what the address answered, or why it did not */
  async tell({ url, secret }: Webhook, update: object): Promise<number | string> {
    const body = this.#wrapping === 'wrapped' ? { ok: true, result: update } : update;
    const answer = await this.post(url, { 'x-bot-api-secret-token': secret }, body);
    return typeof answer === 'string' ? answer : answer.status;
  }

  protected override async deliver(webhook: Webhook, update: UpdateJson): Promise<boolean> {
    const isAccepted = (await this.tell(webhook, update)) === 200;
    if (!isAccepted) this.webhookFailures += 1;
    return isAccepted;
  }
}
