/** Who is meant by a position: "Phó Chánh VP", "Trưởng phòng VHXH", "Chủ tịch UBND". */
import type { FurtherUnit, Member, Unit } from './member.ts';
import { fold } from './text-fold.ts';
import { matchUnits } from './unit-match.ts';

/** Everybody who may be meant: nobody, one, or several. */
export function holdersOf(words: string, units: readonly Unit[], members: readonly Member[]): Member[] {
  const said = spelled(words);
  if (said === '') return [];
  const exact = members.filter(({ title }) => spelled(title) === said);
  if (exact.length > 0) return exact;
  const [, head = '', kind = '', rest = ''] = POSITION.exec(said) ?? [];
  if (head === '') return [];
  const alike = members.filter(({ title }) => POSITION.exec(spelled(title))?.[1] === head);
  if (rest === '') return alike;
  const { matched } = matchUnits([`${kind} ${rest}`.trim()], units);
  const ofUnit = [
    ...alike.filter(({ unitId }) => unitId !== null && matched.includes(unitId)),
    ...(head.startsWith('pho') ? [] : members.filter(({ further }) => further.some(isHeadOf(matched)))),
  ];
  return ofUnit.length > 0 ? ofUnit : alike.filter(({ title }) => spelled(title).endsWith(` ${rest}`));
}

/** Whoever heads a unit besides has another title. */
function isHeadOf(unitIds: readonly number[]): (unit: FurtherUnit) => boolean {
  return ({ unitId, unitHead }) => unitHead && unitIds.includes(unitId);
}

/** What somebody is, and of what: "pho truong phong | vhxh". */
const POSITION =
  /^((?:pho )?(?:truong|chanh|chu tich|giam doc|bi thu|chi huy truong)(?: (phong|ban|van phong|trung tam|to|cong an|tram))?)(?: (.+))?$/;

/** Without the place: every title is of the same commune. */
function spelled(words: string): string {
  return fold(words)
    .replace(/[^a-z0-9]+/g, ' ')
    .replace(/\bvp\b/g, 'van phong')
    .replace(/\buy ban nhan dan\b/g, 'ubnd')
    .replace(/\bhoi dong nhan dan\b/g, 'hdnd')
    .replace(/ (?:phuong|xa(?! hoi)|dac khu)(?: .*)?$/, '')
    .trim();
}
