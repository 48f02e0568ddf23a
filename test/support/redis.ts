import { Redis } from 'ioredis';
import { inject } from 'vitest';

/** A Redis of this test's own: each of vitest's workers, which run one file at a time, has a numbered one to itself. */
export async function emptyRedis(): Promise<string> {
  const server = inject('redisUrl');
  if (server === null) throw new Error('There is no Redis here');
  const url = new URL(server);
  url.pathname = `/${1 + (Number(process.env.VITEST_POOL_ID) % 15)}`;
  const redis = new Redis(url.href);
  await redis.flushdb();
  await redis.quit();
  return url.href;
}
