import type { Day } from '../../domain/day.ts';
import type { EvidenceGiven } from '../../domain/evidence.ts';

export type EvidenceKept = EvidenceGiven | { kind: 'file'; value: string; name: string | null };

export interface NewReport {
  occurrenceId: number;
  /** Null when a report of results says it. */
  memberId: number | null;
  /** The lead units it speaks for; empty when the task names none. */
  unitIds: number[];
  text: string;
  at: Date;
  updateId: number | null;
  evidence: EvidenceKept[];
}

export interface Reports {
  add(report: NewReport): Promise<void>;
  /** What a member has reported since then, the latest first. */
  ofMember(memberId: number, since: Date): Promise<OwnReport[]>;
  ofTask(taskId: number): Promise<ReportRecord[]>;
  /** Those on its present tasks, in the order in which they came. */
  ofOrganization(organizationId: number): Promise<ReportRecord[]>;
  /** Marks the occurrence as reported by all who owe it. */
  complete(occurrenceId: number, on: Day): Promise<void>;
}

export interface OwnReport {
  taskId: number;
  occurrenceId: number;
  /** The message that it was made with; null for one from the shell. */
  updateId: number | null;
}

export interface ReportRecord {
  taskId: number;
  occurrenceId: number;
  /** Null when a report of results says it. */
  memberName: string | null;
  text: string;
  at: Date;
  evidence: EvidenceKept[];
}
