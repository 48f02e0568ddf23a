/** How officers say who is away, when, and who stands in. */
import { expect, test } from 'vitest';
import { readPlainly } from '../../../src/chat/reading/read-typed.ts';
import { TODAY } from '../../support/command-of.ts';

const AWAY: [string, string | null, string, string | null][] = [
  ['Lan nghỉ từ 12/11 đến 20/11, việc chuyển Minh', 'Lan', 'từ 12/11 đến 20/11', 'Minh'],
  ['lan nghi tu 12/11 den 20/11, viec chuyen minh', 'lan', 'tu 12/11 den 20/11', 'minh'],
  ['chị Lan nghỉ từ 12/11 đến 20/11, việc giao cho anh Minh', 'chị Lan', 'từ 12/11 đến 20/11', 'anh Minh'],
  ['em nghỉ phép 3 ngày từ mai, anh Minh làm thay', null, '3 ngày từ mai', 'anh Minh'],
  ['em nghi phep 3 ngay tu mai, anh Minh lam thay', null, '3 ngay tu mai', 'anh Minh'],
  ['Dạ em xin nghỉ phép từ mai đến 5/12, chị Lan làm thay ạ', null, 'từ mai đến 5/12', 'chị Lan'],
  ['em xin nghỉ ngày 3/12, việc chuyển chị Lan', null, 'ngày 3/12', 'chị Lan'],
  ['mai em nghỉ, việc của em giao cho Minh', null, 'mai', 'Minh'],
  ['chị Mai nghỉ từ 1/12 đến 3/12, người thay là Minh', 'chị Mai', 'từ 1/12 đến 3/12', 'Minh'],
  ['/nghi từ 12/11 đến 20/11, việc chuyển Minh', null, 'từ 12/11 đến 20/11', 'Minh'],
  ['/nghi Lan từ 12/11 đến 20/11, việc chuyển Minh', 'Lan', 'từ 12/11 đến 20/11', 'Minh'],
  ['/nghi 3 ngày từ mai', null, '3 ngày từ mai', null],
  ['em nghỉ từ 12/11 đến 20/11', null, 'từ 12/11 đến 20/11', null],
  ['chi lan nghi phep 12-20/11 a', 'chi lan', '12-20/11', null],
];

test.each(AWAY)('%j', (text, who, days, substitute) => {
  const said = readPlainly(text, { today: TODAY });
  expect(said).toMatchObject({
    sure: true,
    commands: [{ name: 'record-leave', who, days, substitute }],
  });
});

test.each([
  'mai em nghỉ nhé',
  'gia hạn 12 vì em nghỉ từ 12/11 đến 20/11',
  'việc 7 chậm, chị Lan nghỉ từ 1/12 đến 5/12',
  'mai nghỉ rồi, ai làm thay?',
  'đề nghị anh duyệt 12',
  'em nghĩ 12 xong rồi',
  'chị Lan nghỉ chưa ạ?',
  'nếu mai em nghỉ thì anh Minh làm thay',
])('%j records nothing', (text) => {
  const said = readPlainly(text, { today: TODAY });
  expect(said?.commands.map(({ name }) => name)).not.toContain('record-leave');
});

const OVER: [string, string | null, string, string][] = [
  ['hủy nghỉ', null, '', ''],
  ['em khong nghi nua a', null, '', ''],
  ['Lan không nghỉ nữa', 'Lan', '', ''],
  ['bỏ lịch nghỉ của chị Lan giúp em', 'chị Lan', '', ''],
  ['hủy nghỉ từ 12/11 đến 20/11', null, 'từ 12/11 đến 20/11', ''],
  ['Lan đi làm lại từ 15/11', 'Lan', '', '15/11'],
  ['mai em đi làm lại ạ', null, '', 'mai'],
  ['/huynghi', null, '', ''],
  ['cancel my leave', null, '', ''],
  ['Lan is no longer on leave', 'Lan', '', ''],
];

test.each(OVER)('%j calls leave off', (text, who, days, back) => {
  const said = readPlainly(text, { today: TODAY });
  expect(said).toMatchObject({ sure: true, commands: [{ name: 'end-leave', who, days, back }] });
});

test.each(['em không nghĩ nữa', 'bỏ họp nghị quyết', 'chị Lan đi làm lại chưa', 'Lan không nghỉ nữa à?'])(
  '%j calls nothing off',
  (text) => {
    const said = readPlainly(text, { today: TODAY });
    expect(said?.commands.map(({ name }) => name)).not.toContain('end-leave');
  },
);
