import type { PlatformName } from '../ports/messenger.ts';
import type { OutageKind } from '../ports/outages.ts';
import type { Queue } from '../ports/queue.ts';
import type { Storage } from '../ports/store.ts';

interface Deps {
  storage: Storage;
  queue: Queue;
}

/** A platform's account can send again. @param kind what alone has been mended; absent: everything */
export async function outageOver(deps: Deps, platform: PlatformName, kind?: OutageKind): Promise<void> {
  await deps.storage.outages.end(platform, kind);
  await wakeAll(deps, platform);
}

/** Back again means answered again: nobody there waits until the time that was set while it was away. */
export async function wakeAll({ storage, queue }: Deps, platform: PlatformName): Promise<void> {
  for (const chatId of await storage.outbox.hasten(platform)) await queue.wake({ name: 'outbox', chatId });
}
