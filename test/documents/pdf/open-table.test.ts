import { describe, expect, it } from 'vitest';
import { pdfContents } from '../../../src/documents/pdf/pdf-contents.ts';
import { line, pdfFile, words } from './pdf-file.ts';

const XS = [50, 90, 300, 400, 540];
const HEADER = ['Stt', 'Nhiem vu', 'Tien do', 'Chu tri'];

const row = (y: number, cells: string[]) => cells.map((cell, i) => words((XS[i] ?? 0) + 5, y, cell)).join('');

async function read(...contents: string[]) {
  const { blocks, skipped } = await pdfContents(pdfFile(contents.map((content) => ({ content }))));
  const tables = blocks.flatMap((block) =>
    block.kind === 'table' ? [block.rows.map(({ cells }) => cells.map(({ text }) => text))] : [],
  );
  const paragraphs = blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []));
  return { tables, paragraphs, skipped };
}

describe('rows with neither lines nor space between them', () => {
  it('whose cells have their middle beside the number', async () => {
    const { tables, skipped } = await read(
      row(700, HEADER) +
        row(688, ['', 'Hop dan cac to', '', '']) +
        row(682, ['1', '', '15/12', 'Van phong']) +
        row(676, ['', 'dan pho', '', '']) +
        row(664, ['', '', '', 'Trung tam']) +
        row(658, ['2', 'Don kenh', 'Quy III', '']) +
        row(652, ['', '', '', 'dich vu']) +
        row(640, ['', 'Trong cay o', 'Truoc', '']) +
        row(634, ['3', '', '', 'Phong KT']) +
        row(628, ['', 'ven duong', '20/12', '']),
    );
    expect(tables).toEqual([
      [
        HEADER,
        ['1', 'Hop dan cac to dan pho', '15/12', 'Van phong'],
        ['2', 'Don kenh', 'Quy III', 'Trung tam dich vu'],
        ['3', 'Trong cay o ven duong', 'Truoc 20/12', 'Phong KT'],
      ],
    ]);
    expect(skipped).toEqual([]);
  });

  it('whose cells are neither way beside the number are left for a person', async () => {
    const { tables, skipped } = await read(
      row(700, HEADER) +
        row(688, ['1', 'Hop dan cac to', '', 'Van phong']) +
        row(676, ['', 'dan pho', 'Truoc', '']) +
        row(664, ['', '', '15/12', '']) +
        row(652, ['2', 'Don kenh', '', 'Phong KT']) +
        row(640, ['', '', 'Quy III', '']) +
        row(628, ['3', 'Tong ket', '20/12', 'Van phong']),
    );
    expect(tables).toEqual([[HEADER, ['3', 'Tong ket', '20/12', 'Van phong']]]);
    expect(skipped.map(({ why, text }) => [why, text])).toEqual([
      ['unknown-table', '1 Hop dan cac to Van phong\ndan pho Truoc\n15/12'],
      ['unknown-table', '2 Don kenh Phong KT\nQuy III'],
    ]);
  });

  it('without numbers, told by what has one line in each', async () => {
    const noNumbers = (y: number, cells: string[]) => row(y, ['', ...cells]);
    const { tables } = await read(
      noNumbers(700, ['Nhiem vu', 'Tien do', 'Chu tri']) +
        noNumbers(688, ['Hop dan cac to', '15/12', 'Van phong']) +
        noNumbers(676, ['dan pho trong xa', '', '']) +
        noNumbers(664, ['Don kenh va cac', 'Quy III', 'Trung tam']) +
        noNumbers(652, ['muong nuoc', '', 'dich vu']),
    );
    expect(tables).toEqual([
      [
        ['Nhiem vu', 'Tien do', 'Chu tri'],
        ['Hop dan cac to dan pho trong xa', '15/12', 'Van phong'],
        ['Don kenh va cac muong nuoc', 'Quy III', 'Trung tam dich vu'],
      ],
    ]);
  });

  it('between lines that part the columns only', async () => {
    const borders =
      XS.map((x) => line(x, 620, x, 712)).join('') + [712, 696, 620].map((y) => line(50, y, 540, y)).join('');
    const { tables } = await read(
      borders +
        row(700, HEADER) +
        row(684, ['1', 'Hop dan cac to', '15/12', 'Van phong']) +
        row(672, ['', 'dan pho', '', '']) +
        row(660, ['2', 'Don kenh', 'Quy III', 'Phong KT']) +
        row(648, ['3', 'Tong ket', '20/12', 'Van phong']),
    );
    expect(tables).toEqual([
      [
        HEADER,
        ['1', 'Hop dan cac to\ndan pho', '15/12', 'Van phong'],
        ['2', 'Don kenh', 'Quy III', 'Phong KT'],
        ['3', 'Tong ket', '20/12', 'Van phong'],
      ],
    ]);
  });
});

describe('what stands around it', () => {
  const body =
    row(684, ['1', 'Hop dan', '15/12', 'Van phong']) + row(664, ['2', 'Don kenh', 'Quy III', 'Phong KT']);

  it('a title right above is none of its names', async () => {
    const title = words(180, 724, 'KE HOACH') + words(150, 712, 'Phong chong lut nam 2026');
    const { tables, paragraphs } = await read(title + row(700, HEADER) + body);
    expect(tables[0]?.[0]).toEqual(HEADER);
    expect(paragraphs.join('\n')).toBe('KE HOACH\nPhong chong lut nam 2026');
  });

  it('a heading over the width of the page does not end it', async () => {
    const heading = words(55, 644, `II. ${'CONG TAC TUYEN TRUYEN '.repeat(3).trim()}`);
    const { tables } = await read(
      row(700, HEADER) + body + heading + row(624, ['3', 'Tong ket', '20/12', 'Van phong']),
    );
    expect(tables[0]?.at(-1)).toEqual(['3', 'Tong ket', '20/12', 'Van phong']);
  });

  it('one with lines may stand on the same page', async () => {
    const ys = [520, 500, 480];
    const borders =
      ys.map((y) => line(50, y, 540, y)).join('') + XS.map((x) => line(x, 480, x, 520)).join('');
    const ruled = borders + row(505, HEADER) + row(485, ['1', 'Trong cay', '20/12', 'Van phong']);
    const { tables } = await read(row(700, HEADER) + body + ruled);
    expect(tables.map((rows) => rows.length)).toEqual([3, 2]);
  });
});

describe('footnotes', () => {
  const raised = (x: number, y: number, text: string) => `BT /F 5 Tf 1 0 0 1 ${x} ${y} Tm (${text}) Tj ET\n`;
  const note = line(50, 120, 150, 120) + raised(50, 104, '1') + words(53, 100, 'Theo ket qua ra soat.');

  it('leave no mark in a date, and a table goes on over them', async () => {
    const { tables, paragraphs } = await read(
      row(700, HEADER) +
        row(684, ['1', 'Hop dan 300 m', '15/3/2026', 'Van phong']) +
        raised(359, 688, '1') +
        note,
      row(780, ['2', 'Don kenh', 'Quy III', 'Phong KT']),
    );
    expect(tables).toEqual([
      [HEADER, ['1', 'Hop dan 300 m', '15/3/2026', 'Van phong'], ['2', 'Don kenh', 'Quy III', 'Phong KT']],
    ]);
    expect(paragraphs).toEqual(['1Theo ket qua ra soat.']);
  });

  it('a raised number behind a unit is part of it', async () => {
    const { tables } = await read(
      row(700, HEADER) +
        row(684, ['1', 'Quet 300 m', '15/3/2026', 'Van phong']) +
        raised(155, 688, '1') +
        note,
    );
    expect(tables[0]?.[1]?.[1]).toBe('Quet 300 m1');
  });
});
