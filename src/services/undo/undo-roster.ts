import { sameValue } from '../../domain/same-value.ts';
import { lastClerkLost } from '../people/last-clerk.ts';
import type { MemberChanged, RosterChanged, RosterImported } from '../ports/changes.ts';
import type { Person } from '../ports/offices.ts';
import { forgetUnsaid } from '../reports/report-states.ts';
import { isAsFound, waitAgain } from '../tasks/recognize-waiting.ts';
import type { BuiltOn } from './built-on.ts';
import type { UndoContext, Undoing } from './undoing.ts';

/** The people and the names of the units are those of before, and the draft waits again. */
export const undoRoster: Undoing<RosterImported> = {
  builtOn: peopleBuiltOn,
  async putBack(context, made) {
    await putPeopleBack(context, made);
    if (made.draftId !== null) await context.store.plans.reopenDraft(made.draftId);
  },
};

export const undoMember: Undoing<MemberChanged> = { builtOn: peopleBuiltOn, putBack: putPeopleBack };

async function peopleBuiltOn(
  context: UndoContext,
  { people, units, tasks }: RosterChanged,
): Promise<BuiltOn | null> {
  const { store, organizationId } = context;
  const present = await store.offices.everybody(organizationId);
  const named = await store.offices.unitsOfRoster(organizationId);
  const isAsLeft =
    people.every(({ after }) =>
      sameValue(
        present.find(({ id }) => id === after.id),
        after,
      ),
    ) &&
    units.every(({ after }) =>
      sameValue(
        named.find(({ id }) => id === after.id),
        after,
      ),
    );
  if (!isAsLeft || !(await isAsFound(store, tasks))) return { kind: 'changed', by: null };
  const clerk = await lastClerkLost(store, organizationId, people.map(asBefore));
  return clerk ? { kind: 'last-clerk', by: clerk.name } : joinedSince(context, people);
}

/** Whoever came leaves as anybody leaves. */
function asBefore({ before, after }: RosterChanged['people'][number]): Person {
  return before ?? { ...after, active: false };
}

/** A unit that came is gone unless something else belongs to it by now. */
async function putPeopleBack(context: UndoContext, { people, units, tasks }: RosterChanged): Promise<void> {
  const { store, organizationId } = context;
  await waitAgain(store, organizationId, tasks);
  const newUnits = units.filter(({ before }) => before === null).map(({ after }) => after.id);
  for (const one of people) {
    const person = asBefore(one);
    const unitId = newUnits.includes(person.unitId ?? 0) ? null : person.unitId;
    const further = person.further.filter((besides) => !newUnits.includes(besides.unitId));
    await store.offices.updateMember({ ...person, unitId, further });
  }
  for (const { before, after } of units) {
    if (before) await store.offices.saveUnit(organizationId, before);
    else await store.offices.removeUnit(after.id);
  }
  await remindAgain(context, people);
}

/** Whoever has been let in, and has joined by it, stays. */
async function joinedSince(
  { store, organizationId, change }: UndoContext,
  people: RosterChanged['people'],
): Promise<BuiltOn | null> {
  const joined = await store.offices.joined(organizationId);
  const came = people.find(({ before, after }) => {
    const at = joined.get(after.id);
    return !before?.active && after.active && at !== undefined && at >= change.at;
  });
  return came ? { kind: 'joined', by: came.after.name } : null;
}

/** What those who had left could not be told meanwhile they may be told now. */
async function remindAgain(
  { store, organizationId, change }: UndoContext,
  people: RosterChanged['people'],
): Promise<void> {
  const back = people
    .filter(({ before, after }) => before?.active && !after.active)
    .map(({ after }) => ({ kind: 'member' as const, id: after.id }));
  if (back.length === 0) return;
  const board = await store.plans.board(organizationId);
  for (const { id } of board.flatMap(({ occurrences }) => occurrences)) {
    await forgetUnsaid(store, id, change.at, back);
  }
}
