/**
 * The office's days as the state announces them: "nghỉ Tết từ 14/2 đến 22/2", "làm bù thứ bảy 28/2", "hoán đổi ngày làm việc
 * từ thứ Hai 31/8 sang thứ Bảy 22/8".
 */
import { looksLikeDays } from '../../../domain/days-said.ts';
import { looksLikeSwap } from '../../../domain/swap-said.ts';
import { fold } from '../../../domain/text-fold.ts';
import type { CommandOf } from '../../command.ts';

/** Of a holiday, or of the office: of somebody alone it would be leave, and "nghỉ bù" anybody says of himself. */
const OFF =
  /^(?:(?:dang ky |cap nhat |them )?(?:ngay |lich )?(?:(?:toan )?co quan |ubnd |phuong |xa )?nghi) ?(?=(?:tet|le)\b)|^(?:toan )?(?:co quan|ubnd|phuong|xa) (?:duoc )?nghi /;
const WORKED = /^(?:(?:toan )?(?:co quan|ubnd|phuong|xa) )?(?:di )?lam bu /;

const SWAP =
  /^(?:(?:toan )?(?:co quan|ubnd|phuong|xa) )?(?:duoc |thuc hien )?(?:viec )?(?:hoan doi|doi)(?: (?:ngay|lich))?(?: (?:lam viec|di lam|lam|nghi))? (?=tu |cua |ngay |thu |\d)|^(?:toan )?(?:co quan|ubnd|phuong|xa) (?:duoc )?nghi (?=.* lam bu )/;

/** The whole message; null for any other. */
export function officeDaysIn(text: string): CommandOf<'settings'> | null {
  const said = fold(text).replace(/(?:(?<![ ,])[ ,]+(?:nhe|a)){0,6}(?:(?<![ .!])[ .!]+)?$/, '');
  for (const [head, setting] of [
    [OFF, 'nghi'],
    [WORKED, 'lambu'],
  ] as const) {
    const days = said.replace(head, '').trim();
    if (head.test(said) && looksLikeDays(days)) return { name: 'settings', words: `${setting} ${days}` };
  }
  const days = said.replace(SWAP, '').trim();
  return SWAP.test(said) && looksLikeSwap(days) ? { name: 'settings', words: `hoandoi ${days}` } : null;
}
