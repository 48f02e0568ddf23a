import type { AssignedUnit } from '../domain/task.ts';
import type {
  KnownTask,
  NewTask,
  PlannedTask,
  PlanRecord,
  Plans,
  TaskStanding,
} from '../services/ports/plans.ts';
import { boardOf, unitsWithRole } from './board.ts';
import { asJson, type Db } from './client.ts';
import { type Plan, Prisma, type Task as TaskRow } from './generated/client.ts';
import { IN_SIGHT, STANDS } from './standing.ts';
import { storedDeadline, storedLeads } from './stored-columns.ts';
import type { OnDamaged } from './stored-json.ts';

export function plans(db: Db, onDamaged: OnDamaged): Plans {
  return {
    async ofOrganization(organizationId) {
      return (await db.plan.findMany({ where: { organizationId }, orderBy: { id: 'asc' } })).map(toPlan);
    },
    async add(organizationId, facts, at, trackedFrom) {
      return toPlan(
        await db.plan.create({ data: { organizationId, ...facts, importedAt: at, trackedFrom } }),
      );
    },
    async update({ id, ...data }) {
      await db.plan.update({ where: { id }, data });
    },
    async tasksOf(planId) {
      const rows = await db.task.findMany({
        where: { planId },
        orderBy: { number: 'asc' },
        include: {
          assignments: { orderBy: { id: 'asc' } },
          occurrences: {
            where: { AND: [IN_SIGHT, { OR: [{ kind: 'due' }, { reports: { some: STANDS } }] }] },
            select: {
              kind: true,
              state: true,
              lastDay: true,
              _count: { select: { reports: { where: STANDS } } },
            },
          },
        },
      });
      return rows.map(toKnownTask);
    },
    async highestNumber(organizationId) {
      const { _max } = await db.task.aggregate({ where: { organizationId }, _max: { number: true } });
      return _max.number ?? 0;
    },
    addTasks: (plan, tasks) => addTasks(db, plan, tasks),
    async addTask(plan, task, place) {
      const [id] = await addTasks(db, plan, [{ task, ...place }]);
      if (id === undefined) throw new Error(`Task #${place.number} was not added`);
      return id;
    },
    async updateTask(id, task, position, kept) {
      await db.task.update({
        where: { id },
        data: {
          ...taskColumns(task, position),
          ...(kept.deadline ? {} : { deadline: asJson(task.deadline), setInsteadOf: null }),
          ...(kept.assignment
            ? {}
            : { givenInsteadOf: null, assignments: { deleteMany: {}, create: assignmentsOf(task) } }),
          active: true,
        },
      });
    },
    async setDeadline(id, deadline) {
      const task = await db.task.findUniqueOrThrow({ where: { id } });
      const insteadOf = task.setInsteadOf ?? storedDeadline(task).text;
      await db.task.update({ where: { id }, data: { deadline: asJson(deadline), setInsteadOf: insteadOf } });
    },
    async assign(id, leads, supports) {
      const task = await db.task.findUniqueOrThrow({ where: { id } });
      const givenInsteadOf = task.givenInsteadOf ?? task.assignedWords;
      await db.task.update({
        where: { id },
        data: {
          givenInsteadOf,
          assignments: { deleteMany: {}, create: assignmentsOf({ leads, supports }) },
        },
      });
    },
    async withUnknownUnits(organizationId) {
      const rows = await db.task.findMany({
        where: { organizationId, assignments: { some: UNKNOWN } },
        orderBy: [{ year: 'asc' }, { number: 'asc' }],
        include: { assignments: { orderBy: { id: 'asc' } }, partOf: { select: { leftOut: true } } },
      });
      return rows.map(({ id, number, active, partOf, assignments }) => ({
        id,
        number,
        isFollowed: active && !partOf?.leftOut,
        leads: unitsWithRole(assignments, 'lead'),
        supports: unitsWithRole(assignments, 'support'),
      }));
    },
    async recognize(id, leads, supports) {
      await db.task.update({
        where: { id },
        data: { assignments: { deleteMany: {}, create: assignmentsOf({ leads, supports }) } },
      });
    },
    async dropTask(id) {
      await db.task.update({ where: { id }, data: { active: false } });
    },
    async freeKeys(ids) {
      for (const id of ids) await db.task.update({ where: { id }, data: { key: `free ${id}` } });
    },
    async leaveOut(id) {
      await db.task.update({ where: { id }, data: { active: false, leftOut: true } });
    },
    async takeBack(id) {
      await db.task.update({ where: { id }, data: { active: true, leftOut: false } });
    },
    leftOut(organizationId) {
      return db.task.findMany({
        where: { organizationId, leftOut: true },
        orderBy: { number: 'asc' },
        select: { id: true, number: true, title: true },
      });
    },
    board: (organizationId) => boardOf(db, organizationId, onDamaged),
    boardOfTasks: (organizationId, ids) => boardOf(db, organizationId, onDamaged, { ids }),
    boardOfNotice: (organizationId, noticeId) => boardOf(db, organizationId, onDamaged, { notice: noticeId }),
    async taskOnBoard(organizationId, which) {
      const [task] = await boardOf(db, organizationId, onDamaged, which);
      return task ?? null;
    },
    async standingOf(id) {
      return toStanding(await db.task.findUniqueOrThrow({ where: { id }, include: WHOLE_STANDING }));
    },
    async standings(organizationId) {
      const rows = await db.task.findMany({
        where: { organizationId },
        orderBy: { number: 'asc' },
        include: WHOLE_STANDING,
      });
      return rows.map((row) => ({ id: row.id, number: row.number, standing: toStanding(row) }));
    },
    async restore(id, { row, deadline, setInsteadOf, givenInsteadOf, active, leftOut, ...standing }) {
      const assignments = { deleteMany: {}, create: assignmentsOf(standing) };
      const columns = { ...row, source: asJson(row.source) };
      const data = { ...columns, setInsteadOf, givenInsteadOf, active, leftOut, assignments };
      await db.task.update({ where: { id }, data: { ...data, deadline: asJson(deadline) } });
      for (const { id: dateId, isChased, formerLeads, ...date } of standing.dates) {
        const found = isChased ? 'open' : 'past';
        const reports = { updateMany: { where: {}, data: { found } } } as const;
        await db.occurrence.update({
          where: { id: dateId },
          data: { ...date, formerLeads: orNull(formerLeads), state: found, reportedOn: null, reports },
        });
      }
    },
    async occurrencesOf(taskId) {
      const rows = await db.occurrence.findMany({
        where: { taskId, ...IN_SIGHT },
        orderBy: [{ lastDay: 'asc' }, { id: 'asc' }],
        omit: { taskId: true, outdated: true, formerLeads: true },
      });
      return rows;
    },
    async keepLeads(id, formerLeads) {
      await db.occurrence.update({ where: { id }, data: { formerLeads } });
    },
    async leadUnitsOfOccurrence(occurrenceId) {
      const rows = await db.assignment.findMany({
        where: { role: 'lead', unitId: { not: null }, task: { occurrences: { some: { id: occurrenceId } } } },
        select: { unitId: true },
      });
      return rows.flatMap(({ unitId }) => (unitId === null ? [] : [unitId]));
    },
    async addOccurrences(taskId, dates) {
      // An insert that meets its key has used up a number all the same, and the planner adds what it sees every minute.
      const rows = await db.occurrence.findMany({
        where: { taskId },
        select: { id: true, key: true, outdated: true, reports: { where: STANDS, select: { id: true } } },
      });
      const known = new Map(rows.map((row) => [row.key, row]));
      const { count } = await db.occurrence.createMany({
        data: dates.filter(({ key }) => !known.has(key)).map((date) => ({ ...date, taskId })),
        skipDuplicates: true,
      });
      const returning = dates.flatMap((date) => {
        const row = known.get(date.key);
        return row?.outdated ? [{ ...row, date }] : [];
      });
      for (const { id, date, reports } of returning) {
        const found = date.state === 'past' ? 'past' : 'open';
        const anew = {
          ...date,
          originalDay: null,
          reportedOn: null,
          formerLeads: orNull(null),
          reports: { updateMany: { where: {}, data: { found } } },
        } as const;
        // What has been reported stays as it is.
        await db.occurrence.update({
          where: { id },
          data: { outdated: false, ...(reports.length > 0 ? {} : anew) },
        });
      }
      return count + returning.length;
    },
    async dropOccurrencesExcept(taskId, keys) {
      await db.occurrence.updateMany({ where: { taskId, key: { notIn: keys } }, data: { outdated: true } });
    },

    async moveOccurrence(id, days) {
      await db.occurrence.update({ where: { id }, data: days });
    },

    async saveDraft({ content, ...draft }, at) {
      const { id } = await db.draft.create({ data: { ...draft, content: asJson(content), createdAt: at } });
      return { id, content, ...draft };
    },
    openDraft(memberId, { id, kind, since }) {
      const isWanted = { ...(id === null ? {} : { id }), ...(kind === undefined ? {} : { kind }) };
      return db.draft.findFirst({
        where: { memberId, decidedAt: null, createdAt: { gte: since }, ...isWanted },
        orderBy: { id: 'desc' },
      });
    },
    async reviseDraft(id, content) {
      await db.draft.update({ where: { id }, data: { content: asJson(content) } });
    },
    async closeDraft(id, at) {
      await db.draft.update({ where: { id }, data: { decidedAt: at } });
    },
    draft(id) {
      return db.draft.findUniqueOrThrow({ where: { id } });
    },
    async reopenDraft(id) {
      await db.draft.update({ where: { id }, data: { decidedAt: null } });
    },
  };
}

const WHOLE_STANDING = {
  assignments: { orderBy: { id: 'asc' } },
  occurrences: {
    orderBy: { id: 'asc' },
    select: {
      id: true,
      lastDay: true,
      originalDay: true,
      outdated: true,
      formerLeads: true,
      state: true,
      extensions: { where: { state: 'asked' }, select: { id: true } },
      reports: { orderBy: { id: 'asc' }, take: 1, select: { found: true } },
    },
  },
} satisfies Prisma.TaskInclude;

function toStanding(row: Prisma.TaskGetPayload<{ include: typeof WHOLE_STANDING }>): TaskStanding {
  const { setInsteadOf, givenInsteadOf, active, leftOut } = row;
  const { key, fingerprint, position, rowNo, section, title, product, assignedWords, source } = row;
  return {
    row: { key, fingerprint, position, rowNo, section, title, product, assignedWords, source },
    deadline: storedDeadline(row),
    setInsteadOf,
    givenInsteadOf,
    active,
    leftOut,
    leads: unitsWithRole(row.assignments, 'lead'),
    supports: unitsWithRole(row.assignments, 'support'),
    dates: row.occurrences.map(({ reports: [first], extensions: _, state, ...date }) => ({
      ...date,
      formerLeads: storedLeads(date),
      isChased: (first?.found ?? state) !== 'past',
    })),
    asked: row.occurrences.flatMap(({ extensions }) => extensions.map((one) => one.id)),
  };
}

async function addTasks(db: Db, plan: PlanRecord, tasks: readonly NewTask[]): Promise<number[]> {
  const rows = await db.task.createManyAndReturn({
    data: tasks.map(({ task, number, position, partOfId }) => ({
      organizationId: plan.organizationId,
      planId: plan.id,
      year: plan.year,
      number,
      partOfId,
      ...taskColumns(task, position),
      deadline: asJson(task.deadline),
    })),
    select: { id: true, number: true },
  });
  const ids = new Map(rows.map(({ id, number }) => [number, id]));
  const added = tasks.flatMap(({ task, number }) => {
    const id = ids.get(number);
    return id === undefined ? [] : [{ id, assignments: assignmentsOf(task) }];
  });
  const assignments = added.flatMap((one) => one.assignments.map((words) => ({ ...words, taskId: one.id })));
  if (assignments.length > 0) await db.assignment.createMany({ data: assignments });
  return added.map(({ id }) => id);
}

/** Words of a plan that nobody was found for. */
const UNKNOWN: Prisma.AssignmentWhereInput = {
  unitId: null,
  memberId: null,
  role: { in: ['lead', 'support'] },
};

function orNull(value: number[] | null) {
  return value ?? Prisma.DbNull;
}

interface KnownRow extends TaskRow {
  assignments: { role: string; unitId: number | null; memberId: number | null; words: string }[];
  occurrences: { kind: string; state: string; lastDay: string; _count: { reports: number } }[];
}

function toKnownTask(row: KnownRow): KnownTask {
  const { id, key, fingerprint, number, rowNo, section, title, active, leftOut, givenInsteadOf } = row;
  const { partOfId, assignedWords, assignments, occurrences } = row;
  const deadline = storedDeadline(row);
  return {
    id,
    key,
    fingerprint,
    number,
    rowNo,
    section,
    title,
    deadline,
    partOfId,
    leads: unitsWithRole(assignments, 'lead'),
    supports: unitsWithRole(assignments, 'support'),
    assignedWords,
    active,
    leftOut,
    hasReports: occurrences.some(({ _count }) => _count.reports > 0),
    openDays: occurrences
      .filter(({ kind, state }) => kind === 'due' && state !== 'reported')
      .map(({ lastDay }) => lastDay),
    setDeadline: row.setInsteadOf === null ? null : { deadline, insteadOf: row.setInsteadOf },
    givenInsteadOf,
  };
}

function taskColumns(task: PlannedTask, position: number) {
  const { key, fingerprint, rowNo, section, title, product, assignedWords, source } = task;
  return {
    key,
    fingerprint,
    position,
    rowNo,
    section,
    title,
    product,
    assignedWords,
    source: asJson(source),
  };
}

function assignmentsOf({ leads, supports }: Pick<PlannedTask, 'leads' | 'supports'>) {
  return [...rowsOf(leads, 'lead'), ...rowsOf(supports, 'support')];
}

function rowsOf(assigned: AssignedUnit[], role: 'lead' | 'support') {
  return assigned.flatMap(({ unitId, words, people = [] }) =>
    (people.length > 0 ? people : [null]).map((memberId) => ({ unitId, memberId, words, role })),
  );
}

function toPlan(row: Plan): PlanRecord {
  const { id, organizationId, key, number, issuedOn, issuer, title, year, trackedFrom, otherNumbers } = row;
  const importedAt = row.importedAt.toISOString();
  return {
    id,
    organizationId,
    key,
    number,
    issuedOn,
    issuer,
    title,
    year,
    trackedFrom,
    otherNumbers,
    importedAt,
  };
}
