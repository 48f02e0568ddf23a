import type { Member, Unit } from '../domain/member.ts';
import { fold } from '../domain/text-fold.ts';
import type { PlatformName } from '../services/ports/messenger.ts';
import type { Offices, Organization } from '../services/ports/offices.ts';
import { asJson, type Db } from './client.ts';
import type {
  Member as MemberRow,
  Organization as OrganizationRow,
  Unit as UnitRow,
} from './generated/client.ts';
import { decoded } from './stored-json.ts';
import { storedSettings } from './stored-settings.ts';

export function offices(db: Db): Offices {
  return {
    async all() {
      return (await db.organization.findMany({ orderBy: { id: 'asc' } })).map(toOrganization);
    },
    async byId(id) {
      return toOrganization(await db.organization.findUniqueOrThrow({ where: { id } }));
    },
    async create(name, locale) {
      return toOrganization(await db.organization.create({ data: { name, locale } }));
    },
    async lock(id) {
      await db.$queryRaw`SELECT id FROM public."Organization" WHERE id = ${id} FOR UPDATE`;
    },
    async setSettings(id, { acceptFirst = false, ...settings }) {
      await db.organization.update({ where: { id }, data: { acceptFirst, settings: asJson(settings) } });
    },

    async units(organizationId) {
      return (await db.unit.findMany({ where: { organizationId }, orderBy: { id: 'asc' } })).map(toUnit);
    },
    async unitsOfRoster(organizationId) {
      const rows = await db.unit.findMany({ where: { organizationId }, orderBy: { id: 'asc' } });
      return rows.map(({ id, name, aliases }) => ({ id, name, aliases }));
    },
    async saveUnit(organizationId, { name, aliases }) {
      const row = await db.unit.upsert({
        where: { organizationId_name: { organizationId, name } },
        create: { organizationId, name, aliases },
        update: { aliases },
      });
      return toUnit(row);
    },
    async renameUnit(id, name) {
      await db.unit.update({ where: { id }, data: { name } });
    },
    async removeUnit(id) {
      const [members, chats, assignments] = [{ none: {} }, { none: {} }, { none: {} }];
      if ((await db.member.count({ where: { furtherUnitIds: { has: id } } })) > 0) return;
      await db.unit.deleteMany({ where: { id, members, chats, assignments } });
    },
    async teachAlias(id, alias) {
      await db.unit.update({ where: { id }, data: { taughtAliases: { push: alias } } });
    },

    async taughtAliases(organizationId) {
      const rows = await db.unit.findMany({ where: { organizationId }, orderBy: { id: 'asc' } });
      return rows.map(({ id, taughtAliases }) => ({ unitId: id, aliases: taughtAliases }));
    },
    async setTaughtAliases(id, aliases) {
      await db.unit.update({ where: { id }, data: { taughtAliases: aliases } });
    },
    async forgetAlias(organizationId, alias) {
      for (const { id, taughtAliases } of await db.unit.findMany({ where: { organizationId } })) {
        const left = taughtAliases.filter((taught) => fold(taught) !== fold(alias));
        if (left.length < taughtAliases.length) {
          await db.unit.update({ where: { id }, data: { taughtAliases: left } });
        }
      }
    },

    async members(organizationId) {
      const rows = await db.member.findMany({
        where: { organizationId, active: true },
        orderBy: { id: 'asc' },
      });
      return rows.map(toMember);
    },
    async everybody(organizationId) {
      const rows = await db.member.findMany({ where: { organizationId }, orderBy: { id: 'asc' } });
      return rows.map((row) => ({ ...toMember(row), active: row.active }));
    },
    async addMember(member) {
      return toMember(await db.member.create({ data: columnsOf(member) }));
    },
    async updateMember({ id, ...data }) {
      await db.member.update({ where: { id }, data: columnsOf(data) });
    },
    async retireMember(id) {
      await db.member.update({ where: { id }, data: { active: false } });
    },

    async joined(organizationId) {
      const rows = await db.identity.findMany({
        where: { member: { organizationId, active: true } },
        select: { memberId: true, joinedAt: true },
        // Of several, the first is set last.
        orderBy: { joinedAt: 'desc' },
      });
      return new Map(rows.map(({ memberId, joinedAt }) => [memberId, joinedAt]));
    },
    async clerksJoinedBy(at) {
      const rows = await db.member.findMany({
        where: { role: 'clerk', active: true, identities: { some: { joinedAt: { lte: at } } } },
        orderBy: { id: 'asc' },
      });
      return rows.map(toMember);
    },
    async preferChannel(id, channel) {
      await db.member.update({ where: { id }, data: { channel } });
    },
    async channelOf(id) {
      const { channel } = await db.member.findUniqueOrThrow({ where: { id }, select: { channel: true } });
      return channel as PlatformName | null;
    },
    async memberByAccount(platform, accountId) {
      const identity = await db.identity.findUnique({
        where: { platform_accountId: { platform, accountId } },
        include: { member: true },
      });
      return identity?.member.active ? toMember(identity.member) : null;
    },
    async linkAccount(memberId, platform, accountId, at) {
      await db.identity.deleteMany({ where: { platform, OR: [{ memberId }, { accountId }] } });
      await db.identity.create({ data: { memberId, platform, accountId, joinedAt: at } });
    },
    async invite(invitation) {
      await db.invitation.create({ data: invitation });
    },
    async invitation(code) {
      const row = await db.invitation.findUnique({ where: { code }, include: { member: true } });
      return row?.member.active ? { ...row, member: toMember(row.member) } : null;
    },
    async closeInvitations(memberId) {
      await db.invitation.deleteMany({ where: { memberId } });
    },
  };
}

function toOrganization({ id, name, locale, acceptFirst, settings, uuid }: OrganizationRow): Organization {
  const own = decoded(storedSettings, settings, `Settings of office ${id}`);
  return { id, name, locale, acceptFirst, settings: acceptFirst ? { ...own, acceptFirst } : own, uuid };
}

function toUnit({ id, name, aliases, taughtAliases }: UnitRow): Unit {
  return { id, name, aliases: [...aliases, ...taughtAliases] };
}

export function toMember(row: MemberRow): Member {
  const { id, organizationId, name, title, phone, unitId, role, unitHead, furtherUnitIds, furtherHeadIds } =
    row;
  const further = furtherUnitIds.map((one) => ({ unitId: one, unitHead: furtherHeadIds.includes(one) }));
  return { id, organizationId, name, title, phone, unitId, role, unitHead, further };
}

function columnsOf<One extends Pick<Member, 'further'>>({ further, ...member }: One) {
  return {
    ...member,
    furtherUnitIds: further.map(({ unitId }) => unitId),
    furtherHeadIds: further.filter(({ unitHead }) => unitHead).map(({ unitId }) => unitId),
  };
}
