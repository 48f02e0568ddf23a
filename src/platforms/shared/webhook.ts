import type { Webhook } from './running-platform.ts';
import { isSecret } from './secret.ts';

export interface WebhookAddress {
  /** Public, and the whole of it with the path: "https://nhachan.example.vn/telegram". */
  url: string;
  /** What the platform must show to be believed: 8 to 256 of A-Z, a-z, 0-9, _ and -. */
  secret: string;
}

export interface WebhookOptions<Update> extends WebhookAddress {
  /** In small letters. */
  secretHeader: string;
  isUpdate(body: unknown): body is Update;
  /** Resolves once the update is safe. */
  handOver(update: Update): Promise<void>;
  onFailure(error: unknown): void;
}

/** Takes what the platform posts, and answers with 200 once it is safe. */
export function createWebhook<Update>(options: WebhookOptions<Update>): Webhook {
  const { url, secret, secretHeader, isUpdate, handOver, onFailure } = options;
  return {
    path: new URL(url).pathname,
    secretHeader,
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
