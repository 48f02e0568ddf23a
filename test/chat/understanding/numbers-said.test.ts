/** Numbers as people say them, labelled before the rules were read: which are tasks, and of which nothing is recorded. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readTyped } from '../../../src/chat/reading/read-typed.ts';
import { CHANGING_ACTS } from '../../../src/chat/understanding/effects.ts';
import { numbersOf } from '../../../src/chat/understanding/json.ts';
import { root } from '../../../src/root.ts';
import { commandOf, TODAY } from '../../support/command-of.ts';

interface Labelled {
  message: string;
  numbers: number[];
  mayRecord: boolean;
}

const messages: Labelled[] = JSON.parse(
  readFileSync(join(root, 'test/fixtures/chat/numbers-said.json'), 'utf8'),
);

function read(message: string, isOverheard = false) {
  const said = readTyped(message, { today: TODAY, isOverheard });
  const commands = said?.commands ?? [];
  const numbers = [...new Set([...(said?.numbers ?? []), ...commands.flatMap(numbersOf)])];
  return { numbers: numbers.toSorted((a, b) => a - b), commands, sure: said?.sure === true };
}

const changes = (message: string, isOverheard = false) => {
  const { commands, sure } = read(message, isOverheard);
  return sure && commands.some(({ name }) => name !== 'not-done' && CHANGING_ACTS.includes(name));
};

test('but for one in sixty the numbers of tasks are found, and no others', () => {
  const wrong = messages.filter(({ message, numbers }) => `${read(message).numbers}` !== `${numbers}`);
  // "Thứ bảy" in words is Saturday.
  expect(wrong.map(({ message }) => message)).toEqual(['việc thứ bảy em làm xong rồi ạ']);
});

describe('must record nothing at once', () => {
  test.each(messages.filter(({ mayRecord }) => !mayRecord))('$message', ({ message }) => {
    expect([changes(message), changes(message, true)]).toEqual([false, false]);
  });
});

test('of what may be recorded one tap at most is missing, and nothing else is offered before it', () => {
  for (const { message, numbers } of messages.filter((one) => one.mayRecord)) {
    const [first] = read(message).commands;
    expect([message, first?.name, first && numbersOf(first)]).toEqual([message, 'report', numbers]);
  }
});

describe('a section of a plan is asked about as such', () => {
  test.each([
    ['mục III xong chưa em', 'mục III'],
    ['phần A tới đâu rồi', 'phần A'],
    ['mục 3 của kế hoạch xong chưa', 'mục 3'],
    ['mục 3 trong kế hoạch tới đâu rồi', 'mục 3'],
    ['kế hoạch chuyển đổi số xong chưa', 'kế hoạch chuyển đổi số'],
  ])('%s', (message, unit) => {
    expect(commandOf(message)).toEqual({ name: 'progress', unit });
  });
});

describe('what goes on behind a number', () => {
  test.each([
    ['xong 12 con 13 chua xong', [12], [13]],
    ['12 xong roi con 13 thi chua', [12], [13]],
    ['xong 12, con 13 dang lam', [12], [13]],
  ])('%s', (message, done, open) => {
    expect(read(message).commands).toMatchObject([
      { name: 'report', numbers: done },
      { name: 'not-done', numbers: open },
    ]);
  });
});
