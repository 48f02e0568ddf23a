import type { AuditEntry } from '../ports/audit-log.ts';
import type { Change, ChangeMade } from '../ports/changes.ts';
import type { Store } from '../ports/store.ts';

/** Who changes something in their office, with which message, and when. */
export type Doer = Pick<Change, 'organizationId' | 'memberId' | 'updateId' | 'at'>;

/** What the audit log says of it; the action is the change's kind where it has no name of its own there. */
type Said = Pick<AuditEntry, 'subject' | 'before' | 'after'> & { action?: string };

/** What can be undone and what is kept for ever are written together: the one way in which a change comes into the ledger. */
export async function recordChange(
  store: Store,
  { organizationId, memberId, updateId, at }: Doer,
  made: ChangeMade,
  said: Said,
): Promise<void> {
  const by = { organizationId, memberId, updateId, at };
  await store.changes.add({ ...by, made });
  await store.audit.add({ action: made.kind, ...by, ...said });
}
