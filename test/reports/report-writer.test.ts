/** The files that say how far an office is, read back by the libraries that offices' own programs resemble. */
import ExcelJS from 'exceljs';
import JSZip from 'jszip';
import mammoth from 'mammoth';
import { PNG } from 'pngjs';
import { describe, expect, test } from 'vitest';
import { drawing } from '../../src/reports/picture.ts';
import { reportWriter } from '../../src/reports/report-writer.ts';
import type {
  Column,
  PaperSheet,
  ReportFormat,
  ReportSheet,
  Tone,
} from '../../src/services/ports/report-writer.ts';

const SHARES = { done: 3, 'in-time': 4, 'due-soon': 2, overdue: 1 };
const HOSTILE = `Rà soát <b>"hộ nghèo"</b> & ]]> =1+1 😀 ${'ễ'.normalize('NFD')}`;

const COLUMNS: Column[] = [
  { kind: 'order', heading: 'Số' },
  { kind: 'task', heading: 'Nhiệm vụ' },
  { kind: 'units', heading: 'Chủ trì' },
  { kind: 'deadline', heading: 'Tiến độ' },
  { kind: 'day', heading: 'Hạn tới' },
  { kind: 'state', heading: 'Tình trạng' },
  { kind: 'evidence', heading: 'Kết quả' },
];

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
    barsMean: 'Mỗi thanh là toàn bộ nhiệm vụ của đơn vị',
    table: {
      columns: COLUMNS,
      lines: [
        { kind: 'heading', level: 1, words: 'I. KINH TẾ' },
        {
          kind: 'row',
          cells: ['#1', 'Kiểm kê tài sản', 'Phòng Kinh tế', '', '', 'Xong', '- Báo cáo 12/BC'],
          tone: 'done',
        },
        {
          kind: 'row',
          cells: ['#2', HOSTILE, '=HYPERLINK("http://x")', '', '24/11/2026', 'Quá hạn', ''],
          tone: 'overdue',
        },
      ],
    },
    calendar: { name: 'Tiến độ', madeAt: new Date('2026-11-23T02:00:00Z'), dates: [] },
    ...given,
  };
}

function coloursAt(png: PNG, row: number): string[] {
  return Array.from({ length: png.width }, (_, x) =>
    png.data.subarray((row * png.width + x) * 4, (row * png.width + x) * 4 + 3).toString('hex'),
  );
}

async function bytesOf(format: ReportFormat, sheet = aSheet()): Promise<Buffer> {
  return Buffer.from((await reportWriter.write(format, sheet)).bytes);
}

describe('the picture', () => {
  test('has each share in its colour, in proportion', async () => {
    const png = PNG.sync.read(await bytesOf('png'));
    expect(png.width).toBe(1080);
    const colours = coloursAt(png, 233);
    const share = (colour: string) => colours.filter((one) => one === colour).length / 984;
    expect(share('2e7d32')).toBeCloseTo(0.3, 2);
    expect(share('a5d6a7')).toBeCloseTo(0.4, 2);
    const [first, last] = [colours.indexOf('f59e0b'), colours.lastIndexOf('f59e0b')];
    expect((last - first) / 984).toBeCloseTo(0.2, 1);
    expect((colours.lastIndexOf('d32f2f') - last) / 984).toBeCloseTo(0.1, 1);
  });

  test('who sees no colours knows overdue by stripes, due soon by dots, and reads how many there are', async () => {
    const only = (tone: Tone) => ({ done: 0, 'in-time': 0, 'due-soon': 0, overdue: 0, [tone]: 7 });
    const shadesOf = async (tone: Tone) => {
      const png = PNG.sync.read(await bytesOf('png', aSheet({ shares: only(tone), units: [] })));
      // At the edge of the bar, where no figure stands, through a row of dots.
      return new Set(coloursAt(png, 245).slice(60, 300)).size;
    };
    expect(await shadesOf('done')).toBe(1);
    expect(await shadesOf('in-time')).toBe(1);
    expect(await shadesOf('due-soon')).toBeGreaterThan(1);
    expect(await shadesOf('overdue')).toBeGreaterThan(1);
    const svg = drawing(aSheet({ units: [] }));
    for (const count of Object.values(SHARES)) expect(svg).toContain(`>${count}</text>`);
    expect(svg).toContain('Mỗi thanh là toàn bộ nhiệm vụ của đơn vị');
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
  expect(rows).toContainEqual(COLUMNS.map(({ heading }) => heading));
  expect(rows.at(-2)).toEqual(['#1', 'Kiểm kê tài sản', 'Phòng Kinh tế', '', '', 'Xong', '- Báo cáo 12/BC']);
  expect(rows.at(-1)?.slice(1, 3)).toEqual([HOSTILE, '=HYPERLINK("http://x")']);
});

test('a state is coloured wherever its column stands', async () => {
  const columns: Column[] = [
    { kind: 'state', heading: 'Tình trạng' },
    { kind: 'task', heading: 'Nhiệm vụ' },
  ];
  const cells = ['Quá hạn', 'Kiểm kê'];
  const table = { columns, lines: [{ kind: 'row' as const, cells, tone: 'overdue' as const }] };
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load((await bytesOf('xlsx', aSheet({ table }))) as never);
  const last = workbook.worksheets[0]?.lastRow;
  expect(last?.getCell(1).font.color?.argb).toBe('FFB91C1C');
  expect(last?.getCell(2).font.color).toBeUndefined();
});

test('the document holds figures, sections and rows', async () => {
  const { value } = await mammoth.extractRawText({ buffer: await bytesOf('docx') });
  for (const words of ['Tổng số nhiệm vụ được giao: 10', 'I. KINH TẾ', HOSTILE, '- Báo cáo 12/BC', '(30%)']) {
    expect(value).toContain(words);
  }
});

describe('a paper', () => {
  const paper: PaperSheet = {
    fileName: 'bao-cao-ket-qua-quy-4-2026',
    letter: {
      issuer: ['ỦY BAN NHÂN DÂN', 'XÃ LÂM SƠN'],
      number: 'Số:          /BC-UBND',
      nation: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      motto: 'Độc lập - Tự do - Hạnh phúc',
      placeAndDate: 'Lâm Sơn, ngày … tháng … năm 2026',
      kind: 'BÁO CÁO',
      subject: 'Kết quả quý IV năm 2026',
      paragraphs: ['Hoàn thành 01/02 nhiệm vụ.'],
      recipients: { heading: 'Nơi nhận:', lines: ['- Lưu: VT.'] },
      signer: ['CHỦ TỊCH'],
    },
    appendix: {
      heading: 'PHỤ LỤC',
      title: 'KẾT QUẢ QUÝ IV NĂM 2026',
      attachedTo: '(Kèm theo Báo cáo số     /BC-UBND)',
      table: {
        columns: [
          { kind: 'order', heading: 'TT' },
          { kind: 'task', heading: 'Nhiệm vụ' },
          { kind: 'count', heading: 'Đúng hạn', group: 'Hoàn thành' },
          { kind: 'count', heading: 'Quá hạn', group: 'Hoàn thành' },
          { kind: 'evidence', heading: 'Minh chứng' },
        ],
        lines: [
          { kind: 'heading', level: 1, words: 'I. KINH TẾ' },
          {
            kind: 'row',
            cells: [
              '1',
              HOSTILE,
              1,
              0,
              [
                { text: 'Báo cáo số 12/BC-UBND', url: null },
                { text: 'https://lamson.example.vn/a?b=1&c=2', url: 'https://lamson.example.vn/a?b=1&c=2' },
              ],
            ],
          },
          { kind: 'closing', words: 'Hoàn thành 01/02' },
        ],
      },
      notes: ['Số liệu đến 23/11/2026.'],
    },
  };
  const written = async (format: 'docx' | 'xlsx', given: Partial<PaperSheet> = {}) =>
    Buffer.from((await reportWriter.writePaper(format, { ...paper, ...given })).bytes);
  const xmlOf = async (file: string) =>
    (await (await JSZip.loadAsync(await written('docx'))).file(file)?.async('string')) ?? '';

  test('is a letter and its appendix, in which links lead somewhere and cited documents are text', async () => {
    const { value } = await mammoth.convertToHtml({ buffer: await written('docx') });
    for (const words of [...(paper.letter?.issuer ?? []), 'Độc lập - Tự do', 'BÁO CÁO', 'PHỤ LỤC', '01/02']) {
      expect(value).toContain(words);
    }
    expect(value.match(/<a [^>]*>[^<]*/g)).toEqual([
      '<a href="https://lamson.example.vn/a?b=1&amp;c=2">https://lamson.example.vn/a?b=1&amp;c=2',
    ]);
  });

  test('has the form of Nghị định 30/2020: A4, margins, Times New Roman, numbers from page 2, a repeated head', async () => {
    const body = await xmlOf('word/document.xml');
    const sections = body.match(/<w:sectPr[\s\S]*?<\/w:sectPr>/g) ?? [];
    expect(sections).toHaveLength(2);
    for (const one of sections) {
      const millimetres = (name: string) =>
        Math.round(Number(new RegExp(`w:${name}="(\\d+)`).exec(one)?.[1]) / 56.7);
      expect([millimetres('w'), millimetres('h')].toSorted()).toEqual([210, 297]);
      expect(['top', 'bottom', 'left', 'right'].map(millimetres)).toEqual([20, 20, 30, 15]);
      expect(one).toContain('<w:titlePg/>');
    }
    expect(body.match(/<w:tblHeader\/>/g)).toHaveLength(2);
    expect(await xmlOf('word/styles.xml')).toContain('Times New Roman');
    const headers = await Promise.all([1, 2, 3, 4].map((at) => xmlOf(`word/header${at}.xml`)));
    expect(headers.filter((one) => one.includes('PAGE'))).toHaveLength(2);
    expect(headers.filter((one) => one.includes('w:jc w:val="center"'))).toHaveLength(2);
  });

  test('is the appendix alone where no letter goes with it', async () => {
    const { value } = await mammoth.extractRawText({ buffer: await written('docx', { letter: null }) });
    expect(value).toContain('PHỤ LỤC');
    expect(value).not.toContain('BÁO CÁO');
  });

  test('as a table has numbers that can be counted with, under headings for several columns', async () => {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load((await written('xlsx')) as never);
    const page = workbook.worksheets[0];
    const row = page?.getRow(8);
    expect([row?.getCell(2).value, row?.getCell(3).value]).toEqual([HOSTILE, 1]);
    expect(page?.getCell('C5').value).toBe('Hoàn thành');
    expect(page?.getCell('C6').value).toBe('Đúng hạn');
    expect(page?.getCell('A6').master.address).toBe('A5');
    expect(page?.pageSetup.printTitlesRow).toBe('5:6');
  });
});

test.each(['png', 'xlsx', 'docx', 'ics'] as const)('a %s is named for what it is', async (format) => {
  const { name, kind } = await reportWriter.write(format, aSheet());
  expect(name).toBe(`tien-do-2026-11-23.${format}`);
  expect(kind).toBe(format === 'png' ? 'photo' : 'file');
});
