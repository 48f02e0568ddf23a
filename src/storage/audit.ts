import type { AuditLog, TaskDeed } from '../services/ports/audit-log.ts';
import { asJson, type Db } from './client.ts';
import { storedChange } from './stored-change.ts';
import { decoded } from './stored-json.ts';

export function auditLog(db: Db): AuditLog {
  return {
    async add({ before, after, ...entry }) {
      await db.auditEntry.create({
        data: {
          ...entry,
          ...(before === undefined ? {} : { before: asJson(before) }),
          ...(after === undefined ? {} : { after: asJson(after) }),
        },
      });
    },
    ofUpdate: (updateId) =>
      db.auditEntry.findMany({
        where: { updateId },
        orderBy: { id: 'asc' },
        select: { action: true, subject: true },
      }),
    async ofTask({ id, number }) {
      const { organizationId, planId } = await db.task.findUniqueOrThrow({ where: { id } });
      const rows = await db.auditEntry.findMany({
        where: {
          organizationId,
          OR: [
            { subject: `task:${id}` },
            { subject: { startsWith: `task:${id} ` } },
            { action: 'undo', before: { path: ['taskId'], equals: id } },
            { action: 'import-plan', subject: `plan:${planId}` },
          ],
        },
        orderBy: { id: 'asc' },
      });
      const names = await namesOf(
        db,
        rows.flatMap(({ memberId }) => memberId ?? []),
      );
      return rows
        .filter(({ action, after }) => action !== 'import-plan' || isTouched(after, number))
        .map(
          ({ id, at, action, memberId, subject, before, after }): TaskDeed => ({
            at,
            action,
            memberName: memberId === null ? null : (names.get(memberId) ?? null),
            occurrenceId: Number(/ occurrence:(\d+)$/.exec(subject)?.[1] ?? 0) || null,
            undone: action === 'undo' ? decoded(storedChange, before, `Undoing ${id}`) : null,
            after,
          }),
        );
    },
  };
}

/** Of whoever has left the office too. */
async function namesOf(db: Db, ids: number[]): Promise<Map<number, string>> {
  const rows = await db.member.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** An import names the numbers of the tasks that it has added, changed, left out and dropped. */
function isTouched(after: unknown, number: number): boolean {
  if (typeof after !== 'object' || after === null) return false;
  return Object.values(after).some((numbers) => Array.isArray(numbers) && numbers.includes(number));
}
