/** Who a sentence begins with: "Phòng Kinh tế phối hợp với Công an xã | rà soát …", "VHXH: …", "Đ/c Lan (VP) …". */
import { looksLikeUnit, splitUnits } from '../../domain/unit-words.ts';
import { unitAtStart } from '../unit-at-start.ts';
import { bothSpellings } from './spelling.ts';

export interface Subject {
  /** Empty where the sentence does not begin with who. */
  lead: string[];
  support: string[];
  /** What they have to do. */
  rest: string;
}

/** Verbs that offices use for what a unit does; no unit's name holds them in small letters. */
const VERB =
  'nộp|lập|trình|đăng ký|xác định|cập nhật|niêm yết|công khai|quyết định|ban hành|ký|bảo đảm|đảm bảo|chuẩn bị|thông báo|' +
  'đánh giá|lấy ý kiến|biên soạn|soạn|in|phát|treo|mời|họp|làm việc|gặp|dự|cử|chốt|sửa|bổ sung|hoàn thành|hoàn tất|hoàn thiện|' +
  'giải quyết|xử lý|khảo sát|thống kê|đối chiếu|đối soát|vận động|tuyên truyền|phát động|ra quân|tiếp|trả lời|chi trả|cấp|thu|chi(?!\\s+(?:bộ|đoàn|hội|nhánh|cục))|' +
  'mua|giải ngân|quyết toán|bàn giao|nghiệm thu|khắc phục|chấn chỉnh|duy trì|đẩy mạnh|tập trung|tập huấn|sắp xếp|tiến hành|' +
  'liên hệ|xác minh|điều tra|giám sát|chỉ đạo|quán triệt|phổ biến|mở|dọn|trực|khám|tiêm|phun|gửi|báo cáo|tổng hợp|rà soát|' +
  'kiểm tra|xây dựng|tham mưu|triển khai|thực hiện|tổ chức|phối hợp|chủ trì|cung cấp|theo dõi|đôn đốc|hướng dẫn|nhắc|huy động|phân luồng|tuần tra|kiểm kê|giao(?!\\s+(?:thông|dịch|lưu|ban))|' +
  'thẩm định|bố trí|đề xuất|chấm|nhập|chuyển|chụp|viết|đăng|làm|rà|biên tập|đo|xin|phân công|lấy|trả|đưa|nhận|có trách nhiệm';
const SHORT_NAME = '\\p{Lu}{2,}[\\p{Lu}\\d]*(?:[.&-]\\p{Lu}+)*';

const patternsFor = bothSpellings((spell) => ({
  beforeUnit: new RegExp(spell('^(?:(?:đề nghị|yêu cầu|giao|phân công)\\s+(?:cho\\s+)?)'), 'iu'),
  together: new RegExp(spell('^(?:chủ trì[\\s,]+)?(?:và\\s+)?phối hợp (?:với|cùng)\\s+'), 'iu'),
  firstVerb: new RegExp(spell(`[\\s,]+(?=(?:${VERB})(?!\\p{L}))`), 'u'),
  /** "VHXH nộp …", "VP và KT rà soát …" */
  shortNames: new RegExp(
    spell(`^${SHORT_NAME}(?:(?:\\s*[,+&/]\\s*|\\s+và\\s+)${SHORT_NAME})*(?=\\s+(?:${VERB})(?!\\p{L})|$)`),
    'u',
  ),
  /** "Kinh tế: rà soát …", "CA xã + Quân sự: trực …": whatever stands before a colon and a verb. */
  beforeColon: new RegExp(spell(`^(\\p{Lu}[^:;,.\\d]{1,40}?)\\s*:\\s*(?=(?:${VERB})(?!\\p{L}))`), 'u'),
  noName: new RegExp(
    spell(
      '^(?:lưu ý|chú ý|yêu cầu|đề nghị|nhắc|thông báo|nội dung|công việc|nhiệm vụ|mục|về|kết quả|thời|hạn)(?!\\p{L})',
    ),
    'iu',
  ),
  /** Names that no list of units has, and that say by their first word what they are. */
  otherKinds: new RegExp(
    spell('^(?:chi hội|chi đoàn|hợp tác xã|htx|bch|ban chỉ huy|bí thư|trưởng|kế toán|văn thư|ca)\\s'),
    'iu',
  ),
  person: new RegExp(
    spell(
      '^(?:@|(?:[Đđ]/c|[Đđ]ồng chí|[Aa]nh|[Cc]hị|[Cc]ô|[Cc]hú|[Ôô]ng|[Bb]à|[Ee]m|[Aa]\\.|[Cc]\\.)\\s*)\\p{Lu}\\p{Ll}*(?:\\s\\p{Lu}\\p{Ll}+){0,3}(?!\\p{L})',
    ),
    'u',
  ),
}));
const AFTER_UNIT = /^(?:\s*\([^)]*\))?[\s,:–-]*(?:(?:có trách nhiệm|chịu trách nhiệm)\s+)?/iu;
const LABEL = /^([^:]{2,80}?)\s*:\s*(?=\S)/u;
const IN_BRACKETS = /^(.*\S)\s*\(([^()]{2,60})\)[\s.,;]*$/su;
const LONGEST_UNIT = 160;
/** In words, of a person with his office. */
const LONGEST_NAME = 6;

export function subjectOf(sentence: string): Subject {
  const patterns = patternsFor(sentence);
  const text = sentence.replace(patterns.beforeUnit, '');
  const name = nameBefore(text);
  if (name === '') return subjectAtEnd(sentence);
  const rest = text.slice(name.length).replace(AFTER_UNIT, '');
  const lead = namesIn(name);
  const helpers = patterns.together.exec(rest)?.[0];
  if (helpers === undefined) return { lead, support: [], rest };
  const support = nameBefore(rest.slice(helpers.length));
  if (support === '') return { lead, support: [], rest };
  return {
    lead,
    support: namesIn(support),
    rest: rest.slice(helpers.length + support.length).replace(AFTER_UNIT, ''),
  };
}

/** "Tổng hợp quà Tết (chị Liên)" */
export function subjectAtEnd(sentence: string): Subject {
  const [, rest = sentence, inside = ''] = IN_BRACKETS.exec(sentence) ?? [];
  const lead = whoIn(inside);
  return { lead, support: [], rest: lead.length > 0 ? rest : sentence };
}

/** The names of a field that holds nothing else: "VP + VHXH", "Phòng Kinh tế", "chị Hoa"; empty for other words. */
export function whoIn(field: string): string[] {
  const { person, shortNames } = patternsFor(field);
  const isWho = person.test(field) || shortNames.test(field) || looksLikeUnit(field);
  return isWho ? namesIn(field) : [];
}

function namesIn(name: string): string[] {
  const names = patternsFor(name).shortNames.test(name)
    ? name.split(/\s*[,+&/]\s*|\s+và\s+/u)
    : splitUnits(name);
  return names.flatMap((one) => one.split(/\s+\+\s+/)).map((one) => one.replace(/^@/, ''));
}

/** The names alone, as they are written; blank where the text begins with none, or says nothing else. */
function nameBefore(text: string): string {
  const { person, shortNames, otherKinds, firstVerb } = patternsFor(text);
  const labelled = LABEL.exec(text)?.[1];
  const toVerb = text.split(firstVerb, 1)[0] ?? '';
  const isName = toVerb.split(' ').length <= LONGEST_NAME && !/[,:;(]/.test(toVerb) && toVerb !== text;
  const personal = person.exec(text)?.[0];
  const name =
    // "Anh Vũ địa chính | đo …"
    (isName && (personal !== undefined || otherKinds.test(text)) ? toVerb : personal) ??
    shortNames.exec(text)?.[0] ??
    (labelled !== undefined && whoIn(labelled).length > 0
      ? labelled
      : (nameBeforeColon(text) ?? unitBefore(text)));
  // A name up to the end took what is to be done for a part of itself.
  return /\p{L}/u.test(text.slice(name.length).replace(AFTER_UNIT, '')) ? name : '';
}

function nameBeforeColon(text: string): string | undefined {
  const { beforeColon, noName } = patternsFor(text);
  const name = beforeColon.exec(text)?.[1];
  return name === undefined || noName.test(name) ? undefined : name;
}

function unitBefore(text: string): string {
  if (!looksLikeUnit(text)) return '';
  const unit = unitAtStart(text.split(patternsFor(text).firstVerb, 1)[0] ?? '');
  return unit.length < LONGEST_UNIT && text.startsWith(unit) ? unit : '';
}
