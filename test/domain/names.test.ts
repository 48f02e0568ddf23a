import { describe, expect, it } from 'vitest';
import { matchPeople } from '../../src/domain/names.ts';

const people = [
  { id: 'lan', name: 'Nguyễn Thị Lan' },
  { id: 'lân', name: 'Trần Văn Lân' },
  { id: 'hoà', name: 'Lê Thị Hoà' },
  { id: 'hoa', name: 'Phạm Thị Hoa' },
  { id: 'tuấn anh', name: 'Đỗ Tuấn Anh' },
  { id: 'anh tuấn', name: 'Vũ Anh Tuấn' },
  { id: 'tuấn', name: 'Hoàng Văn Tuấn' },
  { id: 'bình', name: 'Bùi Bình' },
  { id: 'thanh bình', name: 'Bùi Thanh Bình' },
  { id: 'chu văn an', name: 'Chu Văn An' },
  { id: 'mai văn an', name: 'Mai Văn An' },
];

function meant(words: string): string[] {
  return matchPeople(words, people).map((person) => person.id);
}

describe('who is meant', () => {
  it.each([
    ['the full name', 'Nguyễn Thị Lan'],
    ['in capitals', 'NGUYỄN THỊ LAN'],
    ['decomposed', 'Nguyễn Thị Lan'.normalize('NFD')],
    ['without diacritics', 'nguyen thi lan'],
    ['after a form of address', 'đồng chí Nguyễn Thị Lan'],
    ['shortened', 'Đ/c Lan'],
    ['the given name, diacritics in use', 'chị Lan'],
    ['with a name before it', 'Thị Lan'],
    ['with the family name', 'Nguyen Lan'],
    ['with stray spaces and a full stop', '  chị   Lan. '],
    ['in quotes', '"Nguyễn Thị Lan"'],
  ])('%s: "%s"', (_name, words) => {
    expect(meant(words)).toEqual(['lan']);
  });

  it.each([
    ['plain typing may mean either', 'lan', ['lan', 'lân']],
    ['also after a plain form of address', 'chi lan', ['lan', 'lân']],
    ['diacritics tell people apart', 'anh Lân', ['lân']],
    ['the old and the new place of a tone are one', 'cô Hòa', ['hoà']],
    ['and without a tone it is another name', 'chị Hoa', ['hoa']],
    ['a diacritic that nobody has is taken for a slip', 'chị Lắn', ['lan', 'lân']],
    ['a form of address may be a name', 'Anh', ['tuấn anh']],
    ['or part of one', 'Tuấn Anh', ['tuấn anh']],
    ['which is for the asker to choose', 'Anh Tuấn', ['anh tuấn', 'tuấn']],
    ['a full name goes before part of a longer one', 'Bùi Bình', ['bình']],
    ['the given name alone is not a full name', 'Bình', ['bình', 'thanh bình']],
    ['a family name alone names nobody', 'Nguyễn', []],
    ['names out of order name nobody', 'Lan Nguyễn', []],
    ['nor in the middle', 'Thị Nguyễn Lan', []],
    ['a family name that looks like a form of address', 'chu van an', ['chu văn an']],
    ['a form of address that looks like a family name', 'chú An', ['chu văn an', 'mai văn an']],
    ['a stranger', 'Phan Quốc Dũng', []],
    ['nothing', ' ', []],
    ['only a form of address', 'chị', []],
  ])('%s: "%s"', (_name, words, ids) => {
    expect(meant(words)).toEqual(ids);
  });
});
