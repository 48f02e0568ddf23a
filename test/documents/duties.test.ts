import { describe, expect, it } from 'vitest';
import type { RawDocument } from '../../src/documents/document.ts';
import { dutyIn, sentencesOf } from '../../src/documents/duty-sentence.ts';
import { stepsIn } from '../../src/documents/task-steps.ts';
import { dutiesInText } from '../../src/documents/text-duties.ts';
import { parseDeadline } from '../../src/domain/deadline/parse-deadline.ts';

describe('a sentence that sets a date', () => {
  it.each<[string, string, string, string[]]>([
    ['Phòng Kinh tế nộp báo cáo trước ngày 25/11.', 'Nộp báo cáo', 'trước ngày 25/11', ['Phòng Kinh tế']],
    [
      'Văn phòng tổng hợp lịch gửi lãnh đạo chậm nhất 16h00 thứ Sáu hằng tuần',
      'Tổng hợp lịch gửi lãnh đạo',
      'chậm nhất 16h00 thứ Sáu hằng tuần',
      ['Văn phòng'],
    ],
    [
      'Đề nghị các thôn gửi danh sách trước 05/6 về Công an xã.',
      'Gửi danh sách về Công an xã',
      'trước 05/6',
      ['các thôn'],
    ],
    [
      'Trước ngày 15/12, Phòng Kinh tế báo cáo UBND xã.',
      'Báo cáo UBND xã',
      'Trước ngày 15/12',
      ['Phòng Kinh tế'],
    ],
    ['Các trường báo cáo định kỳ hằng quý.', 'Báo cáo', 'định kỳ hằng quý', ['Các trường']],
    ['Công an xã rà soát, xong trước 30/6 và 15/12', 'Rà soát', 'xong trước 30/6 và 15/12', ['Công an xã']],
    [
      'Trạm Y tế tổ chức tiêm phòng trong quý II/2026',
      'Tổ chức tiêm phòng',
      'trong quý II/2026',
      ['Trạm Y tế'],
    ],
    ['Hoàn thành hồ sơ, hạn 20/11', 'Hoàn thành hồ sơ', 'hạn 20/11', []],
    ['VHXH: báo cáo trước 5/6', 'VHXH: báo cáo', 'trước 5/6', []],
  ])('%j', (sentence, title, words, lead) => {
    const duty = dutyIn(sentence, 2026);
    expect(duty && [duty.title, duty.deadline.text, duty.lead]).toEqual([title, words, lead]);
    expect(duty?.deadline.kind).not.toBe('none');
  });

  it.each([
    'Giảm hồ sơ trễ hạn của UBND xã năm 2026 dưới 0,5%',
    'Khắc phục hạn chế trong năm 2025',
    'Kết quả trong quý I năm 2026 đạt 95%',
    'Việc đánh giá được thực hiện hằng tháng, tổng hợp cuối năm',
    'Tổ chức tuyên truyền hằng tháng',
    'Chịu trách nhiệm trước Chủ tịch UBND xã về kết quả thực hiện',
  ])('none: %j', (sentence) => {
    expect(dutyIn(sentence, 2026)).toBeNull();
  });

  it('a date is no end of a sentence', () => {
    expect(sentencesOf('- Gửi trước 25.11.2026. Văn phòng tổng hợp;\n- Lưu hồ sơ.')).toEqual([
      'Gửi trước 25.11.2026.',
      'Văn phòng tổng hợp;',
      'Lưu hồ sơ.',
    ]);
  });
});

describe('the text around the tables', () => {
  const document = (...texts: string[]): RawDocument => ({
    name: 'a.txt',
    blocks: texts.map((text, i) => ({ kind: 'paragraph', text, source: { line: i + 1 } })),
  });
  const read = (...texts: string[]) =>
    dutiesInText(document(...texts), 2026).map(({ title, lead, source }) => [title, lead, source.line]);

  it('a duty without a subject is that of the unit in the heading above', () => {
    expect(
      read(
        'III. TỔ CHỨC THỰC HIỆN',
        '1. Phòng Kinh tế',
        '- Tổng hợp, báo cáo UBND xã trước ngày 10/12.',
        '2. Chế độ báo cáo',
        '- Gửi số liệu trước ngày 25 hằng tháng.',
      ),
    ).toEqual([
      ['Tổng hợp, báo cáo UBND xã', ['Phòng Kinh tế'], 3],
      ['Gửi số liệu', [], 5],
    ]);
  });

  it('a sentence may be broken over lines', () => {
    expect(
      read('- Các thôn gửi kết quả về UBND xã (qua Phòng Văn', 'hóa - Xã hội) trước ngày 30', 'hàng tháng.'),
    ).toEqual([['Gửi kết quả về UBND xã (qua Phòng Văn hóa - Xã hội)', ['Các thôn'], 1]]);
  });

  it.each([
    'Căn cứ Công văn số 5/UBND yêu cầu báo cáo trước ngày 20/12/2025;',
    'Thực hiện Kế hoạch số 7/KH-UBND, báo cáo trước ngày 20/12/2025;',
    'UBND xã đã báo cáo tỉnh trước ngày 20/12/2025.',
    '(Gửi kèm báo cáo hằng quý)',
    'UBND xã giao nhiệm vụ trong quý II năm 2026 như sau:',
  ])('nobody owes: %j', (text) => {
    expect(read(text)).toEqual([]);
  });
});

it('a date that the column of deadlines says already is no step', () => {
  const deadline = parseDeadline('15/6/2026 và 15/12/2026', { year: 2026 });
  const steps = stepsIn(
    ['Phòng Kinh tế báo cáo chậm nhất 15/12/2026.\nVăn phòng rà soát chậm nhất 20/12/2026.'],
    deadline,
    2026,
  );
  expect(steps.map(({ title, lead }) => [title, lead])).toEqual([['Rà soát', ['Văn phòng']]]);
});
