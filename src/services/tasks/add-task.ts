import { type Day, officeDayAt, yearOf } from '../../domain/day.ts';
import type { Deadline } from '../../domain/deadline/deadline.ts';
import { headedBy, headsUnit, type Member, type Unit, worksIn } from '../../domain/member.ts';
import { may } from '../../domain/permissions.ts';
import type { Task } from '../../domain/task.ts';
import { taskSaid } from '../../domain/task-said.ts';
import type { OfficeRules } from '../office/office-rules.ts';
import { recordChange } from '../office/record-change.ts';
import type { PlanRecord } from '../ports/plans.ts';
import type { Store } from '../ports/store.ts';
import { layOutAnew } from './lay-out-occurrences.ts';
import { digest } from './planned-tasks.ts';

export interface AddTaskRequest {
  member: Member;
  /** "Báo cáo nhanh tình hình mưa lũ, KTHTĐT, trước 16h 20/11" */
  words: string;
  /** What the plan is called that holds the tasks which stand in no other. */
  planTitle: string;
  updateId: number;
  at: Date;
}

export type AddTaskOutcome =
  | { kind: 'added'; task: Task; people: Member[] }
  /** What was understood, so that only the rest has to be said. */
  | { kind: 'incomplete'; title: string; hasUnit: boolean; hasDate: boolean; units: Unit[] }
  | { kind: 'over'; lastDay: Day }
  | { kind: 'not-allowed' };

/** A task outside the office's plans: it counts, and is reminded of, as any other. */
export async function addTask(
  store: Store,
  { member, words, planTitle, updateId, at }: AddTaskRequest,
  rules: OfficeRules,
): Promise<AddTaskOutcome> {
  const { organizationId } = member;
  if (!may(member, 'add-task') && !may(member, 'add-task', 'leads')) return { kind: 'not-allowed' };
  await store.offices.lock(organizationId);
  const today = officeDayAt(at);
  const units = await store.offices.units(organizationId);
  const said = taskSaid(words, { units, today, calendar: rules.calendar });
  // A head who names no unit means the own one.
  const own = headedBy(member).slice(0, 1);
  const leads = said.leads.length > 0 ? said.leads : own;
  const { title, deadline } = said;
  if (title === '' || leads.length === 0 || deadline === null) {
    return { kind: 'incomplete', title, hasUnit: leads.length > 0, hasDate: deadline !== null, units };
  }
  const relation = leads.every((id) => headsUnit(member, id)) ? 'leads' : 'none';
  if (!may(member, 'add-task', relation)) return { kind: 'not-allowed' };
  const lastDay = lastDayOf(deadline);
  if (lastDay !== null && lastDay < today) return { kind: 'over', lastDay };

  const plan = await planOutside(store, organizationId, { title: planTitle, today, at });
  const number = (await store.plans.highestNumber(organizationId)) + 1;
  const named = (ids: number[]) =>
    units.filter(({ id }) => ids.includes(id)).map(({ id, name }) => ({ unitId: id, words: name }));
  const [leading, supporting] = [named(leads), named(said.supports.filter((id) => !leads.includes(id)))];
  const row = { title, deadline, leads: leading, supports: supporting };
  const id = await store.plans.addTask(
    plan,
    {
      ...row,
      key: `said ${number}`,
      fingerprint: digest({ title, deadline, leads: wordsOf(leading), supports: wordsOf(supporting) }),
      rowNo: '',
      section: planTitle,
      product: null,
      source: { said: words },
      assignedWords: leading.map((unit) => unit.words).join('; '),
      partOf: null,
      reported: null,
    },
    { number, position: number, partOfId: null },
  );
  await layOutAnew(store, { id, deadline, trackedFrom: plan.trackedFrom }, today, rules);
  const author = { organizationId, memberId: member.id, updateId, at };
  await recordChange(
    store,
    author,
    { kind: 'add-task', number, taskId: id },
    { subject: `task:${id}`, after: { words } },
  );
  const task = await store.plans.taskOnBoard(organizationId, { number });
  if (!task) throw new Error(`Task ${number} was added and is not there`);
  const people = (await store.offices.members(organizationId)).filter(
    (one) => one.id !== member.id && leads.some((id) => worksIn(one, id)),
  );
  return { kind: 'added', task, people };
}

function wordsOf(units: { words: string }[]): string[] {
  return units.map(({ words }) => words);
}

function lastDayOf(deadline: Deadline): Day | null {
  return deadline.kind === 'date' || deadline.kind === 'period' ? deadline.lastDay : null;
}

/** One a year holds them all. */
async function planOutside(
  store: Store,
  organizationId: number,
  { title, today, at }: { title: string; today: Day; at: Date },
): Promise<PlanRecord> {
  const year = yearOf(today);
  const key = `${year} outside`;
  const plans = await store.plans.ofOrganization(organizationId);
  const known = plans.find((plan) => plan.key === key);
  if (known) return known;
  const facts = { key, number: null, issuedOn: null, issuer: null, title, year };
  const former = plans.find((plan) => plan.key === null && plan.title === title && plan.year === year);
  if (!former) return store.plans.add(organizationId, facts, at, today);
  // Whatever was in it was undone: it begins anew.
  const anew = { ...former, key, trackedFrom: today, importedAt: at.toISOString() };
  await store.plans.update(anew);
  return anew;
}
