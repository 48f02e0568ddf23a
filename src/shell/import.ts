import { bringInRoster } from '../chat/commands/bring-in-roster.ts';
import { tellNews } from '../chat/delivery/tell-news.ts';
import { tellOfShell } from '../chat/delivery/tell-of-shell.ts';
import { translator } from '../chat/translate.ts';
import { planAppliedWords, planPreviewWords } from '../chat/words/plan-preview-words.ts';
import { rosterPreviewWords } from '../chat/words/roster-preview-words.ts';
import { ReaderPool } from '../documents/apart/reader-pool.ts';
import { documentReader } from '../documents/document-reader.ts';
import { officeDayAt, yearOf } from '../domain/day.ts';
import { officeCodeIn } from '../domain/office-name.ts';
import { rulesOf } from '../domain/office-settings.ts';
import { defaultRules } from '../services/office/office-rules.ts';
import { compareRoster, type RosterChanges } from '../services/people/import-roster.ts';
import { type Unclear, type WhichOffice, whichOffice } from '../services/people/which-office.ts';
import { comparePlan } from '../services/plans/compare-plan.ts';
import { importPlanAtShell, rosterImportedAtShell } from '../services/plans/decide-draft.ts';
import { draftOf } from '../services/plans/plan-draft.ts';
import type { Author } from '../services/ports/audit-log.ts';
import type { Roster } from '../services/ports/documents.ts';
import type { Organization } from '../services/ports/offices.ts';
import { chosenOffice } from './chosen-office.ts';
import { ShellFailure } from './failure.ts';
import { fileAt } from './files.ts';
import { printLines } from './print.ts';
import { withStorage } from './with-storage.ts';

export interface ImportOptions {
  office?: string;
  /** Shows what would change and changes nothing. */
  dryRun?: boolean;
}

/** A reader that has nothing more to read does not keep the command from ending. */
const documents = documentReader(new ReaderPool().read);

/** `nhachan import FILE`: shows what the plan changes, and brings it in. */
export async function importCommand(path: string, options: ImportOptions): Promise<void> {
  const file = await fileAt(path);
  await withStorage(async ({ storage, clock }) => {
    const now = clock.now();
    const draft = draftOf(await documents.readPlan(file, yearOf(officeDayAt(now))));
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

export interface RosterOptions {
  /** The code of the office. */
  office?: string;
  /** An office of its own, however much its name is like another's. */
  new?: boolean;
  /** However many leave by it. */
  yes?: boolean;
  dryRun?: boolean;
}

/** `nhachan roster FILE`: the office, its units, people and roles. */
export async function rosterCommand(path: string, options: RosterOptions): Promise<void> {
  const file = await fileAt(path);
  const read = await documents.readRoster(file);
  await withStorage(async ({ storage, clock, config }) => {
    const t = translator(config.LOCALE);
    const roster = { ...read, office: officeSaid(read.office, options.office) };
    const of = whichOffice(roster.office, await storage.offices.all(), { isNew: options.new === true });
    if (of.kind === 'unclear') throw whichIsIt(roster.office.name, of);
    const changes = await compareRoster(storage, roster, of);
    printLines(rosterPreviewWords(file.name, changes, t));
    if (options.dryRun) return;
    if (changes.large && !options.yes) throw tooManyLeave(changes.large, changes.retired.length);
    const now = clock.now();
    const { office } = await storage.transaction(async (store) => {
      const brought = await bringInRoster(store, roster, of, config.LOCALE, shell(now), defaultRules);
      const { changed, news } = brought;
      await rosterImportedAtShell(store, brought.office, { changed, fileName: file.name }, now);
      await tellNews(store, news, atShell(brought.office, now));
      await tellOfShell(store, brought.office, now);
      return brought;
    });
    printLines([{ text: t('import.rosterApplied', { office: office.name }) }]);
  });
}

/** The option says what the file leaves open. */
function officeSaid(office: Roster['office'], option: string | undefined): Roster['office'] {
  if (option === undefined) return office;
  const code = officeCodeIn(option);
  if (code === null) {
    throw new ShellFailure(`"${option}" is no code: capitals and digits, such as XTL. See: nhachan offices`);
  }
  if (office.code !== undefined && office.code !== code) {
    throw new ShellFailure(`The file says office ${office.code}, the option ${code}. Nothing has changed.`);
  }
  return { ...office, code };
}

function whichIsIt(name: string, { why, offices }: Extract<WhichOffice, { kind: 'unclear' }>): ShellFailure {
  const known = offices.map((office) => `${office.name} (${office.code})`).join('; ');
  const whatToDo: Record<Unclear, string> = {
    similar: `is like, and is not, ${known}. Add --office CODE if it is that one, or --new if it is another`,
    several: `is the name of ${known}. Add --office CODE for the one that is meant, or --new for one more`,
    contradictory: `is ${known}, and not the office of the code that is given. Mend one of them`,
    taken: `cannot begin with a code that is taken: ${known}. Choose another by --office CODE`,
  };
  return new ShellFailure(`Which office? "${name}" ${whatToDo[why]}. Nothing has changed.`);
}

function tooManyLeave({ of, units }: NonNullable<RosterChanges['large']>, people: number): ShellFailure {
  const emptied = units.length > 0 ? `, and nobody stays in: ${units.join('; ')}` : '';
  return new ShellFailure(
    `By this list ${people} of ${of} people leave${emptied}. If that is right, add --yes. Nothing has changed.`,
  );
}

/** The running service sends within a minute what waits in the ledger. */
function atShell({ id }: Organization, at: Date) {
  return { organizationId: id, key: `news:shell:${at.toISOString()}`, at, rules: defaultRules, by: null };
}

function shell(at: Date): Author {
  return { memberId: null, updateId: null, at };
}
