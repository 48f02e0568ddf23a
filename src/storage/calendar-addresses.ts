import type { CalendarAddresses } from '../services/ports/calendar-addresses.ts';
import type { Db } from './client.ts';

export function calendarAddresses(db: Db): CalendarAddresses {
  return {
    async expect(memberId) {
      const none = { handle: null, secretHash: null };
      await db.calendarAddress.upsert({ where: { memberId }, create: { memberId, ...none }, update: none });
    },
    async keep(memberId, address) {
      return (await db.calendarAddress.updateMany({ where: { memberId }, data: address })).count > 0;
    },
    async end(memberId) {
      return (await db.calendarAddress.deleteMany({ where: { memberId } })).count > 0;
    },
    async byHandle(handle) {
      const found = await db.calendarAddress.findFirst({
        where: { handle, member: { active: true } },
        include: { member: { select: { organizationId: true } } },
      });
      if (found === null || found.secretHash === null) return null;
      const { memberId, secretHash, member } = found;
      return { memberId, handle, secretHash, organizationId: member.organizationId };
    },
  };
}
