import type { ChangeMade, SnoozesChange } from '../ports/changes.ts';
import type { Undoing } from './undoing.ts';

type Made<Kind extends ChangeMade['kind']> = Extract<ChangeMade, { kind: Kind }>;

/** What had been said of the same before counts again, and where there was nothing, reminders come as they would have. */
export const undoSnoozes: Undoing<SnoozesChange> = {
  async builtOn() {
    return null;
  },
  async putBack({ store }, { snoozeId, ended }) {
    if (snoozeId !== null) await store.ownReminders.endSnooze(snoozeId);
    for (const id of ended) await store.ownReminders.reinstateSnooze(id);
  },
};

export const undoAppointment: Undoing<Made<'appoint' | 'call-off'>> = {
  async builtOn() {
    return null;
  },
  async putBack({ store }, { kind, appointmentId }) {
    if (kind === 'appoint') await store.ownReminders.endAppointment(appointmentId);
    else await store.ownReminders.reinstateAppointment(appointmentId);
  },
};
