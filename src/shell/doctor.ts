import { type Config, readConfig } from '../config.ts';
import { officeDayAt } from '../domain/day.ts';
import { clockOf } from '../main.ts';
import { defaultRules } from '../services/office/office-rules.ts';
import { checkCalendar } from './doctor/calendar.ts';
import { openForChecks } from './doctor/database.ts';
import type { Finding } from './doctor/finding.ts';
import { checkHealth } from './doctor/health.ts';
import { checkOffices } from './doctor/offices.ts';
import { checkQueue } from './doctor/queue.ts';
import { checkSettings } from './doctor/settings.ts';
import { checkTelegram } from './doctor/telegram.ts';
import { checkZalo } from './doctor/zalo.ts';
import { checkZaloBot } from './doctor/zalo-bot.ts';
import { ShellFailure } from './failure.ts';
import { print } from './print.ts';

/** `nhachan doctor`: looks at everything the service needs, sends nothing, and says how to mend what is wrong. */
export async function doctorCommand(): Promise<void> {
  let faults = 0;
  for await (const { mark, text, mend } of examine(readConfig())) {
    print(`${mark} ${text}`);
    if (mend) print(`    ${mend}`);
    if (mark === '✗') faults += 1;
  }
  if (faults > 0)
    throw new ShellFailure(`${faults} ${faults === 1 ? 'thing' : 'things'} to mend, marked ✗ above`);
}

async function* examine(config: Config): AsyncGenerator<Finding> {
  yield* checkSettings(config);
  const { opened, finding } = await openForChecks(config);
  yield finding;
  try {
    yield* checkQueue(config);
    yield* checkTelegram(config);
    yield* checkZalo(config);
    yield* checkZaloBot(config);
    yield* checkCalendar(defaultRules.calendar, officeDayAt(clockOf(config).now()));
    yield* checkHealth(config, opened?.storage ?? null);
    if (opened) yield* checkOffices(opened.storage);
  } finally {
    await opened?.close();
  }
}
