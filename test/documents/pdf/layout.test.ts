import { describe, expect, it } from 'vitest';
import type { Block } from '../../../src/documents/document.ts';
import { pdfContents } from '../../../src/documents/pdf/pdf-contents.ts';
import { bar, line, type PageOptions, pdfFile, table, words } from './pdf-file.ts';

const read = async (...pages: PageOptions[]) => (await pdfContents(pdfFile(pages))).blocks;

const rowsIn = (blocks: readonly Block[]) =>
  blocks.flatMap((block) =>
    block.kind === 'table' ? [block.rows.map((row) => row.cells.map((cell) => cell.text))] : [],
  );

const paragraphsIn = (blocks: readonly Block[]) =>
  blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []));

const XS = [50, 90, 300, 400, 540];
const HEADER = ['Stt', 'Nhiem vu', 'Tien do', 'Chu tri'];
const ROWS = [
  HEADER,
  ['1', 'Hop dan cac to dan pho', '15/12', 'Van phong'],
  ['2', 'Don kenh', 'Quy III', 'Phong KT'],
];
const YS = [700, 680, 640, 600];

function dashes(x1: number, y1: number, x2: number, y2: number): string {
  const isAcross = y1 === y2;
  const length = isAcross ? x2 - x1 : y2 - y1;
  return Array.from({ length: Math.floor(length / 4) }, (_, i) =>
    isAcross ? bar(x1 + i * 4, y1, 1, 0.5) : bar(x1, y1 + i * 4, 0.5, 1),
  ).join('');
}

describe('borders, however they are drawn', () => {
  it.each<[string, (x1: number, y1: number, x2: number, y2: number) => string]>([
    ['as lines', line],
    ['as thin bars', (x1, y1, x2, y2) => bar(x1, y1, x2 - x1 || 0.5, y2 - y1 || 0.5)],
    ['as two lines', (x1, y1, x2, y2) => line(x1, y1, x2, y2) + line(x1 + 1.5, y1 + 1.5, x2 + 1.5, y2 + 1.5)],
    ['as dots', dashes],
  ])('%s', async (_, border) => {
    const blocks = await read({ content: table({ xs: XS, ys: YS, texts: ROWS, border }) });
    expect(rowsIn(blocks)).toEqual([ROWS]);
  });

  it('as one frame for each cell', async () => {
    const frame = (x: number, y: number, width: number, height: number) =>
      `${x} ${y} ${width} ${height} re ${x + 0.7} ${y + 0.7} ${width - 1.4} ${height - 1.4} re f*\n`;
    const frames = YS.slice(1).flatMap((y, row) =>
      XS.slice(1).map((right, column) => {
        const left = XS[column] ?? 0;
        return frame(left + 1, y + 1, right - left - 2, (YS[row] ?? 0) - y - 2);
      }),
    );
    const content = frames.join('') + table({ xs: XS, ys: YS, texts: ROWS, border: () => '' });
    expect(rowsIn(await read({ content }))).toEqual([ROWS]);
  });
});

describe('cells', () => {
  it('merged both ways', async () => {
    const borders = [700, 660, 600].map((y) => line(50, y, 540, y)).join('') + line(400, 680, 540, 680);
    const walls = [50, 90, 400, 540].map((x) => line(x, 600, x, 700)).join('') + line(470, 600, 470, 680);
    const texts = words(55, 690, 'TT') + words(95, 690, 'Viec') + words(405, 690, 'Don vi');
    const under = words(405, 668, 'Chu tri') + words(475, 668, 'Phoi hop') + words(95, 645, 'Hop dan');
    const [rows] = (await read({ content: borders + walls + texts + under })).flatMap((block) =>
      block.kind === 'table' ? [block.rows] : [],
    );
    expect(rows?.map(({ cells }) => cells.map(({ text, merged }) => [text, merged ?? '']))).toEqual([
      [
        ['TT', ''],
        ['Viec', ''],
        ['Don vi', ''],
        ['', 'left'],
      ],
      [
        ['TT', 'above'],
        ['Viec', 'above'],
        ['Chu tri', ''],
        ['Phoi hop', ''],
      ],
      [
        ['', ''],
        ['Hop dan', ''],
        ['', ''],
        ['', ''],
      ],
    ]);
    expect(rows?.map(({ source }) => source)).toEqual([1, 2, 3].map((row) => ({ page: 1, row })));
  });

  it('with words that stand on their side', async () => {
    const turned = 'BT /F 10 Tf 0 1 -1 0 72 642 Tm (So TT) Tj ET\n';
    const texts = [
      ['', 'Nhiem vu'],
      ['1', 'Hop dan'],
    ];
    const content = table({ xs: [50, 90, 300], ys: [700, 640, 600], texts }) + turned;
    expect(rowsIn(await read({ content }))).toEqual([
      [
        ['So TT', 'Nhiem vu'],
        ['1', 'Hop dan'],
      ],
    ]);
  });

  it('with links', async () => {
    const link = {
      url: 'https://lamkieu.example/2',
      rect: [95, 620, 137, 640] as [number, number, number, number],
    };
    const blocks = await read({
      content: table({ xs: XS, ys: YS, texts: ROWS }),
      link: { ...link, rect: [95, 660, 130, 680] },
    });
    const cell = blocks.flatMap((block) =>
      block.kind === 'table' ? (block.rows[1]?.cells[1] ?? []) : [],
    )[0];
    expect(cell?.links).toEqual([{ text: 'Hop dan', url: link.url }]);
  });
});

describe('pages that lie on their side', () => {
  const content = table({ xs: XS, ys: [560, 540, 500, 460], texts: ROWS });
  it.each<[string, PageOptions]>([
    ['a landscape page', { content, width: 842, height: 595 }],
    ['a portrait page that says it is turned', { content: `0 1 -1 0 595 0 cm\n${content}`, rotate: 90 }],
    ['a portrait page that does not say it', { content: `0 1 -1 0 595 0 cm\n${content}` }],
    ['a landscape page that says it is turned, and is not', { content, width: 842, height: 595, rotate: 90 }],
  ])('%s', async (_, page) => {
    expect(rowsIn(await read(page))).toEqual([ROWS]);
  });
});

describe('a table over two pages', () => {
  const page = (texts: string[][], top = 700, more = ''): PageOptions => ({
    content: more + table({ xs: XS, ys: [top, ...texts.map((_, row) => top - 40 * (row + 1))], texts }),
  });
  const numbered = (number: number) =>
    words(295, 810, String(number)) + words(400, 20, `Ke hoach 15 - Trang ${number}/2`);

  it('is one, without what every page repeats in its margins', async () => {
    const blocks = await read(
      page(ROWS, 700, numbered(1)),
      page([HEADER, ['3', 'Tong ket', '20/12', 'Van phong']], 780, numbered(2)),
    );
    expect(paragraphsIn(blocks)).toEqual([]);
    expect(rowsIn(blocks)).toEqual([[...ROWS, HEADER, ['3', 'Tong ket', '20/12', 'Van phong']]]);
  });

  it.each<[string, string[], string[], string[] | null]>([
    [
      'the title goes on',
      ['3', 'Tong hop ket qua cua cac phong ban', '20/12', 'Van phong HDND cung'],
      ['', 'va trinh ky', '', 'UBND phuong'],
      ['3', 'Tong hop ket qua cua cac phong ban va trinh ky', '20/12', 'Van phong HDND cung UBND phuong'],
    ],
    [
      'only another cell goes on',
      ['3', 'Tong ket', '20/12', 'Van phong'],
      ['', '', '', 'Phong KT'],
      ['3', 'Tong ket', '20/12', 'Van phong\nPhong KT'],
    ],
    [
      'the cell with the words moved down whole',
      ['3', '', '20/12', ''],
      ['', 'Tong ket', '', 'Van phong'],
      ['3', 'Tong ket', '20/12', 'Van phong'],
    ],
    [
      'the next row has no number, but begins anew',
      ['3', 'Tong ket', '20/12', 'Van phong'],
      ['', '- Bao cao', '25/12', 'Phong KT'],
      null,
    ],
    [
      'the next row has a number',
      ['3', 'Tong hop ket qua cua cac phong ban', '', ''],
      ['4', 'va trinh ky', '', ''],
      null,
    ],
  ])('a row cut by the page break: %s', async (_, upper, lower, whole) => {
    const end = ['5', 'Luu', '', ''];
    const rows = rowsIn(await read(page([HEADER, upper]), page([lower, end])));
    expect(rows).toEqual([whole === null ? [HEADER, upper, lower, end] : [HEADER, whole, end]]);
  });

  it('a cell merged over the break says below what it said above', async () => {
    const upper =
      [50, 90, 300, 540].map((x) => line(x, 600, x, 700)).join('') +
      [700, 600].map((y) => line(50, y, 540, y)).join('') +
      line(50, 650, 300, 650) +
      words(55, 690, '1') +
      words(95, 690, 'Hop') +
      words(305, 690, 'Van phong') +
      words(55, 640, '2') +
      words(95, 640, 'In');
    const lower = table({
      xs: [50, 90, 300, 540],
      ys: [700, 660, 620],
      texts: [
        ['3', 'Gui', ''],
        ['4', 'Luu', 'Phong KT'],
      ],
    });
    expect(rowsIn(await read({ content: upper }, { content: lower }))).toEqual([
      [
        ['1', 'Hop', 'Van phong'],
        ['2', 'In', 'Van phong'],
        ['3', 'Gui', 'Van phong'],
        ['4', 'Luu', 'Phong KT'],
      ],
    ]);
  });

  it('and says it in all the rows that it covers there', async () => {
    const half = (first: number, rows: readonly (readonly [string, string])[], unit: string) =>
      [50, 90, 300, 540].map((x) => line(x, 600, x, 700)).join('') +
      [700, 600].map((y) => line(50, y, 540, y)).join('') +
      line(50, 650, 300, 650) +
      rows.map(([no, text], i) => words(55, first - i * 50, no) + words(95, first - i * 50, text)).join('') +
      words(305, 690, unit);
    const pages = [
      half(
        690,
        [
          ['1', 'Hop'],
          ['2', 'In'],
        ],
        'Van phong',
      ),
      half(
        690,
        [
          ['3', 'Gui'],
          ['4', 'Luu'],
        ],
        ' ',
      ),
    ];
    expect(rowsIn(await read(...pages.map((content) => ({ content }))))).toEqual([
      [
        ['1', 'Hop', 'Van phong'],
        ['2', 'In', 'Van phong'],
        ['3', 'Gui', 'Van phong'],
        ['4', 'Luu', 'Van phong'],
      ],
    ]);
  });

  it('with other columns there are two', async () => {
    const other = table({ xs: [50, 200, 540], ys: [700, 660], texts: [['Nguoi ky', 'Ngay']] });
    expect(rowsIn(await read(page(ROWS), { content: other }))).toEqual([ROWS, [['Nguoi ky', 'Ngay']]]);
  });
});

describe('a table without lines', () => {
  const row = (y: number, cells: string[]) =>
    cells.map((cell, i) => words((XS[i] ?? 0) + 5, y, cell)).join('');
  const first =
    row(700, HEADER) +
    words(55, 680, 'I. MOI TRUONG CUA PHUONG') +
    row(660, ['1', 'Hop dan cac to', 'Truoc', 'Van phong']) +
    row(648, ['', 'dan pho', '15/12', '']) +
    row(630, ['2', 'Don kenh', 'Quy III', 'Phong KT']);
  const expected = [
    HEADER,
    ['I. MOI TRUONG CUA PHUONG', '', '', ''],
    ['1', 'Hop dan cac to dan pho', 'Truoc 15/12', 'Van phong'],
    ['2', 'Don kenh', 'Quy III', 'Phong KT'],
  ];

  it('has its columns where its header and its gaps show them; what is below a gap is not in it', async () => {
    const signature = words(100, 560, 'Noi nhan:') + words(400, 560, 'CHU TICH');
    const blocks = await read({ content: first + signature });
    expect(rowsIn(blocks)).toEqual([expected]);
    expect(paragraphsIn(blocks)).toEqual(['Noi nhan:', 'CHU TICH']);
  });

  it('goes on where the next page begins with a row', async () => {
    const blocks = await read(
      { content: first },
      { content: row(780, ['3', 'Tong ket', '20/12', 'Van phong']) },
    );
    expect(rowsIn(blocks)).toEqual([[...expected, ['3', 'Tong ket', '20/12', 'Van phong']]]);
  });

  it('may have its numbers in the middle of the rows', async () => {
    const middle =
      row(700, HEADER) +
      words(95, 680, 'Hop dan cac to') +
      row(674, ['1', '', '15/12', 'Van phong']) +
      words(95, 668, 'dan pho') +
      words(95, 648, 'Don kenh va') +
      row(642, ['2', '', 'Quy III', 'Phong KT']) +
      words(95, 636, 'trong cay');
    expect(rowsIn(await read({ content: middle }))).toEqual([
      [
        HEADER,
        ['1', 'Hop dan cac to dan pho', '15/12', 'Van phong'],
        ['2', 'Don kenh va trong cay', 'Quy III', 'Phong KT'],
      ],
    ]);
  });
});

describe('text', () => {
  const wide = (text: string) => text.padEnd(78, '.');

  it('the two columns of a heading are read one after the other', async () => {
    const heading =
      words(60, 780, 'UY BAN NHAN DAN') +
      words(300, 780, 'CONG HOA XA HOI') +
      words(60, 765, 'PHUONG LAM KIEU') +
      words(300, 768, 'Doc lap') +
      words(60, 750, 'So: 15/KH-UBND');
    const body = words(50, 700, wide('Thuc hien Nghi quyet')) + words(50, 688, 'ban hanh Ke hoach.');
    expect(paragraphsIn(await read({ content: heading + body }))).toEqual([
      'UY BAN NHAN DAN\nPHUONG LAM KIEU\nSo: 15/KH-UBND',
      'CONG HOA XA HOI\nDoc lap',
      `${wide('Thuc hien Nghi quyet')} ban hanh Ke hoach.`,
    ]);
  });

  it('a sentence cut by the page break is one', async () => {
    const blocks = await read(
      { content: words(50, 700, 'Cac phong gui bao cao ve Van phong truoc') },
      { content: words(50, 780, 'ngay 20 hang thang de tong hop.') },
    );
    expect(paragraphsIn(blocks)).toEqual([
      'Cac phong gui bao cao ve Van phong truoc ngay 20 hang thang de tong hop.',
    ]);
  });

  it('a watermark on a slant is not read', async () => {
    const mark = 'BT /F 40 Tf 0.7 0.7 -0.7 0.7 200 300 Tm (BAN SAO) Tj ET\n';
    const blocks = await read({ content: mark + words(50, 700, 'Cac phong gui bao cao ve Van phong.') });
    expect(paragraphsIn(blocks)).toEqual(['Cac phong gui bao cao ve Van phong.']);
  });
});

it('a page that is a picture among others is said, and a blank one is none', async () => {
  const text = { content: words(50, 700, 'A plan with words enough to be no scan') };
  const picture = { content: 'q 500 0 0 700 40 60 cm /I Do Q' };
  const stamp = { content: 'q 30 0 0 30 40 60 cm /I Do Q' };
  const { skipped } = await pdfContents(pdfFile([text, picture, text, { content: '' }, stamp, text, text]));
  expect(skipped).toEqual([{ why: 'scanned-page', text: '', source: { page: 2 } }]);
});
