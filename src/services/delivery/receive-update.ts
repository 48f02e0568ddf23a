import type { Clock } from '../../clock.ts';
import { laneOf } from '../ports/inbox.ts';
import type { ReceiveUpdate } from '../ports/messenger.ts';
import type { Queue } from '../ports/queue.ts';
import type { Storage } from '../ports/store.ts';

/** Stores what a platform delivered; from then on it is ours to handle, once. */
export function receiveUpdate(deps: { storage: Storage; queue: Queue; clock: Clock }): ReceiveUpdate {
  return async (update) => {
    const lane = laneOf(update);
    await deps.storage.inbox.add(lane, update, deps.clock.now());
    await deps.queue.wake({ name: 'inbox', lane });
  };
}
