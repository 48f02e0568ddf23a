import { officeDayAt } from '../../domain/day.ts';
import type { PersonalNews } from '../../domain/giving.ts';
import type { Member } from '../../domain/member.ts';
import { officeBoard } from '../../services/office/office-board.ts';
import type { OfficeRules } from '../../services/office/office-rules.ts';
import { applyRoster, type RosterChanges, returnedBy } from '../../services/people/import-roster.ts';
import { tellMembers } from '../../services/people/tell-members.ts';
import type { Author } from '../../services/ports/audit-log.ts';
import type { RosterChanged } from '../../services/ports/changes.ts';
import type { Roster } from '../../services/ports/documents.ts';
import type { Organization } from '../../services/ports/offices.ts';
import type { Store } from '../../services/ports/store.ts';
import { welcomeBack } from '../delivery/welcome-back.ts';
import { translator } from '../translate.ts';
import { openTasksOf } from '../words/news-words.ts';

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
  const { office, changes, changed, news, left } = await applyRoster(store, roster, locale, author);
  const key = `back:roster:${author.at.toISOString()}`;
  const welcomed = await welcomeBack(store, returnedBy(changed), { key, at: author.at, rules });
  const told = await tellOfLeaving(store, office, left, author, rules);
  return { office, changes, changed, news, wakes: [...welcomed, ...told] };
}

/** What those who have left had by name is listed to the head of their unit and to the clerks, to be given to others. */
async function tellOfLeaving(
  store: Store,
  { id: organizationId, locale }: Organization,
  left: Member[],
  { at }: Author,
  rules: OfficeRules,
): Promise<number[]> {
  const t = translator(locale);
  const context = { t, today: officeDayAt(at), calendar: rules.calendar };
  const { tasks, members } = await officeBoard(store, organizationId);
  const wakes: number[] = [];
  for (const person of left) {
    const theirs = openTasksOf(person, tasks, context);
    if (theirs.length === 0) continue;
    const hearing = members.filter(
      ({ role, unitHead, unitId }) => role === 'clerk' || (unitHead && unitId === person.unitId),
    );
    const example = /^#(\d+)/.exec(theirs[0] ?? '')?.[1] ?? '';
    const lines = [
      t('leave.gone', { name: person.name }),
      ...theirs,
      t('leave.giveOthers', { number: example }),
    ];
    const content = { lines: lines.map((text) => ({ text })) };
    const key = `gone:${person.id}:${at.toISOString()}`;
    wakes.push(...(await tellMembers(store, hearing, { key, content, at })));
  }
  return wakes;
}
