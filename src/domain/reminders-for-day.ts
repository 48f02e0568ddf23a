import { type Absence, isAway, presentOf } from './absence.ts';
import type { WorkingCalendar } from './calendar/working-calendar.ts';
import type { Day } from './day.ts';
import { remindedIn } from './in-charge.ts';
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
  /** Of plans that have others, by their ids. */
  ofPlans?: { [planId: string]: StageSettings };
  calendar: WorkingCalendar;
  /** Who is away; those of other days are left out of account. */
  absences?: readonly Absence[];
}

/**
 * Every reminder that should have gone out by today and whose stage is the present one. Which of them have been sent
 * already is the ledger's to say. On a day off there are none.
 */
export function remindersForDay(office: OfficeDay): PlannedReminder[] {
  if (!office.calendar.isWorkingDay(office.today)) return [];
  return office.tasks.flatMap((task) => {
    const day = { ...office, settings: office.ofPlans?.[task.row.planId] ?? office.settings };
    return task.occurrences.flatMap((occurrence) => {
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
    });
  });
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
 * The people of each lead unit that still owes a report, and the unit's group; the head too where the stage calls for it.
 * What nobody known leads, and every question for guidance, is the clerk's.
 */
function recipientsOf(task: Task, occurrence: Occurrence, stage: Stage, day: OfficeDay): Recipient[] {
  const clerks = day.members.filter(({ role }) => role === 'clerk').map(asRecipient);
  if (occurrence.kind === 'guidance') return clerks;
  const audience = audienceOf(stage, day.settings);
  const leaders = day.members.filter(({ role }) => role === 'leader').map(asRecipient);
  const away = (day.absences ?? []).filter((one) => isAway(one, day.today));
  const inCharge = ledBy(task, unitsOwing(task, occurrence), day.members, audience.unitHead, away);
  const nobodyKnown = ledBy(task, leadUnitIds(task), day.members, true).length === 0;
  return uniqueRecipients([...(nobodyKnown ? clerks : inCharge), ...(audience.leader ? leaders : [])]);
}

/** Whoever may be reminded of a task before its leaders are, whatever the stage. */
export function inCharge(task: Pick<Task, 'leads'>, members: Member[]): Recipient[] {
  const led = ledBy(task, leadUnitIds(task), members, true);
  return led.length > 0 ? led : members.filter(({ role }) => role === 'clerk').map(asRecipient);
}

function ledBy(
  task: Pick<Task, 'leads'>,
  unitIds: number[],
  members: Member[],
  withHead: boolean,
  away: readonly Absence[] = [],
): Recipient[] {
  const present = (people: Member[]) => presentOf(people, members, away).map(asRecipient);
  return uniqueRecipients([
    ...unitIds.flatMap((unitId): Recipient[] => [
      ...present(remindedIn(unitId, task, members, withHead)),
      { kind: 'unit', id: unitId },
    ]),
    ...present(remindedIn(null, task, members, false)),
  ]);
}

function asRecipient(member: Member): Recipient {
  return { kind: 'member', id: member.id };
}

function uniqueRecipients(recipients: Recipient[]): Recipient[] {
  return [...new Map(recipients.map((recipient) => [recipientKey(recipient), recipient])).values()];
}
