import { handleInbox, type InboxDeps } from '../src/services/handle-inbox.ts';

/** From the queue: handles the updates that wait in one lane. */
export function handleInboxJob<Prepared>(deps: InboxDeps<Prepared>) {
  return ({ lane }: { lane: string }) => handleInbox(deps, lane);
}
