import { addDays, type Day, instantAt } from '../../domain/day.ts';
import type { Member } from '../../domain/member.ts';
import { isPutOff, type Snooze } from '../../domain/put-off.ts';
import { latestDayInSight } from '../../domain/reminder-stages.ts';
import { type PlannedReminder, recipientKey, remindersForDay } from '../../domain/reminders-for-day.ts';
import type { OfficeRules } from '../office/office-rules.ts';
import { channelsOf, chatFor } from '../people/channels.ts';
import type { Chat } from '../ports/chats.ts';
import type { DatesInSight, Telling } from '../ports/planning.ts';
import { type ReminderKey, reminderId } from '../ports/reminders.ts';
import type { Store } from '../ports/store.ts';
import { decisionsOf, waitsSince } from './decisions.ts';
import type { OfficeNow, Part } from './plan-office.ts';

/** Whom to remind of what today, one notice for each chat. */
export const planReminders: Part = async (store, office) => {
  const { rules, today, members, chats, absences, snoozes } = office;
  const tasks = await store.planning.tasksInSight(office.office.id, datesInSight(today, rules));
  const all = remindersForDay({
    tasks,
    members,
    absences,
    today,
    settings: rules.stages,
    ...(rules.ofPlans ? { ofPlans: rules.ofPlans } : {}),
    calendar: rules.calendar,
  });
  const planned = all.filter((one) => !isLeftForLater(one, snoozes, today, rules));
  const wanted = [...planned.map(asKey), ...unheard(planned, members, chats)];
  const known = await store.planning.known(
    wanted,
    chats.map((chat) => morningKey(chat, today)),
  );
  const hadMorning = (chat: Chat) => known.keys.has(morningKey(chat, today));
  const mornings = byChat(
    wanted.filter((reminder) => !known.reminders.has(reminderId(reminder))),
    chats,
  );
  const leaders = members
    .filter(({ role }) => role === 'leader')
    .flatMap((member) =>
      channelsOf(member.id, chats)
        .slice(0, 1)
        .map((chat) => ({ member, chat })),
    )
    .filter(({ chat }) => !mornings.has(chat) && !hadMorning(chat));
  for (const { chat } of await awaited(store, office, leaders)) mornings.set(chat, []);
  return [...mornings].flatMap(([chat, reminders]) => noticeOf(chat, today, reminders, hadMorning(chat)));
};

function datesInSight(today: Day, { stages, ofPlans = {}, calendar }: OfficeRules): DatesInSight {
  // A month's question may come on the last working days of the month before.
  const nextMonth = addDays(`${today.slice(0, 7)}-28`, 4).slice(0, 7);
  return {
    dueBy: latestDayInSight(today, [stages, ...Object.values(ofPlans)], calendar),
    asks: { from: today, to: `${nextMonth}-31` },
  };
}

/**
 * Leaders for whom something waits since before this morning, though there may be nothing to remind them of. What has come
 * in since they hear of when it comes.
 */
async function awaited<Leader extends { member: Member }>(
  store: Store,
  { office, members, rules, today, now }: OfficeNow,
  leaders: Leader[],
): Promise<Leader[]> {
  const ids = leaders.length > 0 ? await store.planning.tasksAwaitingAnswer(office.id) : [];
  if (ids.length === 0) return [];
  const tasks = await store.plans.boardOfTasks(office.id, ids);
  const found: Leader[] = [];
  for (const leader of leaders) {
    const decisions = await decisionsOf(store, leader.member, { members, tasks }, now);
    if (waitsSince(decisions, instantAt(today, rules.remindFrom))) found.push(leader);
  }
  return found;
}

/** Only for the person who wants it so, and never what is due or overdue. */
function isLeftForLater(
  { task, occurrence, recipient }: PlannedReminder,
  snoozes: Snooze[],
  today: Day,
  { calendar }: OfficeRules,
): boolean {
  return (
    recipient.kind === 'member' &&
    // The last working day before a date on a day off is the last on which anything can be done.
    calendar.onOrBefore(occurrence.lastDay) > today &&
    isPutOff(snoozes, { memberId: recipient.id, taskId: task.id }, today)
  );
}

/**
 * One message a morning: whoever has had today's is told the rest tomorrow, but for what is due today. A person has had
 * it on whatever platform it came.
 */
function noticeOf(chat: Chat, today: Day, reminders: ReminderKey[], hadMorning: boolean): Telling[] {
  const notice = { kind: 'reminders', chatId: chat.id, day: today } as const;
  if (!hadMorning) return [{ ...notice, key: morningKey(chat, today), reminders }];
  // A date that came in during the day and falls on it cannot wait for tomorrow.
  const urgent = reminders.filter(({ stage }) => stage === 'due');
  if (urgent.length === 0) return [];
  const first = Math.min(...urgent.map(({ occurrenceId }) => occurrenceId));
  return [{ ...notice, key: `today:${today}:${whose(chat)}:${first}`, reminders: urgent }];
}

function morningKey(chat: Chat, today: Day): string {
  return `morning:${today}:${whose(chat)}`;
}

function whose({ id, memberId }: Chat): string {
  return memberId === null ? String(id) : `member:${memberId}`;
}

function asKey({ occurrence, recipient, stage }: PlannedReminder): ReminderKey {
  return { occurrenceId: occurrence.id, recipient, stage };
}

/**
 * What nobody in charge can be told, because none of them has joined and no group is bound: the clerks hear of it, so
 * that no reminder goes unheard in silence.
 */
function unheard(planned: PlannedReminder[], members: Member[], chats: Chat[]): ReminderKey[] {
  const clerks = members.filter(({ role }) => role === 'clerk');
  const stageOf = ({ occurrence, stage }: PlannedReminder) => `${occurrence.id} ${stage}`;
  const heard = new Set(planned.filter(({ recipient }) => chatFor(recipient, chats)).map(stageOf));
  const silent = new Map(planned.filter((one) => !heard.has(stageOf(one))).map((one) => [stageOf(one), one]));
  return [...silent.values()].flatMap(({ occurrence, stage }) =>
    clerks.map(({ id }) => ({
      occurrenceId: occurrence.id,
      recipient: { kind: 'member' as const, id },
      stage,
    })),
  );
}

/** Whoever has no chat yet is told as soon as there is one; meanwhile the group of the unit is. */
function byChat(reminders: ReminderKey[], chats: Chat[]): Map<Chat, ReminderKey[]> {
  const chatOf = new Map<string, Chat | undefined>();
  const grouped = new Map<Chat, ReminderKey[]>();
  for (const reminder of reminders) {
    const key = recipientKey(reminder.recipient);
    if (!chatOf.has(key)) chatOf.set(key, chatFor(reminder.recipient, chats));
    const chat = chatOf.get(key);
    if (chat) grouped.set(chat, [...(grouped.get(chat) ?? []), reminder]);
  }
  return grouped;
}
