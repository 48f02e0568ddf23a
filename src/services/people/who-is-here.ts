import { headedBy, headsUnit, isOfUnit, type Member, type Unit } from '../../domain/member.ts';
import { may, relationToUnit } from '../../domain/permissions.ts';
import { matchUnits } from '../../domain/unit-match.ts';
import type { PlatformName } from '../ports/messenger.ts';
import type { Store } from '../ports/store.ts';
import { channelsOf } from './channels.ts';

export interface Here {
  person: Member;
  unit: Unit | null;
  /** Of which units the person is besides. */
  further: { unit: Unit; unitHead: boolean }[];
  /** Where the person can be written to, that of the reminders first; nowhere: not connected. */
  platforms: PlatformName[];
}

export interface MembersAsked {
  /** As typed; null: the whole office. */
  unit: string | null;
  /** Those who cannot be written to alone. */
  unconnected: boolean;
}

export type MembersFound =
  | {
      kind: 'found';
      office: string;
      unit: Unit | null;
      people: Here[];
      unconnected: boolean;
      /** The names of those that the asker heads besides, where no unit was named. */
      others: string[];
    }
  | { kind: 'not-allowed' }
  | { kind: 'no-such-unit'; units: Unit[] };

/**
 * Who works in the office, and where each hears. A head sees the own unit.
 * @param asker null: the shell
 */
export async function whoIsHere(
  store: Store,
  organizationId: number,
  asker: Member | null,
  { unit: words, unconnected }: MembersAsked,
): Promise<MembersFound> {
  const units = await store.offices.units(organizationId);
  const unit = words === null ? ownUnit(asker, units) : unitCalled(words, units);
  if (unit === undefined) return { kind: 'no-such-unit', units };
  if (asker && !may(asker, 'see-members', relationToUnit(asker, unit?.id ?? null)))
    return { kind: 'not-allowed' };
  const { members, office } = await store.offices.withStaff(organizationId);
  const chats = await store.chats.ofOrganization(organizationId);
  const people = members
    .filter((person) => unit === null || isOfUnit(person, unit.id))
    .map((person) => ({
      person,
      unit: units.find(({ id }) => id === person.unitId) ?? null,
      further: furtherOf(person, units),
      platforms: channelsOf(person.id, chats).map(({ platform }) => platform),
    }))
    .filter(({ platforms }) => !unconnected || platforms.length === 0);
  const others = units.filter(
    ({ id }) => words === null && unit !== null && id !== unit.id && asker !== null && headsUnit(asker, id),
  );
  return {
    kind: 'found',
    office: office.name,
    unit,
    unconnected,
    people,
    others: others.map(({ name }) => name),
  };
}

/** Of whoever sees all of the office: none. */
function ownUnit(asker: Member | null, units: Unit[]): Unit | null {
  if (asker === null || may(asker, 'see-members', 'none')) return null;
  const [headed = asker.unitId] = headedBy(asker);
  return units.find(({ id }) => id === headed) ?? null;
}

export function furtherOf({ further }: Member, units: readonly Unit[]): Here['further'] {
  return further.flatMap(({ unitId, unitHead }) =>
    units.filter(({ id }) => id === unitId).map((unit) => ({ unit, unitHead })),
  );
}

function unitCalled(words: string, units: Unit[]): Unit | undefined {
  const { matched, all, unmatched } = matchUnits([words], units);
  return !all && unmatched.length === 0 && matched.length === 1
    ? units.find(({ id }) => id === matched[0])
    : undefined;
}
