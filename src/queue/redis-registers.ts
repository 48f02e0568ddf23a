import { Redis } from 'ioredis';
import type { Logger } from 'pino';
import type { Registers } from '../services/ports/registers.ts';

/** Whoever asks must be told soon that Redis is away: there is a message to be put off. */
const ANSWER_LIMIT_MS = 2_000;
/** What nobody has changed for so long is past. */
const KEPT_MS = 24 * 60 * 60_000;

const REPLACE = `
  if (redis.call('GET', KEYS[1]) or '') ~= ARGV[1] then return 0 end
  redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3])
  return 1`;

export interface RedisRegisters extends Registers {
  close(): void;
}

export function redisRegisters(url: string, log: Logger): RedisRegisters {
  const redis = new Redis(url, { commandTimeout: ANSWER_LIMIT_MS });
  redis.on('error', (error) => log.warn({ err: error }, 'redis: trouble'));
  const key = (name: string) => `nhachan:register:${name}`;
  return {
    async read(name) {
      const [value, [seconds, microseconds]] = await Promise.all([redis.get(key(name)), redis.time()]);
      return { value, now: Number(seconds) * 1_000 + Number(microseconds) / 1_000 };
    },
    async replace(name, was, is) {
      return (await redis.eval(REPLACE, 1, key(name), was ?? '', is, KEPT_MS)) === 1;
    },
    close: () => redis.disconnect(),
  };
}
