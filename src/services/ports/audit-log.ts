/** Who does something, and when. */
export interface Author {
  /** Null: the shell or the clock did it. */
  memberId: number | null;
  /** The message that asked for it, where one did. */
  updateId: number | null;
  at: Date;
}

export interface AuditEntry extends Author {
  organizationId: number | null;
  action: string;
  subject: string;
  before?: unknown;
  after?: unknown;
}

export interface AuditLog {
  add(entry: AuditEntry): Promise<void>;
}
