import { bringInRoster } from '../chat/commands/bring-in-roster.ts';
import { tellNews } from '../chat/delivery/tell-news.ts';
import { tellOfShell } from '../chat/delivery/tell-of-shell.ts';
import { translator } from '../chat/translate.ts';
import { planAppliedWords, planPreviewWords } from '../chat/words/plan-preview-words.ts';
import { rosterPreviewWords } from '../chat/words/roster-preview-words.ts';
import { documentReader } from '../documents/document-reader.ts';
import { officeDayAt, yearOf } from '../domain/day.ts';
import { rulesOf } from '../domain/office-settings.ts';
import { defaultRules } from '../services/office/office-rules.ts';
import { compareRoster } from '../services/people/import-roster.ts';
import { comparePlan } from '../services/plans/compare-plan.ts';
import { importPlanAtShell, rosterImportedAtShell } from '../services/plans/decide-draft.ts';
import { draftOf } from '../services/plans/plan-draft.ts';
import type { Author } from '../services/ports/audit-log.ts';
import type { Organization } from '../services/ports/offices.ts';
import { chosenOffice } from './chosen-office.ts';
import { fileAt } from './files.ts';
import { printLines } from './print.ts';
import { withStorage } from './with-storage.ts';

export interface ImportOptions {
  office?: string;
  /** Shows what would change and changes nothing. */
  dryRun?: boolean;
}

/** `nhachan import FILE`: shows what the plan changes, and brings it in. */
export async function importCommand(path: string, options: ImportOptions): Promise<void> {
  const file = await fileAt(path);
  await withStorage(async ({ storage, clock }) => {
    const now = clock.now();
    const draft = draftOf(await documentReader.readPlan(file, yearOf(officeDayAt(now))));
    const office = await chosenOffice(storage, options.office);
    const t = translator(office.locale);
    printLines(
      planPreviewWords(
        file.name,
        await comparePlan(storage, office, draft, now, rulesOf(defaultRules, office.settings)),
        t,
      ),
    );
    if (options.dryRun) return;
    const { comparison } = await storage.transaction(async (store) => {
      const rules = rulesOf(defaultRules, office.settings);
      const from = { content: draft, fileName: file.name };
      const outcome = await importPlanAtShell(store, office, from, rules, now);
      if (outcome.kind === 'applied') await tellNews(store, outcome.news, atShell(office, now));
      await tellOfShell(store, office, now);
      return outcome;
    });
    printLines(planAppliedWords(comparison, t));
  });
}

/** `nhachan roster FILE`: the office, its units, people and roles. */
export async function rosterCommand(path: string, options: { dryRun?: boolean }): Promise<void> {
  const file = await fileAt(path);
  const roster = await documentReader.readRoster(file);
  await withStorage(async ({ storage, clock, config }) => {
    const t = translator(config.LOCALE);
    printLines(rosterPreviewWords(file.name, await compareRoster(storage, roster), t));
    if (options.dryRun) return;
    const now = clock.now();
    const { office } = await storage.transaction(async (store) => {
      const brought = await bringInRoster(store, roster, config.LOCALE, shell(now), defaultRules);
      const { changed, news } = brought;
      await rosterImportedAtShell(store, brought.office, { changed, fileName: file.name }, now);
      await tellNews(store, news, atShell(brought.office, now));
      await tellOfShell(store, brought.office, now);
      return brought;
    });
    printLines([{ text: t('import.rosterApplied', { office: office.name }) }]);
  });
}

/** The running service sends within a minute what waits in the ledger. */
function atShell({ id }: Organization, at: Date) {
  return { organizationId: id, key: `news:shell:${at.toISOString()}`, at, rules: defaultRules, by: null };
}

function shell(at: Date): Author {
  return { memberId: null, updateId: null, at };
}
