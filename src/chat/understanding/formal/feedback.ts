/** "Góp ý: nhắc sớm hơn một ngày", "/ykien xóa 2". */
import { fold } from '../../../domain/text-fold.ts';
import type { Command } from '../../command.ts';

const REMARK =
  /^(?:(?:dạ|da|thưa|thua|em|tôi|toi|tui|mình|minh|anh|chị|chi|xin|có|co|cho|muốn|muon|anh\/chị)[ ,]+)*(?:(?:góp|gop) (?:ý|y)|(?:ý|y) (?:kiến|kien)(?: (?:góp|gop) (?:ý|y))?|kiến nghị|kien nghi|feedback|suggestion)(?: (?:cho|về|ve|với|voi|on|about|for))?(?: (?:bot|trợ lý|tro ly|phần mềm|phan mem|nhắc hạn|nhac han|the bot))?(?: này| nay)?\s*[:：]\s*(.+)$/isu;

/** The whole message; null for any other. Without the colon much else may be meant: a draft is given one's opinion on, too. */
export function feedbackIn(typed: string): Command | null {
  const words = REMARK.exec(typed.normalize('NFC').trim())?.[1];
  if (words !== undefined) return { name: 'remark', words: words.trim() };
  return LISTS.test(fold(typed)) ? { name: 'feedback', does: 'list' } : null;
}

const LISTS =
  /^(?:(?:cho )?(?:xem|coi) )?(?:(?:danh sach|cac|nhung) )*(?:y kien gop y|gop y|y kien)(?: (?:ve|cho) bot)?$|^(?:list |show )?(?:the )?feedback$/;

/** Behind "/ykien"; null where it is to drop nobody knows what. */
export function feedbackOf(tail: string): Command | null {
  const said = fold(tail);
  if (said === '') return { name: 'feedback', does: 'list' };
  if (!/^(?:xoa|bo|go|drop|remove|delete)\b/.test(said)) return { name: 'remark', words: tail.trim() };
  const number = /^\w+(?: (?:muc|so))? ?#?(\d{1,6})$/.exec(said)?.[1];
  return number === undefined ? null : { name: 'feedback', does: 'drop', number: Number(number) };
}
