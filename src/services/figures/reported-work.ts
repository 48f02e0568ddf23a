import { type OfficeBoard, officeBoard } from '../office/office-board.ts';
import type { PlanRecord } from '../ports/plans.ts';
import type { ReportRecord } from '../ports/reports.ts';
import type { Store } from '../ports/store.ts';

/** What every figure and every file that goes up is made from. */
export interface ReportedWork {
  board: OfficeBoard;
  plans: PlanRecord[];
  /** Those that stand. */
  reports: ReportRecord[];
}

export async function reportedWork(store: Store, organizationId: number): Promise<ReportedWork> {
  const board = await officeBoard(store, organizationId);
  const plans = await store.plans.ofOrganization(organizationId);
  const reports = await store.reports.ofOrganization(organizationId);
  return { board, plans, reports };
}
