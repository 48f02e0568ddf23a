/** An invented ward of 25 people, its plan with every date typed by hand, and what happens in its eight weeks. */
import type { Roster } from '../../../src/services/ports/documents.ts';
import type { PlanRow } from '../test-office.ts';

export const FIRST_MORNING = '2026-11-09';
export const LAST_MORNING = '2027-01-08';

export const VP = 'Văn phòng HĐND và UBND';
export const VHXH = 'Phòng Văn hóa - Xã hội';
export const KT = 'Phòng Kinh tế';
export const HCC = 'Trung tâm Phục vụ hành chính công';
export const QS = 'Ban Chỉ huy quân sự';

type Person = Roster['people'][number];

function staff(unit: string, head: string, ...officers: string[]): Person[] {
  return [head, ...officers].map((name) => ({
    name,
    unit,
    title: name === head ? 'Trưởng đơn vị' : 'Chuyên viên',
    role: 'officer',
    unitHead: name === head,
  }));
}

function alone(name: string, unit: string | null, role: Person['role']): Person {
  return { name, unit, title: role === 'leader' ? 'Lãnh đạo UBND' : 'Văn thư', role, unitHead: false };
}

export const ROSTER: Roster = {
  office: { name: 'UBND phường Tre Xanh' },
  units: [
    { name: VP, aliases: ['VP'] },
    { name: VHXH, aliases: ['VHXH'] },
    { name: KT, aliases: ['KT'] },
    { name: HCC, aliases: ['HCC'] },
    { name: QS, aliases: ['QS'] },
  ],
  people: [
    alone('Đinh Văn Thái', null, 'leader'),
    alone('Cù Thị Ngân', null, 'leader'),
    alone('Tô Thị Hạnh', VP, 'clerk'),
    // The largest unit has the fewest tasks: a day of the rehearsal takes as long as its messages.
    ...staff(
      VP,
      'Mạc Văn Tiến',
      'Phùng Thị Sen',
      'Ông Văn Lực',
      'Lục Thị Nga',
      'Kiều Thị Oanh',
      'Nông Văn Đạt',
    ),
    ...staff(VHXH, 'Lương Quốc Việt', 'Hà Thị Lan', 'Quách Văn Nam', 'Bế Thị Thu'),
    ...staff(KT, 'Vi Văn Sơn', 'Khổng Minh Hưng', 'Lò Thị Mây'),
    ...staff(HCC, 'Chử Thị Hòa', 'Tạ Văn Bình'),
    ...staff(
      QS,
      'Ma Văn Cường',
      'Đàm Quang Huy',
      'Hứa Văn Thắng',
      'Lý Hải Đăng',
      'Giàng A Páo',
      'Sầm Thị Yến',
      'Thào Thị Mỷ',
    ),
  ],
  problems: [],
};

/** A task of the plan; `dates` are its last days from the first morning on, as a person with a calendar finds them. */
export interface PlannedWork extends PlanRow {
  leads: string[];
  dates: string[];
}

function work(title: string, deadline: string, leads: string[], dates: string[]): PlannedWork {
  return { title, deadline, lead: leads.join('; '), leads, dates };
}

// A year stands only where it is the next one: "11-12" is 2026-11-12.
const of2026 = (...days: string[]) => days.map((day) => (day.length === 5 ? `2026-${day}` : day));

/** Their numbers are 1, 2, 3 … */
export const PLAN: PlannedWork[] = [
  work(
    'Báo cáo tuần về an sinh',
    'Thứ Năm hằng tuần',
    [VHXH],
    of2026(
      '11-12',
      '11-19',
      '11-26',
      '12-03',
      '12-10',
      '12-17',
      '12-24',
      '12-31',
      '2027-01-07',
      '2027-01-14',
    ),
  ),
  work(
    'Cập nhật giá cả thị trường',
    'Thứ Sáu hằng tuần',
    [KT],
    of2026(
      '11-13',
      '11-20',
      '11-27',
      '12-04',
      '12-11',
      '12-18',
      '12-25',
      '2027-01-01',
      '2027-01-08',
      '2027-01-15',
    ),
  ),
  work(
    'Thống kê hồ sơ một cửa',
    'Thứ Hai hằng tuần',
    [HCC],
    of2026(
      '11-09',
      '11-16',
      '11-23',
      '11-30',
      '12-07',
      '12-14',
      '12-21',
      '12-28',
      '2027-01-04',
      '2027-01-11',
    ),
  ),
  work('Tổng hợp chi ngân sách', 'Ngày 25 hằng tháng', [VP], of2026('11-25', '12-25', '2027-01-25')),
  work('Báo cáo giảm nghèo', 'Trước ngày 30 hằng tháng', [VHXH, KT], of2026('11-29', '12-29', '2027-01-29')),
  work('Sơ kết cải cách hành chính', 'Ngày 20 tháng cuối quý', [HCC], of2026('12-20')),
  work('Treo băng rôn Ngày Văn hóa', '24/11/2026', [VHXH], of2026('11-24')),
  work('Báo cáo chuyển đổi số năm', 'Trước ngày 30/11/2026', [VP], of2026('11-29')),
  work('Kiểm kê tài sản', '01/01/2027', [KT], of2026('2027-01-01')),
  work('Rà soát thanh niên nhập ngũ', '11/12/2026', [QS], of2026('12-11')),
  work('Diễn tập phòng thủ', '04/12/2026', [VHXH, QS], of2026('12-04')),
  work('Nộp biên bản kiểm tra', 'Trước 17 giờ 00 ngày 27/11/2026', [HCC], of2026('11-27')),
];

/** Somebody of the unit says "xong". */
export interface Told {
  day: string;
  who: string;
  unit: string;
  number: number;
}

function tells(who: string, unit: string, number: number, ...days: string[]): Told[] {
  return of2026(...days).map((day) => ({ day, who, unit, number }));
}

/** Some on time, some late, some never; two in one day where two are owed. */
export const REPORTS: Told[] = [
  ...tells('Hà Thị Lan', VHXH, 1, '11-12', '12-04', '12-04', '12-23', '2027-01-05'),
  ...tells('Khổng Minh Hưng', KT, 2, '11-13', '11-19', '11-27', '12-07', '12-28'),
  ...tells('Tạ Văn Bình', HCC, 3, '11-09', '11-16', '11-20', '11-30', '12-07', '12-14', '12-21', '12-28'),
  ...tells('Phùng Thị Sen', VP, 4, '12-02', '12-25'),
  ...tells('Bế Thị Thu', VHXH, 5, '11-27'),
  ...tells('Lò Thị Mây', KT, 5, '12-09', '12-29'),
  ...tells('Tạ Văn Bình', HCC, 6, '12-24'),
  ...tells('Quách Văn Nam', VHXH, 7, '11-23'),
  ...tells('Ông Văn Lực', VP, 8, '12-15'),
  ...tells('Đàm Quang Huy', QS, 10, '12-18'),
  ...tells('Hứa Văn Thắng', QS, 11, '12-08'),
];

/** The one request for more time, asked and granted on that day. */
export const EXTENSION = {
  day: '2026-12-09',
  who: 'Đàm Quang Huy',
  by: 'Tô Thị Hạnh',
  number: 10,
  from: '2026-12-11',
  until: '2026-12-18',
};

/** The groups that are bound, and the unit of each; null: the whole office's. */
export const GROUPS: { title: string; unit: string | null }[] = [
  { title: 'Nhóm UBND phường', unit: null },
  { title: 'Nhóm VHXH', unit: VHXH },
];
