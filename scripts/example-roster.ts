import ExcelJS from 'exceljs';

const VP = 'Văn phòng HĐND và UBND';
const KTHTDT = 'Phòng Kinh tế, Hạ tầng và Đô thị';
const VHXH = 'Phòng Văn hóa - Xã hội';
const TTPVHCC = 'Trung tâm Phục vụ hành chính công';
const CA = 'Công an phường';

const OTHER_NAMES: [unit: string, otherNames: string][] = [
  [VP, 'Văn phòng; VP HĐND-UBND'],
  [KTHTDT, 'Phòng KTHTĐT; Phòng Kinh tế - Hạ tầng - Đô thị'],
  [VHXH, 'Phòng VHXH; Phòng Văn hoá và Xã hội'],
  [TTPVHCC, 'TTPVHCC; Trung tâm Hành chính công; Bộ phận Một cửa'],
  [CA, 'Công an'],
];

const PEOPLE: [name: string, title: string, unit: string, role: string][] = [
  ['Trần Quốc Bảo', 'Chủ tịch UBND', '', 'lãnh đạo'],
  ['Lê Thị Thu Hà', 'Phó Chủ tịch UBND', '', 'lãnh đạo'],
  ['Phạm Văn Khải', 'Phó Chủ tịch UBND', '', 'lãnh đạo'],
  ['Đỗ Minh Tuấn', 'Chánh Văn phòng', VP, 'lãnh đạo đơn vị'],
  ['Nguyễn Thị Hồng Nhung', 'Công chức tổng hợp', VP, 'đầu mối'],
  ['Vũ Đình Lâm', 'Công chức tư pháp - hộ tịch', VP, 'cán bộ'],
  ['Hoàng Thị Yến', 'Văn thư - lưu trữ', VP, 'cán bộ'],
  ['Bùi Anh Dũng', 'Trưởng phòng', KTHTDT, 'lãnh đạo đơn vị'],
  ['Ngô Thị Phương Thảo', 'Phó Trưởng phòng', KTHTDT, 'cán bộ'],
  ['Đặng Văn Hưng', 'Công chức địa chính - xây dựng', KTHTDT, 'cán bộ'],
  ['Trịnh Thị Mai', 'Công chức tài chính - kế toán', KTHTDT, 'cán bộ'],
  ['Cao Xuân Trường', 'Công chức môi trường', KTHTDT, 'cán bộ'],
  ['Lý Thị Kim Oanh', 'Trưởng phòng', VHXH, 'lãnh đạo đơn vị'],
  ['Phan Đức Anh', 'Công chức văn hóa', VHXH, 'cán bộ'],
  ['Nguyễn Thị Lan', 'Công chức lao động - xã hội', VHXH, 'cán bộ'],
  ['Mai Văn Sơn', 'Công chức cải cách hành chính', VHXH, 'cán bộ'],
  ['Tạ Thị Bích Ngọc', 'Phó Giám đốc phụ trách', TTPVHCC, 'lãnh đạo đơn vị'],
  ['Dương Gia Huy', 'Công chức một cửa', TTPVHCC, 'cán bộ'],
  ['Lâm Thị Quỳnh', 'Công chức một cửa', TTPVHCC, 'cán bộ'],
  ['Nguyễn Mạnh Cường', 'Trưởng Công an phường', CA, 'lãnh đạo đơn vị'],
  ['Hồ Sỹ Đạt', 'Cán bộ tổng hợp', CA, 'cán bộ'],
];

export async function exampleRoster(): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  workbook.created = workbook.modified = new Date('2026-01-05T01:00:00Z');

  const staff = workbook.addWorksheet('Cán bộ');
  const widths = [6, 28, 32, 38, 20, 16, 24];
  staff.columns = widths.map((width) => ({ width }));
  staff.addRow(['DANH SÁCH CÁN BỘ, CÔNG CHỨC NĂM 2026']).font = { bold: true, size: 14 };
  staff.mergeCells('A1:G1');
  staff.getCell('A1').alignment = { horizontal: 'center' };
  staff.addRow(['Cơ quan:', 'UBND phường Lam Kiều']).font = { bold: true };
  staff.addRow([]);
  header(staff.addRow(['Stt', 'Họ và tên', 'Chức vụ', 'Đơn vị', 'Vai trò', 'Số điện thoại', 'Ghi chú']));
  for (const [index, person] of PEOPLE.entries()) staff.addRow([index + 1, ...person]);

  const units = workbook.addWorksheet('Đơn vị');
  units.columns = [{ width: 6 }, { width: 40 }, { width: 60 }];
  header(units.addRow(['Stt', 'Tên đơn vị', 'Tên gọi khác']));
  for (const [index, unit] of OTHER_NAMES.entries()) units.addRow([index + 1, ...unit]);

  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function header(row: ExcelJS.Row): void {
  row.font = { bold: true };
  row.eachCell((cell) => {
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE7E6E6' } };
  });
}
