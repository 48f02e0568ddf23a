/** Messages as officers write them, with what each means. */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readTyped } from '../../../src/chat/reading/read-typed.ts';
import { actsJson } from '../../../src/chat/understanding/json.ts';
import { root } from '../../../src/root.ts';
import { TODAY } from '../../support/command-of.ts';

interface Labelled {
  message: string;
  intent: string;
  numbers?: number[];
  number?: number;
  until?: string | null;
  expect?: { name: string; numbers: number[] };
}

/** Present beside the repository where it is developed. */
const handed = resolve(import.meta.dirname, '../../../../shared/cases/chat');
/** By people who knew nothing of the program. */
const colleagues = join(root, 'test/fixtures/chat');

function read(folder: string, file: string): Labelled[] {
  const path = resolve(folder, file);
  if (existsSync(path)) return JSON.parse(readFileSync(path, 'utf8'));
  // biome-ignore lint/suspicious/noConsole: a skipped set must be seen in the test log
  console.warn(`Labelled messages not found at ${path}: their tests are skipped.`);
  return [];
}

/** The acts by which each intention is met. */
const ACTS: Record<string, string[]> = {
  done: ['report'],
  'done-bare': ['report', 'evidence'],
  mixed: ['report'],
  'not-done': ['not-done', 'partial', 'obstacle'],
  hearsay: ['report', 'talk', 'unknown'],
  talk: ['talk', 'unknown', 'courtesy', 'press'],
  'question-task': ['task'],
  'cancel-report': ['withdraw', 'undo'],
  reassign: ['pass-on'],
  mute: ['snooze'],
};

/** Of these nothing may be recorded before the bot has asked. */
const NOT_AT_ONCE = [
  'hearsay',
  'talk',
  'not-done',
  'cancel-report',
  'no report',
  'courtesy',
  'question-task',
];

function meant({ message }: Labelled) {
  const said = readTyped(message, { today: TODAY });
  const acts = said === null ? [] : actsJson(said);
  const isRecorded =
    said?.sure === true && acts.some(({ act, numbers }) => act === 'report' && numbers.length > 0);
  return { acts, isRecorded };
}

function isRight(one: Labelled): boolean {
  const { acts } = meant(one);
  const wanted = ACTS[one.intent] ?? [one.intent];
  const numbers = one.expect?.numbers ?? one.numbers ?? (one.number === undefined ? null : [one.number]);
  return acts.some(
    (act) =>
      wanted.includes(act.act) &&
      (numbers === null ||
        one.intent === 'hearsay' ||
        String(act.numbers.toSorted()) === String(numbers.toSorted())),
  );
}

describe.each([
  ['handed over', read(handed, 'handed-chat.json'), read(handed, 'handed-chat-probe.json')],
  ['of colleagues', read(colleagues, 'colleagues.json'), read(colleagues, 'colleagues-probe.json')],
])('messages %s', (_whose, labelled, probe) => {
  test.skipIf(labelled.length === 0)('of which none is recorded that must not be', () => {
    const wrong = labelled.filter((one) => NOT_AT_ONCE.includes(one.intent) && meant(one).isRecorded);
    expect(wrong.map(({ message }) => message)).toEqual([]);
  });

  test.skipIf(labelled.length === 0)('at least 92 % are understood', () => {
    const missed = labelled.filter((one) => !isRight(one)).map(({ message }) => message);
    expect(missed.length / labelled.length, missed.join('\n')).toBeLessThanOrEqual(0.08);
  });

  test.skipIf(labelled.length === 0)('at least 95 % of the reports are, at once or by a question', () => {
    const reports = labelled.filter(({ intent }) => ['done', 'done-bare', 'mixed'].includes(intent));
    const missed = reports.filter((one) => !isRight(one)).map(({ message }) => message);
    expect(missed.length / reports.length, missed.join('\n')).toBeLessThanOrEqual(0.05);
  });

  test.skipIf(probe.length === 0).each(probe)('nothing is recorded at once of: $message', (one) => {
    expect(meant(one).isRecorded).toBe(false);
  });
});
