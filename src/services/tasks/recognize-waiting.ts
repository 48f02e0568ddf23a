import type { Staff } from '../../domain/assignees.ts';
import { newsOf, type PersonalNews } from '../../domain/giving.ts';
import { sameValue } from '../../domain/same-value.ts';
import { type AssignedUnit, isUnknown, peopleOn } from '../../domain/task.ts';
import type { NamesChange } from '../ports/changes.ts';
import type { Store } from '../ports/store.ts';
import { assignedIn, assignedTo } from './assigned.ts';
import { handOver } from './hand-over.ts';

export type Recognized = { number: number; isFollowed: boolean; made: NamesChange['tasks'][number] };

/**
 * Tasks that waited for a unit or a person whom nobody knew, and have found them: a name was taught, or the roster has
 * grown. Among those that are left out too: they may be taken back.
 */
export async function recognizeWaiting(store: Store, organizationId: number): Promise<Recognized[]> {
  const staff = await store.offices.withStaff(organizationId);
  const all: Recognized[] = [];
  for (const { id, number, isFollowed, leads, supports } of await store.plans.withUnknownUnits(
    organizationId,
  )) {
    const [nowLeads, nowSupports] = [recognized(leads, staff), recognized(supports, staff)];
    if (unknownIn(nowLeads) === unknownIn(leads) && unknownIn(nowSupports) === unknownIn(supports)) continue;
    await handOver(store, { id, organizationId }, () => store.plans.recognize(id, nowLeads, nowSupports));
    const after = { leads: nowLeads, supports: nowSupports };
    all.push({ number, isFollowed, made: { taskId: id, before: { leads, supports }, after } });
  }
  return all;
}

/** Nobody has given those tasks to others since. */
export async function isAsFound(store: Store, tasks: NamesChange['tasks']): Promise<boolean> {
  for (const { taskId, after } of tasks) {
    const { leads, supports } = await store.plans.standingOf(taskId);
    if (!sameValue({ leads, supports }, after)) return false;
  }
  return true;
}

/** They wait for theirs again. */
export async function waitAgain(
  store: Store,
  organizationId: number,
  tasks: NamesChange['tasks'],
): Promise<void> {
  for (const { taskId: id, before } of tasks) {
    const { leads, supports } = before;
    await handOver(store, { id, organizationId }, () => store.plans.recognize(id, leads, supports));
  }
}

/** What it means for whom by name. */
export function newsOfFound(found: Recognized[]): PersonalNews[] {
  return found
    .filter(({ isFollowed }) => isFollowed)
    .flatMap(({ number, made: { before, after } }) => newsOf(number, before, after));
}

function recognized(assigned: AssignedUnit[], staff: Staff): AssignedUnit[] {
  const known = assigned.filter((one) => !isUnknown(one));
  const found = assignedIn(
    assigned.filter(isUnknown).map(({ words }) => words),
    staff,
  );
  const added = found.filter((one) => !isUnknown(one));
  const all = [...known, ...added];
  const units = [...new Set(all.flatMap(({ unitId }) => staff.units.find(({ id }) => id === unitId) ?? []))];
  const people = staff.members.filter(({ id }) => peopleOn(all).includes(id));
  return [...assignedTo(units, people), ...found.filter(isUnknown)];
}

function unknownIn(assigned: AssignedUnit[]): number {
  return assigned.filter(isUnknown).length;
}
