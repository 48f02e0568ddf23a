/** What a document is called: its kind and the words below it, or the subject of an official letter. */
import { fold } from '../../domain/text-fold.ts';

const KINDS =
  'ke hoach|quyet dinh|bao cao|chuong trinh|thong bao|de an|nghi quyet|phu luc|danh muc|lich|huong dan|ket luan|chi thi|cong dien|to trinh|phieu|bang|bieu|quy che';
const KIND_ALONE =
  /^(?:ke hoach|quyet dinh|bao cao|chuong trinh(?: cong tac)?|thong bao(?: ket luan)?|phuong an|de an|nghi quyet|phu luc|danh muc|lich(?: cong tac)?|huong dan|ket luan|chi thi|cong dien|to trinh|phieu giao viec)(?:\s+[ivx\d]+)?$/;
const KIND_AND_MORE = new RegExp(`^(?:${KINDS})\\s+\\S`);
const BODY_BEGINS =
  /^(?:can cu|xet|kinh gui|quyet dinh:|uy ban nhan dan .* (?:ban hanh|xay dung)|ubnd .* (?:ban hanh|xay dung)|(?:[ivx]+|\d+)[.)]|[-(_*])/;
/** Titles begin so too: "Thực hiện Đề án … năm 2026"; a sentence of the text cites a document, or ends. */
const MAY_BEGIN_BODY = /^(?:thuc hien|theo|de |nham|tren co so)/;
const OF_TEXT = /số\s*:?\s*\d|[:;.,]$/iu;
const LONGEST_TITLE_LINES = 12;

/** "KẾ HOẠCH", with or without what it is about. */
export function namesDocument(line: string): boolean {
  const name = fold(line);
  // Without its marks it would be a ward too: "PHƯỜNG AN LẠC".
  return KIND_ALONE.test(name) || KIND_AND_MORE.test(name) || /^phương án\s/iu.test(line);
}

export function titleIn(lines: readonly string[]): string | null {
  for (const [index, line] of lines.entries()) {
    const subject = /^V\/v:?\s+(.+)$/iu.exec(line)?.[1];
    if (subject !== undefined) return `V/v ${[subject, ...titleLines(lines.slice(index + 1))].join(' ')}`;
    if (!KIND_ALONE.test(fold(line))) continue;
    const words = titleLines(lines.slice(index + 1));
    if (words.length > 0) return `${sentenceCase(line)} ${unlessShouted(words.join(' '))}`;
  }
  return titleOnOneLine(lines);
}

/** "BẢNG THEO DÕI NHIỆM VỤ THÁNG 3 NĂM 2026", as sheets begin. */
function titleOnOneLine(lines: readonly string[]): string | null {
  const isShouted = (line: string) => line === line.toUpperCase() && /\p{Lu}{2}/u.test(line);
  const byKind = lines.findIndex((line) => isShouted(line) && namesDocument(line));
  const at =
    byKind >= 0 ? byKind : lines.findIndex((line) => isShouted(line) && /(?:NĂM|\/)\s*20\d\d/u.test(line));
  if (at === -1) return null;
  const end = lines.findIndex((line, i) => i > at && !isShouted(line));
  return sentenceCase(titleLines(lines.slice(at, end === -1 ? undefined : end)).join(' ')) || null;
}

function titleLines(lines: readonly string[]): string[] {
  const words: string[] = [];
  for (const line of lines.slice(0, LONGEST_TITLE_LINES)) {
    if (words.length === 0 && /^[\W_]*$/u.test(line)) continue;
    const isShouted = line === line.toUpperCase();
    const name = fold(line);
    const isBody =
      BODY_BEGINS.test(name) || (MAY_BEGIN_BODY.test(name) && (words.length > 0 || OF_TEXT.test(line)));
    if (!isShouted && isBody) break;
    // Below the title the first heading of the text may follow at once.
    if (isShouted && words.some((word) => word !== word.toUpperCase())) break;
    if (/[;:.]$|^\W*\(|^[\W_]*$/u.test(line) || /,\s*ngày\s/iu.test(line)) break;
    words.push(line.replace(/\s*[-–_*]{3,}\s*$/u, ''));
  }
  return words;
}

function sentenceCase(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1).toLowerCase();
}

/** A title in capitals is shown in small letters; names inside it cannot be told apart and are the price. */
function unlessShouted(words: string): string {
  return words === words.toUpperCase() ? words.toLowerCase() : words;
}
