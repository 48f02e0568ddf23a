import type { Member } from '../../domain/member.ts';
import type { Person } from '../ports/offices.ts';
import type { Store } from '../ports/store.ts';

/**
 * The clerk without whom the office would be left: nobody could bring in a plan, or anybody.
 * @param changed people as they would be
 * @returns null where somebody would be one, or nobody is one now
 */
export async function lastClerkLost(
  store: Store,
  organizationId: number,
  changed: readonly Person[],
): Promise<Member | null> {
  const clerks = (await store.offices.members(organizationId)).filter(({ role }) => role === 'clerk');
  const left = clerks.filter(({ id }) => changed.every((one) => one.id !== id));
  const isLeft = left.length > 0 || changed.some(({ active, role }) => active && role === 'clerk');
  return isLeft ? null : (clerks[0] ?? null);
}
