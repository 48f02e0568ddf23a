/** Words that say how a time limits ("trước", "chậm nhất"), what a task waits for ("khi", "theo"), or that it never ends. */
import type { LexemeValue, Marker } from './lexeme.ts';
import { digitsOf, isWord, mayBe, phrases, type Tokens } from './phrases.ts';

type Found = (LexemeValue & { to: number }) | null;

const markers: [ReturnType<typeof phrases>, Marker][] = [
  [
    phrases(
      'cham nhat|muon nhat|tre nhat|khong qua|khong muon hon|khong cham hon|khong cham qua',
      'khong tre hon|han cuoi|han chot|thoi han|han|deadline|khong de qua|khong de sau|truoc hoac trong',
      'truoc hoac vao|truoc va trong|hoan thanh|xong|han cuoi cung|thoi han cuoi|han hoan thanh',
      'han nop|thoi han nop|khong sau|truoc hoac dung|vao cuoi han|thoi han giai quyet|thoi han xu ly',
      'thoi gian giai quyet|thoi gian xu ly|khong de muon hon|khong de cham hon',
    ),
    'latest',
  ],
  [phrases('truoc|truoc thoi diem|truoc thoi han|som hon|tr|tr .'), 'before'],
  [
    phrases(
      'den|den het|het|toi|toi het|cho den|cho den het|cho toi|den cuoi|keo dai den|tu nay den',
      'tu nay den het|tu nay cho den|tu nay cho den het|tu nay toi|ke tu nay den|chi den',
    ),
    'until',
  ],
  [phrases('tu|ke tu|bat dau tu|tinh tu|bat dau|khoi dau tu'), 'from'],
  [phrases('sau|ke sau'), 'after'],
  [
    phrases(
      'trong|vao|trong thoi gian|trong khoang|trong khoang thoi gian|trong vong|trong dip|nhan dip',
      'dip',
    ),
    'within',
  ],
  [phrases('du kien|dk|( du kien )|( dk )'), 'planned'],
  [phrases('cao diem|dot cao diem|trong do cao diem|tap trung cao diem'), 'peak'],
];

export function readMarker(tokens: Tokens, at: number): Found {
  if (isWord(tokens[at], 'tu') && !isFrom(tokens, at)) return null;
  if (isWord(tokens[at], 'sau') && !mayBe(tokens[at], 'sau')) return null;
  if (isWord(tokens[at], 'tr') && !isDayNext(tokens, isWord(tokens[at + 1], '.') ? at + 2 : at + 1))
    return null;
  for (const [wording, marker] of markers) {
    const to = wording(tokens, at);
    if (to > at) return { kind: 'marker', marker, to };
  }
  return null;
}

/** Typed plain, "điện tử chậm nhất", "đầu tư trước" hold no "từ". */
function isFrom(tokens: Tokens, at: number): boolean {
  const isPlain = tokens[at]?.accented === 'tu';
  const isOtherWord =
    isWord(tokens[at - 1], 'dien', 'dau') && isWord(tokens[at + 1], 'cham', 'truoc', 'muon');
  return mayBe(tokens[at], 'từ') && !(isPlain && isOtherWord);
}

function isDayNext(tokens: Tokens, at: number): boolean {
  return tokens[at]?.kind === 'number' || isWord(tokens[at], 'ngay');
}

const strongTrigger = phrases(
  'khi|ngay khi|sau khi|ngay sau khi|truoc khi|ngay truoc khi|moi khi|cho den khi|trong khi',
  'dot xuat|dot suat|cho huong dan|cho chi dao|cho van ban|cho y kien|cho ke hoach|cho thong bao',
);
const weakTrigger = phrases(
  'theo|tuy theo|tuy thuoc|phu thuoc|can cu theo|dung theo|dung thoi gian|dung thoi han',
  'dung tien do|dung quy dinh|dam bao thoi gian|bao dam thoi gian|dam bao tien do',
  'bao dam tien do|dung lich|dung ke hoach|dung yeu cau|tai ky hop|tai phien hop|tuy tinh hinh',
  'cung ky bao cao|cung thoi diem',
);

const meeting = phrases('ky hop|phien hop');

export function readTrigger(tokens: Tokens, at: number): Found {
  // "khí hậu", "theo dõi", "kèm theo", "cho" (give)
  if (isWord(tokens[at], 'khi') && (!mayBe(tokens[at], 'khi') || isWord(tokens[at + 1], 'hau', 'tuong')))
    return null;
  if (isWord(tokens[at], 'theo') && (isWord(tokens[at + 1], 'doi') || isWord(tokens[at - 1], 'kem')))
    return null;
  if (isWord(tokens[at], 'cho') && !isWord(tokens[at + 1], 'den') && !mayBe(tokens[at], 'chờ')) return null;
  const strong = strongTrigger(tokens, at);
  if (strong > at) return { kind: 'trigger', strong: true, to: strong };
  // "Kỳ họp giữa năm" as the whole of it
  const isHead = (tokens[at - 1]?.kind ?? 'mark') === 'mark';
  const weak = Math.max(weakTrigger(tokens, at), isHead ? meeting(tokens, at) : at);
  return weak > at ? { kind: 'trigger', strong: false, to: weak } : null;
}

const continuous = phrases(
  'thuong xuyen|thuong suyen|thuong xuyn|tuong xuyen|thuong xuen|lien tuc',
  'quanh nam|suot nam|trong suot nam|xuyen suot|trong suot',
  'thuong xuyen , lien tuc|thuong xuyen lien tuc|thuong xuyen va lien tuc|tx',
  'th . xuyen|t . xuyen|t / xuyen|th xuyen|t xuyen|txuyen',
);

const roundTheClock = phrases('24 / 7|24 / 24|24 / 24 gio|24 / 24 h|24 h / 24 h|24 h / 24|24 h / 7');
const ON_DUTY = ['truc', 'ban', 'vu', 'dong', 'tuc', 'do'];

/** "24/7" by itself or of a duty; elsewhere it is a day in July. */
export function readRoundTheClock(tokens: Tokens, at: number): Found {
  const to = roundTheClock(tokens, at);
  if (to === at) return null;
  const isAlone = tokens.every(({ kind }, index) => kind === 'mark' || (index >= at && index < to));
  const isDay = to === at + 3 && isWord(tokens[at + 2], '7');
  return !isDay || isAlone || isWord(tokens[at - 1], ...ON_DUTY) ? { kind: 'continuous', to } : null;
}

/** Not "chi thường xuyên" (recurrent spending), "không thường xuyên", "TX." (a town). */
export function readContinuous(tokens: Tokens, at: number): Found {
  if (isWord(tokens[at - 1], 'chi', 'khong', 'von', 'phi')) return null;
  if (isWord(tokens[at], 'tx') && (tokens.length > 3 || digitsOf(tokens[at + 1], 4) !== null)) return null;
  const to = continuous(tokens, at);
  // "không quá 01 lần trong suốt quá trình …" is a bound of something else
  if (isWord(tokens[at], 'trong') && tokens[to]?.text !== 'nam' && tokens[at - 1]?.kind === 'word')
    return null;
  return to > at ? { kind: 'continuous', to } : null;
}
