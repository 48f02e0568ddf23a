import type { Command } from '../command.ts';

/** An act as `nhachan understand` prints it; part of the public contract: fields are added, never renamed. */
export interface ActJson {
  act: string;
  numbers: number[];
  [field: string]: unknown;
}

/** Where the contract calls an act otherwise than the program does. */
const NAMES: Partial<Record<Command['name'], string>> = {
  'ask-extension': 'extension',
  'decide-extension': 'decide',
  'leave-out': 'drop',
  'take-back': 'restore',
  'take-dates': 'set-deadline',
};

/** What a message may mean, act by act. */
export function actsJson({
  commands,
  numbers,
}: {
  commands: readonly Command[];
  numbers: number[];
}): ActJson[] {
  return commands.flatMap((command) => {
    const act = actJson(command, numbers);
    if (command.name !== 'confirm' || command.orCourtesy !== true) return [act];
    return [act, { act: 'courtesy', numbers: [] }];
  });
}

/** @param mentioned the numbers that stand in the message, for acts that say nothing of any */
export function actJson(command: Command, mentioned: number[]): ActJson {
  const { name: _name, ...fields } = command;
  const act = actNameOf(command);
  const numbers = numbersNamed(command) ?? (act === 'talk' || act === 'unknown' ? mentioned : []);
  return { act, ...shown(fields), numbers };
}

export function actNameOf(command: Command): string {
  if (command.name === 'report' && !command.explicit) return 'evidence';
  // Who is told how something is said means that.
  const meant = command.name === 'help' ? (command.about ?? command.name) : command.name;
  return NAMES[meant] ?? meant;
}

/** The tasks that it names. */
export function numbersOf(command: Command): number[] {
  return numbersNamed(command) ?? [];
}

function numbersNamed(command: Command): number[] | null {
  if ('numbers' in command) return command.numbers;
  if ('number' in command) return command.number === null ? [] : [command.number];
  if (command.name === 'decide-transfer') return 'task' in command.of ? [command.of.task] : [];
  if (command.name === 'decide-extension') return 'task' in command.of ? [command.of.task] : [];
  if (command.name !== 'review') return null;
  return command.of !== null && typeof command.of === 'object' && 'numbers' in command.of
    ? command.of.numbers
    : [];
}

/** Not what only a button can say, nor what the numbers say already. */
function shown({ until, ...fields }: Record<string, unknown>): Record<string, unknown> {
  const {
    explicit: _explicit,
    evidenceOf: _of,
    offeredIn: _in,
    orCourtesy: _or,
    saidIn: _said,
    chosen: _chosen,
    number: _number,
    numbers: _numbers,
    ...rest
  } = fields;
  if (typeof until !== 'string') return rest;
  // "đến 20/12" asks for 20/12.
  const day = until.replace(/^(?:(?:đến|den|tới|toi|qua|sang|hết|het|ngày|ngay|to|until)\s+)+/i, '');
  return { ...rest, until: day === '' ? null : day };
}
