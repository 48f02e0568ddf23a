/**
 * How officers say that work is done, is not done, or is wanted done. Everything is folded, with the typing slips of
 * phones put right first. The three are kept apart with care: taking "sắp xong 12" or "nhớ xong 12 nhé" for a report
 * would stop the reminders of work that nobody has done.
 */
import { TASK_NUMBER, TASK_NUMBERS } from './typed-numbers.ts';

/** Slips of thumbs, and Telex letters typed while the Vietnamese keyboard was off. */
const SLIPS = new Map(
  Object.entries({
    xong: 'xog xng xonh xobg xongg xonggg xonng xxong xoong xomg xpng xongh xonf xonq xoq x0ng xongroi',
    'hoan thanh': 'hoanthanh hthanh',
    hoan: 'hoafn hoanf haon hoann hona',
    thanh: 'thafnh thanhf thah thanhh thnah tahnh',
    da: 'ddax dda ddaxx daxd',
    roi: 'roif rooif rui',
    chua: 'chuaw chuwa chwa chuaa',
    nop: 'nopj nooj nojp nopp',
    gui: 'guiwr gwuir guii',
    viec: 'vieejc vieecj viecj',
    'bao cao': 'baocao',
    khong: 'ko k kg khg hok khog',
    done: 'dones donee finished finish',
  }).flatMap(([right, slips]) => slips.split(' ').map((slip) => [slip, right] as const)),
);
/** Words of their own ("sông", "song"), unless a task's number follows. */
const DOUBTFUL_SLIP = new RegExp(`\\b(?:song|sog|xon)(?= (?:roi )?${TASK_NUMBER})`, 'g');

export function withoutSlips(folded: string): string {
  return folded.replace(/\b[a-z0]+\b/g, (word) => SLIPS.get(word) ?? word).replace(DOUBTFUL_SLIP, 'xong');
}

const COMPLETED = '(?:xong|hoan thanh|hoan tat|done)';
const GIVEN =
  'nop|gui|tra loi|lam|thuc hien|trinh|ban hanh|xu ly|giai quyet|tham muu|cap nhat|hoan thien|dang(?: bai| tin| tai)?';
/** "Báo cáo" is a verb here only where it cannot be what was handed in. */
const HANDED = `(?:${GIVEN}|bao cao|bc)`;

export const DONE = [
  `\\b(?:(?:da|vua|moi|duoc) ){0,2}(?:(?:${GIVEN}|trien khai) )?${COMPLETED}\\b(?: xong| roi){0,2}`,
  `\\bda ${HANDED}\\b(?: roi)?`,
  '\\b(?:vua|moi) (?:nop|gui)\\b',
  `\\b(?:${GIVEN}) roi\\b|(?<!\\b(?:nop|gui|lam|xong|trinh) )\\bbao cao roi\\b`,
  // "Em nộp báo cáo tháng 11 rồi ạ".
  `\\b(?:${GIVEN})(?= (?:[a-zA-Z0-9#]+ ){0,12}roi(?: (?:a|ah|nhe|nha|em|e|anh|chi|sep|bot|oi|do|day|ne))*$)`,
  `\\bok(?= ${TASK_NUMBER})|(?<=\\d )ok\\b`,
].join('|');

/** "Sửa chữa" and "chia sẻ" fold to the letters of "chưa" and "sẽ". */
const NOT_YET =
  '\\b(?:(?<!sua )chua|khong|not|chang|gan|sap|sap sua|(?<!chia )se|chuan bi)(?: (?:the|co|gi|kip|duoc|he|phai|la|thay|minh|em|ai|viec nao)){0,3}';

export const NOT_DONE = [
  `${NOT_YET}(?: (?:${COMPLETED}|${HANDED}|kip|trien khai)\\b){1,3}`,
  '(?<!sua )\\bchua (?:kip|duoc|dau|co ket qua|day du)\\b',
  `\\bdang (?:${HANDED}|trien khai|soan|viet|cho|tong hop|xin|do|tham dinh|ra soat)\\b`,
  `(?:${DONE})(?: (?:duoc|dat|khoang|hon|tren|gan|toi|den|moi)){0,3} PARTLY`,
  `\\bmoi (?:duoc |dat |${COMPLETED} ){0,3}PARTLY`,
  `\\bco ban (?:da )?${COMPLETED}\\b|\\b${COMPLETED} co ban\\b`,
].join('|');

/** With a word of the past no other word puts it in the future: "mai em xong 12". */
export const PAST = /\b(?:da|roi|vua)\b/;
const TIME_TO_COME =
  '(?:mai|(?:tuan|thang|hom) sau|(?:tuan|thang|sap) toi|(?:chieu|toi|dem) nay|(?:lat|ti|chut) nua|cuoi (?:tuan|thang)|dau tuan|du kien|phan dau|hen|hua)\\b';
export const FUTURE = new RegExp(
  `\\b${TIME_TO_COME}.{0,80}?(?:${DONE})|(?:${DONE})(?: ${TASK_NUMBERS})?(?: vao| trong)? ${TIME_TO_COME}`,
);

const CONDITION = `\\b(?:neu|khi|sau khi|truoc khi)(?: [a-z]+){0,3} (?:${DONE})|(?:${DONE})(?: ${TASK_NUMBER})?(?: roi)? thi\\b(?! (?:dua|tuyen|diem|hanh|cong))`;
const ORDERING = '(?:de nghi|yeu cau|don doc|phan cong|nhac)';
const ORDER = [
  `\\b(?:can(?! bo)|phai|hay|nho|co gang|quyet tam|chuc|tranh thu)(?: [a-z]+){0,3} (?!da )(?:${DONE})`,
  `\\b${ORDERING}(?: [a-z]+){0,12} (?!da )(?:${DONE})`,
  `\\bde (?:em |anh |chi )?${COMPLETED}\\b`,
].join('|');
/** What follows is ordered, not reported: "Đề nghị các phòng, hoàn thành việc 12". */
export const OPENS_ORDER = new RegExp(`^(?:kinh )?${ORDERING}\\b`);
const TAKEN_BACK = '\\bkhong phai\\b|^nham\\b|\\b(?:bam|gui|go) nham\\b|^dung (?:bao|noi|ghi|tinh)\\b';
/** Conditions and orders speak of work to be done, and a claim may be taken back at once. */
export const WANTED = new RegExp(`${CONDITION}|${ORDER}|${TAKEN_BACK}`);
export const URGED = new RegExp(
  `(?:${DONE}).{0,80}? (?:truoc (?:ngay|khi|FIGURE|MONTH|\\d+)\\b|(?:som|gap|di)(?: (?:em|anh|chi|nhe|nha|a|di))*$)`,
);

/** Speaks of completion without claiming it: "tỷ lệ hoàn thành", "hạn hoàn thành". */
export const NOMINAL =
  /\b(?:ty le|muc do|han|thoi han|thoi gian|tien do|ngay|muc tieu|chi tieu|so|ke hoach)(?: chua)? hoan thanh\b/g;

/** Asks whether or when: "12 xong chưa?", "khi nào xong 12". */
export const ASKED =
  /\?|^ai\b|\b(?:khi nao|bao gio|luc nao|chung nao|the nao|viec nao|viec gi)\b|(?:(?<!sua )\bchua|\bkhong|\bha)(?: (?:em|anh|chi|a|vay|the|nhi|ban|dong chi|sep|roi|oi|day|ta|c|e))*$/;
