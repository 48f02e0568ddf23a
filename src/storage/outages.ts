import type { PlatformName } from '../services/ports/messenger.ts';
import type { Outages } from '../services/ports/outages.ts';
import type { Db } from './client.ts';

export function outages(db: Db): Outages {
  return {
    async begin(platform, at) {
      await db.outage.createMany({ data: [{ platform, since: at }], skipDuplicates: true });
      return (await db.outage.findUnique({ where: { platform } }))?.since ?? at;
    },
    async end(platform) {
      await db.outage.deleteMany({ where: { platform } });
    },
    async present() {
      const rows = await db.outage.findMany();
      return new Map(rows.map((row) => [row.platform as PlatformName, row.since]));
    },
  };
}
