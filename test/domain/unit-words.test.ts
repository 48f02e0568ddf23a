import { describe, expect, it } from 'vitest';
import { looksLikeUnit, splitUnits, unitNameIn } from '../../src/domain/unit-words.ts';

describe('one entry a unit', () => {
  it.each<[string, string[]]>([
    ['Phòng Kinh tế, Hạ tầng và Đô thị', ['Phòng Kinh tế, Hạ tầng và Đô thị']],
    ['Văn phòng HĐND và UBND phường', ['Văn phòng HĐND và UBND phường']],
    ['Phòng VHXH, Văn phòng HĐND và UBND', ['Phòng VHXH', 'Văn phòng HĐND và UBND']],
    [
      'Phòng Kinh tế, Hạ tầng và Đô thị, Công an phường',
      ['Phòng Kinh tế, Hạ tầng và Đô thị', 'Công an phường'],
    ],
    ['Phòng VHXH và Trung tâm Phục vụ hành chính công', ['Phòng VHXH', 'Trung tâm Phục vụ hành chính công']],
    ['Các phòng, ban chuyên môn', ['Các phòng, ban chuyên môn']],
    ['Các phòng, ban, Công an phường', ['Các phòng, ban', 'Công an phường']],
    ['Sở Nội vụ; các sở, ban, ngành', ['Sở Nội vụ', 'các sở, ban, ngành']],
    ['- Sở Nội vụ\n- UBND cấp xã.', ['Sở Nội vụ', 'UBND cấp xã']],
    ['1. Phòng VHXH\n2. Văn phòng', ['Phòng VHXH', 'Văn phòng']],
    ['Phòng VHXH (tổng hợp, báo cáo)', ['Phòng VHXH (tổng hợp, báo cáo)']],
    ['', []],
  ])('%j', (text, units) => {
    expect(splitUnits(text)).toEqual(units);
  });
});

describe('the name without the duty', () => {
  it.each([
    ['Phòng VHXH chủ trì xây dựng kế hoạch', 'Phòng VHXH'],
    ['- Phòng VHXH: tổng hợp, báo cáo.', 'Phòng VHXH'],
    ['Phòng VHXH (tổng hợp)', 'Phòng VHXH'],
    ['Ban Tổ chức Đảng ủy', 'Ban Tổ chức Đảng ủy'],
    ['Các cơ quan, tổ chức, cá nhân', 'Các cơ quan, tổ chức, cá nhân'],
  ])('%j is %j', (text, name) => {
    expect(unitNameIn(text)).toBe(name);
  });
});

it.each([
  'Phòng VHXH',
  'phong vhxh',
  'VP HĐND',
  'Sở Nội vụ',
  'Tổ dân phố 3',
  'Đội quản lý đô thị',
  'ỦY BAN MTTQ',
])('%j looks like a unit', (text) => {
  expect(looksLikeUnit(text)).toBe(true);
});

it.each([
  'Số liệu tháng',
  'Đối với hồ sơ',
  'Tổ chức họp',
  'Ban hành văn bản',
  'Báo cáo năm',
  'Trường hợp khác',
  'Hạ tầng',
])('%j does not', (text) => {
  expect(looksLikeUnit(text)).toBe(false);
});
