/** Who is meant where a task is given: units, people by name or by position, or the unit in charge itself. */
import { isOfUnit, type Member, type Unit } from './member.ts';
import { isAddressed, matchPeople } from './names.ts';
import { holdersOf } from './positions.ts';
import { unitsShortened } from './short-unit-names.ts';
import { fold } from './text-fold.ts';
import { matchUnits } from './unit-match.ts';
import { looksLikeUnit } from './unit-words.ts';

/** Those among whom one is meant. */
export interface Staff {
  units: readonly Unit[];
  members: readonly Member[];
}

export type Assignee =
  | { kind: 'units'; units: Unit[] }
  | { kind: 'person'; person: Member }
  /** Several go by that name: people, or a unit as well. */
  | { kind: 'several'; words: string; people: Member[]; units: Unit[] }
  /** "cả phòng": whichever unit has it, and nobody of it by name. */
  | { kind: 'itself' }
  | { kind: 'unknown'; words: string };

/** "Tám và Lan", "VHXH, anh Tám", "Phòng Kinh tế, Hạ tầng và Đô thị": the longest that are somebody, in order. */
export function assigneesIn(words: string, staff: Staff): Assignee[] {
  const parts = words.split(JOINED);
  const found: Assignee[] = [];
  for (let from = 0; from < parts.length; ) {
    const longest = longestFrom(parts, from, staff);
    found.push(longest?.assignee ?? { kind: 'unknown', words: named(parts[from] ?? '') });
    from = (longest?.to ?? from + 1) + 1;
  }
  return found.filter((one) => one.kind !== 'unknown' || one.words !== '');
}

/** Its parentheses keep what stands between the parts. */
const JOINED = /(\s*[,;+&]\s*|\s+(?:và|va|với|voi|cùng|cung|and)\s+)/iu;

/** @param from the place of a part; those at odd places are what joins them */
function longestFrom(parts: string[], from: number, staff: Staff): { assignee: Assignee; to: number } | null {
  for (let to = parts.length; to > from; to--) {
    if ((to - from) % 2 === 0) continue;
    const assignee = assigneeIn(parts.slice(from, to).join(''), staff);
    if (assignee) return { assignee, to };
  }
  return null;
}

function assigneeIn(typed: string, { units, members }: Staff): Assignee | null {
  const words = named(typed);
  if (words === '') return null;
  if (isItself(words, members)) return { kind: 'itself' };
  const byName = unitsCalled(words, units);
  const people = byName.length > 0 && isUnitFirst(words) ? [] : peopleCalled(words, units, members);
  const called = isAddressed(words) && people.length > 0 ? [] : byName;
  if (called.length > 0 && people.length > 0) return { kind: 'several', words, people, units: called };
  if (called.length > 0) return { kind: 'units', units: called };
  const holders = people.length > 0 ? people : holdersOf(words, units, members);
  const [person, ...others] = holders;
  if (person === undefined) return shortened(words, units);
  return others.length > 0
    ? { kind: 'several', words, people: holders, units: [] }
    : { kind: 'person', person };
}

/** "Phòng kinh tế", "KT": of what nobody is called in full. */
function shortened(words: string, units: readonly Unit[]): Assignee | null {
  if (isAddressed(words)) return null;
  const [unit, ...others] = unitsShortened(words, units);
  if (unit === undefined) return null;
  if (others.length === 0) return { kind: 'units', units: [unit] };
  return { kind: 'several', words, people: [], units: [unit, ...others] };
}

/** "cho anh Tám nhé" is "anh Tám", "Tám chủ trì" is "Tám". */
function named(words: string): string {
  return words
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(?:(?:cho|to|là|do|giao|về|ve)\s+)+/iu, '')
    .replace(
      /(?:[\s,]+(?:chủ trì|chu tri|phụ trách|phu trach|đảm nhận|thực hiện|thuc hien|làm thay|làm|với|voi|nhé|nhe|nha|ạ|đi|luôn|giúp))+[.!]*$/iu,
      '',
    )
    .replace(/^[\s,;:]+|[\s,;:.]+$/g, '');
}

const ITSELF =
  /^(?:lai |ve )?(?:(?:ca|toan|chung) )?(?:phong|don vi|to|ban|trung tam|unit)(?: (?:minh|em|toi|chung|chung toi|lam))?$/;

/** One word may be a name as well: "Tô" is no "tổ", and "Phong" is a person where somebody is called so. */
function isItself(words: string, members: readonly Member[]): boolean {
  if (!ITSELF.test(fold(words))) return false;
  if (words.includes(' ')) return true;
  if (words.toLowerCase() !== fold(words)) return looksLikeUnit(words);
  return !/^\p{Lu}\p{Ll}+$/u.test(words) || matchPeople(words, members).length === 0;
}

/** "Phòng Nam", "Bảo": begins as units' names do. A name may as well, so where no unit is called so it is a person's. */
function isUnitFirst(words: string): boolean {
  return looksLikeUnit(words) && !isAddressed(words);
}

function unitsCalled(words: string, units: readonly Unit[]): Unit[] {
  const { matched, all, unmatched } = matchUnits([words], units);
  if (all) return [...units];
  return unmatched.length === 0 ? units.filter(({ id }) => matched.includes(id)) : [];
}

/** By the name alone, or with the unit or the title behind it: "Lan VHXH", "chị Lan phòng VHXH", "Lan kế toán". */
function peopleCalled(words: string, units: readonly Unit[], members: readonly Member[]): Member[] {
  const called = matchPeople(words, members);
  if (called.length > 0) return called;
  const pieces = words.split(/[\s()]+/).filter((piece) => piece !== '');
  for (let end = pieces.length - 1; end > 0; end--) {
    const behind = pieces
      .slice(end)
      .join(' ')
      .replace(/^[-–]\s*/, '');
    const inFull = unitsCalled(behind, units);
    const ofUnit = inFull.length > 0 ? inFull : unitsShortened(behind, units);
    const [unit] = ofUnit.length === 1 ? ofUnit : [];
    const theirs = members.filter((one) =>
      unit === undefined ? fold(one.title) === fold(behind) : isOfUnit(one, unit.id),
    );
    const people = matchPeople(
      pieces
        .slice(0, end)
        .join(' ')
        .replace(/[\s–-]+$/, ''),
      theirs,
    );
    if (people.length > 0) return people;
  }
  return [];
}
