import type { Registers } from '../../services/ports/registers.ts';
import type { Ticker } from './ticker.ts';

/** Of a process that shares them with no other. */
export function ownRegisters(ticker: Pick<Ticker, 'now'>): Registers {
  const values = new Map<string, string>();
  return {
    read: async (name) => ({ value: values.get(name) ?? null, now: ticker.now() }),
    async replace(name, was, is) {
      if ((values.get(name) ?? null) !== was) return false;
      values.set(name, is);
      return true;
    },
  };
}
