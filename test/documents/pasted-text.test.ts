import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readText } from '../../src/documents/formats/read-text.ts';
import { readPlan } from '../../src/documents/plan.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);

async function rowsIn(text: string): Promise<string[][]> {
  const blocks = await readText(bytesOf(text));
  return blocks.flatMap((block) =>
    block.kind === 'table' ? block.rows.map((row) => row.cells.map((cell) => cell.text)) : [],
  );
}

describe('a table between tabs', () => {
  it('has whole rows where a cell broke its line', async () => {
    const text = [
      'STT\tNhiệm vụ\tThời hạn',
      'hoàn thành\tChủ trì',
      '1\tThăm gia đình chính sách\t21/12\tPhòng Văn hóa',
      'Ban CHQS xã',
      '2\tKhóa sổ',
      '- Đối chiếu kho bạc\t31/12\tPhòng Kinh tế',
      'Nơi nhận:',
    ].join('\n');
    expect(await rowsIn(text)).toEqual([
      ['STT', 'Nhiệm vụ', 'Thời hạn\nhoàn thành', 'Chủ trì'],
      ['1', 'Thăm gia đình chính sách', '21/12', 'Phòng Văn hóa\nBan CHQS xã'],
      ['2', 'Khóa sổ\n- Đối chiếu kho bạc', '31/12', 'Phòng Kinh tế'],
    ]);
  });

  it('rows of which the last cells are left out stay rows', async () => {
    const text = [
      'STT\tViệc\tHạn\tChủ trì',
      '1\tDọn chợ\t15/5\tTổ 3',
      '2\tDựng cổng',
      '3\tTổng kết\t5/6',
    ].join('\n');
    expect((await rowsIn(text)).map(([no]) => no)).toEqual(['STT', '1', '2', '3']);
  });

  it('its letters and signs may be written in HTML', async () => {
    const [, row] = await rowsIn(
      'Việc\tHạn\tSản phẩm\nT&ocirc;n tạo 2 &ndash; 3 b&#7871;n &amp; chợ\t5/6\t&ge; 90%',
    );
    expect(row).toEqual(['Tôn tạo 2 – 3 bến & chợ', '5/6', '≥ 90%']);
  });

  it.each(['&khong;', '&#x110000;', '&#0;', '&;', 'R&D;'])('%s is left as it is', async (text) => {
    expect((await rowsIn(`${text}\tb\tc\nd\te\tf`))[0]?.[0]).toBe(text);
  });
});

describe('a table between bars or spaces', () => {
  it('bars at the ends may be left out where its columns are named', async () => {
    const text =
      'Việc tháng 6\nSTT | Nội dung | Người làm | Hạn\n1 | Sơn vạch | Tổ 3 | 10/6\n2 | Thu phí | Tổ 5 | 25/6';
    expect(await rowsIn(text)).toEqual([
      ['STT', 'Nội dung', 'Người làm', 'Hạn'],
      ['1', 'Sơn vạch', 'Tổ 3', '10/6'],
      ['2', 'Thu phí', 'Tổ 5', '25/6'],
    ]);
    expect(await rowsIn('1. Sơn vạch | Tổ 3 | 10/6\n2. Thu phí | Tổ 5 | 25/6')).toEqual([]);
  });

  it('its columns stand below their names, and end where the lines run on', async () => {
    const text = [
      '              KẾ HOẠCH KIỂM TRA NĂM 2026',
      'STT   Nội dung kiểm tra          Thời gian      Chủ trì',
      'I     CÔNG TÁC VĂN PHÒNG VÀ TIẾP DÂN Ở XÃ',
      '1     Kiểm tra công tác văn thư  Tháng 4/2026   Văn phòng',
      '      tại các thôn                              HĐND và UBND',
      '',
      '2     Kiểm tra bếp ăn            Trước ngày     Trạm Y tế',
      '                                 15/5/2026',
      'Trên đây là Kế hoạch kiểm tra năm 2026 của xã.',
      'Nơi nhận:      Như trên',
    ].join('\n');
    expect(await rowsIn(text)).toEqual([
      ['STT', 'Nội dung kiểm tra', 'Thời gian', 'Chủ trì'],
      ['I', 'CÔNG TÁC VĂN PHÒNG VÀ TIẾP DÂN Ở XÃ', '', ''],
      ['1', 'Kiểm tra công tác văn thư tại các thôn', 'Tháng 4/2026', 'Văn phòng HĐND và UBND'],
      ['2', 'Kiểm tra bếp ăn', 'Trước ngày 15/5/2026', 'Trạm Y tế'],
    ]);
  });
});

it('marks of Markdown within a line are taken off, and products stay products', async () => {
  expect(await readText(bytesOf('Báo cáo (*lồng ghép*) diện tích 2*3*4 m'))).toMatchObject([
    { text: 'Báo cáo (lồng ghép) diện tích 2*3*4 m' },
  ]);
});

describe('any text', () => {
  const line = fc.oneof(
    fc.constantFrom(
      'STT\tNhiệm vụ\tThời hạn\tChủ trì',
      'Stt Nhiệm vụ Sản phẩm Tiến độ Chủ trì',
      'STT',
      'Nội dung công việc',
      'Thời hạn',
      'Chủ trì',
      'Trước ngày 30/11/2026',
      'Phòng Kinh tế',
      'I. NHIỆM VỤ THÁNG 12',
      '1',
      '2. Dọn chợ - VP - 5/12',
      '✅ VP: gửi báo cáo trước 5/12; họp vào 8h ngày 6/12',
      'Thời hạn: (((',
      'Nội dung: a. Hạn: 5/12',
      '- ',
      '',
      '\f',
      't ổ c h ứ c t r ê n',
      '"',
      '|a|b|c|',
    ),
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.string({
      unit: fc.constantFrom('\t', ';', ',', '"', '|', 'a', 'Đ', '1', '.', ' ', '(', '<', '&', '/'),
      maxLength: 30,
    }),
  );

  it('is read without a fault, and no line stands for more than one task of a table', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 30 }), async (lines) => {
        const document = { name: 'a.txt', blocks: await readText(bytesOf(lines.join('\n'))) };
        const plan = readPlan(document, { year: 2026 });
        if (plan.kind !== 'plan') return;
        const rows = plan.tasks.filter(({ origin }) => origin === 'table');
        expect(rows.length).toBeLessThanOrEqual(lines.join('\n').split(/[\n\r\v\f\u2028\u2029]/).length);
      }),
      { numRuns: 300 },
    );
  });

  it.each(['thực hiện ', '- VP: nộp báo cáo (a; b) trước 5/12, ', '|', 'a | ', '\u0041: '])(
    'in one line without end: %j',
    async (unit) => {
      const blocks = await readText(bytesOf(`${unit.repeat(20_000)}.`));
      expect(readPlan({ name: 'a.txt', blocks }, { year: 2026 }).kind).toBeTypeOf('string');
    },
  );

  it('of thirty pages without numbers is cut into as many rows as it has', async () => {
    const row = ['Rà soát hộ kinh doanh ở chợ', 'Trước ngày 20/5/2026', 'Phòng Kinh tế'];
    const rows = Array.from({ length: 300 }, () => row).flat();
    const blocks = await readText(bytesOf(['Nhiệm vụ', 'Thời hạn', 'Chủ trì', ...rows].join('\n')));
    expect(blocks.map((block) => (block.kind === 'table' ? block.rows.length : 0))).toEqual([301]);
  });
});
