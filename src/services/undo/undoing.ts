import type { Member } from '../../domain/member.ts';
import type { OfficeRules } from '../office/office-rules.ts';
import type { Change, ChangeMade } from '../ports/changes.ts';
import type { Store } from '../ports/store.ts';
import type { BuiltOn } from './built-on.ts';

export interface UndoRequest {
  organizationId: number;
  /** Null: the shell. */
  by: Member | null;
  /** What one message did is undone as one: by any of its changes, or by the message. */
  of: { change: number } | { update: number };
  updateId: number | null;
  at: Date;
  rules: OfficeRules;
}

export interface UndoContext extends Omit<UndoRequest, 'of'> {
  store: Store;
  change: Change;
}

/**
 * How one kind of change is undone: what would stand against it besides what people have done since, as a newer plan or
 * roster from the shell; and how it is put back.
 */
export interface Undoing<Made extends ChangeMade> {
  builtOn(context: UndoContext, made: Made): Promise<BuiltOn | null>;
  putBack(context: UndoContext, made: Made): Promise<void>;
}
