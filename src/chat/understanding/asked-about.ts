/** Of when, and of whom or what, a question is asked. */
import { periodSaid } from '../../domain/period-asked.ts';
import { fold } from '../../domain/text-fold.ts';
import { isSection, isSilent } from './clause-parts.ts';
import { has } from './clauses.ts';
import type { Sense } from './lexicon.ts';
import { type Mark, typedOf } from './marks.ts';

/** The period that the marks name, as typed, and the marks beside it. Not "so với tuần trước", which compares. */
export function periodAside(marks: readonly Mark[]): { when: string | null; rest: readonly Mark[] } {
  const said = marks.some(({ words }) => /^so (?:voi|sanh)$/.test(words)) ? null : periodSaid(typedOf(marks));
  if (said === null) return { when: null, rest: marks };
  for (const [from] of marks.entries()) {
    for (let to = from + 1; to <= marks.length; to += 1) {
      const typed = typedOf(marks.slice(from, to));
      if (typed.startsWith(said.words) && periodSaid(typed)?.rest.replace(/[?!.,]/g, '') === '')
        return { when: said.words, rest: [...marks.slice(0, from), ...marks.slice(to)] };
      if (typed.length > said.words.length) break;
    }
  }
  return { when: said.words, rest: marks };
}

export const UNIT =
  /^(?:phong|ban|to|trung tam|tt|van phong|vp|cong an|quan su|bch|ubnd|hdnd|mttq|doan|hoi|khu pho|thon|tram|ben|phuong|xa|toan|don vi|cac)\b|^[a-z]{0,3}(?:vhxh|kthtdt|kt|vp|tc|tp)\b/;

/** Few words that may be the name of a unit. */
export function unitLike(left: readonly string[]): boolean {
  const words = left.join(' ').replace(/^của /iu, '');
  return (
    left.length > 0 &&
    words.split(' ').length <= 8 &&
    (UNIT.test(fold(words)) || /^[\p{Lu}\d.&-]{2,10}$/u.test(words))
  );
}

/** Where the name of a unit is over. */
const BEHIND_UNIT: Sense[] = [
  'howFar',
  'overdue',
  'howMany',
  'question',
  'wish',
  'already',
  'today',
  'perfect',
  'how',
  'done',
  'handed',
  'list',
  'paper',
  'format',
  'review',
];

/** What names the unit or the person: behind "tiến độ" or before "đến đâu". */
export function unitIn(marks: readonly Mark[]): readonly Mark[] {
  const from = marks.findIndex(
    (mark, at) =>
      mark.entity === null &&
      !isSilent(mark) &&
      !/^(?:is|are|the)$/.test(mark.words) &&
      (UNIT.test(mark.words) || OF_UNIT.test(mark.words) || mark.senses.size === 0 || isNameAt(marks, at)),
  );
  if (from < 0) return [];
  const rest = marks.slice(from);
  const end = rest.findIndex(
    (mark, at) =>
      at > 0 && (has(mark, ...BEHIND_UNIT) || mark.entity !== null || /^(?:co|con|dang)$/.test(mark.words)),
  );
  const named = end < 0 ? rest : rest.slice(0, end);
  const last = named.findLastIndex((mark) => !has(mark, 'courtesy', 'person', 'title'));
  return named.slice(0, last + 1);
}

const OF_UNIT = /^cua (?:phong|ben)$/;

/** "How far is Lan", "tien do cua Lan": typed bare, the name may be any word ("lẫn"). */
function isNameAt(marks: readonly Mark[], at: number): boolean {
  const [mark, before] = [marks[at], marks[at - 1]];
  const isCalled = before === undefined || /^(?:is|of|cua)$/.test(before.words) || has(before, 'progress');
  return isCalled && has(mark, 'joiner') && /^\p{Lu}\p{L}+$/u.test(mark?.typed ?? '');
}

/** A unit or somebody by name, not oneself and nobody who is asked for: "phòng KT", "chị Lan", "của Lan". */
export function whoseIn(marks: readonly Mark[]): readonly Mark[] {
  const named = unitIn(marks);
  if (named.length === 0 || named.some((mark) => has(mark, 'mine', 'speaker', 'who'))) return [];
  const at = marks.indexOf(named[0] as Mark);
  const isCalled = CALLED.test(marks[at - 1]?.words ?? '') || has(marks[at - 1], 'person', 'title');
  const isPerson =
    named.length <= LONGEST_NAME &&
    named.every(({ typed }) => (isCalled ? /^\p{Lu}\p{L}+$/u : /^\p{Lu}\p{Ll}+$/u).test(typed)) &&
    (at === 0 || isCalled);
  // Where all is in capitals, they abbreviate nothing.
  const abbreviates =
    marks.some(({ typed }) => /\p{Ll}/u.test(typed)) ||
    UNIT.test(named[0]?.words ?? '') ||
    OF_UNIT.test(named[0]?.words ?? '') ||
    named.length === marks.length;
  return isPerson || (abbreviates && unitLike([typedOf(named)])) ? named : [];
}

const LONGEST_NAME = 4;
/** "Của chị Lan". */
const CALLED = /^(?:cua|of|is|cua (?:anh|chi|em|co|chu|bac|ong|ba))$/;

/** "Kế hoạch 166", "mục III", "lĩnh vực đất đai": a part of the plans, up to where it is asked how far that is. */
export function partIn(marks: readonly Mark[]): readonly Mark[] {
  const section = marks.find((_, at) => isSection(marks, at));
  if (section !== undefined) return [section];
  const from = marks.findIndex(
    ({ words }, at) =>
      (/^(?:ke hoach|kh|plan)$/.test(words) && at < marks.length - 1) ||
      (words === 'linh' && marks[at + 1]?.words === 'vuc') ||
      (/^(?:muc|phan|chuong|section|part)$/.test(words) && HEADING.test(marks[at + 1]?.typed ?? '')),
  );
  if (from < 0) return [];
  const rest = marks.slice(from);
  const end = rest.findIndex(
    (mark, at) =>
      at > 0 &&
      (has(mark, 'howFar', 'howMany', 'question', 'courtesy', 'already', 'open') ||
        (at > 1 && has(mark, 'done', 'deny')) ||
        ASKED.test(mark.words)),
  );
  const named = end < 0 ? rest : rest.slice(0, end);
  // "Kế hoạch chuyển đổi số làm đến đâu".
  const last = named.findLastIndex((mark) => !(has(mark, 'handed', 'joiner') || has(mark, 'person')));
  // "Phần A" is nobody.
  const heading = HEADING.test(named[1]?.typed ?? '') ? 1 : 0;
  const to = Math.max(last, heading);
  return to < 1 ? [] : named.slice(0, to + 1);
}

const HEADING = /^(?:[IVXL]+|[A-Z])$/;
const ASKED = /^(?:dang|duoc|da|co)$/;
