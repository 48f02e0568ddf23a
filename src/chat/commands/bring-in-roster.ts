import type { PersonalNews } from '../../domain/giving.ts';
import type { OfficeRules } from '../../services/office/office-rules.ts';
import {
  applyRoster,
  type RosterChanges,
  type RosterOf,
  returnedBy,
} from '../../services/people/import-roster.ts';
import type { Author } from '../../services/ports/audit-log.ts';
import type { RosterChanged } from '../../services/ports/changes.ts';
import type { Roster } from '../../services/ports/documents.ts';
import type { Organization } from '../../services/ports/offices.ts';
import type { Store } from '../../services/ports/store.ts';
import { tellOfLeaving } from '../delivery/tell-of-leaving.ts';
import { welcomeBack } from '../delivery/welcome-back.ts';

/**
 * As {@link applyRoster}, and whoever is back on it is welcomed.
 * @returns `news`: still to be told; `wakes`: the chats for which something new waits
 */
export async function bringInRoster(
  store: Store,
  roster: Roster,
  of: RosterOf,
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
  const { office, changes, changed, news, left } = await applyRoster(store, roster, of, locale, author);
  const key = `back:roster:${author.at.toISOString()}`;
  const welcomed = await welcomeBack(store, returnedBy(changed), { key, at: author.at, rules });
  const leaving = left.map((person) => ({ person, how: 'gone' as const, unit: '' }));
  const told = await tellOfLeaving(store, office.id, leaving, { at: author.at, rules, by: null });
  return { office, changes, changed, news, wakes: [...welcomed, ...told.wakes] };
}
