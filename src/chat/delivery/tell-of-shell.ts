import { may } from '../../domain/permissions.ts';
import { tellMembers } from '../../services/people/tell-members.ts';
import type { Organization } from '../../services/ports/offices.ts';
import type { Store } from '../../services/ports/store.ts';
import { buttonData } from '../button-data.ts';
import { translator } from '../translate.ts';
import { nameWords } from '../words/undo-words.ts';

/**
 * What the shell has just changed in an office its clerks hear, and may take back. The shell holds no queue: the
 * reconciler, which looks every minute, wakes their chats.
 * @returns the chats for which something new waits
 */
export async function tellOfShell(store: Store, { id, locale }: Organization, at: Date): Promise<number[]> {
  const [change] = await store.changes.latestOfShell(id, at);
  if (!change) return [];
  const t = translator(locale);
  const clerks = (await store.offices.members(id)).filter((member) => may(member, 'undo-shell'));
  const undo = { label: t('undo.button'), data: buttonData({ press: 'undo', number: change.id }) };
  const lines = [{ text: t('undo.toldOfShell', { what: nameWords(change.made, t) }) }];
  const content = { lines, buttons: [[undo]] };
  return tellMembers(store, clerks, { key: `shell:${change.id}`, content, at });
}
