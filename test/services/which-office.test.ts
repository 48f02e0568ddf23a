import { expect, test } from 'vitest';
import { mayBeOf, whichOffice } from '../../src/services/people/which-office.ts';
import { anOffice } from '../support/builders.ts';

const tanLap = anOffice({ code: 'XTL', name: 'UBND xã Tân Lập' });
const sameName = anOffice({ code: 'XTL-2', name: 'UBND xã Tân Lập' });
const benThu = anOffice({ code: 'XBT', name: 'UBND xã Bến Thử' });

test.each([
  ['its own name', { name: 'UBND XÃ TÂN LẬP' }, false, 'known XTL'],
  ['its code, whatever the name', { name: 'UBND phường Hoa Ban', code: 'XTL' }, false, 'known XTL'],
  ['a name like it', { name: 'Ủy ban nhân dân xã Tân Láp' }, false, 'similar XTL'],
  ['a name like it, said to be another', { name: 'Ủy ban nhân dân xã Tân Láp' }, true, 'new XTL-2'],
  ['a name like it, and a code of its own', { name: 'UBND xã Tân Láp', code: 'TLAP' }, false, 'similar XTL'],
  ['a name like no other', { name: 'UBND phường Hoa Ban' }, false, 'new PHB'],
  ['a name like no other, and a code', { name: 'UBND phường Hoa Ban', code: 'HB' }, false, 'new HB'],
  [
    'one office by code, another by name',
    { name: 'UBND xã Bến Thử', code: 'XTL' },
    false,
    'contradictory XBT',
  ],
  ['its name and an unknown code', { name: 'UBND xã Tân Lập', code: 'XTN' }, false, 'contradictory XTL'],
  ['a new one with a code that is taken', { name: 'UBND xã Mới', code: 'XBT' }, true, 'taken XBT'],
])('by %s', (_, said, isNew, expected) => {
  const found = whichOffice(said, [tanLap, benThu], { isNew });
  const codes = {
    known: () => (found.kind === 'known' ? `known ${found.office.code}` : ''),
    new: () => (found.kind === 'new' ? `new ${found.code}` : ''),
    unclear: () =>
      found.kind === 'unclear' ? `${found.why} ${found.offices.map(({ code }) => code).join()}` : '',
  };
  expect(codes[found.kind]()).toBe(expected);
});

test('of two offices with one name only the code tells which', () => {
  const both = [tanLap, sameName];
  expect(whichOffice({ name: tanLap.name }, both)).toMatchObject({ kind: 'unclear', why: 'several' });
  expect(whichOffice({ name: tanLap.name, code: 'XTL-2' }, both)).toEqual({
    kind: 'known',
    office: sameName,
  });
});

test('from a clerk, a code that is not the office’s is never taken for it', () => {
  expect(mayBeOf({ name: 'Ủy ban nhân dân xã Tân Lập' }, tanLap)).toBe(true);
  expect(mayBeOf({ name: 'UBND xã Bến Thử', code: 'XTL' }, tanLap)).toBe(true);
  expect(mayBeOf({ name: 'UBND xã Tân Lập', code: 'XTL-2' }, tanLap)).toBe(false);
  expect(mayBeOf({ name: 'UBND xã Bến Thử' }, tanLap)).toBe(false);
});
