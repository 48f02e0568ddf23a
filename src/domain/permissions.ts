/**
 * Who may do what, decided here and nowhere else: by what somebody is in the office, and how what it is about concerns
 * them. Whoever is not in the roster may do nothing.
 */
import { headsUnit, isOfUnit, type Member, unitsOf } from './member.ts';
import { type AssignedUnit, leadUnitIds, type Task } from './task.ts';

/** cán bộ · trưởng phòng · lãnh đạo cơ quan · đầu mối */
export type Standing = 'officer' | 'head' | 'leader' | 'clerk';

/**
 * How it concerns them: it is their own doing (a report, a request), their unit leads the task, supports it, or neither.
 * Serves: a unit leads it of which they are, while they head another.
 */
export type Relation = 'author' | 'leads' | 'serves' | 'supports' | 'none';

export type Act =
  | 'report'
  | 'withdraw'
  /** A report that has been accepted. */
  | 'withdraw-accepted'
  | 'review'
  /** To return what has been accepted. */
  | 'review-accepted'
  | 'ask-extension'
  | 'decide-extension'
  /** What they have done themselves. */
  | 'undo'
  /** What was done at the shell. */
  | 'undo-shell'
  /** What is said of a task besides its being done: how far, what hinders it, why it is late. */
  | 'note'
  /** Saying that the event has happened from which a task is counted. */
  | 'start-task'
  /** A task that stands in no plan, for the own unit or for any. */
  | 'add-task'
  /** Reminding those in charge at once, and asking them why it is late. */
  | 'press'
  | 'see-task'
  /** Progress of the whole office is no secret within it; a group that the office uses sees it too. */
  | 'see-office'
  /** How far somebody is with the own work, and what it is. */
  | 'see-person'
  /** What everybody of a unit was given and has done, side by side. */
  | 'see-people'
  /** That somebody is away, and who stands in. */
  | 'record-leave'
  | 'import'
  | 'correct-plan'
  /** To people of the units in charge, or back to the unit; to give it to another unit corrects the plan. */
  | 'give-task'
  /** To ask that another unit leads it. */
  | 'pass-on'
  /** To take what is passed on, or to leave it where it is. */
  | 'decide-transfer'
  | 'invite'
  /** Who works in the office, and where each is reached; the own unit, or all of it. */
  | 'see-members'
  /** Who comes, goes or moves, and what each may do. */
  | 'change-members'
  | 'bind-chat'
  /** To say which office is above the own one, or below it. */
  | 'link-parent'
  /** How the offices below compare, or where the own one stands among others. */
  | 'see-offices'
  | 'settings'
  /** What the bot could not do, and what people remark of it. */
  | 'see-feedback'
  | 'drop-feedback';

const ANY: readonly Relation[] = ['author', 'leads', 'supports', 'none'];
/** Nobody answers to himself. */
const OTHERS: readonly Relation[] = ['leads', 'supports', 'none'];
const OWN: readonly Relation[] = ['author'];
const LEADS: readonly Relation[] = ['leads'];
const NEVER: readonly Relation[] = [];

const CLERK_ONLY = { officer: NEVER, head: NEVER, leader: NEVER, clerk: ANY };

export const MAY: Readonly<Record<Act, Readonly<Record<Standing, readonly Relation[]>>>> = {
  report: { officer: LEADS, head: LEADS, leader: ANY, clerk: ANY },
  withdraw: { officer: OWN, head: ['author', 'leads'], leader: ANY, clerk: ANY },
  'withdraw-accepted': { officer: NEVER, head: NEVER, leader: ANY, clerk: ANY },
  review: { officer: NEVER, head: LEADS, leader: OTHERS, clerk: OTHERS },
  'review-accepted': { officer: NEVER, head: NEVER, leader: OTHERS, clerk: OTHERS },
  'ask-extension': { officer: LEADS, head: LEADS, leader: LEADS, clerk: LEADS },
  'decide-extension': { officer: NEVER, head: NEVER, leader: OTHERS, clerk: OTHERS },
  undo: { officer: OWN, head: OWN, leader: OWN, clerk: OWN },
  'undo-shell': CLERK_ONLY,
  note: { officer: ['leads', 'supports'], head: ['leads', 'supports'], leader: ANY, clerk: ANY },
  'start-task': { officer: LEADS, head: LEADS, leader: ANY, clerk: ANY },
  'add-task': { officer: NEVER, head: LEADS, leader: ANY, clerk: ANY },
  press: { officer: NEVER, head: LEADS, leader: ANY, clerk: ANY },
  'see-task': { officer: ['leads', 'supports'], head: ANY, leader: ANY, clerk: ANY },
  'see-office': { officer: NEVER, head: ANY, leader: ANY, clerk: ANY },
  'see-person': { officer: ['author', 'leads'], head: ANY, leader: ANY, clerk: ANY },
  'see-people': { officer: NEVER, head: LEADS, leader: ANY, clerk: ANY },
  'record-leave': { officer: OWN, head: ['author', 'leads'], leader: ANY, clerk: ANY },
  import: CLERK_ONLY,
  'correct-plan': CLERK_ONLY,
  'pass-on': { officer: LEADS, head: LEADS, leader: LEADS, clerk: LEADS },
  'decide-transfer': { officer: LEADS, head: LEADS, leader: OTHERS, clerk: OTHERS },
  'give-task': { officer: NEVER, head: LEADS, leader: ANY, clerk: ANY },
  invite: CLERK_ONLY,
  'see-members': { officer: NEVER, head: ['author', 'leads'], leader: ANY, clerk: ANY },
  'change-members': CLERK_ONLY,
  'bind-chat': CLERK_ONLY,
  'link-parent': CLERK_ONLY,
  'see-offices': { officer: NEVER, head: NEVER, leader: ANY, clerk: ANY },
  settings: CLERK_ONLY,
  'see-feedback': { officer: NEVER, head: NEVER, leader: ANY, clerk: ANY },
  'drop-feedback': CLERK_ONLY,
};

/** @param relation `none` for what concerns the whole office, or where it is to be seen whether anything at all is allowed */
export function may(member: Member, act: Act, relation: Relation = 'none'): boolean {
  // Somebody else's unit: there they are what its officers are.
  if (relation === 'serves') return MAY[act].officer.includes('leads');
  return MAY[act][standingOf(member)].includes(relation);
}

/** Whether there is anything at all of which somebody of that standing may do it. */
export function mayEver(standing: Standing, act: Act): boolean {
  return MAY[act][standing].length > 0;
}

export function standingOf({ role, unitHead, further }: Member): Standing {
  return role === 'officer' && (unitHead || further.some((one) => one.unitHead)) ? 'head' : role;
}

export function relationToTask(member: Member, task: Pick<Task, 'leads' | 'supports'>): Relation {
  const leading = task.leads.filter((one) => concerns(one, member));
  if (leading.some(({ unitId }) => unitId === null)) return 'leads';
  if (leading.length > 0) {
    return asOf(
      member,
      leading.flatMap(({ unitId }) => unitId ?? []),
    );
  }
  return task.supports.some((one) => concerns(one, member)) ? 'supports' : 'none';
}

/** What a unit is given all its people may do, whoever of them is named; whoever has left the unit has left its work. */
function concerns({ unitId, people = [] }: AssignedUnit, member: Member): boolean {
  return unitId === null ? people.includes(member.id) : isOfUnit(member, unitId);
}

/** In units of which they are: a head is one only in those that they head. */
function asOf(member: Member, unitIds: number[]): 'leads' | 'serves' {
  const isElsewhere = standingOf(member) === 'head' && !unitIds.some((id) => headsUnit(member, id));
  return isElsewhere ? 'serves' : 'leads';
}

/** Of what somebody is and does in the own unit its head decides. */
export function relationToMember(member: Member, other: Member): Relation {
  if (member.id === other.id) return 'author';
  const shared = unitsOf(other).filter((id) => isOfUnit(member, id));
  return shared.length > 0 ? asOf(member, shared) : 'none';
}

/** The people of a unit are its head's; those of all units are nobody's alone. */
export function relationToUnit(member: Member, unitId: number | null): Relation {
  return unitId !== null && isOfUnit(member, unitId) ? asOf(member, [unitId]) : 'none';
}

/** Of a unit that is asked to take a task its head answers, and where it has none anybody of it. */
export function relationToTransfer(
  member: Member,
  transfer: { memberId: number; toUnitId: number | null },
  members: readonly Member[],
): Relation {
  if (transfer.memberId === member.id) return 'author';
  if (!isOfUnit(member, transfer.toUnitId)) return 'none';
  const hasHead = members.some((one) => headsUnit(one, transfer.toUnitId));
  return headsUnit(member, transfer.toUnitId) || !hasHead ? 'leads' : 'none';
}

/** A report of several units at once is the affair of none of their heads alone, unless one heads them all. */
export function relationToReport(
  member: Member,
  report: { memberId: number | null; unitIds: number[] },
): Relation {
  if (report.memberId === member.id) return 'author';
  const [unitId, ...others] = report.unitIds;
  if (unitId !== undefined && others.length === 0) return relationToUnit(member, unitId);
  return others.length > 0 && report.unitIds.every((id) => headsUnit(member, id)) ? 'leads' : 'none';
}

/** Whose own work is that of all units: a leader, and a clerk who belongs to none. */
export function answersForOffice(member: Member): boolean {
  return member.role === 'leader' || (member.role === 'clerk' && unitsOf(member).length === 0);
}

/**
 * The lead units that a report of this member speaks for; null when the member may not report on the task.
 * An empty list: the task names no unit the office knows, and the member reports for the office.
 */
export function reportsFor(member: Member, task: Task): number[] | null {
  const relation = relationToTask(member, task);
  if (!may(member, 'report', relation)) return null;
  const leading = leadUnitIds(task);
  const own = leading.filter((id) => isOfUnit(member, id));
  return own.length > 0 ? own : leading;
}

/** The tasks a member sees as "mine": those the member's unit leads or supports. */
export function isOnTask(member: Member, task: Task): boolean {
  return relationToTask(member, task) !== 'none';
}
