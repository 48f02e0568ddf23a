import type { Clock } from '../clock.ts';
import type { InboundUpdate, ReceiveUpdate } from './ports/messenger.ts';
import type { Queue } from './ports/queue.ts';
import type { Storage } from './ports/store.ts';

/** Stores what a platform delivered; from then on it is ours to handle, once. */
export function receiveUpdate(deps: { storage: Storage; queue: Queue; clock: Clock }): ReceiveUpdate {
  return async (update) => {
    const lane = laneOf(update);
    await deps.storage.inbox.add(lane, update, deps.clock.now());
    await deps.queue.wake({ name: 'inbox', lane });
  };
}

/** What is said in one chat is handled in order; chats do not wait for each other. */
export function laneOf({ platform, chat }: Pick<InboundUpdate, 'platform' | 'chat'>): string {
  return `${platform} ${chat.id}`;
}
