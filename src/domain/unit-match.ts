/**
 * From the words of a plan to the units of the office. A unit that is not matched is returned for a person to decide:
 * a reminder that goes to the wrong department is worse than a question to the clerk.
 */
import { fold } from './text-fold.ts';
import { joinedPieces, looksLikeUnit, splitUnits, unitNameIn } from './unit-words.ts';

export interface NamedUnit<Id> {
  id: Id;
  name: string;
  /** Other names that plans use for it. */
  aliases: readonly string[];
}

export interface UnitMatch<Id> {
  /** In the order of the words, each unit once. */
  matched: Id[];
  /** The words mean every unit of the office ("các phòng, ban chuyên môn"). */
  all: boolean;
  /** The words that name no unit, or more than one. */
  unmatched: string[];
  /** Words that are neither a name nor a listed alias of the unit, only a short form of its name: less certain. */
  abbreviated: { words: string; id: Id }[];
}

export function matchUnits<Id>(words: readonly string[], units: readonly NamedUnit<Id>[]): UnitMatch<Id> {
  const find = unitFinder(units);
  const matched = new Set<Id>();
  const unmatched: string[] = [];
  const abbreviated: UnitMatch<Id>['abbreviated'] = [];
  let all = false;
  for (const phrase of words.flatMap(splitUnits)) {
    for (const found of unitsIn(phrase, find)) {
      if (found === EVERY_UNIT) all = true;
      else if ('unknown' in found) unmatched.push(found.unknown);
      else {
        matched.add(found.unit);
        if (found.shortForm !== null) abbreviated.push({ words: found.shortForm, id: found.unit });
      }
    }
  }
  return { matched: [...matched], all, unmatched, abbreviated };
}

/**
 * The unit whose name or listed alias a sentence begins with, the longest that fits: "Phòng Kinh tế kiểm kê tài sản".
 * Who knows no units cannot tell where such a name ends. Short forms are not tried: "văn phòng phẩm" is no office.
 */
export function unitAtStartOf<Id>(sentence: string, units: readonly NamedUnit<Id>[]): Id | null {
  const find = unitFinder(units);
  const words = sentence.trim().split(/\s+/);
  for (let length = Math.min(words.length - 1, LONGEST_NAME); length > 0; length--) {
    const found = find(words.slice(0, length).join(' '));
    if (found !== null && found !== EVERY_UNIT && found.shortForm === null) return found.unit;
  }
  return null;
}

/** In words: "Trung tâm Phục vụ hành chính công phường …". */
const LONGEST_NAME = 12;

const EVERY_UNIT: unique symbol = Symbol('every unit');
type Named<Id> = { unit: Id; shortForm: string | null } | typeof EVERY_UNIT;
type Found<Id> = Named<Id> | { unknown: string };
type FindUnit<Id> = (text: string) => Named<Id> | null;

/** The phrase as one unit; else as several that commas join; else unknown as a whole. */
function unitsIn<Id>(phrase: string, find: FindUnit<Id>): Found<Id>[] {
  const whole = find(phrase);
  if (whole !== null) return [whole];

  const pieces = joinedPieces(unitNameIn(phrase));
  const found: Found<Id>[] = [];
  for (let from = 0; from < pieces.length; ) {
    const longest = longestUnit(pieces.slice(from), find);
    found.push(longest?.named ?? { unknown: pieces[from]?.[1] ?? '' });
    from += longest?.length ?? 1;
  }
  // A leftover that is no unit by itself may be the rest of a longer name: "Phòng Kinh tế | , Hạ tầng".
  const cut = found.some((one) => one !== EVERY_UNIT && 'unknown' in one && !looksLikeUnit(one.unknown));
  return cut ? [{ unknown: phrase }] : found;
}

function longestUnit<Id>(
  pieces: [string, string][],
  find: FindUnit<Id>,
): { named: Named<Id>; length: number } | null {
  for (let length = pieces.length; length > 0; length--) {
    const text = pieces.slice(0, length).map(([joiner, piece], i) => (i === 0 ? piece : joiner + piece));
    const named = find(text.join(''));
    if (named !== null) return { named, length };
  }
  return null;
}

function unitFinder<Id>(units: readonly NamedUnit<Id>[]): FindUnit<Id> {
  const given = new Map<string, Set<Id>>();
  const derived = new Map<string, Set<Id>>();
  for (const unit of units) {
    for (const name of [unit.name, ...unit.aliases]) {
      addTo(given, compact(spelling(name)), unit.id);
      // As it is read out of a plan: without what stands in brackets.
      addTo(given, compact(spelling(unitNameIn(name))), unit.id);
      for (const short of shortNames(spelling(name))) addTo(derived, compact(short), unit.id);
    }
  }
  return (text) => {
    const spelled = spelling(unitNameIn(text));
    if (EVERY_UNIT_WORDS.test(spelled)) return EVERY_UNIT;
    const listed = given.get(compact(spelled));
    const ids = listed ?? derived.get(compact(spelled));
    const [id] = ids ?? [];
    return id !== undefined && ids?.size === 1 ? { unit: id, shortForm: listed ? null : text } : null;
  };
}

function addTo<Id>(names: Map<string, Set<Id>>, name: string, id: Id): void {
  if (name.length < 2) return;
  names.set(name, (names.get(name) ?? new Set()).add(id));
}

/**
 * "các cơ quan, đơn vị liên quan" is left out on purpose: it means some units, without saying which.
 */
const EVERY_UNIT_WORDS =
  /^(?:tat ca |toan bo |toan the )?cac(?: (?:co quan|don vi|phong|ban|trung tam|bo phan|van phong))+(?: chuyen mon| truc thuoc| thuoc ubnd| thuoc)*$/;

const LONG_FORMS: [RegExp, string][] = [
  [/\bhoi dong nhan dan\b/g, 'hdnd'],
  [/\buy ban nhan dan\b/g, 'ubnd'],
  [/\buy ban mat tran to quoc(?: viet nam)?\b/g, 'ubmttq'],
  [/^vp(?= |$)/, 'van phong'],
  [/^tt(?= )/, 'trung tam'],
  [/^p(?= )/, 'phong'],
  [/ va(?= )/g, ''],
];

/** Words only, in one spelling: "Văn phòng HĐND & UBND phường" is "van phong hdnd ubnd". */
function spelling(name: string): string {
  let words = fold(withoutPlace(name))
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
  for (const [long, short] of LONG_FORMS) words = words.replace(long, short);
  return words;
}

/** Drops "phường …", "xã …" at the end, but neither "xã hội" nor "địa phương", which fold to the same letters. */
function withoutPlace(name: string): string {
  const text = name.normalize('NFC');
  const place =
    text.toLowerCase() === fold(text)
      ? /(?<! dia)\s+(?:phuong|xa(?!\s+hoi)|dac khu)(?:\s.*)?$/i
      : /(?<!\s)\s+(?:phường|xã(?!\s+hội)|đặc khu)(?:\s.*)?$/iu;
  return text.replace(place, '');
}

/** "phong van hoa xa hoi" is also "van hoa xa hoi", "vhxh", "phong vhxh" and "pvhxh". */
function shortNames(name: string): string[] {
  const kind = /^(?:van phong|phong|trung tam|ban)(?= )/.exec(name)?.[0] ?? '';
  const rest = name.slice(kind.length).trim();
  const initials = initialsOf(rest);
  const names = [`${kind} ${initials}`, initialsOf(kind) + initials];
  if (rest.includes(' ')) names.push(initials);
  if (kind === 'phong') names.push(rest);
  if (kind === 'van phong') names.push('van phong', 'van phong ubnd', 'van phong hdnd');
  return names;
}

const KEPT_WHOLE = new Set(['hdnd', 'ubnd', 'ubmttq']);

function initialsOf(words: string): string {
  return words
    .split(' ')
    .map((word) => (KEPT_WHOLE.has(word) ? word : word.charAt(0)))
    .join('');
}

/** Without spaces, so that "VH-XH", "VH XH" and "VHXH" are one. */
function compact(words: string): string {
  return words.replaceAll(' ', '');
}
