import { addDays, type Day } from '../../domain/day.ts';
import type { Member, Unit } from '../../domain/member.ts';
import { occurrencesOfTask } from '../../domain/occurrences-of-task.ts';
import type { Stage } from '../../domain/reminder-stages.ts';
import { type PlannedReminder, recipientKey, remindersForDay } from '../../domain/reminders-for-day.ts';
import type { Task } from '../../domain/task.ts';
import type { OfficeRules } from '../office/office-rules.ts';
import type { ReadPlan, Roster } from '../ports/documents.ts';
import type { PlannedTask } from '../ports/plans.ts';
import { plannedTasks } from '../tasks/planned-tasks.ts';

/** A notice that would go out. */
export interface SimulatedNotice {
  day: Day;
  to: { kind: 'member' | 'group'; name: string; unit: string | null };
  items: { task: string; stage: Stage; lastDay: Day }[];
}

/**
 * Every notice from `from` to `to` if the plan came in on `from`, everybody had joined, each unit had its group, and
 * nobody ever reported. The same rules as the planner's, without a database.
 */
export function simulate(
  plan: ReadPlan,
  roster: Roster | null,
  window: { from: Day; to: Day },
  rules: OfficeRules,
): SimulatedNotice[] {
  const units = unitsOf(plan, roster);
  const members = membersOf(roster, units);
  const { tasks } = plannedTasks(plan, { units, members });
  const told = new Set<string>();
  const notices: SimulatedNotice[] = [];
  for (let today = window.from; today <= window.to; today = addDays(today, 1)) {
    const board = tasks.map((task, index) => onBoard(task, index + 1, window.from, today, rules));
    const { stages: settings, calendar } = rules;
    const reminders = remindersForDay({ tasks: board, members, today, settings, calendar }).filter((one) => {
      const key = `${one.task.number} ${one.occurrence.key} ${recipientKey(one.recipient)} ${one.stage}`;
      return !told.has(key) && told.add(key);
    });
    notices.push(...noticesOf(reminders, today, units, members));
  }
  return notices;
}

/** Without a roster, the units are whoever the plan names as leading something. */
function unitsOf(plan: ReadPlan, roster: Roster | null): Unit[] {
  const named = roster
    ? roster.units
    : [...new Set(plan.tasks.flatMap(({ lead }) => lead))].map((name) => ({ name, aliases: [] }));
  return named.map((unit, index) => ({ id: index + 1, ...unit }));
}

function membersOf(roster: Roster | null, units: Unit[]): Member[] {
  const idOf = (unit: string | null) => units.find(({ name }) => name === unit)?.id ?? null;
  return (roster?.people ?? []).map(({ unit, further = [], ...person }, index) => ({
    id: index + 1,
    organizationId: 1,
    unitId: idOf(unit),
    phone: null,
    ...person,
    further: further.flatMap((one) => {
      const unitId = idOf(one.unit);
      return unitId === null ? [] : [{ unitId, unitHead: one.unitHead }];
    }),
  }));
}

function onBoard(
  planned: PlannedTask,
  number: number,
  trackedFrom: Day,
  today: Day,
  rules: OfficeRules,
): Task {
  const { section, title, product, deadline, leads, supports } = planned;
  const { stages: settings, calendar } = rules;
  const dates = occurrencesOfTask(deadline, { trackedFrom, today, settings, calendar });
  const occurrences = dates.map((date, index) => ({
    ...date,
    id: index,
    state: date.lastDay < trackedFrom ? ('past' as const) : ('open' as const),
    reportedOn: null,
    originalDay: null,
    reportedBy: [],
    waitingFor: [],
  }));
  const words = { section, title, product, deadline };
  // Whose step a task is matters to nobody's reminder.
  return {
    id: number,
    number,
    ...words,
    trackedFrom,
    leads,
    supports,
    occurrences,
    partOf: null,
    year: Number(trackedFrom.slice(0, 4)),
    row: { planId: 0, no: '', position: number },
  };
}

function noticesOf(
  reminders: PlannedReminder[],
  day: Day,
  units: Unit[],
  members: Member[],
): SimulatedNotice[] {
  const byRecipient = new Map<string, SimulatedNotice>();
  const unitName = (id: number | null) => units.find((unit) => unit.id === id)?.name ?? null;
  for (const { recipient, task, occurrence, stage } of reminders) {
    const key = recipientKey(recipient);
    const member = members.find(({ id }) => recipient.kind === 'member' && id === recipient.id);
    const to: SimulatedNotice['to'] = member
      ? { kind: 'member', name: member.name, unit: unitName(member.unitId) }
      : { kind: 'group', name: unitName(recipient.id) ?? '', unit: unitName(recipient.id) };
    const notice = byRecipient.get(key) ?? { day, to, items: [] };
    notice.items.push({ task: String(task.number), stage, lastDay: occurrence.lastDay });
    byRecipient.set(key, notice);
  }
  return [...byRecipient.values()];
}
