import { tellOfShell } from '../chat/delivery/tell-of-shell.ts';
import type { Translate } from '../chat/translate.ts';
import { groupName, groupsWords } from '../chat/words/groups-words.ts';
import { type BoundGroup, boundGroups, unbindGroup } from '../services/people/groups.ts';
import { chosenOffice } from './chosen-office.ts';
import { ShellFailure } from './failure.ts';
import { shellTranslator } from './in-shell.ts';
import { print, printJson, printLines } from './print.ts';
import { withStorage } from './with-storage.ts';

/** `nhachan groups`: the groups that are reminded, as with "/nhom" in chat. */
export function groupsCommand(
  action: string,
  number: string,
  options: { office?: string; json?: boolean },
): Promise<void> {
  return withStorage(async ({ storage, clock }) => {
    const office = await chosenOffice(storage, options.office);
    const { id: organizationId, locale } = office;
    const t = shellTranslator(locale);
    if (action === 'list') {
      list(await boundGroups(storage, organizationId), t, options);
      return;
    }
    const isMeant = (_group: BoundGroup, at: number) => String(at) === number;
    const author = { organizationId, by: null, updateId: null, at: clock.now() };
    const outcome = await storage.transaction(async (store) => {
      const done = await unbindGroup(store, { ...author, isMeant });
      await tellOfShell(store, office, author.at);
      return done;
    });
    if (outcome.kind !== 'unbound') throw new ShellFailure(`No group ${number}. See: nhachan groups`);
    const { group } = outcome;
    if (options.json) printJson({ type: 'unbound', number: Number(number), title: group.chat.title });
    else print(t('groups.unbound', { group: groupName(group, t) }));
  });
}

function list(bound: BoundGroup[], t: Translate, { json }: { json?: boolean }): void {
  if (!json) {
    printLines(groupsWords(bound, t));
    return;
  }
  for (const [index, { chat, unit }] of bound.entries()) {
    const { platform, title, reachable } = chat;
    printJson({ type: 'group', number: index + 1, title, platform, unit: unit?.name ?? null, reachable });
  }
}
