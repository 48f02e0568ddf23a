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
  const [board, plans, reports] = await Promise.all([
    officeBoard(store, organizationId),
    store.plans.ofOrganization(organizationId),
    store.reports.ofOrganization(organizationId),
  ]);
  return { board, plans, reports };
}
