import { officeDayAt } from '../../domain/day.ts';
import { isEscalatedTo } from '../../domain/in-charge.ts';
import type { Member, Unit } from '../../domain/member.ts';
import { partToldTo } from '../../domain/open-dates.ts';
import { leadUnitIds, type Occurrence, type Task, unitsOwing } from '../../domain/task.ts';
import type { Chat } from '../ports/chats.ts';
import type { Organization } from '../ports/offices.ts';
import type { Notice } from '../ports/outbox.ts';
import type { ReminderKey } from '../ports/reminders.ts';
import type { Store } from '../ports/store.ts';
import { countOf, type Decisions, decisionsOf } from './decisions.ts';

/** A reminder notice as the truth is now. */
export interface NoticeItems {
  office: Organization;
  units: Unit[];
  members: Member[];
  /** The person it is for; null for a group. */
  member: Member | null;
  items: NoticeItem[];
  /** What waits for an answer of a leader's; nobody else's morning has any. */
  decisions?: Decisions;
}

/** A task that is shown as it is now, because there is news of it. */
export interface NoticeItem {
  task: Task;
  /** The lead unit whose part of it the reader is told of; null: everybody's. */
  unitId: number | null;
  /** The dates, or the question of the month, of which there is something new to say. */
  news: [Occurrence, ...Occurrence[]];
}

/**
 * Looks again at what a notice was going to say: what has been reported, dropped or taken off somebody since it was
 * planned is no news any more. Null when nothing is left.
 */
export async function noticeItems(
  store: Store,
  notice: Notice,
  chat: Chat,
  now: Date,
): Promise<NoticeItems | null> {
  if (chat.organizationId === null) return null;
  const { office, units, members } = await store.offices.withStaff(chat.organizationId);
  const reminders = await store.reminders.ofNotice(notice.id);
  const member = members.find(({ id }) => id === chat.memberId) ?? null;
  // What waits for a leader's decision may be any task of the office.
  const board =
    member?.role === 'leader'
      ? await store.plans.board(chat.organizationId)
      : await store.plans.boardOfNotice(chat.organizationId, notice.id);
  const today = officeDayAt(now);
  const items = board.flatMap((task): NoticeItem[] => {
    const isNews = (one: Occurrence) =>
      !(member && isEscalatedTo(member, task) && one.lastDay >= today) &&
      reminders.some(
        (reminder) => reminder.occurrenceId === one.id && isStillOwed(reminder, task, one, members),
      );
    const [first, ...others] = task.occurrences.filter(isNews);
    return first ? [{ task, unitId: partTold(member, chat, task), news: [first, ...others] }] : [];
  });
  const told = { office, units, members, member, items };
  if (member?.role !== 'leader') return items.length > 0 ? told : null;
  const decisions = await decisionsOf(store, member, { members, tasks: board }, now);
  return items.length + countOf(decisions) > 0 ? { ...told, decisions } : null;
}

function partTold(member: Member | null, { unitId }: Chat, task: Task): number | null {
  if (member) return partToldTo(member, task);
  return unitId !== null && leadUnitIds(task).includes(unitId) ? unitId : null;
}

function isStillOwed(
  { recipient }: ReminderKey,
  task: Task,
  occurrence: Occurrence,
  members: Member[],
): boolean {
  if (occurrence.state !== 'open') return false;
  const owing = unitsOwing(task, occurrence);
  if (recipient.kind === 'unit') return owing.includes(recipient.id);
  const member = members.find(({ id }) => id === recipient.id);
  if (!member) return false;
  // One of several lead units has reported: its officers have done their part.
  const part = partToldTo(member, task);
  return part === null || owing.includes(part);
}
