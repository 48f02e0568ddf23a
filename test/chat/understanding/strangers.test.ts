/** Messages by four people who knew nothing of the program, and what each means: half of them must record nothing. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readTyped } from '../../../src/chat/reading/read-typed.ts';
import { root } from '../../../src/root.ts';
import { TODAY } from '../../support/command-of.ts';

interface Labelled {
  message: string;
  chat: 'private' | 'group';
  act: string;
  numbers: number[];
  mayRecord: boolean;
}

const messages: Labelled[] = JSON.parse(
  readFileSync(join(root, 'test/fixtures/chat/strangers.json'), 'utf8'),
);
const read = ({ message }: Labelled, isOverheard = false) =>
  readTyped(message, { today: TODAY, isOverheard });

function records(one: Labelled, isOverheard = false): boolean {
  const said = read(one, isOverheard);
  const isReport = said?.commands.some(
    (command) => command.name === 'report' && command.explicit && command.numbers.length > 0,
  );
  return said?.sure === true && isReport === true;
}

describe('must record nothing at once', () => {
  test.each(messages.filter(({ mayRecord }) => !mayRecord))('$message', (one) => {
    expect(records(one)).toBe(false);
    expect(records(one, true)).toBe(false);
  });
});

test('what is recorded at once is what was reported, and no other number', () => {
  const recorded = messages.filter((one) => records(one));
  expect(recorded.length).toBeGreaterThanOrEqual(35);
  for (const one of recorded) {
    const numbers = read(one)?.commands.flatMap((command) =>
      command.name === 'report' ? command.numbers : [],
    );
    expect([one.message, one.act, numbers?.toSorted()]).toEqual([
      one.message,
      'report',
      one.numbers.toSorted(),
    ]);
  }
});

test('at least five of six reports are recognised, at once or by a question', () => {
  const reports = messages.filter(({ act, mayRecord }) => act === 'report' && mayRecord);
  const missed = reports.filter((one) => !read(one)?.commands.some(({ name }) => name === 'report'));
  expect(missed.length / reports.length, missed.map(({ message }) => message).join('\n')).toBeLessThan(1 / 6);
});
