import type { Absence } from '../../domain/absence.ts';
import type { Day } from '../../domain/day.ts';

export type NewAbsence = Omit<Absence, 'id'> & { organizationId: number; recordedById: number };

export interface Absences {
  add(absence: NewAbsence, at: Date): Promise<Absence>;
  /** Those that stand and are not over on that day, by first day. */
  ofOffice(organizationId: number, from: Day): Promise<Absence[]>;
  byId(id: number): Promise<(Absence & { cancelled: boolean }) | null>;
  setCancelled(id: number, cancelled: boolean): Promise<void>;
}
