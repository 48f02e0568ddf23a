import { expect, test } from 'vitest';
import { resultSaid } from '../../src/domain/result-said.ts';

test.each([
  ['xong 12', ''],
  ['em xong 12 rồi ạ', ''],
  ['da xong bao cao', ''],
  ['đã hoàn thành #7', ''],
  ['xong 1 Đã kiểm tra 02/04 đơn vị, đạt 50%', 'Đã kiểm tra 02/04 đơn vị, đạt 50%'],
  ['#12 hoàn thành: tổ chức 01 hội nghị với 150 người dự', 'Tổ chức 01 hội nghị với 150 người dự'],
  ['xong 3, 4 và 5, niêm yết đủ thủ tục', 'Niêm yết đủ thủ tục'],
  ['xong 3 100% thủ tục được công khai', '100% thủ tục được công khai'],
])('%j says of the result: %j', (words, result) => {
  expect(resultSaid(words)).toBe(result);
});
