import { describe, expect, it } from 'vitest';
import { reportedIn } from '../../src/documents/reported.ts';

describe('the result of a task in a report', () => {
  it.each([
    'Đã ban hành Kế hoạch số 12/KH-UBND',
    'Hoàn thành',
    '100%',
    'Hoàn thành 100% kế hoạch',
    'Đã kiểm tra 02/04 đơn vị, đạt tỷ lệ 50%',
    'Năm 2026 không có hồ sơ trễ hạn',
    'Tổ chức 3 lớp tập huấn',
  ])('%j says that it is done', (result) => {
    expect(reportedIn(result, [])).toEqual({ text: result, evidence: [] });
  });

  it.each([
    '',
    '-',
    '…',
    'Chưa thực hiện',
    'Đang triển khai',
    'Không hoàn thành',
    'Không phát sinh',
    'Chậm tiến độ',
    'Xin gia hạn đến 30/12',
    'Tiếp tục thực hiện',
    'Cơ bản hoàn thành',
    'Hoàn thành 50%',
    'Đã đạt được 70 %',
    '0%',
    'Đã có văn bản đôn đốc nhưng chưa hoàn thành',
    'Hồ sơ gửi Sở/Dự kiến đúng hạn',
  ])('%j does not', (result) => {
    expect(reportedIn(result, [])).toBeNull();
  });

  it('evidence alone says so too', () => {
    const evidence = [{ kind: 'link' as const, value: 'https://xa.example.vn/1' }];
    expect(reportedIn('-', evidence)).toEqual({ text: '-', evidence });
  });
});
