import type { Absence } from '../../domain/absence.ts';
import { type Assignee, assigneesIn, type Staff } from '../../domain/assignees.ts';
import { officeDayAt } from '../../domain/day.ts';
import { type LeaveDays, leaveDays } from '../../domain/leave-days.ts';
import { isOfUnit, type Member, unitsOf } from '../../domain/member.ts';
import { may, relationToMember } from '../../domain/permissions.ts';
import type { OfficeRules } from '../office/office-rules.ts';
import { recordChange } from '../office/record-change.ts';
import type { Store } from '../ports/store.ts';

interface Doing {
  member: Member;
  updateId: number;
  at: Date;
}

export interface LeaveRequest extends Doing {
  /** Who is away; null: the member. */
  who: string | null;
  days: string;
  /** Who stands in; null: nobody in particular. */
  substitute: string | null;
  /** Of several of one name, these are meant. */
  chosen?: readonly number[];
  rules: OfficeRules;
}

export type LeaveOutcome =
  | { kind: 'recorded'; absence: Absence; person: Member; substitute: Member | null }
  | { kind: 'nobody'; words: string }
  | { kind: 'several'; words: string; people: Member[] }
  | { kind: 'not-allowed'; person: Member }
  /** Who stands in reports for the unit, and so is of it. */
  | { kind: 'other-unit'; person: Member; substitute: Member }
  /** None stands that could be spoken of; null: nobody knows whose. */
  | { kind: 'no-leave'; person: Member | null }
  | { kind: 'no-days' }
  | { kind: 'oneself' }
  | { kind: 'past' };

/** Somebody is away for some days; reminders go to whoever stands in. It ends by itself. */
export async function recordLeave(store: Store, request: LeaveRequest): Promise<LeaveOutcome> {
  const { substitute: instead, chosen, at, rules } = request;
  const found = await whoseLeave(store, request);
  if ('kind' in found) return found;
  const { person, staff } = found;
  const substitute = instead === null ? null : personIn(instead, staff, person, chosen);
  if (substitute && 'kind' in substitute) return substitute;
  const days = leaveDays(request.days, { today: officeDayAt(at), calendar: rules.calendar });
  if (days === null) return { kind: 'no-days' };
  return keepLeave(store, request, { person, substitute, ...days });
}

/** During leave that has been recorded, somebody stands in. */
export async function standIn(
  store: Store,
  request: Doing,
  { absenceId, substituteId }: { absenceId: number; substituteId: number },
): Promise<LeaveOutcome> {
  const { member } = request;
  await store.offices.lock(member.organizationId);
  const members = await store.offices.members(member.organizationId);
  const absence = await store.absences.byId(absenceId);
  const person = members.find(({ id }) => id === absence?.memberId);
  const substitute = members.find(({ id }) => id === substituteId);
  if (!absence || absence.cancelled || !person || !substitute) return { kind: 'no-leave', person: null };
  if (!may(member, 'record-leave', relationToMember(member, person))) return { kind: 'not-allowed', person };
  const { firstDay, lastDay } = absence;
  return keepLeave(store, request, { person, substitute, firstDay, lastDay });
}

async function keepLeave(
  store: Store,
  { member, updateId, at }: Doing,
  { person, substitute, ...days }: LeaveDays & { person: Member; substitute: Member | null },
): Promise<LeaveOutcome> {
  if (substitute?.id === person.id) return { kind: 'oneself' };
  if (substitute && unitsOf(person).length > 0 && !sharesUnit(substitute, person)) {
    return { kind: 'other-unit', person, substitute };
  }
  if (days.lastDay < officeDayAt(at)) return { kind: 'past' };
  const { organizationId } = member;
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

/** Who of the same unit may stand in. */
export async function substitutesFor(store: Store, person: Member): Promise<Member[]> {
  const members = await store.offices.members(person.organizationId);
  return members.filter((one) => one.id !== person.id && sharesUnit(one, person));
}

/** Whose leave somebody speaks of, who may do so; the office stands still meanwhile. */
export async function whoseLeave(
  store: Store,
  { member, who, chosen }: Pick<LeaveRequest, 'member' | 'who' | 'chosen'>,
): Promise<
  { person: Member; staff: Staff } | Extract<LeaveOutcome, { kind: 'nobody' | 'several' | 'not-allowed' }>
> {
  await store.offices.lock(member.organizationId);
  const staff = await store.offices.withStaff(member.organizationId);
  const person = who === null ? member : personIn(who, staff, member, chosen);
  if ('kind' in person) return person;
  if (!may(member, 'record-leave', relationToMember(member, person))) return { kind: 'not-allowed', person };
  return { person, staff };
}

/** Of several of one name, the only one in the unit of whoever it is about. */
function personIn(
  words: string,
  staff: Staff,
  about: Member,
  chosen: readonly number[] = [],
): Member | Extract<LeaveOutcome, { kind: 'nobody' | 'several' }> {
  const [found, ...more] = assigneesIn(words, staff).filter(isSomebody);
  if (more.length > 0 || found === undefined) return { kind: 'nobody', words };
  if (found.kind === 'person') return found.person;
  const picked = found.people.find(({ id }) => chosen.includes(id));
  if (picked) return picked;
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
  return one.kind === 'person' || (one.kind === 'several' && one.people.length > 0);
}
