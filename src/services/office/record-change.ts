import type { AuditEntry, Author } from '../ports/audit-log.ts';
import type { ChangeMade } from '../ports/changes.ts';
import type { Store } from '../ports/store.ts';

/** Who changes something in their office, with which message, and when. */
export interface Doer extends Author {
  organizationId: number;
}

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
  await store.audit.add({ ...by, action: made.kind, ...said });
}
