import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type EvidenceGiven, evidenceIn } from '../../src/domain/evidence.ts';
import { fold } from '../../src/domain/text-fold.ts';

const link = (value: string): EvidenceGiven => ({ kind: 'link', value });
const document = (value: string): EvidenceGiven => ({ kind: 'document', value });

describe('links', () => {
  it.each<[string, EvidenceGiven[], string]>([
    [
      'xong 12 https://drive.google.com/file/d/1a?x=7',
      [link('https://drive.google.com/file/d/1a?x=7')],
      'xong 12',
    ],
    ['xem (https://vanxuanha.gov.vn/tin).', [link('https://vanxuanha.gov.vn/tin')], 'xem ( ).'],
    ['https://a.vn/b, 13', [link('https://a.vn/b')], ', 13'],
    ['Xem https://a.vn/b!?…', [link('https://a.vn/b')], 'Xem  !?…'],
    ['“https://a.vn/b”', [link('https://a.vn/b')], '“ ”'],
    ['https://a.vn/wiki/A_(b)', [link('https://a.vn/wiki/A_(b)')], ''],
    ['[tệp](https://a.vn/b)', [link('https://a.vn/b')], '[tệp]( )'],
    ['https://a.vn/1,https://b.vn/2', [link('https://a.vn/1'), link('https://b.vn/2')], ','],
    ['xong 12https://a.vn/b', [link('https://a.vn/b')], 'xong 12'],
    ['link:https://a.vn/b', [link('https://a.vn/b')], 'link:'],
    ['HTTPS://A.VN/B', [link('HTTPS://A.VN/B')], ''],
    ['http://10.1.2.3:8080/b', [link('http://10.1.2.3:8080/b')], ''],
    ['drive.google.com/drive/folders/7.', [link('https://drive.google.com/drive/folders/7')], '.'],
    ['bit.ly/abc', [link('https://bit.ly/abc')], ''],
    ['www.vanxuanha.vn', [link('https://www.vanxuanha.vn')], ''],
    ['https://a.vn/\u200bb rồi', [link('https://a.vn/b')], 'rồi'],
    ['https://a.vn/b và https://a.vn/b', [link('https://a.vn/b')], 'và'],
    ['https://a.vn/248/BC-UBND', [link('https://a.vn/248/BC-UBND')], ''],
  ])('%j', (text, given, rest) => {
    expect(evidenceIn(text)).toEqual({ given, rest });
  });

  it.each([
    'javascript:alert(12)',
    'JavaScript://a.vn/%0aalert(1)',
    'ftp://a.vn/12',
    'file:///etc/passwd',
    'data:text/html,12',
    'https://…',
    'https://localhost/12',
    'http://',
    'lan@vanxuanha.gov.vn',
    'P.VHXH/UBND',
    'đ/c Lan, v/v họp',
  ])('none in %j', (text) => {
    expect(evidenceIn(text).given).toEqual([]);
  });
});

describe('cited documents', () => {
  it.each<[string, string, string]>([
    ['Báo cáo số 417/BC-UBND ngày 03/12/2025', 'Báo cáo số 417/BC-UBND ngày 03/12/2025', ''],
    ['bao cao so 417/bc-ubnd ngay 3/12/2025', 'bao cao so 417/bc-ubnd ngay 3/12/2025', ''],
    ['#12 xong, số 417/BC-UBND ngày 03/12/2025 ạ', 'số 417/BC-UBND ngày 03/12/2025', '#12 xong,   ạ'],
    ['Xong 12 theo Quyết định 58/QĐ-UBND.', 'Quyết định 58/QĐ-UBND', 'Xong 12 theo  .'],
    ['CV 915/UBND-VHXH', 'CV 915/UBND-VHXH', ''],
    ['417/BC-UBND', '417/BC-UBND', ''],
    ['417/BC-UBND 3/12/2025', '417/BC-UBND 3/12/2025', ''],
    ['KH số: 61 /KH-UBND', 'KH số: 61 /KH-UBND', ''],
    ['QĐ 58/UBND', 'QĐ 58/UBND', ''],
    ['TTr 8/TTr-VHXH', 'TTr 8/TTr-VHXH', ''],
    ['nghị quyết 09-NQ/ĐU ngày 1 tháng 2 năm 2025', 'nghị quyết 09-NQ/ĐU ngày 1 tháng 2 năm 2025', ''],
    ['Nghị định 30/2020/NĐ-CP', '30/2020/NĐ-CP', 'Nghị định'],
    [
      'BC 417/BC-UBND của UBND phường Vạn Xuân Hạ ngày 3/12/2025',
      'BC 417/BC-UBND của UBND phường Vạn Xuân Hạ ngày 3/12/2025',
      '',
    ],
    ['Báo cáo số 417 ngày 3/12', 'Báo cáo số 417 ngày 3/12', ''],
    // The verb stays, the number is the document's.
    ['đã báo cáo số 417/BC-UBND', 'số 417/BC-UBND', 'đã báo cáo'],
    ['xong 12,417/BC-UBND', '417/BC-UBND', 'xong 12,'],
  ])('%j', (text, value, rest) => {
    expect(evidenceIn(text)).toEqual({ given: [document(value)], rest });
  });

  it.each([
    'xong 12',
    'xong 12/13',
    '12/xong',
    'ngày 03/12/2025',
    'báo cáo số 12',
    'báo cáo tháng 11',
    '33/33 nhiệm vụ',
    '#12/BC-UBND',
  ])('none in %j', (text) => {
    expect(evidenceIn(text)).toEqual({ given: [], rest: text });
  });

  it('keeps the order of what was typed', () => {
    const { given } = evidenceIn('417/BC-UBND https://a.vn/1 QĐ 58/QĐ-UBND');
    expect(given.map(({ kind }) => kind)).toEqual(['document', 'link', 'document']);
  });

  it('reads decomposed text as composed', () => {
    const text = 'đã nộp Báo cáo số 417/BC-UBND ngày 03/12/2025';
    expect(evidenceIn(text.normalize('NFD'))).toEqual(evidenceIn(text));
  });
});

const piece = fc.constantFrom(
  'https://',
  'http://a.vn/',
  'a.vn/',
  'www.',
  '(',
  ')',
  '.',
  ',',
  ' ',
  '\n',
  '12',
  '/',
  '-',
  'BC-UBND',
  'số ',
  'Báo cáo ',
  'ngày ',
  '3/12/2025',
  'javascript:',
  'ầ',
  '\u0000',
  '\ud800',
  '😀',
  'của ',
);

describe('whatever is typed', () => {
  it('gives only links that are http or https and hold no space or control character', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ unit: 'binary' }))), (pieces) => {
        for (const { kind, value } of evidenceIn(pieces.join('')).given) {
          if (kind === 'link') expect(new URL(value).protocol).toMatch(/^https?:$/);
          expect(value).not.toMatch(kind === 'link' ? /[\s\p{C}]/u : /[\p{Cs}\0]/u);
        }
      }),
    );
  });

  it('leaves no evidence in the rest', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('https://a.vn/12', '417/BC-UBND', 'xong', '12', 'rồi')),
        (words) => {
          const { rest } = evidenceIn(words.join(' '));
          expect(rest).not.toMatch(/a\.vn|UBND/);
          expect(fold(rest).split(' ').join('')).toBe(
            fold(words.filter((word) => !/[/]/.test(word)).join('')),
          );
        },
      ),
    );
  });

  it.each([
    'a.',
    '(',
    'https://',
    'https://a.vn/))',
    'số 1/',
    '1/BC-',
    'báo cáo ',
    '417/BC-UBND của a ',
    'x',
  ])('reads 20,000 characters of %j', (text) => {
    expect(() => evidenceIn(text.repeat(20_000 / text.length))).not.toThrow();
  });
});
