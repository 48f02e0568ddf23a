import type { Day } from './day.ts';
import { officeDayAt } from './day.ts';
import { leadUnitIds, type OccurrenceState, type Task } from './task.ts';

/**
 * - `waiting`: counts only once somebody has accepted it.
 * - `counted`: counts, and may still be returned.
 * - `accepted`: counts, and its reporter may not take it back any more.
 * - `returned`, `withdrawn`: counts no longer; kept as history.
 */
export type ReportState = 'waiting' | 'counted' | 'accepted' | 'returned' | 'withdrawn';

/** In these states a report stands: its unit owes none. */
export const STANDING = ['waiting', 'counted', 'accepted'] as const;

export function stands(state: ReportState): state is (typeof STANDING)[number] {
  return STANDING.some((one) => one === state);
}

/** What of a report decides on its occurrence. */
export interface ReportFigures {
  state: ReportState;
  /** The lead units it speaks for; empty when the task names none. */
  unitIds: number[];
  at: Date;
  /** The state in which it found the occurrence. */
  found: 'open' | 'past';
}

/** The units that have reported, and those of them whose report is still to be accepted. */
export function unitsReported(reports: Pick<ReportFigures, 'state' | 'unitIds'>[]): {
  reportedBy: number[];
  waitingFor: number[];
} {
  const standing = reports.filter(({ state }) => stands(state));
  const reportedBy = [...new Set(standing.flatMap(({ unitIds }) => unitIds))];
  const counted = new Set(
    standing.filter(({ state }) => state !== 'waiting').flatMap(({ unitIds }) => unitIds),
  );
  return { reportedBy, waitingFor: reportedBy.filter((unitId) => !counted.has(unitId)) };
}

/** Whose reports make an occurrence done. */
export interface OwedBy extends Pick<Task, 'leads'> {
  /**
   * The units that led the task when all of them had reported, where it was given to others afterwards: what was done stays
   * done. Null: none have.
   */
  formerLeads: number[] | null;
}

/**
 * How an occurrence stands by all the reports it ever had, in the order in which they came: what it is does not depend on
 * the way on which it came there, so that a report that was taken back leaves no trace.
 */
export function occurrenceByReports(
  owedBy: OwedBy,
  reports: ReportFigures[],
): { state: OccurrenceState; reportedOn: Day | null } {
  const at = completedAt(owedBy, reports);
  if (at === null) return { state: reports[0]?.found ?? 'open', reportedOn: null };
  const counted = reports.filter(({ state }) => state !== 'waiting');
  return {
    state: completedAt(owedBy, counted) === null ? 'waiting' : 'reported',
    reportedOn: officeDayAt(at),
  };
}

/** When the last of those who owe it has reported; null while somebody still owes it. */
export function completedAt({ leads, formerLeads }: OwedBy, reports: ReportFigures[]): Date | null {
  const standing = reports.filter(({ state }) => stands(state));
  // Of a date that nobody was asked about, whoever tells of it tells enough.
  const isOwed = reports[0]?.found !== 'past';
  const at = allReportedAt(isOwed ? leadUnitIds({ leads }) : [], standing);
  return at ?? (formerLeads && allReportedAt(formerLeads, standing));
}

/** @param owedBy nobody: any report will do */
function allReportedAt(owedBy: number[], standing: ReportFigures[]): Date | null {
  const needed =
    owedBy.length === 0
      ? [standing[0]]
      : owedBy.map((unitId) => standing.find(({ unitIds }) => unitIds.includes(unitId)));
  const times = needed.flatMap((report) => report?.at.getTime() ?? []);
  return times.length < needed.length ? null : new Date(Math.max(...times));
}
