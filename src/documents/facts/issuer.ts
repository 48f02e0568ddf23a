/** Who issued a document: the lowest office in the left half of its heading (Nghị định 30/2020/NĐ-CP, Phụ lục I, ô 2). */
import { fold } from '../../domain/text-fold.ts';
import { namesDocument } from './document-title.ts';

const OFFICE =
  /^(?:ubnd|uy ban|hdnd|hoi dong|dang uy|dang bo|huyen uy|tinh uy|thanh uy|chi bo|so|phong|van phong|trung tam|ban|tram|truong|cong an|chi cuc|cuc|hoi|doan|mat tran|uy ban mttq|ubmttq)\b/;
/** What stands below and beside the names of the offices. */
const ENDS_OFFICES = /^(?:so\s*[:\d]|so$|[\W_]*$|cong hoa xa hoi|dang cong san|doc lap)/;
const PLACE = 'phường|xã|đặc khu|thị trấn|huyện|quận|thị xã|thành phố|tỉnh';
const HAS_PLACE = new RegExp(`\\s(?:${PLACE})\\s`, 'u');
const PEOPLES_COMMITTEE = /^(?:ủy ban nhân dân|uỷ ban nhân dân|ubnd)(?=\s)/iu;
const ABBREVIATION = /^(?:HĐND|UBND|MTTQ|TNCS|CCB|LHPN|BCH|BCĐ|BQL)$/;

/** @param lines of the first page, in reading order. */
export function issuerIn(lines: readonly string[]): string | null {
  const offices = officesIn(lines).map(issuerName);
  const [own, above] = [offices.at(-1), offices.at(-2)];
  if (own === undefined) return null;
  // A department of the committee is named alone; with it one knows which.
  const isDepartment = above?.startsWith('UBND ') && !HAS_PLACE.test(own);
  return isDepartment ? `${own}, ${above}` : own;
}

/** In capitals, one below the other; a long name takes several lines. */
function officesIn(lines: readonly string[]): string[] {
  const offices: string[] = [];
  for (const line of lines) {
    const name = fold(line);
    const isTitle = line === line.toUpperCase() && /\p{Lu}{2}/u.test(line);
    if (
      offices.length > 0 &&
      (!isTitle || ENDS_OFFICES.test(name) || namesDocument(line) || /\d{4}/.test(line))
    )
      break;
    if (!isTitle) continue;
    // The rest of a long name may be a word that offices begin with: "… VÀ MÔI / TRƯỜNG".
    if (OFFICE.test(name) && name.includes(' ') && !/^phong,? chong\b/.test(name)) offices.push(line);
    else if (offices.length > 0) offices.push(`${offices.pop()} ${line}`);
  }
  return offices;
}

export function issuerName(written: string): string {
  const words = written.replace(/\s+/g, ' ').trim();
  const named = words === words.toUpperCase() ? officeCase(words) : words;
  return named
    .replace(PEOPLES_COMMITTEE, 'UBND')
    .replace(new RegExp(`(?<=^UBND )(?:${PLACE})(?=\\s)`, 'iu'), (kind) => kind.toLowerCase());
}

/** "PHÒNG VĂN HÓA - XÃ HỘI XÃ MÂY TRẮNG": kinds are small, what follows them and places are capital. */
function officeCase(words: string): string {
  const [, kind = '', rest = ''] =
    /^(ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|UBND|HĐND|HỘI ĐỒNG NHÂN DÂN|ĐẢNG ỦY|ĐẢNG BỘ|VĂN PHÒNG|TRUNG TÂM|CÔNG AN|CHI CỤC|\S+)\s*(.*)$/su.exec(
      words,
    ) ?? [];
  let inPlace = false;
  const pieces = rest.split(' ').map((word, i) => {
    const isPlaceKind = new RegExp(`^(?:${PLACE})$`, 'iu').test(word) || /^(?:THÀNH|ĐẶC)$/.test(word);
    if (isPlaceKind) inPlace = true;
    if (ABBREVIATION.test(word)) return word;
    return (i === 0 || inPlace) && !isPlaceKind && !/^(?:PHỐ|KHU)$/.test(word)
      ? capitalized(word)
      : word.toLowerCase();
  });
  const first = ABBREVIATION.test(kind) ? kind : capitalized(kind);
  return [first, ...pieces].join(' ').trim();
}

function capitalized(word: string): string {
  return word.charAt(0) + word.slice(1).toLowerCase();
}
