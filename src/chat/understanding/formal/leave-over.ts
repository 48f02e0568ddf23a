/** "Hủy nghỉ", "Lan không nghỉ nữa", "mai em đi làm lại", "Lan đi làm lại từ 15/11": leave is called off, or ends early. */
import { fold } from '../../../domain/text-fold.ts';
import type { CommandOf } from '../../command.ts';
import { SELF } from './leave.ts';

const LONGEST = 120;

/** The whole message. */
export function leaveOverIn(text: string): CommandOf<'end-leave'> | null {
  const typed = text
    .normalize('NFC')
    .replace(/[.!,;:]+(?=\s|$)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (typed.length > LONGEST || /[?\n]/.test(text) || OTHER_WORDS.test(typed)) return null;
  const bare = fold(typed);
  const found = FORMS.map((form) => form.exec(bare)).find((match) => match !== null);
  const { indices, groups } = found ?? {};
  if (indices === undefined) return null;
  const as = (part: 'who' | 'whose' | 'back' | 'days' | 'day') => {
    const [from, to] = indices.groups?.[part] ?? [0, 0];
    return typed.slice(from, to).trim();
  };
  const who = as('whose') || as('who');
  if (UNSURE.test(fold(who))) return null;
  const isBack = groups?.back !== undefined;
  return {
    name: 'end-leave',
    who: SELF.test(fold(who)) ? null : who,
    days: isBack ? '' : as('days'),
    back: isBack ? as('day') || as('days') : '',
  };
}

/** What folds to the same letters, and is another word. */
const OTHER_WORDS = /(?<!\p{L})(?:nghị|nghĩ|bộ|bó|bố|bơ)(?!\p{L})/iu;
const UNSURE = /\b(?:ai|neu|sao|viec|hay|chac|co le|khong|chua|nhac|vi|bot)\b/;

const DAY =
  '(?:thu (?:[2-7]|hai|ba|tu|nam|sau|bay)|hom nay|ngay mai|sang mai|chieu nay|mai|nay|ngay \\d[\\d/.]*|\\d[\\d/.]*[/.]\\d[\\d/.]*)';
const OPENING = '(?:(?:da|vang|thua|bao cao|sep|bot|oi|xin|xin phep|cho|giup|thoi) )*';
const WHO = '(?<who>(?:[a-z]+ ){0,5}?)';
const LEAVE = 'nghi(?: (?:phep|om|bu|che do))?';
const END = '(?: (?:a|nhe|nha|em|anh|chi|giup|voi|di|roi|dau|duoc roi|binh thuong))*';
const DAYS = '(?: (?<days>(?:tu |ngay )?\\d[\\d/.]*(?: ?(?:den|toi|-|–) ?(?:het )?(?:ngay )?\\d[\\d/.]*)?))?';

const FORMS = [
  // "Hủy nghỉ", "bỏ lịch nghỉ của chị Lan", "hủy nghỉ từ 12/11 đến 20/11".
  `${OPENING}${WHO}(?:xin )?(?:huy|bo|xoa|rut)(?: (?:lich|don|dang ky|ngay|viec|bao|xin))* ${LEAVE}(?: (?:cua|cho) (?<whose>[a-z]+(?: [a-z]+){0,4}?)| (?:em|toi|minh))?${DAYS}${END}`,
  // "Lan không nghỉ nữa", "thôi em không nghỉ".
  `${OPENING}${WHO}(?:thoi )?(?:khong|ko|k|hong|khoi) ${LEAVE} nua${DAYS}${END}`,
  // "Lan đi làm lại từ 15/11", "mai em đi làm lại", "em đi làm rồi ạ".
  `${OPENING}(?:(?<day>${DAY}) )?${WHO}(?:da |se )?(?<back>di lam lai|di lam tro lai|tro lai lam viec|quay lai lam viec|lam viec tro lai|di lam (?:som|binh thuong)|het nghi(?: phep)?)(?: (?:tu|vao|ngay|som))*(?: (?<days>${DAY}))?${END}`,
].map((form) => new RegExp(`^${form}$`, 'd'));
