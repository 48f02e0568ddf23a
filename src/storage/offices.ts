import type { Member, Unit } from '../domain/member.ts';
import { fold } from '../domain/text-fold.ts';
import type { PlatformName } from '../services/ports/messenger.ts';
import type { Offices, Organization } from '../services/ports/offices.ts';
import { asJson, type Db, type WithOpenLists } from './client.ts';
import type {
  Member as MemberRow,
  Organization as OrganizationRow,
  Unit as UnitRow,
} from './generated/client.ts';
import { decoded, type OnDamaged, readable } from './stored-json.ts';
import { storedSettings } from './stored-settings.ts';

export function offices(db: Db, onDamaged: OnDamaged): Offices {
  const endCalendar = (memberId: number) => db.calendarAddress.deleteMany({ where: { memberId } });
  return {
    async all() {
      const rows = await db.organization.findMany({ orderBy: { id: 'asc' } });
      return readable(rows, toOrganization, onDamaged);
    },
    async byId(id) {
      return toOrganization(await db.organization.findUniqueOrThrow({ where: { id } }));
    },
    async create(data) {
      return toOrganization(await db.organization.create({ data }));
    },
    async rename(id, data) {
      await db.organization.update({ where: { id }, data });
    },
    async lock(id) {
      const [row] = await db.$queryRaw<OrganizationRow[]>`
        SELECT * FROM public."Organization" WHERE id = ${id} FOR UPDATE`;
      if (!row) throw new Error(`No office ${id}`);
      return toOrganization(row);
    },
    async setSettings(id, { acceptFirst = false, ...settings }) {
      await db.organization.update({ where: { id }, data: { acceptFirst, settings: asJson(settings) } });
    },

    async withStaff(id) {
      const [row] = await db.$queryRaw<
        { office: OrganizationColumns; units: UnitColumns[]; members: MemberColumns[] }[]
      >`
        SELECT to_jsonb(office) AS office,
          ARRAY(SELECT to_jsonb(unit) FROM public."Unit" AS unit WHERE "organizationId" = ${id} ORDER BY id) AS units,
          ARRAY(
            SELECT to_jsonb(member) FROM public."Member" AS member
            WHERE "organizationId" = ${id} AND active ORDER BY id
          ) AS members
        FROM public."Organization" AS office WHERE id = ${id}`;
      if (!row) throw new Error(`No office ${id}`);
      return {
        office: toOrganization(row.office),
        units: row.units.map(toUnit),
        members: row.members.map(toMember),
      };
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
    async addMembers(members) {
      if (members.length > 0) await db.member.createMany({ data: members.map(columnsOf) });
    },
    async addMember(member) {
      return toMember(await db.member.create({ data: columnsOf(member) }));
    },
    async updateMember({ id, ...data }) {
      await db.member.update({ where: { id }, data: columnsOf(data) });
      if (!data.active) await endCalendar(id);
    },
    async retireMember(id) {
      await db.member.update({ where: { id }, data: { active: false } });
      await endCalendar(id);
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

/** Those columns that are the same whether Prisma has read the row or it came as JSON, where an instant is a text. */
export type OrganizationColumns = Pick<
  OrganizationRow,
  'id' | 'code' | 'name' | 'locale' | 'acceptFirst' | 'settings' | 'uuid'
>;
type UnitColumns = Pick<WithOpenLists<UnitRow>, 'id' | 'name' | 'aliases' | 'taughtAliases'>;
export type MemberColumns = Pick<
  MemberRow,
  | 'id'
  | 'organizationId'
  | 'name'
  | 'title'
  | 'phone'
  | 'unitId'
  | 'role'
  | 'unitHead'
  | 'furtherUnitIds'
  | 'furtherHeadIds'
>;

export function toOrganization({
  id,
  code,
  name,
  locale,
  acceptFirst,
  settings,
  uuid,
}: OrganizationColumns): Organization {
  const own = decoded(storedSettings, settings, `Settings of office ${id}`);
  return { id, code, name, locale, acceptFirst, settings: acceptFirst ? { ...own, acceptFirst } : own, uuid };
}

function toUnit({ id, name, aliases, taughtAliases }: UnitColumns): Unit {
  return { id, name, aliases: [...(aliases ?? []), ...(taughtAliases ?? [])] };
}

export function toMember(row: MemberColumns): Member {
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
