/**
 * The words of address and courtesy around what is meant, folded: "dạ em xong 12 rồi anh ạ" means "xong 12".
 * Only the edges are stripped: inside, "chi" may be "chi ngân sách" and "anh" may be "hình ảnh".
 */
export function withoutPoliteEdges(folded: string): string {
  const words = withoutOpening(folded).split(' ');
  let end = words.length;
  for (let length = closingLength(words, end); length > 0; length = closingLength(words, end)) end -= length;
  return words.slice(0, end).join(' ');
}

/** For where the end carries the meaning: "xong 12 chưa em", "xong đi". */
export function withoutOpening(folded: string): string {
  const words = folded.trim().split(' ');
  let from = 0;
  for (let length = openingLength(words, from); length > 0; length = openingLength(words, from))
    from += length;
  return words.slice(from).join(' ');
}

function phrases(list: string): Set<string> {
  return new Set(list.split('|'));
}

const OPENINGS = phrases(
  'em|e|anh|chi|a|sep|minh|toi|tui|bot|bot oi|em oi|anh oi|chi oi|sep oi|co oi|chu oi|bac oi|a oi|c oi|ban oi|dong chi|dc|moi nguoi|ca nha|' +
    'chung em|chung toi|ben em|ben toi|ben minh|vang|uh|thua|kinh|kinh thua|kinh gui|kinh bao cao|xin|xin chao|xin phep|alo|chao|hi|hello|' +
    'hom nay|hom qua|hom kia|toi qua|chieu qua|sang nay|oke|okay|okie|ok|da|bao cao anh|bao cao chi|bao cao sep|bao cao bac|bao cao chu|bao cao co|bao cao dong chi|' +
    'bao cao dc|bao cao lanh dao|bao cao thu truong|da bao cao anh|da bao cao chi|da bao cao sep|da bao cao bac|da bao cao dong chi|' +
    'da bao cao dc|da bao cao lanh dao|da bao cao thu truong',
);

/** Beginnings of words that mean something: "chi tiết", "minh chứng". */
const CONTENT_OPENINGS = phrases(
  'chi tiet|chi tieu|chi dao|chi bo|chi ngan|chi tra|chi phi|chi thi|chi nhanh|chi doan|chi hoi|chi luong|minh chung|minh bach|toi pham|toi da|toi thieu',
);

/** "Dạ" folds to the letters of "đã", and "báo cáo chị" to those of "báo cáo chi": told apart by what follows. */
const UNSURE_OPENING = /^(?:da|(?:da )?bao cao .*)$/;
const AFTER_UNSURE_OPENING =
  /^(?:em|e|anh|chi|a|sep|minh|toi|ben|chung|ok|vang|thua|chua|mai|viec|nv|nhiem|la|so|da|chi|#?\d.*)$/;

function openingLength(words: readonly string[], from: number): number {
  return (
    [4, 3, 2, 1].find((length) => {
      const opening = words.slice(from, from + length).join(' ');
      const next = words[from + length];
      if (!OPENINGS.has(opening) || from + length > words.length) return false;
      if (CONTENT_OPENINGS.has(`${opening} ${next}`)) return false;
      if (opening === 'ok') return next !== undefined && !/^(?:#?\d.*|viec|nv)$/.test(next);
      return next === undefined || !UNSURE_OPENING.test(opening) || AFTER_UNSURE_OPENING.test(next);
    }) ?? 0
  );
}

const CLOSINGS = phrases(
  'anh|chi|em|e|a|ah|ak|c|co|chu|bac|thay|sep|ban|oi|bot|bot oi|dong chi|dc|da|roi|r|nhe|nha|nhen|nghen|ne|nua|nhi|vay|the|day|do|luon|het|' +
    'thoi|vang|ok|oke|cam on|cam on anh|cam on chi|thanks|tks|hom nay|hom qua|hom kia|toi qua|chieu qua|sang nay',
);

/** Ends of words that mean something: "hình ảnh", "thu chi". */
const CONTENT_ENDINGS = phrases('hinh anh|thu chi|cam ket the|tap the|cu the|quan doi|can bo');

function closingLength(words: readonly string[], end: number): number {
  if (CONTENT_ENDINGS.has(words.slice(Math.max(0, end - 2), end).join(' '))) return 0;
  // "12 ok" says that 12 is done.
  if (words[end - 1] === 'ok' && /^#?\d+$/.test(words[end - 2] ?? '')) return 0;
  return (
    [3, 2, 1].find((length) => length <= end && CLOSINGS.has(words.slice(end - length, end).join(' '))) ?? 0
  );
}
