/** English as people type it on a phone, beside Vietnamese or in an office of that language. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readTyped } from '../../../src/chat/reading/read-typed.ts';
import { inEnglish } from '../../../src/chat/understanding/english/in-english.ts';
import { actsJson } from '../../../src/chat/understanding/json.ts';
import { root } from '../../../src/root.ts';
import { TODAY } from '../../support/command-of.ts';

interface Labelled {
  set: 'first' | 'second';
  message: string;
  act: string;
  also: string[];
  numbers: number[];
  mayRecord: boolean;
}

const fixture = (file: string) => JSON.parse(readFileSync(join(root, 'test/fixtures/chat', file), 'utf8'));
const LABELLED: Labelled[] = fixture('english.json');
const ALIKE: Record<string, string[]> = { talk: ['unknown', 'courtesy'], courtesy: ['talk'] };

const read = (message: string, isOverheard = false) => readTyped(message, { today: TODAY, isOverheard });

function isRight({ message, act, also }: Labelled): boolean {
  const said = read(message);
  const acts = said === null ? [] : actsJson(said).map((one) => one.act);
  return [act, ...also].some((wanted) =>
    [wanted, ...(ALIKE[wanted] ?? [])].some((one) => acts.includes(one)),
  );
}

/** Of what it reports at once. */
function recorded(message: string, isOverheard = false): number[] {
  const said = read(message, isOverheard);
  if (said?.sure !== true) return [];
  return said.commands.flatMap((command) =>
    command.name === 'report' && command.explicit ? command.numbers : [],
  );
}

test.each(['first', 'second'] as const)('of the %s set nine of ten are met', (set) => {
  const all = LABELLED.filter((one) => one.set === set);
  const missed = all.filter((one) => !isRight(one)).map(({ message }) => message);
  expect(missed.length / all.length, missed.join('\n')).toBeLessThanOrEqual(0.1);
});

test('no report is recorded of what is none, and of no other task', () => {
  const wrong = LABELLED.flatMap((one) =>
    [false, true].flatMap((isOverheard) => {
      const numbers = recorded(one.message, isOverheard);
      const isMeant = one.mayRecord && String(numbers.toSorted()) === String(one.numbers.toSorted());
      return numbers.length === 0 || isMeant ? [] : [one.message];
    }),
  );
  expect(wrong).toEqual([]);
});

test.each([
  '12 is done',
  "I've finished 12",
  'hi, task no. 12 is complete, thanks',
  'done with 12',
  '12 has been handed in to the province',
  'we have finished 12',
  '12 was completed on Monday',
])('"%s" is recorded at once', (message) => {
  expect(recorded(message)).toEqual([12]);
});

test.each([
  ['remind me of 12 tomorrow', { name: 'snooze', numbers: [12], when: 'tomorrow' }],
  ['Remind me at 3pm of 12', { name: 'snooze', numbers: [12], when: '15:00' }],
  ['stop reminding me for 3 days', { name: 'snooze', numbers: [], when: '3 days' }],
  ['12 is 60% done', { name: 'partial', numbers: [12], percent: 60 }],
  ['12 is stuck because of annex 3', { name: 'obstacle', numbers: [12] }],
  ['why is 12 late', { name: 'task', number: 12 }],
  ['tasks this week', { name: 'tasks', when: 'this week' }],
  ['what is overdue', { name: 'overdue' }],
  ['how far are we', { name: 'progress', unit: null }],
  ['give 12 to Tám', { name: 'assign', numbers: [12], leads: 'Tám', supports: null }],
  ['12 is now due on 20/12', { name: 'set-deadline', number: 12, words: '20/12' }],
  [
    'extend 12 to 20/12 because the data is late',
    { name: 'ask-extension', number: 12, until: '20/12', reason: 'the data is late' },
  ],
  [
    'on leave from 12/11 to 20/11, Minh stands in',
    { name: 'record-leave', who: null, days: 'from 12/11 to 20/11', substitute: 'Minh' },
  ],
  [
    'return 12, annex 2 is missing',
    { name: 'review', accepts: false, of: { numbers: [12] }, reason: 'annex 2 is missing' },
  ],
])('"%s" is done or answered at once, with all it says', (message, command) => {
  const said = read(message);
  expect(said?.sure).toBe(true);
  expect(said?.commands).toEqual([command]);
});

test.each([
  'I sent 12',
  '12 is done if Lan signs',
  '12 is done, or not',
  '12 is almost done',
  'give 12 to somebody tomorrow',
  'return 12 because why',
  'is 12 done',
])('"%s" changes nothing before the bot has asked', (message) => {
  expect(recorded(message)).toEqual([]);
  const said = read(message);
  expect(
    said?.sure === true && said.commands.some(({ name }) => name === 'assign' || name === 'review'),
  ).toBe(false);
});

describe('what is not English', () => {
  const setting = {
    evidence: [],
    hasEvidence: false,
    isOverheard: false,
    isOver: () => false,
    isLately: () => true,
  };
  const vietnamese: string[] = [
    ...fixture('strangers.json').map(({ message }: Labelled) => message),
    ...fixture('all-acts.json').map(({ message }: Labelled) => message),
    ...fixture('people-said.json').map(({ message }: Labelled) => message),
  ];

  /** By people who write Vietnamese else. */
  const TYPED_IN_ENGLISH = [
    '12 is almost done, just need a final check tmr nha',
    '19 done',
    '36 done',
    'done 9',
    'ok',
    'tks bot',
    'undo',
    'vc 11 done',
  ];

  test('is no sentence of it, however many of its words are', () => {
    const bare = vietnamese.map((message) =>
      message.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd'),
    );
    const read = [...vietnamese, ...bare].filter((message) => inEnglish(message, setting) !== null);
    expect([...new Set(read)].toSorted()).toEqual(TYPED_IN_ENGLISH);
  });

  test.each([
    'me on hang to do',
    'so 12 do the bang',
    'long sang an so 12',
    'can bo no can 12 so',
    'ban to may do 12',
  ])('"%s" neither', (message) => {
    expect(inEnglish(message, setting)).toBeNull();
  });
});
