import type { Config } from '../../config.ts';
import { redisCondition } from '../../queue/redis-condition.ts';
import { oneLine } from '../failure.ts';
import { type Finding, inOrder, worthKnowing, wrong } from './finding.ts';

/** BullMQ refuses to start below the first, and warns below the second. */
const LEAST_VERSION = '5.0.0';
const GOOD_VERSION = '6.2.0';

export async function* checkQueue(config: Config): AsyncGenerator<Finding> {
  if (!config.REDIS_URL) {
    yield inOrder('Queue: kept in the database (no REDIS_URL)');
    return;
  }
  try {
    const { version, evictionPolicy, refusal } = await redisCondition(config.REDIS_URL);
    yield versionFinding(version);
    if (refusal !== null) {
      yield wrong(
        `Queue: Redis of REDIS_URL takes no jobs: ${refusal}`,
        'If it is full, raise maxmemory; REDIS_URL must name the server that may be written to, not a copy of it. ' +
          'Until then the service goes on from the database, by itself.',
      );
    }
    if (evictionPolicy !== 'noeviction') {
      yield worthKnowing(
        `Queue: Redis may throw jobs away when its memory is full (maxmemory-policy ${evictionPolicy})`,
        'In redis.conf: maxmemory-policy noeviction. Until then reminders can be late by a minute, never lost.',
      );
    }
  } catch (error) {
    yield wrong(
      `Queue: Redis of REDIS_URL does not answer: ${oneLine(error)}`,
      'Check that Redis runs, and the host, port and password in REDIS_URL.',
    );
  }
}

function versionFinding(version: string): Finding {
  const isBelow = (limit: string) => version.localeCompare(limit, 'en', { numeric: true }) < 0;
  if (isBelow(LEAST_VERSION)) {
    return wrong(`Queue: Redis ${version} is too old`, `Install Redis ${GOOD_VERSION} or newer.`);
  }
  if (isBelow(GOOD_VERSION)) {
    return worthKnowing(`Queue: Redis ${version} is old`, `Redis ${GOOD_VERSION} or newer is advised.`);
  }
  return inOrder(`Queue: Redis ${version} answers`);
}
