/**
 * A planner in a process of its own: plans at the moments that it is told on standard input, a line each, and says what it
 * took. Argument: the database's URL.
 */
import { createInterface } from 'node:readline';
import pg from 'pg';
import { planDay } from '../../jobs/plan-day.ts';
import { ManualClock } from '../../src/clock.ts';
import { defaultRules } from '../../src/services/office/office-rules.ts';
import { openStorage } from '../../src/storage/open-storage.ts';

export interface Took {
  ms: number;
  /** Of the processor, which a busy machine does not draw out. */
  cpuMs: number;
  statements: number;
  /** Chats woken. */
  woken: number;
  peakMegabytes: number;
}

let statements = 0;
const query = pg.Client.prototype.query;
pg.Client.prototype.query = function counted(this: pg.Client, ...args: unknown[]) {
  statements += 1;
  return Reflect.apply(query, this, args);
} as typeof query;

const { storage, close } = await openStorage({ kind: 'server', url: process.argv[2] ?? '' });
const clock = new ManualClock(new Date());
let woken = 0;
const queue = {
  async wake() {
    woken += 1;
  },
};
process.stdout.write('ready\n');
for await (const moment of createInterface({ input: process.stdin })) {
  clock.set(new Date(moment));
  [statements, woken] = [0, 0];
  const from = performance.now();
  const busyFrom = process.cpuUsage();
  await planDay({ storage, queue, clock, rules: defaultRules });
  const busy = process.cpuUsage(busyFrom);
  const took: Took = {
    ms: performance.now() - from,
    cpuMs: (busy.user + busy.system) / 1000,
    statements,
    woken,
    peakMegabytes: process.resourceUsage().maxRSS / 1024,
  };
  process.stdout.write(`${JSON.stringify(took)}\n`);
}
await close();
