import { isSameName, officeCodeIn } from '../domain/office-name.ts';
import type { Organization } from '../services/ports/offices.ts';
import type { Store } from '../services/ports/store.ts';
import { ShellFailure } from './failure.ts';

/** The office that is meant: the only one, or the one of that code, or of that name where no other has it. */
export async function chosenOffice(store: Store, said: string | undefined): Promise<Organization> {
  const offices = await store.offices.all();
  if (offices.length === 0)
    throw new ShellFailure('No office yet. Begin with its roster: nhachan roster FILE');
  const meant = said === undefined ? offices : meantBy(said, offices);
  const [office, another] = meant;
  if (office && !another) return office;
  const known = (some: Organization[]) => some.map(({ code, name }) => `${name} (${code})`).join('; ');
  if (said === undefined) throw new ShellFailure(`Which office? Add --office CODE. Known: ${known(offices)}`);
  throw office
    ? new ShellFailure(`Which "${said}"? Add --office CODE: ${known(meant)}`)
    : new ShellFailure(`No office "${said}". Known: ${known(offices)}`);
}

function meantBy(said: string, offices: Organization[]): Organization[] {
  const coded = offices.filter(({ code }) => code === officeCodeIn(said));
  return coded.length > 0 ? coded : offices.filter(({ name }) => isSameName(name, said));
}
