import type { ChangeMade } from '../ports/changes.ts';
import type { Store } from '../ports/store.ts';

/** What nobody can take back: it has gone out to others, or has put something else back. */
export type DoneForGood = { kind: 'press' | 'question' } | { kind: 'undo'; made: ChangeMade };

const GONE_OUT: Readonly<Record<string, 'press' | 'question'>> = {
  'note-press': 'press',
  'note-question': 'question',
};

/** Of the versions of a message, the latest first, what the latest that did anything of the kind has done. */
export async function doneForGood(store: Store, versions: { id: number }[]): Promise<DoneForGood[]> {
  for (const { id } of versions) {
    const done: DoneForGood[] = [];
    for (const { action, subject } of await store.audit.ofUpdate(id)) {
      const kind = GONE_OUT[action];
      if (kind !== undefined && !done.some((one) => one.kind === kind)) done.push({ kind });
      if (action !== 'undo') continue;
      const change = await store.changes.byId(Number(subject.replace('change:', '')));
      // What an earlier version did was undone by the editing itself.
      if (change && versions.every((one) => one.id !== change.updateId)) {
        done.push({ kind: 'undo', made: change.made });
      }
    }
    if (done.length > 0) return done;
  }
  return [];
}
