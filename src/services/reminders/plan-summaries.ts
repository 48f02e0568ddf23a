import { instantAt } from '../../domain/day.ts';
import { headedBy, type Member } from '../../domain/member.ts';
import { standingOf } from '../../domain/permissions.ts';
import { closingDue, type SummaryDue, summaryDue } from '../../domain/summary-day.ts';
import type { NoticeKind } from '../ports/outbox.ts';
import type { Part } from './plan-office.ts';
import { isClerk, tellEach } from './tell-each.ts';

const KINDS: Readonly<Record<SummaryDue['period'], NoticeKind>> = { week: 'weekly', month: 'monthly' };

/**
 * On the first working morning of the week, and of the month, or on the day that the office has chosen: what it has
 * brought, for leaders, clerks and, of their units, heads; and on the day after a month's data are closed, for clerks, what
 * hinders. Or later that week or month if nobody ran then; whoever has
 * joined since that morning has the next one.
 */
export const planSummaries: Part = async (_store, office) => {
  const { today, rules } = office;
  const closed = closingDue(today, rules.closingDay, rules.calendar);
  const hindered = closed && {
    kind: 'hindered' as const,
    day: closed.countedFrom,
    keyOf: (member: Member) => `hindered:${closed.name}:member:${member.id}`,
    since: instantAt(closed.sendOn, rules.remindFrom),
    isFor: isClerk,
  };
  const summaries = (['week', 'month'] as const).flatMap((period) => {
    const due = summaryDue(period, today, rules, rules.calendar);
    if (due === null) return [];
    const keyOf = (member: Member) => `summary:${due.name}:member:${member.id}`;
    const since = instantAt(due.sendOn, rules.remindFrom);
    return [{ kind: KINDS[period], day: due.countedFrom, keyOf, since, isFor: hasSummaries }];
  });
  return [...(hindered ? [hindered] : []), ...summaries].flatMap((summary) => tellEach(office, summary));
};

/** Whose own work it is to look at that of others. */
export function hasSummaries(member: Member): boolean {
  const standing = standingOf(member);
  return standing === 'head' ? headedBy(member).length > 0 : standing !== 'officer';
}
