/** Turns tokens into lexemes: at each place the first reader that recognises something takes it. */
import { readFeast } from './feasts.ts';
import type { Lexeme, LexemeValue, Marker, Reader } from './lexeme.ts';
import { digitsOf, isWord, mayBe, phrases, type Tokens } from './phrases.ts';
import { readCitation } from './read-citation.ts';
import { readBlankDate, readDate } from './read-date.ts';
import { readDays, readWeekday } from './read-day-rule.ts';
import { readFrequency } from './read-frequency.ts';
import { readRatio } from './read-ratio.ts';
import { readSlot } from './read-slot.ts';
import { readStretch } from './read-stretch.ts';
import { readDuration, readTime } from './read-time.ts';

export function scan(tokens: Tokens): Lexeme[] {
  const lexemes: Lexeme[] = [];
  let at = 0;
  while (at < tokens.length) {
    if (startsItem(tokens, at)) lexemes.push({ kind: 'break', from: at, to: at });
    const found = readAt(tokens, at);
    lexemes.push({ ...found, from: at });
    at = found.to;
  }
  return lexemes;
}

/** The order matters where one wording begins another: a document's date before a date, a date before a month. */
const readers: Reader[] = [
  readBreak,
  readCitation,
  readFeast,
  readRatio,
  readTime,
  readBlankDate,
  readDate,
  readFrequency,
  readSlot,
  readWeekday,
  readStretch,
  readDuration,
  readDays,
  readTrigger,
  readMarker,
  readContinuous,
];

function readAt(tokens: Tokens, at: number): LexemeValue & { to: number } {
  for (const read of readers) {
    const found = read(tokens, at);
    if (found) return found;
  }
  return { kind: 'word', to: at + 1 };
}

const ABBREVIATIONS = [
  'tp',
  'ths',
  'ts',
  'p',
  'q',
  'tx',
  'tt',
  'ng',
  'th',
  't',
  'ong',
  'ba',
  'tr',
  'gs',
  'ubnd',
  'so',
];
/** A line that ends in one of these goes on in the next. */
const UNFINISHED = new Set(
  (
    'truoc ngay thang nam quy qui tu den het trong vao la cua va hoac hang moi dinh ky cham muon nhat khi theo co ' +
    'voi ve tai cho do duoc cac nhung sau lam viec gio han / - , ( :'
  ).split(' '),
);

/** A line that begins with one of these goes on from the line before. */
const CONTINUING = new Set('va hoac hang moi nam den toi cua / , ( ) thang quy'.split(' '));

/** A new line is a new item unless either side shows that the sentence goes on. */
function startsItem(tokens: Tokens, at: number): boolean {
  const token = tokens[at];
  if (token?.gap !== 'line' || at === 0 || UNFINISHED.has(tokens[at - 1]?.text ?? '')) return false;
  return token.capital || !CONTINUING.has(token.text);
}

function readBreak(tokens: Tokens, at: number): (LexemeValue & { to: number }) | null {
  const isBreak =
    at > 0 && (isWord(tokens[at], ';') || (isWord(tokens[at], '.') && endsSentence(tokens, at)));
  return isBreak ? { kind: 'break', to: at + 1 } : null;
}

function endsSentence(tokens: Tokens, at: number): boolean {
  const next = tokens[at + 1];
  if (!next || next.gap === 'none') return false;
  if (isWord(tokens[at - 1], ...ABBREVIATIONS)) return false;
  const numbering = at === 1 && tokens[0]?.kind === 'number';
  return !numbering && next.text !== '.';
}

const markers: [ReturnType<typeof phrases>, Marker][] = [
  [
    phrases(
      ...[
        'cham nhat',
        'muon nhat',
        'tre nhat',
        'khong qua',
        'khong muon hon',
        'khong cham hon',
        'khong cham qua',
        'khong tre hon',
      ],
      ...[
        'han cuoi',
        'han chot',
        'thoi han',
        'han',
        'deadline',
        'khong de qua',
        'truoc hoac trong',
        'truoc hoac vao',
      ],
      ...[
        'truoc va trong',
        'hoan thanh',
        'xong',
        'han cuoi cung',
        'thoi han cuoi',
        'han hoan thanh',
        'han nop',
        'thoi han nop',
      ],
      ...['khong sau', 'truoc hoac dung', 'vao cuoi han'],
    ),
    'latest',
  ],
  [phrases('truoc', 'truoc thoi diem', 'truoc thoi han', 'tr'), 'before'],
  [
    phrases(
      ...[
        'den',
        'den het',
        'het',
        'toi',
        'toi het',
        'cho den',
        'cho den het',
        'cho toi',
        'den cuoi',
        'keo dai den',
      ],
      ...[
        'tu nay den',
        'tu nay den het',
        'tu nay cho den',
        'tu nay cho den het',
        'tu nay toi',
        'ke tu nay den',
        'chi den',
      ],
    ),
    'until',
  ],
  [phrases('tu', 'ke tu', 'bat dau tu', 'tinh tu', 'bat dau', 'khoi dau tu'), 'from'],
  [phrases('sau', 'ke sau'), 'after'],
  [
    phrases(
      'trong',
      'vao',
      'trong thoi gian',
      'trong khoang',
      'trong khoang thoi gian',
      'trong vong',
      'trong dip',
      'nhan dip',
      'dip',
    ),
    'within',
  ],
  [phrases('du kien', 'dk'), 'planned'],
  [phrases('cao diem', 'dot cao diem', 'trong do cao diem', 'tap trung cao diem'), 'peak'],
];

function readMarker(tokens: Tokens, at: number): (LexemeValue & { to: number }) | null {
  if (isWord(tokens[at], 'tu') && !mayBe(tokens[at], 'từ')) return null;
  if (isWord(tokens[at], 'sau') && !mayBe(tokens[at], 'sau')) return null;
  if (isWord(tokens[at], 'tr') && tokens[at + 1]?.kind !== 'number' && !isWord(tokens[at + 1], 'ngay'))
    return null;
  for (const [wording, marker] of markers) {
    const to = wording(tokens, at);
    if (to > at) return { kind: 'marker', marker, to };
  }
  return null;
}

const strongTrigger = phrases(
  ...[
    'khi',
    'ngay khi',
    'sau khi',
    'ngay sau khi',
    'truoc khi',
    'ngay truoc khi',
    'moi khi',
    'cho den khi',
    'trong khi',
  ],
  ...[
    'dot xuat',
    'cho huong dan',
    'cho chi dao',
    'cho van ban',
    'cho y kien',
    'cho ke hoach',
    'cho thong bao',
  ],
);
const weakTrigger = phrases(
  ...['theo', 'tuy theo', 'tuy thuoc', 'phu thuoc', 'can cu theo', 'dung theo'],
  ...[
    'dung thoi gian',
    'dung thoi han',
    'dung tien do',
    'dung quy dinh',
    'dam bao thoi gian',
    'bao dam thoi gian',
  ],
  ...['dam bao tien do', 'bao dam tien do', 'dung lich', 'dung ke hoach', 'dung yeu cau'],
);

function readTrigger(tokens: Tokens, at: number): (LexemeValue & { to: number }) | null {
  // "khí hậu", "theo dõi", "cho" (give)
  if (isWord(tokens[at], 'khi') && (!mayBe(tokens[at], 'khi') || isWord(tokens[at + 1], 'hau', 'tuong')))
    return null;
  if (isWord(tokens[at], 'theo') && isWord(tokens[at + 1], 'doi')) return null;
  if (isWord(tokens[at], 'cho') && !isWord(tokens[at + 1], 'den') && !mayBe(tokens[at], 'chờ')) return null;
  const strong = strongTrigger(tokens, at);
  if (strong > at) return { kind: 'trigger', strong: true, to: strong };
  const weak = weakTrigger(tokens, at);
  return weak > at ? { kind: 'trigger', strong: false, to: weak } : null;
}

const continuous = phrases(
  ...[
    'thuong xuyen',
    'thuong suyen',
    'thuong xuyn',
    'tuong xuyen',
    'thuong xuen',
    'thuong truc 24 / 7',
    'lien tuc',
  ],
  ...[
    'quanh nam',
    'suot nam',
    'trong suot nam',
    'xuyen suot',
    'trong suot',
    'hang ngay , thuong xuyen',
    'thuong xuyen , lien tuc',
  ],
  ...['thuong xuyen lien tuc', 'thuong xuyen va lien tuc', 'tx'],
);

/** Not "chi thường xuyên" (recurrent spending), "không thường xuyên", "TX." (a town). */
function readContinuous(tokens: Tokens, at: number): (LexemeValue & { to: number }) | null {
  if (isWord(tokens[at - 1], 'chi', 'khong', 'von', 'phi')) return null;
  if (isWord(tokens[at], 'tx') && (tokens.length > 3 || digitsOf(tokens[at + 1], 4) !== null)) return null;
  const to = continuous(tokens, at);
  return to > at ? { kind: 'continuous', to } : null;
}
