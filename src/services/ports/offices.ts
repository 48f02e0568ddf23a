import type { Member, Unit } from '../../domain/member.ts';
import type { OfficeSettings } from '../../domain/office-settings.ts';
import type { PlatformName } from './messenger.ts';

export interface Organization {
  id: number;
  /** By which the shell and staff lists name it: short, of no other office, changeable. */
  code: string;
  name: string;
  /** "vi" or "en". */
  locale: string;
  /** A report counts only once somebody has accepted it. */
  acceptFirst: boolean;
  settings: OfficeSettings;
  /** Tells it from every other office, also from one in another database. */
  uuid: string;
}

/** Active: on the roster. */
export type Person = Member & { active: boolean };

export interface OfficeWithStaff {
  office: Organization;
  units: Unit[];
  members: Member[];
}

export interface Offices {
  all(): Promise<Organization[]>;
  byId(id: number): Promise<Organization>;
  create(office: Pick<Organization, 'code' | 'name' | 'locale'>): Promise<Organization>;
  /** What it is called from now on. */
  rename(id: number, called: Partial<Pick<Organization, 'code' | 'name'>>): Promise<void>;
  /** Holds back every other transaction that asks for the same office's lock until this one ends. @returns the office */
  lock(id: number): Promise<Organization>;
  setSettings(id: number, settings: OfficeSettings): Promise<void>;

  /** The office with its units and people, in one look. */
  withStaff(id: number): Promise<OfficeWithStaff>;
  units(organizationId: number): Promise<Unit[]>;
  /** With the names that the roster has for them alone. */
  unitsOfRoster(organizationId: number): Promise<Unit[]>;
  saveUnit(organizationId: number, unit: { name: string; aliases: string[] }): Promise<Unit>;
  renameUnit(unitId: number, name: string): Promise<void>;
  /** Unless somebody or something belongs to it. */
  removeUnit(unitId: number): Promise<void>;
  /** One more name of a unit, beside those of the roster, which leaves it. */
  teachAlias(unitId: number, alias: string): Promise<void>;
  /** The names that each unit has been taught. */
  taughtAliases(organizationId: number): Promise<{ unitId: number; aliases: string[] }[]>;
  setTaughtAliases(unitId: number, aliases: string[]): Promise<void>;
  /** Takes a taught name back, whichever unit it was taught for. */
  forgetAlias(organizationId: number, alias: string): Promise<void>;

  /** Active members, in roster order. */
  members(organizationId: number): Promise<Member[]>;
  /** Those no longer on the roster too: whoever returns is the person of before, with accounts and reports. */
  everybody(organizationId: number): Promise<Person[]>;
  addMembers(members: Omit<Member, 'id'>[]): Promise<void>;
  addMember(member: Omit<Member, 'id'>): Promise<Member>;
  /** Also brings back who had been retired, or retires whoever is not to be active. */
  updateMember(member: Person): Promise<void>;
  /**
   * The person is no longer on the roster: may do nothing, is reminded of nothing, stays the author of reports. The
   * address of their calendar is void for good, here and in {@link updateMember}.
   */
  retireMember(memberId: number): Promise<void>;

  /** The members who have joined on some platform, and since when. */
  joined(organizationId: number): Promise<Map<number, Date>>;
  /** The platform on which the member hears, where that one is joined and can be used. A roster leaves it alone. */
  preferChannel(memberId: number, platform: PlatformName | null): Promise<void>;
  /** Null: none has been chosen. */
  channelOf(memberId: number): Promise<PlatformName | null>;
  memberByAccount(platform: PlatformName, accountId: string): Promise<Member | null>;
  /** The account speaks for this member from now on; an earlier account of the member on that platform no more. */
  linkAccount(memberId: number, platform: PlatformName, accountId: string, at: Date): Promise<void>;
  invite(invitation: Invitation): Promise<void>;
  invitation(code: string): Promise<(Invitation & { member: Member }) | null>;
  /** Whoever finds an invitation later in a chat's history can do nothing with it. */
  closeInvitations(memberId: number): Promise<void>;
}

export interface Invitation {
  code: string;
  memberId: number;
  createdAt: Date;
  expiresAt: Date;
}
