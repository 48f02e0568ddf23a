import type { TaskNoted } from '../ports/changes.ts';
import type { Undoing } from './undoing.ts';

/** What was said of a task was not said. */
export const undoNote: Undoing<TaskNoted> = {
  async builtOn({ store }, { noteId }) {
    const note = await store.notes.byId(noteId);
    return note === null || note.withdrawn ? { kind: 'changed', by: null } : null;
  },
  async putBack({ store }, { noteId }) {
    await store.notes.setWithdrawn(noteId, true);
  },
};
