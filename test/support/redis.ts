import { Redis } from 'ioredis';
import { inject } from 'vitest';

let ownDatabase: Promise<number> | undefined;

/** A Redis of this test's own: each of vitest's workers, which run one file at a time, has a numbered one to itself. */
export async function emptyRedis(): Promise<string> {
  const server = inject('redisUrl');
  if (server === null) throw new Error('There is no Redis here');
  ownDatabase ??= nextDatabase(server);
  const url = new URL(server);
  url.pathname = `/${await ownDatabase}`;
  const redis = new Redis(url.href);
  await redis.flushdb();
  await redis.quit();
  return url.href;
}

/** Numbered by the server itself: vitest's numbers of workers are not one for each of those that run at a time. */
async function nextDatabase(server: string): Promise<number> {
  const redis = new Redis(server);
  const [, databases] = (await redis.config('GET', 'databases')) as [string, string];
  const taken = await redis.incr('tests:databases');
  await redis.quit();
  return 1 + (taken % (Number(databases) - 1));
}
