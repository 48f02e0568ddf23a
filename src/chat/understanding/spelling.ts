/**
 * Slips of thumbs and the spellings of chat: each to the word that was meant. Only words that are no others: what is wrongly put right may be taken for a deed.
 */
import { spelling } from '../../domain/text-fold.ts';

const SLIPS = new Map(
  Object.entries({
    xong: 'xog xg xng xonh xobg xonng xxong xomg xpng xongh xonf xonq xoq',
    hoan: 'haon hoann hona',
    thanh: 'thah thanhh thnah tahnh thanhs',
    da: 'đả dã đa',
    roi: 'oy òy rui rùi roài rầu òi rồii ròi rồ dồi',
    chua: 'chx chửa chuă',
    nop: 'nooj nojp nopp',
    gui: 'gởi gwuir guii',
    viec: 'vc',
    khong: 'ko k kg khg hok khog kh hong hông hổng hem khum hk hỏng khôg hông',
    nhe: 'nhé nhá nhen nhoa',
    duoc: 'dc đc đx dk đk',
    minh: 'mik mk mìn',
    voi: 'vs',
    moi: 'ms',
    luon: 'lun luônn',
    thoi: 'thui',
    lam: 'lm',
    a: 'aj ạaa ạa',
  }).flatMap(([right, slips]) => slips.split(' ').map((slip) => [spelling(slip), right] as const)),
);

/** Words that are drawn out: "xonggg", "nhaaa". */
const DRAWN_OUT = new Set(['xong', 'roi', 'done', 'nha', 'nhe', 'nghe']);

/** The word that was meant, folded; null where it stands as it is. */
export function mended(folded: string, typed: string): string | null {
  const known = SLIPS.get(typed);
  if (known !== undefined) return known;
  const short = folded.replace(/(.)\1+$/, '$1');
  if (short !== folded && DRAWN_OUT.has(short)) return short;
  return null;
}

/** Without any diacritics, as one types in a hurry. */
export function bareOf(word: string): string {
  return spelling(word).replace(/\p{M}/gu, '').replace(/đ/g, 'd');
}
