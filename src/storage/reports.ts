import type { EvidenceKept, ReportRecord, Reports } from '../services/ports/reports.ts';
import type { Db } from './client.ts';
import type { Prisma } from './generated/client.ts';

export function reports(db: Db): Reports {
  return {
    async add({ occurrenceId, memberId, unitIds, text, at, updateId, evidence }) {
      await db.report.create({
        data: {
          occurrenceId,
          memberId,
          unitIds,
          text,
          reportedAt: at,
          updateId,
          evidence: {
            create: evidence.map((item) => ({
              kind: item.kind,
              value: item.value,
              name: item.kind === 'file' ? item.name : null,
            })),
          },
        },
      });
    },
    async ofMember(memberId, since) {
      const rows = await db.report.findMany({
        where: { memberId, reportedAt: { gte: since }, occurrence: { task: { active: true } } },
        orderBy: { id: 'desc' },
        select: { occurrenceId: true, updateId: true, occurrence: { select: { taskId: true } } },
      });
      return rows.map(({ occurrence, ...row }) => ({ ...row, taskId: occurrence.taskId }));
    },
    async ofTask(taskId) {
      return (await db.report.findMany({ ...WHOLE, where: { occurrence: { taskId } } })).map(toRecord);
    },
    async ofOrganization(organizationId) {
      const where = { occurrence: { task: { organizationId, active: true } } };
      return (await db.report.findMany({ ...WHOLE, where })).map(toRecord);
    },
    async complete(id, on) {
      await db.occurrence.update({ where: { id }, data: { state: 'reported', reportedOn: on } });
    },
  };
}

const WHOLE = {
  orderBy: { id: 'asc' },
  include: {
    occurrence: { select: { taskId: true } },
    member: { select: { name: true } },
    evidence: { orderBy: { id: 'asc' } },
  },
} satisfies Prisma.ReportFindManyArgs;

function toRecord(row: Prisma.ReportGetPayload<typeof WHOLE>): ReportRecord {
  return {
    taskId: row.occurrence.taskId,
    occurrenceId: row.occurrenceId,
    memberName: row.member?.name ?? null,
    text: row.text,
    at: row.reportedAt,
    evidence: row.evidence.map(
      ({ kind, value, name }): EvidenceKept => (kind === 'file' ? { kind, value, name } : { kind, value }),
    ),
  };
}
