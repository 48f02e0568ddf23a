import type { Logger } from 'pino';
import type { Clock } from '../../clock.ts';
import { laneOf } from '../ports/inbox.ts';
import type { ReceiveUpdate } from '../ports/messenger.ts';
import type { Meter } from '../ports/meter.ts';
import type { Queue } from '../ports/queue.ts';
import type { Storage } from '../ports/store.ts';

export interface ReceiveDeps {
  storage: Storage;
  queue: Queue;
  clock: Clock;
  log: Logger;
  meter: Meter;
}

/** Stores what a platform delivered; from then on it is ours to handle, once. */
export function receiveUpdate({ storage, queue, clock, log, meter }: ReceiveDeps): ReceiveUpdate {
  return async (update) => {
    const lane = laneOf(update);
    const isNew = await storage.inbox.add(lane, update, clock.now());
    const { platform, account, id } = update;
    meter.received(platform, isNew);
    if (!isNew) log.info({ platform, account, update: id }, 'inbox: known already, and left out');
    await queue.wake({ name: 'inbox', lane });
  };
}
