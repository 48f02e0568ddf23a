/** Kiêm nhiệm in a roster: that two units in a cell, a title or two rows are of one person, and not of two of one name. */
import { positionIn } from '../domain/member-said.ts';
import { fold } from '../domain/text-fold.ts';
import type { Roster, RosterPerson } from '../services/ports/documents.ts';

type RosterUnit = Roster['units'][number];
type Further = NonNullable<RosterPerson['further']>[number];

/** "VP; VHXH", "Văn phòng kiêm Phòng Kinh tế": the own unit first. Other marks may be part of a unit's name. */
export function unitsInCell(cell: string): string[] {
  return cell
    .split(/\s*(?:;|(?<!\p{L})kiêm(?: nhiệm)?(?!\p{L}))\s*/iu)
    .map((part) => part.replaceAll('\n', ' ').trim())
    .filter((part) => part !== '');
}

/** "VP, VHXH", "VP/VHXH", or one below the other: only where each part is a unit that the list has besides. */
export function unitsJoined(cell: string, units: readonly RosterUnit[]): RosterUnit[] | null {
  const parts = cell.split(/\s*(?:[,/+&\n]|\s(?:và|va)\s)\s*/u);
  const found = parts.map((part) => units.find((unit) => isCalled(unit, part)));
  return parts.length > 1 && found.every((unit) => unit !== undefined) ? found : null;
}

export function isCalled({ name, aliases }: RosterUnit, words: string): boolean {
  return [name, ...aliases].some((one) => fold(one) === fold(words));
}

/** "Phó Chủ tịch kiêm Trưởng phòng VHXH" is of VHXH besides, "kiêm Trưởng phòng" heads the own unit. */
export function withTitleSaid(person: RosterPerson, units: readonly RosterUnit[]): RosterPerson {
  const besides = besidesIn(person.title);
  if (besides === null) return person;
  const further = positionOf(besides, units);
  if (further) return joined(person, further);
  return person.unit !== null && /^(?:truong|chanh|giam doc)/.test(fold(besides))
    ? { ...person, unitHead: true }
    : person;
}

/** Rows that are of one person are one. */
export function withRowsJoined(
  people: readonly RosterPerson[],
  units: readonly RosterUnit[],
): RosterPerson[] {
  const all: RosterPerson[] = [];
  for (const person of people) {
    const named = people.filter(({ name }) => fold(name) === fold(person.name));
    const at = all.findIndex((one) => isSamePerson(one, person, { units, isOnlyTwo: named.length === 2 }));
    const known = all[at];
    if (known) all[at] = both(known, person);
    else all.push(person);
  }
  return all;
}

/** By the phone; else by a position that one has alone, or because one of the rows says "kiêm" of the other's unit. */
function isSamePerson(
  one: RosterPerson,
  other: RosterPerson,
  { units, isOnlyTwo }: { units: readonly RosterUnit[]; isOnlyTwo: boolean },
): boolean {
  if (fold(one.name) !== fold(other.name)) return false;
  // By two names of one unit: nobody could tell them apart there.
  if (one.unit !== null && one.unit === other.unit) return true;
  if (one.phone !== undefined && other.phone !== undefined) return one.phone === other.phone;
  const isSamePosition = fold(one.title) === fold(other.title) && POSITION.test(fold(one.title));
  return isOnlyTwo && (isSamePosition || saysOf(one, other, units) || saysOf(other, one, units));
}

const POSITION = /^(?:pho )?(?:chu tich|truong|chanh|giam doc|bi thu|chi huy)\b/;

function saysOf({ title, unit }: RosterPerson, other: RosterPerson, units: readonly RosterUnit[]): boolean {
  const besides = besidesIn(title);
  if (besides === null) return false;
  const isOnlyBesides = fold(title).startsWith('kiem ') && unit !== null;
  return isOnlyBesides || (other.unit !== null && positionOf(besides, units)?.unit === other.unit);
}

function both(one: RosterPerson, other: RosterPerson): RosterPerson {
  const role = one.role === 'officer' ? other.role : one.role;
  const phone = one.phone ?? other.phone;
  const isFirstUnit = one.unit === null && role !== 'leader';
  const person: RosterPerson = {
    ...one,
    role,
    ...(isFirstUnit ? { unit: other.unit, unitHead: other.unitHead } : {}),
    ...(phone === undefined ? {} : { phone }),
  };
  const theirs = other.unit === null ? [] : [{ unit: other.unit, unitHead: other.unitHead }];
  return [...theirs, ...(other.further ?? [])].reduce(joined, person);
}

/** With one unit more, or as its head. */
export function joined(person: RosterPerson, unit: Further): RosterPerson {
  if (unit.unit === person.unit) return { ...person, unitHead: person.unitHead || unit.unitHead };
  const others = (person.further ?? []).filter((one) => one.unit !== unit.unit);
  return { ...person, further: [...others, unit] };
}

function besidesIn(title: string): string | null {
  return /(?<!\p{L})kiêm(?: nhiệm)?\s+(.+)$/isu.exec(title)?.[1]?.replaceAll('\n', ' ') ?? null;
}

function positionOf(words: string, units: readonly RosterUnit[]): Further | null {
  const numbered = units.map((unit, id) => ({ ...unit, id }));
  const found = positionIn(words, numbered);
  const unit = found && units[found.unitId];
  return found && unit ? { unit: unit.name, unitHead: found.unitHead } : null;
}
