import { officeDayAt } from '../../domain/day.ts';
import type { Member } from '../../domain/member.ts';
import { dayAtWork, type OfficeRules } from '../office/office-rules.ts';
import type { Store } from '../ports/store.ts';
import type { Transfer } from '../ports/transfers.ts';
import { clerksOf, noteOnce } from './note-once.ts';
import type { PlannerDeps } from './plan-reminders.ts';

/** So many working days the other side has to answer; then the clerk decides. */
const SILENT_WORKING_DAYS = 2;

/** A clerk is asked once about each task that a unit wants to pass on and nobody has answered. */
export async function noteSilent(deps: PlannerDeps): Promise<void> {
  const { storage, clock, rules } = deps;
  const now = clock.now();
  if (dayAtWork(now, rules) === null) return;
  const silent = (await storage.transfers.askedBefore(now)).filter((one) => isSilent(one, now, rules));
  const offices = new Set(silent.map(({ organizationId }) => organizationId));
  for (const organizationId of offices) {
    const clerks = await clerksOf(storage, organizationId);
    for (const { id } of silent.filter((one) => one.organizationId === organizationId)) {
      const keyOf = (clerk: Member) => `transfer:${id}:silent:member:${clerk.id}`;
      await noteOnce(deps, organizationId, clerks, { kind: 'silent', day: null, keyOf });
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
