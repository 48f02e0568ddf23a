import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPlainly } from '../../../src/chat/reading/read-typed.ts';
import { fold } from '../../../src/domain/text-fold.ts';
import { commandOf, TODAY } from '../../support/command-of.ts';
import { type Expected, MESSAGES } from './messages.ts';

const ALL = Object.values(MESSAGES).flat();

/** What is done at once, what is asked first, or that there is nothing to do; words folded, for they are compared so. */
function meant(text: string): Expected | null {
  const said = readPlainly(text, { today: TODAY });
  if (said === null) return null;
  const [first] = said.commands;
  if (first === undefined || first.name === 'talk') return { name: 'nothing' };
  if (first.name === 'unknown') return first.command === null ? { name: 'nothing' } : first;
  const isWhole = said.sure || (first.name === 'report' && first.numbers.length === 0);
  if (!isWhole) return { name: 'asks', act: first.name, numbers: said.numbers };
  return first.name === 'report' ? { ...first, words: fold(first.words) } : first;
}

describe.each(Object.entries(MESSAGES))('%s', (_title, messages) => {
  it.each(messages)('%j', (text, expected) => {
    expect(meant(text)).toEqual(expected);
  });
});

describe('however it is typed', () => {
  /** What was quoted as typed (codes, units, links) differs in its letters; the meaning must not. */
  const meaning = (text: string) => {
    const command = commandOf(text);
    return command?.name === 'unclear' ? 'unclear' : fold(JSON.stringify(command));
  };
  const withoutDiacritics = (text: string) =>
    text
      .normalize('NFD')
      .replace(/[\u0300-\u036f]/g, '')
      .replace(/đ/g, 'd')
      .replace(/Đ/g, 'D');

  it.each<[string, (text: string) => string]>([
    ['in capitals', (text) => text.toUpperCase()],
    ['decomposed', (text) => text.normalize('NFD')],
    ['with spaces around and doubled', (text) => `  ${text.replaceAll(' ', ' \u00a0')} `],
  ])('%s it means the same', (_how, typed) => {
    for (const [text] of ALL) expect([text, meaning(typed(text))]).toEqual([text, meaning(text)]);
  });

  it('without diacritics it means the same, or less: "sua chua" may be "sửa chưa", which reports nothing', () => {
    for (const [text] of ALL) {
      for (const bare of [withoutDiacritics(text), withoutDiacritics(text).toUpperCase()]) {
        if (commandOf(bare)?.name === 'report') expect([bare, meaning(bare)]).toEqual([bare, meaning(text)]);
      }
    }
    const kept = ALL.filter(([text]) => meaning(withoutDiacritics(text)) === meaning(text));
    expect(kept.length / ALL.length).toBeGreaterThan(0.97);
  });
});

describe('what is quoted', () => {
  it('keeps its letters, composed', () => {
    expect(commandOf('tiến độ phòng Kinh tế'.normalize('NFD'))).toEqual({
      name: 'progress',
      unit: 'phòng Kinh tế',
    });
  });
});

describe('what only diacritics tell apart', () => {
  it.each(['mọi Lan', 'mỗi Lan', 'môi Lan', 'mới Lan'])('"%s" invites nobody', (text) => {
    expect(commandOf(text)?.name).not.toBe('invite');
    expect(commandOf(text.normalize('NFD'))?.name).not.toBe('invite');
  });

  it('"bố 2" leaves out no task', () => {
    expect(commandOf('bố 2')?.name).not.toBe('leave-out');
    expect(commandOf('bỏ 2'.normalize('NFD'))?.name).toBe('leave-out');
  });
});

describe('whatever is typed', () => {
  it.each(['', '  \n', '\u200b', '\u0000'])('nothing is typed in %j', (text) => {
    expect(commandOf(text)).toBeNull();
  });

  it('never throws, and hands on nothing that a database refuses', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' })), (text) => {
        for (const typed of [text, `/${text}`, `xong ${text}`, `tien do ${text}`]) {
          expect(JSON.stringify(commandOf(typed))).not.toMatch(/\\u0000|\\ud[89a-f]/);
        }
      }),
    );
  });

  it('never throws on pieces of its own language, in any order', () => {
    const words = fc.constantFrom(...new Set(ALL.flatMap(([text]) => text.split(/(?<=\s|,)/))));
    fc.assert(
      fc.property(fc.array(words, { maxLength: 30 }), (pieces) => {
        const command = commandOf(pieces.join(' '));
        if (command?.name !== 'report') return;
        for (const number of command.numbers) expect(number).toBeGreaterThan(0);
        for (const number of command.numbers) expect(number).toBeLessThanOrEqual(9999);
        expect(new Set(command.numbers).size).toBe(command.numbers.length);
      }),
      { numRuns: 2000 },
    );
  });

  it('takes no task number from an address or a cited document', () => {
    const part = fc.stringMatching(/^[a-z0-9/,;:#%=?&_.-]{0,20}$/);
    const address = fc
      .tuple(fc.constantFrom('https://a.vn/', 'ftp://a.vn/', 'bit.ly/'), part)
      .map(([host, path]) => `${host}x77${path}`);
    fc.assert(
      fc.property(address, fc.constantFrom('xong', 'đã nộp', 'xong 12', ''), (typed, words) => {
        const command = commandOf(`${words} ${typed}`);
        if (command?.name === 'report') expect(command.numbers).toEqual(words === 'xong 12' ? [12] : []);
      }),
    );
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), (number) => {
        expect(commandOf(`xong báo cáo số ${number}/BC-UBND ngày 3/12/2025`)).toMatchObject({
          numbers: [],
        });
      }),
    );
  });

  it.each([
    'xong ',
    '12 ',
    'xong 12, ',
    'chưa ',
    'đã nộp ',
    '#',
    '1,',
    'a@',
    '/',
    'https://',
    'tháng 1,',
    'ok em ',
    '? ',
  ])('reads 10,000 characters of %j', (text) => {
    expect(commandOf(text.repeat(10_000 / text.length))).not.toBeNull();
  });
});
