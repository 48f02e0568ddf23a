/** What a clerk says of a person: "VHXH, chuyên viên", "chức vụ Phó Trưởng phòng", "đầu mối", "sđt 0912 345 678". */
import type { FurtherUnit, Member, Unit } from './member.ts';
import { roleIn } from './role-words.ts';
import { fold } from './text-fold.ts';
import { matchUnits } from './unit-match.ts';

/** Only what is said; a unit that is null: of none. */
export type MemberFacts = Partial<Pick<Member, 'name' | 'unitId' | 'title' | 'role' | 'unitHead' | 'phone'>>;

export interface MemberSaid {
  facts: MemberFacts;
  /** What follows from a title, where nothing else is said of it. */
  implied: MemberFacts;
  /** Units of which the person is besides from now on: "kiêm VHXH", "kiêm Trưởng phòng KT". */
  joins: FurtherUnit[];
  /** Of which the person is besides no more; null: of none. */
  quits: (number | null)[];
  /** What becomes of whoever heads the unit already; null: nothing is said of it. */
  incumbent: Incumbent | null;
  /** What is neither a unit nor a title nor anything else of a person. */
  unknown: string[];
}

/** "thay chị Lan": heads the unit no more, by name, or empty for whoever it is; "cùng là trưởng": both head it. */
export type Incumbent = { kind: 'replaced'; name: string } | { kind: 'stays' };

/** "Nguyễn Văn Minh, VHXH, chuyên viên", "Nguyễn Văn Minh phòng VHXH": the name, and what is said of it. */
export function newMemberSaid(words: string, units: readonly Unit[]): MemberSaid {
  const [first = '', ...rest] = partsOf(words);
  const [name, unit] = nameAndUnit(first, units);
  const said = memberSaid([unit, ...rest].filter((part) => part !== '').join(', '), units);
  return { ...said, facts: { ...said.facts, name } };
}

/** "VHXH, Phó Trưởng phòng, đầu mối": whatever of it stands beside the name. */
export function memberSaid(words: string, units: readonly Unit[]): MemberSaid {
  const parts = partsOf(words);
  const said: MemberSaid = { facts: {}, implied: {}, joins: [], quits: [], incumbent: null, unknown: [] };
  for (let from = 0; from < parts.length; ) {
    const incumbent = incumbentIn(parts[from] ?? '');
    if (incumbent !== null) {
      said.incumbent = incumbent;
      from += 1;
      continue;
    }
    const found = longestFact(parts.slice(from), units);
    // Of two units or two titles nobody knows which one is meant.
    const isNew = found !== null && !Object.keys(found.fact).some((key) => key in said.facts);
    if (isNew) Object.assign(said.facts, found.fact);
    else said.unknown.push(parts[from] ?? '');
    if (isNew && found.implied) Object.assign(said.implied, found.implied);
    if (found?.joins) said.joins.push(found.joins);
    if (found?.quits !== undefined) said.quits.push(found.quits);
    from += isNew ? found.length : 1;
  }
  return said;
}

/** One thing said of a person, and what follows from it. */
interface Fact {
  fact: MemberFacts;
  implied?: MemberFacts;
  joins?: FurtherUnit;
  quits?: number | null;
}

function partsOf(words: string): string[] {
  return words
    .normalize('NFC')
    .replace(REPLACING, ', $1')
    .split(/[,;\n]/)
    .map((part) => part.replace(/\s+/g, ' ').trim())
    .filter((part) => part !== '');
}

/** "Trưởng phòng KT thay chị Lan" says two things. */
const REPLACING = /\s+((?:thay|instead of)\s+(?=\S))/giu;

function incumbentIn(words: string): Incumbent | null {
  if (BESIDE.test(fold(words))) return { kind: 'stays' };
  const [, name] = INSTEAD.exec(words) ?? [];
  if (name === undefined) return null;
  return { kind: 'replaced', name: WHOEVER.test(fold(name)) ? '' : name };
}

const INSTEAD = /^(?:thay(?: thế| the| cho)?|instead of) (.+)$/iu;
const WHOEVER = /^(?:(?:truong (?:phong|don vi)|nguoi)(?: cu| truoc)?|the (?:former|old) head)$/;
const BESIDE =
  /^(?:(?:ca hai )?cung (?:la|lam) truong(?: phong| don vi)?|beside the (?:former|old|other) head)$/;

/** A unit's name may have commas in it: the most parts that are one thing. */
function longestFact(parts: string[], units: readonly Unit[]): (Fact & { length: number }) | null {
  for (let length = parts.length; length > 1; length--) {
    const words = parts.slice(0, length).join(', ');
    const [label = ''] = UNIT_LABEL.exec(fold(words)) ?? [];
    const unit = unitNamed(words.slice(label.length), units);
    if (unit) return { fact: { unitId: unit.id }, length };
    const besides = besidesIn(words, units);
    if (besides) return { ...besides, length };
  }
  const fact = factIn(parts[0] ?? '', units);
  return fact && { ...fact, length: 1 };
}

function factIn(words: string, units: readonly Unit[]): Fact | null {
  const said = fold(words);
  for (const [label, read] of LABELLED) {
    const [head] = label.exec(said) ?? [];
    if (head !== undefined) return read(words.slice(head.length).trim(), units);
  }
  const unit = unitNamed(words, units);
  if (unit) return { fact: { unitId: unit.id } };
  const besides = besidesIn(words, units);
  if (besides) return besides;
  if (NO_UNIT.test(said)) return { fact: { unitId: null } };
  if (NO_HEAD.test(said)) return { fact: { unitHead: false } };
  if (HEAD.test(said)) return { fact: { unitHead: true } };
  const phone = phoneIn(words);
  if (phone) return { fact: { phone } };
  const role = ROLE.exec(said)?.[1];
  if (role !== undefined) return roleSaid(role);
  return TITLE.test(said) ? titleSaid(words, units) : null;
}

/** "kiêm VHXH", "kiêm Trưởng phòng Kinh tế", "thôi kiêm VHXH", "thôi kiêm nhiệm". */
function besidesIn(words: string, units: readonly Unit[]): Fact | null {
  const [, joined] = BESIDES.exec(words) ?? [];
  if (joined !== undefined) {
    const joins = positionIn(joined, units);
    return joins && { fact: {}, joins };
  }
  const [, left] = BESIDES_NO_MORE.exec(words) ?? [];
  if (left === undefined) return null;
  if (left === '') return { fact: {}, quits: null };
  const quits = positionIn(left, units);
  return quits && { fact: {}, quits: quits.unitId };
}

const BESIDES = /^(?:là |la |làm |lam )?(?:kiêm|kiem|also)(?: nhiệm| nhiem| thêm| them)? (.+)$/iu;
const BESIDES_NO_MORE =
  /^(?:(?:thôi|thoi|không còn|khong con|không|khong|hết|het|bỏ|bo) (?:kiêm|kiem)(?: nhiệm| nhiem)?|no longer also) ?(.*)$/iu;

/** A unit, or a position in it: whoever is its head heads it, a deputy is of it. */
export function positionIn(words: string, units: readonly Unit[]): FurtherUnit | null {
  const [position = ''] =
    /^(?:(?:quyền|quyen|phó|pho|trưởng|truong|chánh|chanh|giám đốc|giam doc|phụ trách|phu trach) )*/iu.exec(
      words,
    ) ?? [''];
  const unit = unitNamed(words.slice(position.length), units) ?? unitNamed(words, units);
  const said = fold(position);
  return unit && { unitId: unit.id, unitHead: said !== '' && !/\bpho\b/.test(said) };
}

/** Of a folded text. */
const UNIT_LABEL = /^(?:don vi|thuoc|vao|o)(?: :|:)? /;

const LABELLED: [RegExp, (words: string, units: readonly Unit[]) => Fact | null][] = [
  [
    UNIT_LABEL,
    (words, units) => {
      const unit = unitNamed(words, units);
      return unit && { fact: { unitId: unit.id } };
    },
  ],
  [/^(?:chuc vu|chuc danh|title)(?: :|:)? /, titleSaid],
  [/^(?:vai tro|role)(?: :|:)? /, (words) => roleSaid(fold(words))],
  [
    /^(?:ho ten|ho va ten|ten|doi ten|doi ten thanh|name)(?: :|:)? /,
    (name) => (isName(name) ? { fact: { name } } : null),
  ],
  [
    /^(?:sdt|so dien thoai|dien thoai|so dt|dt|phone)(?: :|:)? /,
    (words) => {
      const phone = phoneIn(words);
      return phone !== null || NONE.test(fold(words)) ? { fact: { phone } } : null;
    },
  ],
];

const NONE = /^(?:khong|khong co|xoa|bo|none|no)$/;
const NO_UNIT = /^(?:khong (?:thuoc )?(?:don vi|phong)(?: nao)?|no unit)$/;
const HEAD = /^(?:(?:la |lam )?truong don vi|phu trach (?:don vi|phong)|head)$/;
const NO_HEAD =
  /^(?:(?:thoi|khong con|khong|het)(?: la| lam)? (?:truong don vi|truong phong|phu trach(?: phong| don vi)?|lanh dao phong)|no head)$/;
const ROLE =
  /^(?:la |lam )?((?:can bo )?dau moi|quan tri|lanh dao(?: co quan| ubnd)?|can bo|cong chuc|(?:thoi|khong con|khong|het)(?: la| lam)? (?:dau moi|lanh dao)|officer|leader|clerk)$/;
/** As titles of an office begin. What else is one is said with "chức vụ". */
const TITLE =
  /^(?:la |lam )?(?:(?:pho|quyen|q\.|nguyen) )?(?:truong|chanh|pho|giam doc|chu tich|bi thu|chi huy|chuyen vien|vien chuc|nhan vien|van thu|luu tru|ke toan|thu quy|tu phap|dia chinh|thong ke|uy vien|can su|ky su|y si|bac si|cong an|lai xe|bao ve|tap vu|to truong|doi truong|tram truong)\b/;

/** A title makes a head or a leader, and "Trưởng phòng VHXH" is of a unit. */
function titleSaid(words: string, units: readonly Unit[]): Fact | null {
  const title = words.replace(/^(?:là|la|làm|lam)\s+/iu, '');
  if (title === '' || title.length > LONGEST_TITLE) return null;
  const { role, unitHead } = roleIn('', title) ?? { role: 'officer', unitHead: false };
  const unit = POSITION.test(title) ? unitNamed(title.replace(POSITION, ''), units) : null;
  return {
    fact: { title: title.charAt(0).toUpperCase() + title.slice(1) },
    implied: { role, unitHead, ...(unit ? { unitId: unit.id } : {}) },
  };
}

const LONGEST_TITLE = 80;
const POSITION = /^(?:phó\s+|pho\s+)?(?:trưởng|truong|chánh|chanh|giám đốc|giam doc)\s+(?=\S+\s+\S)/iu;

function roleSaid(role: string): Fact | null {
  if (/^(?:thoi|khong|het)/.test(role) || role === 'officer') return { fact: { role: 'officer' } };
  if (role === 'clerk') return { fact: { role } };
  if (role === 'leader') return { fact: { role, unitHead: false } };
  const found = roleIn(role, '');
  return found && { fact: found.role === 'clerk' ? { role: found.role } : found };
}

function nameAndUnit(words: string, units: readonly Unit[]): [name: string, unit: string] {
  const pieces = words.split(' ');
  for (let end = 2; end < pieces.length; end++) {
    const rest = pieces
      .slice(end)
      .join(' ')
      .replace(/^(?:-|–|ở|vào|vao|thuộc|thuoc|bên)\s+/u, '');
    if (unitNamed(rest, units)) return [pieces.slice(0, end).join(' '), rest];
  }
  return [words, ''];
}

function unitNamed(words: string, units: readonly Unit[]): Unit | null {
  const { matched, all, unmatched } = matchUnits([words], units);
  if (all || unmatched.length > 0 || matched.length !== 1) return null;
  return units.find(({ id }) => id === matched[0]) ?? null;
}

/** Two to six words of letters, in whatever case. */
export function isName(words: string): boolean {
  return /^\p{L}+(?:[ '’-]\p{L}+){1,5}$/u.test(words.normalize('NFC'));
}

/** "0912 345 678", "+84 912.345.678": its digits from 0; null where it is no number of a phone. */
export function phoneIn(words: string): string | null {
  const digits = words.replace(/[\s.()-]/g, '').replace(/^\+?84(?=\d{9,10}$)/, '0');
  return /^0\d{8,10}$/.test(digits) ? digits : null;
}
