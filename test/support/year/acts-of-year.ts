/** What the ward's people say in 2026 and in the first days of 2027, besides their ordinary reports. */

import { CA, HCC, VHXH } from './office.ts';
import type { Act, Scene } from './story.ts';

const THAI = 'Đinh Văn Thái';
const NGAN = 'Cù Thị Ngân';
const HANH = 'Tô Thị Hạnh';
const VIET = 'Lương Quốc Việt';
const SON = 'Vi Văn Sơn';
const HOA = 'Chử Thị Hòa';
const CUONG = 'Ma Văn Cường';
const OANH = 'Kiều Thị Oanh';
const LUC = 'Ông Văn Lực';
const NGA = 'Lục Thị Nga';
const LAN = 'Hà Thị Lan';
const NAM = 'Quách Văn Nam';
const THU = 'Bế Thị Thu';
const QUE = 'Đặng Thị Quế';
const TU = 'La Văn Tú';
const HUNG = 'Khổng Minh Hưng';
const MAY = 'Lò Thị Mây';
const KHOI = 'Cao Văn Khôi';
const DUNG = 'Từ Thị Dung';
const LOC = 'Phan Văn Lộc';
const QUY = 'Khúc Văn Quý';
const HUY = 'Đàm Quang Huy';
const THANG = 'Hứa Văn Thắng';
const PAO = 'Giàng A Páo';
const MY = 'Thào Thị Mỷ';

const done = (who: string, number: number, words?: string): Act => ({
  act: 'report',
  who,
  number,
  ...(words === undefined ? {} : { words }),
});
const returns = (who: string, number: number): Act => ({ act: 'return', who, number });
const asks = (who: string, number: number, until: string): Act => ({ act: 'ask-time', who, number, until });
const answers = (who: string, number: number, grants: boolean): Act => ({
  act: 'answer-time',
  who,
  number,
  grants,
});

const on = (day: string, ...acts: Act[]): Scene => ({ day, acts });

export const ACTS: Scene[] = [
  on('2026-01-27', { act: 'accept', who: THAI, number: 35 }),
  on('2026-02-03', {
    act: 'add',
    who: HANH,
    title: 'Kiểm tra phòng cháy chợ Tết',
    unit: CA,
    due: '2026-02-11',
  }),
  on('2026-02-09', done(LAN, 16), done(NAM, 17), { act: 'undo-report', who: NAM, number: 17 }),
  on('2026-02-10', returns(THAI, 16), done(MY, 61)),
  on('2026-02-11', done(LAN, 16, 'da xong viec 16 https://trexanh.example.vn/qua-tet')),
  on('2026-02-12', { act: 'tap-done', who: NAM, number: 17 }),
  on('2026-02-25', done(QUY, 6)),
  on('2026-02-26', returns(HOA, 6)),
  on('2026-03-02', { act: 'start', who: KHOI, number: 43, event: '2026-03-02' }),
  on('2026-03-03', done(QUY, 6)),
  on('2026-03-06', done(KHOI, 43), {
    act: 'leave',
    who: LAN,
    from: '2026-03-09',
    to: '2026-03-20',
    substitute: NAM,
  }),
  on('2026-03-12', asks(LOC, 37, '2026-03-20')),
  on('2026-03-16', answers(THAI, 37, false), asks(OANH, 10, '2026-03-27')),
  on('2026-03-17', answers(HANH, 10, true)),
  on('2026-03-18', done(LOC, 37)),
  on('2026-03-26', done(OANH, 10)),
  on('2026-03-27', asks(NAM, 21, '2026-04-10')),
  on('2026-03-30', { act: 'withdraw-time', who: NAM, number: 21 }),
  on('2026-03-31', { act: 'tap-done', who: NAM, number: 21 }),
  on('2026-04-06', { act: 'goes', who: HANH, person: KHOI }),
  on('2026-04-07', { act: 'give', who: SON, number: 43, to: LOC }),
  on('2026-04-13', asks(OANH, 9, '2026-04-30')),
  on('2026-04-15', answers(NGAN, 9, true)),
  on('2026-04-28', asks(LOC, 38, '2026-05-15')),
  on('2026-04-29', done(OANH, 9)),
  on('2026-05-04', answers(HANH, 38, true), { act: 'start', who: PAO, number: 59, event: '2026-04-29' }),
  on('2026-05-07', done(PAO, 59)),
  on('2026-05-20', done(LOC, 38), asks(HUY, 53, '2026-06-05'), answers(THAI, 53, false)),
  on('2026-05-25', done(THANG, 53)),
  on('2026-05-27', done(HUNG, 39)),
  on('2026-05-29', returns(NGAN, 39)),
  on('2026-06-01', done(HUNG, 39)),
  on('2026-06-08', { act: 'start', who: LAN, number: 28, event: '2026-06-08' }),
  on('2026-06-10', { act: 'tap-done', who: LAN, number: 28 }),
  on('2026-06-12', done(QUE, 23)),
  on('2026-06-15', returns(VIET, 23), { act: 'set-date', who: HANH, number: 29, day: '2026-10-15' }),
  on('2026-06-17', done(QUE, 23)),
  on('2026-07-01', { act: 'set-stages', who: HANH, days: [5, 1] }),
  on('2026-07-06', {
    act: 'add',
    who: THAI,
    title: 'Báo cáo nhanh tình hình mưa lũ',
    unit: VHXH,
    due: '2026-07-10',
  }),
  on('2026-07-10', {
    act: 'leave',
    who: HUNG,
    from: '2026-07-13',
    to: '2026-07-24',
    substitute: MAY,
  }),
  on('2026-07-13', done(LAN, 66)),
  on('2026-08-10', { act: 'start', who: LOC, number: 43, event: '2026-08-10' }),
  on('2026-08-14', done(LOC, 43)),
  on('2026-08-24', asks(MAY, 42, '2026-09-11')),
  on('2026-08-25', asks(NGA, 8, '2026-09-15')),
  on('2026-08-26', { act: 'withdraw-time', who: MAY, number: 42 }),
  on('2026-08-27', done(MAY, 42), answers(HANH, 8, true)),
  on('2026-09-14', done(NGA, 8), asks(MY, 54, '2026-09-25'), { act: 'goes', who: HANH, person: QUE }),
  on('2026-09-15', answers(NGAN, 54, true)),
  on('2026-09-21', { act: 'give', who: VIET, number: 27, to: THU }),
  on('2026-09-24', done(MY, 54)),
  on('2026-09-25', done(THANG, 54)),
  on('2026-10-02', { act: 'leave', who: HUY, from: '2026-10-05', to: '2026-10-16', substitute: THANG }),
  on('2026-10-12', done(LUC, 12)),
  on('2026-10-13', { act: 'withdraw', who: LUC, number: 12 }),
  on('2026-10-14', done(HUY, 56), done(TU, 29)),
  on('2026-10-15', returns(CUONG, 56)),
  on('2026-10-16', done(THANG, 56)),
  on('2026-10-19', done(LUC, 12), { act: 'start', who: HANH, number: 28, event: '2026-10-19' }),
  on('2026-10-26', done(LAN, 28)),
  on('2026-11-02', { act: 'leave-out', who: HANH, number: 32 }),
  on('2026-11-04', { act: 'take-back', who: HANH, number: 32 }),
  on('2026-11-09', {
    act: 'add',
    who: HOA,
    title: 'Trực hỗ trợ dịch vụ công',
    unit: HCC,
    due: '2026-11-20',
  }),
  on('2026-11-11', asks(HUNG, 46, '2026-11-25')),
  on('2026-11-12', answers(HANH, 46, false), done(DUNG, 44)),
  on('2026-11-13', done(HUNG, 46)),
  on('2026-11-17', done(HANH, 31)),
  on('2026-12-02', done('Mai Thị Liên', 67)),
  on('2026-12-28', done(MAY, 48)),
  on('2026-12-29', { act: 'withdraw', who: MAY, number: 48 }),
  on('2026-12-31', done(MAY, 48)),
];
