/** Shares that look like dates: "02/04 đơn vị", "07/07 (đạt 100%)", "33/33". */
import type { Reader } from './lexeme.ts';
import { digitsOf, isWord, phrases, type Tokens } from './phrases.ts';

const counted = phrases(
  'don vi|nhiem vu|chi tieu|tieu chi|ho so|xa|phuong|thon|to|khu|nguoi|can bo|tthc|van ban',
  'truong|ho|cuoc|vu|viec|noi dung|phong|cong chuc|dang vien|thu tuc|muc|diem|bai|lop',
  'cong trinh|du an|kien nghi|cau hoi|y kien|dot|san pham|huyen|tinh|co quan|chi bo|dia phuong',
  'nganh|so|doan|ap|dai bieu|thanh vien|hoi nghi|bao cao|dich vu|can|ke hoach|cong viec|nhom',
  'linh vuc|dau viec|quyet dinh|giai phap|ca|phan|to dan pho|chuc danh|bac|mo hinh|ca nhan',
  'chi so|hang muc|tuyen|mat|he thong|thanh phan|tram|tap the|hoc sinh|doanh nghiep|hop tac xa|cau lac bo|tieu chuan|hoi vien|doan vien|gia dinh|chi hoi',
);
const achieved = phrases('( dat|dat|( ty le|, dat|( ti le|, ty le|%|=|( 100|( hoan thanh');
/** Before a share that could be a date only these words decide. */
const ACHIEVING = ['dat', 'duoc'];
const CUES = 'ngay truoc den toi tu het la vao nhat han cuoi kien hon qua mung mong'.split(' ');

export const readRatio: Reader = (tokens, at) => {
  const part = digitsOf(tokens[at], 5);
  const total = digitsOf(tokens[at + 2], 5);
  if (part === null || total === null || tokens[at + 1]?.text !== '/') return null;
  if (isCue(tokens, at - 1) || isWord(tokens[at - 1], '/')) return null;
  if (part <= 31 && isPartOfDate(tokens, at + 3)) return null;
  // "28/4-2/5"
  if (isWord(tokens[at - 1], '-') && tokens[at - 2]?.kind === 'number') return null;
  return isShare(tokens, at, part, total) ? { kind: 'ratio', to: at + 3 } : null;
};

/** In "giải quyết trước hạn 45/50 hồ sơ" the limit is another one. */
function isCue(tokens: Tokens, at: number): boolean {
  const isOtherLimit =
    isWord(tokens[at], 'han') && isWord(tokens[at - 1], 'truoc', 'dung', 'qua', 'tre', 'som');
  return isWord(tokens[at], ...CUES) && !isOtherLimit;
}

function isPartOfDate(tokens: Tokens, at: number): boolean {
  if (tokens[at]?.text === '%') return false;
  return isWord(tokens[at], '/', '-', '.') && tokens[at + 1]?.kind === 'number';
}

function isShare(tokens: Tokens, at: number, part: number, total: number): boolean {
  const end = at + 3;
  if (counted(tokens, end) > end || achieved(tokens, end) > end) return true;
  if (isWord(tokens[at - 1], ...ACHIEVING)) return true;
  // "12/15", "45/50", "3/40", but neither "30/13" nor "7/2025": figures no date or month has
  if (part > 31 || (total > 31 && tokens[at + 2]?.text.length !== 4)) return true;
  if (total > 12 && total >= part && tokens[at + 2]?.text.length === 2) return true;
  return part === total && isWord(tokens[at - 1], 'thanh');
}
