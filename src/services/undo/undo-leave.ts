import type { LeaveRecorded } from '../ports/changes.ts';
import type { Undoing } from './undoing.ts';

/** Nobody is away; what had been said of those days before stands again. */
export const undoLeave: Undoing<LeaveRecorded> = {
  async builtOn({ store }, { absenceId }) {
    const absence = await store.absences.byId(absenceId);
    return absence && !absence.cancelled ? null : { kind: 'changed', by: null };
  },
  async putBack({ store }, { absenceId, cancelled }) {
    await store.absences.setCancelled(absenceId, true);
    for (const id of cancelled) await store.absences.setCancelled(id, false);
  },
};
