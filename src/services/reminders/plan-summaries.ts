import { instantAt } from '../../domain/day.ts';
import { headedBy, type Member } from '../../domain/member.ts';
import { standingOf } from '../../domain/permissions.ts';
import { closingDue, type SummaryDue, summaryDue } from '../../domain/summary-day.ts';
import { channelsOf } from '../people/channels.ts';
import type { NoticeKind } from '../ports/outbox.ts';
import type { Telling } from '../ports/planning.ts';
import type { OfficeNow, Part } from './plan-office.ts';

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
    isFor: ({ role }: Member) => role === 'clerk',
  };
  const summaries = (['week', 'month'] as const).flatMap((period) => {
    const due = summaryDue(period, today, rules, rules.calendar);
    if (due === null) return [];
    const keyOf = (member: Member) => `summary:${due.name}:member:${member.id}`;
    const since = instantAt(due.sendOn, rules.remindFrom);
    return [{ kind: KINDS[period], day: due.countedFrom, keyOf, since, isFor: hasSummaries }];
  });
  return [...(hindered ? [hindered] : []), ...summaries].flatMap((summary) => tellingsOf(office, summary));
};

/** Whose own work it is to look at that of others. */
export function hasSummaries(member: Member): boolean {
  const standing = standingOf(member);
  return standing === 'head' ? headedBy(member).length > 0 : standing !== 'officer';
}

interface Summary extends Pick<Telling, 'kind' | 'day'> {
  since: Date;
  keyOf(member: Member): string;
  isFor(member: Member): boolean;
}

/** To everybody of an office whom it is for and who had joined by `since`, a notice whose words are found when it is sent. */
function tellingsOf(
  { members, joined, chats }: OfficeNow,
  { kind, day, since, keyOf, isFor }: Summary,
): Telling[] {
  return members.filter(isFor).flatMap((member) => {
    const joinedAt = joined.get(member.id);
    const [chat] = channelsOf(member.id, chats);
    return chat && joinedAt !== undefined && joinedAt <= since
      ? [{ key: keyOf(member), kind, chatId: chat.id, day }]
      : [];
  });
}
