import type { Chat, Chats } from '../services/ports/chats.ts';
import type { PlatformName, UnreachableReason } from '../services/ports/messenger.ts';
import type { Db } from './client.ts';
import type { Chat as ChatRow, Unreachable } from './generated/client.ts';

/** With the choice of the person whose chat it is. */
const withChoice = { include: { member: { select: { channel: true } } } } as const;

export function chats(db: Db): Chats {
  /** In whichever topic of a group: what one of them is bound to, all may speak of. */
  async function withOffice(chat: Chat): Promise<Chat> {
    if (chat.kind !== 'group' || chat.organizationId !== null) return chat;
    const bound = await db.chat.findMany({
      where: { platform: chat.platform, externalId: chat.address.id, organizationId: { not: null } },
      distinct: ['organizationId'],
      select: { organizationId: true },
    });
    const [one, another] = bound;
    return one && !another ? { ...chat, organizationId: one.organizationId } : chat;
  }

  return {
    async at({ platform, chat }) {
      const threadId = chat.threadId ?? '';
      const title = chat.title ?? '';
      const where = { platform_externalId_threadId: { platform, externalId: chat.id, threadId } };
      let row = await db.chat.findUnique({ where, ...withChoice });
      if (row === null) {
        const data = [{ platform, externalId: chat.id, threadId, kind: chat.kind, title }];
        // Somebody else may see it first at the same moment.
        await db.chat.createMany({ data, skipDuplicates: true });
        row = await db.chat.findUniqueOrThrow({ where, ...withChoice });
      }
      if (title !== '' && title !== row.title) {
        row = await db.chat.update({ where, data: { title }, ...withChoice });
      }
      return withOffice(toChat(row));
    },
    async byId(id) {
      return withOffice(toChat(await db.chat.findUniqueOrThrow({ where: { id }, ...withChoice })));
    },
    async ofOrganization(organizationId) {
      const rows = await db.chat.findMany({
        where: { organizationId },
        orderBy: { id: 'asc' },
        ...withChoice,
      });
      return rows.map(toChat);
    },
    async bindToOffice(id, organizationId, unitId) {
      const { platform, externalId, ...former } = await db.chat.findUniqueOrThrow({ where: { id } });
      const data = { organizationId, unitId, unreachable: null, unreachableAt: null };
      await db.chat.update({ where: { id }, data });
      const before = { organizationId: former.organizationId, unitId: former.unitId };
      if (organizationId === null) return { before, replaced: [] };
      // In each group there is one place for it.
      const where = { platform, externalId, organizationId, unitId, id: { not: id } };
      const replaced = await db.chat.findMany({ where, select: { id: true } });
      await db.chat.updateMany({ where, data: { organizationId: null, unitId: null } });
      return { before, replaced: replaced.map((chat) => chat.id) };
    },
    async bindToMember(id, { id: memberId, organizationId }) {
      // An account that the person has given up must hear nothing more of the office.
      const { platform } = await db.chat.findUniqueOrThrow({ where: { id }, select: { platform: true } });
      await db.chat.updateMany({
        where: { memberId, platform, id: { not: id } },
        data: { memberId: null, organizationId: null },
      });
      await db.chat.update({
        where: { id },
        data: { memberId, organizationId, unreachable: null, unreachableAt: null },
      });
    },
    async setReachable(id, unreachable) {
      await db.chat.update({
        where: { id },
        data: {
          unreachable: unreachable ? stored(unreachable.why) : null,
          unreachableAt: unreachable?.at ?? null,
        },
      });
    },
    async move(platform, from, to) {
      const moved = await db.chat.findMany({ where: { platform, externalId: from } });
      for (const { id, threadId, organizationId } of moved) {
        const taken = { platform_externalId_threadId: { platform, externalId: to, threadId } };
        const other = await db.chat.findUnique({ where: taken });
        if (other) {
          // The new group has spoken already: what waits for it goes where the office has been bound.
          await db.notice.updateMany({ where: { chatId: other.id }, data: { chatId: id } });
          await db.chat.delete({ where: { id: other.id } });
        }
        const bound =
          other && organizationId === null
            ? { organizationId: other.organizationId, unitId: other.unitId }
            : {};
        await db.chat.update({ where: { id }, data: { externalId: to, ...bound } });
      }
    },
  };
}

/** The database's names have no hyphen. */
function stored(why: UnreachableReason): Unreachable {
  return why.replace('-', '_') as Unreachable;
}

function toChat(row: ChatRow & { member: { channel: string | null } | null }): Chat {
  const { id, kind, title, organizationId, unitId, memberId } = row;
  return {
    id,
    platform: row.platform as PlatformName,
    address: row.threadId === '' ? { id: row.externalId } : { id: row.externalId, threadId: row.threadId },
    kind,
    title,
    organizationId,
    unitId,
    memberId,
    preferred: row.member !== null && row.member.channel === row.platform,
    reachable: row.unreachable === null,
    unreachable: row.unreachable === null ? null : (row.unreachable.replace('_', '-') as UnreachableReason),
  };
}
