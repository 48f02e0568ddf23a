import { expect, test } from 'vitest';
import { hindranceIn, isObstacleOver } from '../../src/domain/obstacle-said.ts';

test.each([
  ['vướng 32 vì chưa có kinh phí', 'chưa có kinh phí'],
  ['vuong 32 vi chua co kinh phi', 'chua co kinh phi'],
  ['Em đang vướng việc 32 do thiếu người', 'thiếu người'],
  ['vướng mắc 3, 4: chờ mẫu của tỉnh', 'chờ mẫu của tỉnh'],
  ['#32 vướng vì mất điện', 'mất điện'],
  ['32 thiếu kinh phí', 'thiếu kinh phí'],
  ['stuck on task 12 because of no budget', 'no budget'],
  // Nothing is left out that may say why.
  ['vướng 26 hộ chưa di dời', 'vướng 26 hộ chưa di dời'],
  ['chưa có kinh phí cho việc 32', 'chưa có kinh phí cho việc 32'],
  ['vướng 32', 'vướng 32'],
])('"%s" is hindered by "%s"', (said, reason) => {
  expect(hindranceIn(said)).toBe(reason);
});

test.each([
  ['hết vướng 27', true],
  ['27 hết vướng rồi', true],
  ['đã gỡ vướng 27', true],
  ['27 khong con vuong nua', true],
  ['vuong mac 27 da duoc giai quyet', true],
  ['vướng 27 vì chưa được giải quyết', false],
  ['vướng 27 vì hết kinh phí', false],
  ['27 chưa gỡ được vướng mắc', false],
])('"%s": over %s', (said, over) => {
  expect(isObstacleOver(said)).toBe(over);
});
