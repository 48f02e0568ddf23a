import type { Absence } from '../../domain/absence.ts';
import { type Assignee, assigneesIn, type Staff } from '../../domain/assignees.ts';
import { officeDayAt } from '../../domain/day.ts';
import { leaveDays } from '../../domain/leave-days.ts';
import { isOfUnit, type Member, unitsOf } from '../../domain/member.ts';
import { may, relationToMember } from '../../domain/permissions.ts';
import type { OfficeRules } from '../office/office-rules.ts';
import { recordChange } from '../office/record-change.ts';
import type { Store } from '../ports/store.ts';

export interface LeaveRequest {
  member: Member;
  /** Who is away; null: the member. */
  who: string | null;
  days: string;
  /** Who stands in; null: nobody in particular. */
  substitute: string | null;
  updateId: number;
  at: Date;
  rules: OfficeRules;
}

export type LeaveOutcome =
  | { kind: 'recorded'; absence: Absence; person: Member; substitute: Member | null }
  | { kind: 'nobody'; words: string }
  | { kind: 'several'; words: string; people: Member[] }
  | { kind: 'not-allowed'; person: Member }
  /** Who stands in reports for the unit, and so is of it. */
  | { kind: 'other-unit'; person: Member; substitute: Member }
  | { kind: 'oneself' | 'no-days' | 'past' };

/** Somebody is away for some days; reminders go to whoever stands in. It ends by itself. */
export async function recordLeave(store: Store, request: LeaveRequest): Promise<LeaveOutcome> {
  const { member, who, substitute: instead, updateId, at, rules } = request;
  const { organizationId } = member;
  await store.offices.lock(organizationId);
  const staff = await store.offices.withStaff(organizationId);
  const person = who === null ? member : personIn(who, staff, member);
  if ('kind' in person) return person;
  if (!may(member, 'record-leave', relationToMember(member, person))) return { kind: 'not-allowed', person };
  const substitute = instead === null ? null : personIn(instead, staff, person);
  if (substitute && 'kind' in substitute) return substitute;
  if (substitute?.id === person.id) return { kind: 'oneself' };
  if (substitute && unitsOf(person).length > 0 && !sharesUnit(substitute, person)) {
    return { kind: 'other-unit', person, substitute };
  }
  const today = officeDayAt(at);
  const days = leaveDays(request.days, { today, calendar: rules.calendar });
  if (days === null) return { kind: 'no-days' };
  if (days.lastDay < today) return { kind: 'past' };

  const known = await store.absences.ofOffice(organizationId, days.firstDay);
  const replaced = known.filter((one) => one.memberId === person.id && one.firstDay <= days.lastDay);
  for (const { id } of replaced) await store.absences.setCancelled(id, true);
  const absence = await store.absences.add(
    {
      organizationId,
      memberId: person.id,
      substituteId: substitute?.id ?? null,
      recordedById: member.id,
      ...days,
    },
    at,
  );
  const author = { organizationId, at, memberId: member.id, updateId };
  const cancelled = replaced.map(({ id }) => id);
  const { id: absenceId } = absence;
  const made = {
    kind: 'record-leave',
    absenceId,
    ofMember: person.id,
    name: person.name,
    cancelled,
  } as const;
  await recordChange(store, author, made, { subject: `member:${person.id}`, after: absence });
  return { kind: 'recorded', absence, person, substitute };
}

/** Of several of one name, the only one in the unit of whoever it is about. */
function personIn(
  words: string,
  staff: Staff,
  about: Member,
): Member | Extract<LeaveOutcome, { kind: 'nobody' | 'several' }> {
  const [found, ...more] = assigneesIn(words, staff).filter(isSomebody);
  if (more.length > 0 || found === undefined) return { kind: 'nobody', words };
  if (found.kind === 'person') return found.person;
  const [only, ...others] = found.people.filter(
    (one) => sharesUnit(one, about) || unitsOf(one).length + unitsOf(about).length === 0,
  );
  if (only && others.length === 0) return only;
  return { kind: 'several', words, people: found.people };
}

function sharesUnit(one: Member, other: Member): boolean {
  return unitsOf(one).some((id) => isOfUnit(other, id));
}

function isSomebody(one: Assignee): one is Extract<Assignee, { kind: 'person' | 'several' }> {
  return one.kind === 'person' || one.kind === 'several';
}
