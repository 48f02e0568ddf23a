import { isLasting } from '../../services/undo-draft.ts';
import { buttonData } from '../button-data.ts';
import type { Answer, Turn } from '../turn.ts';

/** Whatever a message or a button has changed, and can be undone, is answered with the button that takes it back. */
export async function withUndo({ store, updateId, t }: Turn, answer: Answer): Promise<Answer> {
  const change = (await store.changes.ofUpdate(updateId)).at(-1);
  if (!change || isLasting(change.made)) return answer;
  const button = { label: t('undo.button'), data: buttonData({ press: 'undo', number: change.id }) };
  return { ...answer, buttons: [...(answer.buttons ?? []), [button]] };
}
