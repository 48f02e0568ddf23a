/**
 * Receiving by long polling, in a loop of our own.
 *
 * Telegram forgets an update once a higher offset is asked for, so the offset is the receipt. telegraf's `launch`
 * signs it too early: it moves the offset before the handlers run, runs a batch unordered, ends for good on a handler
 * that throws or takes 90 s and on a 409, and loses the batch. Here the offset moves behind each update that is
 * safely stored, in order, and nothing but a stop ends the loop.
 */

import { persist, type RetryOptions } from '../shared/retry.ts';
import type { TelegramClient, Update } from './client.ts';
import { ALLOWED_UPDATES } from './inbound.ts';

export interface PollingOptions {
  client: TelegramClient;
  /** Resolves once the update is safe, however long that takes; rejects only when stopped. */
  handOver(update: Update): Promise<void>;
  onAnswer(): void;
  retry: RetryOptions;
}

const LONG_POLL_SECONDS = 50;
/** Telegram answers within the long poll's time; what is later than this comes over a dead connection. */
const ANSWER_MS = (LONG_POLL_SECONDS + 15) * 1000;
/** A stop does not wait longer than this for Telegram to take the last receipt. */
const LAST_RECEIPT_MS = 2_000;

/** Receives until `retry.signal` is aborted; resolves then. */
export async function poll({ client, handOver, onAnswer, retry }: PollingOptions): Promise<void> {
  const { signal } = retry;
  let offset: number | undefined;
  const ask = () =>
    client.call(
      'getUpdates',
      { offset, timeout: LONG_POLL_SECONDS, allowed_updates: ALLOWED_UPDATES },
      { signal, timeoutMs: ANSWER_MS },
    );
  try {
    // Telegram refuses getUpdates while a webhook is set, and one may be left from before.
    await persist(() => client.call('deleteWebhook', {}, { signal }), retry);
    for (;;) {
      const updates = await persist(ask, retry);
      onAnswer();
      for (const update of updates) {
        await handOver(update);
        // Not the highest ever seen: after a quiet week, such as Tết, Telegram may count anew from a lower number.
        offset = update.update_id + 1;
      }
    }
  } catch (error) {
    if (!signal.aborted) throw error;
    if (offset === undefined) return;
    // Without this the updates stored last would come once more after the next start; storing them twice is harmless.
    const receipt = { offset, limit: 1, allowed_updates: ALLOWED_UPDATES };
    await client.call('getUpdates', receipt, { timeoutMs: LAST_RECEIPT_MS }).catch(() => {});
  }
}
