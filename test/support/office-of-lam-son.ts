import type { Roster } from '../../src/services/ports/documents.ts';

/** A small invented commune: one chairman, one clerk, three units. */
export const LAM_SON: Roster = {
  office: { name: 'UBND xã Lâm Sơn Thử' },
  units: [
    { name: 'Văn phòng HĐND và UBND', aliases: ['VP'] },
    { name: 'Phòng Văn hóa - Xã hội', aliases: ['VHXH'] },
    { name: 'Phòng Kinh tế', aliases: ['KT'] },
  ],
  people: [
    person('Đinh Văn Thái', null, 'Chủ tịch UBND', { role: 'leader' }),
    person('Tô Thị Hạnh', 'Văn phòng HĐND và UBND', 'Văn thư', { role: 'clerk' }),
    person('Lương Quốc Việt', 'Phòng Văn hóa - Xã hội', 'Trưởng phòng', { unitHead: true }),
    person('Hà Thị Lan', 'Phòng Văn hóa - Xã hội', 'Công chức'),
    person('Quách Văn Nam', 'Phòng Văn hóa - Xã hội', 'Công chức'),
    person('Khổng Minh Hưng', 'Phòng Kinh tế', 'Công chức'),
  ],
  problems: [],
};

function person(
  name: string,
  unit: string | null,
  title: string,
  rest: Partial<Roster['people'][number]> = {},
): Roster['people'][number] {
  return { name, unit, title, role: 'officer', unitHead: false, ...rest };
}
