import type { Deadline } from '../domain/deadline/deadline.ts';
import { unitsReported } from '../domain/report.ts';
import type { AssignedUnit, OccurrenceState, Task } from '../domain/task.ts';
import type { Db } from './client.ts';
import type { Prisma } from './generated/client.ts';
import { IN_SIGHT, STANDS } from './standing.ts';

/** The active tasks of an office, or one of them, with everything that a reminder, a list or a statistic asks about them. */
export async function boardOf(
  db: Db,
  organizationId: number,
  only: Prisma.TaskWhereInput = {},
): Promise<Task[]> {
  const rows = await db.task.findMany({
    // Steps go with the task that a clerk has left out.
    where: {
      ...only,
      organizationId,
      active: true,
      OR: [{ partOfId: null }, { partOf: { leftOut: false } }],
    },
    orderBy: [{ year: 'asc' }, { number: 'asc' }],
    include: {
      plan: { select: { trackedFrom: true } },
      partOf: { select: { number: true } },
      assignments: { orderBy: { id: 'asc' } },
      occurrences: {
        orderBy: [{ lastDay: 'asc' }, { id: 'asc' }],
        where: IN_SIGHT,
        include: {
          reports: { where: STANDS, select: { unitIds: true, state: true } },
        },
      },
    },
  });
  return rows.map(({ id, number, section, title, product, ...row }) => ({
    id,
    number,
    section,
    title,
    product,
    deadline: row.deadline as unknown as Deadline,
    trackedFrom: row.plan.trackedFrom,
    partOf: row.partOf?.number ?? null,
    year: row.year,
    row: { planId: row.planId, no: row.rowNo, position: row.position },
    leads: unitsWithRole(row.assignments, 'lead'),
    supports: unitsWithRole(row.assignments, 'support'),
    occurrences: row.occurrences.map(
      ({ reports, taskId: _, outdated: __, formerLeads: ___, state, ...occurrence }) => ({
        ...occurrence,
        state: state as OccurrenceState,
        ...unitsReported(reports),
      }),
    ),
  }));
}

/** One row a unit, or one for each of its people who are named; shown as one. */
export function unitsWithRole(
  assignments: { role: string; unitId: number | null; memberId: number | null; words: string }[],
  wanted: 'lead' | 'support',
): AssignedUnit[] {
  const units = new Map<string, AssignedUnit>();
  for (const { role, unitId, memberId, words } of assignments) {
    if (role !== wanted) continue;
    const key = `${unitId} ${words}`;
    const { people = [] } = units.get(key) ?? {};
    const named = memberId === null ? people : [...people, memberId];
    units.set(key, { unitId, words, ...(named.length > 0 ? { people: named } : {}) });
  }
  return [...units.values()];
}
