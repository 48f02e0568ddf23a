/** Who comes, who goes, and what each is: one at a time, as a clerk says it. */

import type { PersonalNews } from '../../domain/giving.ts';
import { type FurtherUnit, headsUnit, type Member, unitsOf } from '../../domain/member.ts';
import { isName, type MemberSaid, memberSaid, newMemberSaid } from '../../domain/member-said.ts';
import { may } from '../../domain/permissions.ts';
import { sameValue } from '../../domain/same-value.ts';
import { fold } from '../../domain/text-fold.ts';
import { recordChange } from '../office/record-change.ts';
import type { MemberChanged } from '../ports/changes.ts';
import type { Person } from '../ports/offices.ts';
import type { Store } from '../ports/store.ts';
import { newsOfFound, recognizeWaiting } from '../tasks/recognize-waiting.ts';
import { lastClerkLost } from './last-clerk.ts';
import { memberNamed, type Named, type Who } from './member-named.ts';

export interface MembersRequest {
  organizationId: number;
  /** Null: the shell. */
  by: Member | null;
  updateId: number | null;
  /** The message that said it, where of several who share a name one has been chosen. */
  saidIn?: number;
  at: Date;
}

export type MembersOutcome =
  /** `news`: whom tasks were found for that waited for the name; `namesakes`: others who are called so. */
  | {
      kind: MemberChanged['did'];
      before: Person | null;
      person: Person;
      namesakes: Member[];
      news: PersonalNews[];
    }
  | { kind: 'not-allowed' }
  | { kind: 'same' | 'known' | 'last-clerk'; person: Member }
  /** Nothing that could be a name, or nothing said of a person. */
  | { kind: 'no-name' | 'nothing' }
  /** Whoever is no leader belongs to a unit, or it is said that they do not. */
  | { kind: 'no-unit'; name: string }
  | { kind: 'unknown'; words: string[] }
  | Exclude<Named, { kind: 'one' }>;

/** "Nguyễn Văn Minh, VHXH, chuyên viên". Whoever had left and comes again is the person of before. */
export async function addMember(
  store: Store,
  request: MembersRequest,
  words: string,
): Promise<MembersOutcome> {
  if (!mayChange(request)) return { kind: 'not-allowed' };
  const { organizationId } = request;
  await store.offices.lock(organizationId);
  const spoken = newMemberSaid(words, await store.offices.units(organizationId));
  const { facts, implied, unknown } = spoken;
  const name = facts.name ?? '';
  if (!isName(name)) return { kind: 'no-name' };
  if (unknown.length > 0) return { kind: 'unknown', words: unknown };
  const said = inUnitsSaid({ ...NEWCOMER, ...implied, ...facts, name }, spoken);
  const isUnitSaid = 'unitId' in facts || 'unitId' in implied || spoken.joins.length > 0;
  if (!isUnitSaid && said.role !== 'leader') return { kind: 'no-unit', name };
  const named = (await store.offices.everybody(organizationId)).filter(
    (one) => fold(one.name) === fold(name),
  );
  const known = named.find(({ active, unitId }) => active && unitId === said.unitId);
  if (known) return { kind: 'known', person: known };
  const gone = named.filter(({ active }) => !active);
  const before = gone.find(({ unitId }) => unitId === said.unitId) ?? (gone.length === 1 ? gone[0] : null);
  const phone = said.phone ?? before?.phone ?? null;
  const person: Person = before
    ? { ...before, ...said, phone, active: true }
    : { ...(await store.offices.addMember({ organizationId, ...said, phone })), active: true };
  return finished(store, request, 'added', before ?? null, person);
}

const NEWCOMER: Omit<Member, 'id' | 'organizationId' | 'name'> = {
  title: '',
  phone: null,
  unitId: null,
  role: 'officer',
  unitHead: false,
  further: [],
};

type InUnits = Pick<Member, 'unitId' | 'unitHead' | 'further' | 'role'>;

/**
 * With the units of which the person is besides, or no more; of none so far, whoever is no leader is of the first of
 * them. Whoever moves into a unit headed besides heads it still.
 */
function inUnitsSaid<One extends InUnits>(person: One, { joins, quits, facts, implied }: MemberSaid): One {
  const stays = quits.includes(null) ? [] : person.further.filter(({ unitId }) => !quits.includes(unitId));
  const headsAlready = person.unitHead || headsUnit({ ...person, further: stays }, person.unitId);
  const unitHead = facts.unitHead ?? implied.unitHead ?? headsAlready;
  return joins.reduce<One>(joined, {
    ...person,
    unitHead,
    further: stays.filter(({ unitId }) => unitId !== person.unitId),
  });
}

function joined<One extends InUnits>(person: One, unit: FurtherUnit): One {
  if (person.unitId === null && person.role !== 'leader') return { ...person, ...unit };
  if (unit.unitId === person.unitId) return { ...person, unitHead: person.unitHead || unit.unitHead };
  const others = person.further.filter(({ unitId }) => unitId !== unit.unitId);
  return { ...person, further: [...others, unit] };
}

/** "Minh: VHXH, Phó Trưởng phòng, đầu mối". */
export async function changeMember(
  store: Store,
  request: MembersRequest,
  who: Who,
  words: string,
): Promise<MembersOutcome> {
  const found = await meant(store, request, who);
  if (found.kind !== 'one') return found;
  const { person: before } = found;
  const said = memberSaid(words, await store.offices.units(request.organizationId));
  if (said.unknown.length > 0) return { kind: 'unknown', words: said.unknown };
  const isOfUnits = said.joins.length + said.quits.length > 0;
  if (Object.keys(said.facts).length === 0 && !isOfUnits) return { kind: 'nothing' };
  const person = inUnitsSaid({ ...before, ...impliedFor(before, said), ...said.facts }, said);
  if (sameValue(before, person)) return { kind: 'same', person: before };
  const clerk = await lastClerkLost(store, request.organizationId, [person]);
  if (clerk) return { kind: 'last-clerk', person: clerk };
  return finished(store, request, 'changed', before, person);
}

/** A title takes nobody what a clerk does besides, and moves nobody who is somewhere. */
function impliedFor(before: Person, { implied }: MemberSaid): MemberSaid['implied'] {
  const { role, unitId, ...others } = implied;
  return {
    ...others,
    ...(role === undefined || before.role === 'clerk' ? {} : { role }),
    ...(unitId === undefined || before.unitId !== null ? {} : { unitId }),
  };
}

/** Somebody leaves the office: may do nothing, is reminded of nothing, stays the author of reports. */
export async function removeMember(store: Store, request: MembersRequest, who: Who): Promise<MembersOutcome> {
  const found = await meant(store, request, who);
  if (found.kind !== 'one') return found;
  const person = { ...found.person, active: false };
  const clerk = await lastClerkLost(store, request.organizationId, [person]);
  if (clerk) return { kind: 'last-clerk', person: clerk };
  return finished(store, request, 'removed', found.person, person);
}

async function meant(
  store: Store,
  request: MembersRequest,
  who: Who,
): Promise<{ kind: 'one'; person: Person } | Exclude<MembersOutcome, { kind: MemberChanged['did'] }>> {
  if (!mayChange(request)) return { kind: 'not-allowed' };
  await store.offices.lock(request.organizationId);
  const named = memberNamed(who, await store.offices.withStaff(request.organizationId));
  return named.kind === 'one' ? { kind: 'one', person: { ...named.person, active: true } } : named;
}

function mayChange({ by }: MembersRequest): boolean {
  return by === null || may(by, 'change-members');
}

/** As they were, of the units that they have left alone; null where they have left none. */
export function asOfUnitsLeft(before: Person, after: Person): Person | null {
  if (!after.active) return before;
  const left = unitsOf(before).filter((id) => !unitsOf(after).includes(id));
  const [unitId, ...others] = left;
  if (unitId === undefined) return null;
  return { ...before, unitId, further: before.further.filter((one) => others.includes(one.unitId)) };
}

async function finished(
  store: Store,
  { organizationId, by, updateId, saidIn, at }: MembersRequest,
  did: MemberChanged['did'],
  before: Person | null,
  person: Person,
): Promise<MembersOutcome> {
  if (before) await store.offices.updateMember(person);
  const found = await recognizeWaiting(store, organizationId);
  const made: MemberChanged = {
    kind: 'change-member',
    did,
    name: person.name,
    ...(saidIn === undefined ? {} : { saidIn }),
    people: [{ before, after: person }],
    units: [],
    tasks: found.map((one) => one.made),
  };
  await recordChange(store, { organizationId, memberId: by?.id ?? null, updateId, at }, made, {
    action: ACTIONS[did],
    subject: `member:${person.id}`,
    ...(before ? { before } : {}),
    after: person,
  });
  const members = await store.offices.members(organizationId);
  const namesakes = members.filter(({ id, name }) => id !== person.id && fold(name) === fold(person.name));
  return { kind: did, before, person, namesakes, news: newsOfFound(found) };
}

const ACTIONS = { added: 'add-member', changed: 'change-member', removed: 'remove-member' } as const;
