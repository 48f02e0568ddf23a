/** Messages that nobody would send, made of pieces that people do send; always the same for one seed. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { COMMANDS } from '../../src/chat/commands/all.ts';
import { root } from '../../src/root.ts';

const SAID: string[] = Object.values<string[]>(
  JSON.parse(readFileSync(join(root, 'locales/said.json'), 'utf8')),
).flat();
const SLASHES = Object.values(COMMANDS)
  .flatMap(({ slash = [] }) => slash)
  .flatMap(({ words }) => [...words.vi, ...words.en])
  .map((word) => `/${word}`);

/** What must never reach a log: each message may carry one. */
export const SECRETS = [
  '7101234567:AAFzSecretTokenOfABotThatNobodyHas',
  '0912345678',
  '+84 987 654 321',
  'matkhaubimat2026',
];

const ODD = [
  ...[
    '🙏',
    '✅✅✅',
    '👍🏽',
    '👨‍👩‍👧',
    '\u202e',
    '\u200f',
    '\u200b',
    '\ufeff',
    '\u0007',
    '\u0000',
    '\ud83d',
    '\u0301\u0323',
  ],
  ...[
    '\'; DROP TABLE "Member"; --',
    '" OR 1=1',
    '<b>đậm</b>',
    '<script>alert(1)</script>',
    '&amp;&lt;',
    '<a href="x">',
  ],
  ...[
    '**đậm** _nghiêng_ `mã`',
    '[chữ](https://a.example.vn)',
    '```\nmã\n```',
    '~~gạch~~',
    '||ẩn||',
    '{{name}}',
    '$(ten)',
    '%s %d',
  ],
  ...[
    '$t(unknown.words)',
    '__proto__',
    'constructor',
    'toString',
    '../../etc/passwd',
    '\\',
    '\\u0000',
    '#',
    '##',
    '#0',
    '#-1',
  ],
  ...[
    '#99999999999',
    '1e9',
    '0',
    '00012',
    '１２',
    '٣',
    '12.5',
    '-12',
    '1/0',
    '31/2/2026',
    '32/13/2026',
    '00/00/0000',
    '29/2/2027',
  ],
  ...[
    'ngày mai',
    'hôm qua',
    'quý 5',
    'tháng 13',
    '25h61',
    'từ 20/12 đến 1/1',
    'đến',
    'vì',
    ':',
    ',',
    ';',
    '?',
    '!',
    '…',
    '\n',
    '\t',
    '\r\n',
  ],
  ...[
    'VHXH',
    'phòng KT',
    'Lan',
    'chị Hoa',
    'anh ấy',
    'tất cả',
    'mọi người',
    'hết',
    'không',
    'chưa',
    'rồi',
    'cho',
    'của',
  ],
  ...[
    'https://a.example.vn/?q=%00&x=<y>',
    'http://',
    'javascript:alert(1)',
    'mailto:a@b',
    'số 248/BC-UBND ngày 12/11/2025',
  ],
];

const piece = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...SAID) },
  { weight: 5, arbitrary: fc.constantFrom(...ODD) },
  { weight: 4, arbitrary: fc.constantFrom(...SLASHES) },
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 40 }).map(String) },
  { weight: 1, arbitrary: fc.constantFrom(...SECRETS) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 20 }) },
);
const command = fc
  .tuple(fc.constantFrom(...SLASHES), fc.array(piece, { maxLength: 3 }))
  .map(([slash, tail]) => `${slash} ${tail.join(' ')}`);
const words = fc.array(piece, { minLength: 1, maxLength: 5 }).map((pieces) => pieces.join(' '));
const cut = fc.tuple(fc.constantFrom(...SAID), fc.nat({ max: 60 })).map(([said, at]) => said.slice(at));
const bare = fc.constantFrom(...SAID).map((said) => said.normalize('NFD').replace(/\p{M}/gu, ''));
const long = fc
  .tuple(piece, fc.constantFrom(4095, 4096, 4097))
  .map(([one, length]) => `${one} `.repeat(length).slice(0, length));

const message = fc.oneof(
  { weight: 6, arbitrary: words },
  { weight: 6, arbitrary: command },
  { weight: 3, arbitrary: cut },
  { weight: 3, arbitrary: bare },
  { weight: 2, arbitrary: fc.constantFrom(...SAID).map((said) => said.toUpperCase().normalize('NFD')) },
  { weight: 1, arbitrary: long },
);

export function messages(count: number, seed: number): string[] {
  // The bot may quote what was said: words that it must not say itself do not stand there.
  return fc
    .sample(message, { numRuns: count, seed })
    .map((text) => text.replace(/undefined|null|NaN|\[object/gi, 'x'));
}
