import { officeDayAt } from '../../domain/day.ts';
import type { Member } from '../../domain/member.ts';
import { dayAtWork, type OfficeRules } from '../office/office-rules.ts';
import { channelsOf } from '../people/channels.ts';
import type { Store } from '../ports/store.ts';
import type { Transfer } from '../ports/transfers.ts';
import type { PlannerDeps } from './plan-reminders.ts';

/** So many working days the other side has to answer; then the clerk decides. */
const SILENT_WORKING_DAYS = 2;

/** A clerk is asked once about each task that a unit wants to pass on and nobody has answered. */
export async function noteSilent({ storage, queue, clock, rules }: PlannerDeps): Promise<void> {
  const now = clock.now();
  if (dayAtWork(now, rules) === null) return;
  const silent = (await storage.transfers.askedBefore(now)).filter((one) => isSilent(one, now, rules));
  const offices = new Set(silent.map(({ organizationId }) => organizationId));
  for (const organizationId of offices) {
    const chats = await storage.chats.ofOrganization(organizationId);
    const clerks = (await storage.offices.members(organizationId)).filter(({ role }) => role === 'clerk');
    for (const { id } of silent.filter((one) => one.organizationId === organizationId)) {
      const keyOf = (clerk: Member) => `transfer:${id}:silent:member:${clerk.id}`;
      const known = await storage.outbox.known(clerks.map(keyOf));
      for (const clerk of clerks.filter((one) => !known.has(keyOf(one)))) {
        const [chat] = channelsOf(clerk.id, chats);
        if (!chat) continue;
        const note = {
          key: keyOf(clerk),
          kind: 'silent',
          chatId: chat.id,
          day: null,
          content: null,
        } as const;
        const { isNew } = await storage.outbox.add({ ...note, at: now });
        if (isNew) await queue.wake({ name: 'outbox', chatId: chat.id });
      }
    }
  }
}

/** Nobody has answered it in time. */
export function isSilent({ askedAt }: Transfer, now: Date, { calendar }: OfficeRules): boolean {
  return calendar.addWorkingDays(officeDayAt(askedAt), SILENT_WORKING_DAYS) <= officeDayAt(now);
}

/** Those of the office that wait still, as the truth is now. */
export async function silentTransfers(
  store: Store,
  organizationId: number,
  now: Date,
  rules: OfficeRules,
): Promise<Transfer[]> {
  return (await store.transfers.openOfOffice(organizationId)).filter((one) => isSilent(one, now, rules));
}
