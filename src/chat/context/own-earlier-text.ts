import { messageById } from '../../services/delivery/album.ts';
import type { MemberTurn } from '../turn.ts';

/**
 * The words of an earlier message, which a button brings back.
 * @returns null where this person has sent nothing of the kind in this chat: buttons can be forged
 */
export async function ownEarlierText(
  { store, update }: MemberTurn,
  updateId: number,
): Promise<string | null> {
  const earlier = await messageById(store.inbox, updateId);
  const isOwn =
    earlier?.platform === update.platform &&
    earlier.chat.id === update.chat.id &&
    earlier.from?.id === update.from?.id;
  return isOwn && earlier.event.type === 'message' ? earlier.event.text : null;
}
