import { describe, expect, it } from 'vitest';
import { commandOf } from '../../support/command-of.ts';

const withoutDiacritics = (text: string) =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D');

describe('asking for more time', () => {
  it.each<[string, number | null, string, string]>([
    ['xin gia hạn 12 đến 20/12 vì chờ số liệu của tỉnh', 12, 'đến 20/12', 'chờ số liệu của tỉnh'],
    ['gia hạn 12 20/12', 12, '20/12', ''],
    ['Gia hạn #12 đến hết ngày 20/12/2026, do thiếu hồ sơ', 12, 'đến hết ngày 20/12/2026', 'thiếu hồ sơ'],
    [
      'em xin phép gia hạn việc số 12 đến ngày 20 tháng 12 lý do chờ thẩm định ạ',
      12,
      'đến ngày 20 tháng 12',
      'chờ thẩm định ạ',
    ],
    ['việc 12 em xin gia hạn đến 20/12', 12, 'đến 20/12', ''],
    ['12 xin gia hạn đến 20/12', 12, 'đến 20/12', ''],
    ['xin gia hạn 12 đến cuối tháng 12 vì chưa xong', 12, 'đến cuối tháng 12', 'chưa xong'],
    [
      'xin gia hạn 12 đến 20/12 vì đã nộp nhưng bị trả lại 3 lần',
      12,
      'đến 20/12',
      'đã nộp nhưng bị trả lại 3 lần',
    ],
    ['chị Nhung ơi gia hạn cho em việc 26 tới 15/12 với', 26, 'tới 15/12', ''],
    ['xin gia hạn 26 đến 15/12 với ạ', 26, 'đến 15/12', ''],
    ['xin gia hạn 26 đến 15/12 chờ họp với tỉnh', 26, 'đến 15/12', 'chờ họp với tỉnh'],
    ['xin gia hạn đến 20/12', null, 'đến 20/12', ''],
    ['gia hạn đến 20 tháng 12', null, 'đến 20 tháng 12', ''],
    ['gia hạn 12 thêm 5 ngày', 12, 'thêm 5 ngày', ''],
    ['xin gia hạn 12 thêm 5 ngày làm việc chờ số liệu', 12, 'thêm 5 ngày làm việc', 'chờ số liệu'],
    ['gia hạn thêm 2 tuần', null, 'thêm 2 tuần', ''],
    ['gia hạn 12 ngày 20/12', 12, 'ngày 20/12', ''],
    ['gia hạn 12', 12, '', ''],
    ['xin gia hạn', null, '', ''],
    ['/giahan 12 20/12 vì chờ', 12, '20/12', 'chờ'],
    ['/gia_han 12', 12, '', ''],
    ['/giahan', null, '', ''],
    ['/extend 12 to 20/12', 12, 'to 20/12', ''],
    ['extend 12 to 20/12 because the province is late', 12, '20/12', 'the province is late'],
    ['@ xin lùi hạn 12 đến 20/12', 12, 'đến 20/12', ''],
  ])('%j', (text, number, until, reason) => {
    const asked = { name: 'ask-extension', number, until, reason };
    expect(commandOf(text)).toEqual(asked);
    expect(commandOf(text.normalize('NFD'))).toEqual(asked);
    expect(commandOf(withoutDiacritics(text))).toEqual({
      ...asked,
      until: withoutDiacritics(until),
      reason: withoutDiacritics(reason),
    });
  });

  it.each([
    'xong 12 sau khi được gia hạn',
    'đã gia hạn 12 chưa?',
    'anh Hưng nói 12 được gia hạn đến 20/12',
    'tỉnh gia hạn rồi',
  ])('%j is something else', (text) => {
    expect(commandOf(text)?.name).not.toBe('ask-extension');
  });
});

describe('the answer', () => {
  it('"cho gia hạn 12" may be the question as well', () => {
    expect(commandOf('cho gia hạn #12')).toEqual({
      name: 'decide-extension',
      grants: true,
      of: { task: 12 },
      orAsks: true,
    });
  });

  it.each<[string, boolean]>([
    ['đồng ý gia hạn 12', true],
    ['Duyệt gia hạn việc 12 nhé', true],
    ['approve extension 12', true],
    ['không đồng ý gia hạn 12', false],
    ['ko duyệt gia hạn 12', false],
    ['từ chối gia hạn 12', false],
    ['reject extension 12', false],
  ])('%j', (text, grants) => {
    const decided = { name: 'decide-extension', grants, of: { task: 12 } };
    expect(commandOf(text)).toEqual(decided);
    expect(commandOf(withoutDiacritics(text).toUpperCase())).toEqual(decided);
  });

  it.each(['đồng ý', 'đồng ý 12', 'không đồng ý'])('%j alone is a draft’s', (text) => {
    expect(commandOf(text)?.name).toMatch(/^(?:confirm|discard)$/);
  });
});
