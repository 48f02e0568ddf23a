import { createServer, type Server } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { heartbeatTo } from '../../src/web/heartbeat.ts';

let server: Server | null = null;
afterEach(() => server?.close());

/** @returns the address, and what was asked for there */
async function somebody(status: number): Promise<{ url: string; asked: string[] }> {
  const asked: string[] = [];
  const one = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    response.writeHead(status).end();
  });
  server = one;
  await new Promise<void>((resolve) => {
    one.listen(0, '127.0.0.1', resolve);
  });
  const address = one.address();
  return { url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/secret`, asked };
}

test('somebody outside hears the heart beat', async () => {
  const { url, asked } = await somebody(200);
  await heartbeatTo(url).beat();
  expect(asked).toEqual(['GET /secret']);
});

test('that nobody hears it is said, without the address', async () => {
  const { url } = await somebody(404);
  await expect(heartbeatTo(url).beat()).rejects.toThrow(/^HEARTBEAT_URL answered 404$/);
  await expect(heartbeatTo('http://127.0.0.1:9/secret').beat()).rejects.toThrow(
    /^HEARTBEAT_URL: (?!.*secret)/,
  );
});
