import type { Queue } from '../ports/queue.ts';
import type { Storage } from '../ports/store.ts';

export interface ReconcileDeps {
  storage: Storage;
  queue: Queue;
  /** Whether the chat stands in line in this process already. */
  isInLine?(chatId: number): boolean;
}

/**
 * Wakes whoever the ledger says is owed something: after a start, after the queue lost its jobs, after a process died
 * between claim and send. Waking in vain costs little, and of a long line much.
 */
export async function reconcile({ storage, queue, isInLine }: ReconcileDeps): Promise<void> {
  for (const lane of await storage.inbox.lanesOwed()) await queue.wake({ name: 'inbox', lane });
  for (const chatId of await storage.outbox.chatsOwed()) {
    if (!isInLine?.(chatId)) await queue.wake({ name: 'outbox', chatId });
  }
}

/**
 * Wakes the chats whose sender died, and the lanes whose message nobody answers, as soon as that can be known: they need
 * not wait for {@link reconcile}, as those that only stood in line there do.
 */
export async function takeOver({ storage, queue }: { storage: Storage; queue: Queue }): Promise<void> {
  for (const lane of await storage.inbox.lanesUnanswered()) await queue.wake({ name: 'inbox', lane });
  for (const chatId of await storage.outbox.chatsAbandoned()) await queue.wake({ name: 'outbox', chatId });
}
