import { expect, test } from 'vitest';
import { isSameName, isSimilarName, officeCodeIn, proposedCode } from '../../src/domain/office-name.ts';

test.each([
  ['UBND xã Tân Lập', [], 'XTL'],
  ['Ủy ban nhân dân phường Lam Kiều', [], 'PLK'],
  ['UBND xã Tân Lập', ['XTL', 'XTL-2'], 'XTL-3'],
  ['UBND phường 12', ['P1'], 'P12'],
  ['', [], 'CQ'],
  ['2', [], 'CQ2'],
])('the code of "%s" beside %j is %s', (name, taken, code) => {
  expect(proposedCode(name, taken)).toBe(code);
  expect(officeCodeIn(` ${code.toLowerCase()} `)).toBe(code);
});

test.each(['', 'X', '1AB', 'XÃ', 'A B', 'A'.repeat(17), '-AB'])('"%s" is no code', (typed) => {
  expect(officeCodeIn(typed)).toBeNull();
});

test.each([
  ['UBND xã Tân Lập', ' ubnd  xã TÂN LẬP '.normalize('NFD'), 'same'],
  ['UBND xã Tân Lập', 'Ủy ban nhân dân xã Tân Lập', 'similar'],
  ['UBND xã Tân Lập', 'Ủy ban nhân dân xã Tân Láp', 'similar'],
  ['UBND xã Tân Lập', 'UBND phường Tân Lập', 'similar'],
  ['UBND xã Tân Lập', 'UBND xã Tân Lp', 'similar'],
  ['UBND xã Tân Lập', 'UBND xã Tân Lộp', 'similar'],
  ['UBND xã Tân Lập', 'UBND xã Tân Thịnh', 'another'],
  ['UBND phường 1', 'UBND phường 2', 'another'],
  ['UBND phường 1', 'UBND phường 12', 'another'],
])('"%s" and "%s": %s', (one, other, kind) => {
  expect([isSameName(one, other), isSimilarName(one, other)]).toEqual([kind === 'same', kind !== 'another']);
  expect(isSimilarName(other, one)).toBe(kind !== 'another');
});
