import type { Person } from '../ports/offices.ts';
import type { Forgotten } from '../ports/retention.ts';
import type { Store } from '../ports/store.ts';

export type ForgetOutcome =
  | { kind: 'forgotten'; forgotten: Forgotten }
  /** Whoever is on the roster is reminded, and needs an account for that. */
  | { kind: 'still-here' };

/** Somebody who has left is a name beside what they did, and nothing else. It cannot be undone; that it was done is kept. */
export async function forgetMember(store: Store, person: Person, at: Date): Promise<ForgetOutcome> {
  const { id, organizationId } = person;
  await store.offices.lock(organizationId);
  const known = (await store.offices.everybody(organizationId)).find((one) => one.id === id);
  if (!known || known.active) return { kind: 'still-here' };
  const forgotten = await store.retention.forget(id);
  await store.audit.add({
    organizationId,
    memberId: null,
    updateId: null,
    at,
    action: 'forget-member',
    subject: `member:${id}`,
    after: forgotten,
  });
  return { kind: 'forgotten', forgotten };
}
