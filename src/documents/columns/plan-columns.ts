/** What the columns of a plan's table are called. Names are compared folded, without punctuation. */
import type { ColumnWords } from './header.ts';

/** A column whose text goes into the task as it is. */
export type PlanField = 'deadline' | 'lead' | 'support' | 'assignment' | 'product' | 'evidence' | 'note';
export type PlanColumn = 'number' | 'title' | 'ignored' | PlanField;
/**
 * Where cells are apart, more can be told: the day work begins, which with the deadline makes a period; what the tasks of
 * several rows have in common; what a second column says about how.
 */
export type TableColumn = PlanColumn | 'start' | 'group' | 'detail';

export const PLAN_FIELDS: readonly PlanField[] = [
  'deadline',
  'lead',
  'support',
  'assignment',
  'product',
  'evidence',
  'note',
];

const START = /bat dau|khoi cong|^tu(?: ngay| thang)?$/;
const WHO = 'don vi|co quan|bo phan|nguoi|ca nhan|phong|can bo|cong chuc|chuyen vien|to chuc|trach nhiem';

export const PLAN_COLUMNS: ColumnWords<PlanColumn> = [
  // In a narrow column the letters stand one below the other.
  ['number', /^(?:s ?t ?t|t ?t|so ?t ?t|so thu tu|thu tu|so)$/],
  // Whoever only watches is not reminded to do it, and the day a task was given is not the day it is due.
  ['ignored', /^(?:lanh dao|ngay (?:giao|ban hanh|ky|thang nam))\b|theo doi$/],
  ['ignored', START],
  [
    'deadline',
    /^(?:(?:du kien|yeu cau)(?: ve)? )?(?:tien do|thoi gian|thoi han|thoi diem|thoi ky|ky han|han|moc|lo trinh|dinh ky|tan suat|deadline|hoan thanh|ket thuc|ngay (?:hoan thanh|den han|ket thuc|thuc hien|bao cao))\b|^den(?: ngay| thang)?$/,
  ],
  ['assignment', /chu tri.*phoi hop/],
  ['support', new RegExp(`phoi hop|^(?:${WHO}|luc luong).*(?:cung thuc hien|tham gia|ho tro|lien quan)\\b`)],
  ['lead', /chu tri/],
  ['evidence', /minh chung|kiem chung/],
  [
    'assignment',
    new RegExp(
      `^(?:phan cong|phu trach|dau moi|giao (?:cho|don vi)|trach nhiem$|(?:${WHO}).*(?:thuc hien|phu trach|trach nhiem|tham muu|duoc giao|dau moi|soan thao|dam nhiem|chuan bi))\\b`,
    ),
  ],
  [
    'product',
    /^(?:du kien |yeu cau )?(?:san pham|ket qua|dau ra|yeu cau ket qua|yeu cau san pham|chi tieu)\b/,
  ],
  ['evidence', /^tai lieu\b/],
  ['note', /^ghi chu\b/],
  [
    'title',
    /^(?:(?:ten|cac|nhom|danh muc) )?(?:nhiem vu|noi dung|cong viec|dau viec|viec|hoat dong|danh muc|muc tieu|giai phap)\b/,
  ],
];

export const TABLE_COLUMNS: ColumnWords<TableColumn> = [['start', START], ...PLAN_COLUMNS];

/** Money and amounts: a table that says nothing of who is a form of figures. */
export const FIGURES =
  /^(?:don vi tinh|dvt|don gia|thanh tien|so tien|so luong|kinh phi|du toan|tong tien)\b/;

interface Named {
  has(column: TableColumn): boolean;
}

/** A table of duties says what and either when or who; a form of figures ("Nội dung | Đơn vị tính | Số liệu") does not. */
export function isPlanHeader(header: Named): boolean {
  return header.has('title') && (saysWhen(header) || saysWho(header));
}

export function saysWhen(header: Named): boolean {
  return header.has('deadline') || header.has('start');
}

export function saysWho(header: Named): boolean {
  return header.has('lead') || header.has('support') || header.has('assignment');
}
