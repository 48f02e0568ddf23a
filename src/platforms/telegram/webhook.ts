/**
 * Receiving by webhook: Telegram posts each update and repeats it until it is answered with 200. It keeps the order
 * within a chat itself, holding back a chat's next update until the one before is taken.
 */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { TelegramClient, Update } from './client.ts';
import { ALLOWED_UPDATES } from './inbound.ts';
import { persist, type RetryOptions } from './retry.ts';

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

/**
 * @param secret the header X-Telegram-Bot-Api-Secret-Token
 * @param body the parsed JSON
 * @returns the HTTP status to answer with
 */
export type WebhookHandler = (secret: string | undefined, body: unknown) => Promise<200 | 400 | 401 | 500>;

export interface WebhookOptions {
  secret: string;
  /** Resolves once the update is safe. */
  handOver(update: Update): Promise<void>;
  onFailure(error: unknown): void;
}

export function createWebhookHandler({ secret, handOver, onFailure }: WebhookOptions): WebhookHandler {
  return async (given, body) => {
    if (!isSame(secret, given ?? '')) return 401;
    if (!isUpdate(body)) return 400;
    try {
      await handOver(body);
      return 200;
    } catch (error) {
      onFailure(error);
      return 500;
    }
  };
}

/** Digests have one length, so the time taken tells nothing about the secret. */
function isSame(secret: string, given: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(secret), digest(given));
}

function isUpdate(body: unknown): body is Update {
  return typeof body === 'object' && body !== null && 'update_id' in body && Number.isInteger(body.update_id);
}
