/** Names that are words of units' names as well: people are tried wherever no unit is called so. */
import { expect, test } from 'vitest';
import { type Assignee, assigneesIn } from '../../src/domain/assignees.ts';
import type { Member } from '../../src/domain/member.ts';

const UNITS = [
  { id: 1, name: 'Phòng Văn hóa - Xã hội', aliases: ['VHXH'] },
  { id: 2, name: 'Ban Quản lý chợ', aliases: ['Ban'] },
];
const NAMES = [
  'Mạc Xuân Trường',
  'Bế Quốc Bảo',
  'Lò Văn Tô',
  'Kha Thị Sở',
  'Vi Văn Hội',
  'Lục Thị Thuế',
  'Tạ Phong',
];
const MEMBERS = NAMES.map(
  (name, i): Member => ({
    id: i + 1,
    organizationId: 1,
    name,
    title: 'Công chức',
    unitId: 1,
    role: 'officer',
    unitHead: false,
    phone: null,
    further: [],
  }),
);

function called(words: string): string[] {
  return assigneesIn(words, { units: UNITS, members: MEMBERS }).map(shown);
}

function shown(one: Assignee): string {
  if (one.kind === 'person') return one.person.name;
  return one.kind === 'units' ? one.units.map(({ name }) => name).join('; ') : one.kind;
}

test.each([
  ['Trường', ['Mạc Xuân Trường']],
  ['Truong', ['Mạc Xuân Trường']],
  ['cho Trường nhé', ['Mạc Xuân Trường']],
  ['anh Trường', ['Mạc Xuân Trường']],
  ['Trường VHXH', ['Mạc Xuân Trường']],
  ['Bảo', ['Bế Quốc Bảo']],
  ['bao', ['Bế Quốc Bảo']],
  ['Tô', ['Lò Văn Tô']],
  ['To', ['Lò Văn Tô']],
  ['Sở', ['Kha Thị Sở']],
  ['Hội', ['Vi Văn Hội']],
  ['Thuế', ['Lục Thị Thuế']],
  ['Phong', ['Tạ Phong']],
  ['Trường và Bảo, Thuế', ['Mạc Xuân Trường', 'Bế Quốc Bảo', 'Lục Thị Thuế']],
])('"%s" is a person', (words, people) => {
  expect(called(words)).toEqual(people);
});

test.each([
  ['tổ', 'itself'],
  ['to', 'itself'],
  ['phòng', 'itself'],
  ['cả phong', 'itself'],
  ['Phòng', 'itself'],
  ['phòng VHXH', 'Phòng Văn hóa - Xã hội'],
  ['Trường Tiểu học Lâm Sơn', 'unknown'],
  ['Sở Nội vụ', 'unknown'],
  ['Hội Nông dân', 'unknown'],
])('"%s" is not', (words, kind) => {
  expect(called(words)).toEqual([kind]);
});
