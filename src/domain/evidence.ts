import { INVISIBLE } from './text-fold.ts';

/** Minh chứng as given in a message: a link or a cited document. Files come as attachments of the platform. */
export type EvidenceGiven =
  /** Always http or https: "drive.google.com/x" is kept as "https://drive.google.com/x". */
  | { kind: 'link'; value: string }
  /** As cited: "Báo cáo số 2660/BC-UBND ngày 11/12/2025". */
  | { kind: 'document'; value: string };

/** What the text gives as evidence, in its order and each once, and the text without it. */
export function evidenceIn(text: string): { given: EvidenceGiven[]; rest: string } {
  const typed = text.replace(INVISIBLE, '').normalize('NFC');
  const given = new Map<string, EvidenceGiven>();
  const rest: string[] = [];
  let restFrom = 0;
  for (const match of plainLetters(typed).matchAll(EVIDENCE)) {
    const words = typed.slice(match.index, match.index + match[0].length);
    const isDocument = match.groups?.document !== undefined;
    const value = isDocument ? words : withoutClosingMarks(words);
    const evidence = isDocument ? { kind: 'document' as const, value } : linkTo(value);
    if (evidence === null) continue;
    given.set(evidence.value, evidence);
    rest.push(typed.slice(restFrom, match.index));
    restFrom = match.index + value.length;
  }
  rest.push(typed.slice(restFrom));
  return { given: [...given.values()], rest: rest.join(' ').trim() };
}

const LINK_CHARACTER = String.raw`(?![,;|]https?:\/\/)[^\s\p{C}<>"“”«»]`;

/** Without "https://" only a known ending counts: "P.VHXH/UBND" has the shape of an address, too. */
const BARE_HOST = String.raw`(?<![\w@.\/-])(?:www\.[a-z0-9-]+\.|(?:[a-z0-9-]+\.)+(?:vn|com|net|org|info|ly|gl|me|io|be|app|link|page|dev|cloud|asia)(?::\d+)?\/)`;

const LINK = String.raw`(?:https?:\/\/|${BARE_HOST})(?:${LINK_CHARACTER})+`;

/** The kinds of Nghị định 30/2020/NĐ-CP that offices cite, and their abbreviations (Phụ lục III). */
const DOCUMENT_KIND =
  'bao cao|quyet dinh|ke hoach|cong van|thong bao|to trinh|nghi quyet|bien ban|chi thi|cong dien|huong dan|chuong trinh|de an|phuong an|giay moi|van ban|bc|qd|kh|cv|tb|ttr|nq|bb|ct|cd|hd|gm|vb';
const SHORT_KIND = 'bc|qd|kh|cv|tb|ttr|nq|bb|ct|cd|hd|ctr|da|pa|gm';

/** "248/BC-UBND", "30/2020/NĐ-CP", and the Party's "05-NQ/ĐU". */
const SYMBOL = String.raw`\d{1,5}[a-z]?(?: ?\/ ?(?:\d{4}\/)?[a-z]{2,10}(?:[-–][a-z&]{1,12}){1,4}| ?[-–] ?(?:${SHORT_KIND})\/[a-z]{2,10})`;
/** After a kind or "số" less will do: "QĐ 73/UBND". */
const LOOSE_SYMBOL = String.raw`\d{1,5}[a-z]? ?\/ ?[a-z]{2,10}`;

const DATE = String.raw`(?:\d{1,2}[\/.-]\d{1,2}(?:[\/.-]\d{4})?|\d{1,2}\s+thang\s+\d{1,2}(?:\s+nam\s+\d{4})?)`;
/** "ngày 12/11/2025", perhaps after the issuer. */
const DATED = String.raw`(?:\s+cua\s[^\p{C},;.\/]{2,60}?)?,?\s+\(?ngay\s+${DATE}|\s+\(?\d{1,2}\/\d{1,2}\/\d{4}`;

/** "Đã báo cáo số …" is a verb and its number: the kind is left to the rest. */
const KIND = String.raw`(?<!\bda\s)\b(?:${DOCUMENT_KIND})\s+`;
const NUMBER_WORD = String.raw`so[:.]?\s*`;

const DOCUMENT = [
  `(?:${KIND})?(?:\\b${NUMBER_WORD})?(?<!\\d[-.]?|[\\/#])${SYMBOL}(?![\\w\\/])(?:${DATED})?`,
  `(?:${KIND}(?:${NUMBER_WORD})?|\\b${NUMBER_WORD})${LOOSE_SYMBOL}(?![\\w\\/])(?:${DATED})?`,
  // Without a symbol only a date tells a document's number from a task's.
  `${KIND}(?:${NUMBER_WORD})?\\d{1,5}(?:${DATED})`,
].join('|');

const EVIDENCE = new RegExp(`${LINK}|(?<document>${DOCUMENT})`, 'gu');

/** Like `fold`, but letter for letter, so that what is found there can be cut out of the text as typed. */
function plainLetters(composed: string): string {
  return composed.replace(/[A-Z\u0080-\uffff]/g, (letter) => {
    const plain = letter.normalize('NFD').charAt(0).toLowerCase();
    if (plain === 'đ') return 'd';
    return plain.length === 1 ? plain : letter;
  });
}

function linkTo(words: string): EvidenceGiven | null {
  const value = /^https?:/i.test(words) ? words : `https://${words}`;
  return URL.canParse(value) && new URL(value).hostname.includes('.') ? { kind: 'link', value } : null;
}

/** A link's last full stop or bracket belongs to the sentence, unless the bracket was opened in the link. */
function withoutClosingMarks(link: string): string {
  let open = link.split('(').length - link.split(')').length;
  let end = link.length;
  for (; end > 0; end--) {
    const last = link.charAt(end - 1);
    if (last === ')' && open < 0) open++;
    else if (!/[.,;:!?'’…*\]}]/.test(last)) break;
  }
  return link.slice(0, end);
}
