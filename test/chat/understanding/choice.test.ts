import { describe, expect, it } from 'vitest';
import { choicesFor } from '../../../src/chat/delivery/offer-choices.ts';
import { parseChoice } from '../../../src/chat/understanding/choice.ts';

describe('a number sent back', () => {
  it.each([
    '1',
    ' 1 ',
    '1.',
    '1)',
    '(1)',
    '"1"',
    '01',
    '１',
    '1️⃣',
    'so 1',
    'số 1',
    'SỐ 1'.normalize('NFD'),
    'chọn 1',
    'chon so 1',
    'em chọn số 1 ạ',
    'dạ 1 ạ',
    '1 nhé',
    '1 ạ, em cảm ơn anh',
    'trả lời 1',
    'mã 1',
    'option 1',
    'Reply 1',
  ])('%j is choice 1', (text) => {
    expect(parseChoice(text)).toEqual({ code: 1, evidence: [] });
  });

  it.each([
    ['1 https://lamson.example.vn/a', 'https://lamson.example.vn/a'],
    ['https://lamson.example.vn/a 1', 'https://lamson.example.vn/a'],
    ['1\nhttps://lamson.example.vn/a', 'https://lamson.example.vn/a'],
    ['1 báo cáo số 248/BC-UBND ngày 12/11/2026', 'báo cáo số 248/BC-UBND ngày 12/11/2026'],
  ])('%j is choice 1 with evidence', (text, value) => {
    expect(parseChoice(text)).toMatchObject({ code: 1, evidence: [{ value }] });
  });

  it.each([
    '',
    '#1',
    '/1',
    'xong 1',
    'việc 1',
    'nv1',
    '1 xong',
    '1 ok',
    'ok 1',
    '1, 2',
    '1 và 2',
    '1/2',
    '1.5',
    '1/12',
    '100',
    '1 chưa',
    '1?',
    'còn 1 việc',
    'https://lamson.example.vn/1',
  ])('%j is none', (text) => {
    expect(parseChoice(text)).toBeNull();
  });
});

describe('the numbers of choices', () => {
  const done = (number: number) => ({ label: `Xong #${number}`, data: `done:${number}` });
  const codes = (...buttons: { label: string; data: string }[]) =>
    choicesFor(buttons).map(({ code, data }) => `${code} ${data}`);

  it('count from one', () => {
    expect(codes(done(12), done(40))).toEqual(['1 done:12', '2 done:40']);
  });

  it('are never the number of another task in the message', () => {
    expect(codes(done(2), done(1))).toEqual(['2 done:2', '1 done:1']);
    expect(codes(done(12), done(2), done(3))).toEqual(['1 done:12', '2 done:2', '3 done:3']);
  });

  it('is 0 for what undoes, wherever it stands', () => {
    const undo = { label: 'Hoàn tác', data: 'undo:5' };
    expect(codes(undo, done(12))).toEqual(['0 undo:5', '1 done:12']);
    expect(parseChoice('0')).toEqual({ code: 0, evidence: [] });
  });

  it('may be that of a draft, which nobody knows by it', () => {
    const label = 'Đồng ý';
    expect(codes({ label, data: 'confirm:2' }, { label, data: 'discard:2' })).toEqual([
      '1 confirm:2',
      '2 discard:2',
    ]);
  });

  it('go on meaning what they have meant in a copy that may have arrived', () => {
    const before = choicesFor([done(12), done(40)]);
    expect(choicesFor([done(40), done(41)], before)).toEqual([...before, { code: 3, data: 'done:41' }]);
  });
});
