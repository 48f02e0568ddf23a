import { tellOfShell } from '../chat/delivery/tell-of-shell.ts';
import { unitsWords } from '../chat/words/units-words.ts';
import { isOfUnit, type Unit } from '../domain/member.ts';
import { type NameUnitOutcome, nameUnit } from '../services/people/name-unit.ts';
import { type RenameOutcome, renameUnit } from '../services/people/rename-unit.ts';
import type { Organization } from '../services/ports/offices.ts';
import type { Storage } from '../services/ports/store.ts';
import { chosenOffice } from './chosen-office.ts';
import { ShellFailure } from './failure.ts';
import { shellTranslator } from './in-shell.ts';
import { printJson, printLines } from './print.ts';
import { withStorage } from './with-storage.ts';

/** `nhachan units`: the units and what plans call them, as with "/donvi" in chat. */
export function unitsCommand(
  action: string,
  unit: string,
  name: string,
  options: { office?: string; json?: boolean },
): Promise<void> {
  return withStorage(async ({ storage, clock }) => {
    const office = await chosenOffice(storage, options.office);
    if (action !== 'list') await called(storage, office, action, unit, name, clock.now());
    const units = await storage.offices.units(office.id);
    const members = await storage.offices.members(office.id);
    if (!options.json) {
      printLines(unitsWords(units, members, shellTranslator(office.locale)));
      return;
    }
    for (const { id, name: its, aliases } of units) {
      const people = members.filter((one) => isOfUnit(one, id)).length;
      printJson({ type: 'unit', name: its, aliases, people });
    }
  });
}

async function called(
  storage: Storage,
  office: Organization,
  action: string,
  unit: string,
  name: string,
  at: Date,
): Promise<void> {
  if (unit === '' || name === '') throw new ShellFailure(`Write: nhachan units ${action} UNIT NAME`);
  const author = { organizationId: office.id, by: null, updateId: null, at };
  const outcome = await storage.transaction<NameUnitOutcome | RenameOutcome>(async (store) => {
    const done =
      action === 'rename'
        ? await renameUnit(store, { ...author, unit, to: name })
        : await nameUnit(store, { ...author, unit, words: name });
    await tellOfShell(store, office, at);
    return done;
  });
  switch (outcome.kind) {
    case 'renamed':
    case 'named':
      return;
    case 'unknown-unit':
      throw new ShellFailure(`No unit "${unit}". Known: ${namesOf(outcome.units)}`);
    case 'taken':
      throw new ShellFailure(`"${name}" is ${outcome.unit?.name ?? 'every unit'}`);
    default:
      throw new ShellFailure(`"${name}" cannot be told from other words, or is its name already`);
  }
}

function namesOf(units: Unit[]): string {
  return units.map(({ name }) => name).join('; ');
}
