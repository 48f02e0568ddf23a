import { describe, expect, it } from 'vitest';
import { readPlan } from '../../src/documents/plan.ts';
import { readDocument } from '../../src/documents/read-document.ts';
import { textFile } from './files.ts';

async function planOf(...lines: string[]) {
  const reading = readPlan(await readDocument(textFile(lines.join('\n'))), { year: 2026 });
  if (reading.kind !== 'plan') throw new Error(reading.why);
  return {
    duties: reading.tasks.map(({ no, title, deadline, lead }) => [no, title, deadline.text, lead.join('; ')]),
    unread: reading.unread.map(({ text }) => text),
  };
}

describe('a message that says what, who and when side by side', () => {
  it.each([
    ['Báo cáo quý - VP - trước 30/11', 'Báo cáo quý', 'trước 30/11', 'VP'],
    ['VP – Báo cáo quý – 30/11', 'Báo cáo quý', '30/11', 'VP'],
    ['Quyết toán chợ - Kinh tế - hết tháng 12', 'Quyết toán chợ', 'hết tháng 12', 'Kinh tế'],
    ['Họp cụm -> VP + VHXH -> 17h ngày 18/12', 'Họp cụm', '17h ngày 18/12', 'VP; VHXH'],
    ['Lập danh sách - Phòng Văn hóa - Xã hội - 5/12', 'Lập danh sách', '5/12', 'Phòng Văn hóa - Xã hội'],
    ['Trả lời đơn của tổ 7 (VP, hạn 5/12)', 'Trả lời đơn của tổ 7', 'hạn 5/12', 'VP'],
    ['BCH Quân sự chuẩn bị hội trường - 29/11', 'Chuẩn bị hội trường', '29/11', 'BCH Quân sự'],
    ['Gỡ biển sai phép | VHXH, CA phường | 30/11', 'Gỡ biển sai phép', '30/11', 'VHXH; CA phường'],
    ['Trang trí cổng chào (Đoàn xã + VP) - 25/01', 'Trang trí cổng chào', '25/01', 'Đoàn xã; VP'],
    ['Kiểm tra giá hàng - thời hạn: 15/12', 'Kiểm tra giá hàng', '15/12', ''],
  ])('%j', async (line, ...duty) => {
    expect((await planOf(`1. ${line}`)).duties).toEqual([['1', ...duty]]);
  });

  it.each(['1)', '1/', '1️⃣', '✅', '👉 ', '-', '📌 •'])('marked with %j', async (mark) => {
    const { duties } = await planOf(`${mark} VHXH nộp kế hoạch trước ngày 5/12`);
    expect(duties.map(([, ...duty]) => duty)).toEqual([['Nộp kế hoạch', 'trước ngày 5/12', 'VHXH']]);
  });

  it('an entry among duties that is none is shown to a person; what is in no list is not', async () => {
    const { duties, unread } = await planOf(
      'Chào cả nhà',
      '- VP gửi báo cáo trước 5/12',
      '- Sửa cổng trụ sở sớm nhất có thể',
      '- Công an xã nộp số liệu trước 8/12',
      'Trân trọng cảm ơn!',
    );
    expect(duties).toHaveLength(2);
    expect(unread).toEqual(['- Sửa cổng trụ sở sớm nhất có thể']);
  });

  it.each(['I. NHIỆM VỤ (Theo Phụ lục đính kèm)', '⚠️ CÁC VIỆC CẦN XONG TRƯỚC TẾT ⚠️'])(
    'no duty: %s',
    async (line) => {
      const { duties, unread } = await planOf(line, '- VP nộp báo cáo trước 5/12.');
      expect(duties.map(([, title, , lead]) => [title, lead])).toEqual([['Nộp báo cáo', 'VP']]);
      expect(unread).toEqual([]);
    },
  );

  it('a deadline alone is shown with nothing guessed', async () => {
    const { unread } = await planOf('VP nộp báo cáo trước 5/12.', 'Sửa cổng', 'Chậm nhất ngày 20/12');
    expect(unread).toEqual(['Chậm nhất ngày 20/12']);
  });
});

describe('what the line above a list says for all of it', () => {
  it('who, in a heading with a picture and a colon', async () => {
    const { duties } = await planOf(
      '📌 Phòng Văn hóa - Xã hội:',
      '✅ Chốt danh sách trước 27/11',
      '📌 VP:',
      '✅ Gửi giấy mời trước 28/11',
    );
    expect(duties.map((duty) => duty[3])).toEqual(['Phòng Văn hóa - Xã hội', 'VP']);
  });

  it('by when, unless an entry says otherwise, until the next part', async () => {
    const { duties } = await planOf(
      'NHIỆM VỤ TUẦN 48 (từ 23/11 đến 27/11)',
      '* Văn phòng:',
      '- Chuẩn bị phiên họp',
      '- Gửi giấy mời trước ngày 24/11',
      '* Công an xã:',
      '- Tuần tra ban đêm',
      'GHI CHÚ CHUNG',
      '- Cảm ơn mọi người',
    );
    expect(duties).toEqual([
      ['', 'Chuẩn bị phiên họp', 'TUẦN 48 (từ 23/11 đến 27/11)', 'Văn phòng'],
      ['', 'Gửi giấy mời', 'trước ngày 24/11', 'Văn phòng'],
      ['', 'Tuần tra ban đêm', 'TUẦN 48 (từ 23/11 đến 27/11)', 'Công an xã'],
    ]);
  });
});

describe('duties written as forms', () => {
  it('on lines of their own, whatever else is labelled between', async () => {
    const { duties } = await planOf(
      'Nhiệm vụ 1: Dựng nhà văn hóa thôn',
      'Đơn vị chủ trì: Phòng Kinh tế',
      'Thời hạn: trước 20/9/2026',
      'Nhiệm vụ 2: Thống kê hộ nghèo',
      'Thời hạn: ngày 20 hằng tháng',
      'Địa điểm: các thôn',
      'Chủ trì: Phòng Văn hóa - Xã hội',
    );
    expect(duties).toEqual([
      ['1', 'Dựng nhà văn hóa thôn', 'trước 20/9/2026', 'Phòng Kinh tế'],
      ['2', 'Thống kê hộ nghèo', 'ngày 20 hằng tháng', 'Phòng Văn hóa - Xã hội'],
    ]);
  });

  it('below what is to be done, or behind it', async () => {
    const { duties } = await planOf(
      '3. Trưng bày sách',
      '- Thời gian: từ ngày 01/10 đến 07/10',
      '- Phụ trách: Thư viện xã',
      '4. Tổng kết. Phụ trách: VP; Hạn: 15/10',
    );
    expect(duties).toEqual([
      ['3', 'Trưng bày sách', 'từ ngày 01/10 đến 07/10', 'Thư viện xã'],
      ['4', 'Tổng kết', '15/10', 'VP'],
    ]);
  });

  it('labels that nothing stands above are shown to a person', async () => {
    const { unread } = await planOf('KẾ HOẠCH', 'Thời gian: ngày 02/10', 'VP nộp báo cáo trước 5/12.');
    expect(unread).toEqual(['Thời gian: ngày 02/10']);
  });
});

it('a line that the page broke before a name goes on', async () => {
  const { duties } = await planOf(
    'Phòng Kinh tế hoàn thiện phương án bồi thường dự án mở rộng đường',
    'Hoàng Liên, trình UBND xã trước ngày 20/10.',
  );
  expect(duties.map(([, title]) => title)).toEqual([
    'Hoàn thiện phương án bồi thường dự án mở rộng đường Hoàng Liên, trình UBND xã',
  ]);
});
