/** Processes that send for one account, each with its own pace, in a time that the test owns. */
import { setMaxListeners } from 'node:events';
import { ownRegisters } from '../../src/platforms/shared/own-registers.ts';
import { Pace, type PaceRules } from '../../src/platforms/shared/pace.ts';
import type { Registers } from '../../src/services/ports/registers.ts';
import { VirtualTime } from './virtual-time.ts';

export interface PacesOptions {
  processes?: number;
  random?: () => number;
  /** How long the register takes to answer. */
  registerMs?: () => number;
}

export class Paces {
  readonly time = new VirtualTime();
  readonly all: Pace[];
  readonly stopping = new AbortController();
  readonly registers = ownRegisters(this.time);

  constructor(rules: PaceRules, { processes = 1, random, registerMs }: PacesOptions = {}) {
    const { signal } = this.stopping;
    setMaxListeners(0, signal);
    const registers = registerMs ? slowed(this.registers, this.time, registerMs) : this.registers;
    this.all = Array.from(
      { length: processes },
      () =>
        new Pace({ name: 'pace', rules, registers, ticker: this.time, signal, ...(random && { random }) }),
    );
  }

  get one(): Pace {
    return this.of(0);
  }

  of(process: number): Pace {
    const pace = this.all[process % this.all.length];
    if (!pace) throw new Error('There is no such process');
    return pace;
  }
}

function slowed(registers: Registers, time: VirtualTime, takesMs: () => number): Registers {
  const within = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    await time.sleep(takesMs());
    const result = await work();
    await time.sleep(takesMs());
    return result;
  };
  return {
    read: (name) => within(() => registers.read(name)),
    replace: (name, was, is) => within(() => registers.replace(name, was, is)),
  };
}
