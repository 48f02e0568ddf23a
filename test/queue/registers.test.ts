/** A register holds what was put there last, and of several who change it at once none undoes what another has done. */
import { afterEach, describe, expect, inject, test } from 'vitest';
import { createLog } from '../../src/log.ts';
import { ownRegisters } from '../../src/platforms/shared/own-registers.ts';
import { systemTicker } from '../../src/platforms/shared/ticker.ts';
import { redisRegisters } from '../../src/queue/redis-registers.ts';
import type { Registers } from '../../src/services/ports/registers.ts';
import { DATABASES } from '../support/databases.ts';
import { openedOnce } from '../support/open-database.ts';
import { emptyRedis } from '../support/redis.ts';

const endings: (() => void)[] = [];
afterEach(() => {
  for (const end of endings.splice(0)) end();
});

const PLACES: { name: string; isHere: boolean; open(): Promise<Registers> }[] = [
  { name: 'the process itself', isHere: true, open: async () => ownRegisters(systemTicker) },
  ...DATABASES.map(({ name, isHere, create }) => ({
    name,
    isHere,
    async open() {
      const { opened, empty } = await openedOnce(create);
      await empty();
      return opened.storage.registers;
    },
  })),
  {
    name: 'Redis',
    isHere: inject('redisUrl') !== null,
    async open() {
      const registers = redisRegisters(await emptyRedis(), createLog('silent'));
      endings.push(() => registers.close());
      return registers;
    },
  },
];

describe.each(PLACES.filter(({ isHere }) => isHere))('$name', ({ open }) => {
  test('is empty at first, then holds what was put there, each name for itself', async () => {
    const registers = await open();
    expect((await registers.read('pace')).value).toBeNull();
    expect(await registers.replace('pace', null, 'một')).toBe(true);
    expect(await registers.replace('pace', null, 'hai')).toBe(false);
    expect(await registers.replace('pace', 'một', 'ba')).toBe(true);
    expect((await registers.read('pace')).value).toBe('ba');
    expect((await registers.read('other')).value).toBeNull();
    expect(await registers.replace('other', 'một', 'hai')).toBe(false);
  });

  test('its clock goes on', async () => {
    const registers = await open();
    const { now } = await registers.read('pace');
    expect((await registers.read('pace')).now).toBeGreaterThanOrEqual(now);
  });

  test('eight that count in it at once lose no number', async () => {
    const registers = await open();
    const countOne = async () => {
      for (;;) {
        const { value } = await registers.read('count');
        if (await registers.replace('count', value, String(Number(value ?? 0) + 1))) return;
      }
    };
    await Promise.all(Array.from({ length: 8 }, countOne));
    expect((await registers.read('count')).value).toBe('8');
  });
});
