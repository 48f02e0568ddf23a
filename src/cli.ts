/**
 * The `nhachan` command: names, options and exit codes. What a command does stands in shell/, and is loaded only when
 * it is asked for: reading a deadline must not wait for a database.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Argument, Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { type Day, dayOf } from './domain/day.ts';
import { root } from './root.ts';
import { SERVICE_ROLES, type ServiceRole } from './service-role.ts';
import { oneLine } from './shell/failure.ts';
import { warn } from './shell/print.ts';

const program = new Command('nhachan')
  .description('Reads the plan of an office, reminds the officers in charge, takes their reports.')
  .version(version(), '-V, --version')
  // What is wrong is said by shell/wrong-usage.ts, in the language of the settings.
  .configureOutput({ outputError: () => {} })
  .exitOverride();

program
  .command('deadline')
  .description('read each TEXT, or each line of standard input, as a deadline')
  .argument('[text...]')
  .addOption(yearOption())
  .option('--json', 'print JSON lines')
  .action(async (texts: string[], options) => {
    const { deadlineCommand } = await import('./shell/deadline.ts');
    await deadlineCommand(texts, options, new Date());
  });

program
  .command('understand')
  .description('what the bot would take each TEXT, or each line of standard input, for')
  .argument('[text...]')
  .option('--json', 'print JSON lines')
  .action(async (texts: string[], options) => {
    const { understandCommand } = await import('./shell/understand.ts');
    await understandCommand(texts, options, new Date());
  });

program
  .command('read')
  .description('read a plan and print what was found in it')
  .argument('<file>')
  .addOption(yearOption())
  .option('--json', 'print JSON lines')
  .action(async (file: string, options) => {
    const { readCommand } = await import('./shell/read.ts');
    await readCommand(file, options, new Date());
  });

program
  .command('simulate')
  .description('every notice that would go out, when and to whom; nothing is sent')
  .argument('<file>')
  .option('--roster <file>', 'who works where')
  .requiredOption('--from <day>', 'first day, 2026-11-23', day)
  .requiredOption('--to <day>', 'last day', day)
  .option('--json', 'print JSON lines')
  .action(async (file: string, options, command: Command) => {
    if (options.to < options.from)
      command.error('error: --to must not be before --from', { code: 'nhachan.daysReversed' });
    const { simulateCommand } = await import('./shell/simulate.ts');
    await simulateCommand(file, options);
  });

program
  .command('roster')
  .description('bring in the office, its units, people and roles from a table')
  .argument('<file>')
  .option('--office <code>', 'which office it is, where the file does not say; of a new one, its code')
  .option('--new', 'it is a new office, though its name is like that of another')
  .option('--yes', 'bring it in though more than a third of the people, or all of a unit, leave by it')
  .option('--dry-run', 'show what would change and change nothing')
  .action(async (file: string, options) => {
    const { rosterCommand } = await import('./shell/import.ts');
    await rosterCommand(file, options);
  });

program
  .command('import')
  .description('bring in a plan, or what a newer version of it changes')
  .argument('<file>')
  .addOption(officeOption())
  .option('--dry-run', 'show what would change and change nothing')
  .action(async (file: string, options) => {
    const { importCommand } = await import('./shell/import.ts');
    await importCommand(file, options);
  });

program
  .command('invite')
  .description('print the invitation link and code of a person on the roster')
  .argument('<name...>')
  .addOption(new Option('--role <role>', 'make the person this').choices(['officer', 'leader', 'clerk']))
  .option('--unit <unit>', 'which of several people of that name')
  .addOption(officeOption())
  .option('--json', 'print JSON lines')
  .action(async (name: string[], options) => {
    const { inviteCommand } = await import('./shell/invite.ts');
    await inviteCommand(name.join(' '), options);
  });

program
  .command('offices')
  .description('the offices of this database: list them, or give one another code or name')
  .addArgument(new Argument('[action]', 'what to do').choices(['list', 'code', 'name']).default('list'))
  .argument('[office]', 'code, name: which office, by its code')
  .argument('[value]', 'code: its new code; name: its new name')
  .option('--json', 'print JSON lines')
  .action(async (action: string, office: string | undefined, value: string | undefined, options) => {
    const { officesCommand } = await import('./shell/offices.ts');
    await officesCommand(action, office, value, options);
  });

program
  .command('members')
  .description('who works in the office: list them, add, remove or change one')
  .addArgument(
    new Argument('[action]', 'what to do').choices(['list', 'add', 'remove', 'set']).default('list'),
  )
  .argument(
    '[words...]',
    'list: a unit; remove: NAME; add, set: NAME and the options below, or NAME and what is said of it: UNIT TITLE …',
  )
  .option('--unit <unit>', 'add, set: the unit; list: of that unit alone')
  .option('--also <unit>', 'add, set: one more unit of which the person is besides')
  .option('--of <unit>', 'remove, set: the unit that tells the person from others of that name')
  .option('--title <title>', 'add, set: chức vụ')
  .addOption(
    new Option('--role <role>', 'add, set: what the person is').choices(['officer', 'leader', 'clerk']),
  )
  .option('--head', 'add, set: heads the unit')
  .option('--no-head', 'add, set: does not')
  .option('--instead', 'add, set: heads it instead of whoever does')
  .option('--beside', 'add, set: heads it beside whoever does')
  .option('--phone <number>', 'add, set: the phone')
  .option('--unconnected', 'list: who cannot be written to')
  .addOption(officeOption())
  .option('--json', 'print JSON lines')
  .addHelpText(
    'after',
    '\nFor example: nhachan members add "Nguyễn Văn Minh" --unit VHXH --title "Chuyên viên" --phone 0912345678',
  )
  .action(async (action: string, words: string[], options) => {
    const { membersCommand } = await import('./shell/members.ts');
    await membersCommand(action, asFields(words), options);
  });

program
  .command('units')
  .description('the units of the office: list them, rename one, or teach what plans call it')
  .addArgument(new Argument('[action]', 'what to do').choices(['list', 'rename', 'alias']).default('list'))
  .argument('[unit]', 'rename, alias: which')
  .argument('[name]', 'rename: its new name; alias: one more name')
  .addOption(officeOption())
  .option('--json', 'print JSON lines')
  .action(async (action: string, unit: string | undefined, name: string | undefined, options) => {
    const { unitsCommand } = await import('./shell/units.ts');
    await unitsCommand(action, unit ?? '', name ?? '', options);
  });

program
  .command('groups')
  .description('the groups that are reminded: list them, or unbind one')
  .addArgument(new Argument('[action]', 'what to do').choices(['list', 'unbind']).default('list'))
  .argument('[number]', 'unbind: which of the list')
  .addOption(officeOption())
  .option('--json', 'print JSON lines')
  .action(async (action: string, number: string | undefined, options) => {
    const { groupsCommand } = await import('./shell/groups.ts');
    await groupsCommand(action, number ?? '', options);
  });

program
  .command('settings')
  .description('what the office decides for itself: list it, or set one of it')
  .addArgument(new Argument('[action]', 'what to do').choices(['list', 'set']).default('list'))
  .argument('[words...]', 'set: the setting and its value, as in chat: gio 7h30; nghi "Tết từ 14/2 đến 22/2"')
  .option('--plan <plan>', 'set: stages of one plan alone: its number, or words of its title')
  .addOption(officeOption())
  .option('--json', 'print JSON lines')
  .action(async (action: string, words: string[], options) => {
    const { settingsCommand } = await import('./shell/settings.ts');
    await settingsCommand(action, words.join(' '), options);
  });

program
  .command('feedback')
  .description('what the bot could not do several times, and what people remark of it')
  .addOption(officeOption())
  .option('--json', 'print JSON lines')
  .action(async (options) => {
    const { feedbackCommand } = await import('./shell/feedback.ts');
    await feedbackCommand(options);
  });

program
  .command('forget')
  .description(
    'of somebody who has left: the accounts, the phone and what was written, but not what is the office’s own',
  )
  .argument('<name...>')
  .option('--of <unit>', 'the unit that tells the person from others of that name')
  .option('--yes', 'do it; without, it is only said what would go and what stays')
  .addOption(officeOption())
  .option('--json', 'print JSON lines')
  .action(async (name: string[], options) => {
    const { forgetCommand } = await import('./shell/forget.ts');
    await forgetCommand(name.join(' '), options);
  });

program
  .command('undo')
  .description('take back what was changed last from the shell: members, units, groups, settings')
  .option('--list', 'what can be taken back, the latest first')
  .addOption(officeOption())
  .option('--json', 'print JSON lines')
  .action(async (options) => {
    const { undoCommand } = await import('./shell/undo.ts');
    await undoCommand(options);
  });

program
  .command('progress')
  .description('how far the office is')
  .addOption(officeOption())
  .option('--parent', 'how the offices below it compare, the best first')
  .option('--json', 'print JSON lines')
  .action(async (options) => {
    const { progressCommand } = await import('./shell/progress.ts');
    await progressCommand(options);
  });

program
  .command('export')
  .description('how far the office is, as a file: what a leader gets in chat')
  .addOption(
    new Option('--format <format>', 'of the file')
      .choices(['png', 'xlsx', 'docx', 'ics'])
      .makeOptionMandatory(),
  )
  .requiredOption('--out <file>', 'where to write it')
  .option('--unit <unit>', 'of one unit alone')
  .addOption(
    new Option(
      '--paper <kind>',
      'what goes up, as docx or xlsx: the report of results, the statistics form, what hinders, the list by person',
    ).choices(['results', 'statistics', 'obstacles', 'people']),
  )
  .option(
    '--period <period>',
    'of the paper: "tháng 11", "quý 4", "từ 1/10 đến 31/10"; the whole year by default',
  )
  .option('--plan <plan>', 'of one plan alone: its number, or words of its title')
  .addOption(officeOption())
  .option('--json', 'print JSON lines')
  .action(async (options) => {
    const { exportCommand } = await import('./shell/export.ts');
    await exportCommand(options);
  });

program
  .command('start')
  .description('run the service')
  .option('--only <roles>', `some of ${SERVICE_ROLES.join(',')}; all by default`, roles)
  .action(async (options) => {
    const { startCommand } = await import('./shell/start.ts');
    await startCommand(options.only ?? SERVICE_ROLES);
  });

program
  .command('demo')
  .description('an invented office at work, on this machine alone')
  .option('--once', 'play the script and end')
  .action(async (options) => {
    const { demoCommand } = await import('./shell/demo.ts');
    await demoCommand(options);
  });

program
  .command('doctor')
  .description('check settings, database, queue, Telegram and Zalo, and say how to mend what is wrong')
  .action(async () => {
    const { doctorCommand } = await import('./shell/doctor.ts');
    await doctorCommand();
  });

program
  .command('backup')
  .description(
    'write all that the office has into a file that only its owner can read, also while the service runs',
  )
  .argument('<file>')
  .option('--json', 'print JSON lines')
  .action(async (file: string, options) => {
    const { backupCommand } = await import('./shell/backup.ts');
    await backupCommand(file, options);
  });

program
  .command('restore')
  .description('bring a backup back, into a database that holds no office; the service is stopped meanwhile')
  .argument('<file>')
  .option('--replace', 'give up the office that the database holds')
  .option('--json', 'print JSON lines')
  .action(async (file: string, options) => {
    const { restoreCommand } = await import('./shell/backup.ts');
    await restoreCommand(file, options);
  });

program
  .command('zalo-login')
  .description('sign in to Zalo by a QR code, and keep the session in a file only its owner can read')
  .option('--out <file>', 'where to keep it; ZALO_SESSION_FILE by default')
  .option('--qr <file>', 'where to draw the code as a picture', 'zalo-qr.png')
  .action(async (options) => {
    const { zaloLoginCommand } = await import('./shell/zalo-login.ts');
    await zaloLoginCommand(options);
  });

/** "Nguyễn Văn Minh" VHXH "chuyên viên" are three things; Nguyễn Văn Minh without quotes is one. */
function asFields(words: string[]): string {
  return words.join(words[0]?.trim().includes(' ') ? ', ' : ' ');
}

function yearOption(): Option {
  return new Option('--year <year>', 'the year of the plan').argParser((value) => {
    if (!/^(19|20|21)\d\d$/.test(value)) throw new InvalidArgumentError('shell.usage.needsYear');
    return Number(value);
  });
}

function officeOption(): Option {
  return new Option('--office <code>', 'which office, where there are several');
}

function day(value: string): Day {
  const [, year, month, dayOfMonth] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(value) ?? [];
  const found = year ? dayOf(Number(year), Number(month), Number(dayOfMonth)) : null;
  if (found === null) throw new InvalidArgumentError('shell.usage.needsDay');
  return found;
}

function roles(value: string): ServiceRole[] {
  return value.split(',').map((name) => {
    const role = SERVICE_ROLES.find((one) => one === name.trim());
    if (!role) throw new InvalidArgumentError(`Allowed choices are ${SERVICE_ROLES.join(', ')}.`);
    return role;
  });
}

function version(): string {
  return JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version;
}

/** @returns the exit code: 0 done; 1 failed, with one line that says why; 2 wrong usage. */
export async function run(args: string[]): Promise<number> {
  try {
    await program.parseAsync(args, { from: 'user' });
    return 0;
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return 0;
      const { sayWrongUsage } = await import('./shell/wrong-usage.ts');
      sayWrongUsage(error, program.commands.find((one) => one.name() === args[0]) ?? program);
      return 2;
    }
    warn(oneLine(error));
    return 1;
  }
}
