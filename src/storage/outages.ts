import type { PlatformName } from '../services/ports/messenger.ts';
import type { OutageKind, Outages } from '../services/ports/outages.ts';
import type { Db } from './client.ts';

export function outages(db: Db): Outages {
  return {
    async begin(platform, kind, at) {
      const begun = await db.outage.createMany({
        data: [{ platform, kind, since: at }],
        skipDuplicates: true,
      });
      if (begun.count > 0) return { since: at, isNew: true };
      const changed = await db.outage.updateMany({
        where: { platform, kind: { not: kind } },
        data: { kind },
      });
      const row = await db.outage.findUnique({ where: { platform } });
      return { since: row?.since ?? at, isNew: changed.count > 0 };
    },
    async end(platform, kind) {
      await db.outage.deleteMany({ where: { platform, ...(kind ? { kind } : {}) } });
    },
    async present() {
      const rows = await db.outage.findMany();
      return new Map(
        rows.map(({ platform, kind, since }) => [
          platform as PlatformName,
          { kind: kind as OutageKind, since },
        ]),
      );
    },
  };
}
