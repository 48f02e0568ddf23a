import type { Deadline } from '../../domain/deadline/deadline.ts';
import type { AssignedUnit } from '../../domain/task.ts';
import type { ReadPlan } from '../ports/documents.ts';

/** A plan as it was read, and what a clerk has said about it since; nothing of it counts before "đồng ý". */
export interface PlanDraft {
  plan: ReadPlan;
  /** By the keys of the planned tasks. */
  corrections: Record<string, Correction>;
  /** Keys of the duties of the text that the clerk wants as tasks, in order. */
  accepted: string[];
  /** A plan of its own, however much it resembles one that the office has. */
  standsAlone: boolean;
  /** Whether tasks of the amended plan that are not in this document are given up; null: as the document suggests. */
  dropsOthers: boolean | null;
  /** What the clerk was shown, as {@link PlanComparison.digest}; only that is what "đồng ý" agrees to. */
  shown: string | null;
}

export interface Correction {
  deadline?: Deadline;
  assignment?: { leads: AssignedUnit[]; supports: AssignedUnit[] | null };
  leftOut?: true;
  /** What the document tells as a result is none. */
  notDone?: true;
}

export function draftOf(plan: ReadPlan): PlanDraft {
  return { plan, corrections: {}, accepted: [], standsAlone: false, dropsOthers: null, shown: null };
}
