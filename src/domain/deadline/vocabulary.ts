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

/**
 * The one known word these letters were meant for. Two swapped letters that give another word speak for that one
 * ("kahi" is "khai"); otherwise one letter is missing or too many.
 */
export function meantBy(letters: string): string | undefined {
  const swapped = swapsOf(letters).filter(isSyllable);
  const near = swapped.length > 0 ? swapped : [...SPELLINGS.keys()].filter((word) => lacksOne(letters, word));
  const [word] = near;
  return word !== undefined && near.length === 1 && isKnown(word) ? word : undefined;
}

function swapsOf(letters: string): string[] {
  return Array.from(letters.slice(1), (second, at) => {
    return letters.slice(0, at) + second + letters.charAt(at) + letters.slice(at + 2);
  });
}

/** One of the two is the other without one letter. */
function lacksOne(a: string, b: string): boolean {
  const [shorter, longer] = a.length < b.length ? [a, b] : [b, a];
  if (longer.length !== shorter.length + 1) return false;
  let at = 0;
  while (at < shorter.length && shorter[at] === longer[at]) at += 1;
  return shorter.slice(at) === longer.slice(at + 1);
}
