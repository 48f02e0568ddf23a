/** Messages written to mislead, by what misleads in them: of none of them anything may be done at once. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Command } from '../../../src/chat/command.ts';
import { standIn } from '../../../src/chat/understanding/title-words.ts';
import { understand } from '../../../src/chat/understanding/understand.ts';
import type { Understanding } from '../../../src/chat/understanding/understanding.ts';
import { root } from '../../../src/root.ts';
import { CHANGING } from '../../support/changing-commands.ts';
import { TODAY } from '../../support/command-of.ts';

const BY_CAUSE: Record<string, string[]> = JSON.parse(
  readFileSync(join(root, 'test/fixtures/chat/misleading.json'), 'utf8'),
);

/** Words of whose title stand in it; with the title they would make a report of it. */
const BY_TITLE: Record<string, string[]> = JSON.parse(
  readFileSync(join(root, 'test/fixtures/chat/misleading-titles.json'), 'utf8'),
);

const READ = new Map<string, Understanding | null>();

function read(text: string): Understanding | null {
  const known = READ.get(text);
  if (known !== undefined) return known;
  const said = understand(text, { today: TODAY });
  READ.set(text, said);
  return said;
}

function changes(text: string, isOverheard: boolean): string[] {
  const said = isOverheard ? understand(text, { today: TODAY, isOverheard }) : read(text);
  if (said?.sure !== true) return [];
  const isDone = (command: Command) =>
    command.name === 'report' ? command.numbers.length > 0 : CHANGING.has(command.name);
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

describe.each(Object.entries(BY_TITLE))('with a task called "%s"', (title, messages) => {
  test('its words make no report of what is none', () => {
    const done = messages.filter((text) => {
      const said = read(text);
      const reports = [...(said?.commands ?? []), said?.byWords].some(
        (command) => command?.name === 'report',
      );
      return reports && said !== null && standIn(said.left, title);
    });
    expect(done).toEqual([]);
  });
});

test('what is asked about leaves something over, so that no title can make it a report', () => {
  const messages = Object.values(BY_CAUSE).flat();
  const bare = messages.filter((text) => {
    const said = read(text);
    const isNumbered = said?.commands.some(
      (command) => command.name === 'report' && command.numbers.length > 0,
    );
    return said?.sure === false && isNumbered === true && said.left.length === 0;
  });
  expect(bare).toEqual([]);
});
