import type { Absence } from '../../domain/absence.ts';
import { addDays, type Day, officeDayAt } from '../../domain/day.ts';
import { type LeaveDays, leaveDays } from '../../domain/leave-days.ts';
import type { Member } from '../../domain/member.ts';
import { may, relationToMember } from '../../domain/permissions.ts';
import type { OfficeRules } from '../office/office-rules.ts';
import { recordChange } from '../office/record-change.ts';
import type { Store } from '../ports/store.ts';
import { type LeaveOutcome, personIn } from './record-leave.ts';

export interface EndLeaveRequest {
  member: Member;
  /** Who was to be away; null: the member. */
  who: string | null;
  /** Which leave; empty: all that stands. */
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
  const { member, who, chosen, updateId, at } = request;
  const { organizationId } = member;
  await store.offices.lock(organizationId);
  const staff = await store.offices.withStaff(organizationId);
  const person = who === null ? member : personIn(who, staff, member, chosen);
  if ('kind' in person) return person;
  if (!may(member, 'record-leave', relationToMember(member, person))) return { kind: 'not-allowed', person };
  const meant = daysMeant(request);
  if (meant === null) return { kind: 'no-days' };
  const { days, back } = meant;
  const known = await store.absences.ofOffice(organizationId, back);
  const ended = known.filter((one) => one.memberId === person.id && (days === null || overlaps(one, days)));
  if (ended.length === 0) return { kind: 'no-leave', person };
  const shortened: Absence[] = [];
  for (const { id, ...absence } of ended) {
    await store.absences.setCancelled(id, true);
    if (absence.firstDay >= back) continue;
    const left = { ...absence, lastDay: addDays(back, -1), organizationId, recordedById: member.id };
    shortened.push(await store.absences.add(left, at));
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
