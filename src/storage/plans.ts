import type { Deadline } from '../domain/deadline/deadline.ts';
import type { PlannedTask, PlanRecord, Plans } from '../services/ports/plans.ts';
import { boardOf } from './board.ts';
import { asJson, type Db } from './client.ts';
import type { Plan } from './generated/client.ts';

export function plans(db: Db): Plans {
  return {
    async byKey(organizationId, key) {
      const row = await db.plan.findUnique({ where: { organizationId_key: { organizationId, key } } });
      return row && toPlan(row);
    },
    async save(organizationId, { key, ...facts }, at, trackedFrom) {
      const row = await db.plan.upsert({
        where: { organizationId_key: { organizationId, key } },
        create: { organizationId, key, ...facts, importedAt: at, trackedFrom },
        update: { ...facts, importedAt: at },
      });
      return toPlan(row);
    },
    async tasksOf(planId) {
      const rows = await db.task.findMany({ where: { planId }, orderBy: { number: 'asc' } });
      return rows.map(({ id, key, fingerprint, number, active, deadline, setInsteadOf }) => ({
        id,
        key,
        fingerprint,
        number,
        active,
        setDeadline:
          setInsteadOf === null
            ? null
            : { deadline: deadline as unknown as Deadline, insteadOf: setInsteadOf },
      }));
    },
    async highestNumber(organizationId) {
      const { _max } = await db.task.aggregate({ where: { organizationId }, _max: { number: true } });
      return _max.number ?? 0;
    },
    async addTask(plan, task, number, position) {
      const { id } = await db.task.create({
        data: {
          organizationId: plan.organizationId,
          planId: plan.id,
          year: plan.year,
          number,
          key: task.key,
          ...taskColumns(task, position),
          deadline: asJson(task.deadline),
          assignments: { create: assignmentsOf(task) },
        },
        select: { id: true },
      });
      return id;
    },
    async updateTask(id, task, position, keepsDeadline) {
      await db.task.update({
        where: { id },
        data: {
          ...taskColumns(task, position),
          ...(keepsDeadline ? {} : { deadline: asJson(task.deadline), setInsteadOf: null }),
          active: true,
          assignments: { deleteMany: {}, create: assignmentsOf(task) },
        },
      });
    },
    async setDeadline(id, deadline) {
      const task = await db.task.findUniqueOrThrow({ where: { id } });
      const insteadOf = task.setInsteadOf ?? (task.deadline as unknown as Deadline).text;
      await db.task.update({ where: { id }, data: { deadline: asJson(deadline), setInsteadOf: insteadOf } });
    },
    async dropTask(id) {
      await db.task.update({ where: { id }, data: { active: false } });
    },
    board: (organizationId) => boardOf(db, organizationId),
    async leadUnitsOfOccurrence(occurrenceId) {
      const rows = await db.assignment.findMany({
        where: { role: 'lead', unitId: { not: null }, task: { occurrences: { some: { id: occurrenceId } } } },
        select: { unitId: true },
      });
      return rows.flatMap(({ unitId }) => (unitId === null ? [] : [unitId]));
    },
    async addOccurrences(taskId, dates) {
      const { count } = await db.occurrence.createMany({
        data: dates.map((date) => ({ ...date, taskId })),
        skipDuplicates: true,
      });
      return count;
    },
    async removeOccurrencesExcept(taskId, keys) {
      await db.occurrence.deleteMany({
        where: { taskId, key: { notIn: keys }, state: { not: 'reported' }, reports: { none: {} } },
      });
    },

    async saveDraft({ content, ...draft }, at) {
      const { id } = await db.draft.create({ data: { ...draft, content: asJson(content), createdAt: at } });
      return { id, content, ...draft };
    },
    openDraft(memberId, id) {
      return db.draft.findFirst({
        where: { memberId, decidedAt: null, ...(id === null ? {} : { id }) },
        orderBy: { id: 'desc' },
      });
    },
    async closeDraft(id, at) {
      await db.draft.update({ where: { id }, data: { decidedAt: at } });
    },
  };
}

function taskColumns(task: PlannedTask, position: number) {
  const { fingerprint, rowNo, section, title, product, source } = task;
  return {
    fingerprint,
    position,
    rowNo,
    section,
    title,
    product,
    source: asJson(source),
  };
}

function assignmentsOf({ leads, supports }: PlannedTask) {
  return [
    ...leads.map((unit) => ({ ...unit, role: 'lead' as const })),
    ...supports.map((unit) => ({ ...unit, role: 'support' as const })),
  ];
}

function toPlan(row: Plan): PlanRecord {
  const { id, organizationId, key, number, issuedOn, issuer, title, year, trackedFrom } = row;
  return { id, organizationId, key, number, issuedOn, issuer, title, year, trackedFrom };
}
