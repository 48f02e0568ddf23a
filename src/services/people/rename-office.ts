import type { Organization } from '../ports/offices.ts';
import type { Store } from '../ports/store.ts';

export type RenameOfficeOutcome = { kind: 'renamed' } | { kind: 'taken'; by: Organization };

/** From the shell, where it is taken back by the former name or code. */
export async function renameOffice(
  store: Store,
  id: number,
  called: Partial<Pick<Organization, 'code' | 'name'>>,
  at: Date,
): Promise<RenameOfficeOutcome> {
  const { code, name } = await store.offices.lock(id);
  const by = (await store.offices.all()).find((other) => other.id !== id && other.code === called.code);
  if (by) return { kind: 'taken', by };
  await store.offices.rename(id, called);
  await store.audit.add({
    organizationId: id,
    memberId: null,
    updateId: null,
    at,
    action: 'rename-office',
    subject: `organization:${id}`,
    before: { code, name },
    after: { code, name, ...called },
  });
  return { kind: 'renamed' };
}
