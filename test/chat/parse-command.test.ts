import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCommand } from '../../src/chat/parse-command.ts';
import { fold } from '../../src/domain/text-fold.ts';
import { MESSAGES } from './parse-messages.ts';

const ALL = Object.values(MESSAGES).flat();

describe.each(Object.entries(MESSAGES))('%s', (_title, messages) => {
  it.each(messages)('%j', (text, command) => {
    expect(parseCommand(text)).toEqual(command);
  });
});

describe('however it is typed', () => {
  /** What was quoted as typed (codes, units, links) differs in its letters; the meaning must not. */
  const meaning = (text: string) => fold(JSON.stringify(parseCommand(text)));
  const withoutDiacritics = (text: string) =>
    text
      .normalize('NFD')
      .replace(/[\u0300-\u036f]/g, '')
      .replace(/đ/g, 'd')
      .replace(/Đ/g, 'D');

  it.each<[string, (text: string) => string]>([
    ['in capitals', (text) => text.toUpperCase()],
    ['decomposed', (text) => text.normalize('NFD')],
    ['without diacritics', withoutDiacritics],
    ['without diacritics in capitals', (text) => withoutDiacritics(text).toUpperCase()],
    ['with spaces around and doubled', (text) => `  ${text.replaceAll(' ', ' \u00a0')} `],
  ])('%s it means the same', (_how, typed) => {
    for (const [text] of ALL) expect([text, meaning(typed(text))]).toEqual([text, meaning(text)]);
  });
});

describe('what is quoted', () => {
  it('keeps its letters, composed', () => {
    expect(parseCommand('tiến độ phòng Kinh tế'.normalize('NFD'))).toEqual({
      name: 'progress',
      unit: 'phòng Kinh tế',
    });
  });
});

describe('what only diacritics tell apart', () => {
  it.each(['mọi Lan', 'mỗi Lan', 'môi Lan', 'mới Lan'])('"%s" invites nobody', (text) => {
    expect(parseCommand(text)?.name).toBe('unknown');
    expect(parseCommand(text.normalize('NFD'))?.name).toBe('unknown');
  });

  it('"bố 2" leaves out no task', () => {
    expect(parseCommand('bố 2')?.name).not.toBe('leave-out');
    expect(parseCommand('bỏ 2'.normalize('NFD'))?.name).toBe('leave-out');
  });
});

describe('whatever is typed', () => {
  it.each(['', '  \n', '\u200b', '\u0000'])('nothing is typed in %j', (text) => {
    expect(parseCommand(text)).toBeNull();
  });

  it('never throws, and hands on nothing that a database refuses', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' })), (text) => {
        for (const typed of [text, `/${text}`, `xong ${text}`, `tien do ${text}`]) {
          expect(JSON.stringify(parseCommand(typed))).not.toMatch(/\\u0000|\\ud[89a-f]/);
        }
      }),
    );
  });

  it('never throws on pieces of its own language, in any order', () => {
    const words = fc.constantFrom(...new Set(ALL.flatMap(([text]) => text.split(/(?<=\s|,)/))));
    fc.assert(
      fc.property(fc.array(words, { maxLength: 30 }), (pieces) => {
        const command = parseCommand(pieces.join(' '));
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
        const command = parseCommand(`${words} ${typed}`);
        if (command?.name === 'report') expect(command.numbers).toEqual(words === 'xong 12' ? [12] : []);
      }),
    );
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), (number) => {
        expect(parseCommand(`xong báo cáo số ${number}/BC-UBND ngày 3/12/2025`)).toMatchObject({
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
    expect(parseCommand(text.repeat(10_000 / text.length))).not.toBeNull();
  });
});
