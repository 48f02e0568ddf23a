import { handleInbox, type InboxDeps } from '../src/services/delivery/handle-inbox.ts';

/**
 * From the queue: handles the updates that wait in one lane. Woken again meanwhile, it looks once more afterwards
 * instead of beside itself, so that a file is not fetched and read as often as somebody writes.
 */
export function handleInboxJob<Prepared>(deps: InboxDeps<Prepared>) {
  const wokenAgain = new Map<string, boolean>();
  return async ({ lane }: { lane: string }): Promise<void> => {
    if (wokenAgain.has(lane)) {
      wokenAgain.set(lane, true);
      return;
    }
    try {
      do {
        wokenAgain.set(lane, false);
        await handleInbox(deps, lane);
      } while (wokenAgain.get(lane));
    } finally {
      wokenAgain.delete(lane);
    }
  };
}
