import { assigneesIn, type Staff } from '../../domain/assignees.ts';
import type { Member } from '../../domain/member.ts';

/** One of the office, by name or position, with the unit behind it or not; or by id, as a button knows them. */
export type Who = string | { id: number };

export type Named =
  | { kind: 'one'; person: Member }
  | { kind: 'nobody'; words: string }
  /** Several go by that name: the asker must choose. */
  | { kind: 'several'; words: string; people: Member[] };

export function memberNamed(who: Who, staff: Staff): Named {
  if (typeof who !== 'string') {
    const person = staff.members.find(({ id }) => id === who.id);
    return person ? { kind: 'one', person } : { kind: 'nobody', words: '' };
  }
  const [found, ...more] = assigneesIn(who, staff);
  if (more.length > 0) return { kind: 'nobody', words: who };
  if (found?.kind === 'person') return { kind: 'one', person: found.person };
  return found?.kind === 'several' && found.people.length > 0
    ? { kind: 'several', words: who, people: found.people }
    : { kind: 'nobody', words: who };
}
