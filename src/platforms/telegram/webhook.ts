/**
 * Receiving by webhook: Telegram posts each update and repeats it until it is answered with 200. It keeps the order
 * within a chat itself, holding back a chat's next update until the one before is taken.
 */
import { persist, type RetryOptions } from '../shared/retry.ts';
import type { WebhookAddress } from '../shared/webhook.ts';
import type { TelegramClient, Update } from './client.ts';
import { ALLOWED_UPDATES } from './inbound.ts';

export async function announceWebhook(
  client: TelegramClient,
  { url, secret }: WebhookAddress,
  retry: RetryOptions,
): Promise<void> {
  const payload = { url, secret_token: secret, allowed_updates: ALLOWED_UPDATES };
  await persist(() => client.call('setWebhook', payload, { signal: retry.signal }), retry);
}

export const SECRET_HEADER = 'x-telegram-bot-api-secret-token';

export function isUpdate(body: unknown): body is Update {
  return typeof body === 'object' && body !== null && 'update_id' in body && Number.isInteger(body.update_id);
}
