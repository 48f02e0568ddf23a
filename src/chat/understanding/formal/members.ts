/** "thêm cán bộ Nguyễn Văn Minh, VHXH, chuyên viên", "anh Minh chuyển công tác", "phòng VHXH có những ai". */
import { isName, phoneIn } from '../../../domain/member-said.ts';
import { isAddressed } from '../../../domain/names.ts';
import { fold } from '../../../domain/text-fold.ts';
import type { CommandOf } from '../../command.ts';

type Members = CommandOf<'members'>;

const LONGEST = 200;

/** The whole message, give or take courtesy; null for any other. */
export function membersIn(text: string): Members | null {
  const typed = text.normalize('NFC').replace(/\s+/g, ' ').trim().replace(EDGES, '').replace(OPENING, '');
  if (typed.length > LONGEST || text.trim().includes('\n')) return null;
  const listed = listIn(typed);
  if (listed || typed.includes('?')) return listed;
  return addedIn(typed) ?? removedIn(typed) ?? changedIn(typed);
}

const OPENING =
  /^(?:(?:dạ|da|vâng|vang|em ơi|em oi|bot ơi|bot oi|bot|nhờ|nho|giúp em|giup em|cho em|cho tôi)[ ,]+)+/iu;
/** Not "anh" alone, nor "hồ": names end so. */
const EDGES =
  /(?:(?<![ ,])[ ,]+(?:nhé|nhe|ạ|giúp|giup|hộ)(?: (?:em|anh|chị|chi|tôi|toi))?){0,6}(?:(?<![ .!])[ .!]+)?$/iu;

/** Groups of a pattern on the folded words, as they were typed: a letter folds to a letter. */
function partsBy(typed: string, pattern: RegExp): string[] | null {
  const match = new RegExp(pattern, 'd').exec(fold(typed));
  if (match === null) return null;
  return (match.indices ?? []).slice(1).map((span) => (span ? typed.slice(...span).trim() : ''));
}

const LIST = [
  /^(?:xem |cho xem |gui |liet ke |in )*danh sach (?:tat ca )?(?:can bo|nhan su|cong chuc|nhan vien|thanh vien)((?: .+)?)$/,
  /^((?:phong|van phong|vp|ban|trung tam|to|don vi|co quan|uy ban|ubnd)\b.{0,60}?) (?:hien )?(?:co|gom)(?: nhung)?(?: (?:ai|nguoi nao|can bo nao|bao nhieu (?:nguoi|can bo)))(?: vay| the)? ?\??$/,
  /^ai (?:la|lam) (?:pho )?(?:truong |pho |chanh )+((?:phong|van phong|ban|trung tam) .+?) ?\??$/,
  /^ai (?:la|lam) (?:dau moi|lanh dao)(?: (?:cua|o) co quan)?() ?\??$/,
];
const UNCONNECTED = /^(?:chua|con chua) (?:ket noi|vao|tham gia)/;
const WHOLE =
  /^(?:|(?:cua |o |toan |ca |trong )*(?:co quan|uy ban|ubnd|phuong|xa|don vi|toan bo|tat ca)(?: (?:minh|ta))?)$/;

function listIn(typed: string): Members | null {
  for (const pattern of LIST) {
    const [said] = partsBy(typed, pattern) ?? [];
    if (said !== undefined) return listOf(said);
  }
  return null;
}

/** Behind "/canbo". */
export function listOf(tail: string): Members {
  const said = tail.trim().replace(/^(?:của|cua|ở|thuộc|thuoc|trong) /iu, '');
  const words = fold(said);
  if (UNCONNECTED.test(words) || words === 'unconnected')
    return { name: 'members', does: 'list', unit: null, unconnected: true };
  return { name: 'members', does: 'list', unit: WHOLE.test(words) ? null : said };
}

const PERSON = 'can bo|nguoi|cong chuc|vien chuc|nhan su|thanh vien|nhan vien|dong chi';
const ADD = new RegExp(`^(?:them|bo sung)(?: (?:1|mot|ten))? (?:${PERSON})(?: moi)?(?: la)?[:,]? (.+)$`);
const NEW = new RegExp(`^(?:co )?(?:${PERSON}) moi(?: la)?[:,]? (.+)$`);

/** A name and something of it, or a name in capitals: "thêm người nữa" is none. */
function addedIn(typed: string): Members | null {
  const [words] = partsBy(typed, ADD) ?? partsBy(typed, NEW) ?? [];
  if (words === undefined) return null;
  const [name = '', ...facts] = words.split(',').map((part) => part.trim());
  const isMeant = facts.length > 0 ? isName(name) : CAPITALS.test(name);
  return isMeant ? { name: 'members', does: 'add', words } : null;
}

const CAPITALS = /^\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}*){1,5}(?: .+)?$/u;

const WHO = '((?:\\S+ ){0,5}?\\S+)';
/** `names`: behind it stands a person and nothing else. */
const REMOVE: { pattern: RegExp; names?: true }[] = [
  {
    pattern: new RegExp(
      `^(?:xoa|bo|loai|go|rut)(?: ten)?(?: (?:${PERSON}))? ${WHO} (?:khoi|ra khoi|trong) (?:danh sach|co quan|bot|he thong|nhom nhac viec)(?: can bo| nhan su)?$`,
    ),
  },
  { pattern: new RegExp(`^(?:xoa|loai|go) (?:ten )?(?:${PERSON}) ${WHO}$`), names: true },
  {
    pattern: new RegExp(
      `^${WHO} (?:(?:da|vua|moi|duoc) )*(?:chuyen cong tac|nghi huu|ve huu|nghi viec|thoi viec|nghi han|chuyen co quan khac|khong con (?:lam viec|cong tac) (?:o|tai) (?:day|co quan|phuong|xa|uy ban))(?: (?:roi|tu hom nay))*$`,
    ),
  },
];

function removedIn(typed: string): Members | null {
  for (const { pattern, names = false } of REMOVE) {
    const [who] = partsBy(typed, pattern) ?? [];
    if (who !== undefined && isSomebody(who, names)) return { name: 'members', does: 'remove', who };
  }
  return null;
}

const TITLE =
  '(?:pho |quyen )?(?:truong|chanh|pho|giam doc|chu tich|dau moi|lanh dao co quan|chuyen vien|van thu|ke toan)\\b.*';
const SET: [RegExp, (words: string) => string][] = [
  [
    new RegExp(`^chuyen ${WHO} (?:sang|ve|qua|den) (?:lam viec (?:o|tai) )?(.+)$`),
    (unit) => `đơn vị ${unit}`,
  ],
  [
    new RegExp(
      `^${WHO} (?:(?:da|duoc|moi|nay) )*(?:chuyen|dieu dong)(?: cong tac)? (?:sang|ve|qua|den) (.+)$`,
    ),
    (unit) => `đơn vị ${unit}`,
  ],
  [
    new RegExp(
      `^(?:(?:bo nhiem|cho|phan cong|de) )?${WHO} (?:(?:da|duoc|moi|nay|bo nhiem) )*(?:len|lam|la|giu chuc(?: vu)?|giu chuc danh) (${TITLE})$`,
    ),
    (title) => title,
  ],
  [
    new RegExp(
      `^(?:(?:phan cong|giao|cho|de) )?${WHO} ((?:(?:thoi|khong con|het) )?kiem(?: nhiem)?(?: .+)?)$`,
    ),
    (units) => units,
  ],
  [
    new RegExp(
      `^${WHO} ((?:thoi|khong con|het)(?: lam| la)? (?:truong phong|truong don vi|dau moi|phu trach phong))$`,
    ),
    (standing) => standing,
  ],
  [
    new RegExp(
      `^(?:(?:cap nhat|sua|doi|them|luu) )?(?:sdt|so dien thoai|dien thoai|so dt)(?: cua)? ${WHO}(?: la|:| thanh)? ((?:\\+?84|0)[\\d .-]{8,14})$`,
    ),
    (phone) => `sđt ${phone}`,
  ],
  [
    new RegExp(`^${WHO},? (?:sdt|so dien thoai|dien thoai|so dt|dt)(?: la|:)? ((?:\\+?84|0)[\\d .-]{8,14})$`),
    (phone) => `sđt ${phone}`,
  ],
];

function changedIn(typed: string): Members | null {
  for (const [pattern, factOf] of SET) {
    const [who, words] = partsBy(typed, pattern) ?? [];
    if (who === undefined || words === undefined || !isSomebody(who)) continue;
    const isPhone = phoneIn(words) !== null;
    if (ELSEWHERE.test(fold(words)) || (!isPhone && /\d/.test(words))) continue;
    return { name: 'members', does: 'set', who, words: factOf(words) };
  }
  return null;
}

const ELSEWHERE = /^(?:zalo|telegram|tele|bot|nhom|tuan|thang|ngay|mai|kenh|dang|file|tep|word|excel|pdf)\b/;

/** "anh Minh", "Nguyễn Văn Minh", "Minh": not oneself, nor a task, nor anybody who is asked for. */
function isSomebody(who: string, isNamed = false): boolean {
  const isCalled = isNamed || isAddressed(who) || /^\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}*){0,4}$/u.test(who);
  return isCalled && !/\d/.test(who) && !ONESELF.test(who) && !NOBODY.test(fold(who));
}

/** "Minh" is a name, "mình" is not. */
const ONESELF = /^(?:em|anh|chị|chi|tôi|toi|mình|ai|bot)$/iu;
const NOBODY =
  /^(?:chung .*|cac .*|may .*|.*\b(?:khong|chua|se|sap|neu|hay|chac|nghe|viec|bao cao|nhom|cho|va|hoac)\b.*)$/;

/** Behind "/themnguoi". */
export function addOf(tail: string): Members {
  return { name: 'members', does: 'add', words: tail.trim() };
}

/** Behind "/xoanguoi". */
export function removeOf(tail: string): Members {
  return { name: 'members', does: 'remove', who: tail.trim() };
}

/** Behind "/suanguoi": "Minh: VHXH, đầu mối". */
export function changeOf(tail: string): Members {
  const [, who = tail, words = ''] = /^([^:,]+)[:,]\s*(.+)$/s.exec(tail.trim()) ?? [];
  return { name: 'members', does: 'set', who: who.trim(), words: words.trim() };
}
