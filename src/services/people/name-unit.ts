import type { Member, Unit } from '../../domain/member.ts';
import { may } from '../../domain/permissions.ts';
import { sameValue } from '../../domain/same-value.ts';
import { matchUnits } from '../../domain/unit-match.ts';
import { recordChange } from '../office/record-change.ts';
import type { Store } from '../ports/store.ts';
import { recognizeWaiting } from '../tasks/recognize-waiting.ts';

export type NameUnitOutcome =
  /** `tasks`: numbers of the tasks that have found their unit by it. */
  | { kind: 'named'; unit: Unit; tasks: number[] }
  | { kind: 'not-allowed' }
  | { kind: 'unknown-unit'; units: Unit[] }
  /** The words mean another unit already, or all of them. */
  | { kind: 'taken'; unit: Unit | null }
  /** Words by which no unit would be found in a plan. */
  | { kind: 'no-name' };

/** A clerk says which unit a plan's words mean; tasks that waited for it are its own from now on. */
export async function nameUnit(
  store: Store,
  request: {
    organizationId: number;
    /** Null: the shell. */
    by: Member | null;
    words: string;
    unit: string;
    updateId: number | null;
    at: Date;
  },
): Promise<NameUnitOutcome> {
  const { organizationId, by, words, at, updateId } = request;
  if (by !== null && !may(by, 'correct-plan')) return { kind: 'not-allowed' };
  await store.offices.lock(organizationId);
  const units = await store.offices.units(organizationId);
  const unit = onlyUnit(request.unit, units);
  if (unit === null) return { kind: 'unknown-unit', units };
  const former = await store.offices.taughtAliases(organizationId);
  // What was taught before may have been a mistake.
  await store.offices.forgetAlias(organizationId, words);
  const meant = matchUnits([words], await store.offices.units(organizationId));
  if (meant.all || meant.matched.some((id) => id !== unit.id)) {
    return { kind: 'taken', unit: units.find(({ id }) => id === meant.matched[0]) ?? null };
  }
  if (!meant.matched.includes(unit.id)) {
    await store.offices.teachAlias(unit.id, words);
    if (onlyUnit(words, await store.offices.units(organizationId))?.id !== unit.id) {
      await store.offices.forgetAlias(organizationId, words);
      return { kind: 'no-name' };
    }
  }
  const found = await recognizeWaiting(store, organizationId);
  const taught = await store.offices.taughtAliases(organizationId);
  const aliasesOf = (id: number) => taught.find(({ unitId }) => unitId === id)?.aliases ?? [];
  const renamed = former
    .map(({ unitId, aliases }) => ({ unitId, before: aliases, after: aliasesOf(unitId) }))
    .filter((one) => !sameValue(one.before, one.after));
  const made = { kind: 'name-unit' as const, words, units: renamed, tasks: found.map(({ made }) => made) };
  await recordChange(store, { organizationId, memberId: by?.id ?? null, updateId, at }, made, {
    subject: `unit:${unit.id}`,
    before: { aliases: unit.aliases },
    after: { aliases: [...unit.aliases, words] },
  });
  return {
    kind: 'named',
    unit,
    tasks: found.filter(({ isFollowed }) => isFollowed).map(({ number }) => number),
  };
}

function onlyUnit(words: string, units: Unit[]): Unit | null {
  const { matched, all, unmatched } = matchUnits([words], units);
  if (all || unmatched.length > 0 || matched.length !== 1) return null;
  return units.find(({ id }) => id === matched[0]) ?? null;
}
