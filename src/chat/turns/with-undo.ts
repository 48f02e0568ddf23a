import { buttonData } from '../button-data.ts';
import type { Answer, Turn } from '../turn.ts';

/** Whatever a message or a button has changed is answered with the button that takes it back. */
export async function withUndo({ store, updateId, t }: Turn, answer: Answer): Promise<Answer> {
  const change = (await store.changes.ofUpdate(updateId)).at(-1);
  if (!change) return answer;
  const button = { label: t('undo.button'), data: buttonData({ press: 'undo', number: change.id }) };
  return { ...answer, buttons: [...(answer.buttons ?? []), [button]] };
}
