import { type Translate, translator, type WordingKey } from '../chat/translate.ts';
import { shellLocale } from '../config.ts';
import { warn } from './print.ts';

/** Commander says it in English; what it names stands there between quotes. */
const WORDINGS: Readonly<Record<string, WordingKey>> = {
  'commander.unknownCommand': 'shell.usage.unknownCommand',
  'commander.unknownOption': 'shell.usage.unknownOption',
  'commander.missingArgument': 'shell.usage.missingArgument',
  'commander.optionMissingArgument': 'shell.usage.optionMissingArgument',
  'commander.missingMandatoryOptionValue': 'shell.usage.missingOption',
  'commander.excessArguments': 'shell.usage.excessArguments',
  'nhachan.daysReversed': 'shell.usage.daysReversed',
};

/** What the shell's library throws, and a command as it knows it. */
interface UsageError {
  code: string;
  message: string;
}
interface UsedCommand {
  name(): string;
  usage(): string;
  parent: UsedCommand | null;
}

/** A command was used wrongly: what is wrong, and what would be right, in the language of the settings. */
export function sayWrongUsage(error: UsageError, command: UsedCommand): void {
  // The whole help has been shown instead.
  if (error.code === 'commander.help') return;
  const t = translator(shellLocale());
  const name = nameOf(command);
  warn(
    `${wordsOf(error, t)} ${t('shell.usage.how', { usage: `${name} ${command.usage()}`, program: name })}`,
  );
}

function wordsOf({ code, message }: UsageError, t: Translate): string {
  const said = message.replace(/^error: /, '').split('\n')[0] ?? '';
  const [named = '', value = named] = [...said.matchAll(/'([^']*)'/g)].map(([, quoted = '']) => quoted);
  const [, why] = /is invalid\. (.+)$/.exec(said) ?? [];
  if (why !== undefined) return t('shell.usage.invalid', { named, value, why: reason(why, t) });
  const key = WORDINGS[code];
  return key === undefined ? said : t(key, { named });
}

function reason(why: string, t: Translate): string {
  if (why === 'shell.usage.needsYear' || why === 'shell.usage.needsDay') return t(why);
  const [, choices] = /^Allowed choices are (.+)\.$/.exec(why) ?? [];
  return choices === undefined ? why : t('shell.usage.choices', { choices });
}

function nameOf(command: UsedCommand): string {
  return command.parent ? `${nameOf(command.parent)} ${command.name()}` : command.name();
}
