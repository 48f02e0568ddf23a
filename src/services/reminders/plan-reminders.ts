import type { Clock } from '../../clock.ts';
import { type Day, instantAt } from '../../domain/day.ts';
import type { Member } from '../../domain/member.ts';
import { rulesOf } from '../../domain/office-settings.ts';
import { isPutOff, type Snooze } from '../../domain/put-off.ts';
import { type PlannedReminder, recipientKey, remindersForDay } from '../../domain/reminders-for-day.ts';
import type { Task } from '../../domain/task.ts';
import { forEachOffice } from '../office/for-each-office.ts';
import type { OfficeBoard } from '../office/office-board.ts';
import { dayAtWork, type OfficeRules } from '../office/office-rules.ts';
import { channelsOf, chatFor } from '../people/channels.ts';
import type { Chat } from '../ports/chats.ts';
import type { Organization } from '../ports/offices.ts';
import type { Queue } from '../ports/queue.ts';
import { type ReminderKey, reminderId } from '../ports/reminders.ts';
import type { Storage } from '../ports/store.ts';
import { hasGrowingDates, layOutOccurrences } from '../tasks/lay-out-occurrences.ts';
import { decisionsOf, waitsSince } from './decisions.ts';

export interface PlannerDeps {
  storage: Storage;
  queue: Queue;
  clock: Clock;
  rules: OfficeRules;
}

/**
 * Writes into the ledger whom to remind of what today, one notice for each chat, and wakes the sender.
 *
 * Run as often as you like, by as many processes as you like: what stands in the ledger is not written again. A run
 * that was missed is made up for by the next one, as long as the office is at work.
 * @throws {AggregateError} names the offices that could not be planned; the others have been.
 */
export async function planReminders(deps: PlannerDeps): Promise<void> {
  const offices = await deps.storage.offices.all();
  const now = deps.clock.now();
  await forEachOffice(offices, 'Not planned', async (office) => {
    const rules = rulesOf(deps.rules, office.settings);
    const today = dayAtWork(now, rules);
    if (today !== null) await planOffice({ ...deps, rules }, office, today);
  });
}

async function planOffice(deps: PlannerDeps, office: Organization, today: Day): Promise<void> {
  const { storage, queue, rules } = deps;
  const [tasks, members, chats, absences, snoozes] = await Promise.all([
    currentBoard(storage, office, today, rules),
    storage.offices.members(office.id),
    storage.chats.ofOrganization(office.id),
    storage.absences.ofOffice(office.id, today),
    storage.ownReminders.snoozesOn(office.id, today),
  ]);
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
  const known = await storage.reminders.known(planned.map(({ occurrence }) => occurrence.id));
  const wanted = [...planned.map(asKey), ...unheard(planned, members, chats)];
  const owed = wanted.filter((reminder) => !known.has(reminderId(reminder)));
  const mornings = byChat(owed, chats);
  for (const chat of await chatsOfDeciders(deps, { members, tasks }, chats, today)) {
    if (!mornings.has(chat)) mornings.set(chat, []);
  }
  for (const [chat, reminders] of mornings) {
    const added = await addNotice(deps, chat, today, reminders);
    if (added) await queue.wake({ name: 'outbox', chatId: chat.id });
  }
}

/**
 * Where leaders hear for whom something waits since before this morning, though there may be nothing to remind them of.
 * What has come in since they hear of when it comes.
 */
async function chatsOfDeciders(
  { storage, clock, rules }: PlannerDeps,
  board: Pick<OfficeBoard, 'members' | 'tasks'>,
  chats: Chat[],
  today: Day,
): Promise<Chat[]> {
  const found = board.members
    .filter(({ role }) => role === 'leader')
    .flatMap((member) => {
      const [chat] = channelsOf(member.id, chats);
      return chat ? [{ member, chat, key: morningKey(chat, today) }] : [];
    });
  const known = await storage.outbox.known(found.map(({ key }) => key));
  const deciders: Chat[] = [];
  for (const { member, chat } of found.filter(({ key }) => !known.has(key))) {
    const decisions = await decisionsOf(storage, member, board, clock.now());
    if (waitsSince(decisions, instantAt(today, rules.remindFrom))) deciders.push(chat);
  }
  return deciders;
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
async function addNotice(
  deps: PlannerDeps,
  chat: Chat,
  today: Day,
  reminders: ReminderKey[],
): Promise<boolean> {
  return deps.storage.transaction(async (store) => {
    const at = deps.clock.now();
    const notice = { kind: 'reminders' as const, chatId: chat.id, day: today, content: null, at };
    const { id, isNew } = await store.outbox.add({ ...notice, key: morningKey(chat, today) });
    if (isNew) {
      await store.reminders.add(id, today, reminders);
      return true;
    }
    // A date that came in during the day and falls on it cannot wait for tomorrow.
    // What another planner has just written down is its own to tell.
    const known = await store.reminders.known(reminders.map(({ occurrenceId }) => occurrenceId));
    const urgent = reminders.filter((one) => one.stage === 'due' && !known.has(reminderId(one)));
    if (urgent.length === 0) return false;
    const first = Math.min(...urgent.map(({ occurrenceId }) => occurrenceId));
    const added = await store.outbox.add({ ...notice, key: `today:${today}:${whose(chat)}:${first}` });
    if (added.isNew) await store.reminders.add(added.id, today, urgent);
    return added.isNew;
  });
}

function morningKey(chat: Chat, today: Day): string {
  return `morning:${today}:${whose(chat)}`;
}

function whose({ id, memberId }: Chat): string {
  return memberId === null ? String(id) : `member:${memberId}`;
}

/** The office's tasks, with every due date that has come into sight by today. */
async function currentBoard(
  storage: Storage,
  office: Organization,
  today: Day,
  rules: OfficeRules,
): Promise<Task[]> {
  const board = await storage.plans.board(office.id);
  let added = 0;
  for (const task of board.filter(hasGrowingDates)) {
    added += await layOutOccurrences(storage, task, today, rules);
  }
  return added > 0 ? storage.plans.board(office.id) : board;
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
