/** What fails says what became of the message, in the same words on every platform that has a line to fail. */
import { describe, expect, test } from 'vitest';
import { PLATFORMS } from './capabilities.ts';
import { failureOf, onStage, write } from './on-stage.ts';
import type { Call, Mishap } from './platform-driver.ts';

const UNKNOWN = { kind: 'unknown' };

describe.each(PLATFORMS.filter(({ can }) => can.network))('$driver.name', ({ driver, can }) => {
  test('whoever blocks the bot is out of reach, nobody else is, and comes back', async () => {
    const { messenger, meets, heard, updates } = await onStage(driver);
    const lan = await meets('Hà Thị Lan');
    const nam = await meets('Quách Văn Nam');
    lan.blocks();
    expect(await failureOf(write(messenger, lan, '#1'))).toEqual({ kind: 'permanent', reason: can.blocked });
    await write(messenger, nam, '#2');
    expect((await nam.next()).text).toBe('#2');

    lan.comesBack();
    nam.says('xong 2');
    await heard(3);
    // Either makes the ledger take the chat for reachable again.
    expect(updates.findLast(({ chat }) => chat.id === lan.address.id)?.event).toMatchObject({
      type: expect.stringMatching(/^(message|reachable)$/),
    });
    await write(messenger, lan, '#1');
    expect((await lan.next()).text).toBe('#1');
  });

  test('too many messages: to be tried again after the time that the platform asks for', async () => {
    const { stage, messenger, meets } = await onStage(driver);
    const lan = await meets('Hà Thị Lan');
    stage.breaks('message', 'too many messages');
    const failure = await failureOf(write(messenger, lan, '#1'));
    expect(failure).toEqual({ kind: 'temporary', retryAfterMs: expect.any(Number) });
    const waitMs = failure.kind === 'temporary' ? (failure.retryAfterMs ?? 0) : 0;
    // Whoever asks earlier is not sent on to the platform.
    expect(await failureOf(write(messenger, lan, '#1'))).toMatchObject({ kind: 'temporary' });
    await stage.passes(waitMs);
    await write(messenger, lan, '#1');
    expect(lan.received().map(({ text }) => text)).toEqual(['#1']);
  });

  test.each<[Mishap, object, delivered: number]>([
    ['server out of order', { kind: 'temporary' }, 0],
    ['cut before', UNKNOWN, 0],
    ['cut after', UNKNOWN, 1],
    ['no answer', UNKNOWN, 1],
    ['answer that is no JSON', UNKNOWN, 1],
  ])('%s, and the next attempt goes through', async (mishap, failure, delivered) => {
    const { stage, messenger, meets } = await onStage(driver, { callTimeoutMs: 200 });
    const lan = await meets('Hà Thị Lan');
    stage.breaks('message', mishap);
    expect(await failureOf(write(messenger, lan, '#1'))).toEqual(failure);
    expect(lan.received()).toHaveLength(delivered);
    await write(messenger, lan, '#1');
    expect(lan.received()).toHaveLength(delivered + 1);
  });

  test('a platform that cannot be reached has taken nothing, and is come back to', async () => {
    const { stage, messenger, meets, heard } = await onStage(driver);
    const lan = await meets('Hà Thị Lan');
    await stage.goesDown();
    // The first may find the line that was open cut.
    await failureOf(write(messenger, lan, '#1'));
    expect(await failureOf(write(messenger, lan, '#1'))).toEqual({ kind: 'temporary' });
    await stage.comesBack();
    lan.says('xong 1');
    await heard(2);
    await write(messenger, lan, '#1');
    expect((await lan.next()).text).toBe('#1');
  });

  if (can.filesOut)
    test.each<[Call, Mishap, object]>([
      ['file', 'too many messages', { kind: 'temporary', retryAfterMs: expect.any(Number) }],
      ['file', 'server out of order', { kind: 'temporary' }],
      ['file', 'cut after', UNKNOWN],
      ['file', 'answer that is no JSON', UNKNOWN],
    ])('a %s fails alike: %s', async (call, mishap, failure) => {
      const { stage, messenger, meets } = await onStage(driver);
      const lan = await meets('Hà Thị Lan');
      stage.breaks(call, mishap);
      const file = { kind: 'file', name: 'bảng.xlsx', bytes: Buffer.from('bảng') } as const;
      expect(await failureOf(messenger.sendFile?.(lan.address, file) ?? Promise.resolve())).toEqual(failure);
      lan.blocks();
      expect(await failureOf(write(messenger, lan, '#1'))).toMatchObject(
        mishap === 'too many messages' ? { kind: 'temporary' } : { kind: 'permanent', reason: can.blocked },
      );
    });

  test('what failed is told without the words of the message', async () => {
    const { stage, messenger, meets } = await onStage(driver);
    const lan = await meets('Hà Thị Lan');
    stage.breaks('message', 'answer that is no JSON');
    const garbled = await write(messenger, lan, 'Việc riêng').catch((thrown: Error) => thrown);
    lan.blocks();
    const blocked = await write(messenger, lan, 'Việc riêng').catch((thrown: Error) => thrown);
    for (const error of [garbled, blocked] as Error[]) {
      const cause = error.cause as Error | undefined;
      expect(JSON.stringify([error, error.message, error.stack, cause, cause?.stack])).not.toContain(
        'Việc riêng',
      );
    }
  });
});
