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
 * Wakes the chats whose sender died, and the lanes whose message nobody answers, as soon as that can be known: they need
 * not wait for {@link reconcile}.
 */
export async function takeOver({ storage, queue }: { storage: Storage; queue: Queue }): Promise<void> {
  for (const lane of await storage.inbox.lanesUnanswered()) await queue.wake({ name: 'inbox', lane });
  for (const chatId of await storage.outbox.chatsAbandoned()) await queue.wake({ name: 'outbox', chatId });
}
