/** The words that stand before a date or a stretch and say how it limits: "chậm nhất là 17 giờ 00 ngày …". */
import type { Lexeme, Marker } from './lexeme.ts';
import { isWord, type Tokens } from './phrases.ts';

export interface Limit {
  /** The first lexeme of the expression. */
  from: number;
  markers: ReadonlySet<Marker>;
  time: string | null;
  feast: string | null;
}

const FILLERS = [
  ...[
    'la',
    'vao',
    'ngay',
    'luc',
    'hoi',
    'thoi',
    'diem',
    'gian',
    'khoang',
    'buoi',
    'sang',
    'chieu',
    'toi',
    'trong',
    'thi',
  ],
  ...[
    'phai',
    'nop',
    'bao',
    'gui',
    'cuoi',
    ':',
    ',',
    'thang',
    'ky',
    'niem',
    'le',
    'dip',
    'nay',
    'cac',
    'nghi',
  ],
  ...['to', 'chuc'],
];
/** Nobody puts more words than this between "trước" and its date. */
const FARTHEST = 8;

/** Walks back from the lexeme at `at`, not past `floor`. */
export function limitBefore(tokens: Tokens, lexemes: readonly Lexeme[], at: number, floor: number): Limit {
  const markers = new Set<Marker>();
  let time: string | null = null;
  let feast: string | null = null;
  let from = at;
  for (let back = at - 1; back >= floor && at - back <= FARTHEST; back -= 1) {
    const lexeme = lexemes[back];
    if (!lexeme) break;
    if (lexeme.kind === 'marker') {
      markers.add(lexeme.marker);
      from = back;
    } else if (lexeme.kind === 'time' && time === null) {
      time = lexeme.time;
      from = back;
    } else if (lexeme.kind === 'feast') {
      feast = lexeme.feast.name;
      from = back;
    } else if (
      lexeme.kind !== 'weekday' &&
      !opensDate(tokens, lexemes, back) &&
      !isFiller(tokens, lexeme, from === at)
    )
      break;
  }
  const named = from === at ? namedDayBefore(tokens, lexemes, at, floor) : null;
  return named === null ? { from, markers, time, feast } : { ...named, time, feast };
}

/** The bracket of "thứ Ba (ngày 12/5/2026)". */
function opensDate(tokens: Tokens, lexemes: readonly Lexeme[], at: number): boolean {
  const isBracket = isWord(tokens[lexemes[at]?.from ?? -1], '(');
  return isBracket && lexemes[at - 1]?.kind === 'weekday';
}

/** "trước ngày thành lập Đảng 03/2": the "trước" of a day that has a name limits its date. */
function namedDayBefore(
  tokens: Tokens,
  lexemes: readonly Lexeme[],
  at: number,
  floor: number,
): Pick<Limit, 'from' | 'markers'> | null {
  if (lexemes[at]?.kind !== 'date') return null;
  for (let back = at - 1; back >= floor && at - back <= FARTHEST; back -= 1) {
    const lexeme = lexemes[back];
    if (lexeme?.kind === 'marker' && lexeme.marker === 'before' && isWord(tokens[lexeme.to], 'ngay', 'le'))
      return { from: back, markers: new Set(['before']) };
    if (lexeme?.kind !== 'word' || tokens[lexeme.from]?.kind !== 'word') return null;
  }
  return null;
}

/** A comma parts two expressions unless nothing has been found yet ("17h00, ngày 20/11"). */
function isFiller(tokens: Tokens, lexeme: Lexeme, fresh: boolean): boolean {
  const token = tokens[lexeme.from];
  if (lexeme.kind !== 'word' || lexeme.to !== lexeme.from + 1) return false;
  return token?.text === ',' ? fresh : isWord(token, ...FILLERS);
}

/** A time of day behind a date, with the words that limit by it. */
export interface LaterTime {
  time: string;
  markers: Marker[];
  /** The lexeme after what belongs to the date. */
  to: number;
}

/** "ngày 20/11/2025, lúc 17h00", "trước ngày 20/11 (17h00)", "thứ Năm hằng tuần, trước 15h00". */
export function timeAfter(
  tokens: Tokens,
  lexemes: readonly Lexeme[],
  at: number,
  end: number,
): LaterTime | null {
  const markers: Marker[] = [];
  let rhythmAt: number | null = null;
  for (let ahead = at; ahead < Math.min(at + 4, end); ahead += 1) {
    const lexeme = lexemes[ahead];
    // the rhythm between them is read by itself
    if (lexeme?.kind === 'time') return { time: lexeme.time, markers, to: rhythmAt ?? ahead + 1 };
    if (lexeme?.kind === 'marker') markers.push(lexeme.marker);
    else if (lexeme?.kind === 'frequency' || lexeme?.kind === 'slot') rhythmAt = ahead;
    else if (!lexeme || !isWord(tokens[lexeme.from], ',', '(', 'luc', 'vao', 'hoi')) return null;
  }
  return null;
}

/** "15/6/2026 (dự kiến)" */
export function isPlannedAfter(tokens: Tokens, lexeme: Lexeme | undefined): boolean {
  return lexeme?.kind === 'marker' && lexeme.marker === 'planned' && isWord(tokens[lexeme.from], '(');
}
