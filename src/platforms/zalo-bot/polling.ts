/**
 * Receiving by long polling: https://bot.zaloplatforms.com/docs/apis/getUpdates
 *
 * Zalo hands out one update a call and takes no receipt: an update that was returned is never seen again, so each is
 * safe before the next is asked for. What is written while nobody asks may be lost, which is why Zalo itself advises a
 * webhook for more than trials.
 */
import { persist, type RetryOptions } from '../shared/retry.ts';
import type { BotClient } from './client.ts';
import { ApiRefusal, IDLE, isNoWebhook } from './errors.ts';
import { messageIdIn } from './inbound.ts';

export interface PollingOptions {
  client: BotClient;
  /** Resolves once the update is safe, however long that takes; rejects only when stopped. */
  handOver(update: unknown): Promise<void>;
  onAnswer(): void;
  /** Somebody had set a webhook, which silences the polling, and it was taken away. */
  onForeignWebhook(url: string): void;
  retry: RetryOptions;
}

/** What getUpdates is refused with while a webhook is set. */
const HINDERED = new Set([400, 409]);
const LONG_POLL_SECONDS = 30;
/** Zalo answers within the long poll's time; what is later than this comes over a dead connection. */
const ANSWER_MS = (LONG_POLL_SECONDS + 15) * 1000;
/** A server that does not hold the call, or says the same again and again, is not asked at full speed. */
const PAUSE_MS = 500;

/** Receives until `retry.signal` is aborted, and rejects then. */
export async function poll(options: PollingOptions): Promise<never> {
  const { client, handOver, onAnswer, retry } = options;
  const { signal, ticker } = retry;
  // Zalo refuses getUpdates while a webhook is set, and one may be left from before.
  await persist(() => takeWebhookAway(client, signal), retry);
  let lastId: string | undefined;
  for (;;) {
    const askedAt = ticker.now();
    const updates = await persist(() => askAlone(options), retry);
    onAnswer();
    let bringsNews = false;
    for (const update of updates) {
      await handOver(update);
      const id = messageIdIn(update);
      if (id !== undefined && id !== lastId) bringsNews = true;
      lastId = id ?? lastId;
    }
    if (!bringsNews && ticker.now() - askedAt < PAUSE_MS) await ticker.sleep(PAUSE_MS, signal);
  }
}

async function takeWebhookAway(client: BotClient, signal: AbortSignal): Promise<void> {
  await client.call('deleteWebhook', {}, { signal }).catch((error: unknown) => {
    if (!isNoWebhook(error)) throw error;
  });
}

/** Set while messages are fetched, by whomever: Zalo refuses the fetching for as long as it is there. */
async function askAlone({ client, onForeignWebhook, retry: { signal } }: PollingOptions): Promise<unknown[]> {
  try {
    return await ask(client, signal);
  } catch (error) {
    if (!(error instanceof ApiRefusal) || !HINDERED.has(error.code)) throw error;
    const { url } = await client.call('getWebhookInfo', {}, { signal }).catch(() => ({ url: undefined }));
    if (!url) throw error;
    await takeWebhookAway(client, signal);
    onForeignWebhook(url);
    return ask(client, signal);
  }
}

async function ask(client: BotClient, signal: AbortSignal): Promise<unknown[]> {
  try {
    const limits = { signal, timeoutMs: ANSWER_MS };
    const result = await client.call('getUpdates', { timeout: LONG_POLL_SECONDS }, limits);
    return Array.isArray(result) ? result : [result];
  } catch (error) {
    if (error instanceof ApiRefusal && error.code === IDLE) return [];
    throw error;
  }
}
