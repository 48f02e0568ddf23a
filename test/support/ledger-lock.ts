/** Run by a test: a process that takes a folder's lock when told to, says how that went, and gives it back. */
import { lockFolder } from '../../src/storage/folder-lock.ts';

let unlock: (() => Promise<void>) | undefined;

process.on('message', async (message: { take: string } | 'give back') => {
  if (message === 'give back') {
    await unlock?.();
    unlock = undefined;
    process.send?.('given back');
    return;
  }
  try {
    unlock = await lockFolder(message.take);
    process.send?.('taken');
  } catch (error) {
    process.send?.(error instanceof Error ? error.name : 'thrown');
  }
});
process.send?.('ready');
