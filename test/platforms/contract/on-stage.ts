/** A platform at work, and what has come in from it. */

import { expect } from 'vitest';
import {
  DeliveryError,
  type DeliveryFailure,
  type InboundMessage,
  type InboundUpdate,
  type Messenger,
} from '../../../src/services/ports/messenger.ts';
import { eventually } from '../../support/patience.ts';
import type { Chat, Person, PlatformDriver, StageOptions } from './platform-driver.ts';

/** Only what hangs fails by time. */

export async function onStage(driver: PlatformDriver, overrides: Partial<StageOptions> = {}) {
  const updates: InboundUpdate[] = [];
  const stage = await driver.start({
    callTimeoutMs: 30_000,
    ...overrides,
    receive: async (update) => {
      await overrides.receive?.(update);
      updates.push(update);
    },
  });
  /** The messages that people have sent, once there are that many. */
  const heard = (count: number) =>
    eventually(() => {
      const messages = updates.flatMap(({ event }) => (event.type === 'message' ? [event] : []));
      expect(messages.length, `messages, of ${JSON.stringify(updates)}`).toBeGreaterThanOrEqual(count);
      return messages;
    });
  return {
    stage,
    messenger: stage.messenger,
    updates,
    heard,
    /** The latest message, once there are that many. */
    hears: async (count: number): Promise<InboundMessage> => lastOf(await heard(count)),
    /** Somebody who has written to the bot, and whose words have come in. */
    async meets(name: string): Promise<Person> {
      const before = await heard(0);
      const person = stage.person(name);
      await heard(before.length + 1);
      return person;
    },
  };
}

/** @returns the id that the platform gave the message */
export function write(messenger: Messenger, { address }: Chat, text: string): Promise<string> {
  return messenger.send({ chat: address, lines: text.split('\n').map((line) => ({ text: line })) });
}

/** What became of something that did not succeed. */
export async function failureOf(attempt: Promise<unknown>): Promise<DeliveryFailure> {
  const error = await attempt.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(DeliveryError);
  return (error as DeliveryError).failure;
}

function lastOf<T>(all: T[]): T {
  const last = all.at(-1);
  if (last === undefined) throw new Error('Nothing there');
  return last;
}
