/** What people say comes in once and in order, through the office's own inbox, on every platform. */

import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { ManualClock } from '../../../src/clock.ts';
import { createLog } from '../../../src/log.ts';
import { handleInbox } from '../../../src/services/delivery/handle-inbox.ts';
import { receiveUpdate } from '../../../src/services/delivery/receive-update.ts';
import type { InboundUpdate } from '../../../src/services/ports/messenger.ts';
import { noMeter } from '../../../src/services/ports/meter.ts';
import { embeddedDatabase, suiteDatabase } from '../../support/databases.ts';
import { NotedWakes } from '../../support/ledger-office.ts';
import { eventually } from '../../support/patience.ts';
import { PLATFORMS } from './capabilities.ts';
import { onStage, write } from './on-stage.ts';
import type { Chat, PlatformDriver } from './platform-driver.ts';

const database = suiteDatabase(embeddedDatabase);

/** A platform before a real inbox. @param before what the store takes its time for, or fails of */
async function withInbox(
  driver: PlatformDriver,
  before: (update: InboundUpdate) => Promise<void> = async () => {},
) {
  const { storage } = database.opened;
  const clock = new ManualClock(new Date());
  const base = {
    storage,
    queue: new NotedWakes(),
    clock,
    machine: clock,
    meter: noMeter,
    log: createLog('silent'),
  };
  const store = receiveUpdate(base);
  const staged = await onStage(driver, {
    receive: async (update) => {
      await before(update);
      await store(update);
    },
  });
  const handled: InboundUpdate[] = [];
  const handler = {
    prepare: async () => null,
    handle: async (_store: unknown, { update }: { update: InboundUpdate }) => {
      handled.push(update);
      return [];
    },
    apologize: async () => [],
  };
  return {
    ...staged,
    /** Handles what has come in, up to these words. @returns what has been handled so far of what was said there */
    async handledTo(lastWords: string, { address }: Chat) {
      await eventually(() => expect(staged.updates.map(wordsOf)).toContain(lastWords));
      const deps = { ...base, log: createLog('silent'), handler };
      for (const lane of await storage.inbox.lanesOwed()) await handleInbox(deps, lane);
      return handled.filter(({ chat }) => chat.id === address.id).map(wordsOf);
    },
  };
}

function wordsOf({ event }: InboundUpdate): string {
  return event.type === 'message' ? event.text : event.type;
}

const TEN = Array.from({ length: 10 }, (_, index) => `xong ${index + 1}`);

describe.each(PLATFORMS)('$driver.name', ({ driver, can }) => {
  test('the same message twice is handled once', async () => {
    const { stage, meets, heard, handledTo } = await withInbox(driver);
    const lan = await meets('Hà Thị Lan');
    lan.says('xong 12');
    await heard(2);
    await stage.repeats();
    lan.says('xong 13');
    expect(await handledTo('xong 13', lan)).toEqual(['/start', 'xong 12', 'xong 13']);
  });

  if (can.network)
    test('and also after a restart, and what was said meanwhile is not lost', async () => {
      const { stage, meets, heard, handledTo } = await withInbox(driver);
      const lan = await meets('Hà Thị Lan');
      lan.says('xong 12');
      await heard(2);
      expect(await handledTo('xong 12', lan)).toEqual(['/start', 'xong 12']);
      await stage.stop();
      await stage.repeats();
      lan.says('xong 13');
      await stage.startsAgain();
      lan.says('xong 14');
      expect(await handledTo('xong 14', lan)).toEqual(['/start', 'xong 12', 'xong 13', 'xong 14']);
    });

  test('messages in one breath are handled in the order in which they were said, however slow the store is', async () => {
    let count = 0;
    const { meets, handledTo } = await withInbox(driver, () => sleep((count++ % 3) * 10));
    const people = [await meets('Hà Thị Lan'), await meets('Quách Văn Nam')];
    for (const words of TEN) for (const person of people) person.says(words);
    for (const person of people) person.says('hết');
    await eventually(async () => {
      for (const person of people) {
        expect(await handledTo('hết', person)).toEqual(['/start', ...TEN, 'hết']);
      }
    });
  });

  if (can.network)
    test('a store that fails for a while loses nothing, and the order stays', async () => {
      let failures = 0;
      const { meets, handledTo } = await withInbox(driver, async (update) => {
        if (wordsOf(update) === 'xong 3' && failures++ < 3) throw new Error('no database');
      });
      const lan = await meets('Hà Thị Lan');
      for (const words of TEN) lan.says(words);
      expect(await handledTo('xong 10', lan)).toEqual(['/start', ...TEN]);
    });

  test('the bot does not answer itself, nor another bot', async () => {
    const { stage, messenger, meets, handledTo } = await withInbox(driver);
    const lan = await meets('Hà Thị Lan');
    const group = stage.group('UBND xã Lâm Sơn', [lan]);
    for (const chat of [lan, group]) await write(messenger, chat, '/viec');
    stage.otherBotSays?.(group, '/viec');
    if (can.network) {
      await stage.stop();
      await stage.startsAgain();
    }
    group.says(lan, '/tiendo');
    // Being taken into a group is told, too, where a platform tells it.
    const said = (await handledTo('/tiendo', group)).filter((words) => words !== 'reachable');
    expect(said).toEqual(['/tiendo']);
    expect(await handledTo('/tiendo', lan)).toEqual(['/start']);
  });
});
