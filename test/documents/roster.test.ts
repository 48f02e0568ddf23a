import { describe, expect, it } from 'vitest';
import { readHere } from '../../src/documents/reading.ts';
import { NotARoster, readRoster } from '../../src/documents/roster.ts';
import { type Grid, textFile, xlsxFile } from './files.ts';

const HEADER = ['Stt', 'Họ và tên', 'Chức vụ', 'Đơn vị', 'Vai trò', 'Số điện thoại'];
const OFFICE: Grid = [['DANH SÁCH CÁN BỘ'], ['Cơ quan:', 'UBND xã Đồi Sim']];

const rosterOf = async (people: Grid, others: Record<string, Grid> = {}) =>
  readRoster(await xlsxFile({ 'Cán bộ': [...OFFICE, [], HEADER, ...people], ...others }));

describe('a roster', () => {
  it('names the office, its units with their other names, its people and their roles', async () => {
    const people: Grid = [
      [1, 'Lê Văn Tám', 'Chủ tịch UBND', '', 'lãnh đạo', '0900000000'],
      [2, 'Trần Thị Sáu', 'Chánh Văn phòng', 'Văn phòng', 'lãnh đạo đơn vị', ''],
      [3, 'Võ Năm', 'Công chức', 'VP', 'đầu mối', ''],
      [4, 'Ngô Bảy', 'Công chức', 'Phòng Kinh tế', 'cán bộ', ''],
    ];
    const units: Grid = [
      ['Tên đơn vị', 'Tên gọi khác'],
      ['Văn phòng', 'VP; VP HĐND-UBND'],
    ];
    expect(await rosterOf(people, { 'Đơn vị': units })).toMatchObject({
      office: { name: 'UBND xã Đồi Sim' },
      people: [
        { name: 'Lê Văn Tám', unit: null, role: 'leader', unitHead: false, title: 'Chủ tịch UBND' },
        {
          name: 'Trần Thị Sáu',
          unit: 'Văn phòng',
          role: 'officer',
          unitHead: true,
          title: 'Chánh Văn phòng',
        },
        { name: 'Võ Năm', unit: 'Văn phòng', role: 'clerk', unitHead: false, title: 'Công chức' },
        { name: 'Ngô Bảy', unit: 'Phòng Kinh tế', role: 'officer', unitHead: false, title: 'Công chức' },
      ],
      problems: [],
    });
  });

  it('as .csv, the office named by its title alone', async () => {
    const csv =
      'ỦY BAN NHÂN DÂN XÃ ĐỒI SIM;;;\nHọ tên;Chức vụ;Phòng ban;Vai trò\nVõ Năm;Công chức;Văn phòng;cán bộ\nNgô Bảy;;Văn phòng;đầu mối\n';
    const roster = await readRoster(textFile(csv, 'danh-sach.csv'));
    expect(roster.office.name).toBe('ỦY BAN NHÂN DÂN XÃ ĐỒI SIM');
    expect(roster.people.map(({ name, role }) => [name, role])).toEqual([
      ['Võ Năm', 'officer'],
      ['Ngô Bảy', 'clerk'],
    ]);
  });

  it.each<[string, string, object]>([
    ['', 'Chủ tịch UBND', { role: 'leader', unitHead: false }],
    ['', 'Phó Chủ tịch UBND phường', { role: 'leader', unitHead: false }],
    ['', 'Chủ tịch Hội Nông dân', { role: 'officer', unitHead: false }],
    ['', 'Trưởng phòng', { role: 'officer', unitHead: true }],
    ['', 'Phó Trưởng phòng', { role: 'officer', unitHead: false }],
    ['', 'Quyền Trưởng phòng', { role: 'officer', unitHead: true }],
    ['', 'Phó Trưởng phòng phụ trách', { role: 'officer', unitHead: true }],
    ['', 'Phó Trưởng phòng VHXH phụ trách phòng', { role: 'officer', unitHead: true }],
    ['', 'Phó Trưởng phòng phụ trách lĩnh vực đất đai', { role: 'officer', unitHead: false }],
    ['Lãnh đạo', '', { role: 'leader', unitHead: false }],
    ['trưởng phòng', '', { role: 'officer', unitHead: true }],
    ['Phó Trưởng phòng', '', { role: 'officer', unitHead: false }],
    ['phó chánh văn phòng', '', { role: 'officer', unitHead: false }],
    ['ĐẦU MỐI', 'Chánh Văn phòng', { role: 'clerk', unitHead: true }],
    ['can bo', 'Trưởng phòng', { role: 'officer', unitHead: false }],
  ])('the role %j with the title %j', async (role, title, expected) => {
    const { people } = await rosterOf([[1, 'Võ Năm', title, 'Văn phòng', role, '']]);
    expect(people[0]).toMatchObject(expected);
  });
});

describe('somebody of several units', () => {
  const OTHERS: Grid = [
    [8, 'Đỗ Tám', 'Công chức', 'Phòng Văn hóa - Xã hội', '', ''],
    [9, 'Võ Chín', 'Công chức', 'VP', '', ''],
    [9, 'Lý Chín', 'Công chức', 'VHXH', '', ''],
    [10, 'Hồ Mười', 'Công chức', 'Phòng Kinh tế, Hạ tầng và Đô thị', '', ''],
  ];
  const UNITS: Grid = [
    ['Tên đơn vị', 'Tên gọi khác'],
    ['Văn phòng', 'VP'],
    ['Phòng Văn hóa - Xã hội', 'VHXH'],
  ];
  const VHXH = 'Phòng Văn hóa - Xã hội';
  const of = (unit: string, unitHead = false) => ({ unit, unitHead });

  it.each<[string, Grid, object]>([
    [
      'one cell',
      [[1, 'Hà Lan', 'Công chức', 'Văn phòng; VHXH', '', '']],
      { unit: 'Văn phòng', further: [of(VHXH)] },
    ],
    [
      'two names of one unit',
      [
        [1, 'Hà Lan', 'Công chức', 'Văn phòng', '', ''],
        [2, 'Hà Lan', 'Công chức', 'VP', '', ''],
      ],
      { unit: 'Văn phòng' },
    ],
    [
      'with a comma',
      [[1, 'Hà Lan', 'Công chức', 'VP, VHXH', '', '']],
      { unit: 'Văn phòng', further: [of(VHXH)] },
    ],
    [
      'one below the other',
      [[1, 'Hà Lan', '', 'Văn phòng\nVHXH', '', '']],
      { unit: 'Văn phòng', further: [of(VHXH)] },
    ],
    [
      '"kiêm"',
      [[1, 'Hà Lan', '', 'Văn phòng kiêm VHXH', '', '']],
      { unit: 'Văn phòng', further: [of(VHXH)] },
    ],
    [
      'a title that heads another unit',
      [[1, 'Hà Lan', 'Phó Chủ tịch UBND kiêm Trưởng phòng VHXH', '', '', '']],
      { unit: null, role: 'leader', further: [of(VHXH, true)] },
    ],
    [
      'a title that heads the own unit',
      [[1, 'Hà Lan', 'Phó Chủ tịch UBND kiêm Trưởng phòng', VHXH, '', '']],
      { unit: VHXH, role: 'leader', unitHead: true },
    ],
    [
      'a deputy heads nothing',
      [[1, 'Hà Lan', 'Phó Chánh Văn phòng kiêm Phó Trưởng phòng VHXH', 'Văn phòng', '', '']],
      { unit: 'Văn phòng', unitHead: false, further: [of(VHXH)] },
    ],
    [
      'two rows with one phone',
      [
        [1, 'Hà Lan', 'Phó Chủ tịch UBND', '', 'lãnh đạo', '0912345678'],
        [2, 'Hà Lan', 'Trưởng phòng', VHXH, '', '0912 345 678'],
      ],
      { unit: null, role: 'leader', title: 'Phó Chủ tịch UBND', further: [of(VHXH, true)] },
    ],
    [
      'two rows, the second of which says so',
      [
        [1, 'Hà Lan', 'Chuyên viên', 'Văn phòng', '', ''],
        [2, 'Hà Lan', 'kiêm kế toán', VHXH, '', ''],
      ],
      { unit: 'Văn phòng', title: 'Chuyên viên', further: [of(VHXH)] },
    ],
    [
      'two rows with a position that one has alone',
      [
        [1, 'Hà Lan', 'Trưởng phòng', 'Văn phòng', '', ''],
        [2, 'HÀ LAN', 'Trưởng phòng', VHXH, '', ''],
      ],
      { unit: 'Văn phòng', unitHead: true, further: [of(VHXH, true)] },
    ],
  ])('%s', async (_, rows, expected) => {
    const roster = await rosterOf([...rows, ...OTHERS], { 'Đơn vị': UNITS });
    const theirs = roster.people.filter(({ name }) => name === 'Hà Lan');
    expect(theirs).toMatchObject([expected]);
    expect(roster.problems).toEqual([]);
    expect(roster.units.map(({ name }) => name).toSorted()).toEqual([
      'Phòng Kinh tế, Hạ tầng và Đô thị',
      VHXH,
      'Văn phòng',
    ]);
  });

  it.each<[string, Grid]>([
    [
      'two phones',
      [
        [1, 'Hà Lan', 'Trưởng phòng', 'Văn phòng', '', '0912345678'],
        [2, 'Hà Lan', 'Trưởng phòng', VHXH, '', '0912345679'],
      ],
    ],
    [
      'a title that many have',
      [
        [1, 'Hà Lan', 'Chuyên viên', 'Văn phòng', '', ''],
        [2, 'Hà Lan', 'Chuyên viên', VHXH, '', ''],
      ],
    ],
    [
      '"kiêm" of a third unit',
      [
        [1, 'Hà Lan', 'Phó Chủ tịch UBND kiêm Chánh Văn phòng', '', '', ''],
        [2, 'Hà Lan', 'Chuyên viên', VHXH, '', ''],
      ],
    ],
  ])('two rows are two people: %s', async (_, rows) => {
    const { people } = await rosterOf([...rows, ...OTHERS]);
    expect(people.filter(({ name }) => name === 'Hà Lan')).toHaveLength(2);
  });
});

describe('rows that cannot be used are handed back', () => {
  const good = [1, 'Võ Năm', 'Công chức', 'Văn phòng', 'cán bộ', ''];

  it.each<[string, (string | number)[]]>([
    ['no-name', [2, '', 'Công chức', 'Văn phòng', 'cán bộ', '']],
    ['unknown-role', [2, 'Ngô Bảy', 'Công chức', 'Văn phòng', 'giám sát', '']],
    ['duplicate-person', [2, 'VÕ NĂM', 'Công chức', 'văn phòng', 'cán bộ', '']],
  ])('%s', async (kind, row) => {
    const roster = await rosterOf([good, row]);
    expect(roster.people).toHaveLength(1);
    expect(roster.problems).toMatchObject([{ kind, source: { sheet: 'Cán bộ', row: 6 } }]);
  });

  it('but the name of a group and a blank row are no people', async () => {
    const roster = await rosterOf([['I', '', '', 'Văn phòng', '', ''], good, [2, '', '', '', '', '']]);
    expect([roster.people.length, roster.problems.length]).toEqual([1, 0]);
  });

  it('but somebody may be of no unit', async () => {
    const roster = await rosterOf([good, [2, 'Ngô Bảy', 'Lái xe', '', 'cán bộ', '']]);
    expect(roster.people[1]).toMatchObject({ name: 'Ngô Bảy', unit: null, role: 'officer' });
    expect(roster.problems).toEqual([]);
  });

  it('but two people of one name may work in two units', async () => {
    const roster = await rosterOf([good, [2, 'Võ Năm', 'Công chức', 'Phòng Kinh tế', 'cán bộ', '']]);
    expect([roster.people.length, roster.problems.length]).toEqual([2, 0]);
  });
});

describe('a file that is no roster', () => {
  it('without a clerk, who alone could change anything', async () => {
    const office = ['Cơ quan: UBND xã Lâm Sơn Thử'];
    const file = await xlsxFile({ A: [office, HEADER, [1, 'Võ Năm', '', 'Văn phòng', 'cán bộ', '']] });
    await expect(readHere('roster', { file })).rejects.toMatchObject({ reason: 'no-clerk' });
    await expect(readHere('file', { file, defaultYear: 2026 })).rejects.toMatchObject({ reason: 'no-clerk' });
  });

  it('without people', async () => {
    await expect(readRoster(textFile('Kế hoạch năm 2026'))).rejects.toMatchObject({ reason: 'no-people' });
  });

  it('without the name of the office', async () => {
    const file = await xlsxFile({ A: [HEADER, [1, 'Võ Năm', '', 'Văn phòng', 'cán bộ', '']] });
    await expect(readRoster(file)).rejects.toThrow(NotARoster);
    await expect(readRoster(file)).rejects.toThrow(/write "Cơ quan: UBND/);
  });
});
