import { type ReportFigures, STANDING, unitsReported } from '../domain/report.ts';
import type { AssignedUnit, Occurrence, OccurrenceKind, Task } from '../domain/task.ts';
import type { DatesInSight } from '../services/ports/planning.ts';
import type { Db } from './client.ts';
import { type Assignment, Prisma } from './generated/client.ts';
import { storedDeadline } from './stored-columns.ts';
import { type OnDamaged, readable } from './stored-json.ts';

/** Which tasks of the board. */
export type BoardPart = { number: number } | { id: number } | { ids: number[] } | { notice: number };

type BoardRow = Pick<
  Task,
  'id' | 'number' | 'section' | 'title' | 'product' | 'year' | 'trackedFrom' | 'partOf'
> & {
  deadline: unknown;
  planId: number;
  rowNo: string;
  position: number;
  assignments: Pick<Assignment, 'role' | 'unitId' | 'memberId' | 'words'>[];
  occurrences: (Omit<Occurrence, 'reportedBy' | 'waitingFor'> & {
    reports: Pick<ReportFigures, 'state' | 'unitIds'>[];
  })[];
};

/**
 * The active tasks of an office, or some of them, with everything that a reminder, a list or a statistic asks about them.
 * A task that cannot be read is left aside, so that the others are reminded of. It is asked for most of all: by hand it takes two thirds of the time that Prisma's own statement does.
 */
export async function boardOf(
  db: Db,
  organizationId: number,
  onDamaged: OnDamaged,
  only?: BoardPart,
): Promise<Task[]> {
  return boardWith(db, organizationId, { meant: isMeant(only), seen: null }, onDamaged);
}

/** Of each task the open dates in sight, and the months' questions for guidance; tasks without any are left out. */
export async function boardInSight(
  db: Db,
  organizationId: number,
  { dueBy, asks }: DatesInSight,
  onDamaged: OnDamaged,
): Promise<Task[]> {
  const kind = (name: OccurrenceKind) => Prisma.sql`${name}::public."OccurrenceKind"`;
  const seen = Prisma.sql`(
    occurrence.kind = ${kind('due')} AND occurrence.state = 'open' AND occurrence."lastDay" <= ${dueBy}
    OR occurrence.kind = ${kind('word')} AND occurrence.state = 'open'
      AND occurrence."lastDay" BETWEEN ${asks.from} AND ${asks.to}
    OR occurrence.kind = ${kind('guidance')}
  )`;
  return boardWith(db, organizationId, { meant: Prisma.sql`true`, seen }, onDamaged);
}

/** @param seen of the dates; null: all of them, and tasks without any too */
async function boardWith(
  db: Db,
  organizationId: number,
  { meant, seen }: { meant: Prisma.Sql; seen: Prisma.Sql | null },
  onDamaged: OnDamaged,
): Promise<Task[]> {
  const standing = Prisma.join(STANDING.map((state) => Prisma.sql`${state}::public."ReportState"`));
  // Each asks for what belongs to it by an index: the embedded database keeps no statistics to choose a better way by.
  const rows = await db.$queryRaw<BoardRow[]>`
    /* prepared */ SELECT * FROM (SELECT task.id, task.number, task.section, task.title, task.product, task.year, task.deadline, task."planId",
      task."rowNo", task.position, plan."trackedFrom", parent.number AS "partOf",
      ARRAY(
        SELECT json_build_object(
          'role', assignment.role, 'unitId', assignment."unitId", 'memberId', assignment."memberId",
          'words', assignment.words
        )
        FROM public."Assignment" AS assignment WHERE assignment."taskId" = task.id ORDER BY assignment.id
      ) AS assignments,
      ARRAY(
        SELECT json_build_object(
          'id', occurrence.id, 'key', occurrence.key, 'kind', occurrence.kind, 'firstDay', occurrence."firstDay",
          'statedDay', occurrence."statedDay", 'lastDay', occurrence."lastDay", 'time', occurrence.time,
          'strictBefore', occurrence."strictBefore", 'state', occurrence.state, 'reportedOn', occurrence."reportedOn",
          'originalDay', occurrence."originalDay", 'reports', reported.reports
        )
        FROM public."Occurrence" AS occurrence
        CROSS JOIN LATERAL (
          SELECT ARRAY(
            SELECT json_build_object('unitIds', report."unitIds", 'state', report.state)
            FROM public."Report" AS report
            WHERE report."occurrenceId" = occurrence.id AND report.state IN (${standing}) ORDER BY report.id
          ) AS reports OFFSET 0
        ) AS reported
        -- Dates that the task has, or that somebody has reported on.
        WHERE occurrence."taskId" = task.id AND ${seen ?? Prisma.sql`true`}
          AND (NOT occurrence.outdated OR cardinality(reported.reports) > 0)
        ORDER BY occurrence."lastDay", occurrence.id
      ) AS occurrences
    FROM public."Task" AS task
    JOIN public."Plan" AS plan ON plan.id = task."planId"
    LEFT JOIN public."Task" AS parent ON parent.id = task."partOfId"
    WHERE task."organizationId" = ${organizationId} AND task.active
      -- Steps go with the task that a clerk has left out.
      AND (parent.id IS NULL OR NOT parent."leftOut") AND ${meant}
    OFFSET 0) AS board
    WHERE ${seen === null} OR cardinality(occurrences) > 0
    ORDER BY year, number`;
  return readable(rows, toTask, onDamaged);
}

function toTask({ planId, rowNo, position, assignments, occurrences, ...task }: BoardRow): Task {
  return {
    ...task,
    deadline: storedDeadline(task),
    row: { planId, no: rowNo, position },
    leads: unitsWithRole(assignments, 'lead'),
    supports: unitsWithRole(assignments, 'support'),
    occurrences: occurrences.map(({ reports, ...occurrence }) => ({
      ...occurrence,
      ...unitsReported(reports),
    })),
  };
}

function isMeant(only: BoardPart | undefined): Prisma.Sql {
  if (only === undefined) return Prisma.sql`true`;
  if ('number' in only) return Prisma.sql`task.number = ${only.number}`;
  if ('ids' in only) return Prisma.sql`task.id = ANY(${only.ids})`;
  if ('id' in only) return Prisma.sql`task.id = ${only.id}`;
  return Prisma.sql`task.id IN (
    SELECT occurrence."taskId" FROM public."Reminder" AS reminder
    JOIN public."Occurrence" AS occurrence ON occurrence.id = reminder."occurrenceId"
    WHERE reminder."noticeId" = ${only.notice}
  )`;
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
