import type { Member } from '../../domain/member.ts';
import { fold } from '../../domain/text-fold.ts';
import type { Notice } from '../../services/ports/outbox.ts';
import { buttonData } from '../button-data.ts';
import type { Command, CommandName } from '../command.ts';
import { answeredUpdate } from '../context/offer-taken.ts';
import { type Answer, say, type Turn } from '../turn.ts';
import type { Understanding } from '../understanding/understanding.ts';

/**
 * The reason for which a report is returned, by whoever was asked for it: in reply to the question whatever is written; said
 * right after it, words that mean nothing else may be it, which one tap confirms.
 */
export async function reasonGiven(
  turn: Turn,
  member: Member | null,
  said: Understanding | null,
): Promise<Command | Answer | null> {
  const { store, update, updateId, chat, t } = turn;
  const { event } = update;
  if (member === null || event.type !== 'message') return null;
  const reason = event.text.trim();
  if (reason === '' || reason.startsWith('/')) return null;
  const quoted = event.replyToMessageId;
  if (!mayTellWhy(said)) return null;
  if (quoted !== undefined && !RETRACTS.test(fold(reason))) {
    const report = await reportAskedOf(turn, await store.outbox.byMessage(chat.id, quoted));
    return report === null ? null : { name: 'review', accepts: false, of: { report }, reason };
  }
  if (chat.kind === 'group' && quoted === undefined) return null;
  const question =
    quoted === undefined
      ? await store.outbox.latestSent(chat.id)
      : await store.outbox.byMessage(chat.id, quoted);
  const report = await reportAskedOf(turn, question);
  if (report === null) return null;
  const data = buttonData({ press: 'return', number: report, because: updateId });
  return { ...say(t('review.orReason', { reason })), buttons: [[{ label: t('review.return'), data }]] };
}

/** "Thôi", "không trả lại nữa": perhaps no reason at all, and so asked about. */
const RETRACTS = /(?:^|\b)(?:thoi|khoan|huy|bo qua|nham|khong tra|dung tra|chua tra|never mind)\b/;

/** "Chưa đủ biểu mẫu", "sai số liệu": names no task, and asks for nothing. */
function mayTellWhy(said: Understanding | null): boolean {
  if (said === null) return true;
  // What is only like a question may well be a reason.
  const isSaid = said.sure && said.isLikely !== true;
  return said.numbers.length === 0 && (!isSaid || said.commands.every(({ name }) => TELLING.has(name)));
}

const TELLING: ReadonlySet<CommandName> = new Set(['talk', 'not-done', 'partial', 'obstacle', 'explain']);

/** Of which report this message asks why it is returned, if it asks this person. */
async function reportAskedOf({ store, update }: Turn, question: Notice | null): Promise<number | null> {
  const report = question?.content?.asksWhy;
  const id = question && answeredUpdate(question);
  if (report === undefined || id === null) return null;
  const asked = await store.inbox.byId(id);
  return asked?.from?.id === update.from?.id ? report : null;
}
