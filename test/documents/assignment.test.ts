import { describe, expect, it } from 'vitest';
import { assignmentIn, unitsIn } from '../../src/documents/assignment.ts';

describe('one column that assigns in words', () => {
  it.each<[string, string[], string[]]>([
    ['Phòng VHXH chủ trì; các phòng, ban phối hợp', ['Phòng VHXH'], ['các phòng, ban']],
    [
      '- Phòng VHXH chủ trì tham mưu kế hoạch.\n- Các phòng, ban chuyên môn phối hợp thực hiện.',
      ['Phòng VHXH'],
      ['Các phòng, ban chuyên môn'],
    ],
    [
      'Văn phòng HĐND và UBND phối hợp với các cơ quan, đơn vị tổ chức thực hiện.',
      ['Văn phòng HĐND và UBND'],
      ['các cơ quan, đơn vị'],
    ],
    [
      'Phòng VHXH chủ trì, phối hợp với Công an phường, Trạm Y tế kiểm tra',
      ['Phòng VHXH'],
      ['Công an phường', 'Trạm Y tế'],
    ],
    [
      'Chủ trì: Phòng VHXH\nPhối hợp: Văn phòng; Công an phường',
      ['Phòng VHXH'],
      ['Văn phòng', 'Công an phường'],
    ],
    ['Phòng VHXH (chủ trì); Văn phòng (phối hợp)', ['Phòng VHXH'], ['Văn phòng']],
    ['Phòng Kinh tế, Hạ tầng và Đô thị tham mưu UBND phường', ['Phòng Kinh tế, Hạ tầng và Đô thị'], []],
    ['Phòng VHXH chủ trì, các thôn phối hợp.', ['Phòng VHXH'], ['các thôn']],
    ['Phòng VHXH; Văn phòng', ['Phòng VHXH', 'Văn phòng'], []],
    ['Phòng VHXH chủ trì. Các phòng báo cáo kết quả', ['Phòng VHXH'], ['Các phòng']],
    ['Phòng VHXH hướng dẫn các đơn vị thực hiện', ['Phòng VHXH'], ['các đơn vị']],
    ['- Phòng VHXH thực hiện:\n+ Công an phường được mời họp.', ['Phòng VHXH'], []],
    ['Nguyễn Văn Bưởi', ['Nguyễn Văn Bưởi'], []],
    ['', [], []],
  ])('%j', (text, lead, support) => {
    expect(assignmentIn(text)).toEqual({ lead, support });
  });

  it.each([
    'Tổ chức họp, báo cáo kết quả và ban hành văn bản theo từng đợt kiểm tra, trường hợp cần thiết thì gia hạn thời gian.',
    'Lấy kết quả đánh giá cuối năm làm cơ sở bình xét, khen thưởng tập thể và cá nhân có thành tích trong công tác.',
  ])('a sentence that names nobody assigns nobody: %j', (text) => {
    expect(assignmentIn(text)).toEqual({ lead: [], support: [] });
  });
});

describe('a column of units', () => {
  it.each<[string, string[]]>([
    ['- Đoàn kiểm tra của xã - Phòng Văn hóa - Xã hội', ['Đoàn kiểm tra của xã', 'Phòng Văn hóa - Xã hội']],
    ['Phòng Văn hóa - Xã hội', ['Phòng Văn hóa - Xã hội']],
    ['Sở Tài chính chủ trì, tham mưu UBND tỉnh\nCác sở, ban, ngành', ['Sở Tài chính', 'Các sở, ban, ngành']],
    ['VP; VHXH', ['VP', 'VHXH']],
    ['', []],
  ])('%j', (cell, units) => {
    expect(unitsIn(cell)).toEqual(units);
  });
});
