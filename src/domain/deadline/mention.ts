/** Places in a clause that name a day or a stretch, with their limiting words, grouped into ranges and lists. */
import { type Clause, type Source, tokenOf } from './clause.ts';
import type { Extent, Lexeme, WrittenDate } from './lexeme.ts';
import { isPlannedAfter, type LaterTime, type Limit, limitBefore, timeAfter } from './limit-words.ts';
import { isWord } from './phrases.ts';

export type MentionLexeme = Extract<
  Lexeme,
  { kind: 'date' | 'blank-date' | 'stretch' | 'feast' | 'days' | 'weekday' }
>;

export interface Mention {
  lexeme: MentionLexeme;
  at: number;
  /** Lexeme position after the mention and a time of day behind it. */
  to: number;
  limit: Limit;
  /** Token positions of this day within a lexeme of several ("ngày 10, 11"). */
  words?: Extent;
}

export interface MentionGroup {
  kind: 'single' | 'range' | 'list';
  mentions: [Mention, ...Mention[]];
}

const KINDS = ['date', 'blank-date', 'stretch', 'feast', 'days', 'weekday'];

export function mentionGroups(
  source: Source,
  clause: Clause,
  taken: (at: number) => boolean,
): MentionGroup[] {
  const groups: MentionGroup[] = [];
  let open: MentionGroup | null = null;
  for (const mention of withMonths(source, clause, mentionsOf(source, clause, taken))) {
    const last: Mention | undefined = open?.mentions.at(-1);
    const link = open && last ? linkBetween(source, last, mention) : 'none';
    if (open && last && link === 'range' && open.kind === 'single') {
      open.mentions.push(mention);
      open.kind = 'range';
    } else if (
      open &&
      last &&
      link === 'list' &&
      !(hasOwnSlot(source, last) && hasOwnSlot(source, mention)) &&
      open.kind !== 'range' &&
      last.lexeme.kind === mention.lexeme.kind
    ) {
      open.mentions.push(mention);
      open.kind = 'list';
    } else {
      open = { kind: 'single', mentions: [mention] };
      groups.push(open);
    }
  }
  return groups;
}

/** "ngày 10 của tháng đầu quý và ngày 15 của tháng cuối quý" are two rules. */
function hasOwnSlot(source: Source, { lexeme, to }: Mention): boolean {
  return lexeme.kind === 'days' && source.lexemes[to]?.kind === 'slot';
}

function mentionsOf(source: Source, clause: Clause, taken: (at: number) => boolean): Mention[] {
  const mentions: Mention[] = [];
  let floor = clause.from;
  for (let at = clause.from; at < clause.to; at += 1) {
    const lexeme = source.lexemes[at];
    if (!lexeme || taken(at)) {
      if (taken(at)) floor = at + 1;
      continue;
    }
    if (!isMention(lexeme) || namesNextDate(source, clause, at)) continue;
    const limit = limitBefore(source.tokens, source.lexemes, at, floor);
    const after = limit.time === null ? timeAfter(source.tokens, source.lexemes, at + 1, clause.to) : null;
    const to = after?.to ?? at + 1;
    const isPlanned = isPlannedAfter(source.tokens, source.lexemes[to]);
    mentions.push({ lexeme, at, to, limit: withLater(limit, after, isPlanned) });
    floor = to;
  }
  return mentions;
}

/** Limiting words behind the date count as those before it. */
function withLater(limit: Limit, later: LaterTime | null, isPlanned: boolean): Limit {
  if (!later && !isPlanned) return limit;
  const markers = new Set([...limit.markers, ...(later?.markers ?? [])]);
  if (isPlanned) markers.add('planned');
  return { ...limit, time: later?.time ?? limit.time, markers };
}

/** In "ngày 10, 11/12/2026" and "tháng 12, trước ngày 15" a bare day takes its month from the neighbour. */
function withMonths(source: Source, clause: Clause, mentions: readonly Mention[]): Mention[] {
  const used = new Set<Mention>();
  const dated = mentions.flatMap((mention, index) => {
    const next = mentions[index + 1];
    const { lexeme } = mention;
    if (lexeme.kind !== 'days') return [mention];
    const listed = next && isListedWith(source, mention, next) ? next.lexeme.date : null;
    const atEdge = lexeme.days[0] === -1 ? 'last' : lexeme.days[0] === 1 ? 'first' : null;
    const beside = listed ?? monthBeside(source, clause, [mentions[index - 1], next], atEdge, used);
    if (!beside) return [mention];
    return lexeme.days.map((day, member) => ({
      ...mention,
      words: lexeme.days.length > 1 ? lexeme.words?.[member] : undefined,
      lexeme: { ...lexeme, kind: 'date' as const, date: { ...beside, day } },
    }));
  });
  return dated.filter((mention) => !used.has(mention));
}

/** "ngày 10, 11/12", but not "ngày 25 tháng cuối quý và ngày 15/12". */
function isListedWith(
  source: Source,
  days: Mention,
  next: Mention,
): next is Mention & { lexeme: { kind: 'date' } } {
  const hasOwnMonth = source.lexemes.slice(days.to, next.at).some(({ kind }) => kind === 'slot');
  return next.lexeme.kind === 'date' && !hasOwnMonth && linkBetween(source, days, next) === 'list';
}

function monthBeside(
  source: Source,
  clause: Clause,
  neighbours: readonly (Mention | undefined)[],
  atEdge: 'first' | 'last' | null,
  used: Set<Mention>,
): WrittenDate | null {
  const returns = source.lexemes
    .slice(clause.from, clause.to)
    .some(
      (lexeme) =>
        lexeme.kind === 'slot' ||
        (lexeme.kind === 'frequency' && !lexeme.named && lexeme.frequency !== 'yearly'),
    );
  if (returns) return null;
  for (const neighbour of neighbours) {
    if (neighbour?.lexeme.kind !== 'stretch') continue;
    const { months, year, shift, part, unit } = neighbour.lexeme.stretch;
    const [only] = months;
    // "ngày cuối cùng của quý II", "ngày cuối năm": the edge of a longer stretch is a day too
    const isMonth = unit === 'month' && only?.first === only?.last;
    if (months.length !== 1 || !only || part || !(isMonth || atEdge)) continue;
    used.add(neighbour);
    return { day: 0, month: atEdge === 'last' ? only.last : only.first, year, shift, lunar: false };
  }
  return null;
}

function isMention(lexeme: Lexeme): lexeme is MentionLexeme {
  return KINDS.includes(lexeme.kind);
}

/** "thứ Sáu, ngày 20/11", "Quốc khánh 2/9": the date right behind says the same exactly. */
function namesNextDate(source: Source, clause: Clause, at: number): boolean {
  const kind = source.lexemes[at]?.kind;
  if (kind !== 'weekday' && kind !== 'feast') return false;
  for (let ahead = at + 1; ahead < Math.min(at + 4, clause.to); ahead += 1) {
    if (source.lexemes[ahead]?.kind === 'date') return true;
    if (!isWord(tokenOf(source, ahead), ',', '(', 'ngay', '-')) return false;
  }
  return false;
}

type Link = 'range' | 'list' | 'none';

/** What joins two neighbours: "từ … đến …", "bắt đầu … kết thúc …", "…, … và …", or nothing. */
function linkBetween(source: Source, before: Mention, after: Mention): Link {
  let link: Link = 'none';
  for (let at = before.to; at < after.at; at += 1) {
    const closes = before.limit.markers.has('from') && isWord(tokenOf(source, at), 'ket', 'thuc');
    const step: Link | null = closes ? 'range' : linkOf(source, at, link);
    if (step === null) return 'none';
    link = step;
  }
  // a list shares the words before its first member or repeats them; other words make it another expression
  const own = after.limit.markers;
  const isRepeated =
    own.size === before.limit.markers.size && [...own].every((marker) => before.limit.markers.has(marker));
  return link === 'list' && own.size > 0 && !isRepeated ? 'none' : link;
}

/** The link so far with one more lexeme between; null when the lexeme parts the two. */
function linkOf(source: Source, at: number, link: Link): Link | null {
  const lexeme = source.lexemes[at];
  const token = tokenOf(source, at);
  if (lexeme?.kind === 'marker' && lexeme.marker === 'until') return 'range';
  if (isWord(token, '-', '>')) return link === 'none' ? 'range' : link;
  if (isWord(token, ',', 'va', '&', 'hoac', '+', '/')) return link === 'range' ? null : 'list';
  const passes = lexeme?.kind === 'time' || lexeme?.kind === 'weekday' || lexeme?.kind === 'slot';
  if (passes || isWord(token, 'ngay', 'luc', 'cac', 'hoi', 'sang', 'chieu')) return link;
  return lexeme?.kind === 'marker' && link !== 'none' ? link : null;
}
