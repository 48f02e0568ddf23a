/** Messages written to mislead, by what misleads in them: of none of them anything may be done at once. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Command } from '../../../src/chat/command.ts';
import { understand } from '../../../src/chat/understanding/understand.ts';
import { root } from '../../../src/root.ts';
import { TODAY } from '../../support/command-of.ts';

const BY_CAUSE: Record<string, string[]> = JSON.parse(
  readFileSync(join(root, 'test/fixtures/chat/misleading.json'), 'utf8'),
);

/** What an office would have to take back. */
const CHANGES = new Set<Command['name']>([
  'withdraw',
  'undo',
  'review',
  'decide-extension',
  'assign',
  'set-deadline',
  'leave-out',
  'take-back',
  'name-unit',
  'set-acceptance',
]);

function changes(text: string, isOverheard: boolean): string[] {
  const said = understand(text, { today: TODAY, isOverheard });
  if (said?.sure !== true) return [];
  const isDone = (command: Command) =>
    command.name === 'report' ? command.numbers.length > 0 : CHANGES.has(command.name);
  return said.commands.filter(isDone).map(({ name }) => name);
}

describe.each(Object.entries(BY_CAUSE))('%s', (_cause, messages) => {
  test.each([
    ['told to the bot', false],
    ['said among people', true],
  ])('%s', (_where, isOverheard) => {
    const done = messages.map((text) => [text, changes(text, isOverheard)]);
    expect(done.filter(([, acts]) => (acts?.length ?? 0) > 0)).toEqual([]);
  });
});
