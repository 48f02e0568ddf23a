import { describe, expect, it } from 'vitest';
import { type ReadPlan, readPlan } from '../../src/documents/plan.ts';
import { planJson } from '../../src/documents/plan-json.ts';
import { readDocument } from '../../src/documents/read-document.ts';
import { docxFile, type Grid, textFile, xlsxFile } from './files.ts';

const TABLE: Grid = [
  ['Stt', 'Nhiệm vụ', 'Sản phẩm', 'Tiến độ', 'Phân công thực hiện', 'Minh chứng'],
  ['I', 'MÔI TRƯỜNG', '', '', '', ''],
  [
    '1',
    'Dọn kênh',
    'Biên bản',
    'Trước ngày 30/11',
    'Phòng Kinh tế chủ trì; các phòng, ban phối hợp',
    'QĐ 73/QĐ-UBND',
  ],
  ['2', '- Thu gom rác', '', 'Thường xuyên', 'Tổ dân phố 3', ''],
];

async function planIn(file: Parameters<typeof readDocument>[0], year?: number) {
  return readPlan(await readDocument(file), year === undefined ? {} : { year });
}

describe('a plan', () => {
  it('has its facts, its tasks and what was not understood', async () => {
    const reading = await planIn(
      await docxFile([
        'Số: 27/KH-UBND',
        'Đồi Sim, ngày 05 tháng 12 năm 2025',
        'KẾ HOẠCH',
        'Môi trường năm 2026',
        'Các phòng gửi báo cáo về Văn phòng trước ngày 20 hằng tháng.',
        'Căn cứ Kế hoạch tháng trước ngày 01/3/2025 của tỉnh;',
        TABLE.map((row) => row.map(String)),
      ]),
    );
    expect(reading).toMatchObject({
      kind: 'plan',
      facts: {
        number: '27/KH-UBND',
        issuedOn: '2025-12-05',
        title: 'Kế hoạch Môi trường năm 2026',
        year: 2026,
      },
      tasks: [
        {
          no: '1',
          section: 'I. MÔI TRƯỜNG',
          title: 'Dọn kênh',
          deadline: {
            kind: 'date',
            lastDay: '2026-11-29',
            statedDay: '2026-11-30',
            text: 'Trước ngày 30/11',
          },
          lead: ['Phòng Kinh tế'],
          support: ['các phòng, ban'],
          assignment: 'Phòng Kinh tế chủ trì; các phòng, ban phối hợp',
          product: 'Biên bản',
          evidence: [{ kind: 'document', value: 'QĐ 73/QĐ-UBND' }],
        },
        {
          title: 'Thu gom rác',
          deadline: { kind: 'continuous' },
          lead: ['Tổ dân phố 3'],
          product: null,
          evidence: [],
        },
        { origin: 'text', title: 'Gửi báo cáo về Văn phòng', lead: ['Các phòng'] },
      ],
      unread: [],
    });
  });

  it.each<[issued: string, title: string, due: (string | null)[]]>([
    [
      '02/11/2026',
      'Phòng cháy năm 2026 và năm 2027',
      ['2026-11-30', '2027-03-31', '2026-12-31', '2027-06-15', '2026-11-20', '2027-02-10'],
    ],
    // As a title counts up what was done and what is to do, only the second is the plan's.
    [
      '20/12/2025',
      'Kết quả năm 2025, nhiệm vụ năm 2026',
      ['2026-11-30', '2026-03-31', '2026-12-31', '2027-06-15', '2026-11-20', '2026-02-10'],
    ],
  ])('issued on %s, "%s": a date without a year is the first to come', async (issued, title, due) => {
    const rows = [
      ['Rà soát', 'Trước ngày 30/11'],
      ['Tuyên truyền', 'Chậm nhất 31/3'],
      ['Tổng hợp', 'Trong tháng 12'],
      ['Báo cáo', '15/6/2027'],
      ['Hai đợt', '20/11 và 10/02'],
    ];
    const reading = await planIn(
      await docxFile([`Đồi Sim, ngày ${issued}`, 'KẾ HOẠCH', title, [['Nhiệm vụ', 'Tiến độ'], ...rows]]),
    );
    const deadlines = reading.kind === 'plan' ? reading.tasks.map(({ deadline }) => deadline) : [];
    const parts = deadlines.flatMap((one) => (one.kind === 'multiple' ? one.parts : [one]));
    expect(parts.map((one) => ('statedDay' in one ? one.statedDay : null))).toEqual(due);
  });

  it('takes the year it is told before the one it finds', async () => {
    const file = textFile(
      ['KẾ HOẠCH', 'Môi trường năm 2026', ...TABLE.map((row) => row.join('\t'))].join('\n'),
    );
    expect(await planIn(file, 2027)).toMatchObject({
      facts: { year: 2027 },
      tasks: [{ deadline: { lastDay: '2027-11-29' } }, {}],
    });
  });

  it('reads an appendix alone, in a sheet with its titles', async () => {
    const file = await xlsxFile({ 'Phụ lục': [['PHỤ LỤC'], ['VIỆC LÀM NĂM 2026'], [], ...TABLE] });
    expect(await planIn(file)).toMatchObject({
      facts: { title: 'Phụ lục việc làm năm 2026', year: 2026 },
      tasks: [{ no: '1' }, { no: '2' }],
    });
  });
});

it('keeps a date that hides in the column of units as a step of the task', async () => {
  const words = 'Phòng Kinh tế chủ trì.\nVăn phòng tổng hợp, báo cáo tỉnh trước ngày 25/11/2026.';
  const table = [...TABLE, ['3', 'Trồng cây', '', 'Trong quý IV', words, '']].map((row) => row.map(String));
  expect(await planIn(await docxFile(['Việc năm 2026', table]), 2026)).toMatchObject({
    tasks: [
      {},
      { steps: [] },
      {
        lead: ['Phòng Kinh tế'],
        support: ['Văn phòng'],
        assignment: words,
        steps: [
          {
            title: 'Tổng hợp, báo cáo tỉnh',
            lead: ['Văn phòng'],
            deadline: { kind: 'date', lastDay: '2026-11-24', text: 'trước ngày 25/11/2026' },
          },
        ],
      },
    ],
    unread: [],
  });
});

describe('what is no plan', () => {
  it('a document without tasks', async () => {
    expect(await planIn(textFile('Số: 5/GM-UBND\nMời họp'))).toMatchObject({
      kind: 'no-plan',
      why: 'no-task',
      facts: { number: '5/GM-UBND' },
    });
  });

  it('tasks of a year that nothing tells', async () => {
    const file = textFile(TABLE.map((row) => row.join('\t')).join('\n'));
    expect(await planIn(file)).toMatchObject({ kind: 'no-plan', why: 'no-year' });
  });
});

it('as JSON has one object a line: the plan, its tasks, the rest', async () => {
  const grid = [...TABLE, ['3', '', '', '30/11/2026', '', '']];
  const plan = (await planIn(
    textFile(`KẾ HOẠCH\nViệc năm 2026\n${grid.map((row) => row.join('\t')).join('\n')}`),
  )) as ReadPlan;
  const lines = planJson(plan);
  expect(lines.map((line) => 'type' in line && line.type)).toEqual(['plan', 'task', 'task', 'unread']);
  expect(lines[0]).toEqual({
    type: 'plan',
    number: null,
    date: null,
    issuer: null,
    title: 'Kế hoạch Việc năm 2026',
    year: 2026,
    signer: null,
  });
  expect(lines[1]).toMatchObject({
    no: '1',
    section: 'I. MÔI TRƯỜNG',
    title: 'Dọn kênh',
    deadline: { kind: 'date', due: '2026-11-29', due_inclusive: '2026-11-30', strict_before: true },
    source: { line: 5 },
  });
  expect(lines[3]).toEqual({ type: 'unread', text: '3 | 30/11/2026', why: 'no-title', source: { line: 7 } });
});
