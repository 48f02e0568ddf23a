import type { LeaveEnded, LeaveRecorded } from '../ports/changes.ts';
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

/** Whoever was away is so again, on the days that had been said. */
export const undoLeaveEnd: Undoing<LeaveEnded> = {
  async builtOn({ store }, { cancelled }) {
    for (const id of cancelled) {
      const absence = await store.absences.byId(id);
      if (!absence?.cancelled) return { kind: 'changed', by: null };
    }
    return null;
  },
  async putBack({ store }, { cancelled, shortened }) {
    for (const id of shortened) await store.absences.setCancelled(id, true);
    for (const id of cancelled) await store.absences.setCancelled(id, false);
  },
};
