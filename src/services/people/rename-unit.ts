import type { Member, Unit } from '../../domain/member.ts';
import { may } from '../../domain/permissions.ts';
import { fold } from '../../domain/text-fold.ts';
import { matchUnits } from '../../domain/unit-match.ts';
import { recordChange } from '../office/record-change.ts';
import type { UnitRenamed } from '../ports/changes.ts';
import type { Store } from '../ports/store.ts';
import { recognizeWaiting } from '../tasks/recognize-waiting.ts';
import { unitNamed } from './bind-chat.ts';

export interface RenameRequest {
  organizationId: number;
  /** Null: the shell. */
  by: Member | null;
  unit: string;
  to: string;
  updateId: number | null;
  at: Date;
}

export type RenameOutcome =
  | { kind: 'renamed'; before: string; unit: Unit }
  | { kind: 'not-allowed' }
  | { kind: 'unknown-unit'; units: Unit[] }
  /** Another unit is called so. */
  | { kind: 'taken'; unit: Unit }
  | { kind: 'no-name' };

/** A unit gets another name; plans and rosters that write the former one still mean it. */
export async function renameUnit(
  store: Store,
  { organizationId, by, unit: words, to, updateId, at }: RenameRequest,
): Promise<RenameOutcome> {
  if (by !== null && !may(by, 'correct-plan')) return { kind: 'not-allowed' };
  await store.offices.lock(organizationId);
  const units = await store.offices.units(organizationId);
  const unit = unitNamed(words, units);
  if (!unit) return { kind: 'unknown-unit', units };
  const name = to.normalize('NFC').replace(/\s+/g, ' ').trim();
  if (!/\p{L}{2}/u.test(name) || name === unit.name) return { kind: 'no-name' };
  const meant = matchUnits([name], units).matched.find((id) => id !== unit.id);
  const other = units.find(
    ({ id, name: its }) => id === meant || (id !== unit.id && fold(its) === fold(name)),
  );
  if (other) return { kind: 'taken', unit: other };
  const before = { name: unit.name, taught: await taughtFor(store, organizationId, unit.id) };
  const after = { name, taught: [...before.taught, unit.name] };
  await store.offices.renameUnit(unit.id, name);
  await store.offices.setTaughtAliases(unit.id, after.taught);
  const found = await recognizeWaiting(store, organizationId);
  const tasks = found.map(({ made }) => made);
  const made: UnitRenamed = { kind: 'rename-unit', unitId: unit.id, name, before, after, tasks };
  const author = { organizationId, memberId: by?.id ?? null, updateId, at };
  await recordChange(store, author, made, { subject: `unit:${unit.id}`, before, after });
  return { kind: 'renamed', before: unit.name, unit: { ...unit, name } };
}

export async function taughtFor(store: Store, organizationId: number, unitId: number): Promise<string[]> {
  const taught = await store.offices.taughtAliases(organizationId);
  return taught.find((one) => one.unitId === unitId)?.aliases ?? [];
}
