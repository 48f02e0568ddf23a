/**
 * Receiving by webhook: https://bot.zaloplatforms.com/docs/apis/setWebhook. Whether Zalo repeats an update that was not
 * answered with 200 is not documented; it is answered as if it did.
 */
import { persist, type RetryOptions } from '../shared/retry.ts';
import type { Webhook } from '../shared/running-platform.ts';
import { isSecret } from '../shared/secret.ts';
import type { BotClient } from './client.ts';

export interface WebhookAddress {
  /** Public, and the whole of it with the path: "https://nhachan.example.vn/zalo-bot". */
  url: string;
  /** What Zalo must show to be believed: 8 to 256 characters. */
  secret: string;
}

/** @returns what hindered Zalo from calling the address, which it tries at once; null where it says nothing */
export async function announceWebhook(
  client: BotClient,
  { url, secret }: WebhookAddress,
  retry: RetryOptions,
): Promise<string | null> {
  const payload = { url, secret_token: secret };
  const set = () => client.call('setWebhook', payload, { signal: retry.signal });
  const { verification } = await persist(set, retry);
  return verification?.ok === false
    ? `${verification.outcome ?? ''} ${verification.hint ?? ''}`.trim()
    : null;
}

export interface WebhookOptions extends WebhookAddress {
  /** Resolves once the update is safe. */
  handOver(update: object): Promise<void>;
  onFailure(error: unknown): void;
}

export function createWebhook({ url, secret, handOver, onFailure }: WebhookOptions): Webhook {
  return {
    path: new URL(url).pathname,
    secretHeader: 'x-bot-api-secret-token',
    async handle(given, body) {
      if (!isSecret(secret, given ?? '')) return 401;
      // Of what Zalo sends to try the address nothing is known but that it wants a 200.
      if (typeof body !== 'object' || body === null) return 400;
      try {
        await handOver(body);
        return 200;
      } catch (error) {
        onFailure(error);
        return 500;
      }
    },
  };
}
