import type { Day } from '../../domain/day.ts';
import type { EvidenceGiven } from '../../domain/evidence.ts';
import type { ReportFigures, ReportState } from '../../domain/report.ts';
import type { OccurrenceState } from '../../domain/task.ts';

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
  state: Extract<ReportState, 'waiting' | 'counted' | 'accepted'>;
  found: 'open' | 'past';
}

export interface Reports {
  /** @returns its id. */
  add(report: NewReport): Promise<number>;
  byId(id: number): Promise<ReportRecord | null>;
  /** What a member has reported since then and still stands, the latest first. */
  ofMember(memberId: number, since: Date): Promise<OwnReport[]>;
  /** All there ever were, in the order in which they came. */
  ofTask(taskId: number): Promise<ReportRecord[]>;
  /** Those on its present tasks that stand, in the order in which they came. */
  ofOrganization(organizationId: number): Promise<ReportRecord[]>;
  /** Those of them that wait to be accepted, or have come since then; null: that wait. */
  toReview(organizationId: number, since: Date | null): Promise<ReportRecord[]>;
  /** @param answer who accepted or returned it, and why; null: nobody has */
  setState(id: number, state: ReportState, answer: ReportAnswer | null): Promise<void>;
  /** Marks how the occurrence stands by its reports. */
  settle(occurrenceId: number, stands: { state: OccurrenceState; reportedOn: Day | null }): Promise<void>;
}

export interface OwnReport {
  taskId: number;
  occurrenceId: number;
  /** The message that it was made with; null for one from the shell. */
  updateId: number | null;
}

export interface ReportAnswer {
  memberId: number;
  at: Date;
  reason: string | null;
}

export interface ReportRecord extends ReportFigures {
  id: number;
  taskId: number;
  occurrenceId: number;
  /** Null when a report of results says it. */
  memberId: number | null;
  memberName: string | null;
  text: string;
  at: Date;
  updateId: number | null;
  evidence: EvidenceKept[];
  /** Who has accepted or returned it, and why. */
  answer: (ReportAnswer & { name: string }) | null;
}
