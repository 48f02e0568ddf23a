/** The words deadlines are made of, as they are spelt. Broken writing is put together by them and by nothing else. */

const WORDS = (
  'trước ngày tháng năm quý quí tuần hàng hằng mỗi định kỳ kì thường xuyên trong đến hết chậm nhất muộn khi có theo ' +
  'từ và hoặc cuối đầu giữa sau làm việc giờ phút hoàn thành báo cáo hạn thời gian quy định kế hoạch của tỉnh ' +
  'phường xã là vào thứ hai ba bốn bảy chủ nhật liên tục đột xuất yêu cầu hướng dẫn'
).split(' ');

/** By the letters without diacritics: "hang" is spelt "hàng" or "hằng". */
const SPELLINGS = new Map<string, Set<string>>();
for (const word of WORDS) {
  const letters = lettersOf(word);
  SPELLINGS.set(letters, new Set([...(SPELLINGS.get(letters) ?? []), word]));
}

function lettersOf(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gu, 'd');
}

export function isKnown(letters: string): boolean {
  return SPELLINGS.has(letters);
}

/** How the word is spelt; the first spelling where there are two ("hàng", "hằng"). */
export function spellingOf(letters: string): string | undefined {
  const [spelling] = SPELLINGS.get(letters) ?? [];
  return spelling;
}

/** True when the writer typed the known word with its diacritics, or typed none at all. */
export function isSpelt(letters: string, accented: string): boolean {
  return isKnown(letters) && (accented === letters || SPELLINGS.get(letters)?.has(accented) === true);
}

const ONSETS = 'ngh ng nh gh gi ch kh ph th tr qu b c d g h k l m n p r s t v x'.split(' ');
const RIMES = (
  'a ac ach ai am an ang anh ao ap at au ay e ec ech em en eng enh eo ep et eu i ia ic ich iec iem ien ieng iep iet ' +
  'ieu im in inh ip it iu o oa oac oach oai oam oan oang oanh oao oap oat oay oc oe oen oeo oet oi om on ong op ot u ' +
  'ua uan uang uat uay uc ue uech uenh ui um un ung uo uoc uoi uom uon uong uop uot uou up ut uu uy uya uych uyen ' +
  'uyet uyn uynh uyt uyu y yem yen yet yeu'
).split(' ');
const SYLLABLE = new RegExp(`^(?:${ONSETS.join('|')})?(?:${RIMES.join('|')})$`, 'u');

/** Whether these letters can be a Vietnamese word at all; "nagy" and "truocngay" cannot. */
export function isSyllable(letters: string): boolean {
  return SYLLABLE.test(letters);
}

/** The only known word that two swapped letters, or one too few or too many, could have been meant for. */
export function meantBy(letters: string): string | undefined {
  const near = [...SPELLINGS.keys()].filter((word) => isSlip(letters, word));
  return near.length === 1 ? near[0] : undefined;
}

function isSlip(typed: string, word: string): boolean {
  if (typed.length === word.length) return isSwap(typed, word);
  if (typed.length === word.length + 1) return lacksOne(word, typed);
  return typed.length === word.length - 1 && lacksOne(typed, word);
}

function isSwap(typed: string, word: string): boolean {
  const at = firstDifference(typed, word);
  return (
    typed[at] === word[at + 1] && typed[at + 1] === word[at] && typed.slice(at + 2) === word.slice(at + 2)
  );
}

function lacksOne(shorter: string, longer: string): boolean {
  const at = firstDifference(shorter, longer);
  return shorter.slice(at) === longer.slice(at + 1);
}

function firstDifference(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  return at;
}
