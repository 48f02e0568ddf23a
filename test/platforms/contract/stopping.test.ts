/** A stop lets what is on its way arrive, takes nothing more, and leaves nothing behind. */
import { describe, expect, test } from 'vitest';
import { PLATFORMS } from './capabilities.ts';
import { failureOf, onStage, write } from './on-stage.ts';

/** What keeps a process from ending, of the kinds that a platform could leave behind. */
function timers(): number {
  return process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length;
}

describe.each(PLATFORMS.filter(({ can }) => can.network))('$driver.name', ({ driver, can }) => {
  test('waits for a message on its way, and refuses later ones for now', async () => {
    const { stage, messenger, meets } = await onStage(driver);
    const lan = await meets('Hà Thị Lan');
    stage.breaks('message', 'slow');
    let id: string | undefined;
    const sending = write(messenger, lan, '#1').then((given) => {
      id = given;
    });
    // It has its turn at once, but not in the same instant.
    await new Promise((resolve) => setImmediate(resolve));
    await stage.stop();
    expect(id).toBe(lan.received()[0]?.id);
    await sending;
    expect(await failureOf(write(messenger, lan, '#2'))).toEqual({ kind: 'temporary' });
    const file = { kind: 'file', name: 'a.txt', bytes: Buffer.from('a') } as const;
    if (can.filesOut) {
      expect(await failureOf(messenger.sendFile?.(lan.address, file) ?? Promise.resolve())).toEqual({
        kind: 'temporary',
      });
    }
    expect(lan.received()).toHaveLength(1);
  });

  test('nobody listens any more, and no timer is left', async () => {
    const { stage, messenger, meets } = await onStage(driver);
    const lan = await meets('Hà Thị Lan');
    await write(messenger, lan, '#1');
    await stage.stop();
    // Sockets close a little later, and the tests' own report has a timer now and then. No timer waits for that here.
    while (stage.isReceiving() || timers() > 0) await new Promise((resolve) => setImmediate(resolve));
  });

  test('twice is once', async () => {
    const { stage } = await onStage(driver);
    await Promise.all([stage.stop(), stage.stop()]);
    await stage.stop();
  });
});
