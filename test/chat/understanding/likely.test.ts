/** Messages that no rule knows: what they are like is offered, and nothing more. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPlainly, readTyped } from '../../../src/chat/reading/read-typed.ts';
import { onlyTells } from '../../../src/chat/understanding/effects.ts';
import { actsJson } from '../../../src/chat/understanding/json.ts';
import { exampleMessages, likelyActs } from '../../../src/chat/understanding/likely/likely-acts.ts';
import { LIKELY_ACTS, readAs, saidIn } from '../../../src/chat/understanding/likely/read-as.ts';
import { fold } from '../../../src/domain/text-fold.ts';
import { root } from '../../../src/root.ts';
import { TODAY } from '../../support/command-of.ts';

interface Labelled {
  set: string;
  message: string;
  act: string;
  /** What it may as well mean. */
  also: string[];
}

/** By four hands that knew nothing of the program, nor of the examples that it learns from. */
const WRITTEN: Labelled[] = JSON.parse(readFileSync(join(root, 'test/fixtures/chat/all-acts.json'), 'utf8'));
const LEARNED = new Set(
  exampleMessages().flatMap(([, messages]) => messages.map((message) => fold(message))),
);
/** "Cảm ơn em" anybody writes: what is an example as well tests nothing. */
const LABELLED = WRITTEN.filter(({ message }) => !LEARNED.has(fold(message)));
const MISLEADING: Record<string, string[]> = JSON.parse(
  readFileSync(join(root, 'test/fixtures/chat/misleading.json'), 'utf8'),
);

/** Met by an answer of the same kind. */
const ALIKE: Record<string, string[]> = { talk: ['unknown', 'courtesy'], courtesy: ['talk'] };

function isRight({ message, act, also }: Labelled): boolean {
  const said = readTyped(message, { today: TODAY });
  const acts = said === null ? [] : actsJson(said).map((one) => one.act);
  return [act, ...also].some((wanted) =>
    [wanted, ...(ALIKE[wanted] ?? [])].some((one) => acts.includes(one)),
  );
}

describe('what is meant is among what is done, answered or offered', () => {
  test.each([
    ['as people of a ward write, each act as often as it comes', 'natural', 0.95],
    ['each act as often as any other', 'even', 0.9],
    ['by a blunt chairman, by people who apologize first', 'capital', 0.78],
    ['with the words of the centre', 'central', 0.78],
  ])('%s', (_title, set, share) => {
    const all = LABELLED.filter((one) => one.set === set);
    const missed = all.filter((one) => !isRight(one)).map(({ act, message }) => `${act}: ${message}`);
    expect(1 - missed.length / all.length, missed.join('\n')).toBeGreaterThanOrEqual(share);
  });
});

describe('nothing is done that was not said plainly', () => {
  const changed = (text: string) => {
    const said = readTyped(text, { today: TODAY });
    return said?.sure === true && !said.commands.every(onlyTells);
  };
  const plainly = (text: string) => readPlainly(text, { today: TODAY })?.sure === true;

  test('of what strangers write', () => {
    const texts = [...LABELLED.map(({ message }) => message), ...Object.values(MISLEADING).flat()];
    expect(texts.filter((text) => changed(text) && !plainly(text))).toEqual([]);
  });

  test('of the very examples', () => {
    const texts = exampleMessages().flatMap(([, messages]) => messages.filter((_one, at) => at % 7 === 0));
    expect(texts.filter((text) => changed(text) && !plainly(text))).toEqual([]);
  });

  test('of their words in any order', () => {
    const words = LABELLED.flatMap(({ message }) => message.split(/\s+/));
    const typed = fc
      .array(fc.constantFrom(...words), { minLength: 1, maxLength: 9 })
      .map((some) => some.join(' '));
    fc.assert(
      fc.property(typed, (text) => {
        expect(changed(text) && !plainly(text)).toBe(false);
      }),
      { numRuns: 300 },
    );
  });
});

describe('what is like an act', () => {
  test('is not looked for where something was said plainly', () => {
    for (const text of ['xong 12', '/viec', 'gia hạn 12 đến 20/12/2026 vì chờ số liệu', 'duyệt 12'])
      expect(readTyped(text, { today: TODAY })).toEqual(readPlainly(text, { today: TODAY }));
  });

  test('is not looked for among people, beside a file, nor behind a slash', () => {
    const text = 'sở chưa trả lời thì 29 làm bằng niềm tin à';
    const overheard = { today: TODAY, isOverheard: true };
    const withFile = { today: TODAY, hasAttachments: true };
    for (const context of [overheard, withFile])
      expect(readTyped(text, context)).toEqual(readPlainly(text, context));
    expect(readTyped('/baogio xong', { today: TODAY })).toEqual(
      readPlainly('/baogio xong', { today: TODAY }),
    );
  });

  test('is not known of small talk as a report', () => {
    const said = readTyped('em ăn cơm xong rồi ạ', { today: TODAY });
    expect(said?.commands.filter(({ name }) => name === 'report')).toEqual([]);
  });

  test('is certain to add up, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const likely = likelyActs(text);
        expect(likely.reduce((sum, { chance }) => sum + chance, 0)).toBeCloseTo(1, 6);
        for (const { act } of likely) expect(readAs(act, saidIn(text)).name).toBeTypeOf('string');
      }),
      { numRuns: 50 },
    );
  });
});

describe('the examples', () => {
  const examples = exampleMessages();

  test('are of every act that words can mean', () => {
    expect(examples.map(([act]) => act).toSorted()).toEqual(LIKELY_ACTS.toSorted());
  });

  test('are each given once for an act', () => {
    for (const [, messages] of examples) expect(new Set(messages).size).toBe(messages.length);
  });
});
