import { officeDayAt } from '../../domain/day.ts';
import type { OfficeRules } from '../office/office-rules.ts';
import { channelsOf } from '../people/channels.ts';
import type { Store } from '../ports/store.ts';
import type { Transfer } from '../ports/transfers.ts';
import type { Part } from './plan-office.ts';

/** So many working days the other side has to answer; then the clerk decides. */
const SILENT_WORKING_DAYS = 2;

/** A clerk is asked once about each task that a unit wants to pass on and nobody has answered. */
export const noteSilent: Part = async (_store, { transfers, members, chats, now, rules }) => {
  const clerks = members.filter(({ role }) => role === 'clerk');
  return transfers
    .filter((one) => isSilent(one, now, rules))
    .flatMap((transfer) =>
      clerks.flatMap((clerk) => {
        const [chat] = channelsOf(clerk.id, chats);
        const key = `transfer:${transfer.id}:silent:member:${clerk.id}`;
        return chat ? [{ key, kind: 'silent' as const, chatId: chat.id, day: null }] : [];
      }),
    );
};

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
