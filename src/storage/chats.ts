import type { Chat, Chats, Conversation } from '../services/ports/chats.ts';
import type { PlatformName, UnreachableReason } from '../services/ports/messenger.ts';
import type { Db } from './client.ts';
import type { Chat as ChatRow, Unreachable } from './generated/client.ts';
import {
  type MemberColumns,
  type OrganizationColumns,
  offices,
  toMember,
  toOrganization,
} from './offices.ts';
import type { OnDamaged } from './stored-json.ts';

/** With the choice of the person whose chat it is. */
const withChoice = { include: { member: { select: { channel: true } } } } as const;

export function chats(db: Db, onDamaged: OnDamaged): Chats {
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

  /** In one look, where there is nothing to write and no other topic to ask. */
  async function knownConversation({
    platform,
    chat,
    from,
  }: Parameters<Chats['conversation']>[0]): Promise<Conversation | null> {
    const [row] = await db.$queryRaw<
      {
        chat: ChatColumns | null;
        owner: { channel: string | null } | null;
        member: MemberColumns | null;
        office: OrganizationColumns | null;
      }[]
    >`
      SELECT to_jsonb(chat) AS chat, to_jsonb(owner) AS owner, to_jsonb(member) AS member, to_jsonb(office) AS office
      FROM (SELECT) AS one
      LEFT JOIN public."Chat" AS chat
        ON chat.platform = ${platform} AND chat."externalId" = ${chat.id} AND chat."threadId" = ${chat.threadId ?? ''}
      LEFT JOIN public."Member" AS owner ON owner.id = chat."memberId"
      LEFT JOIN public."Identity" AS identity
        ON identity.platform = ${platform} AND identity."accountId" = ${from?.id ?? null}
      LEFT JOIN public."Member" AS member ON member.id = identity."memberId" AND member.active
      LEFT JOIN public."Organization" AS office
        ON office.id = coalesce(member."organizationId", chat."organizationId")`;
    if (!row?.chat) return null;
    const isRenamed = (chat.title ?? '') !== '' && chat.title !== row.chat.title;
    const mayBeTopic = row.chat.kind === 'group' && row.chat.organizationId === null;
    if (isRenamed || mayBeTopic) return null;
    return {
      chat: toChat({ ...row.chat, member: row.owner }),
      member: row.member && toMember(row.member),
      office: row.office && toOrganization(row.office),
    };
  }

  async function at({ platform, chat }: Parameters<Chats['at']>[0]): Promise<Chat> {
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
  }

  return {
    at,
    async conversation(update) {
      const known = await knownConversation(update);
      if (known) return known;
      const chat = await at(update);
      const { memberByAccount, byId } = offices(db, onDamaged);
      const member = update.from ? await memberByAccount(update.platform, update.from.id) : null;
      const officeId = member?.organizationId ?? chat.organizationId;
      return { chat, member, office: officeId === null ? null : await byId(officeId) };
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
    async forgetStrangers({ before, most }) {
      const strangers = await db.$queryRaw<{ id: number; lane: string; nth: bigint }[]>`
        SELECT id, platform || ' ' || "externalId" AS lane, row_number() OVER (ORDER BY id DESC) AS nth
        FROM public."Chat" AS chat
        WHERE "organizationId" IS NULL AND "memberId" IS NULL
          AND NOT EXISTS (
            SELECT FROM public."Chat" AS known
            WHERE known.platform = chat.platform AND known."externalId" = chat."externalId"
              AND (known."organizationId" IS NOT NULL OR known."memberId" IS NOT NULL)
          )
          AND NOT EXISTS (SELECT FROM public."Notice" WHERE "chatId" = chat.id AND kind <> 'reply')`;
      const beyond = strangers.filter(({ nth }) => nth > most);
      const [ids, idsBeyond] = [strangers.map(({ id }) => id), beyond.map(({ id }) => id)];
      const [lanes, lanesBeyond] = [strangers.map(({ lane }) => lane), beyond.map(({ lane }) => lane)];
      await db.$executeRaw`
        DELETE FROM public."Update" AS update
        WHERE lane = ANY(${lanes}) AND state <> 'pending'
          AND ("receivedAt" < ${before}::timestamptz OR lane = ANY(${lanesBeyond}))
          AND NOT EXISTS (SELECT FROM public."AuditEntry" WHERE "updateId" = update.id)`;
      await db.$executeRaw`
        DELETE FROM public."Notice"
        WHERE "chatId" = ANY(${ids}) AND state NOT IN ('pending', 'sending')
          AND ("createdAt" < ${before}::timestamptz OR "chatId" = ANY(${idsBeyond}))`;
      await db.$executeRaw`
        DELETE FROM public."Chat" AS chat
        WHERE id = ANY(${ids})
          AND NOT EXISTS (SELECT FROM public."Notice" WHERE "chatId" = chat.id)
          AND NOT EXISTS (SELECT FROM public."Update" WHERE lane = chat.platform || ' ' || chat."externalId")`;
    },
    async move(platform, from, to) {
      const moved = await db.chat.findMany({ where: { platform, externalId: from } });
      for (const { id, threadId, organizationId } of moved) {
        const taken = { platform_externalId_threadId: { platform, externalId: to, threadId } };
        const other = await db.chat.findUnique({ where: taken });
        if (other && isOfAnother(other.organizationId, organizationId)) {
          // Whatever is said of a move, an office keeps its group: who comes there from elsewhere has none any more.
          await db.chat.update({ where: { id }, data: { unreachable: 'chat_gone' } });
          continue;
        }
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

function isOfAnother(one: number | null, organizationId: number | null): boolean {
  return one !== null && organizationId !== null && one !== organizationId;
}

/** The database's names have no hyphen. */
function stored(why: UnreachableReason): Unreachable {
  return why.replace('-', '_') as Unreachable;
}

/** All but the instant, which is a text where the row came as JSON. */
type ChatColumns = Omit<ChatRow, 'unreachableAt'>;
export type ChatRowWithChoice = ChatColumns & { member: { channel: string | null } | null };

export function toChat(row: ChatRowWithChoice): Chat {
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
