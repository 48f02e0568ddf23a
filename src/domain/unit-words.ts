/**
 * How plans write down who does a task, before anybody knows the office's units: several units in one cell, a unit
 * followed by what it has to do, names that contain commas and "và" themselves ("Phòng Kinh tế, Hạ tầng và Đô thị").
 */
import { fold } from './text-fold.ts';

/**
 * Words a unit's name begins with, except where they begin a duty: "ban hành", "tổ chức", "báo cáo", "trường hợp".
 * Written with diacritics, because without them "sở" is also "số" and "đội" also "đối".
 */
const UNIT_KINDS =
  'phòng|văn phòng|vp|p\\.|ban(?! hành)|tổ(?! chức)|trung tâm|tt|công an|quân sự|trường(?! hợp)|trạm|sở|cục|chi cục|' +
  'bộ(?! tiêu chí| hồ sơ)|báo(?! cáo)|đài|ubnd|hđnd|[ủu][ỷy] ban|hội đồng|đảng [ủu][ỷy]|hội(?! nghị| thảo| họp)|đoàn(?! kết)|' +
  'mặt trận|mttq|ubmttq|bảo hiểm|bhxh|kho bạc|ngân hàng|đội|tòa án|toà án|viện|thuế|khu phố|thôn|lãnh đạo|chủ tịch|' +
  'phó chủ tịch|chi bộ|chi đoàn|hạt kiểm lâm|công ty|hợp tác xã|bưu điện|điện lực|đồng chí|đ/c|công chức|cán bộ|cbcc|các(?! hình thức| nội dung| nhiệm vụ)|tất cả|toàn thể';
const STARTS_LIKE_UNIT = new RegExp(`^(?:${UNIT_KINDS})(?![\\p{L}\\d])`, 'u');
const STARTS_LIKE_UNIT_BARE = new RegExp(`^(?:${fold(UNIT_KINDS)})(?![\\p{L}\\d])`, 'u');

/** After "và" only these begin another unit: "Văn phòng HĐND và UBND" is one office, not two. */
const STARTS_ANOTHER_UNIT = /^(?:phong|van phong|vp|trung tam|cong an|truong|tram|so|cac)(?![\p{L}\d])/u;

/**
 * Where the name ends and the duty begins: "Phòng VHXH | chủ trì xây dựng kế hoạch". Lower case only: in a name the
 * same words are capitals ("Ban Tổ chức", "Phòng Tổng hợp").
 */
const DUTY =
  /(?<![\s,:–-])[\s,:–-]+(?:là (?:đơn vị|cơ quan|đầu mối)|có trách nhiệm|chịu trách nhiệm|chủ trì|chủ động|làm đầu mối|phối hợp|tham mưu|thực hiện|theo dõi|đôn đốc|hướng dẫn|báo cáo|triển khai|xây dựng|thẩm định|bố trí|kiểm tra|(?<!,\s*)tổ chức|rà soát|cung cấp|thường xuyên|tăng cường|nghiên cứu|hoàn thiện|hỗ trợ|đề xuất|tiếp nhận|đăng tải|sử dụng|giúp|gửi|khi)(?![\p{L}]).*$/su;
/** In "Trung tâm Dịch vụ tổng hợp xã" the verb belongs to the name: nothing follows that could be put together. */
const PUTS_TOGETHER =
  /(?:\s*[,:–-]+\s*tổng hợp(?!\p{L})|\s+tổng hợp(?=\s+(?!(?:xã|phường|tỉnh|đặc khu|khu vực)(?!\p{L})))|\s+tổng hợp(?=\s*,)).*$/su;
/** No name by itself: in "Tổ hỗ trợ chuyển đổi số" the verb belongs to the name. */
const KIND_ALONE = /^(?:tổ|đoàn|đội|ban|hội đồng|trung tâm|phòng|trạm|tổ công tác|bộ phận)$/iu;

const BULLET = /^\s*(?:[-–—•+*●▪]|\d+[.)])\s+|^\s*[-–—•+●▪](?=\p{L})/u;

export function looksLikeUnit(text: string): boolean {
  const words = text.normalize('NFC').trim().toLowerCase();
  return (words === fold(words) ? STARTS_LIKE_UNIT_BARE : STARTS_LIKE_UNIT).test(words);
}

/** "Đ/c Trần Văn Bách", "Bà Cao Thị Lành": capitals only, and no more words than people's names have. */
const PERSON =
  /^(?:(?:ông|bà|anh|chị|cô|thầy|đ\/c|đồng chí)[\s:]+\p{Lu}\p{Ll}*(?:\s+\p{Lu}\p{Ll}*){0,4}|\p{Lu}\p{Ll}*(?:\s+\p{Lu}\p{Ll}*){1,4})$/u;

export function looksLikePerson(text: string): boolean {
  const words = text.normalize('NFC').trim();
  return PERSON.test(words.charAt(0).toLowerCase() + words.slice(1)) || PERSON.test(words);
}

/** "Trưởng phòng VHXH", "Phó Chánh Văn phòng": a person by what they are. */
export function looksLikePosition(text: string): boolean {
  return /^(?:phó\s+)?(?:trưởng\s+(?:phòng|ban|công an|trạm)|chánh\s+văn phòng|chánh\s+vp|giám đốc|chỉ huy trưởng)(?!\p{L})/iu.test(
    text.normalize('NFC').trim(),
  );
}

/** The unit alone: "Phòng VHXH (tổng hợp)" and "Phòng VHXH chủ trì báo cáo." are both "Phòng VHXH". */
export function unitNameIn(text: string): string {
  const words = tidied(
    text
      .normalize('NFC')
      .replace(BULLET, '')
      .replace(/\([^)]*\)/g, ' ')
      .replace(PUTS_TOGETHER, ''),
  );
  const name = tidied(words.replace(DUTY, ''));
  return KIND_ALONE.test(name) ? words : name;
}

function tidied(words: string): string {
  return words.replace(/\s+/g, ' ').replace(/^[\s,;.:]+|(?<![\s,;.:–-])[\s,;.:–-]+$/g, '');
}

/**
 * One entry a unit, as far as the text alone tells: at line breaks, bullets and semicolons always; at a comma or a
 * "và" only where what follows begins like a unit of its own.
 */
export function splitUnits(text: string): string[] {
  return text
    .normalize('NFC')
    .split(/[;\n]/)
    .map((piece) => piece.replace(BULLET, '').trim())
    .flatMap(splitAtCommas)
    .map((piece) => piece.replace(/(?<![\s,;.])[\s,;.]+$/, ''))
    .filter((piece) => piece !== '');
}

function splitAtCommas(text: string): string[] {
  const units: string[] = [];
  for (const [joiner, piece] of joinedPieces(text)) {
    const before = units.at(-1);
    if (before === undefined) units.push(piece);
    else if (beginsAnotherUnit(before, joiner, piece)) units.push(piece);
    else units[units.length - 1] = before + joiner + piece;
  }
  return units;
}

/** The pieces between commas and "và" outside brackets, each with what joins it to the one before. */
export function joinedPieces(text: string): [joiner: string, piece: string][] {
  const parts = text.split(/(\s*[,/+&]\s*|\s+và\s+)(?![^(]*\))/u);
  const pieces: [string, string][] = [];
  for (let i = 0; i < parts.length; i += 2) pieces.push([parts[i - 1] ?? '', parts[i] ?? '']);
  return pieces;
}

function beginsAnotherUnit(before: string, joiner: string, piece: string): boolean {
  if (joiner.trim() === 'và') return STARTS_ANOTHER_UNIT.test(fold(piece));
  if (!joiner.includes(',') || !looksLikeUnit(before) || !looksLikeUnit(piece)) return false;
  // "các phòng, ban, trung tâm" goes on in lower case; "các phòng, Trung tâm Phục vụ …" names somebody.
  const inList = /^(?:cac|tat ca|toan the)\s/.test(fold(before));
  return !inList || /^(?:các\s|\p{Lu})/u.test(piece);
}
