/** The line breaks again and again while people write: a measure, and a promise. */
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { ListenerTraits } from '../../support/zalo/listener.ts';
import { TestTicker } from '../../support/zalo/ticker.ts';
import { runAccount, standIn } from './running-account.ts';

const MESSAGES = 500;
const DROPS = 50;

test.each([
  { seed: 1, paging: 'forward', pageSize: 50 },
  { seed: 2, paging: 'backward', pageSize: 20 },
  { seed: 3, paging: 'forward', pageSize: 5 },
] satisfies ({ seed: number } & ListenerTraits)[])(
  `${DROPS} drops during ${MESSAGES} messages: nothing lost, nothing twice, nothing out of order ($seed)`,
  async ({ seed, ...traits }) => {
    const random = randomFrom(seed);
    const zalo = await standIn(traits);
    const account = await runAccount(zalo, { ticker: new TestTicker() });
    await zalo.listening();
    const people = ['Hà Thị Lan', 'Quách Văn Nam', 'Tô Thị Hạnh'].map((name) => zalo.person(name));
    const groups = ['UBND xã Lâm Sơn', 'Phòng Kinh tế'].map((title) => zalo.group(title, people));
    const oneOf = <T>(all: T[]): T => all[Math.floor(random() * all.length)] as T;
    const somebodyWrites = (text: string): string => {
      const who = oneOf(people);
      if (random() < 0.5) {
        who.says(text);
        return who.id;
      }
      const group = oneOf(groups);
      group.says(who, text);
      return `g${group.id}`;
    };
    const lineDrops = () => {
      if (random() < 0.3) zalo.listener.close(1011);
      else zalo.listener.cut();
      if (random() < 0.1) zalo.breaks('login/getServerInfo', { cut: 'after' });
    };
    // Without any message yet there would be no place in the history to go on from.
    for (const one of people) one.says('chào');
    for (const group of groups) for (const one of people.slice(0, 1)) group.says(one, '/help');
    await account.received(people.length + groups.length);
    account.stored.length = 0;
    const dropsAfter = new Set<number>();
    while (dropsAfter.size < DROPS) dropsAfter.add(Math.floor(random() * (MESSAGES - DROPS)));
    let due = 0;
    let drops = 0;

    const sent = new Map<string, string[]>();
    for (let n = 0; n < MESSAGES; n++) {
      const chat = somebodyWrites(`tin ${n}`);
      sent.set(chat, [...(sent.get(chat) ?? []), `tin ${n}`]);
      if (dropsAfter.has(n)) due += 1;
      // A line that is down already drops at the next chance: in the middle of a welcome, or of catching up.
      if (due > 0 && zalo.listener.isOpen) {
        due -= 1;
        drops += 1;
        lineDrops();
      }
      const latest = zalo.world.history.at(-1);
      if (random() < 0.1 && latest) zalo.world.repeats(latest.message);
      await sleep(random() * 16);
    }
    await account.received(MESSAGES);
    await account.stop();

    const came = new Map<string, string[]>();
    for (const { chat, event } of account.stored) {
      if (event.type === 'message') came.set(chat.id, [...(came.get(chat.id) ?? []), event.text]);
    }
    expect(Object.fromEntries(came)).toEqual(Object.fromEntries(sent));
    expect(zalo.complaints).toEqual([]);
    expect(drops).toBe(DROPS);
    expect(zalo.listener.connections).toBeGreaterThan(DROPS);
  },
);

/** mulberry32: the same numbers for the same seed. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
