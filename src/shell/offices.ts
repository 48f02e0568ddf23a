import { officeCodeIn } from '../domain/office-name.ts';
import { renameOffice } from '../services/people/rename-office.ts';
import { chosenOffice } from './chosen-office.ts';
import { ShellFailure } from './failure.ts';
import { print, printJson } from './print.ts';
import { withStorage } from './with-storage.ts';

/** `nhachan offices`: the offices of this database, and what each is called. */
export function officesCommand(
  action: string,
  office: string | undefined,
  value: string | undefined,
  { json }: { json?: boolean },
): Promise<void> {
  return withStorage(async ({ storage, clock }) => {
    if (action !== 'list') {
      if (office === undefined || value === undefined) {
        throw new ShellFailure(`Say which office and its new ${action}: nhachan offices ${action} CODE NEW`);
      }
      const { id } = await chosenOffice(storage, office);
      const called = action === 'code' ? { code: codeOf(value) } : { name: value.trim() };
      const outcome = await storage.transaction((store) => renameOffice(store, id, called, clock.now()));
      if (outcome.kind === 'taken') {
        throw new ShellFailure(`The code ${value} is taken: ${outcome.by.name}. See: nhachan offices`);
      }
    }
    for (const { id, code, name } of await storage.offices.all()) {
      const people = (await storage.offices.members(id)).length;
      if (json) printJson({ type: 'office', code, name, people });
      else print(`${code}  ${name}: ${people} people`);
    }
  });
}

function codeOf(typed: string): string {
  const code = officeCodeIn(typed);
  if (code !== null) return code;
  throw new ShellFailure(`"${typed}" is no code: 2 to 16 capitals and digits, a letter first, such as XTL`);
}
