export interface AuditEntry {
  organizationId: number | null;
  at: Date;
  /** Null: the shell or the clock did it. */
  memberId: number | null;
  updateId: number | null;
  action: string;
  subject: string;
  before?: unknown;
  after?: unknown;
}

export interface AuditLog {
  add(entry: AuditEntry): Promise<void>;
}
