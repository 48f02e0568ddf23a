/** From words and people to whom a task is given. */
import type { Staff } from '../../domain/assignees.ts';
import { isOfUnit, type Member, type Unit } from '../../domain/member.ts';
import { matchPeople } from '../../domain/names.ts';
import { holdersOf } from '../../domain/positions.ts';
import type { AssignedUnit } from '../../domain/task.ts';
import { matchUnits } from '../../domain/unit-match.ts';
import { looksLikePerson, splitUnits } from '../../domain/unit-words.ts';

/** A unit, or some of its people by name; each person of no unit stands alone. */
export function assignedTo(units: readonly Unit[], people: readonly Member[]): AssignedUnit[] {
  const ofUnits = units.map(({ id, name }): AssignedUnit => {
    const theirs = people.filter((one) => isOfUnit(one, id));
    return theirs.length === 0
      ? { unitId: id, words: name }
      : { unitId: id, words: `${name} (${namesOf(theirs)})`, people: theirs.map((one) => one.id) };
  });
  const alone = people.filter((one) => one.unitId === null && !units.some(({ id }) => isOfUnit(one, id)));
  return [...ofUnits, ...alone.map(({ id, name }) => ({ unitId: null, words: name, people: [id] }))];
}

function namesOf(people: readonly Member[]): string {
  return people.map(({ name }) => name).join(', ');
}

/** Units and people for the words of a plan; words that name nobody, or several, stay as they are. */
export function assignedIn(words: readonly string[], staff: Staff): AssignedUnit[] {
  const found = words.flatMap(splitUnits).map((phrase) => foundOnce(phrase, staff));
  const people = unique(found.flatMap((one) => one.people));
  const named = found.flatMap((one) => one.units);
  const elsewhere = people.filter((one) => !named.some(({ id }) => isOfUnit(one, id)));
  const units = unique([
    ...named,
    ...staff.units.filter(({ id }) => elsewhere.some(({ unitId }) => unitId === id)),
  ]);
  const unknown = found.flatMap((one) => one.unknown);
  return [...assignedTo(units, people), ...unknown.map((one) => ({ unitId: null, words: one }))];
}

interface Found {
  units: Unit[];
  people: Member[];
  unknown: string[];
}

/** A plan of two thousand rows says the same few words in each of them. */
const KNOWN = new WeakMap<Staff, Map<string, Found>>();

function foundOnce(phrase: string, staff: Staff): Found {
  const known = KNOWN.get(staff) ?? new Map<string, Found>();
  KNOWN.set(staff, known);
  const found = known.get(phrase) ?? foundIn(phrase, staff);
  known.set(phrase, found);
  return found;
}

/** "Phòng VHXH", "đ/c Tám", "Phó Chánh VP", "Phòng VHXH (đ/c Tám)", "Đ/c Lan - Phòng Kinh tế". */
function foundIn(phrase: string, staff: Staff): Found {
  // Without a roster a plan's words can only be those of units.
  const mentions =
    staff.members.length === 0 ? [] : [...phrase.matchAll(MENTION)].map(([mention]) => mention.trim());
  const rest = mentions.length === 0 ? phrase : phrase.replace(MENTION, ' ').replace(/\(\s*\)/g, ' ');
  const { matched, all, unmatched } = matchUnits([rest], staff.units);
  const units = all
    ? [...staff.units]
    : matched.flatMap((id) => staff.units.find((one) => one.id === id) ?? []);
  const among =
    units.length === 0
      ? staff.members
      : staff.members.filter((one) => units.some(({ id }) => isOfUnit(one, id)));
  const called = mentions.map((said) => ({ said, person: only(matchPeople(said, among)) }));
  const others =
    mentions.length > 0 ? [] : unmatched.map((said) => ({ said, person: calledIn(said, staff) }));
  return {
    units,
    people: [...called, ...others].flatMap(({ person }) => person ?? []),
    unknown: [...called, ...others].filter(({ person }) => person === null).map(({ said }) => said),
  };
}

/** "đ/c Nguyễn Văn Tám": so addressed, a person and nobody else. */
const MENTION =
  /(?<![\p{L}/])(?:đ\/c|đc|đồng chí|ông|bà|anh|chị)[\s:.]+\p{Lu}\p{Ll}*(?:\s+\p{Lu}\p{Ll}*){0,4}(?!\p{L})/giu;

/** By position, or by a name in full: of one word alone nobody knows that it is a name. */
function calledIn(words: string, { units, members }: Staff): Member | null {
  const holder = only(holdersOf(words, units, members));
  return holder ?? (looksLikePerson(words) ? only(matchPeople(words, members)) : null);
}

function only(people: readonly Member[]): Member | null {
  const [person = null, ...others] = people;
  return others.length > 0 ? null : person;
}

function unique<One extends { id: number }>(all: readonly One[]): One[] {
  return [...new Map(all.map((one) => [one.id, one])).values()];
}
