import { createHash, timingSafeEqual } from 'node:crypto';
import Fastify, { type FastifyInstance } from 'fastify';
import type { Logger } from 'pino';

export interface WebServerOptions {
  host: string;
  port: number;
  log: Logger;
  /** What /health shows; `ok` false answers 503. */
  health(): Promise<{ ok: boolean }>;
  /** Where platforms call. */
  webhooks: Webhook[];
  /** What platforms fetch. */
  shelves: Shelf[];
  /** What calendar apps fetch. */
  calendars: Calendars | null;
  /** For Prometheus: whoever has the token, or anybody where nobody comes but from this machine. Null: no token. */
  metrics: { token: string | null; page(): Promise<{ type: string; text: string }> };
}

export interface Webhook {
  path: string;
  /** The header that holds what only the platform knows. */
  secretHeader: string;
  /** @returns the HTTP status to answer with */
  handle(secret: string | undefined, body: unknown): Promise<number>;
}

export interface Shelf {
  path: string;
  /** Null answers 404. */
  file(name: string): { type: string; bytes: Uint8Array } | null;
}

export interface Calendars {
  path: string;
  /** Null answers 404, whatever the reason. `tag`: the same as long as what stands in it is. */
  fetch(name: string): Promise<{ bytes: Uint8Array; tag: string } | null>;
}

export interface WebServer {
  readonly port: number;
  close(): Promise<void>;
}

/** An update is a few kilobytes; a megabyte is generous. */
const BODY_LIMIT = 1024 * 1024;

/** Who has not said in that time what they want will not. */
const REQUEST_MS = 10_000;
/** How long a stop waits for requests that are under way. */
const LAST_ANSWERS_MS = 1_000;

export async function startWebServer(options: WebServerOptions): Promise<WebServer> {
  const server = Fastify({
    bodyLimit: BODY_LIMIT,
    logger: false,
    requestTimeout: REQUEST_MS,
    http: { headersTimeout: REQUEST_MS, connectionsCheckingInterval: REQUEST_MS / 2 },
  });
  server.setErrorHandler((error, _request, reply) => {
    const status = (error as { statusCode?: number }).statusCode ?? 500;
    if (status >= 500) options.log.error({ err: error }, 'web: a request failed');
    return reply.code(status).send({ ok: false });
  });
  server.get('/health', async (_request, reply) => {
    const health = await options.health();
    return reply.code(health.ok ? 200 : 503).send(health);
  });
  serveMetrics(server, options);
  for (const { path, secretHeader, handle } of options.webhooks) {
    server.post(path, async (request, reply) => {
      const secret = request.headers[secretHeader];
      const status = await handle(typeof secret === 'string' ? secret : undefined, request.body);
      return reply.code(status).send();
    });
  }
  for (const shelf of options.shelves) {
    server.get<{ Params: { name: string } }>(`${shelf.path}/:name`, async (request, reply) => {
      const found = shelf.file(request.params.name);
      if (!found) return reply.code(404).send();
      return reply
        .headers({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' })
        .type(found.type)
        .send(Buffer.from(found.bytes));
    });
  }
  if (options.calendars) {
    const { path, fetch } = options.calendars;
    server.get<{ Params: { name: string } }>(`${path}/:name`, async (request, reply) => {
      const [, name] = /^([\w-]+)\.ics$/.exec(request.params.name) ?? [];
      const found = await fetch(name ?? '');
      if (!found) return reply.code(404).send();
      // The moment at which it was made is another in each, so that they are the same by what they mean alone.
      const etag = `W/"${found.tag}"`;
      reply.headers({ etag, 'cache-control': 'private, no-cache', 'x-content-type-options': 'nosniff' });
      if (request.headers['if-none-match'] === etag) return reply.code(304).send();
      return reply.type('text/calendar; charset=utf-8').send(Buffer.from(found.bytes));
    });
  }
  await server.listen({ port: options.port, host: options.host });
  const address = server.server.address();
  return {
    port: typeof address === 'object' && address ? address.port : options.port,
    async close() {
      // Takes no more; what was asked is answered, and whoever is still asking then is cut off.
      const cutting = setTimeout(() => server.server.closeAllConnections(), LAST_ANSWERS_MS);
      await server.close();
      clearTimeout(cutting);
    },
  };
}

const THIS_MACHINE = ['127.0.0.1', '::1', 'localhost'];

function serveMetrics(server: FastifyInstance, { host, metrics: { token, page } }: WebServerOptions): void {
  if (token === null && !THIS_MACHINE.includes(host)) return;
  server.get('/metrics', async (request, reply) => {
    if (token !== null && !isSame(request.headers.authorization ?? '', `Bearer ${token}`)) {
      return reply.code(401).header('www-authenticate', 'Bearer').send();
    }
    const { type, text } = await page();
    return reply.type(type).send(text);
  });
}

/** Takes as long wherever they differ. */
function isSame(one: string, other: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}
