/** Who comes, who goes, and what each is: one at a time, as a clerk says it. */

import type { PersonalNews } from '../../domain/giving.ts';
import {
  type FurtherUnit,
  headedBy,
  headsUnit,
  type Member,
  type Unit,
  unitsOf,
} from '../../domain/member.ts';
import {
  type Incumbent,
  isName,
  type MemberSaid,
  memberSaid,
  newMemberSaid,
} from '../../domain/member-said.ts';
import { matchPeople } from '../../domain/names.ts';
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
  /** What becomes of whoever heads the unit already, where it was chosen afterwards. */
  incumbent?: Incumbent;
  at: Date;
}

export type MembersOutcome =
  /**
   * `news`: whom tasks were found for that waited for the name; `namesakes`: others who are called so; `replaced`: who
   * heads a unit no more because the person does.
   */
  | {
      kind: MemberChanged['did'];
      before: Person | null;
      person: Person;
      namesakes: Member[];
      news: PersonalNews[];
      replaced: Member[];
    }
  /** The unit has a head already, and it was not said what becomes of him. Id: null for whoever comes. */
  | { kind: 'has-head'; person: { id: number | null; name: string }; unit: Unit; heads: Member[] }
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
  const heads = await headsFor(store, request, before ?? null, { id: before?.id ?? null, ...said }, spoken);
  if (heads.kind === 'has-head') return heads;
  const person: Person = before
    ? { ...before, ...said, phone, active: true }
    : { ...(await store.offices.addMember({ organizationId, ...said, phone })), active: true };
  return finished(store, request, 'added', before ?? null, person, heads.replaced);
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
  const stated = { ...impliedFor(before, said), ...said.facts };
  // Whoever moves leaves the headship behind with the unit.
  const moves = stated.unitId !== undefined && stated.unitId !== before.unitId;
  const person = inUnitsSaid({ ...before, ...(moves ? { unitHead: false } : {}), ...stated }, said);
  if (sameValue(before, person)) return { kind: 'same', person: before };
  const heads = await headsFor(store, request, before, person, said);
  if (heads.kind === 'has-head') return heads;
  const clerk = await lastClerkLost(store, request.organizationId, [person]);
  if (clerk) return { kind: 'last-clerk', person: clerk };
  return finished(store, request, 'changed', before, person, heads.replaced);
}

interface Replaced {
  before: Person;
  after: Person;
}

/** A unit has one head, unless it is said that both are; whoever headed a unit until now must not go on unnoticed. */
async function headsFor(
  store: Store,
  { organizationId, incumbent: chosen }: MembersRequest,
  before: Person | null,
  person: Pick<Member, 'name' | 'unitId' | 'unitHead' | 'further'> & { id: number | null },
  said: MemberSaid,
): Promise<{ kind: 'free'; replaced: Replaced[] } | Extract<MembersOutcome, { kind: 'has-head' }>> {
  const incumbent = chosen ?? said.incumbent;
  const { members, units } = await store.offices.withStaff(organizationId);
  const formerly = before?.active ? headedBy(before) : [];
  const replaced = new Map<number, Replaced>();
  for (const unitId of headedBy(person).filter((id) => !formerly.includes(id))) {
    const heads = members.filter((one) => one.id !== person.id && headsUnit(one, unitId));
    const unit = units.find(({ id }) => id === unitId);
    if (heads.length === 0 || unit === undefined || incumbent?.kind === 'stays') continue;
    const named = incumbent?.name ? matchPeople(incumbent.name, heads) : heads;
    if (incumbent === null || named.length === 0) return { kind: 'has-head', person, unit, heads };
    for (const head of named) {
      const was = replaced.get(head.id)?.before ?? { ...head, active: true };
      replaced.set(head.id, {
        before: was,
        after: withoutHeadship(replaced.get(head.id)?.after ?? was, unitId),
      });
    }
  }
  return { kind: 'free', replaced: [...replaced.values()] };
}

function withoutHeadship(person: Person, unitId: number): Person {
  return {
    ...person,
    unitHead: person.unitHead && person.unitId !== unitId,
    further: person.further.map((one) => (one.unitId === unitId ? { ...one, unitHead: false } : one)),
  };
}

/** Units that they headed and have left without saying so: the headship ended with the move. */
export function headshipsLeft(before: Person, after: Person): number[] {
  return headedBy(before).filter((id) => !unitsOf(after).includes(id));
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
  replaced: Replaced[] = [],
): Promise<MembersOutcome> {
  if (before) await store.offices.updateMember(person);
  for (const { after } of replaced) await store.offices.updateMember(after);
  const found = await recognizeWaiting(store, organizationId);
  const made: MemberChanged = {
    kind: 'change-member',
    did,
    name: person.name,
    ...(saidIn === undefined ? {} : { saidIn }),
    people: [{ before, after: person }, ...replaced],
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
  return {
    kind: did,
    before,
    person,
    namesakes,
    news: newsOfFound(found),
    replaced: replaced.map((one) => one.after),
  };
}

const ACTIONS = { added: 'add-member', changed: 'change-member', removed: 'remove-member' } as const;
