import { instantAt } from '../../domain/day.ts';
import { headedBy, type Member } from '../../domain/member.ts';
import { rulesOf } from '../../domain/office-settings.ts';
import { standingOf } from '../../domain/permissions.ts';
import { closingDue, type SummaryDue, summaryDue } from '../../domain/summary-day.ts';
import { forEachOffice } from '../office/for-each-office.ts';
import { dayAtWork } from '../office/office-rules.ts';
import type { NoticeKind } from '../ports/outbox.ts';
import { type Note, noteOnce } from './note-once.ts';
import type { PlannerDeps } from './plan-reminders.ts';

const KINDS: Readonly<Record<SummaryDue['period'], NoticeKind>> = { week: 'weekly', month: 'monthly' };

/**
 * On the first working morning of the week, and of the month, or on the day that the office has chosen: what it has
 * brought, for leaders, clerks and, of their units, heads; and on the day after a month's data are closed, for clerks, what
 * hinders. Or later that week or month if nobody ran then; whoever has
 * joined since that morning has the next one.
 * @throws {AggregateError} names the offices whose summaries could not be planned; the others have been.
 */
export async function planSummaries(deps: PlannerDeps): Promise<void> {
  const { storage, clock } = deps;
  const now = clock.now();
  await forEachOffice(await storage.offices.all(), 'No summary', async ({ id, settings }) => {
    const rules = rulesOf(deps.rules, settings);
    const today = dayAtWork(now, rules);
    if (today === null) return;
    const closed = closingDue(today, rules.closingDay, rules.calendar);
    if (closed !== null) {
      await tellOnce(deps, id, {
        kind: 'hindered',
        day: closed.countedFrom,
        keyOf: (member) => `hindered:${closed.name}:member:${member.id}`,
        since: instantAt(closed.sendOn, rules.remindFrom),
        isFor: ({ role }) => role === 'clerk',
      });
    }
    for (const period of ['week', 'month'] as const) {
      const due = summaryDue(period, today, rules, rules.calendar);
      if (due === null) continue;
      const day = due.countedFrom;
      const keyOf = (member: Member) => `summary:${due.name}:member:${member.id}`;
      const since = instantAt(due.sendOn, rules.remindFrom);
      await tellOnce(deps, id, { kind: KINDS[period], day, keyOf, since, isFor: hasSummaries });
    }
  });
}

/** Whose own work it is to look at that of others. */
export function hasSummaries(member: Member): boolean {
  const standing = standingOf(member);
  return standing === 'head' ? headedBy(member).length > 0 : standing !== 'officer';
}

/** To everybody of an office whom it is for and who had joined by `since`. */
async function tellOnce(
  deps: PlannerDeps,
  organizationId: number,
  { since, isFor, ...note }: Note & { since: Date; isFor(member: Member): boolean },
): Promise<void> {
  const { storage } = deps;
  const people = (await storage.offices.members(organizationId)).filter(isFor);
  const known = await storage.outbox.known(people.map(note.keyOf));
  const missing = people.filter((one) => !known.has(note.keyOf(one)));
  if (missing.length === 0) return;
  const joined = await storage.offices.joined(organizationId);
  const joinedBySince = missing.filter(({ id }) => {
    const joinedAt = joined.get(id);
    return joinedAt !== undefined && joinedAt <= since;
  });
  await noteOnce(deps, organizationId, joinedBySince, note);
}
