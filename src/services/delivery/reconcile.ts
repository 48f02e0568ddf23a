import type { MachineClock } from '../../clock.ts';
import type { Queue } from '../ports/queue.ts';
import type { Storage } from '../ports/store.ts';
import { SENDING_LEASE_MS } from './deliver-chat.ts';

/**
 * Wakes whoever the ledger says is owed something: after a start, after the queue lost its jobs, after a process died
 * between claim and send. Waking in vain costs nothing.
 */
export async function reconcile(deps: {
  storage: Storage;
  queue: Queue;
  machine: MachineClock;
}): Promise<void> {
  const now = deps.machine.time();
  const claimedBefore = new Date(now.getTime() - SENDING_LEASE_MS);
  for (const lane of await deps.storage.inbox.lanesOwed()) await deps.queue.wake({ name: 'inbox', lane });
  for (const chatId of await deps.storage.outbox.chatsOwed(now, claimedBefore)) {
    await deps.queue.wake({ name: 'outbox', chatId });
  }
}
