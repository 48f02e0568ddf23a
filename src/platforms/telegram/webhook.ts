/**
 * Receiving by webhook: Telegram posts each update and repeats it until it is answered with 200. It keeps the order
 * within a chat itself, holding back a chat's next update until the one before is taken.
 */

import { persist, type RetryOptions } from '../shared/retry.ts';
import type { Webhook } from '../shared/running-platform.ts';
import { isSecret } from '../shared/secret.ts';
import type { TelegramClient, Update } from './client.ts';
import { ALLOWED_UPDATES } from './inbound.ts';

export interface WebhookAddress {
  /** Public, and the whole of it with the path: "https://nhachan.example.vn/telegram". */
  url: string;
  /** What Telegram must show to be believed: 1 to 256 of A-Z, a-z, 0-9, _ and -. */
  secret: string;
}

export async function announceWebhook(
  client: TelegramClient,
  { url, secret }: WebhookAddress,
  retry: RetryOptions,
): Promise<void> {
  const payload = { url, secret_token: secret, allowed_updates: ALLOWED_UPDATES };
  await persist(() => client.call('setWebhook', payload, { signal: retry.signal }), retry);
}

export interface WebhookOptions extends WebhookAddress {
  /** Resolves once the update is safe. */
  handOver(update: Update): Promise<void>;
  onFailure(error: unknown): void;
}

export function createWebhook({ url, secret, handOver, onFailure }: WebhookOptions): Webhook {
  return {
    path: new URL(url).pathname,
    secretHeader: 'x-telegram-bot-api-secret-token',
    async handle(given, body) {
      if (!isSecret(secret, given ?? '')) return 401;
      if (!isUpdate(body)) return 400;
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

function isUpdate(body: unknown): body is Update {
  return typeof body === 'object' && body !== null && 'update_id' in body && Number.isInteger(body.update_id);
}
