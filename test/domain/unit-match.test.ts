import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchUnits, type NamedUnit, unitAtStartOf } from '../../src/domain/unit-match.ts';

const VHXH = 1;
const KTHTDT = 2;
const VP = 3;
const TTHCC = 4;
const CA = 5;

const office: NamedUnit<number>[] = [
  { id: VHXH, name: 'Phòng Văn hóa - Xã hội', aliases: [] },
  { id: KTHTDT, name: 'Phòng Kinh tế, Hạ tầng và Đô thị', aliases: [] },
  { id: VP, name: 'Văn phòng HĐND và UBND', aliases: [] },
  {
    id: TTHCC,
    name: 'Trung tâm Phục vụ hành chính công',
    aliases: ['Trung tâm Hành chính công', 'Bộ phận Một cửa'],
  },
  { id: CA, name: 'Công an phường', aliases: [] },
];

describe('a unit as plans write it', () => {
  it.each<[string, number]>([
    ['Phòng Văn hoá – Xã hội', VHXH],
    ['PHÒNG VĂN HOÁ - XÃ HỘI', VHXH],
    ['Phòng Văn hóa và Xã hội phường', VHXH],
    ['phong van hoa xa hoi phuong', VHXH],
    ['Văn hóa – Xã hội', VHXH],
    ['Phòng VHXH', VHXH],
    ['P. VH-XH', VHXH],
    ['VHXH', VHXH],
    ['Phòng VHXH phường Hoa Lư Đông', VHXH],
    ['- Phòng Văn hoá - Xã hội chủ trì xây dựng Kế hoạch.', VHXH],
    ['Phòng VHXH (tổng hợp, báo cáo)', VHXH],
    ['Phòng Kinh tế, Hạ tầng và Đô thị', KTHTDT],
    ['Phòng Kinh tế - Hạ tầng - Đô thị', KTHTDT],
    ['Phòng KT-HT&ĐT', KTHTDT],
    ['KTHTĐT', KTHTDT],
    ['Văn phòng HĐND & UBND phường', VP],
    ['Văn phòng Hội đồng nhân dân và Uỷ ban nhân dân xã', VP],
    ['VP.HĐND-UBND', VP],
    ['VP HĐND và UBND', VP],
    ['Văn phòng UBND phường', VP],
    ['Văn phòng', VP],
    ['VP', VP],
    ['TTPVHCC', TTHCC],
    ['TT PVHCC', TTHCC],
    ['Trung tâm PVHCC phường', TTHCC],
    ['Trung tâm hành chính công', TTHCC],
    ['bộ phận một cửa', TTHCC],
    ['Công an phường', CA],
    ['Công an', CA],
  ])('%j', (words, id) => {
    expect(matchUnits([words], office)).toMatchObject({ matched: [id], all: false, unmatched: [] });
  });
});

describe('a unit that a sentence begins with', () => {
  it.each<[string, number | null]>([
    ['Phòng Kinh tế, Hạ tầng và Đô thị kiểm kê tài sản công', KTHTDT],
    ['Bộ phận Một cửa niêm yết thủ tục', TTHCC],
    ['PHÒNG VĂN HOÁ - XÃ HỘI chốt danh sách', VHXH],
    ['Văn phòng phẩm cho các đơn vị', null],
    ['Kiểm kê tài sản của Phòng Văn hóa - Xã hội', null],
    ['Công an', null],
    ['', null],
  ])('%j', (sentence, id) => {
    expect(unitAtStartOf(sentence, office)).toBe(id);
  });
});

describe('several units in one text', () => {
  it.each<[string, number[], boolean, string[]]>([
    ['Phòng VHXH; Văn phòng HĐND và UBND', [VHXH, VP], false, []],
    ['Phòng VHXH, Phòng Kinh tế, Hạ tầng và Đô thị, Công an phường', [VHXH, KTHTDT, CA], false, []],
    ['VHXH, KTHTĐT', [VHXH, KTHTDT], false, []],
    ['phòng VHXH và phòng KTHTĐT', [VHXH, KTHTDT], false, []],
    ['- Phòng VHXH\n- Văn phòng HĐND và UBND phường', [VHXH, VP], false, []],
    ['Phòng VHXH; các phòng, ban chuyên môn', [VHXH], true, []],
    ['Phòng VHXH; Trường Tiểu học Cầu Mây', [VHXH], false, ['Trường Tiểu học Cầu Mây']],
    ['Phòng VHXH, Phòng VH-XH', [VHXH], false, []],
  ])('%j', (words, matched, all, unmatched) => {
    expect(matchUnits([words], office)).toMatchObject({ matched, all, unmatched });
  });
});

describe('words that mean every unit', () => {
  it.each([
    'Các phòng, ban chuyên môn',
    'các cơ quan, đơn vị',
    'Các cơ quan, đơn vị thuộc UBND phường',
    'Các phòng chuyên môn phường',
    'Tất cả các phòng, ban, trung tâm',
    'Các cơ quan, đơn vị phối hợp thực hiện',
  ])('%j', (words) => {
    expect(matchUnits([words], office)).toMatchObject({ matched: [], all: true, unmatched: [] });
  });
});

describe('words that name no unit are handed back, never guessed', () => {
  it.each([
    'Sở Nội vụ',
    'Phòng Văn hoá - Xã hội tỉnh',
    'Phòng Kinh tế',
    'Các cơ quan, đơn vị liên quan',
    'Các sở, ban, ngành, địa phương',
    'UBND phường',
    'Phòng Văn hoá, Thể thao và Du lịch',
  ])('%j', (words) => {
    expect(matchUnits([words], office)).toMatchObject({ matched: [], all: false, unmatched: [words] });
  });

  it('does not take the first half of a longer name', () => {
    const units = [{ id: 1, name: 'Phòng Kinh tế', aliases: [] }];
    const words = 'Phòng Kinh tế, Hạ tầng và Đô thị';
    expect(matchUnits([words], units).unmatched).toEqual([words]);
  });

  it('does not choose between two units that share an abbreviation', () => {
    const units = [
      { id: 1, name: 'Văn phòng HĐND và UBND', aliases: [] },
      { id: 2, name: 'Văn phòng Đảng uỷ', aliases: [] },
    ];
    expect(matchUnits(['VP'], units).unmatched).toEqual(['VP']);
    expect(matchUnits(['Văn phòng Đảng ủy'], units).matched).toEqual([2]);
  });

  it('prefers a name that the office gave over one that only follows from initials', () => {
    const units = [
      { id: 1, name: 'Phòng Văn hóa - Xã hội', aliases: [] },
      { id: 2, name: 'Ban Vận hành xã hội hóa', aliases: ['VHXH'] },
    ];
    expect(matchUnits(['VHXH'], units).matched).toEqual([2]);
  });
});

it('loses no word: every name is matched, or handed back', () => {
  const names = office.flatMap((unit) => [unit.name, ...unit.aliases]);
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...names, 'Sở Nội vụ', 'Trạm Y tế'), { minLength: 1 }),
      (written) => {
        const { matched, unmatched } = matchUnits([written.join('; ')], office);
        const ids = written.map(
          (name) => office.find((u) => u.name === name || u.aliases.includes(name))?.id,
        );
        expect(new Set(matched)).toEqual(new Set(ids.filter((id) => id !== undefined)));
        expect(unmatched).toEqual(written.filter((_, i) => ids[i] === undefined));
      },
    ),
  );
});
