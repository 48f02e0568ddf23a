import type { EvidenceKept, Reports } from '../services/ports/reports.ts';
import type { Db } from './client.ts';

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
    async ofTask(taskId) {
      const rows = await db.report.findMany({
        where: { occurrence: { taskId } },
        orderBy: { id: 'asc' },
        include: { member: { select: { name: true } }, evidence: { orderBy: { id: 'asc' } } },
      });
      return rows.map((row) => ({
        occurrenceId: row.occurrenceId,
        memberName: row.member?.name ?? null,
        text: row.text,
        at: row.reportedAt,
        evidence: row.evidence.map(
          ({ kind, value, name }): EvidenceKept =>
            kind === 'file' ? { kind, value, name } : { kind, value },
        ),
      }));
    },
    async complete(id, on) {
      await db.occurrence.update({ where: { id }, data: { state: 'reported', reportedOn: on } });
    },
  };
}
