import type { AuditLog } from '../services/ports/audit-log.ts';
import { asJson, type Db } from './client.ts';

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
  };
}
