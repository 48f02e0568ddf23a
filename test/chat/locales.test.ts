import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LOCALES, type Locale, translator, type WordingKey } from '../../src/chat/translate.ts';
import { parseDeadline } from '../../src/domain/deadline/parse-deadline.ts';
import { root } from '../../src/root.ts';
import { commandOf } from '../support/command-of.ts';

type Wordings = { [key: string]: string | Wordings };

/** "report.recorded" -> its words. */
function wordingsOf(locale: Locale): Map<string, string> {
  const file = JSON.parse(readFileSync(join(root, 'locales', `${locale}.json`), 'utf8'));
  return new Map(flat(file, ''));
}

function flat(node: Wordings, path: string): [string, string][] {
  return Object.entries(node).flatMap(([key, value]) =>
    typeof value === 'string' ? [[path + key, value] as [string, string]] : flat(value, `${path}${key}.`),
  );
}

const vi = wordingsOf('vi');
const en = wordingsOf('en');
const all = [...vi, ...en];

/** i18next's own, of which English needs only one beside the general form. */
const PLURAL = /_(?:zero|one|two|few|many|other)$/;

function placeholdersOf(wording: string): string[] {
  return [...new Set(wording.match(/\{\{\w+\}\}/g))].toSorted();
}

describe('the wordings', () => {
  it('are the same in both languages, in one order', () => {
    expect([...vi.keys()].filter((key) => PLURAL.test(key))).toEqual([]);
    expect([...en.keys()].filter((key) => !PLURAL.test(key))).toEqual([...vi.keys()]);
  });

  it('have a singular only beside a general form that counts', () => {
    for (const key of [...en.keys()].filter((one) => PLURAL.test(one))) {
      expect(key).toMatch(/_one$/);
      expect(en.get(key.replace(PLURAL, '')), key).toContain('{{count}}');
    }
  });

  it('take the same values', () => {
    for (const [key, wording] of en) {
      const vietnamese = vi.get(key.replace(PLURAL, '')) ?? '';
      expect(placeholdersOf(wording), key).toEqual(placeholdersOf(vietnamese));
    }
  });

  it('are plain text, and none is blank', () => {
    for (const [key, wording] of all) {
      expect(wording, key).not.toMatch(/[<>]|&\w+;|\$t\(|\*\*|`/);
      expect(wording.replace(/\{\{\w+\}\}/g, ''), key).not.toMatch(/[{}]/);
      expect(wording.trim(), key).not.toBe('');
      expect(wording, key).toBe(wording.normalize('NFC'));
    }
  });
});

/** What src asks for: t('report.recorded'), and keys that stand in tables. */
function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.includes('generated'))
    .map((path) => readFileSync(join(folder, path), 'utf8'));
}

const code = [...sources(join(root, 'src')), ...sources(join(root, 'jobs'))];
const groups = [...new Set([...vi.keys()].map((key) => key.split('.')[0]))].join('|');

describe('the wordings that the code asks for', () => {
  const literal = new RegExp(`\\bt\\(\\s*'([^']+)'|'((?:${groups})\\.[\\w.-]+)'`, 'g');
  const asked = code.flatMap((text) =>
    [...text.matchAll(literal)].map(([, called, listed]) => called ?? listed),
  );
  // t(`menu.${key}`): what stands before the part that varies.
  const built = code.flatMap((text) =>
    [...text.matchAll(/\bt\(\s*`([\w.-]+\.)\$\{/g)].map(([, start]) => start),
  );

  it('are found in the code at all', () => {
    expect(asked.length).toBeGreaterThan(100);
    expect(built).toEqual(expect.arrayContaining(['weekday.', 'import.kind.', 'import.refused.']));
  });

  it('exist', () => {
    expect(asked.filter((key) => !vi.has(key ?? ''))).toEqual([]);
    expect(built.filter((start) => ![...vi.keys()].some((key) => key.startsWith(start ?? '')))).toEqual([]);
  });
});

describe('what goes into a wording', () => {
  it('arrives as it is, whatever the words of a plan look like', () => {
    const t = translator('vi');
    const fragment = fc.constantFrom(
      '$t(help.plain)',
      '{{due}}',
      '{{count}}',
      '{{',
      '}}',
      '$&',
      '$1',
      '<b>',
      '&amp;',
      '"',
      '\\',
      'việc',
    );
    const title = fc.array(fc.oneof(fragment, fc.string())).map((parts) => parts.join(''));
    fc.assert(
      fc.property(title, (words) => {
        expect(t('due.item', { number: 12, title: words, due: 'hạn 30/11' })).toBe(
          `#12 ${words} — hạn 30/11`,
        );
      }),
    );
  });

  it('is put in Vietnamese for an office of an unknown language', () => {
    expect(translator('fr')('due.weekend')).toBe('cuối tuần');
  });
});

describe('what the bot tells people to type', () => {
  const report = (number: number, month: number | null = null) => ({
    name: 'report',
    numbers: [number],
    month,
  });
  const values = { number: 5, month: 3, due: 'hạn 31/03', numbers: '#5', code: 'KMNP2345QR' };

  it.each<[WordingKey, expected: object]>([
    ['report.noEvidence', report(5)],
    ['report.alreadyReported', report(5)],
    ['report.orMonth', report(5, 3)],
    ['report.notDone', report(5)],
    ['report.notDoneBare', report(12)],
    ['report.which', report(5)],
    ['report.whichNone', report(12)],
    ['report.alreadyReportedBy', report(5)],
    ['report.whichEvidenceNone', report(12)],
    ['unread.voice', report(12)],
    ['unread.sticker', report(12)],
    ['unread.call', report(12)],
    ['unread.poll', report(12)],
    ['unread.unsupported', report(12)],
    ['notice.howTo', report(5)],
    ['import.notAllowed', report(12)],
    ['bind.seesOnlyMentions', report(12)],
    ['help.quote', { name: 'report', numbers: [], explicit: true }],
    ['join.stranger', { name: 'join', code: 'ABCD2345EF' }],
    ['invite.code', { name: 'join', code: 'KMNP2345QR' }],
  ])('%s, after its last colon, is understood', (key, expected) => {
    for (const locale of LOCALES) {
      const advice = translator(locale)(key, values).split(': ').at(-1) ?? '';
      const typed = advice
        .replace(/ (?:kèm|và|with|and) (?!\d).*$/s, ' https://lamson.example.vn/a')
        .replace('https://…', 'https://lamson.example.vn/a');
      expect(commandOf(typed), `${locale}: ${typed}`).toMatchObject(expected);
    }
  });

  it('to set a date is understood, and so is the date', () => {
    const examples = LOCALES.flatMap((locale) => {
      const said = translator(locale)('deadline.notUnderstood', { words: '31/02', number: 5 });
      return said.match(/\/(?:han|deadline) 5 .*?(?= hoặc | or |$)/g) ?? [];
    });
    expect(examples).toHaveLength(3);
    for (const typed of examples) {
      const command = commandOf(typed);
      expect(command, typed).toMatchObject({ name: 'set-deadline', number: 5 });
      const words = command?.name === 'set-deadline' ? command.words : '';
      expect(['date', 'recurring'], words).toContain(parseDeadline(words, { year: 2026 }).kind);
    }
  });

  it('with an example of a clerk’s command is one', () => {
    const examples = all.flatMap(
      ([, wording]) => wording.match(/\/(?:moi|invite|han|deadline) (?:Lan|8 \S+\d)/g) ?? [],
    );
    expect(examples.length).toBeGreaterThanOrEqual(6);
    for (const typed of examples) {
      expect([
        { name: 'invite', who: 'Lan' },
        { name: 'set-deadline', number: 8, words: '15/12/2026' },
      ]).toContainEqual(commandOf(typed));
    }
  });

  it('as a /command is one', () => {
    const typed = all.flatMap(([, wording]) => wording.match(/(?<![\w\p{L}])\/[a-z]+/gu) ?? []);
    expect(typed).toEqual(expect.arrayContaining(['/viec', '/tasks', '/ketnoi', '/connect', '/start']));
    for (const command of new Set(typed)) expect(commandOf(command)?.name, command).not.toBe('unknown');
  });

  it.each([
    ['vi', ['đồng ý', 'hủy']],
    ['en', ['confirm', 'cancel']],
  ] as const)('to answer a preview in "%s" is a yes and a no', (locale, expected) => {
    const quoted = [...translator(locale)('import.confirmPlan').matchAll(/"([^"]+)"/g)].map(
      ([, typed]) => typed,
    );
    expect(quoted).toEqual(expected);
    expect(quoted.map((typed) => commandOf(typed ?? '')?.name)).toEqual(['confirm', 'discard']);
  });
});
