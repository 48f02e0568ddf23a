/**
 * Cited documents: "Quyết định số 73/QĐ-UBND ngày 26/09/2025", "Luật số 85/2015/QH13", "Chỉ thị 05-CT/TW". Their
 * numbers and dates look like deadlines and never are. Symbols follow Nghị định 30/2020/NĐ-CP.
 */
import type { Reader } from './lexeme.ts';
import { digitsOf, isWord, phrases, type Tokens } from './phrases.ts';
import { readDate } from './read-date.ts';
import { fullYear, readYearAfter } from './read-year.ts';

const document = phrases(
  'nghi quyet|nghi dinh|quyet dinh|ke hoach|cong van|thong tu|chi thi|thong bao|to trinh',
  'ket luan|cong dien|van ban|huong dan|luat|bo luat|giay moi|bien ban|bao cao|phap lenh',
  'chuong trinh|de an|thong tu lien tich|quy che|quy dinh|hop dong|giay uy quyen|phieu chuyen',
  'qd|kh|cv|nq|nd|tb|ttr|bc|ct|tt',
);
/** Kinds whose date is the day of signing even without a number; a report or a plan may itself be due that day. */
const signed = phrases(
  'nghi quyet|nghi dinh|quyet dinh|cong van|thong tu|chi thi|ket luan|cong dien|luat|bien ban',
);
const SYMBOLS = new Set(
  (
    'qd kh bc cv tb ttr nq bb ct hd kl tt nd ubnd hdnd qh ttg cp tw tu bnv btc btp bgddt byt pl gm ctr da pa ttlt vp ' +
    'vpcp ttcp mttq bch hdbc hdbs dv ub btttt bkhcn snv stc stp bcd pvhxh ktdt vhxh vptu qlnn cctp gp uq'
  ).split(' '),
);

export const readCitation: Reader = (tokens, at) => {
  const afterDocument = document(tokens, at);
  const named = afterDocument > at;
  const afterWord = isWord(tokens[afterDocument], 'so') ? afterDocument + 1 : afterDocument;
  const numberAt = tokens[afterWord]?.text === ':' ? afterWord + 1 : afterWord;
  const afterSymbol = symbolEnd(tokens, numberAt);
  if (afterSymbol > numberAt) return { kind: 'citation', to: signingEnd(tokens, afterSymbol) };
  if (!named) return null;
  const plainNumber = afterWord > afterDocument ? digitsOf(tokens[numberAt], 5) : null;
  if (plainNumber !== null) return { kind: 'citation', to: signingEnd(tokens, numberAt + 1) };
  const date = datedFrom(tokens, afterName(tokens, at, afterDocument));
  if (date <= afterName(tokens, at, afterDocument)) return null;
  const issued = signed(tokens, at) > at || isWord(tokens[date], 'cua') || isWord(tokens[at - 1], 'theo');
  return issued ? { kind: 'citation', to: date } : null;
};

const LONGEST_NAME = 10;
/** Words that begin a limit: what follows them is no day of signing. */
const LIMITING = 'truoc den toi het tu cham han trong vao xong hoan phai bao gui trinh va nop duoc de'.split(
  ' ',
);

/** Past the name of a law or the issuer of a decision ("Luật Đầu tư công ngày …"), if a day of signing follows. */
function afterName(tokens: Tokens, at: number, afterDocument: number): number {
  if (signed(tokens, at) === at) return afterDocument;
  for (let to = afterDocument; to - afterDocument < LONGEST_NAME; to += 1) {
    if (isWord(tokens[to], 'ngay') && datedFrom(tokens, to) > to) return to;
    if (tokens[to]?.kind !== 'word' || isWord(tokens[to], ...LIMITING)) break;
  }
  return afterDocument;
}

/** "73/QĐ-UBND", "02/2025/NQ-HĐND", "05-CT/TW", "8377/UBND-KSTT"; a form's empty number too: "/QĐ-UBND". */
function symbolEnd(tokens: Tokens, at: number): number {
  const numbered = digitsOf(tokens[at], 6) !== null;
  let slash = numbered ? at + 1 : at;
  if (numbered && isWord(tokens[slash], '/') && fullYear(tokens[slash + 1]) !== null) slash += 2;
  if (!isWord(tokens[slash], '/', '-') || !isSymbol(tokens, slash + 1)) return at;
  if (!numbered && !isWord(tokens[at - 1], 'so', ':')) return at;
  let end = slash + 2;
  while (isWord(tokens[end], '/', '-', '.') && isSymbolPart(tokens, end + 1)) end += 2;
  return tokens[end]?.kind === 'number' && tokens[end]?.gap === 'none' ? end + 1 : end;
}

function isSymbol(tokens: Tokens, at: number): boolean {
  const token = tokens[at];
  if (token?.kind !== 'word' || token.gap !== 'none') return false;
  return (
    SYMBOLS.has(token.text) ||
    (token.text.length >= 2 && token.capital !== false && isWord(tokens[at + 1], '-'))
  );
}

function isSymbolPart(tokens: Tokens, at: number): boolean {
  const token = tokens[at];
  return token?.kind === 'word' && token.gap === 'none' && tokens[at - 1]?.gap === 'none';
}

/** Past ", ngày 26/09/2025", "(26/09/2025)", "năm 2022", "ký ngày …". */
function signingEnd(tokens: Tokens, at: number): number {
  const open = isWord(tokens[at], ',', '(') ? at + 1 : at;
  const dated = datedFrom(tokens, open);
  if (dated > open) return isWord(tokens[at], '(') && isWord(tokens[dated], ')') ? dated + 1 : dated;
  return readYearAfter(tokens, at).to;
}

const signedOn = phrases('ky|ban hanh|duoc ban hanh|de');

function datedFrom(tokens: Tokens, at: number): number {
  const start = signedOn(tokens, at);
  const bracketed = isWord(tokens[at - 1], '(');
  const date = readDate(tokens, start);
  // "Kế hoạch số 15/KH-UBND, 05/02/2026"
  const isLast = date !== null && isWord(tokens[at - 1], ',') && (tokens[date.to]?.kind ?? 'mark') === 'mark';
  if (!bracketed && !isLast && !isWord(tokens[start], 'ngay')) return at;
  if (date) return date.to;
  // an unfilled form: "ngày   /  /2025"
  return isWord(tokens[start], 'ngay') && isWord(tokens[start + 1], '/', '.')
    ? readYearAfter(tokens, start + 2).to
    : at;
}
