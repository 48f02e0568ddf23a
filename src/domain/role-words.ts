/** What somebody may do by what a roster, or a clerk, writes of them. */
import type { Member } from './member.ts';
import { fold } from './text-fold.ts';

export type RoleSaid = Pick<Member, 'role' | 'unitHead'>;

/** "Quyền Trưởng phòng" and "Phó Trưởng phòng phụ trách" are heads; a deputy in charge of a field is none. */
const HEAD_TITLES =
  /^(?:(?:quyen|q\.?) )?(?:truong phong|chanh van phong|giam doc|truong ban|truong cong an|chi huy truong)|^pho (?:truong phong|chanh van phong|giam doc|truong ban)(?: .*)? phu trach(?: (?:phong|don vi|van phong))?$/;
const LEADER_TITLES = /^(?:pho )?chu tich(?:$| (?:ubnd|uy ban nhan dan)\b)/;

/**
 * The role column decides; a blank one follows from the title, as far as the title is plain. Null for words that are
 * no role: rights are never guessed from them.
 */
export function roleIn(words: string, title: string): RoleSaid | null {
  const role = fold(words);
  if (role === '') return roleOfTitle(fold(title));
  if (/^(?:lanh dao don vi|lanh dao phong|truong phong|phu trach phong|truong don vi)$/.test(role)) {
    return { role: 'officer', unitHead: true };
  }
  // A deputy is reminded as any officer: overdue tasks are the head's.
  if (/^pho (?:truong )?(?:phong|ban|don vi)$|^pho (?:chanh van phong|giam doc|truong phong)$/.test(role))
    return { role: 'officer', unitHead: false };
  const unitHead = /^truong |^chanh /.test(fold(title));
  if (/^(?:can bo|cong chuc|vien chuc|chuyen vien|nhan vien)$/.test(role))
    return { role: 'officer', unitHead: false };
  if (/^(?:lanh dao|lanh dao co quan|lanh dao ubnd)$/.test(role)) return { role: 'leader', unitHead: false };
  if (/^(?:dau moi|can bo dau moi|quan tri)$/.test(role)) return { role: 'clerk', unitHead };
  return null;
}

function roleOfTitle(title: string): RoleSaid {
  if (LEADER_TITLES.test(title)) return { role: 'leader', unitHead: false };
  return { role: 'officer', unitHead: HEAD_TITLES.test(title) };
}
