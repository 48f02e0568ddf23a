import type { Member, Unit } from '../domain/member.ts';
import { leadUnitIds, type Occurrence, type Task, unitsOwing } from '../domain/task.ts';
import type { Chat } from './ports/chats.ts';
import type { Organization } from './ports/offices.ts';
import type { Notice } from './ports/outbox.ts';
import type { ReminderKey } from './ports/reminders.ts';
import type { Store } from './ports/store.ts';

/** A reminder notice as the truth is now. */
export interface NoticeItems {
  office: Organization;
  units: Unit[];
  /** The person it is for; null for a group. */
  member: Member | null;
  items: NoticeItem[];
}

export interface NoticeItem {
  task: Task;
  occurrence: Occurrence;
  /** The lead units that have not reported. */
  owing: number[];
}

/**
 * Looks again at what a notice was going to say: what has been reported, dropped or taken off somebody since it was
 * planned is left out. Null when nothing is left.
 */
export async function noticeItems(store: Store, notice: Notice, chat: Chat): Promise<NoticeItems | null> {
  if (chat.organizationId === null) return null;
  const [office, units, members, board, reminders] = await Promise.all([
    store.offices.byId(chat.organizationId),
    store.offices.units(chat.organizationId),
    store.offices.members(chat.organizationId),
    store.plans.board(chat.organizationId),
    store.reminders.ofNotice(notice.id),
  ]);
  const byOccurrence = new Map<number, NoticeItem>();
  for (const reminder of reminders) {
    const item = itemOf(reminder, board, members);
    if (item) byOccurrence.set(item.occurrence.id, item);
  }
  if (byOccurrence.size === 0) return null;
  const member = members.find(({ id }) => id === chat.memberId) ?? null;
  return { office, units, member, items: [...byOccurrence.values()] };
}

function itemOf(reminder: ReminderKey, board: Task[], members: Member[]): NoticeItem | null {
  for (const task of board) {
    const occurrence = task.occurrences.find(({ id }) => id === reminder.occurrenceId);
    if (!occurrence) continue;
    return isStillOwed(reminder, task, occurrence, members)
      ? { task, occurrence, owing: unitsOwing(task, occurrence) }
      : null;
  }
  return null;
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
  const { unitId } = member;
  // One of several lead units has reported: its officers have done their part.
  if (member.role === 'officer' && unitId !== null && leadUnitIds(task).includes(unitId)) {
    return owing.includes(unitId);
  }
  return true;
}
