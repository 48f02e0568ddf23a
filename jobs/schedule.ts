import cron, { type ScheduledTask } from 'node-cron';
import type { Logger } from 'pino';
import { OFFICE_TIME_ZONE } from '../src/domain/day.ts';
import { forgetStrangers } from '../src/services/delivery/forget-strangers.ts';
import { reconcile, takeOver } from '../src/services/delivery/reconcile.ts';
import type { Meter } from '../src/services/ports/meter.ts';
import type { PlannerDeps } from '../src/services/reminders/plan-office.ts';
import { planDay } from './plan-day.ts';
import { type TidyDeps, tidyJob } from './tidy.ts';

export interface Schedule {
  stop(): Promise<void>;
}

/**
 * What runs by the clock. Every run looks at the present state, so a run that is missed, repeated or late changes
 * nothing but the minute in which something goes out.
 *
 * @param speed how much faster than real time a rehearsal runs; 1 in earnest.
 */
export function schedule(
  deps: PlannerDeps &
    Parameters<typeof reconcile>[0] &
    TidyDeps & { log: Logger; meter: Meter; purge: { step(): Promise<void> } },
  speed: number,
): Schedule {
  const running = new Set<Promise<void>>();
  const run = (name: string, work: () => Promise<void>) => {
    const done = work()
      .catch((error) => deps.log.error({ err: error, job: name }, 'schedule: a job failed'))
      .finally(() => running.delete(done));
    running.add(done);
    return done;
  };
  // This release may know other rules than the one by which the moments were set.
  const look = onceDone(() => deps.storage.planning.lookAtAll());
  const plan = async () => {
    await run('look at all', look);
    const end = deps.meter.planning();
    await planDay(deps).finally(end);
  };
  const tidy = tidyJob(deps);
  const options = { timezone: OFFICE_TIME_ZONE, noOverlap: true, logger: cronLog(deps.log) };
  const tasks: ScheduledTask[] = [
    cron.schedule(everyMinute(speed), () => run('plan', plan), { ...options, name: 'plan' }),
    // What was lost on the way is looked for by the machine's minutes.
    cron.schedule(everyMinute(1), () => run('reconcile', () => reconcile(deps)), {
      ...options,
      name: 'reconcile',
    }),
    cron.schedule('*/10 * * * *', () => run('forget strangers', () => forgetStrangers(deps)), {
      ...options,
      name: 'forget strangers',
    }),
    cron.schedule('40 * * * *', () => run('tidy', tidy), { ...options, name: 'tidy' }),
    cron.schedule('*/5 * * * * *', () => run('take over', () => takeOver(deps)), {
      ...options,
      name: 'take over',
    }),
    // While nobody waits for anything.
    cron.schedule('* 1-3 * * *', () => run('purge', () => deps.purge.step()), { ...options, name: 'purge' }),
  ];
  run('look at all', look);
  // What was owed when the last process stopped does not wait for the next minute.
  run('reconcile', () => reconcile(deps));
  return {
    async stop() {
      await Promise.all(tasks.map((task) => task.destroy()));
      await Promise.all(running);
    },
  };
}

/** Work that is called again until it has succeeded once; whoever calls while it is at it waits for the same. */
function onceDone(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | null = null;
  return () => {
    done ??= work().catch((error: unknown) => {
      done = null;
      throw error;
    });
    return done;
  };
}

/** A busy machine misses runs, of which node-cron would complain on the console; the next one makes up for them. */
function cronLog(log: Logger) {
  const said = (message: string | Error, err?: Error) =>
    [{ err: err ?? (message instanceof Error ? message : undefined) }, `schedule: ${message}`] as const;
  return {
    info: (message: string) => log.info(`schedule: ${message}`),
    warn: (message: string) => log.warn(`schedule: ${message}`),
    error: (message: string | Error, err?: Error) => log.error(...said(message, err)),
    debug: (message: string | Error, err?: Error) => log.debug(...said(message, err)),
  };
}

/** A minute of the office's clock, in cron's words; with seconds where time runs faster. */
function everyMinute(speed: number): string {
  if (speed <= 1) return '* * * * *';
  return `*/${Math.max(1, Math.floor(60 / speed))} * * * * *`;
}
