import { Redis } from 'ioredis';
import type { Logger } from 'pino';
import type { Registers } from '../services/ports/registers.ts';

/** Whoever asks must be told soon that Redis is away: there is a message to be put off. */
const ANSWER_LIMIT_MS = 2_000;
/** For so long it is left in peace then. */
const ASK_AGAIN_MS = 5_000;
/** What nobody has changed for so long is past. */
const KEPT_MS = 24 * 60 * 60_000;

const REPLACE = `
  if (redis.call('GET', KEYS[1]) or '') ~= ARGV[1] then return 0 end
  redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3])
  return 1`;

export interface RedisRegisters extends Registers {
  close(): void;
}

/**
 * @param otherwise where they are kept while Redis is away or takes nothing: what stands there is older, or nothing, so that
 *   what was replaced in one is read anew in the other
 */
export function redisRegisters(url: string, otherwise: Registers, log: Logger): RedisRegisters {
  const redis = new Redis(url, { commandTimeout: ANSWER_LIMIT_MS });
  redis.on('error', (error) => log.warn({ err: error }, 'redis: trouble'));
  const key = (name: string) => `nhachan:register:${name}`;
  let isOut = false;
  const inRedis = async <Told>(ask: () => Promise<Told>, askOther: () => Promise<Told>): Promise<Told> => {
    if (isOut) return askOther();
    try {
      return await ask();
    } catch (error) {
      isOut = true;
      setTimeout(() => {
        isOut = false;
      }, ASK_AGAIN_MS).unref();
      log.warn({ err: error }, 'redis: the limits of sending are kept in the database meanwhile');
      return askOther();
    }
  };
  return {
    read: (name) =>
      inRedis(
        async () => {
          const [value, [seconds, microseconds]] = await Promise.all([redis.get(key(name)), redis.time()]);
          return { value, now: Number(seconds) * 1_000 + Number(microseconds) / 1_000 };
        },
        () => otherwise.read(name),
      ),
    replace: (name, was, is) =>
      inRedis(
        async () => (await redis.eval(REPLACE, 1, key(name), was ?? '', is, KEPT_MS)) === 1,
        () => otherwise.replace(name, was, is),
      ),
    close: () => redis.disconnect(),
  };
}
