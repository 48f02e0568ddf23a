/** The office's web server, which passes on what Telegram posts. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { Webhook } from '../../../src/platforms/shared/running-platform.ts';

export interface WebhookDoor {
  readonly url: string;
  /** Who is behind it; nobody yet when the address is made known. */
  webhook: Webhook | undefined;
  close(): void;
}

export async function openWebhookDoor(): Promise<WebhookDoor> {
  const server = createServer(async (request, response) => {
    const secret = request.headers['x-telegram-bot-api-secret-token'];
    const body = JSON.parse(await text(request));
    const status = await door.webhook?.handle(typeof secret === 'string' ? secret : undefined, body);
    response.writeHead(status ?? 503).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const door: WebhookDoor = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/telegram`,
    webhook: undefined,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
  return door;
}
