import type { Day } from '../domain/day.ts';

/** What happens in the example office, in order. Days without a step pass like any other. */
export type Step =
  /** Someone says something to the bot alone, or in the group. */
  | { at: string; who: string; says: string; inGroup?: boolean; file?: string }
  /** Someone replies to the bot's latest message in that chat. */
  | { at: string; who: string; replies: string }
  /** Presses the n-th button (from 1) of the bot's latest message. */
  | { at: string; who: string; presses: number }
  /** The clerk gives invitations to these people, and they join. */
  | { at: string; joins: string[] };

export interface StoryDay {
  day: Day;
  steps: Step[];
}

export const OFFICE_FILES = { roster: 'examples/danh-sach-can-bo.xlsx', plan: 'examples/ke-hoach-2026.docx' };
export const GROUP = 'Nhóm UBND phường Lam Kiều';

const CLERK = 'Nguyễn Thị Hồng Nhung';
const CHAIRMAN = 'Trần Quốc Bảo';
const HEAD = 'Đỗ Minh Tuấn';
const LAN = 'Nguyễn Thị Lan';
const HUNG = 'Đặng Văn Hưng';
const QUYNH = 'Lâm Thị Quỳnh';

export const STORY: StoryDay[] = [
  {
    day: '2026-11-20',
    steps: [
      { at: '14:00', joins: [CLERK] },
      { at: '14:02', who: CLERK, says: '', file: OFFICE_FILES.plan },
      { at: '14:03', who: CLERK, says: 'dong y' },
      { at: '14:05', who: CLERK, says: '/ketnoi', inGroup: true },
      { at: '14:10', joins: [CHAIRMAN, HEAD, LAN, HUNG, QUYNH] },
      { at: '14:20', who: LAN, says: '/viec' },
    ],
  },
  {
    day: '2026-11-23',
    steps: [
      { at: '08:05', who: LAN, says: 'xong 24 https://lamkieu.example.vn/tin/ngay-van-hoa' },
      { at: '08:30', who: HUNG, says: 'em xong viec 14 roi a, so 118/BC-UBND ngay 23/11/2026' },
      { at: '09:00', who: QUYNH, says: 'xong' },
      { at: '09:15', who: LAN, says: 'chua xong 2' },
      { at: '09:20', who: LAN, says: 'xong 6' },
    ],
  },
  {
    day: '2026-11-25',
    steps: [{ at: '10:40', who: LAN, says: 'DA NOP HO SO HO NGHEO https://lamkieu.example.vn/vb/301' }],
  },
  {
    day: '2026-11-26',
    steps: [{ at: '08:00', who: HUNG, replies: 'xong' }],
  },
  {
    day: '2026-11-27',
    steps: [
      { at: '08:15', who: CHAIRMAN, says: '/tiendo' },
      { at: '08:16', who: CHAIRMAN, says: '/quahan' },
      { at: '09:00', who: HEAD, says: '#35' },
      { at: '09:05', who: HEAD, says: 'xong 35, số 402/BC-UBND ngày 27/11/2026' },
    ],
  },
  {
    day: '2026-12-02',
    steps: [{ at: '08:30', who: HUNG, presses: 1 }],
  },
  {
    day: '2026-12-04',
    steps: [{ at: '15:00', who: CHAIRMAN, says: 'tien do den dau roi', inGroup: false }],
  },
];
