import type { Absence } from '../../domain/absence.ts';
import { addDays, type Day, officeDayAt } from '../../domain/day.ts';
import { type LeaveDays, leaveDays } from '../../domain/leave-days.ts';
import type { Member } from '../../domain/member.ts';
import type { OfficeRules } from '../office/office-rules.ts';
import { recordChange } from '../office/record-change.ts';
import type { Store } from '../ports/store.ts';
import { type LeaveOutcome, whoseLeave } from './record-leave.ts';

export interface EndLeaveRequest {
  member: Member;
  /** Who was to be away; null: the member. */
  who: string | null;
  /** Which leave, or days of one; empty: the one that comes first. */
  days: string;
  /** From when on the person is there again; empty: from today. */
  back: string;
  chosen?: readonly number[];
  updateId: number;
  at: Date;
  rules: OfficeRules;
}

export type EndLeaveOutcome =
  /** `ended`: what had been said; `lastDay` of what is left of it, where it has begun. */
  | { kind: 'ended'; person: Member; ended: Absence[]; lastDay: Day | null }
  | Extract<LeaveOutcome, { kind: 'nobody' | 'several' | 'not-allowed' | 'no-leave' | 'no-days' }>;

/** Leave is called off; what of it is over stands. */
export async function endLeave(store: Store, request: EndLeaveRequest): Promise<EndLeaveOutcome> {
  const { member, updateId, at } = request;
  const { organizationId } = member;
  const found = await whoseLeave(store, request);
  if ('kind' in found) return found;
  const { person } = found;
  const meant = daysMeant(request);
  if (meant === null) return { kind: 'no-days' };
  const { days, back } = meant;
  const known = await store.absences.ofOffice(organizationId, back);
  const own = known.filter((one) => one.memberId === person.id).toSorted(byDay);
  const ended =
    days === null
      ? own.filter((one) => isMeant(one, request, back)).slice(0, 1)
      : own.filter((one) => overlaps(one, days));
  if (ended.length === 0) return { kind: 'no-leave', person };
  const shortened: Absence[] = [];
  for (const { id, ...absence } of ended) {
    await store.absences.setCancelled(id, true);
    for (const left of leftOf(absence, days, back)) {
      const part = { ...absence, ...left, organizationId, recordedById: member.id };
      shortened.push(await store.absences.add(part, at));
    }
  }
  const made = {
    kind: 'end-leave',
    ofMember: person.id,
    name: person.name,
    cancelled: ended.map(({ id }) => id),
    shortened: shortened.map(({ id }) => id),
  } as const;
  const author = { organizationId, at, memberId: member.id, updateId };
  await recordChange(store, author, made, {
    subject: `member:${person.id}`,
    before: ended,
    after: shortened,
  });
  return { kind: 'ended', person, ended, lastDay: shortened.at(-1)?.lastDay ?? null };
}

/** Whoever is back has been away; what is called off without its days is the leave that comes first. */
function isMeant(one: LeaveDays, { back: said }: EndLeaveRequest, back: Day): boolean {
  return said === '' || one.firstDay <= back;
}

/** The days before those that are called off, and behind them; what of it is over stands. */
function leftOf(absence: LeaveDays, days: LeaveDays | null, back: Day): LeaveDays[] {
  const off = {
    firstDay: days !== null && days.firstDay > back ? days.firstDay : back,
    lastDay: days?.lastDay ?? absence.lastDay,
  };
  return [
    { firstDay: absence.firstDay, lastDay: addDays(off.firstDay, -1) },
    { firstDay: addDays(off.lastDay, 1), lastDay: absence.lastDay },
  ].filter(({ firstDay, lastDay }) => firstDay <= lastDay);
}

function byDay(one: LeaveDays, other: LeaveDays): number {
  return one.firstDay < other.firstDay ? -1 : 1;
}

/** Null where the words name no such days. */
function daysMeant({ days, back, at, rules }: EndLeaveRequest): { days: LeaveDays | null; back: Day } | null {
  const today = officeDayAt(at);
  const read = (words: string) => leaveDays(words, { today, calendar: rules.calendar });
  const from = back === '' ? null : read(back);
  const which = days === '' ? null : read(days);
  if ((back !== '' && from === null) || (days !== '' && which === null)) return null;
  return { days: which, back: from?.firstDay ?? today };
}

function overlaps(one: LeaveDays, other: LeaveDays): boolean {
  return one.firstDay <= other.lastDay && other.firstDay <= one.lastDay;
}
