/** An invented ward of 36 people, its plan of 2026 and what is amended in May. Every day is typed by hand. */
import type { Roster } from '../../../src/services/ports/documents.ts';
import type { Group } from './mornings.ts';
import type { AmendedRow, Person, Row, When } from './story.ts';

export const VP = 'Văn phòng HĐND và UBND';
export const VHXH = 'Phòng Văn hóa - Xã hội';
export const KT = 'Phòng Kinh tế, Hạ tầng và Đô thị';
export const HCC = 'Trung tâm Phục vụ hành chính công';
export const QS = 'Ban Chỉ huy quân sự';
export const CA = 'Công an phường';

const SHORT: Record<string, string> = {
  [VP]: 'VP',
  [VHXH]: 'VHXH',
  [KT]: 'KT',
  [HCC]: 'HCC',
  [QS]: 'QS',
  [CA]: 'CA',
};

function staff(unit: string, head: string, ...officers: string[]): Person[] {
  return [head, ...officers].map((name) => ({ name, unit, role: 'officer', head: name === head }));
}

export const PEOPLE: Person[] = [
  { name: 'Đinh Văn Thái', unit: null, role: 'leader', head: false },
  { name: 'Cù Thị Ngân', unit: null, role: 'leader', head: false },
  { name: 'Tô Thị Hạnh', unit: VP, role: 'clerk', head: false },
  ...staff(
    VP,
    'Mạc Văn Tiến',
    'Phùng Thị Sen',
    'Ông Văn Lực',
    'Lục Thị Nga',
    'Kiều Thị Oanh',
    'Nông Văn Đạt',
  ),
  ...staff(
    VHXH,
    'Lương Quốc Việt',
    'Hà Thị Lan',
    'Quách Văn Nam',
    'Bế Thị Thu',
    'Đặng Thị Quế',
    'La Văn Tú',
    'Triệu Thị Bích',
  ),
  ...staff(
    KT,
    'Vi Văn Sơn',
    'Khổng Minh Hưng',
    'Lò Thị Mây',
    'Cao Văn Khôi',
    'Từ Thị Dung',
    'Phan Văn Lộc',
    'Âu Thị Hiền',
  ),
  ...staff(HCC, 'Chử Thị Hòa', 'Tạ Văn Bình', 'Mai Thị Liên', 'Khúc Văn Quý', 'Doãn Thị Vân'),
  ...staff(QS, 'Ma Văn Cường', 'Đàm Quang Huy', 'Hứa Văn Thắng', 'Lý Hải Đăng'),
  ...staff(CA, 'Sầm Văn Kiên', 'Giàng A Páo', 'Thào Thị Mỷ', 'Hoàng Văn Lịch'),
];

/** As in any office, not everybody has opened the bot. */
const NEVER_JOINED = ['Nông Văn Đạt', 'Âu Thị Hiền', 'Doãn Thị Vân', 'Hoàng Văn Lịch'];
export const JOINED = PEOPLE.map(({ name }) => name).filter((name) => !NEVER_JOINED.includes(name));

export const ROSTER: Roster = {
  office: { name: 'UBND phường Tre Xanh' },
  units: Object.entries(SHORT).map(([name, short]) => ({ name, aliases: [short] })),
  people: PEOPLE.map(({ name, unit, role, head }) => ({
    name,
    unit,
    title: head ? 'Trưởng đơn vị' : role === 'leader' ? 'Lãnh đạo UBND' : 'Chuyên viên',
    role,
    unitHead: head,
  })),
  problems: [],
};

export const GROUPS: Group[] = [
  { title: 'Nhóm UBND phường', unit: null, from: '2026-11-02' },
  { title: 'Nhóm BCH quân sự', unit: QS, from: '2026-01-12' },
];

/** "15/3/2026", "trước 15/3/2026" and so on, and the last day that is meant. */
const on = (day: string): When => ({ is: 'date', day });
const monthly = (day: number): When => ({ is: 'monthly', day });
const monthlyBefore = (day: number): When => ({ is: 'monthly', day, before: true });
const quarterly = (day: number): When => ({ is: 'quarterly', day });

/** A unit, perhaps with somebody of it: [VHXH, 'Hà Thị Lan']. */
type Lead = string | [unit: string, person: string];

function row(section: string, title: string, deadline: string, when: When, ...leads: Lead[]): Row {
  const all = leads.map((lead) =>
    typeof lead === 'string' ? { unit: lead } : { unit: lead[0], person: lead[1] },
  );
  return {
    section,
    title,
    deadline,
    when,
    units: all.map(({ unit }) => unit).filter((unit) => unit in SHORT),
    people: all.flatMap(({ person }) => person ?? []),
    lead: all
      .map(({ unit, person }) => (person ? `${SHORT[unit]} (đ/c ${person})` : (SHORT[unit] ?? unit)))
      .join('; '),
  };
}

export const REFORM = 'I. CẢI CÁCH HÀNH CHÍNH, CHUYỂN ĐỔI SỐ';
export const CULTURE = 'II. VĂN HÓA - XÃ HỘI';
export const ECONOMY = 'III. KINH TẾ, HẠ TẦNG, ĐÔ THỊ';
export const DEFENCE = 'IV. QUỐC PHÒNG, AN NINH';

const SEN = 'Phùng Thị Sen';
export const LUC = 'Ông Văn Lực';
export const NGA = 'Lục Thị Nga';
export const OANH = 'Kiều Thị Oanh';
export const LAN = 'Hà Thị Lan';
export const NAM = 'Quách Văn Nam';
export const THU = 'Bế Thị Thu';
export const QUE = 'Đặng Thị Quế';
export const TU = 'La Văn Tú';
export const HUNG = 'Khổng Minh Hưng';
export const MAY = 'Lò Thị Mây';
export const KHOI = 'Cao Văn Khôi';
export const DUNG = 'Từ Thị Dung';
export const LOC = 'Phan Văn Lộc';
const BINH = 'Tạ Văn Bình';
const LIEN = 'Mai Thị Liên';
export const QUY = 'Khúc Văn Quý';
export const HUY = 'Đàm Quang Huy';
export const THANG = 'Hứa Văn Thắng';
export const PAO = 'Giàng A Páo';
export const MY = 'Thào Thị Mỷ';

/** Their numbers are 1, 2, 3 … */
export const PLAN: Row[] = [
  row(REFORM, 'Ban hành kế hoạch cải cách hành chính', '05/01/2026', on('2026-01-05'), [VP, SEN]),
  row(REFORM, 'Báo cáo công tác cải cách hành chính', 'Trước ngày 25 hằng tháng', monthlyBefore(25), [
    VP,
    SEN,
  ]),
  row(REFORM, 'Thống kê hồ sơ một cửa', 'Thứ Sáu hằng tuần', { is: 'weekly', weekday: 5 }, [HCC, BINH]),
  row(REFORM, 'Sơ kết chuyển đổi số', 'Ngày 20 tháng cuối quý', quarterly(20), [VP, LUC]),
  row(REFORM, 'Rà soát thủ tục hành chính', 'Trước ngày 16/02/2026', on('2026-02-15'), [HCC, LIEN]),
  row(REFORM, 'Niêm yết bộ thủ tục mới', '27/02/2026', on('2026-02-27'), [HCC, QUY]),
  row(REFORM, 'Khảo sát hài lòng của người dân', 'Ngày 10 hằng tháng', monthly(10), [HCC, LIEN]),
  row(REFORM, 'Số hóa hồ sơ lưu trữ', '30/6/2026', on('2026-06-30'), [VP, NGA]),
  row(REFORM, 'Nâng cấp trang tin điện tử', '15/4/2026', on('2026-04-15'), [VP, OANH]),
  row(REFORM, 'Tập huấn chữ ký số', '20/3/2026', on('2026-03-20'), [VP, OANH]),
  row(REFORM, 'Cập nhật trang tin hằng ngày', 'Thường xuyên', { is: 'continuous' }, [VP, OANH]),
  row(REFORM, 'Kiểm tra kỷ luật công vụ', '15/10/2026', on('2026-10-15'), [VP, SEN]),
  row(
    REFORM,
    'Tự chấm điểm cải cách hành chính',
    'Trước ngày 01/12/2026',
    on('2026-11-30'),
    [VP, SEN],
    [HCC, BINH],
  ),
  row(REFORM, 'Công khai thủ tục bằng mã QR', '31/8/2026', on('2026-08-31'), [HCC, QUY]),
  row(REFORM, 'Tổng kết cải cách hành chính', '15/12/2026', on('2026-12-15'), [VP, SEN]),
  row(CULTURE, 'Tặng quà Tết hộ nghèo', '10/02/2026', on('2026-02-10'), [VHXH, LAN]),
  row(CULTURE, 'Trang trí đường hoa dịp Tết', '12/02/2026', on('2026-02-12'), [VHXH, NAM]),
  row(CULTURE, 'Tổng hợp tình hình Tết', '20/02/2026', on('2026-02-20'), [VHXH, THU]),
  row(CULTURE, 'Báo cáo giảm nghèo', 'Trước ngày 30 hằng tháng', monthlyBefore(30), [VHXH, LAN]),
  row(CULTURE, 'Báo cáo người có công', 'Ngày 20 tháng cuối quý', quarterly(20), [VHXH, THU]),
  row(CULTURE, 'Quản lý lễ hội đầu xuân', '31/3/2026', on('2026-03-31'), [VHXH, NAM]),
  row(CULTURE, 'Tuyên truyền Giỗ Tổ Hùng Vương', '26/4/2026', on('2026-04-26'), [VHXH, NAM]),
  row(CULTURE, 'Tháng hành động vì trẻ em', '15/6/2026', on('2026-06-15'), [VHXH, QUE]),
  row(CULTURE, 'Viếng nghĩa trang liệt sĩ', '24/7/2026', on('2026-07-24'), [VHXH, THU]),
  row(CULTURE, 'Rà soát hộ nghèo cuối năm', '20/11/2026', on('2026-11-20'), VHXH),
  row(CULTURE, 'Hoạt động Ngày Văn hóa Việt Nam', '24/11/2026', on('2026-11-24'), [VHXH, TU]),
  row(CULTURE, 'Tuyên truyền phòng chống dịch bệnh', 'Thường xuyên', { is: 'continuous' }, [VHXH, QUE]),
  row(
    CULTURE,
    'Hỗ trợ hộ bị thiên tai',
    'Chậm nhất 03 ngày làm việc kể từ khi có quyết định',
    { is: 'triggered', days: 3 },
    [VHXH, LAN],
  ),
  row(CULTURE, 'Xây dựng thiết chế văn hóa', 'Khi có hướng dẫn của tỉnh', { is: 'waiting' }, [VHXH, TU]),
  row(CULTURE, 'Khai giảng năm học mới', '05/9/2026', on('2026-09-05'), [VHXH, QUE]),
  row(CULTURE, 'Ngày hội Đại đoàn kết', '18/11/2026', on('2026-11-18'), 'Ban Công tác Mặt trận'),
  row(CULTURE, 'Bình xét gia đình văn hóa', '10/12/2026', on('2026-12-10'), VHXH),
  row(ECONOMY, 'Báo cáo thu chi ngân sách', 'Ngày 25 hằng tháng', monthly(25), [KT, HUNG]),
  row(ECONOMY, 'Báo cáo giải ngân đầu tư công', 'Ngày 15 tháng cuối quý', quarterly(15), [KT, MAY]),
  row(ECONOMY, 'Giao dự toán ngân sách', '20/01/2026', on('2026-01-20'), [KT, HUNG]),
  row(ECONOMY, 'Kiểm tra an toàn thực phẩm dịp Tết', '06/02/2026', on('2026-02-06'), [KT, KHOI], [VHXH, QUE]),
  row(ECONOMY, 'Lập danh mục sửa chữa đường ngõ', '13/3/2026', on('2026-03-13'), [KT, LOC]),
  row(ECONOMY, 'Nạo vét cống rãnh trước mùa mưa', '30/4/2026', on('2026-04-30'), [KT, LOC]),
  row(ECONOMY, 'Công khai quyết toán năm trước', '29/5/2026', on('2026-05-29'), [KT, HUNG]),
  row(ECONOMY, 'Kiểm kê đất đai', '31/7/2026', on('2026-07-31'), KT),
  row(ECONOMY, 'Rà soát hộ kinh doanh', '12/6/2026', on('2026-06-12'), [KT, MAY]),
  row(ECONOMY, 'Cấp phép xây dựng tồn đọng', '28/8/2026', on('2026-08-28'), [KT, KHOI]),
  row(
    ECONOMY,
    'Xử lý vi phạm trật tự xây dựng',
    'Chậm nhất 05 ngày làm việc kể từ khi có biên bản',
    { is: 'triggered', days: 5 },
    [KT, KHOI],
  ),
  row(ECONOMY, 'Quy hoạch chi tiết khu dân cư', 'Khi có hướng dẫn của tỉnh', { is: 'waiting' }, [KT, DUNG]),
  row(ECONOMY, 'Kiểm tra vệ sinh môi trường', 'Ngày 05 hằng tháng', monthly(5), [KT, DUNG]),
  row(ECONOMY, 'Xây dựng dự toán năm sau', '15/11/2026', on('2026-11-15'), [KT, HUNG]),
  row(ECONOMY, 'Trồng cây đầu xuân', '25/02/2026', on('2026-02-25'), [KT, DUNG], [QS, HUY]),
  row(ECONOMY, 'Kiểm kê tài sản công', '31/12/2026', on('2026-12-31'), KT),
  row(DEFENCE, 'Lễ giao nhận quân', '05/3/2026', on('2026-03-05'), QS),
  row(DEFENCE, 'Báo cáo công tác quốc phòng', 'Ngày 20 hằng tháng', monthly(20), [QS, HUY]),
  row(DEFENCE, 'Báo cáo an ninh trật tự', 'Trước ngày 15 hằng tháng', monthlyBefore(15), [CA, PAO]),
  row(DEFENCE, 'Đăng ký nghĩa vụ quân sự tuổi 17', '17/4/2026', on('2026-04-17'), QS),
  row(DEFENCE, 'Huấn luyện dân quân năm thứ nhất', '22/5/2026', on('2026-05-22'), QS),
  row(DEFENCE, 'Diễn tập phòng cháy chữa cháy', '18/9/2026', on('2026-09-18'), [CA, MY], [QS, THANG]),
  row(DEFENCE, 'Rà soát camera an ninh', '30/9/2026', on('2026-09-30'), CA),
  row(DEFENCE, 'Sơ tuyển nghĩa vụ quân sự', '16/10/2026', on('2026-10-16'), QS),
  row(DEFENCE, 'Cao điểm trấn áp tội phạm cuối năm', '14/12/2026', on('2026-12-14'), CA),
  row(DEFENCE, 'Tổng kết phong trào bảo vệ an ninh', '22/12/2026', on('2026-12-22'), [CA, MY]),
  row(
    DEFENCE,
    'Thẩm tra lý lịch cán bộ',
    'Chậm nhất 05 ngày làm việc kể từ khi có đề nghị',
    { is: 'triggered', days: 5 },
    [CA, PAO],
  ),
  row(DEFENCE, 'Trực sẵn sàng chiến đấu dịp Tết dương lịch', '01/01/2027', on('2027-01-01'), QS),
];

/** Of the plan as it was: the others are as they were. */
function kept(was: number, otherwise: Row | null = null): AmendedRow {
  const found = otherwise ?? PLAN[was - 1];
  if (!found) throw new Error(`There is no row ${was}`);
  return { ...found, was };
}

const fresh = (one: Row): AmendedRow => ({ ...one, was: null });

/** Given up: 14, 30 and 55. Days, a rule, people and units change; four rows are new. */
const CHANGED: Record<number, Row> = {
  3: row(REFORM, 'Thống kê hồ sơ một cửa', 'Ngày 28 hằng tháng', monthly(28), [HCC, BINH]),
  8: row(REFORM, 'Số hóa hồ sơ lưu trữ', '31/8/2026', on('2026-08-31'), [VP, NGA]),
  12: row(REFORM, 'Kiểm tra kỷ luật công vụ', '15/10/2026', on('2026-10-15'), [VP, LUC]),
  22: row(CULTURE, 'Tuyên truyền Giỗ Tổ Hùng Vương', '30/6/2026', on('2026-06-30'), [VHXH, NAM]),
  40: row(ECONOMY, 'Kiểm kê đất đai', '31/8/2026', on('2026-08-31'), KT, VHXH),
  41: row(ECONOMY, 'Rà soát hộ kinh doanh, hộ khoán', '26/6/2026', on('2026-06-26'), [KT, MAY]),
  45: row(ECONOMY, 'Kiểm tra vệ sinh môi trường', 'Ngày 05 tháng cuối quý', quarterly(5), [KT, DUNG]),
};
const GIVEN_UP = [14, 30, 55];

export const AMENDED: AmendedRow[] = [
  ...PLAN.flatMap((_, at) => {
    const was = at + 1;
    return GIVEN_UP.includes(was) ? [] : [kept(was, CHANGED[was])];
  }),
  fresh(row(DEFENCE, 'Diễn tập khu vực phòng thủ', '28/8/2026', on('2026-08-28'), QS)),
  fresh(row(DEFENCE, 'Báo cáo phòng chống ma túy', 'Ngày 12 hằng tháng', monthly(12), [CA, MY])),
  fresh(row(DEFENCE, 'Bảo vệ Quốc khánh', '02/9/2026', on('2026-09-02'), [CA, PAO], [QS, HUY])),
  fresh(row(DEFENCE, 'Tuyển quân dự bị', '20/11/2026', on('2026-11-20'), [QS, THANG])),
];
