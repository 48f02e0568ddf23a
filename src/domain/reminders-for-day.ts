import type { WorkingCalendar } from './calendar/working-calendar.ts';
import type { Day } from './day.ts';
import type { Member } from './member.ts';
import {
  audienceOf,
  currentStage,
  monthlyAskOn,
  type ScheduledStage,
  type Stage,
  type StageSettings,
} from './reminder-stages.ts';
import { isSettled, leadUnitIds, type Occurrence, type Task, unitsOwing } from './task.ts';

/** Who is reminded: a person, or the group of a unit. */
export type Recipient = { kind: 'member'; id: number } | { kind: 'unit'; id: number };

/** Part of a reminder's unique key: "member:12". */
export function recipientKey(recipient: Recipient): string {
  return `${recipient.kind}:${recipient.id}`;
}

export interface PlannedReminder {
  task: Task;
  occurrence: Occurrence;
  recipient: Recipient;
  stage: Stage;
}

export interface OfficeDay {
  tasks: Task[];
  members: Member[];
  today: Day;
  settings: StageSettings;
  calendar: WorkingCalendar;
}

/**
 * Every reminder that should have gone out by today and whose stage is the present one. Which of them have been sent
 * already is the ledger's to say. On a day off there are none.
 */
export function remindersForDay(day: OfficeDay): PlannedReminder[] {
  if (!day.calendar.isWorkingDay(day.today)) return [];
  return day.tasks.flatMap((task) =>
    task.occurrences.flatMap((occurrence) => {
      if (occurrence.state !== 'open') return [];
      const scheduled = stageNow(task, occurrence, day);
      if (scheduled === null) return [];
      const { stage } = scheduled;
      return recipientsOf(task, occurrence, stage, day).map((recipient) => ({
        task,
        occurrence,
        recipient,
        stage,
      }));
    }),
  );
}

function stageNow(task: Task, occurrence: Occurrence, day: OfficeDay): ScheduledStage | null {
  const { today, settings, calendar } = day;
  if (occurrence.kind === 'due') return currentStage(occurrence.lastDay, today, settings, calendar);
  if (occurrence.kind === 'guidance' && isSettled(task)) return null;
  // A monthly question belongs to its month: once that is over, the next month's asks the same.
  const sendOn = monthlyAskOn(occurrence.lastDay.slice(0, 7), settings, calendar);
  return sendOn <= today && today <= occurrence.lastDay ? { stage: 'ask', sendOn } : null;
}

/**
 * The officers of each lead unit that still owes a report, and the unit's group; the head too where the unit has no
 * officer, or the stage calls for it. What has no known lead unit, and every question for guidance, is the clerk's.
 */
function recipientsOf(task: Task, occurrence: Occurrence, stage: Stage, day: OfficeDay): Recipient[] {
  const clerks = day.members.filter(({ role }) => role === 'clerk').map(asRecipient);
  if (occurrence.kind === 'guidance') return clerks;
  const audience = audienceOf(stage, day.settings);
  const leaders = day.members.filter(({ role }) => role === 'leader').map(asRecipient);
  const inCharge = unitsOwing(task, occurrence).flatMap((unitId): Recipient[] => [
    ...peopleOf(unitId, audience.unitHead, day.members).map(asRecipient),
    { kind: 'unit', id: unitId },
  ]);
  const nobodyKnown = leadUnitIds(task).length === 0;
  return uniqueRecipients([...(nobodyKnown ? clerks : inCharge), ...(audience.leader ? leaders : [])]);
}

function peopleOf(unitId: number, withHead: boolean, members: Member[]): Member[] {
  const staff = members.filter((member) => member.unitId === unitId && member.role !== 'leader');
  const officers = staff.filter(({ unitHead }) => !unitHead);
  return withHead || officers.length === 0 ? staff : officers;
}

function asRecipient(member: Member): Recipient {
  return { kind: 'member', id: member.id };
}

function uniqueRecipients(recipients: Recipient[]): Recipient[] {
  return [...new Map(recipients.map((recipient) => [recipientKey(recipient), recipient])).values()];
}
