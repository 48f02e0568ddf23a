/** The files that say how far an office is, read back by the libraries that offices' own programs resemble. */
import ExcelJS from 'exceljs';
import mammoth from 'mammoth';
import { PNG } from 'pngjs';
import { describe, expect, test } from 'vitest';
import { drawing } from '../../src/reports/picture.ts';
import { reportWriter } from '../../src/reports/report-writer.ts';
import type { ReportFormat, ReportSheet } from '../../src/services/ports/report-writer.ts';

const SHARES = { done: 3, 'in-time': 4, 'due-soon': 2, overdue: 1 };
const HOSTILE = `Rà soát <b>"hộ nghèo"</b> & ]]> =1+1 😀 ${'ễ'.normalize('NFD')}`;

function aSheet(given: Partial<ReportSheet> = {}): ReportSheet {
  return {
    fileName: 'tien-do-2026-11-23',
    title: 'Tiến độ nhiệm vụ — UBND xã Lâm Sơn',
    asOf: 'đến ngày 23/11/2026',
    summary: 'Đã hoàn thành 3/10 nhiệm vụ (30%)',
    figures: [{ label: 'Tổng số nhiệm vụ được giao', count: 10 }],
    shares: SHARES,
    legend: { done: 'Xong', 'in-time': 'Trong hạn', 'due-soon': 'Sắp đến hạn', overdue: 'Quá hạn' },
    units: [{ name: 'Phòng Kinh tế', shares: SHARES, label: '3/10' }],
    headings: ['Số', 'Nhiệm vụ', 'Chủ trì', 'Tiến độ', 'Hạn tới', 'Tình trạng', 'Kết quả'],
    sections: [
      {
        heading: 'I. KINH TẾ',
        rows: [
          { cells: ['#1', 'Kiểm kê tài sản', 'Phòng Kinh tế', '', '', 'Xong', 'Lan: 12/BC'], tone: 'done' },
          {
            cells: ['#2', HOSTILE, '=HYPERLINK("http://x")', '', '24/11/2026', 'Quá hạn', ''],
            tone: 'overdue',
          },
        ],
      },
    ],
    dates: [
      { id: 'occurrence-2', day: '2026-11-30', title: `#2 ${HOSTILE}`, text: 'trước 01/12; Phòng Kinh tế' },
    ],
    ...given,
  };
}

async function bytesOf(format: ReportFormat, sheet = aSheet()): Promise<Buffer> {
  return Buffer.from((await reportWriter.write(format, sheet)).bytes);
}

describe('the picture', () => {
  test('has each share in its colour, in proportion', async () => {
    const png = PNG.sync.read(await bytesOf('png'));
    expect(png.width).toBe(1080);
    const colours = Array.from({ length: png.width }, (_, x) =>
      png.data.subarray((258 * png.width + x) * 4, (258 * png.width + x) * 4 + 3).toString('hex'),
    );
    const share = (colour: string) => colours.filter((one) => one === colour).length / 984;
    expect(share('2e7d32')).toBeCloseTo(0.3, 2);
    expect(share('a5d6a7')).toBeCloseTo(0.4, 2);
    expect(share('f59e0b')).toBeCloseTo(0.2, 2);
    expect(share('d32f2f')).toBeCloseTo(0.1, 2);
  });

  test('draws every letter of Vietnamese: none is left as an empty box or out', async () => {
    const letters = 'ăâđêôơưĂÂĐÊÔƠƯáàảãạấầẩẫậắằẳẵặéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ';
    const drawn = new Set<string>();
    for (const letter of letters)
      drawn.add((await bytesOf('png', aSheet({ asOf: letter }))).toString('base64'));
    expect(drawn.size).toBe(letters.length);
  });

  test('names are words, never markup, and too long ones are cut', () => {
    const svg = drawing(
      aSheet({ title: HOSTILE, units: [{ name: 'x'.repeat(500), shares: SHARES, label: '3/10' }] }),
    );
    expect(svg).toContain('&lt;b&gt;');
    expect(svg).not.toContain('<b>');
    expect(svg).toContain('xxx…');
  });

  test('an office without tasks and one with many units have one too', async () => {
    const nothing = { done: 0, 'in-time': 0, 'due-soon': 0, overdue: 0 };
    const units = Array.from({ length: 60 }, (_, at) => ({
      name: `Tổ ${at}`,
      shares: nothing,
      label: '0/0',
    }));
    const png = PNG.sync.read(await bytesOf('png', aSheet({ shares: nothing, units })));
    expect(png.height).toBeLessThan(3600);
    expect(drawing(aSheet({ units }))).toContain('+ 30');
  });
});

test('the table keeps text as text, and the words of every row', async () => {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load((await bytesOf('xlsx')) as never);
  const rows: unknown[][] = [];
  workbook.worksheets[0]?.eachRow((row) => rows.push((row.values as unknown[]).slice(1)));
  expect(rows[0]).toEqual(['Tiến độ nhiệm vụ — UBND xã Lâm Sơn']);
  expect(rows).toContainEqual(aSheet().headings);
  expect(rows.at(-2)).toEqual(['#1', 'Kiểm kê tài sản', 'Phòng Kinh tế', '', '', 'Xong', 'Lan: 12/BC']);
  expect(rows.at(-1)?.[1]).toBe(HOSTILE);
  expect(rows.at(-1)?.[2]).toBe(`'=HYPERLINK("http://x")`);
});

test('the document holds figures, sections and rows', async () => {
  const { value } = await mammoth.extractRawText({ buffer: await bytesOf('docx') });
  for (const words of ['Tổng số nhiệm vụ được giao: 10', 'I. KINH TẾ', HOSTILE, 'Lan: 12/BC', '(30%)']) {
    expect(value).toContain(words);
  }
});

test('the calendar has a day for each due date, under an id that stays', async () => {
  const text = (await bytesOf('ics')).toString().replaceAll(/\r\n[ \t]/g, '');
  expect(text).toMatch(/^BEGIN:VCALENDAR\r\n[\s\S]*END:VCALENDAR\r\n$/);
  expect(text).toContain('UID:occurrence-2@nhachan\r\n');
  expect(text).toContain('DTSTART;VALUE=DATE:20261130\r\n');
  expect(text).toContain('DTEND;VALUE=DATE:20261201\r\n');
  expect((await bytesOf('ics', aSheet({ dates: [] }))).toString()).toContain('END:VCALENDAR');
});

test.each(['png', 'xlsx', 'docx', 'ics'] as const)('a %s is named for what it is', async (format) => {
  const { name, kind } = await reportWriter.write(format, aSheet());
  expect(name).toBe(`tien-do-2026-11-23.${format}`);
  expect(kind).toBe(format === 'png' ? 'photo' : 'file');
});
