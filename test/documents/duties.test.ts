import { describe, expect, it } from 'vitest';
import type { RawDocument } from '../../src/documents/document.ts';
import { dutiesIn, sentencesOf } from '../../src/documents/duties/duty-sentence.ts';
import { stepsIn } from '../../src/documents/duties/task-steps.ts';
import { dutiesInText } from '../../src/documents/duties/text-duties.ts';
import { parseDeadline } from '../../src/domain/deadline/parse-deadline.ts';

describe('a sentence that sets a date', () => {
  it.each<[string, string, string, string[]]>([
    // Where the name ends only who knows the office can tell.
    ['Phòng Kinh tế hong thóc trước ngày 25/11.', 'Phòng Kinh tế hong thóc', 'trước ngày 25/11', []],
    ['Phòng Kinh tế kiểm kê kho trước ngày 25/11.', 'Kiểm kê kho', 'trước ngày 25/11', ['Phòng Kinh tế']],
    [
      'Đề nghị Đoàn Thanh niên huy động đoàn viên phân luồng giao thông trong tháng 6/2026.',
      'Huy động đoàn viên phân luồng giao thông',
      'trong tháng 6/2026',
      ['Đoàn Thanh niên'],
    ],
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
    ['VHXH: báo cáo trước 5/6', 'Báo cáo', 'trước 5/6', ['VHXH']],
    ['VP và TCKT đối chiếu số liệu, xong trước 9/10', 'Đối chiếu số liệu', 'xong trước 9/10', ['VP', 'TCKT']],
    ['Chị Ngà (văn thư) gửi giấy mời trong ngày 4/12', 'Gửi giấy mời', 'trong ngày 4/12', ['Chị Ngà']],
    [
      '@Lò Thị Sáo chốt danh sách trước thứ Tư (25/11)',
      'Chốt danh sách',
      'trước thứ Tư (25/11)',
      ['Lò Thị Sáo'],
    ],
    ['Quỹ tín dụng: nộp hồ sơ trước 5/6', 'Nộp hồ sơ', 'trước 5/6', ['Quỹ tín dụng']],
    ['Đoàn xã trực chốt từ ngày 08/6 đến ngày 10/6', 'Trực chốt', 'từ ngày 08/6 đến ngày 10/6', ['Đoàn xã']],
    ['Các phòng họp vào 16h00 thứ Sáu hằng tuần', 'Họp', 'vào 16h00 thứ Sáu hằng tuần', ['Các phòng']],
    ['Các thôn cập nhật sổ hộ hằng tháng.', 'Cập nhật sổ hộ', 'hằng tháng', ['Các thôn']],
    ['Công an xã ra quân sáng Chủ nhật 29/11', 'Ra quân', 'sáng Chủ nhật 29/11', ['Công an xã']],
    ['vp nop bao cao thang truoc 30/11', 'Nop bao cao thang', 'truoc 30/11', ['vp']],
    ['phong kinh te ra soat gia dat, han 2/12', 'Ra soat gia dat', 'han 2/12', ['phong kinh te']],
    ['Phân công trực Tết (a. Dũng CVP), hạn 22/01', 'Phân công trực Tết', 'hạn 22/01', ['a. Dũng CVP']],
    [
      'Anh Vũ địa chính đo lại thửa 45 trong ngày 28/11',
      'Đo lại thửa 45',
      'trong ngày 28/11',
      ['Anh Vũ địa chính'],
    ],
    ['Chi hội Phụ nữ nộp danh sách trước 30/11', 'Nộp danh sách', 'trước 30/11', ['Chi hội Phụ nữ']],
    ['Các tổ dọn cỏ vào sáng thứ Bảy hằng tuần', 'Dọn cỏ', 'vào sáng thứ Bảy hằng tuần', ['Các tổ']],
    ['Gửi phụ lục (hạn: 20/11)', 'Gửi phụ lục', 'hạn: 20/11', []],
  ])('%j', (sentence, title, words, lead) => {
    const [duty] = dutiesIn(sentence, { year: 2026 });
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
    'Chỉ số hài lòng hoàn thành 07/07 nhiệm vụ',
    'Phòng Kinh tế thực hiện Kế hoạch số 12/KH-UBND ngày 05/01/2026',
    'Công an xã tổ chức kỷ niệm nhân ngày 22/12',
  ])('none: %j', (sentence) => {
    expect(dutiesIn(sentence, { year: 2026 })).toEqual([]);
  });

  it('each clause with a date of its own is a duty, of whoever the sentence begins with', () => {
    const sentence =
      'Văn phòng hoàn thiện dự thảo, trình ký chậm nhất 05/6; in tài liệu; gửi giấy mời trước ngày 08/6.';
    const duties = dutiesIn(sentence, { year: 2026 });
    expect(duties.map(({ title, deadline, lead }) => [title, deadline.text, lead])).toEqual([
      ['Hoàn thiện dự thảo, trình ký', 'chậm nhất 05/6', ['Văn phòng']],
      ['Gửi giấy mời', 'trước ngày 08/6', ['Văn phòng']],
    ]);
  });

  it('tells who helps', () => {
    const sentence = 'Phòng Kinh tế chủ trì, phối hợp với Công an xã rà soát bến đò, xong trước 30/4.';
    expect(dutiesIn(sentence, { year: 2026 })).toMatchObject([
      { title: 'Rà soát bến đò', lead: ['Phòng Kinh tế'], support: ['Công an xã'] },
    ]);
  });

  it('is of the unit above, which makes it a duty where the words alone might tell', () => {
    const read = (sentence: string) => dutiesIn(sentence, { year: 2026, unitAbove: ['Trạm Y tế'] });
    expect(read('Phun thuốc diệt muỗi trong tháng 6.')).toMatchObject([
      { title: 'Phun thuốc diệt muỗi', lead: ['Trạm Y tế'] },
    ]);
    expect(read('Định kỳ báo cáo tình hình dịch bệnh.')).toMatchObject([{ deadline: { kind: 'external' } }]);
    expect(dutiesIn('Phun thuốc diệt muỗi trong tháng 6.', { year: 2026 })).toEqual([]);
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
