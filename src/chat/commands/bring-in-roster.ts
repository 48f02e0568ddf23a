import type { PersonalNews } from '../../domain/giving.ts';
import { applyRoster, type RosterChanges, returnedBy } from '../../services/import-roster.ts';
import type { OfficeRules } from '../../services/office-rules.ts';
import type { Author } from '../../services/ports/audit-log.ts';
import type { RosterChanged } from '../../services/ports/changes.ts';
import type { Roster } from '../../services/ports/documents.ts';
import type { Organization } from '../../services/ports/offices.ts';
import type { Store } from '../../services/ports/store.ts';
import { welcomeBack } from '../delivery/welcome-back.ts';

/**
 * As {@link applyRoster}, and whoever is back on it is welcomed.
 * @returns `news`: still to be told; `wakes`: the chats for which something new waits
 */
export async function bringInRoster(
  store: Store,
  roster: Roster,
  locale: string,
  author: Author,
  rules: OfficeRules,
): Promise<{
  office: Organization;
  changes: RosterChanges;
  changed: RosterChanged;
  news: PersonalNews[];
  wakes: number[];
}> {
  const { office, changes, changed, news } = await applyRoster(store, roster, locale, author);
  const key = `back:roster:${author.at.toISOString()}`;
  const wakes = await welcomeBack(store, returnedBy(changed), { key, at: author.at, rules });
  return { office, changes, changed, news, wakes };
}
