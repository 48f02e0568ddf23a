import type { ChangeMade } from '../ports/changes.ts';
import type { Undoing } from './undoing.ts';

type Made<Kind extends ChangeMade['kind']> = Extract<ChangeMade, { kind: Kind }>;

/** Reminders come as if nobody had put them off. */
export const undoSnooze: Undoing<Made<'snooze'>> = {
  async builtOn() {
    return null;
  },
  async putBack({ store }, { snoozeId }) {
    await store.ownReminders.endSnooze(snoozeId);
  },
};

export const undoAppointment: Undoing<Made<'appoint'>> = {
  async builtOn() {
    return null;
  },
  async putBack({ store }, { appointmentId }) {
    await store.ownReminders.endAppointment(appointmentId);
  },
};
