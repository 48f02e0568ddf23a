import type { Organization } from '../services/ports/offices.ts';
import type { Store } from '../services/ports/store.ts';
import { ShellFailure } from './failure.ts';

/** The office that is meant: the only one, or the one named. */
export async function chosenOffice(store: Store, name: string | undefined): Promise<Organization> {
  const offices = await store.offices.all();
  if (offices.length === 0)
    throw new ShellFailure('No office yet. Begin with its roster: nhachan roster FILE');
  if (name !== undefined) {
    const office = offices.find((one) => one.name === name);
    if (office) return office;
    throw new ShellFailure(`No office "${name}". Known: ${offices.map((one) => one.name).join('; ')}`);
  }
  const [only] = offices;
  if (only && offices.length === 1) return only;
  throw new ShellFailure(`Which office? Add --office. Known: ${offices.map((one) => one.name).join('; ')}`);
}
