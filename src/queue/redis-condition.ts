import { Redis } from 'ioredis';

export interface RedisCondition {
  /** "7.0.15" */
  version: string;
  /** Why it takes no jobs: it is full, or a copy that may only be read. Null when it does. */
  refusal: string | null;
  /** What Redis does when its memory is full; anything but "noeviction" may throw jobs away. */
  evictionPolicy: string;
}

const CONNECT_LIMIT_MS = 5_000;

/** Only writing shows that it is full, or a copy that may only be read. @throws the reason why it takes no jobs. */
export async function probe(redis: Redis): Promise<void> {
  await redis.set('nhachan:probe', '', 'EX', 60);
}

/** Asks a Redis server once how it is. @throws the reason why it cannot be asked. */
export async function redisCondition(url: string): Promise<RedisCondition> {
  const redis = new Redis(url, {
    lazyConnect: true,
    connectTimeout: CONNECT_LIMIT_MS,
    commandTimeout: CONNECT_LIMIT_MS,
    retryStrategy: () => null,
  });
  // The commands below fail with the same reason; without a listener ioredis would print it as well.
  let trouble: Error | undefined;
  redis.on('error', (error) => {
    trouble = error;
  });
  try {
    const info = `${await redis.info('server')}\n${await redis.info('memory')}`;
    const told = (field: string) => new RegExp(`^${field}:(\\S+)`, 'm').exec(info)?.[1] ?? 'unknown';
    const refusal = await probe(redis).then(
      () => null,
      (error: unknown) => (error instanceof Error ? error.message : String(error)),
    );
    return { version: told('redis_version'), evictionPolicy: told('maxmemory_policy'), refusal };
  } catch (error) {
    throw trouble ?? error;
  } finally {
    redis.disconnect();
  }
}
