import type { Day } from '../../domain/day.ts';

export type ExtensionState = 'asked' | 'granted' | 'refused' | 'withdrawn';

/** Gia hạn: a new last day for one occurrence, asked for with a reason. */
export interface Extension {
  id: number;
  occurrenceId: number;
  /** Who asks. */
  memberId: number;
  askedDay: Day;
  reason: string;
  state: ExtensionState;
  askedAt: Date;
  /** Null as long as it is asked. */
  decidedById: number | null;
}

export type NewExtension = Pick<Extension, 'occurrenceId' | 'memberId' | 'askedDay' | 'reason'>;

export interface Extensions {
  ask(extension: NewExtension, at: Date): Promise<Extension>;
  byId(id: number): Promise<Extension | null>;
  /**
   * Nobody has decided on it, and somebody still can: its occurrence is open and the day asked for not over. The oldest
   * where there should be several.
   */
  openOfTask(taskId: number, today: Day): Promise<Extension | null>;
  openOfOffice(organizationId: number, today: Day): Promise<Extension[]>;
  /** What nobody has decided on is withdrawn: all of the task, or one member's. @returns what it was */
  withdraw(taskId: number, memberId?: number): Promise<Extension[]>;
  /** Asked again, as if nobody had decided on it or taken it back; or taken back. */
  setState(id: number, state: 'asked' | 'withdrawn'): Promise<void>;
  decide(id: number, state: 'granted' | 'refused', memberId: number, at: Date): Promise<void>;
}
