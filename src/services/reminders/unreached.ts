import type { Unit } from '../../domain/member.ts';
import { wayTo } from '../people/channels.ts';
import type { PlatformName, UnreachableReason } from '../ports/messenger.ts';
import type { Outage } from '../ports/outages.ts';
import type { Store } from '../ports/store.ts';

/** Whom the office's reminders do not reach now. */
export interface Unreached {
  people: { name: string; unit: string | null; why: UnreachableReason | 'never-joined' }[];
  groups: { title: string; unit: string | null }[];
  /** Whole platforms of the office; `people`: those who hear nothing meanwhile. */
  outages: (Outage & { platform: PlatformName; people: number })[];
}

export async function unreached(store: Store, organizationId: number): Promise<Unreached> {
  const { units, members } = await store.offices.withStaff(organizationId);
  const chats = await store.chats.ofOrganization(organizationId);
  const out = await store.outages.present();
  const unitNamed = unitNames(units);
  const ways = members.map((member) => ({ member, way: wayTo(member.id, chats, out) }));
  const groups = chats.filter(({ kind, reachable }) => kind === 'group' && !reachable);
  return {
    people: ways.flatMap(({ member: { name, unitId }, way }) =>
      'why' in way ? [{ name, unit: unitNamed(unitId), why: way.why }] : [],
    ),
    groups: groups.map(({ title, unitId }) => ({ title, unit: unitNamed(unitId) })),
    outages: [...out]
      .filter(([platform]) => chats.some((chat) => chat.platform === platform))
      .map(([platform, outage]) => {
        const people = ways.filter(({ way }) => 'waitsFor' in way && way.waitsFor === platform).length;
        return { platform, ...outage, people };
      }),
  };
}

/** Somebody hears nothing; a platform that everybody can do without is no reason for a note. */
export function isAnybodyUnreached({ people, groups, outages }: Unreached): boolean {
  return people.length > 0 || groups.length > 0 || outages.some((outage) => outage.people > 0);
}

function unitNames(units: Unit[]): (id: number | null) => string | null {
  const names = new Map(units.map(({ id, name }) => [id, name]));
  return (id) => (id === null ? null : (names.get(id) ?? null));
}
