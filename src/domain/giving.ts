/** What becomes of a task that somebody gives to units or people, by how far their word reaches. */
import type { Assignee, Staff } from './assignees.ts';
import { headedBy, isOfUnit, type Member, type Unit } from './member.ts';
import { may, standingOf } from './permissions.ts';
import { type AssignedUnit, leadUnitIds, peopleOn, type Task } from './task.ts';

/** `office`: to whichever unit. `task`: to people of the units that have it. Units: to their own people. */
export type Reach = 'office' | 'task' | { unitIds: number[] };

export function reachOf(member: Member): Reach {
  if (may(member, 'correct-plan')) return 'office';
  return standingOf(member) === 'head' ? { unitIds: headedBy(member) } : 'task';
}

/** As typed words were read. Supports: null where nothing is said of them. */
export interface Named {
  leads: Assignee[];
  supports: Assignee[] | null;
}

export type Given =
  | { kind: 'given'; leads: AssignedUnit[]; supports: AssignedUnit[] | null }
  /** One of several must be chosen first. */
  | Extract<Assignee, { kind: 'several' }>
  | { kind: 'unknown'; words: string[] }
  /** They are not of the units that have the task. */
  | { kind: 'other-unit'; people: Member[] }
  /** Only a clerk gives the task to these. */
  | { kind: 'beyond-reach'; units: Unit[] };

type Assigning = (units: readonly Unit[], people: readonly Member[]) => AssignedUnit[];
type Assigned = Pick<Task, 'leads' | 'supports'>;

/** @param assigning writes down units and people as an assignment */
export function given(
  task: Assigned,
  named: Named,
  { units }: Staff,
  reach: Reach,
  assigning: Assigning,
): Given {
  const all = [...named.leads, ...(named.supports ?? [])];
  const several = all.find((one) => one.kind === 'several');
  if (several) return several;
  const unknown = all.flatMap((one) => (one.kind === 'unknown' ? [one.words] : []));
  if (unknown.length > 0 || named.leads.length === 0) return { kind: 'unknown', words: unknown };

  const leads = leadsGiven(task, named.leads, { units, reach, assigning });
  if (leads.kind !== 'side' || named.supports === null) return asGiven(leads, null);
  return asGiven(leads, supportsGiven(task, named.supports, { units, reach, assigning }));
}

type Side =
  | { kind: 'side'; assigned: AssignedUnit[] }
  | Extract<Given, { kind: 'other-unit' | 'beyond-reach' }>;

function asGiven(leads: Side, supports: Side | null): Given {
  if (leads.kind !== 'side') return leads;
  if (supports !== null && supports.kind !== 'side') return supports;
  return { kind: 'given', leads: leads.assigned, supports: supports?.assigned ?? null };
}

interface Within {
  units: readonly Unit[];
  reach: Reach;
  assigning: Assigning;
}

function leadsGiven(task: Assigned, named: Assignee[], { units: all, reach, assigning }: Within): Side {
  const { units, people, isItself } = sorted(named);
  const led = leadUnitIds(task);
  const isOpen = reach === 'office' && (units.length > 0 || led.length === 0);
  const wanted = units.length > 0 ? units : isOpen ? ownUnits(people, all) : [];
  if (isOpen) {
    const strangers = people.filter(
      (one) => one.unitId !== null && !wanted.some(({ id }) => isOfUnit(one, id)),
    );
    return strangers.length > 0 ? { kind: 'other-unit', people: strangers } : side(assigning(wanted, people));
  }
  const within = typeof reach === 'object' ? led.filter((id) => reach.unitIds.includes(id)) : led;
  const beyond = units.filter(({ id }) => !within.includes(id));
  if (beyond.length > 0) return { kind: 'beyond-reach', units: beyond };
  const strangers = people.filter((one) => !within.some((id) => isOfUnit(one, id)));
  if (strangers.length > 0) return { kind: 'other-unit', people: strangers };
  const theirs = within.filter((id) => people.some((one) => isOfUnit(one, id)));
  const touched = isItself ? within : [...units.map(({ id }) => id), ...theirs];
  const anew = (unitId: number) =>
    assigning(
      all.filter(({ id }) => id === unitId),
      people.filter((one) => isOfUnit(one, unitId)),
    );
  return side(
    task.leads.flatMap((lead) =>
      lead.unitId !== null && touched.includes(lead.unitId) ? anew(lead.unitId) : [lead],
    ),
  );
}

function supportsGiven(task: Assigned, named: Assignee[], { units: all, reach, assigning }: Within): Side {
  const { units, people } = sorted(named);
  const others = people.filter((one) => !units.some(({ id }) => isOfUnit(one, id)));
  const helping = [...new Set([...units, ...ownUnits(others, all)])];
  if (reach === 'office') return side(assigning(helping, people));
  const known = [...leadUnitIds(task), ...task.supports.flatMap(({ unitId }) => unitId ?? [])];
  const within = typeof reach === 'object' ? reach.unitIds : known;
  const beyond = units.filter(({ id }) => !within.includes(id));
  if (beyond.length > 0) return { kind: 'beyond-reach', units: beyond };
  const strangers = people.filter((one) => !within.some((id) => isOfUnit(one, id)));
  if (strangers.length > 0) return { kind: 'other-unit', people: strangers };
  const left = task.supports.filter(({ unitId }) => !helping.some(({ id }) => id === unitId));
  return side([...left, ...assigning(helping, people)]);
}

function side(assigned: AssignedUnit[]): Side {
  return { kind: 'side', assigned };
}

function sorted(named: Assignee[]): { units: Unit[]; people: Member[]; isItself: boolean } {
  return {
    units: [...new Set(named.flatMap((one) => (one.kind === 'units' ? one.units : [])))],
    people: [...new Set(named.flatMap((one) => (one.kind === 'person' ? [one.person] : [])))],
    isItself: named.some(({ kind }) => kind === 'itself'),
  };
}

function ownUnits(people: readonly Member[], units: readonly Unit[]): Unit[] {
  const ids = new Set(people.map(({ unitId }) => unitId));
  return units.filter(({ id }) => ids.has(id));
}

/** One of several who go by a name. */
export type Chosen = { kind: 'member' | 'unit'; id: number };

/** The one who was chosen of several; of a head's words, the only one of the own unit, for nobody else can be meant. */
export function narrowed(named: Assignee[], chosen: readonly Chosen[], reach: Reach): Assignee[] {
  return named.map((one) => {
    if (one.kind !== 'several') return one;
    const isChosen = (kind: Chosen['kind'], id: number) =>
      chosen.some((choice) => choice.kind === kind && choice.id === id);
    const within = typeof reach === 'object' ? reach.unitIds : null;
    return (
      onlyOf(
        one,
        ({ id }) => isChosen('member', id),
        ({ id }) => isChosen('unit', id),
      ) ??
      (within === null
        ? null
        : onlyOf(
            one,
            (person) => within.some((id) => isOfUnit(person, id)),
            ({ id }) => within.includes(id),
          )) ??
      one
    );
  });
}

function onlyOf(
  { people, units }: Extract<Assignee, { kind: 'several' }>,
  isPerson: (person: Member) => boolean,
  isUnit: (unit: Unit) => boolean,
): Assignee | null {
  const [person, ...others] = people.filter(isPerson);
  const theirs = units.filter(isUnit);
  if (person && others.length === 0 && theirs.length === 0) return { kind: 'person', person };
  return person === undefined && theirs.length === 1 ? { kind: 'units', units: theirs } : null;
}

/** What a change of a task means for one member. `number`: of the task. */
export type PersonalNews = { memberId: number; number: number } & (
  | { kind: 'lead' | 'support' | 'changed' | 'taken' | 'restored' }
  /** Nobody follows it any more, and it is found nowhere. */
  | { kind: 'dropped'; title: string }
);

/** Whoever is named now and was not, and whoever was and is no longer. */
export function newsOf(number: number, before: Assigned, after: Assigned): PersonalNews[] {
  const [led, leads] = [peopleOn(before.leads), peopleOn(after.leads)];
  const [helped, helps] = [peopleOn(before.supports), peopleOn(after.supports)];
  const isOn = (id: number) => leads.includes(id) || helps.includes(id);
  const news = (ids: number[], kind: 'lead' | 'support' | 'taken') =>
    [...new Set(ids)].map((memberId): PersonalNews => ({ memberId, number, kind }));
  return [
    ...news(
      leads.filter((id) => !led.includes(id)),
      'lead',
    ),
    ...news(
      helps.filter((id) => !helped.includes(id) && !leads.includes(id)),
      'support',
    ),
    ...news(
      [...led, ...helped].filter((id) => !isOn(id)),
      'taken',
    ),
  ];
}

type NamedTask = Assigned & Pick<Task, 'number' | 'title'>;

/** A task that was not done is followed no more. */
export function newsOfDropped({ number, title, ...assigned }: NamedTask): PersonalNews[] {
  return peopleOfTask(assigned).map((memberId) => ({ memberId, number, kind: 'dropped', title }));
}

/** Of all that the office follows, before something was put back or given up and after. */
export function newsBetween(before: readonly Task[], after: readonly Task[]): PersonalNews[] {
  const among = (tasks: readonly Task[], number: number) => tasks.find((one) => one.number === number);
  const stayed = before.flatMap((was) => {
    const is = among(after, was.number);
    if (is) return newsOf(was.number, was, is);
    return isOver(was) ? [] : newsOfDropped(was);
  });
  const back = after.filter((is) => among(before, is.number) === undefined && !isOver(is));
  const restored = back.flatMap((task) =>
    peopleOfTask(task).map((memberId): PersonalNews => ({ memberId, number: task.number, kind: 'restored' })),
  );
  return [...stayed, ...restored];
}

function peopleOfTask({ leads, supports }: Assigned): number[] {
  return [...new Set([...peopleOn(leads), ...peopleOn(supports)])];
}

/** Nobody has anything to do for it: a task without a date may still get one. */
function isOver({ occurrences }: Task): boolean {
  return occurrences.length > 0 && !occurrences.some(({ state }) => state === 'open');
}
