import { fold } from '../domain/text-fold.ts';
import { forgetMember } from '../services/people/forget-member.ts';
import type { Person } from '../services/ports/offices.ts';
import type { Store } from '../services/ports/store.ts';
import { chosenOffice } from './chosen-office.ts';
import { ShellFailure } from './failure.ts';
import { print, printJson } from './print.ts';
import { withStorage } from './with-storage.ts';

export interface ForgetOptions {
  /** The unit that tells the person from others of that name. */
  of?: string;
  yes?: boolean;
  office?: string;
  json?: boolean;
}

const GOES =
  'Goes: accounts, chats and phone, invitations, calendar address, leave, own reminders, remarks of the bot, what the person ' +
  'wrote, and the words of what was said to them in private.';
const STAYS =
  'Stays: name, title and unit on the former roster; reports with their words and evidence, notes, reasons and dates asked ' +
  'for; who did what and when; all figures. Messages to others that quote the person stay for KEEP_MESSAGES_DAYS, backups ' +
  'that have been made for as long as you keep them.';

/** `nhachan forget NAME`: of somebody who has left, all but what is the office's own. */
export function forgetCommand(name: string, { of, yes, office: named, json }: ForgetOptions): Promise<void> {
  return withStorage(async ({ storage, clock }) => {
    const office = await chosenOffice(storage, named);
    const person = await personMeant(storage, office.id, name, of);
    if (person.active) {
      throw new ShellFailure(
        `${person.name} is on the roster: nhachan members remove "${person.name}" comes first`,
      );
    }
    if (!yes) {
      print(`${person.name}${person.title ? `, ${person.title}` : ''}`);
      print(GOES);
      print(STAYS);
      print('Nothing has been changed. It cannot be undone: say it again with --yes.');
      return;
    }
    const outcome = await storage.transaction((store) => forgetMember(store, person, clock.now()));
    if (outcome.kind === 'still-here') throw new ShellFailure(`${person.name} is on the roster again`);
    const { forgotten } = outcome;
    if (json) {
      printJson({ type: 'forgotten', name: person.name, ...forgotten });
      return;
    }
    const { accounts, messages, notices, remarks } = forgotten;
    print(
      `${person.name}: gone are ${accounts} accounts, ${messages} messages, the words of ${notices} messages to them, ${remarks} remarks.`,
    );
    print(STAYS);
  });
}

async function personMeant(
  store: Store,
  officeId: number,
  name: string,
  unitSaid: string | undefined,
): Promise<Person> {
  const units = await store.offices.units(officeId);
  const unit = (id: number | null) => units.find((one) => one.id === id);
  const isOf = (person: Person) =>
    unitSaid === undefined ||
    [unit(person.unitId)?.name ?? '', ...(unit(person.unitId)?.aliases ?? [])].some(
      (one) => fold(one) === fold(unitSaid),
    );
  const found = (await store.offices.everybody(officeId)).filter(
    (person) => fold(person.name) === fold(name) && isOf(person),
  );
  // Of one who has left and one who is here, the first is meant.
  const gone = found.filter(({ active }) => !active);
  const [person, ...others] = gone.length > 0 ? gone : found;
  if (!person) throw new ShellFailure(`Nobody is, or was, called ${name} here: say the whole name`);
  if (others.length > 0) {
    const where = [person, ...others].map(({ unitId }) => unit(unitId)?.name ?? 'no unit');
    throw new ShellFailure(
      `Several people were called ${name} (${where.join('; ')}): say which with --of UNIT`,
    );
  }
  return person;
}
