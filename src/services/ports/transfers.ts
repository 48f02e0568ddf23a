export type TransferState = 'asked' | 'accepted' | 'refused' | 'withdrawn';

/** Chuyển xử lý: a unit says that a task is another's. */
export interface Transfer {
  id: number;
  taskId: number;
  /** Who asks. */
  memberId: number;
  fromUnitId: number;
  /** Null: whose it is the clerk must know. */
  toUnitId: number | null;
  state: TransferState;
  askedAt: Date;
  /** Null as long as it is asked. */
  decidedById: number | null;
}

export type NewTransfer = Pick<Transfer, 'taskId' | 'memberId' | 'fromUnitId' | 'toUnitId'>;

export interface Transfers {
  ask(transfer: NewTransfer, at: Date): Promise<Transfer>;
  byId(id: number): Promise<Transfer | null>;
  /** Nobody has answered, and the unit that asks still leads the task. The oldest first. */
  openOfTask(taskId: number): Promise<Transfer[]>;
  openOfOffice(organizationId: number): Promise<Transfer[]>;
  /** Asked again, as if nobody had answered or taken it back; or taken back. */
  setState(id: number, state: 'asked' | 'withdrawn'): Promise<void>;
  decide(id: number, state: 'accepted' | 'refused', memberId: number, at: Date): Promise<void>;
}
