import { describe, expect, it } from 'vitest';
import { type FlatLayout, flatText } from '../../scripts/fixtures/flat-text.ts';
import { readPlan } from '../../src/documents/plan.ts';
import { readDocument } from '../../src/documents/read-document.ts';
import { textFile } from './files.ts';
import { fixtureFiles, scoreOf, type TrueTask } from './plan-score.ts';

async function planIn(text: string) {
  const reading = readPlan(await readDocument(textFile(text)), { year: 2026 });
  return reading.kind === 'plan' ? reading : null;
}

async function rowsIn(text: string) {
  const plan = await planIn(text);
  return (plan?.tasks ?? [])
    .filter(({ origin }) => origin === 'table')
    .map(({ no, title, product, deadline, lead }) => [no, title, product, deadline.text, lead.join('; ')]);
}

const HEADER = 'Stt Nhiệm vụ Sản phẩm/ Kết quả Tiến độ Phân công thực hiện';

describe('a table of which only the words are left', () => {
  it('has a cell where a new one begins, not at every line', async () => {
    const lines = [
      HEADER,
      'I TRỒNG CÂY',
      '1',
      'Vận động nhân dân trồng cây hai bên',
      'đường liên thôn',
      '100% hộ ký',
      'cam kết',
      'Trước ngày',
      '15/02/2026',
      '- Phòng Kinh tế chủ trì.',
      '- Các thôn phối hợp thực hiện.',
      '2 Chăm sóc cây',
      'Cây sống',
      'Thường xuyên',
      'Các thôn',
    ];
    expect(await rowsIn(lines.join('\n\n'))).toEqual([
      [
        '1',
        'Vận động nhân dân trồng cây hai bên đường liên thôn',
        '100% hộ ký cam kết',
        'Trước ngày 15/02/2026',
        'Phòng Kinh tế',
      ],
      ['2', 'Chăm sóc cây', 'Cây sống', 'Thường xuyên', 'Các thôn'],
    ]);
  });

  it('goes on behind a new page where the old one ended, two cells in one line', async () => {
    const lines = [
      HEADER,
      '1',
      'Rà soát, công khai danh sách hộ được',
      'Danh sách được niêm yết tại nhà văn',
      'Trong quý II',
      'Phòng Kinh tế chủ trì thực hiện.',
      '\fhỗ trợ giống hóa thôn và trụ sở',
      '2',
      'Cấp giống',
      'Biên bản cấp giống',
      'Trong quý III',
      'Phòng Kinh tế chủ trì thực hiện.',
      'Danh sách hộ được hỗ trợ giống và nhà văn hóa thôn nêu tại phụ lục.',
    ];
    expect((await rowsIn(lines.join('\n')))[0]).toEqual([
      '1',
      'Rà soát, công khai danh sách hộ được hỗ trợ giống',
      'Danh sách được niêm yết tại nhà văn hóa thôn và trụ sở',
      'Trong quý II',
      'Phòng Kinh tế',
    ]);
  });

  it('counts its own rows: other numbers in a text begin none', async () => {
    const lines = [
      HEADER,
      '1',
      'Tập huấn tại',
      '12',
      'thôn',
      'Biên bản',
      'Trong năm',
      '2026',
      'Phòng Kinh tế',
      '2',
      'Tổng kết',
      'Báo cáo',
      '31/12/2026',
      'Phòng Kinh tế',
    ];
    expect((await rowsIn(lines.join('\n'))).map(([no]) => no)).toEqual(['1', '2']);
  });

  it('ends at the signatures, and prose without its header is none', async () => {
    const rows = ['1', 'Tổng kết', 'Báo cáo', '31/12/2026', 'Phòng Kinh tế'];
    const text = [HEADER, ...rows, 'Nơi nhận:', '- Các thôn;', '2', 'Lưu: VT'].join('\n');
    expect(await rowsIn(text)).toHaveLength(1);
    expect(await planIn(rows.join('\n'))).toBeNull();
  });

  it.each([
    'STT NỘI DUNG CÔNG VIỆC KẾT QUẢ THỜI GIAN ĐƠN VỊ THỰC HIỆN',
    'Số TT\nNội dung\ncông việc\nSản phẩm\nThời gian\nhoàn thành\nĐơn vị thực hiện',
  ])('names its columns in one line or several: %j', async (header) => {
    const text = [header, '1', 'Tổng kết', 'Báo cáo', '31/12/2026', 'Phòng Kinh tế'].join('\n');
    expect(await rowsIn(text)).toEqual([['1', 'Tổng kết', 'Báo cáo', '31/12/2026', 'Phòng Kinh tế']]);
  });

  it('has rows above the first number, and rows whose numbers do not count on', async () => {
    const lines = [
      HEADER,
      'Lập danh mục đường hẻm cần',
      'nâng cấp',
      'Danh mục',
      'Trước 15/4/2026',
      'Phòng Kinh tế',
      '2',
      'Cắm mốc chỉ giới',
      'Hồ sơ mốc',
      'Tháng 5/2026',
      'Công an xã',
      '12',
      '9. Giải quyết đơn kiến nghị',
      'Văn bản trả lời',
      'Hằng tháng',
      'Văn phòng HĐND và UBND',
    ];
    expect((await rowsIn(lines.join('\n'))).map(([no, title, , when]) => [no, title, when])).toEqual([
      ['', 'Lập danh mục đường hẻm cần nâng cấp', 'Trước 15/4/2026'],
      ['2', 'Cắm mốc chỉ giới', 'Tháng 5/2026'],
      ['9', 'Giải quyết đơn kiến nghị', 'Hằng tháng'],
    ]);
  });

  it('a row that nobody can place is shown to a person, and not given to its neighbour', async () => {
    const lines = [
      HEADER,
      'Đơn vị tính: hộ',
      '1',
      'Lập danh sách hộ nuôi cá',
      'Danh sách',
      'Trước 15/3/2026',
      'Phòng Kinh tế',
      'Kiểm tra nguồn nước',
      'Phiếu kiểm nghiệm',
      'Trạm Y tế',
      '3',
      'Hướng dẫn di dời lồng bè',
      'Thông báo',
      'Tháng 7/2026',
      'Ban CHQS xã',
    ];
    const plan = await planIn(lines.join('\n'));
    expect(plan?.tasks.map(({ no, lead }) => [no, lead])).toEqual([
      ['1', ['Phòng Kinh tế']],
      ['3', ['Ban CHQS xã']],
    ]);
    expect(plan?.unread).toEqual([
      { text: 'Đơn vị tính: hộ', why: 'not-a-task', source: { line: 2 } },
      { text: 'Kiểm tra nguồn nước Phiếu kiểm nghiệm Trạm Y tế', why: 'not-a-task', source: { line: 8 } },
    ]);
  });

  it('needs no numbers where its deadlines tell the rows apart', async () => {
    const lines = [
      'Nhiệm vụ',
      'Thời gian hoàn thành',
      'Cơ quan chủ trì',
      'VĂN HÓA',
      'Bảo trì hệ thống loa truyền thanh',
      'các ấp',
      'Trước ngày 20/5/2026',
      'Phòng Văn hóa - Xã hội',
      'THỂ THAO CƠ SỞ',
      'Tổ chức giải bóng chuyền',
      'Tháng 8/2026',
      'Đoàn Thanh niên xã',
      'Xét gia đình văn hóa',
      'Định kỳ hằng quý',
      'Ban Vận động các ấp',
    ];
    const plan = await planIn(lines.join('\n'));
    expect(
      plan?.tasks.map(({ section, title, deadline, lead, source }) => [
        section,
        title,
        deadline.text,
        lead.join('; '),
        source.line,
      ]),
    ).toEqual([
      [
        'VĂN HÓA',
        'Bảo trì hệ thống loa truyền thanh các ấp',
        'Trước ngày 20/5/2026',
        'Phòng Văn hóa - Xã hội',
        5,
      ],
      ['THỂ THAO CƠ SỞ', 'Tổ chức giải bóng chuyền', 'Tháng 8/2026', 'Đoàn Thanh niên xã', 10],
      ['THỂ THAO CƠ SỞ', 'Xét gia đình văn hóa', 'Định kỳ hằng quý', 'Ban Vận động các ấp', 13],
    ]);
  });

  it('prose below names of columns is no table', async () => {
    const lines = ['Nội dung', 'Thời gian', 'Chủ trì', 'Sáng nay UBND xã họp giao ban.', 'Các phòng dự đủ.'];
    expect(await planIn(lines.join('\n'))).toBeNull();
  });

  it.each([
    ['a title that names columns too', 'NHIỆM VỤ VÀ PHÂN CÔNG THỰC HIỆN\nSTT\nNhiệm vụ\nThời hạn\nChủ trì'],
    ['a name broken over lines', 'STT\nNội dung nhiệm vụ\nThời hạn\nhoàn thành\nĐơn vị chủ\ntrì'],
  ])('its header: %s', async (_, header) => {
    const text = [
      header,
      '1',
      'Dựng cổng chào',
      'Trước 30/4',
      'Công an xã',
      '2',
      'Dọn chợ',
      '15/5',
      'Tổ 3',
    ].join('\n');
    const plan = await planIn(text);
    expect(plan?.tasks.map(({ title, deadline, lead }) => [title, deadline.text, ...lead])).toEqual([
      ['Dựng cổng chào', 'Trước 30/4', 'Công an xã'],
      ['Dọn chợ', '15/5', 'Tổ 3'],
    ]);
  });

  it('survives rows without end and lines without end', async () => {
    const endless = [
      HEADER,
      '1',
      ...Array(400).fill('Tổ chức thực hiện'),
      `\f${'a '.repeat(20_000)}`,
      '31/12',
    ];
    const [row] = await rowsIn(endless.join('\n'));
    expect(row?.[0]).toBe('1');
  });
});

describe('the plans of other files, their columns taken away', () => {
  type Part = 'title' | 'deadline' | 'lead' | 'product';
  const NAMES = { title: 'Nhiệm vụ', deadline: 'Thời hạn', lead: 'Đơn vị thực hiện', product: 'Sản phẩm' };
  const ORDERS: [Part, number][][] = [
    [
      ['title', 32],
      ['product', 26],
      ['deadline', 14],
      ['lead', 30],
    ],
    [
      ['title', 40],
      ['lead', 24],
      ['deadline', 16],
      ['product', 30],
    ],
  ];
  const pdfs = fixtureFiles().filter(({ name }) => name.endsWith('.pdf'));
  const cases = pdfs.flatMap((file) =>
    ORDERS.flatMap((order) => [0, 18].map((pageLength) => ({ file, order, pageLength }))),
  );

  it.each(cases)('$file.name, pages of $pageLength lines, $order', async ({ file, order, pageLength }) => {
    const { tasks } = file.truth as { tasks: (TrueTask & { product: string })[] };
    // One list, because a text of titles alone would not tell where headings end.
    const own = tasks.map((task, i) => ({ ...task, no: String(i + 1), section: '' }));
    const layout: FlatLayout = {
      columns: order.map(([, width]) => ({ width })),
      pageLength,
      pageMark: '\f',
      pageNumbers: true,
      lineBreak: '\n\n',
    };
    const rows = own.map((task) => ({
      number: task.no,
      cells: order.map(([part]) => (part === 'lead' ? task.lead.join('; ') : (task[part] ?? ''))),
    }));
    const text = `Stt ${order.map(([part]) => NAMES[part]).join(' ')}\n${flatText(rows, layout)}`;
    const plan = await planIn(text);
    const score = plan && scoreOf({ tasks: own.map(({ reads: _, ...task }) => task) }, plan);
    expect(score?.recall, score?.faults.join('\n')).toBeGreaterThanOrEqual(0.85);
    expect(score?.precision, score?.faults.join('\n')).toBeGreaterThanOrEqual(0.85);
  });
});
