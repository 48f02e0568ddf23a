/** The `nhachan` command: names, options and exit codes. What a command does stands in shell/. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { type Config, readConfig } from './config.ts';
import { type Day, dayOf } from './domain/day.ts';
import { clockOf, openOfficeStorage, SERVICE_ROLES, type ServiceRole, telegramLink } from './main.ts';
import { root } from './root.ts';
import type { Storage } from './services/ports/store.ts';
import { deadlineCommand } from './shell/deadline.ts';
import { demoCommand } from './shell/demo.ts';
import { doctorCommand } from './shell/doctor.ts';
import { importCommand, rosterCommand } from './shell/import.ts';
import { inviteCommand } from './shell/invite.ts';
import { progressCommand } from './shell/progress.ts';
import { readCommand } from './shell/read.ts';
import { simulateCommand } from './shell/simulate.ts';
import { startCommand } from './shell/start.ts';

const program = new Command('nhachan')
  .description('Reads the plan of an office, reminds the officers in charge, takes their reports.')
  .version(version(), '-V, --version')
  .showHelpAfterError('(see --help)')
  .exitOverride();

program
  .command('deadline')
  .description('read each TEXT, or each line of standard input, as a deadline')
  .argument('[text...]')
  .addOption(yearOption())
  .option('--json', 'print JSON lines')
  .action((texts: string[], options) => deadlineCommand(texts, options, new Date()));

program
  .command('read')
  .description('read a plan and print what was found in it')
  .argument('<file>')
  .addOption(yearOption())
  .option('--json', 'print JSON lines')
  .action((file: string, options) => readCommand(file, options, new Date()));

program
  .command('simulate')
  .description('every notice that would go out, when and to whom; nothing is sent')
  .argument('<file>')
  .option('--roster <file>', 'who works where')
  .requiredOption('--from <day>', 'first day, 2026-11-23', day)
  .requiredOption('--to <day>', 'last day', day)
  .option('--json', 'print JSON lines')
  .action(simulateCommand);

program
  .command('roster')
  .description('bring in the office, its units, people and roles from a table')
  .argument('<file>')
  .option('--dry-run', 'show what would change and change nothing')
  .action((file: string, options) =>
    withStorage((storage, config) =>
      rosterCommand(storage, clockOf(config), file, { ...options, locale: config.LOCALE }),
    ),
  );

program
  .command('import')
  .description('bring in a plan; done again it changes nothing')
  .argument('<file>')
  .addOption(officeOption())
  .option('--dry-run', 'show what would change and change nothing')
  .action((file: string, options) =>
    withStorage((storage, config) => importCommand(storage, clockOf(config), file, options)),
  );

program
  .command('invite')
  .description('print the invitation link and code of a person on the roster')
  .argument('<name...>')
  .addOption(new Option('--role <role>', 'make the person this').choices(['officer', 'leader', 'clerk']))
  .addOption(officeOption())
  .option('--json', 'print JSON lines')
  .action((name: string[], options) =>
    withStorage((storage, config) =>
      inviteCommand(storage, clockOf(config), name.join(' '), options, (code) => telegramLink(config, code)),
    ),
  );

program
  .command('progress')
  .description('how far the office is')
  .addOption(officeOption())
  .option('--json', 'print JSON lines')
  .action((options) => withStorage((storage, config) => progressCommand(storage, clockOf(config), options)));

program
  .command('start')
  .description('run the service')
  .option('--only <roles>', `some of ${SERVICE_ROLES.join(',')}; all by default`, roles)
  .action((options) => startCommand(readConfig(), options.only ?? SERVICE_ROLES));

program
  .command('demo')
  .description('an invented office at work, on this machine alone')
  .option('--once', 'play the script and end')
  .action((options) => demoCommand(options));

program
  .command('doctor')
  .description('check settings, database, queue and Telegram, and say how to mend what is wrong')
  .action(() => doctorCommand());

function yearOption(): Option {
  return new Option('--year <year>', 'the year of the plan').argParser((value) => {
    if (!/^(19|20|21)\d\d$/.test(value)) throw new InvalidArgumentError('a year, such as 2026, is needed.');
    return Number(value);
  });
}

function officeOption(): Option {
  return new Option('--office <name>', 'which office, where there are several');
}

function day(value: string): Day {
  const [, year, month, dayOfMonth] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(value) ?? [];
  const found = year ? dayOf(Number(year), Number(month), Number(dayOfMonth)) : null;
  if (found === null) throw new InvalidArgumentError('a day, such as 2026-11-23, is needed.');
  return found;
}

function roles(value: string): ServiceRole[] {
  return value.split(',').map((name) => {
    const role = SERVICE_ROLES.find((one) => one === name.trim());
    if (!role) throw new InvalidArgumentError(`"${name}" is none of ${SERVICE_ROLES.join(', ')}.`);
    return role;
  });
}

async function withStorage(work: (storage: Storage, config: Config) => Promise<void>): Promise<void> {
  const config = readConfig();
  const opened = await openOfficeStorage(config);
  try {
    await work(opened.storage, config);
  } finally {
    await opened.close();
  }
}

function version(): string {
  return JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version;
}

/** 0 done; 1 failed, with one line that says why; 2 wrong usage. */
async function run(argv: string[]): Promise<number> {
  if (existsSync('.env')) process.loadEnvFile('.env');
  try {
    await program.parseAsync(argv);
    return 0;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    const message = error instanceof Error ? error.message : String(error);
    process.stderr.write(`nhachan: ${message.split('\n')[0]}\n`);
    return 1;
  }
}

process.exitCode = await run(process.argv);
