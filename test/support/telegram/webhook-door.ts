/** The office's web server, which passes on what Telegram posts. */
import { json } from 'node:stream/consumers';
import type { Webhook } from '../../../src/platforms/shared/running-platform.ts';
import { LocalServer } from '../local-server.ts';

export interface WebhookDoor {
  readonly url: string;
  /** Who is behind it; nobody yet when the address is made known. */
  webhook: Webhook | undefined;
  close(): Promise<void>;
}

export async function openWebhookDoor(): Promise<WebhookDoor> {
  const server = new LocalServer(async (request, response) => {
    const secret = request.headers['x-telegram-bot-api-secret-token'];
    const body = await json(request);
    const status = await door.webhook?.handle(typeof secret === 'string' ? secret : undefined, body);
    response.writeHead(status ?? 503).end();
  });
  await server.comesUp();
  const door: WebhookDoor = {
    url: `${server.url}/telegram`,
    webhook: undefined,
    close: () => server.goesDown(),
  };
  return door;
}
