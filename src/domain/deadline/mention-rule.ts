/** From a mention, a range or a list to deadlines. */
import { addDays } from '../day.ts';
import type { Source } from './clause.ts';
import { type DateDraft, feastWithDay, limitedDate, resolveDate, resolveFeast } from './date-rule.ts';
import type { WrittenDate } from './lexeme.ts';
import type { Mention, MentionGroup } from './mention.ts';
import {
  closedPeriod,
  type Days,
  limitedStretch,
  openPeriod,
  type PeriodDraft,
  resolveStretch,
} from './period-rule.ts';
import { boundsOf } from './range-rule.ts';
import { type Draft, plainReading, type Reading } from './reading.ts';
import { onWeekdays } from './recurring-rule.ts';
import { type Returning, ruleOf } from './returning-rule.ts';

export function readingsOf(source: Source, group: MentionGroup, returning: Returning): Reading[] {
  if (group.kind === 'range') return rangeReadings(source, group, returning);
  if (group.kind === 'list' && group.mentions.some(hasPlace)) {
    return group.mentions.flatMap((mention) =>
      readingsOf(source, { kind: 'single', mentions: [mention] }, returning),
    );
  }
  const rule = ruleOf(source, group, returning);
  if (rule) return [reading(group, rule)];
  const stretches = group.mentions.flatMap((mention) => (mention.lexeme.kind === 'stretch' ? [mention] : []));
  if (stretches.length === group.mentions.length && stretches.length > 1) return stretchList(source, group);
  return group.mentions.flatMap((mention) => singleReadings(source, group, mention));
}

/** "thứ Hai đầu tiên và thứ Sáu cuối cùng của tháng": two rules. */
function hasPlace({ lexeme }: Mention): boolean {
  return lexeme.kind === 'weekday' && lexeme.position !== null;
}

function singleReadings(source: Source, group: MentionGroup, mention: Mention): Reading[] {
  const shared = group.mentions[0].limit;
  const { lexeme } = mention;
  const markers = shared.markers;
  const time = mention.limit.time ?? shared.time;
  switch (lexeme.kind) {
    case 'stretch': {
      const members = resolveStretch(lexeme.stretch, source.planYear);
      return members.map((days) => {
        const member = readingOfMention(group, mention, limitedStretch(days, lexeme.stretch, markers));
        return members.length > 1 ? { ...member, listed: true, words: days.words } : member;
      });
    }
    case 'date':
      return [readingOfMention(group, mention, dateDraft(source, group, mention, lexeme.date, time))];
    case 'feast': {
      // "sau Tết" waits for something, "cao điểm dịp Tết" lies within a longer time: the day is no limit
      if ((markers.has('after') && !markers.has('before')) || markers.has('peak')) return [];
      const day = resolveFeast(lexeme.feast, lexeme.year, source.planYear);
      const draft: DateDraft = limitedDate(day, markers, time);
      if (day) draft.holiday = feastWithDay(lexeme.feast, day);
      if (lexeme.feast.lunar) draft.lunar = true;
      return [readingOfMention(group, mention, draft)];
    }
    default:
      return [readingOfMention(group, mention, limitedDate(null, markers, time))];
  }
}

function dateDraft(
  source: Source,
  group: MentionGroup,
  mention: Mention,
  written: WrittenDate,
  time: string | null,
): Draft {
  const { markers, feast } = group.mentions[0].limit;
  const date = { ...written, ...yearInGroup(group, written) };
  const day = resolveDate(date, source.planYear);
  if (day === null) return { ...limitedDate(day, markers, time), invalidDate: true };
  if (date.fromDay !== undefined) {
    const firstDay = resolveDate({ ...date, day: date.fromDay }, source.planYear);
    if (firstDay !== null) {
      const period = closedPeriod(firstDay, day, markers.has('before'));
      return markers.has('planned') ? { ...period, tentative: true } : period;
    }
  }
  // "bắt đầu từ 08 giờ ngày 12/6": the hour begins, the day is that day
  if (!markers.has('before') && !markers.has('until') && time === null) {
    if (markers.has('after')) return openPeriod(addDays(day, 1));
    if (markers.has('from')) return openPeriod(day);
  }
  const draft = limitedDate(day, markers, time);
  if (date.lunar) draft.lunar = true;
  const name = mention.limit.feast ?? feast;
  if (name) draft.holiday = name;
  return draft;
}

/** In "10/6, 10/12/2026" the year said last holds for both. */
function yearInGroup(group: MentionGroup, date: WrittenDate): { year: number | null; shift: number } {
  if (date.year !== null || date.shift !== 0) return { year: date.year, shift: date.shift };
  const dated = group.mentions.flatMap(({ lexeme }) =>
    lexeme.kind === 'date' && lexeme.date.year !== null ? [lexeme.date] : [],
  );
  const [found] = dated;
  return found ? { year: found.year, shift: found.shift } : { year: null, shift: 0 };
}

/** "Quý IV/2025 và Quý I/2026" follow each other and are one period; "cuối tháng 6 và giữa tháng 7" are two. */
function stretchList(source: Source, group: MentionGroup): Reading[] {
  const readings: (Reading & { days: Days })[] = [];
  const year = group.mentions
    .map(({ lexeme }) => (lexeme.kind === 'stretch' ? lexeme.stretch.year : null))
    .findLast((y) => y !== null);
  for (const mention of group.mentions) {
    if (mention.lexeme.kind !== 'stretch') continue;
    const { stretch } = mention.lexeme;
    const dated = { ...stretch, year: stretch.year ?? (stretch.shift === 0 ? (year ?? null) : null) };
    for (const days of resolveStretch(dated, source.planYear)) {
      const open = readings.at(-1);
      const follows =
        open &&
        !stretch.part &&
        open.draft.kind === 'period' &&
        !open.draft.fuzzy &&
        addDays(open.days.lastDay, 1) === days.firstDay;
      const joined = follows ? { firstDay: open.days.firstDay, lastDay: days.lastDay } : days;
      const draft = limitedStretch(joined, stretch, group.mentions[0].limit.markers);
      if (follows) readings.pop();
      readings.push({
        ...readingOfMention(group, mention, draft),
        ...(follows ? { coreFrom: open.coreFrom } : {}),
        days: joined,
      });
    }
  }
  return readings;
}

/** "từ 01/12/2025 đến 15/01/2026", "từ ngày 20 đến ngày 25 hằng tháng": of what returns only the end counts. */
function rangeReadings(source: Source, group: MentionGroup, returning: Returning): Reading[] {
  const [first, last] = group.mentions;
  if (!last) return [];
  // "trước ngày 30/4 - 01/5"
  if (first.limit.markers.has('before') && last.limit.markers.size === 0)
    return readingsOf(source, { kind: 'single', mentions: [first] }, returning);
  if (isAnniversary(first, last)) return readingsOf(source, { kind: 'single', mentions: [last] }, returning);
  const end: MentionGroup = {
    kind: 'single',
    mentions: [{ ...last, limit: { ...last.limit, from: first.limit.from } }],
  };
  const { lexeme } = last;
  const isYearly = returning.frequency === 'yearly' && lexeme.kind === 'date' && lexeme.date.year === null;
  const weekly = everyWeekdayBetween(first, last);
  if (weekly) return [reading(group, weekly)];
  if (lexeme.kind === 'days' || lexeme.kind === 'weekday' || isYearly)
    return readingsOf(source, end, returning);

  const bounds = boundsOf(first, last, source.planYear);
  const { markers, time } = last.limit;
  if (bounds === null) return [reading(group, { ...limitedDate(null, markers, time), invalidDate: true })];
  if (bounds.firstDay > bounds.lastDay) {
    return [first, last].flatMap((mention) =>
      readingsOf(source, { kind: 'single', mentions: [mention] }, returning),
    );
  }
  const strictBefore = markers.has('before');
  const draft: PeriodDraft =
    time === null
      ? closedPeriod(bounds.firstDay, bounds.lastDay, strictBefore)
      : { ...closedPeriod(bounds.firstDay, bounds.lastDay, false), strictBefore, time };
  if (first.limit.markers.has('planned')) draft.tentative = true;
  if ([first, last].some(isFuzzy)) draft.fuzzy = true;
  return [reading(group, draft)];
}

/** "(02/9/1945 - 02/9/2026)": the same day of another year, and no time between. */
function isAnniversary({ lexeme: first, limit }: Mention, { lexeme: last }: Mention): boolean {
  if (first.kind !== 'date' || last.kind !== 'date' || limit.markers.size > 0) return false;
  const isSameDay = first.date.day === last.date.day && first.date.month === last.date.month;
  return isSameDay && first.date.year !== null && last.date.year !== null;
}

/** "từ thứ Hai đến thứ Sáu hằng tuần" */
function everyWeekdayBetween(first: Mention, last: Mention): Draft | null {
  const [from] = first.lexeme.kind === 'weekday' ? first.lexeme.weekdays : [];
  const [to] = last.lexeme.kind === 'weekday' ? last.lexeme.weekdays : [];
  if (from === undefined || to === undefined || from >= to) return null;
  const weekdays = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  return onWeekdays(weekdays, null, { strictBefore: false, time: last.limit.time });
}

function isFuzzy({ lexeme }: Mention): boolean {
  return lexeme.kind === 'stretch' && lexeme.stretch.part !== undefined;
}

function readingOfMention(group: MentionGroup, mention: Mention, draft: Draft): Reading {
  // members that repeat "trước" are shown with it
  const listed = group.mentions.slice(1).some(({ limit }) => limit.markers.size === 0);
  const own = reading({ kind: 'single', mentions: [mention] }, draft);
  const { hard, within, planned, peak } = reading(group, draft);
  return { ...own, hard, within, planned, peak, listed, words: mention.words };
}

/** "từ tháng 3 đến tháng 11" says as much as "trong". */
function isClosed(draft: Draft): boolean {
  return draft.kind === 'period' && !draft.openEnded;
}

function reading(group: MentionGroup, draft: Draft): Reading {
  const [first] = group.mentions;
  const last = group.mentions.at(-1) ?? first;
  const { markers, from } = first.limit;
  return {
    ...plainReading(draft, first.at, last.to),
    from,
    hard: markers.has('before') || markers.has('until') || (markers.has('latest') && !markers.has('planned')),
    within: markers.has('within') || (markers.has('from') && isClosed(draft)),
    planned: markers.has('planned'),
    peak: markers.has('peak'),
  };
}
