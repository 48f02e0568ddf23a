/**
 * Receiving by webhook: https://bot.zaloplatforms.com/docs/apis/setWebhook. Whether Zalo repeats an update that was not
 * answered with 200 is not documented; it is answered as if it did.
 */
import { persist, type RetryOptions } from '../shared/retry.ts';
import type { WebhookAddress } from '../shared/webhook.ts';
import type { BotClient } from './client.ts';

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

export const SECRET_HEADER = 'x-bot-api-secret-token';

/** Of what Zalo sends to try the address nothing is known but that it wants a 200. */
export function isUpdate(body: unknown): body is object {
  return typeof body === 'object' && body !== null;
}
