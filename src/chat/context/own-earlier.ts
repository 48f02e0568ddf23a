import { messageById } from '../../services/delivery/album.ts';
import type { InboundMessage, InboundUpdate } from '../../services/ports/messenger.ts';
import type { MemberTurn } from '../turn.ts';

/**
 * An earlier message, which a button brings back.
 * @returns null where this person has sent nothing of the kind in this chat: buttons can be forged
 */
export async function ownEarlierMessage(
  { store, update }: MemberTurn,
  updateId: number,
): Promise<(InboundUpdate & { event: InboundMessage }) | null> {
  const earlier = await messageById(store.inbox, updateId);
  const isOwn =
    earlier?.platform === update.platform &&
    earlier.chat.id === update.chat.id &&
    earlier.from?.id === update.from?.id;
  if (!isOwn || earlier.event.type !== 'message') return null;
  return { ...earlier, event: earlier.event };
}

/** Its words. */
export async function ownEarlierText(turn: MemberTurn, updateId: number): Promise<string | null> {
  return (await ownEarlierMessage(turn, updateId))?.event.text ?? null;
}
