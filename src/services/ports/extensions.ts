import type { Day } from '../../domain/day.ts';

export type ExtensionState = 'asked' | 'granted' | 'refused';

/** Gia hạn: a new last day for one occurrence, asked for with a reason. */
export interface Extension {
  id: number;
  occurrenceId: number;
  /** Who asks. */
  memberId: number;
  askedDay: Day;
  reason: string;
  state: ExtensionState;
  /** Null as long as it is asked. */
  decidedById: number | null;
}

export type NewExtension = Pick<Extension, 'occurrenceId' | 'memberId' | 'askedDay' | 'reason'>;

export interface Extensions {
  ask(extension: NewExtension, at: Date): Promise<Extension>;
  byId(id: number): Promise<Extension | null>;
  /** Nobody has decided on it; the oldest where there should be several. */
  openOfTask(taskId: number): Promise<Extension | null>;
  openOfOffice(organizationId: number): Promise<Extension[]>;
  decide(id: number, state: 'granted' | 'refused', memberId: number, at: Date): Promise<void>;
}
