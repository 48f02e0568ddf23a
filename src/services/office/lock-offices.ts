import type { Store } from '../ports/store.ts';

/** Always in the same order, so that two of them never wait for one another. */
export async function lockOffices(store: Store, ids: readonly number[]): Promise<void> {
  for (const id of [...new Set(ids)].toSorted((one, other) => one - other)) await store.offices.lock(id);
}
