import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../src/documents/read-document.ts';
import { rowsOfPlan } from '../../src/documents/rows/rows.ts';
import { docxFile, type Grid, textFile, tsvFile, xlsxFile } from './files.ts';

const HEADER = ['Stt', 'Nhiệm vụ', 'Tiến độ', 'Chủ trì', 'Phối hợp', 'Kết quả'];

const PLAN: Grid = [
  HEADER,
  ['A', 'CÔNG TÁC NỘI VỤ', '', '', '', ''],
  ['I', 'Thi đua', '', '', '', ''],
  ['1', 'Phát động thi đua', '15/3/2026', 'Văn phòng', '', 'Kế hoạch'],
  ['2', 'Bình xét khen thưởng', '', '', '', ''],
  ['2.1', 'Tập thể', 'Trước ngày 10/12/2026', 'Văn phòng', 'Phòng VHXH', 'Tờ trình'],
  ['2.2', 'Cá nhân', 'Trước ngày 15/12/2026', 'Văn phòng', '', 'Tờ trình'],
  ['3', 'Trao thưởng', '30/12/2026', 'Văn phòng', '', ''],
  ['II', 'Lưu trữ', '', '', '', ''],
  ['1', 'Nộp hồ sơ', 'Thường xuyên', 'Các phòng', '', ''],
];

const TASKS = [
  ['A. CÔNG TÁC NỘI VỤ > I. Thi đua', '1', 'Phát động thi đua', '15/3/2026'],
  ['A. CÔNG TÁC NỘI VỤ > I. Thi đua > 2. Bình xét khen thưởng', '2.1', 'Tập thể', 'Trước ngày 10/12/2026'],
  ['A. CÔNG TÁC NỘI VỤ > I. Thi đua > 2. Bình xét khen thưởng', '2.2', 'Cá nhân', 'Trước ngày 15/12/2026'],
  ['A. CÔNG TÁC NỘI VỤ > I. Thi đua', '3', 'Trao thưởng', '30/12/2026'],
  ['A. CÔNG TÁC NỘI VỤ > II. Lưu trữ', '1', 'Nộp hồ sơ', 'Thường xuyên'],
];

async function tasksIn(file: Parameters<typeof readDocument>[0]) {
  const { tasks } = rowsOfPlan(await readDocument(file));
  return tasks.map((task) => [task.section, task.no, task.title, task.fields.deadline]);
}

describe('the same table in every format', () => {
  it('Word', async () => {
    const file = await docxFile(['KẾ HOẠCH', PLAN.map((row) => row.map(String))]);
    expect(await tasksIn(file)).toEqual(TASKS);
  });

  it('Excel, below titles and with a footer', async () => {
    const grid = [
      ['PHỤ LỤC'],
      ['Nhiệm vụ năm 2026'],
      [],
      ...PLAN,
      [],
      ['', 'NGƯỜI LẬP', '', 'CHỦ TỊCH'],
      ['', 'Lê Văn Tám'],
    ];
    expect(await tasksIn(await xlsxFile({ 'Phụ lục': grid }))).toEqual(TASKS);
  });

  it('text between tabs, the header repeated on each page', async () => {
    const pages = [PLAN.slice(0, 5), [], [HEADER], PLAN.slice(5)].flat();
    expect(await tasksIn(tsvFile(pages))).toEqual(TASKS);
  });

  it('.csv with semicolons, and quotes that hold semicolons, quotes and line breaks', async () => {
    const grid = [...PLAN, ['2', 'Họp; bàn\n- về "nếp sống"', '15/12', 'VP', '', '']];
    const csv = grid
      .map((row) => row.map((cell) => `"${String(cell).replaceAll('"', '""')}"`).join(';'))
      .join('\r\n');
    const added = ['A. CÔNG TÁC NỘI VỤ > II. Lưu trữ', '2', 'Họp; bàn\n- về "nếp sống"', '15/12'];
    expect(await tasksIn(textFile(csv))).toEqual([...TASKS, added]);
  });

  it('Markdown', async () => {
    const lines = PLAN.map((row) => `| ${row.join(' | ')} |`);
    lines.splice(1, 0, '|---|:--|---|---|---|---|');
    expect(await tasksIn(textFile(lines.join('\n')))).toEqual(TASKS);
  });
});

it('reads back any table of tasks, in any format', async () => {
  const words = fc
    .array(fc.constantFrom('rà soát', 'hồ sơ', 'kiểm tra', 'Đề án', 'năm 2026', '100%', 'số 12/QĐ-UBND'), {
      minLength: 2,
      maxLength: 5,
    })
    .map((list) => `Việc ${list.join(' ')}`);
  const task = fc.record({
    title: words,
    deadline: fc.constantFrom('', '30/11/2026', 'Thường xuyên'),
    lead: words,
  });
  const column = fc.shuffledSubarray(['title', 'deadline', 'lead'] as const, { minLength: 3 });
  await fc.assert(
    fc.asyncProperty(fc.array(task, { minLength: 1, maxLength: 8 }), column, async (tasks, order) => {
      const names = { title: 'Nội dung công việc', deadline: 'Thời hạn hoàn thành', lead: 'Cơ quan chủ trì' };
      const grid = [
        ['TT', ...order.map((name) => names[name])],
        ...tasks.map((one, i) => [String(i + 1), ...order.map((name) => one[name])]),
      ];
      const files = [await docxFile([grid]), await xlsxFile({ Sheet1: grid }), tsvFile(grid)];
      for (const file of files) {
        const rows = rowsOfPlan(await readDocument(file)).tasks;
        expect(
          rows.map(({ title, fields }) => ({ title, deadline: fields.deadline, lead: fields.lead })),
        ).toEqual(tasks);
        expect(rows.map(({ no }) => no)).toEqual(tasks.map((_, i) => String(i + 1)));
      }
    }),
    { numRuns: 15 },
  );
});

describe('the header is found by what it says', () => {
  it.each([
    ['Số TT | Nhiệm vụ cụ thể | Tiến độ | Cơ quan chủ trì | Cơ quan phối hợp | Kết quả/sản phẩm'],
    ['TT | Nội dung | Thời gian thực hiện | Đơn vị chủ trì | Đơn vị phối hợp | Sản phẩm'],
    ['STT | Tên nhiệm vụ, công việc | Thời hạn | Chủ trì thực hiện | Phối hợp thực hiện | Sản phẩm, kết quả'],
    ['Số thứ tự | NHIỆM VỤ/GIẢI PHÁP | THỜI GIAN HOÀN THÀNH | CHỦ TRÌ | PHỐI HỢP | KẾT QUẢ ĐẠT ĐƯỢC'],
  ])('%s', async (names) => {
    const [row] = rowsOfPlan(
      await readDocument(tsvFile([names.split(' | '), ['1', 'Họp dân', '15/12', 'VP', 'VHXH', 'Biên bản']])),
    ).tasks;
    expect(row).toMatchObject({
      no: '1',
      title: 'Họp dân',
      fields: { deadline: '15/12', lead: 'VP', support: 'VHXH', product: 'Biên bản' },
    });
  });

  it('over two rows, the units below "Đơn vị thực hiện"', async () => {
    const down = (text: string) => ({ text, rows: 2 });
    const file = await docxFile([
      [
        [down('Stt'), down('Nhiệm vụ'), { text: 'Đơn vị thực hiện', columns: 2 }, down('Thời hạn')],
        ['Chủ trì', 'Phối hợp'],
        ['1', 'Họp dân', 'VP', 'VHXH', '15/12'],
      ],
    ]);
    const [row] = rowsOfPlan(await readDocument(file)).tasks;
    expect(row?.fields).toMatchObject({ lead: 'VP', support: 'VHXH', deadline: '15/12', assignment: '' });
  });

  it('and the numbering of columns below it is no task', async () => {
    const grid = [
      HEADER,
      ['(1)', '(2)', '(3)', '(4)', '(5)', '(6)'],
      ['1', 'Họp dân', '15/12', 'VP', '', ''],
    ];
    expect(await tasksIn(tsvFile(grid))).toEqual([['', '1', 'Họp dân', '15/12']]);
  });

  it('a form of figures is no plan', async () => {
    const form = [
      ['STT', 'Nội dung', 'Đơn vị tính', 'Số liệu', 'Ghi chú'],
      ['1', 'Số hồ sơ', 'Hồ sơ', '12', ''],
    ];
    expect(await tasksIn(tsvFile(form))).toEqual([]);
  });

  it('a staff list is no plan', async () => {
    const list = [
      ['Stt', 'Họ và tên', 'Chức vụ', 'Đơn vị'],
      ['1', 'Lê Văn Tám', 'Công chức', 'VP'],
    ];
    expect(await tasksIn(tsvFile(list))).toEqual([]);
  });
});

describe('merged cells', () => {
  it('a deadline over several tasks is the deadline of each', async () => {
    const file = await docxFile([
      [
        HEADER,
        ['1', 'Họp dân', { text: 'Quý IV', rows: 3 }, { text: 'VP', columns: 2, rows: 2 }, ''],
        ['2', 'Lấy phiếu', ''],
        ['3', 'Kiểm phiếu', 'VHXH', 'Công an', ''],
      ],
    ]);
    const { tasks } = rowsOfPlan(await readDocument(file));
    expect(tasks.map(({ title, fields }) => [title, fields.deadline, fields.lead, fields.support])).toEqual([
      ['Họp dân', 'Quý IV', 'VP', ''],
      ['Lấy phiếu', 'Quý IV', 'VP', ''],
      ['Kiểm phiếu', 'Quý IV', 'VHXH', 'Công an'],
    ]);
  });

  it('a title over several rows is one task with all its units', async () => {
    const down = (text: string) => ({ text, rows: 2 });
    const file = await docxFile([
      [
        HEADER,
        [down('1'), down('Họp dân'), down('Quý IV'), 'VP', 'Công an', 'Biên bản'],
        ['VHXH', '', 'Ảnh'],
      ],
    ]);
    const { tasks } = rowsOfPlan(await readDocument(file));
    expect(tasks).toHaveLength(1);
    expect(tasks[0]?.fields).toMatchObject({
      deadline: 'Quý IV',
      lead: 'VP\nVHXH',
      support: 'Công an',
      product: 'Biên bản\nẢnh',
    });
  });

  it('the same in Excel', async () => {
    const grid = [HEADER, ['1', 'Họp dân', 'Quý IV', 'VP', '', ''], ['', '', '', 'VHXH', '', '']];
    const file = await xlsxFile({ A: grid }, (workbook) => {
      for (const range of ['A2:A3', 'B2:B3', 'C2:C3']) workbook.getWorksheet('A')?.mergeCells(range);
    });
    const { tasks } = rowsOfPlan(await readDocument(file));
    expect(tasks.map((task) => [task.title, task.fields.deadline, task.fields.lead])).toEqual([
      ['Họp dân', 'Quý IV', 'VP\nVHXH'],
    ]);
  });

  it('a heading across the whole table opens a section', async () => {
    const file = await docxFile([
      [
        HEADER,
        [{ text: 'II. Lĩnh vực đất đai', columns: 6 }],
        ['1', 'Đo đạc', 'Quý IV', 'VP', '', ''],
        [{ text: 'Việc phát sinh', columns: 6 }],
        ['1', 'Cắm mốc', 'Quý IV', 'VP', '', ''],
      ],
    ]);
    expect(await tasksIn(file)).toEqual([
      ['II. Lĩnh vực đất đai', '1', 'Đo đạc', 'Quý IV'],
      ['II. Lĩnh vực đất đai > Việc phát sinh', '1', 'Cắm mốc', 'Quý IV'],
    ]);
  });
});

describe('several lists in one document', () => {
  it('a second appendix begins without the headings of the first', async () => {
    const second = [HEADER, ['1', 'Họp dân', '15/12', 'VP', '', '']];
    const file = await docxFile(['PHỤ LỤC I', PLAN.map((row) => row.map(String)), 'PHỤ LỤC II', second]);
    expect(await tasksIn(file)).toEqual([...TASKS, ['', '1', 'Họp dân', '15/12']]);
  });

  it('so does another sheet', async () => {
    const second = [HEADER, ['', 'Họp dân', '', 'VP', '', '']];
    expect(await tasksIn(await xlsxFile({ 'Quý I': PLAN, 'Quý II': second }))).toEqual([
      ...TASKS,
      ['', '', 'Họp dân', ''],
    ]);
  });

  it('a table without a header goes on with the one before, a signature does not', async () => {
    const file = await docxFile([
      PLAN.map((row) => row.map(String)),
      [['2', 'Họp dân', '15/12', 'VP', '', '']],
      [['Nơi nhận: VT', 'Lê Văn Tám']],
    ]);
    expect(await tasksIn(file)).toEqual([
      ...TASKS,
      ['A. CÔNG TÁC NỘI VỤ > II. Lưu trữ', '2', 'Họp dân', '15/12'],
    ]);
    expect(rowsOfPlan(await readDocument(file)).unread).toEqual([]);
  });

  it('a table with other columns is another list', async () => {
    const second = [
      ['TT', 'Nội dung', 'Thời hạn', 'Đơn vị thực hiện'],
      ['1', 'Họp dân', '15/12', 'VP'],
    ];
    const file = await docxFile([PLAN.map((row) => row.map(String)), second]);
    expect(await tasksIn(file)).toEqual([...TASKS, ['', '1', 'Họp dân', '15/12']]);
  });

  it('a task that is worded like a header is a task', async () => {
    const grid = [HEADER, ['1', 'Nội dung họp dân', 'Thời gian: quý IV', 'VP', '', '']];
    expect(await tasksIn(tsvFile(grid))).toEqual([['', '1', 'Nội dung họp dân', 'Thời gian: quý IV']]);
  });
});

it('a heading that begins with "Công tác" is no total ("Cộng …")', async () => {
  const grid = [
    HEADER,
    ['', 'CÔNG TÁC DÂN VẬN', '', '', '', ''],
    ['1', 'Họp dân', '15/12', 'VP', '', ''],
    ['', 'Cộng: 1', '', '', '', ''],
  ];
  expect(await tasksIn(tsvFile(grid))).toEqual([['CÔNG TÁC DÂN VẬN', '1', 'Họp dân', '15/12']]);
});

describe('tables that a page break or a converter has cut', () => {
  it('a row that goes on after the repeated header', async () => {
    const grid = [
      HEADER,
      ['1', 'Rà soát hồ sơ của', 'Quý IV', 'VP', '', 'Danh sách đã'],
      HEADER,
      ['', 'các tổ dân phố', '', '', '', 'đối chiếu'],
      ['2', 'Họp dân', '15/12', 'VP', '', ''],
    ];
    const { tasks } = rowsOfPlan(await readDocument(tsvFile(grid)));
    expect(tasks.map((task) => [task.title, task.fields.product])).toEqual([
      ['Rà soát hồ sơ của các tổ dân phố', 'Danh sách đã đối chiếu'],
      ['Họp dân', ''],
    ]);
  });

  it('an unnumbered row with a deadline of its own is a task, after a repeated header too', async () => {
    const grid = [
      HEADER,
      ['1', 'Họp dân', '15/12', 'VP', '', ''],
      HEADER,
      ['', 'Lấy phiếu', '20/12', 'VP', '', ''],
    ];
    expect(await tasksIn(tsvFile(grid))).toEqual([
      ['', '1', 'Họp dân', '15/12'],
      ['', '', 'Lấy phiếu', '20/12'],
    ]);
  });

  it('a second column of numbers that only the header has', async () => {
    const grid = [
      ['Số TT', '', 'Nhiệm vụ', 'Tiến độ', 'Kết quả'],
      ['1', '1.1', 'Đo đạc', 'Quý IV', 'Bản đồ'],
      ['1.2', 'Cắm mốc', 'Quý III', 'Biên bản'],
    ];
    expect(await tasksIn(tsvFile(grid))).toEqual([
      ['', '1.1', 'Đo đạc', 'Quý IV'],
      ['', '1.2', 'Cắm mốc', 'Quý III'],
    ]);
  });

  it('a second column of numbers that the header does not have', async () => {
    const grid = [
      ['Số TT', 'Nhiệm vụ', 'Tiến độ', 'Kết quả'],
      ['', 'I', 'Đất đai', '', ''],
      ['17', '1', 'Đo đạc', 'Quý IV', 'Bản đồ'],
      ['', '2', 'Cắm mốc', 'Quý III', 'Biên bản'],
    ];
    expect(await tasksIn(tsvFile(grid))).toEqual([
      ['I. Đất đai', '1', 'Đo đạc', 'Quý IV'],
      ['I. Đất đai', '2', 'Cắm mốc', 'Quý III'],
    ]);
  });

  it('tags of HTML become lines, lists and links', async () => {
    const grid = [
      ['Stt', 'Nhiệm vụ', 'Tiến độ', 'Tài liệu minh chứng'],
      [
        '<b>1</b>',
        '<p>Đo đạc:</p> <ul> <li>- đất ở</li> <li>đất vườn</li> </ul>',
        '<p>Quý IV</p>',
        '<u><a href="https://lamkieu.example/1">Xem &amp; tải</a></u>',
      ],
    ];
    const [task] = rowsOfPlan(await readDocument(tsvFile(grid))).tasks;
    expect(task).toMatchObject({
      no: '1',
      title: 'Đo đạc:\n- đất ở\n- đất vườn',
      fields: { deadline: 'Quý IV', evidence: 'Xem & tải' },
      evidenceLinks: [{ text: 'Xem & tải', url: 'https://lamkieu.example/1' }],
    });
  });

  it('prose with a tab and a quote is not taken for a table', async () => {
    const document = await readDocument(textFile('\tMột dòng "lạ\n1\tHọp\t15/12\nhết'));
    expect(document.blocks.map((block) => block.kind)).toEqual(['paragraph', 'table', 'paragraph']);
  });
});

describe('what is not understood is handed over', () => {
  it('a number and a date without words', async () => {
    const { unread } = rowsOfPlan(await readDocument(tsvFile([HEADER, ['1', '', '30/11', 'VP', '', '']])));
    expect(unread).toEqual([{ text: '1 | 30/11 | VP', why: 'no-title', source: { line: 2 } }]);
  });

  it('a total is neither a task nor a question', async () => {
    const grid = [
      HEADER,
      ['1', 'Họp dân', '15/12', 'VP', '', ''],
      ['', 'Tổng cộng: 01 nhiệm vụ', '', '', '', ''],
    ];
    const { tasks, unread } = rowsOfPlan(await readDocument(tsvFile(grid)));
    expect([tasks.length, unread.length]).toEqual([1, 0]);
  });

  it('a numbered row with nothing but a title is a task that nobody dated', async () => {
    const grid = [HEADER, ['1', 'Họp dân', '15/12', 'VP', '', ''], ['2', 'Lấy phiếu', '', '', '', '']];
    expect(await tasksIn(tsvFile(grid))).toContainEqual(['', '2', 'Lấy phiếu', '']);
  });
});

it('says where a task stands', async () => {
  const sources = async (file: Parameters<typeof readDocument>[0]) =>
    rowsOfPlan(await readDocument(file)).tasks.map((task) => task.source);
  const grid = [HEADER, ['1', 'Họp dân', '15/12', 'VP', '', '']];
  expect(await sources(await docxFile(['KẾ HOẠCH', [['a', 'b']], grid]))).toEqual([{ table: 2, row: 2 }]);
  expect(await sources(await xlsxFile({ 'Năm 2026': [['Phụ lục'], [], ...grid] }))).toEqual([
    { sheet: 'Năm 2026', row: 4 },
  ]);
  expect(await sources(textFile(`KẾ HOẠCH\n\n${grid.map((row) => row.join('\t')).join('\n')}`))).toEqual([
    { line: 4 },
  ]);
});
