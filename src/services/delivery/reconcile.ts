import type { Queue } from '../ports/queue.ts';
import type { Storage } from '../ports/store.ts';

/**
 * Wakes whoever the ledger says is owed something: after a start, after the queue lost its jobs, after a process died
 * between claim and send. Waking in vain costs nothing.
 */
export async function reconcile({ storage, queue }: { storage: Storage; queue: Queue }): Promise<void> {
  for (const lane of await storage.inbox.lanesOwed()) await queue.wake({ name: 'inbox', lane });
  for (const chatId of await storage.outbox.chatsOwed()) await queue.wake({ name: 'outbox', chatId });
}

/**
 * Wakes the chats whose sender died, as soon as that can be known, and whoever else stood in line there: they need not wait
 * for the next minute.
 */
export async function takeOver(deps: { storage: Storage; queue: Queue }): Promise<void> {
  const abandoned = await deps.storage.outbox.chatsAbandoned();
  if (abandoned.length > 0) await reconcile(deps);
}
