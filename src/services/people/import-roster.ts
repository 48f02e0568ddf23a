import type { PersonalNews } from '../../domain/giving.ts';
import { largeRetirement } from '../../domain/large-retirement.ts';
import type { FurtherUnit, Member, Unit } from '../../domain/member.ts';
import { isSameName } from '../../domain/office-name.ts';
import { sameValue } from '../../domain/same-value.ts';
import { fold } from '../../domain/text-fold.ts';
import type { Author } from '../ports/audit-log.ts';
import type { RosterChanged } from '../ports/changes.ts';
import type { Roster, RosterPerson } from '../ports/documents.ts';
import type { Organization, Person } from '../ports/offices.ts';
import type { Store } from '../ports/store.ts';
import { newsOfFound, recognizeWaiting } from '../tasks/recognize-waiting.ts';
import type { WhichOffice } from './which-office.ts';

/** What a roster would change, or has changed. */
export interface RosterChanges {
  office: Pick<Organization, 'name' | 'code'>;
  isNewOffice: boolean;
  /** What the file calls the office, where that is not its name. */
  calledOtherwise: string | null;
  newUnits: string[];
  added: string[];
  changed: string[];
  /** No longer on the roster. */
  retired: string[];
  /** So many that it is to be confirmed in words; of how many, and the units of which nobody stays. */
  large: { of: number; units: string[] } | null;
  unchanged: number;
  /** No leaders, and of no unit: reminded of what is theirs by name alone. */
  withoutUnit: string[];
  /** Who is in several units, as "Hà Thị Lan (Văn phòng; Phòng Kinh tế)". */
  further: string[];
  /** Names that stand in several units: taken for several people. */
  namesakes: string[];
  problems: Roster['problems'];
}

/** Whose roster it is: an office that is known, or one that begins with it. */
export type RosterOf = Extract<WhichOffice, { kind: 'known' | 'new' }>;

/** The roster against what the office has now; changes nothing. */
export async function compareRoster(store: Store, read: Roster, of: RosterOf): Promise<RosterChanges> {
  const office = of.kind === 'known' ? of.office : null;
  const units = office ? await store.offices.units(office.id) : [];
  const members = office ? await store.offices.everybody(office.id) : [];
  const roster = asRenamed(read, units);
  const paired = pairPeople(roster.people, members, units);
  const leaving = retired(members, paired);
  const large = largeRetirement(
    members.filter(({ active }) => active),
    leaving,
  );
  return {
    office: of.kind === 'known' ? of.office : { name: read.office.name, code: of.code },
    isNewOffice: office === null,
    calledOtherwise: office && !isSameName(office.name, read.office.name) ? read.office.name : null,
    newUnits: roster.units
      .map(({ name }) => name)
      .filter((name) => !units.some((unit) => unit.name === name)),
    added: paired.filter(({ member }) => !member).map(({ person }) => person.name),
    changed: paired.filter(({ isChanged }) => isChanged).map(({ person }) => person.name),
    retired: leaving.map(({ name }) => name),
    large: large && {
      of: large.of,
      units: units.filter(({ id }) => large.unitIds.includes(id)).map(({ name }) => name),
    },
    unchanged: paired.filter(({ member, isChanged }) => member && !isChanged).length,
    withoutUnit: roster.people
      .filter(({ unit, role }) => unit === null && role !== 'leader')
      .map(({ name }) => name),
    further: roster.people
      .filter(({ further = [] }) => further.length > 0)
      .map(({ name, unit, further = [] }) => {
        const named = [...(unit === null ? [] : [unit]), ...further.map((one) => one.unit)];
        return `${name} (${named.join('; ')})`;
      }),
    namesakes: [...new Set(roster.people.map(({ name }) => name))].filter(
      (name) => roster.people.filter((one) => fold(one.name) === fold(name)).length > 1,
    ),
    problems: roster.problems,
  };
}

/**
 * Makes the office be as the roster says. Applied again it changes nothing.
 * @param locale of an office that begins with it
 * @returns `changed`: what it takes to put it back; `news`: whom tasks were found for that waited for their names;
 *   `left`: who is no longer on the roster
 */
export async function applyRoster(
  store: Store,
  read: Roster,
  of: RosterOf,
  locale: string,
  author: Author,
): Promise<{
  office: Organization;
  changes: RosterChanges;
  changed: RosterChanged;
  news: PersonalNews[];
  left: Member[];
}> {
  const changes = await compareRoster(store, read, of);
  const office = of.kind === 'known' ? of.office : await store.offices.create({ ...changes.office, locale });
  await store.offices.lock(office.id);
  const roster = asRenamed(read, await store.offices.units(office.id));
  const before = await standing(store, office);
  for (const unit of roster.units.filter((one) => !isKnown(one, before.units))) {
    await store.offices.saveUnit(office.id, unit);
  }

  const units = await store.offices.units(office.id);
  const paired = pairPeople(roster.people, before.people, units);
  const added: Omit<Member, 'id'>[] = [];
  for (const { person, member, isChanged } of paired) {
    const { name, title, role, unitHead } = person;
    const phone = person.phone ?? member?.phone ?? null;
    const unitId = unitIdOf(person, units);
    const further = furtherIn(person, units);
    const data = { organizationId: office.id, name, title, phone, role, unitHead, unitId, further };
    if (!member) added.push(data);
    else if (isChanged) await store.offices.updateMember({ ...data, id: member.id, active: true });
  }
  await store.offices.addMembers(added);
  const left = retired(before.people, paired);
  for (const member of left) await store.offices.retireMember(member.id);
  const found = await recognizeWaiting(store, office.id);
  await store.audit.add({
    ...author,
    organizationId: office.id,
    action: 'import-roster',
    subject: `organization:${office.id}`,
    after: { added: changes.added, changed: changes.changed, retired: changes.retired },
  });
  const after = await standing(store, office);
  const changed = {
    people: difference(before.people, after.people),
    units: difference(before.units, after.units),
    tasks: found.map(({ made }) => made),
  };
  return { office, changes, changed, news: newsOfFound(found), left };
}

/** A unit that was given another name in chat is no new one for a roster that has the former. */
function asRenamed(roster: Roster, units: Unit[]): Roster {
  const presentName = (name: string) =>
    units.some((unit) => unit.name === name)
      ? name
      : (units.find(({ aliases }) => aliases.includes(name))?.name ?? name);
  return {
    ...roster,
    units: roster.units.map((unit) => ({ ...unit, name: presentName(unit.name) })),
    people: roster.people.map(({ unit, further = [], ...person }) => ({
      ...person,
      unit: unit === null ? null : presentName(unit),
      further: further.map((one) => ({ ...one, unit: presentName(one.unit) })),
    })),
  };
}

/** Who had left and is on the roster again. */
export function returnedBy({ people }: RosterChanged): Member[] {
  return people.flatMap(({ before, after }) => (before && !before.active && after.active ? [after] : []));
}

/** Who leaves no more once it is undone. */
export function broughtBackBy({ people }: RosterChanged): Member[] {
  return people.flatMap(({ before, after }) => (before?.active && !after.active ? [before] : []));
}

function isKnown({ name, aliases }: Roster['units'][number], units: Unit[]): boolean {
  return units.some((one) => one.name === name && sameValue(one.aliases, aliases));
}

async function standing(store: Store, { id }: Organization): Promise<{ people: Person[]; units: Unit[] }> {
  const [people, units] = [await store.offices.everybody(id), await store.offices.unitsOfRoster(id)];
  return { people, units };
}

function difference<One extends { id: number }>(
  before: One[],
  after: One[],
): { before: One | null; after: One }[] {
  return after
    .map((one) => ({ before: before.find(({ id }) => id === one.id) ?? null, after: one }))
    .filter((one) => !sameValue(one.before, one.after));
}

interface Pair {
  person: RosterPerson;
  member: Person | null;
  isChanged: boolean;
}

/** The person of that name in that unit; else the only one of that name, who then has moved. */
function pairPeople(people: RosterPerson[], members: Person[], units: Unit[]): Pair[] {
  return people.map((person) => {
    const named = members.filter(({ name }) => fold(name) === fold(person.name));
    const present = named.filter(({ active }) => active);
    const namesakes = present.length > 0 ? present : named;
    const unitId = unitIdOf(person, units);
    const isOnlyOne = people.filter(({ name }) => fold(name) === fold(person.name)).length === 1;
    const member =
      namesakes.find((one) => one.unitId === unitId) ??
      (isOnlyOne && namesakes.length === 1 ? namesakes[0] : null);
    return { person, member: member ?? null, isChanged: !!member && differs(person, member, units) };
  });
}

function differs(person: RosterPerson, member: Person, units: Unit[]): boolean {
  return (
    !member.active ||
    person.name !== member.name ||
    person.title !== member.title ||
    (person.phone !== undefined && person.phone !== member.phone) ||
    person.role !== member.role ||
    person.unitHead !== member.unitHead ||
    unitIdOf(person, units) !== member.unitId ||
    !sameValue(furtherIn(person, units), member.further)
  );
}

function furtherIn({ further = [] }: RosterPerson, units: Unit[]): FurtherUnit[] {
  return further.flatMap(({ unit, unitHead }) =>
    units.filter(({ name }) => name === unit).map(({ id }) => ({ unitId: id, unitHead })),
  );
}

function unitIdOf(person: RosterPerson, units: Unit[]): number | null {
  return units.find(({ name }) => name === person.unit)?.id ?? null;
}

function retired(members: Person[], paired: Pair[]): Person[] {
  const kept = new Set(paired.map(({ member }) => member?.id));
  return members.filter(({ id, active }) => active && !kept.has(id));
}
