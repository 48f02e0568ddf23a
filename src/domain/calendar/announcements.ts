/**
 * What the state announces each year about days off of cán bộ, công chức, viên chức. The law leaves three things
 * open (Bộ luật Lao động 2019, Điều 112.3): which five days are Tết, which neighbour of 2/9 is off, and which
 * working days are swapped for a Saturday.
 *
 * Adding a year: write the statutory days only. Weekends around them and the days in lieu (nghỉ bù) follow from
 * the rules in holidays.ts and working-calendar.ts. Announcements come between October and December of the year before.
 */
import type { Day } from '../day.ts';

export interface Announcement {
  /** The documents it was read from. */
  sources: string[];
  /** The first of the five statutory days of Tết, which are consecutive. */
  tetFrom: Day;
  /** The statutory day beside 2/9. */
  besideNationalDay: Day;
  swaps: Swap[];
}

/** Hoán đổi ngày làm việc: a working day off, a Saturday worked instead. */
export interface Swap {
  off: Day;
  worked: Day;
  /** The holiday it lengthens. */
  joins: string;
}

export const ANNOUNCEMENTS: Readonly<Record<number, Announcement>> = {
  2025: {
    // Tết 25/01–02/02, 30/4–04/5, Quốc khánh 30/8–02/9, weekends included.
    sources: ['Thông báo 6150/TB-BLĐTBXH ngày 03/12/2024'],
    tetFrom: '2025-01-27', // 28 tháng Chạp
    besideNationalDay: '2025-09-01',
    swaps: [{ off: '2025-05-02', worked: '2025-04-26', joins: 'Ngày Quốc tế Lao động' }],
  },
  2026: {
    // Tết 14/02–22/02, Quốc khánh 29/8–02/9, weekends included.
    sources: [
      'Thông báo 9441/TB-BNV ngày 16/10/2025 (Tết, Quốc khánh)',
      'Văn bản 12729/VPCP-KGVX ngày 25/12/2025 (02/01)',
      'Công văn 3383/BNV-CVL ngày 10/4/2026 (no swap around 30/4)',
      'Văn bản 10065/VPCP-KGVX ngày 02/10/2026 (24/11 alone: the swap of 23/11 was proposed and not taken)',
    ],
    tetFrom: '2026-02-16', // 29 tháng Chạp
    besideNationalDay: '2026-09-01',
    swaps: [
      { off: '2026-01-02', worked: '2026-01-10', joins: 'Tết Dương lịch' },
      { off: '2026-08-31', worked: '2026-08-22', joins: 'Quốc khánh' },
    ],
  },
  2027: {
    // Tết 04/02–10/02 with two days in lieu, Quốc khánh 02/9–05/9, weekends included.
    sources: ['Văn bản 10065/VPCP-KGVX ngày 02/10/2026'],
    tetFrom: '2027-02-04', // 28 tháng Chạp
    besideNationalDay: '2027-09-03',
    swaps: [],
  },
};
