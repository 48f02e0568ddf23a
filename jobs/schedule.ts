import cron, { type ScheduledTask } from 'node-cron';
import type { Logger } from 'pino';
import { OFFICE_TIME_ZONE } from '../src/domain/day.ts';
import { forgetStrangers } from '../src/services/delivery/forget-strangers.ts';
import { reconcile, takeOver } from '../src/services/delivery/reconcile.ts';
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
  deps: PlannerDeps & Parameters<typeof reconcile>[0] & TidyDeps & { log: Logger },
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
  const tidy = tidyJob(deps);
  const options = { timezone: OFFICE_TIME_ZONE, noOverlap: true };
  const tasks: ScheduledTask[] = [
    cron.schedule(everyMinute(speed), () => run('plan', () => planDay(deps)), { ...options, name: 'plan' }),
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
  ];
  // This release may know other rules than the one by which the moments were set.
  run('look at all', () => deps.storage.planning.lookAtAll());
  // What was owed when the last process stopped does not wait for the next minute.
  run('reconcile', () => reconcile(deps));
  return {
    async stop() {
      await Promise.all(tasks.map((task) => task.destroy()));
      await Promise.all(running);
    },
  };
}

/** A minute of the office's clock, in cron's words; with seconds where time runs faster. */
function everyMinute(speed: number): string {
  if (speed <= 1) return '* * * * *';
  return `*/${Math.max(1, Math.floor(60 / speed))} * * * * *`;
}
