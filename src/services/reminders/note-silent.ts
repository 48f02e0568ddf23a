import { officeDayAt } from '../../domain/day.ts';
import type { Member } from '../../domain/member.ts';
import type { OfficeRules } from '../office/office-rules.ts';
import type { Store } from '../ports/store.ts';
import type { Transfer } from '../ports/transfers.ts';
import type { Part } from './plan-office.ts';
import { isClerk, tellEach } from './tell-each.ts';

/** So many working days the other side has to answer; then the clerk decides. */
const SILENT_WORKING_DAYS = 2;

/** A clerk is asked once about each task that a unit wants to pass on and nobody has answered. */
export const noteSilent: Part = async (_store, office) => {
  const silent = office.transfers.filter((one) => isSilent(one, office.now, office.rules));
  return silent.flatMap((transfer) => {
    const keyOf = ({ id }: Member) => `transfer:${transfer.id}:silent:member:${id}`;
    return tellEach(office, { kind: 'silent', day: null, keyOf, isFor: isClerk });
  });
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
