import { newsBetween, type PersonalNews } from '../../domain/giving.ts';
import type { Store } from '../ports/store.ts';

/**
 * Whatever is done to the tasks of an office that is locked, and what it means for whom by name: by what the office
 * follows before and after, so that nothing that is done or put back needs to say so itself.
 */
export async function withNews<Done>(
  store: Store,
  organizationId: number,
  change: () => Promise<Done>,
): Promise<{ done: Done; news: PersonalNews[] }> {
  const before = await store.plans.board(organizationId);
  const done = await change();
  return { done, news: newsBetween(before, await store.plans.board(organizationId)) };
}
