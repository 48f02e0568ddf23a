import type { InboundUpdate } from '../ports/messenger.ts';
import type { Store } from '../ports/store.ts';

/** A member has set a sign below a notice of the own office. Anybody else's, or below anything else, says nothing. */
export async function markSeen(
  store: Store,
  { platform, chat, from }: InboundUpdate,
  messageId: string,
  at: Date,
): Promise<void> {
  const member = from ? await store.offices.memberByAccount(platform, from.id) : null;
  const notice = member && (await store.outbox.byMessageAt(platform, chat.id, messageId));
  if (!notice) return;
  const { organizationId } = await store.chats.byId(notice.chatId);
  if (organizationId === member.organizationId) await store.outbox.markSeen(notice.id, member.id, at);
}
