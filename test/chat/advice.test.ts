/** Whatever a message of the bot advises to type is understood as what it promises, in both languages: all of them are looked at. */
import { describe, expect, test } from 'vitest';
import { ADVICE, ALL } from '../support/advice.ts';
import { PROMISED } from '../support/advice-promised.ts';
import { commandOf } from '../support/command-of.ts';

describe('what the bot tells people to type', () => {
  test.each(ADVICE)('$key ($locale): $typed', ({ typed }) => {
    const name = commandOf(typed)?.name;
    expect(['unclear', 'unknown', 'talk', undefined]).not.toContain(name);
    // A command that is typed wrongly is answered with the help as well.
    if (!typed.startsWith('/help')) expect(name).not.toBe('help');
  });

  test('is what the message promises by it, and of every such message it is known what', () => {
    const acts = new Map<string, Set<string>>();
    for (const { key, typed } of ADVICE) {
      acts.set(key, (acts.get(key) ?? new Set<string>()).add(commandOf(typed)?.name ?? 'nothing'));
    }
    const understood = [...acts].map(([key, names]) => `${key}: ${[...names].toSorted().join(' ')}`);
    const promised = Object.entries(PROMISED).flatMap(([names, keys]) =>
      keys.map((key) => `${key}: ${names}`),
    );
    expect(understood.toSorted()).toEqual(promised.toSorted());
  });

  test('is found in every wording that tells people to type something', () => {
    const tells = /(?:\bgõ|\btype|\bsend|\bgửi)(?:: | "| \/)|ví dụ: |for example: |e\.g\. /iu;
    const found = new Set(ADVICE.map(({ key, locale }) => `${locale} ${key}`));
    const missed = ALL.filter(({ wording }) => tells.test(wording)).filter(
      ({ key, locale }) => !found.has(`${locale} ${key}`),
    );
    expect(missed.map(({ key, locale }) => `${locale} ${key}`)).toEqual([]);
  });
});
