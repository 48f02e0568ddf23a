/**
 * `npm run bench:limits`: how the service keeps to Telegram's limits, as processes of its own against a stand-in that
 * keeps them strictly.
 *
 *   --on embedded|servers|postgres   where the ledger and the queue are (servers: PostgreSQL and Redis)
 *   --workers 1|2                    how many processes send; the embedded database has one
 *   --seconds 120                    how long is measured
 *   --flood-at 20                    Telegram says "retry after 5" once, so many seconds after the first message
 *   --morning 200                    instead of a store of notices: the morning of a ward of so many people
 */
import { loadavg } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { TelegramStandIn } from '../test/support/telegram/stand-in.ts';
import { openPlace, type PlaceName } from './limits-places.ts';
import { seedMorning, seedStore } from './limits-seeds.ts';
import { Sendings } from './limits-sendings.ts';
import { ServiceProcess } from './limits-service.ts';

const { values } = parseArgs({
  options: {
    on: { type: 'string', default: 'embedded' },
    workers: { type: 'string', default: '1' },
    seconds: { type: 'string', default: '120' },
    'flood-at': { type: 'string' },
    morning: { type: 'string' },
  },
});
const seconds = Number(values.seconds);
const workers = Number(values.workers);
const floodAt = values['flood-at'] === undefined ? null : Number(values['flood-at']);
const RETRY_AFTER_SECONDS = 5;
/** A minute passes before the reconciler finds what was seeded last. */
const START_LIMIT_MS = 180_000;

const say = (line: string) => process.stdout.write(`${line}\n`);
const load = () =>
  loadavg()
    .map((one) => one.toFixed(1))
    .join(' ');

const place = await openPlace(values.on as PlaceName);
const telegram = await TelegramStandIn.start({ limitsFloods: true });
const sendings = new Sendings(telegram);
const processes: ServiceProcess[] = [];
try {
  say(`${values.on}, ${workers} process(es), load ${load()}`);
  if (values.morning === undefined) await measureStore();
  else await measureMorning(Number(values.morning));
  const cpu = processes.map((one) => `${one.cpuSeconds() ?? '–'} s`);
  say(`  processor time of the service: ${cpu.join(', ')}; load ${load()}`);
} finally {
  await Promise.all(processes.map((one) => one.stop()));
  await telegram.stop();
  await place.close();
}

function startProcesses(environment: NodeJS.ProcessEnv = {}): void {
  for (let index = 0; index < workers; index++) {
    const roles = index === 0 ? 'bot,planner,worker' : 'worker';
    processes.push(
      new ServiceProcess(roles, {
        ...place.environment,
        TELEGRAM_BOT_TOKEN: telegram.token,
        TELEGRAM_API_ROOT: telegram.url,
        ...environment,
      }),
    );
  }
}

/** More notices than can be sent in that time, of one office and, written down last, three of another. */
async function measureStore(): Promise<void> {
  const count = Math.ceil((30 * seconds * 1.2) / 2);
  const people = Array.from({ length: count + 3 }, (_, index) =>
    telegram.person(`Người ${index}`, { hasStarted: true }),
  );
  const askers = Array.from({ length: Math.floor(seconds / 4) }, (_, index) =>
    telegram.person(`Khách ${index}`, { hasStarted: true }),
  );
  await place.seed((database) => seedStore(database, people));
  startProcesses();
  const firstAt = await sendings.first(START_LIMIT_MS);
  const until = firstAt + seconds * 1_000;
  const asked: number[] = [];
  let flooded = floodAt === null;
  while (performance.now() < until) {
    await sleep(1_000);
    const passed = (performance.now() - firstAt) / 1_000;
    if (!flooded && floodAt !== null && passed >= floodAt) {
      telegram.floodLimits?.flood(RETRY_AFTER_SECONDS);
      flooded = true;
    }
    const asker = passed > 4 * (asked.length + 1) ? askers[asked.length] : undefined;
    if (!asker) continue;
    asked.push(performance.now());
    asker.says('/start');
  }
  const all = sendings.between(firstAt, until);
  say(
    `  ${all.accepted.length} of ${30 * seconds} permitted: ${((100 * all.accepted.length) / (30 * seconds)).toFixed(1)} %`,
  );
  say(`  429: ${all.refused.length} ${JSON.stringify(sendings.reasons(all.refused))}`);
  say(
    `  most within a second: ${sendings.most(all.arrived, 1_000)} asked, ${sendings.most(all.accepted, 1_000)} taken`,
  );
  const others = people.slice(-3).map((person) => sendings.firstTo(person.id, firstAt));
  say(`  the other office had its three after: ${others.map(inSeconds).join(', ')}`);
  const waits = askers.slice(0, asked.length).map((asker, index) => {
    const at = sendings.firstTo(asker.id, 0);
    return at === null ? null : at - ((asked[index] ?? 0) - 0);
  });
  const known = waits.filter((one) => one !== null).toSorted((a, b) => a - b);
  say(
    `  answers to people: ${known.length} of ${asked.length}, middle ${inSeconds(known[Math.floor(known.length / 2)] ?? null)}, longest ${inSeconds(known.at(-1) ?? null)}`,
  );
  if (floodAt !== null)
    say(`  after “retry after ${RETRY_AFTER_SECONDS}”: ${sendings.afterFlood(RETRY_AFTER_SECONDS)}`);
}

/** At 07:45, each of them has work that is due tomorrow. */
async function measureMorning(size: number): Promise<void> {
  const people = Array.from({ length: size }, (_, index) =>
    telegram.person(`Người ${index}`, { hasStarted: true }),
  );
  await place.seed((database) => seedMorning(database, people));
  startProcesses({ CLOCK_START: '2026-11-23T07:44:30+07:00' });
  const ready = await processes[0]?.saysReady();
  const firstAt = await sendings.first(START_LIMIT_MS);
  const limit = performance.now() + START_LIMIT_MS;
  while (sendings.reached(people) < size && performance.now() < limit) await sleep(200);
  const all = sendings.between(firstAt, performance.now());
  const lastAt = all.accepted.at(-1)?.at ?? firstAt;
  say(`  ${sendings.reached(people)} of ${size} people told, ${all.accepted.length} messages`);
  say(`  from the first message to the last: ${inSeconds(lastAt - firstAt)}; 429: ${all.refused.length}`);
  say(
    `  from the service's start to the first message: ${inSeconds(firstAt - (ready ?? firstAt))} (07:45 is 30 s after it)`,
  );
}

function inSeconds(ms: number | null): string {
  return ms === null ? 'never' : `${(ms / 1_000).toFixed(1)} s`;
}
