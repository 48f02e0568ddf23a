import { describe, expect, it } from 'vitest';
import { type ReadPlan, readPlan } from '../../src/documents/plan.ts';
import { readDocument } from '../../src/documents/read-document.ts';
import { docxFile, type Grid, type WordCell, xlsxFile } from './files.ts';

type Table = readonly (readonly WordCell[])[];

const down = (text: string, rows: number): WordCell => ({ text, rows });
const across = (text: string, columns: number): WordCell => ({ text, columns });
const months = (...marked: number[]): string[] =>
  Array.from({ length: 12 }, (_, i) => (marked.includes(i + 1) ? 'x' : ''));

async function planOf(...parts: (string | Table)[]): Promise<ReadPlan> {
  const reading = readPlan(await readDocument(await docxFile(parts)), { year: 2026 });
  if (reading.kind !== 'plan') throw new Error(reading.why);
  return reading;
}

const whenIn = ({ tasks }: ReadPlan) => tasks.map(({ title, deadline }) => [title, deadline.text]);
const whoIn = ({ tasks }: ReadPlan) => tasks.map(({ title, lead, support }) => [title, lead, support]);

it('words below a name of their own are no title that slipped to the left', async () => {
  const plan = await planOf([
    ['TT', 'Lĩnh vực', 'Nhiệm vụ', 'Thời hạn', 'Chủ trì'],
    ['1', 'Y tế', 'Tiêm chủng mở rộng', '30/6/2026', 'Phòng VHXH'],
    ['2', 'Môi trường', 'Ra quân vệ sinh', 'Hằng tháng', 'Phòng Kinh tế'],
  ]);
  expect(whenIn(plan)).toEqual([
    ['Tiêm chủng mở rộng', '30/6/2026'],
    ['Ra quân vệ sinh', 'Hằng tháng'],
  ]);
});

describe('when, from several columns', () => {
  it('a begin and an end make a period; an end that says "trước" stands alone', async () => {
    const plan = await planOf([
      [down('TT', 2), down('Nội dung', 2), across('Thời gian', 2), down('Chủ trì', 2)],
      ['Bắt đầu', 'Kết thúc'],
      ['1', 'Đo đạc', '02/3/2026', '20/3/2026', 'Phòng Kinh tế'],
      ['2', 'Niêm yết', '01/4/2026', 'Trước 15/4/2026', 'Phòng Kinh tế'],
      ['3', 'Lưu hồ sơ', 'Thường xuyên', '', 'Phòng Kinh tế'],
      ['4', 'Bàn giao', '', '30/6/2026', 'Phòng Kinh tế'],
    ]);
    expect(whenIn(plan)).toEqual([
      ['Đo đạc', 'Từ 02/3/2026 đến 20/3/2026'],
      ['Niêm yết', 'Trước 15/4/2026'],
      ['Lưu hồ sơ', 'Thường xuyên'],
      ['Bàn giao', '30/6/2026'],
    ]);
  });

  it('crosses below months, alone, in a row, apart and all over the year', async () => {
    const plan = await planOf([
      [down('TT', 2), down('Công việc', 2), down('Phụ trách', 2), across('Tháng', 12)],
      months().map((_, i) => String(i + 1)),
      ['1', 'In sổ', 'Văn thư', ...months(2)],
      ['2', 'Tự kiểm tra', 'Các phòng', ...months(3, 9)],
      ['3', 'Kiểm tra chéo', 'Các phòng', ...months(4, 5, 6)],
      ['4', 'Họp giao ban', 'Văn thư', ...months(...Array.from({ length: 12 }, (_, i) => i + 1))],
      ['5', 'Việc chưa xếp lịch', 'Văn thư', ...months()],
    ]);
    expect(whenIn(plan)).toEqual([
      ['In sổ', 'Tháng 2'],
      ['Tự kiểm tra', 'Tháng 3, tháng 9'],
      ['Kiểm tra chéo', 'Từ tháng 4 đến tháng 6'],
      ['Họp giao ban', 'Hằng tháng'],
      ['Việc chưa xếp lịch', ''],
    ]);
  });

  it('words in a cell below a quarter or a month say more than a cross', async () => {
    const plan = await planOf([
      [down('TT', 3), down('Hoạt động', 3), down('Đầu mối', 3), across('Tiến độ năm 2027', 4)],
      [across('6 tháng đầu năm', 2), across('6 tháng cuối năm', 2)],
      ['Quý I', 'Quý II', 'Quý III', 'Quý IV'],
      ['1', 'Thiết kế', 'Phòng Kinh tế', 'x', '', '', ''],
      ['2', 'Lễ hội', 'Phòng Kinh tế', '', 'Tuần 3 tháng 5', '', ''],
      ['3', 'Tổng kết', 'Phòng Kinh tế', '', '', '', '15/12'],
    ]);
    expect(whenIn(plan)).toEqual([
      ['Thiết kế', 'Quý I/2027'],
      ['Lễ hội', 'Tuần 3 tháng 5'],
      ['Tổng kết', '15/12'],
    ]);
  });

  it('a colour is a bar, but not in a row that is coloured whole', async () => {
    const grid: Grid = [
      ['STT', 'Hạng mục', 'Đơn vị phụ trách', 'Tháng 1', 'Tháng 2', 'Tháng 3'],
      [1, 'Khảo sát tuyến đường', 'Phòng Kinh tế'],
      [2, 'Lát lại vỉa hè', 'Phòng Kinh tế'],
    ];
    const file = await xlsxFile({ 'Tiến độ': grid }, (book) => {
      const sheet = book.getWorksheet('Tiến độ');
      for (const cell of ['E2', 'F2', 'A3', 'B3', 'C3', 'D3', 'E3', 'F3'])
        if (sheet)
          sheet.getCell(cell).fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFC000' } };
    });
    const plan = readPlan(await readDocument(file), { year: 2026 });
    expect(plan.kind === 'plan' && whenIn(plan)).toEqual([
      ['Khảo sát tuyến đường', 'Từ tháng 2 đến tháng 3'],
      ['Lát lại vỉa hè', ''],
    ]);
  });

  it('a form of figures by month is no plan', async () => {
    const reading = readPlan(
      await readDocument(
        await docxFile([
          [
            ['TT', 'Nội dung chi', 'Tháng 1', 'Tháng 2'],
            ['1', 'Văn phòng phẩm', '1,5', '2'],
          ],
        ]),
      ),
    );
    expect(reading).toMatchObject({ kind: 'no-plan', why: 'no-task' });
  });

  it('a column that says how far the work is beside the one that says when', async () => {
    const plan = await planOf([
      ['TT', 'Nhiệm vụ', 'Thời hạn', 'Tiến độ', 'Chủ trì'],
      ['1', 'Nạo vét mương', '30/5/2026', 'Đang thực hiện', 'Phòng Kinh tế'],
    ]);
    expect(whenIn(plan)).toEqual([['Nạo vét mương', '30/5/2026']]);
  });

  it('without a column of deadlines: what the other columns and the title set', async () => {
    const plan = await planOf([
      ['TT', 'Nội dung', 'Người thực hiện', 'Ghi chú'],
      ['1', 'Lập danh sách', 'Giao Trạm Y tế chủ trì, hoàn thành trước ngày 20/5/2026', ''],
      ['2', 'Trình đề án trước ngày 15/6/2026', 'Phòng Kinh tế', ''],
      ['3', 'Kiểm kê', 'Y sĩ Tạ Thị Bông, ngày 05 hằng tháng', ''],
      ['4', 'Trực ban', 'Ông Lò Văn Ngọ', 'Khi có công điện'],
    ]);
    expect(plan.tasks.map(({ deadline, lead }) => [deadline.text, lead])).toEqual([
      ['hoàn thành trước ngày 20/5/2026', ['Trạm Y tế']],
      ['trước ngày 15/6/2026', ['Phòng Kinh tế']],
      ['ngày 05 hằng tháng', ['Y sĩ Tạ Thị Bông']],
      ['Khi có công điện', ['Ông Lò Văn Ngọ']],
    ]);
  });
});

describe('who, from several columns', () => {
  it('a mark below a unit, as many as take part', async () => {
    const plan = await planOf([
      [down('TT', 2), down('Nhiệm vụ', 2), down('Thời gian', 2), across('Đơn vị thực hiện', 3)],
      ['Phòng Kinh tế', 'Công an xã', 'Các thôn'],
      ['1', 'Thu thập hồ sơ', '30/4/2026', 'x', '', 'x'],
      ['2', 'Xác minh nhân khẩu', '30/5/2026', 'PH', 'CT', ''],
    ]);
    expect(whoIn(plan)).toEqual([
      ['Thu thập hồ sơ', ['Phòng Kinh tế', 'Các thôn'], []],
      ['Xác minh nhân khẩu', ['Công an xã'], ['Phòng Kinh tế']],
    ]);
  });

  it('people beside helpers; whoever only watches is nobody of both', async () => {
    const plan = await planOf([
      ['Đầu việc', 'Người chịu trách nhiệm', 'Đơn vị cùng thực hiện', 'Hạn hoàn thành', 'Lãnh đạo phụ trách'],
      ['Tiêm phòng đàn bò', 'Ông Mai Đình Tứ', 'Các thôn', '12/3/2026', 'Phó Chủ tịch Vi Thị Sen'],
    ]);
    expect(whoIn(plan)).toEqual([['Tiêm phòng đàn bò', ['Ông Mai Đình Tứ'], ['Các thôn']]]);
  });
});

describe('columns whose names say nothing', () => {
  it('are known by what stands in them, where one of the others says when', async () => {
    const plan = await planOf([
      ['TT', 'Chuyên đề', 'Cơ quan', 'Thời hạn trình'],
      ['1', 'Nghị quyết về chuyển đổi số', 'Ban Xây dựng Đảng', 'Tháng 4/2026'],
      ['2', 'Quy chế phối hợp công tác', 'Văn phòng Đảng ủy', 'Quý I'],
    ]);
    expect(plan.tasks.map(({ title, lead, deadline }) => [title, lead, deadline.kind])).toEqual([
      ['Nghị quyết về chuyển đổi số', ['Ban Xây dựng Đảng'], 'period'],
      ['Quy chế phối hợp công tác', ['Văn phòng Đảng ủy'], 'period'],
    ]);
  });

  it('and so are those of a table without any header', async () => {
    const plan = await planOf('Phân công:', [
      ['1', 'Cắt tỉa cây xanh dọc đường làng', 'Các thôn', '30/5/2026'],
      ['2', 'Kê kích đồ đạc ở trụ sở', 'Văn phòng', '15/6/2026'],
    ]);
    expect(whenIn(plan)).toEqual([
      ['Cắt tỉa cây xanh dọc đường làng', '30/5/2026'],
      ['Kê kích đồ đạc ở trụ sở', '15/6/2026'],
    ]);
  });

  it('a dated row of a table that is not understood is handed over', async () => {
    const { unread } = await planOf(
      [
        ['TT', 'Nhiệm vụ', 'Thời hạn'],
        ['1', 'Nạo vét mương', '30/5/2026'],
      ],
      'Ngoài ra:',
      [
        ['Mã', 'Ai', 'Gì', 'Khác'],
        ['A', 'Phòng Kinh tế', 'Sửa cống', 'không'],
        ['5', 'Phòng Kinh tế', 'Sửa cống Bà Xã', '15/6/2026'],
        ['B', '-', '-', '-'],
      ],
    );
    expect(unread).toEqual([
      {
        text: '5 | Phòng Kinh tế | Sửa cống Bà Xã | 15/6/2026',
        why: 'unknown-table',
        source: { table: 2, row: 3 },
      },
    ]);
  });
});

describe('several columns of words', () => {
  it('a group over several rows is a heading, with or without a name of its own', async () => {
    const plan = await planOf([
      ['TT', 'Nhóm nhiệm vụ', 'Nội dung cụ thể', 'Chủ trì', 'Thời gian'],
      ['1', down('Tuyên truyền', 2), 'Phát tờ rơi', 'Công an xã', 'Tháng 4/2026'],
      ['2', 'Nói chuyện ở trường', 'Đoàn xã', 'Tháng 5/2026'],
      ['3', 'Tuần tra', 'Lập chốt dịp lễ', 'Công an xã', '28/4/2026'],
    ]);
    expect(plan.tasks.map(({ section, title }) => [section, title])).toEqual([
      ['Tuyên truyền', 'Phát tờ rơi'],
      ['Tuyên truyền', 'Nói chuyện ở trường'],
      ['Tuần tra', 'Lập chốt dịp lễ'],
    ]);
    const unnamed = await planOf([
      ['Lĩnh vực', 'TT', 'Công việc', 'Chủ trì', 'Hạn'],
      [down('Văn hóa', 2), '1', 'Bình xét gia đình văn hóa', 'Đoàn xã', '15/11'],
      ['2', 'Hội thi tiếng hát', 'Đoàn xã', '20/8'],
    ]);
    expect(unnamed.tasks.map(({ no, section }) => [no, section])).toEqual([
      ['1', 'Văn hóa'],
      ['2', 'Văn hóa'],
    ]);
  });

  it('what a second one says is kept beside the title', async () => {
    const { tasks } = await planOf([
      ['TT', 'Nhiệm vụ', 'Giải pháp', 'Chủ trì', 'Thời gian'],
      ['1', 'Xóa nhà tạm', 'Vận động quỹ', 'Phòng Kinh tế', 'Trước 31/8/2026'],
    ]);
    expect(tasks.map(({ title, detail }) => [title, detail])).toEqual([['Xóa nhà tạm', 'Vận động quỹ']]);
  });
});

it('money spent is no task, though the table has as many columns as the one of tasks above', async () => {
  const plan = await planOf(
    [
      ['TT', 'Nhiệm vụ', 'Chủ trì', 'Thời hạn'],
      ['1', 'Đối thoại với Nhân dân', 'Văn phòng', 'Quý IV'],
      [across('Ghi chú: kinh phí do xã bảo đảm.', 4)],
    ],
    'KINH PHÍ',
    [
      ['TT', 'Nội dung', 'Thời gian', 'Thành tiền'],
      ['1', 'Thuê âm thanh', '02 buổi', '3.000.000'],
    ],
  );
  expect(whenIn(plan)).toEqual([['Đối thoại với Nhân dân', 'Quý IV']]);
  expect(plan.unread.map(({ text, why }) => [text, why])).toEqual([
    ['Ghi chú: kinh phí do xã bảo đảm.', 'not-a-task'],
  ]);
});

it('the header of a new page is no task, whatever its names say', async () => {
  const header = ['TT', 'Chuyên đề', 'Cơ quan', 'Thời hạn trình'];
  const plan = await planOf(
    [header, ['1', 'Nghị quyết về chuyển đổi số', 'Ban Xây dựng Đảng', 'Tháng 4/2026']],
    [header, ['2', 'Quy chế phối hợp công tác', 'Văn phòng Đảng ủy', 'Quý I']],
  );
  expect(plan.tasks.map(({ no }) => no)).toEqual(['1', '2']);
});

it('a day of a sheet that lost its form, and one over three lines', async () => {
  const plan = await planOf([
    ['TT', 'Task / Nhiệm vụ', 'Owner / Phụ trách', 'Deadline'],
    ['1', 'Nghiệm thu cầu treo', 'Phòng Kinh tế', '46200'],
    ['2', 'Họp giao ban', 'Văn phòng', 'Thứ Hai\n09/3/2026\n8h00'],
  ]);
  expect(whenIn(plan)).toEqual([
    ['Nghiệm thu cầu treo', '27/06/2026'],
    ['Họp giao ban', 'Thứ Hai 09/3/2026 8h00'],
  ]);
});

it('signatures that have grown together with the table are no part of its last task', async () => {
  const plan = await planOf([
    ['TT', 'Nhiệm vụ', 'Chủ trì', 'Thời hạn'],
    ['1', 'Bảo quản kho hồ sơ', 'Văn phòng', 'Thường xuyên'],
    [across('Nơi nhận:\n- Lưu: VT.', 2), across('KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nLâm Thị Đượm', 2)],
  ]);
  expect(plan.tasks.map(({ title, lead, deadline }) => [title, lead, deadline.text])).toEqual([
    ['Bảo quản kho hồ sơ', ['Văn phòng'], 'Thường xuyên'],
  ]);
});

it('a row whose unit is written in capitals is a task', async () => {
  const plan = await planOf([
    ['Nhiệm vụ', 'Chủ trì', 'Thời hạn'],
    ['Soạn báo cáo', 'TRƯỞNG PHÒNG', '15/6/2026'],
    ['Duyệt báo cáo', 'CHỦ TỊCH', '20/6/2026'],
  ]);
  expect(plan.tasks.map(({ title, lead }) => [title, lead])).toEqual([
    ['Soạn báo cáo', ['TRƯỞNG PHÒNG']],
    ['Duyệt báo cáo', ['CHỦ TỊCH']],
  ]);
});
