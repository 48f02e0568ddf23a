/** What the columns of a plan's table are called. Names are compared folded, without punctuation. */
import type { ColumnWords, Header } from './header.ts';

/** A column whose text goes into the task as it is. */
export type PlanField = 'deadline' | 'lead' | 'support' | 'assignment' | 'product' | 'evidence' | 'note';
export type PlanColumn = 'number' | 'title' | 'ignored' | PlanField;

export const PLAN_FIELDS: readonly PlanField[] = [
  'deadline',
  'lead',
  'support',
  'assignment',
  'product',
  'evidence',
  'note',
];

export const PLAN_COLUMNS: ColumnWords<PlanColumn> = [
  ['number', /^(?:stt|tt|so tt|so thu tu|so)$/],
  // Where a plan has both, the day work begins is no deadline.
  ['ignored', /bat dau/],
  [
    'deadline',
    /^(?:tien do|thoi gian|thoi han|thoi diem|thoi ky|ky han|han|moc|lo trinh|ngay (?:hoan thanh|den han))\b/,
  ],
  ['assignment', /chu tri.*phoi hop/],
  ['support', /phoi hop/],
  ['lead', /chu tri/],
  ['evidence', /minh chung|kiem chung/],
  [
    'assignment',
    /^(?:phan cong|dau moi|(?:don vi|co quan|bo phan|nguoi|ca nhan|phong|can bo|to chuc|trach nhiem).*(?:thuc hien|phu trach|trach nhiem|tham muu|duoc giao))\b/,
  ],
  ['product', /^(?:san pham|ket qua|dau ra|yeu cau ket qua|yeu cau san pham|chi tieu)\b/],
  ['evidence', /^tai lieu\b/],
  ['note', /^ghi chu\b/],
  [
    'title',
    /^(?:(?:ten|cac|danh muc) )?(?:nhiem vu|noi dung|cong viec|dau viec|hoat dong|danh muc|muc tieu)\b/,
  ],
];

/** A table of duties says what and either when or who; a form of figures ("Nội dung | Đơn vị tính | Số liệu") does not. */
export function isPlanHeader(header: Header<PlanColumn>): boolean {
  return (
    header.has('title') && (['deadline', 'lead', 'support', 'assignment'] as const).some((c) => header.has(c))
  );
}
