/** Files that are nearly documents; always the same for one seed. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { root } from '../../src/root.ts';
import type { DocumentFile } from '../../src/services/ports/documents.ts';
import { docxFile, type WordCell, xlsxFile, zip } from '../documents/files.ts';

const REAL = ['ke-hoach-2026.docx', 'danh-sach-can-bo.xlsx'].map((name) => ({
  name,
  bytes: new Uint8Array(readFileSync(join(root, 'examples', name))),
}));
const MAGIC: [string, number[]][] = [
  ['a.docx', [0x50, 0x4b, 3, 4]],
  ['a.xlsx', [0x50, 0x4b, 3, 4]],
  ['a.pdf', [...Buffer.from('%PDF-1.7\n')]],
  ['a.doc', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ['a.rtf', [...Buffer.from('{\\rtf1')]],
  ['a.txt', [0xff, 0xfe]],
  ['a.csv', [0xef, 0xbb, 0xbf]],
];

const truncated = fc
  .tuple(fc.constantFrom(...REAL), fc.nat({ max: 100_000 }))
  .map(([{ name, bytes }, at]) => ({
    name,
    bytes: bytes.slice(0, at % bytes.length),
  }));
const flipped = fc
  .tuple(
    fc.constantFrom(...REAL),
    fc.array(fc.tuple(fc.nat(), fc.nat({ max: 255 })), { minLength: 1, maxLength: 30 }),
  )
  .map(([{ name, bytes }, flips]) => {
    const broken = bytes.slice();
    for (const [at, value] of flips) broken[at % broken.length] = value;
    return { name, bytes: broken };
  });
const random = fc
  .tuple(fc.constantFrom(...MAGIC), fc.uint8Array({ maxLength: 2_000 }))
  .map(([[name, magic], rest]) => ({ name, bytes: new Uint8Array([...magic, ...rest]) }));

const BOMB = `<?xml version="1.0"?><!DOCTYPE b [<!ENTITY a0 "hạn 30/11 ">${Array.from({ length: 9 }, (_, nth) => `<!ENTITY a${nth + 1} "${`&a${nth};`.repeat(10)}">`).join('')}]>`;
const BODIES = [
  '',
  '<w:document/>',
  '<w:document><w:body><w:tbl><w:tr><w:tc/></w:tr></w:tbl></w:body></w:document>',
  `${BOMB}<w:document xmlns:w="x"><w:body><w:p><w:r><w:t>&a9;</w:t></w:r></w:p></w:body></w:document>`,
  `${BOMB}<worksheet><sheetData><row><c t="inlineStr"><is><t>&a9;</t></is></c></row></sheetData></worksheet>`,
  '<?xml version="1.0"?><!DOCTYPE x SYSTEM "file:///etc/passwd"><w:document/>',
  `<w:document>${'<w:p>'.repeat(3000)}`,
  '\u0000\u0001',
];
const NAMES = [
  'word/document.xml',
  'xl/workbook.xml',
  'xl/worksheets/sheet1.xml',
  '[Content_Types].xml',
  '_rels/.rels',
];
const entry = fc.record({
  name: fc.constantFrom(...NAMES, '../../etc/passwd', '', 'word/'.repeat(50), 'xl/sharedStrings.xml'),
  text: fc.constantFrom(...BODIES),
});
const zipped = fc
  .tuple(fc.constantFrom('b.docx', 'b.xlsx'), fc.array(entry, { maxLength: 6 }))
  .map(([name, parts]) => ({ name, bytes: zip(parts) }));

const cell = fc.constantFrom(
  '',
  '1',
  'Stt',
  'Nhiệm vụ',
  'Tiến độ',
  'Rà soát hộ nghèo',
  'Trước ngày 30/11',
  '31/2/2026',
  'VHXH',
  'Họ và tên',
  'Vai trò',
  'Đơn vị',
  'đầu mối',
  ' \n ',
  'Cơ quan: UBND xã Lâm Sơn Thử',
);
const row = fc.array(cell, { maxLength: 6 });
const wordRow = fc.array(
  fc.oneof(
    cell,
    fc.record({ text: cell, columns: fc.integer({ min: 1, max: 4 }), rows: fc.integer({ min: 1, max: 4 }) }),
  ),
  { minLength: 1, maxLength: 6 },
);
type Table = { kind: 'sheet'; rows: string[][]; merged: number } | { kind: 'word'; rows: WordCell[][] };
const table = fc.oneof(
  fc.record({
    kind: fc.constant('sheet' as const),
    rows: fc.array(row, { maxLength: 12 }),
    merged: fc.nat({ max: 8 }),
  }),
  fc.record({ kind: fc.constant('word' as const), rows: fc.array(wordRow, { minLength: 1, maxLength: 8 }) }),
);
const text = fc.array(row, { maxLength: 30 }).map((rows) => ({
  name: 'c.csv',
  bytes: new Uint8Array(Buffer.from(rows.map((cells) => cells.join(';')).join('\n'))),
}));

export async function documents(count: number, seed: number): Promise<DocumentFile[]> {
  const some = fc.sample(
    fc.oneof<fc.Arbitrary<DocumentFile | Table>[]>(truncated, flipped, random, zipped, table, text),
    { numRuns: count, seed },
  );
  return Promise.all(some.map((one) => ('kind' in one ? written(one) : one)));
}

function written(one: Table): Promise<DocumentFile> {
  if (one.kind === 'word') return docxFile([one.rows]);
  return xlsxFile({ 'Kế hoạch': one.rows }, (workbook) => {
    // Two that overlap are refused by the library, as by Excel.
    if (one.merged > 1) workbook.worksheets[0]?.mergeCells(1, 1, one.merged, 2);
  });
}
