import type { EvidenceKept, ReportRecord, Reports } from '../services/ports/reports.ts';
import type { Db } from './client.ts';
import type { Prisma } from './generated/client.ts';
import { STANDS } from './standing.ts';

export function reports(db: Db): Reports {
  return {
    async add({ occurrenceId, memberId, unitIds, text, at, updateId, evidence, state, found }) {
      const { id } = await db.report.create({
        data: {
          occurrenceId,
          memberId,
          unitIds,
          text,
          reportedAt: at,
          updateId,
          state,
          found,
        },
        select: { id: true },
      });
      if (evidence.length > 0) {
        await db.evidence.createMany({
          data: evidence.map((item) => ({
            reportId: id,
            kind: item.kind,
            value: item.value,
            name: item.kind === 'file' ? item.name : null,
          })),
        });
      }
      return id;
    },
    async byId(id) {
      const row = await db.report.findUnique({ include: WHOLE.include, where: { id } });
      return row && toRecord(row);
    },
    async ofMember(memberId, since) {
      const rows = await db.report.findMany({
        where: {
          memberId,
          reportedAt: { gte: since },
          ...STANDS,
          occurrence: { task: { active: true } },
        },
        orderBy: { id: 'desc' },
        select: { occurrenceId: true, updateId: true, occurrence: { select: { taskId: true } } },
      });
      return rows.map(({ occurrence, ...row }) => ({ ...row, taskId: occurrence.taskId }));
    },
    async ofTask(taskId) {
      return (await db.report.findMany({ ...WHOLE, where: { occurrence: { taskId } } })).map(toRecord);
    },
    async ofOrganization(organizationId) {
      const where = {
        occurrence: { task: { organizationId, active: true } },
        ...STANDS,
      };
      return (await db.report.findMany({ ...WHOLE, where })).map(toRecord);
    },
    async toReview(organizationId, since) {
      const where: Prisma.ReportWhereInput = {
        occurrence: { task: { organizationId, active: true } },
        OR: [{ state: 'waiting' }, ...(since === null ? [] : [{ ...STANDS, reportedAt: { gte: since } }])],
      };
      return (await db.report.findMany({ ...WHOLE, where })).map(toRecord);
    },
    async setState(id, state, answer) {
      await db.report.update({
        where: { id },
        data: {
          state,
          answeredById: answer?.memberId ?? null,
          answeredAt: answer?.at ?? null,
          reason: answer?.reason ?? null,
        },
      });
    },
    async settle(id, stands) {
      await db.occurrence.update({ where: { id }, data: stands });
    },
  };
}

const WHOLE = {
  orderBy: { id: 'asc' },
  include: {
    occurrence: { select: { taskId: true } },
    member: { select: { name: true } },
    answeredBy: { select: { name: true } },
    evidence: { orderBy: { id: 'asc' } },
  },
} satisfies Prisma.ReportFindManyArgs;

function toRecord(row: Prisma.ReportGetPayload<typeof WHOLE>): ReportRecord {
  const { id, occurrenceId, memberId, unitIds, text, updateId, state, answeredAt, reason } = row;
  return {
    id,
    taskId: row.occurrence.taskId,
    occurrenceId,
    memberId,
    memberName: row.member?.name ?? null,
    unitIds,
    text,
    at: row.reportedAt,
    updateId,
    state,
    found: row.found === 'past' ? 'past' : 'open',
    evidence: row.evidence.map(
      ({ kind, value, name }): EvidenceKept => (kind === 'file' ? { kind, value, name } : { kind, value }),
    ),
    answer:
      row.answeredBy && row.answeredById !== null && answeredAt
        ? { memberId: row.answeredById, name: row.answeredBy.name, at: answeredAt, reason }
        : null,
  };
}
