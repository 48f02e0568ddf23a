import type { Clock } from '../../clock.ts';
import { rulesOf } from '../../domain/office-settings.ts';
import type { WriteNotice } from '../../services/deliver-chat.ts';
import { type NoticeItems, noticeItems } from '../../services/notice-items.ts';
import type { OfficeRules } from '../../services/office-rules.ts';
import type { Chat } from '../../services/ports/chats.ts';
import type { Line } from '../../services/ports/messenger.ts';
import type { NoticeContent } from '../../services/ports/outbox.ts';
import type { Storage } from '../../services/ports/store.ts';
import { reportsToReview } from '../../services/review-report.ts';
import { isAnybodyUnreached, unreached } from '../../services/unreached.ts';
import { translator } from '../translate.ts';
import { noticeWords } from '../words/notice-words.ts';
import { unreachedNoteWords } from '../words/unreached-words.ts';

/** The words of reminders and of a clerk's weekly note, from the truth at the moment of sending. */
export function noticeWriter(deps: { storage: Storage; clock: Clock; rules: OfficeRules }): WriteNotice {
  return async (notice, chat) => {
    if (notice.kind === 'unreached') return noteForClerk(deps.storage, chat);
    const items = await noticeItems(deps.storage, notice, chat);
    const content = items && noticeWords(items, deps.clock.now(), rulesOf(deps.rules, items.office.settings));
    return content && { ...content, lines: [...content.lines, ...(await toReviewLine(deps, items))] };
  };
}

/** Where reports are accepted first: whoever accepts them is reminded of those that wait. */
async function toReviewLine(
  { storage, clock }: { storage: Storage; clock: Clock },
  { office, member }: NoticeItems,
): Promise<Line[]> {
  if (!member || !office.acceptFirst) return [];
  const reports = await reportsToReview(storage, member, clock.now());
  const count = reports.filter(({ reports: [{ state }] }) => state === 'waiting').length;
  return count === 0
    ? []
    : [{ text: translator(office.locale)('notice.toReview', { count }), style: 'quiet' }];
}

async function noteForClerk(storage: Storage, chat: Chat): Promise<NoticeContent | null> {
  const { organizationId, memberId } = chat;
  if (organizationId === null) return null;
  const members = await storage.offices.members(organizationId);
  if (!members.some(({ id, role }) => id === memberId && role === 'clerk')) return null;
  const found = await unreached(storage, organizationId);
  if (!isAnybodyUnreached(found)) return null;
  const { locale } = await storage.offices.byId(organizationId);
  return { lines: unreachedNoteWords(found, translator(locale)) };
}
