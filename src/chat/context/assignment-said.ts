import { messageById } from '../../services/delivery/album.ts';
import type { CommandOf } from '../command.ts';
import type { MemberTurn } from '../turn.ts';
import { understand } from '../understanding/understand.ts';

/**
 * What was said in an earlier message of whom a task is given to, which a button brings back.
 * @returns null where nothing of the kind was said by this person in this chat: buttons can be forged
 */
export async function assignmentSaidIn(
  { store, update, today }: MemberTurn,
  updateId: number,
  numbers: number[],
): Promise<CommandOf<'assign'> | null> {
  const earlier = await messageById(store.inbox, updateId);
  const isOwn =
    earlier?.platform === update.platform &&
    earlier.chat.id === update.chat.id &&
    earlier.from?.id === update.from?.id;
  if (!isOwn || earlier.event.type !== 'message') return null;
  for (const line of [earlier.event.text, ...earlier.event.text.split('\n')]) {
    const said = understand(line.trim().replace(/^\//, ''), { today })?.commands ?? [];
    const meant = said.find(
      (one) => one.name === 'assign' && numbers.every((number) => one.numbers.includes(number)),
    );
    if (meant?.name === 'assign') return meant;
  }
  return null;
}
