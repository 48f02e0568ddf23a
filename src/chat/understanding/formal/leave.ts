/** "Lan nghỉ từ 12/11 đến 20/11, việc chuyển Minh", "em nghỉ phép 3 ngày từ mai, anh Minh làm thay". */
import { fold } from '../../../domain/text-fold.ts';
import type { CommandOf } from '../../command.ts';

const LONGEST = 160;

/** With days and whoever stands in, or with days from one to another: less may be said among people at any time. */
export function leaveIn(text: string): CommandOf<'record-leave'> | null {
  const typed = text.normalize('NFC').trim();
  if (typed.length > LONGEST || /[?\n]/.test(typed) || !AWAY.test(typed)) return null;
  const said = leaveSaid(typed.replace(AWAY, ' '));
  if (said === null || said.substitute !== null) return said;
  const isPlain = STRETCH.test(fold(said.days)) && (said.who === null || CALLED.test(fold(said.who)));
  return isPlain && !OF_WORK.test(fold(typed)) && !EVERYBODYS.test(fold(typed)) ? said : null;
}

/** The same where it is asked about first: nobody need stand in. */
export function leaveLike(text: string): CommandOf<'record-leave'> | null {
  return leaveSaid(text.normalize('NFC').replace(AWAY, ' '));
}

/** Behind "/nghi". */
export function leaveSaid(text: string): CommandOf<'record-leave'> | null {
  const typed = text.normalize('NFC').replace(/\s+/g, ' ').trim();
  const bare = fold(typed);
  const found = STANDS_IN.map((pattern) => pattern.exec(bare)).find((match) => match !== null);
  const substitute = found
    ? nameIn(typed.slice(indexOfGroup(found), indexOfGroup(found) + (found[1]?.length ?? 0)))
    : null;
  const rest = found ? typed.slice(0, found.index) : typed;
  const tokens = rest.split(/[\s,;]+/).filter((token) => token !== '');
  const isOfDays = (token: string, at: number) =>
    DAY_WORD.test(fold(token)) && !(/^\p{Lu}\p{Ll}/u.test(token) && ADDRESS.test(fold(tokens[at - 1] ?? '')));
  const days = tokens.filter(isOfDays).join(' ');
  const who = tokens.filter((token, at) => !isOfDays(token, at) && !BESIDE.test(fold(token))).join(' ');
  if (!/\d|mai|nay/.test(fold(days)) || who.split(' ').length > LONGEST_NAME || UNSURE.test(fold(rest)))
    return null;
  if (substitute === '') return null;
  return { name: 'record-leave', who: SELF.test(fold(who)) ? null : who, days, substitute };
}

/** Not "nghị" nor "nghĩ". */
const AWAY =
  /(?<!\p{L})(?:xin\s+)?(?:nghỉ|nghi)(?:\s+(?:phép|phep|ốm|om|mát|mat|chế độ|che do|thai sản|thai san|việc riêng|viec rieng))?(?!\p{L})/iu;
const STANDS_IN = [
  /[\s,;.]+(?:moi |cac )?(?:cong )?viec(?: cua (?:em|toi|minh|chi ay|anh ay))?(?: thi)? (?:chuyen|giao|ban giao|nho)(?: lai)?(?: cho| sang)? (.+)$/,
  /[\s,;.]+(?:nguoi )?(?:lam |truc )?thay(?: la|:) (.+)$/,
  /[,;.]\s*(?:nho |co |de )?(.+?) (?:lam thay|lam ho|truc thay|xu ly thay|thay)(?: (?:em|toi|minh|chi ay|anh ay))?(?: (?:a|nhe|nha))*$/,
  /[\s,;.]+((?:anh|chi|dong chi|co|chu) \S+(?: \S+){0,3}) (?:lam thay|lam ho|truc thay|xu ly thay|thay)(?: (?:em|toi|minh))?(?: (?:a|nhe|nha))*$/,
];
const DAY_WORD =
  /^(?:\d[\d/.]*(?:-[\d/.]+)?|[-–—]|tu|den|toi|to|from|ngay|hom|nay|mai|het|vao|trong|lam|viec|days?|tomorrow|today)$/;
const ADDRESS = /^(?:anh|chi|em|co|chu|bac|ong|ba|chi)$/;
const BESIDE = /^(?:da|a|thua|bao|cao|nhe|nha|sep|duoc|xin|phep|se)$/;
/** "Từ 12/11 đến 20/11", "3 ngày từ mai". */
const STRETCH = /\d.* (?:den|toi) .*\d|\d ?[-–—] ?\d|^\d{1,2} ngay (?:tu|ke tu) /;
/** Somebody, as one speaks of them. */
const CALLED = /^(?:(?:anh|chi|em|co|chu|bac|ong|ba|dong chi|a|c) )?[a-z]+(?: [a-z]+){0,3}$/;
/** Said of a task, and of leave on the way. */
const OF_WORK = /\b(?:vi|do|vuong|ket|gia han|han|tre|cham|nhac|bao cao viec|xong|nop|viec \d+|#\d+)\b/;
/** Days off of the whole office. */
const EVERYBODYS = /\bnghi (?:tet|le|quoc khanh|gio to|bu|giao thua|noel)\b/;
export const SELF = /^(?:|em|toi|minh|tui|chau|me|i)$/;
const UNSURE = /\b(?:khong|chua|neu|ai|chac|co le|hay|muon)\b/;
const LONGEST_NAME = 5;

function indexOfGroup(match: RegExpExecArray): number {
  return match.index + match[0].lastIndexOf(match[1] ?? '');
}

function nameIn(words: string): string {
  return words
    .replace(/(?:\s+(?:ạ|nhé|nha|nhe|a|làm thay|lam thay|thay))+[.!]*$/iu, '')
    .replace(/[\s,;.]+$/, '');
}
