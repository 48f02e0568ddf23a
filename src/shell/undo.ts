import { tellNews } from '../chat/delivery/tell-news.ts';
import { welcomeRestored } from '../chat/delivery/welcome-back.ts';
import { nameWords, undoWords } from '../chat/words/undo-words.ts';
import { officeClockAt, officeDayAt } from '../domain/day.ts';
import { defaultRules } from '../services/office/office-rules.ts';
import { broughtBackBy } from '../services/people/import-roster.ts';
import { UNDO_HOURS, undoChange } from '../services/undo/undo-change.ts';
import { chosenOffice } from './chosen-office.ts';
import { ShellFailure } from './failure.ts';
import { shellTranslator } from './in-shell.ts';
import { print, printJson } from './print.ts';
import { withStorage } from './with-storage.ts';

const HOUR_MS = 3600_000;

export interface UndoOptions {
  office?: string;
  list?: boolean;
  json?: boolean;
}

/** `nhachan undo`: takes back what was changed last from the shell, as "hoàn tác" does with one's own message. */
export function undoCommand({ office: named, list, json }: UndoOptions): Promise<void> {
  return withStorage(async ({ storage, clock }) => {
    const office = await chosenOffice(storage, named);
    const t = shellTranslator(office.locale);
    const at = clock.now();
    const changes = await storage.changes.latestOfShell(
      office.id,
      new Date(at.getTime() - UNDO_HOURS * HOUR_MS),
    );
    if (list) {
      for (const { at: doneAt, made } of changes) {
        const what = nameWords(made, t);
        if (json) printJson({ type: 'change', at: doneAt.toISOString(), kind: made.kind, what });
        else print(`${officeDayAt(doneAt)} ${officeClockAt(doneAt)} ${what}`);
      }
      return;
    }
    const [last] = changes;
    if (!last) throw new ShellFailure(`Nothing was changed from the shell within ${UNDO_HOURS} hours`);
    const outcome = await storage.transaction(async (store) => {
      const request = { organizationId: office.id, by: null, updateId: null, at, rules: defaultRules };
      const undone = await undoChange(store, { ...request, of: { change: last.id } });
      const isUndone = undone.kind === 'undone' && undone.results.every(({ builtOn }) => builtOn === null);
      const occasion = { key: `undone:shell:${last.id}`, at, rules: defaultRules };
      if (isUndone && (last.made.kind === 'change-member' || last.made.kind === 'import-roster')) {
        await welcomeRestored(store, broughtBackBy(last.made), last.at, occasion);
      }
      if (undone.kind === 'undone') {
        await tellNews(store, undone.news, {
          ...occasion,
          organizationId: office.id,
          key: `${occasion.key}:news`,
          by: null,
        });
      }
      return undone;
    });
    const lines = undoWords(outcome, t);
    if (outcome.kind !== 'undone' || outcome.results.some(({ builtOn }) => builtOn !== null)) {
      throw new ShellFailure(lines.join(' '));
    }
    if (json) printJson({ type: 'undone', kind: last.made.kind, what: nameWords(last.made, t) });
    else for (const line of lines) print(line);
  });
}
