import { tellNews } from '../chat/delivery/tell-news.ts';
import { leavingOf, tellOfLeaving } from '../chat/delivery/tell-of-leaving.ts';
import { tellOfShell } from '../chat/delivery/tell-of-shell.ts';
import { welcomeBack } from '../chat/delivery/welcome-back.ts';
import { changeOf } from '../chat/understanding/formal/members.ts';
import {
  headshipsLeftWords,
  memberFactsWords,
  membersWords,
  replacedWords,
} from '../chat/words/members-words.ts';
import type { Member, Role, Unit } from '../domain/member.ts';
import { defaultRules } from '../services/office/office-rules.ts';
import {
  addMember,
  changeMember,
  type MembersOutcome,
  type MembersRequest,
  removeMember,
} from '../services/people/change-members.ts';
import { furtherOf, whoIsHere } from '../services/people/who-is-here.ts';
import type { Organization } from '../services/ports/offices.ts';
import type { Storage, Store } from '../services/ports/store.ts';
import { chosenOffice } from './chosen-office.ts';
import { lastClerk, ShellFailure } from './failure.ts';
import { shellTranslator } from './in-shell.ts';
import { print, printJson, printLines } from './print.ts';
import { withStorage } from './with-storage.ts';

export interface MembersOptions {
  office?: string;
  unit?: string;
  /** Of which the person is besides. */
  also?: string;
  /** Tells namesakes apart. */
  of?: string;
  title?: string;
  role?: Role;
  head?: boolean;
  /** Heads the unit in the place of whoever does, or beside him. */
  instead?: boolean;
  beside?: boolean;
  phone?: string;
  unconnected?: boolean;
  json?: boolean;
}

/** `nhachan members`: what a clerk says in chat of who works in the office. */
export function membersCommand(action: string, words: string, options: MembersOptions): Promise<void> {
  return withStorage(async ({ storage, clock }) => {
    const office = await chosenOffice(storage, options.office);
    if (action === 'list') return list(storage, office, words || (options.unit ?? ''), options);
    const request = { organizationId: office.id, by: null, updateId: null, at: clock.now() };
    const { outcome, units, open } = await storage.transaction(async (store) => {
      const done = await carriedOut(store, request, action, words, options);
      await tellOfShell(store, office, request.at);
      return {
        outcome: done,
        units: await store.offices.units(office.id),
        open: await tellOthers(store, office, request, done),
      };
    });
    shown(outcome, units, open, office, options);
  });
}

async function list(
  storage: Storage,
  office: Organization,
  unit: string,
  { unconnected = false, json }: MembersOptions,
): Promise<void> {
  const asked = { unit: unit === '' ? null : unit, unconnected };
  const found = await whoIsHere(storage, office.id, null, asked);
  if (found.kind !== 'found') throw noSuchUnit(unit, await storage.offices.units(office.id));
  if (!json) {
    printLines(membersWords(found, { t: shellTranslator(office.locale), isAmongOthers: false }));
    return;
  }
  for (const { person, unit: own, further, platforms } of found.people) {
    const also = further.map((one) => one.unit.name);
    printJson({ type: 'member', ...jsonOf(person, own), also, platforms });
  }
}

function carriedOut(
  store: Store,
  request: MembersRequest,
  action: string,
  words: string,
  options: MembersOptions,
): Promise<MembersOutcome> {
  const of = (name: string) => (options.of === undefined ? name : `${name} ${options.of}`);
  const facts = factsIn(options);
  switch (action) {
    case 'add':
      return addMember(store, request, [words, ...facts].join(', '));
    case 'remove':
      return removeMember(store, request, of(words));
    default: {
      const { who, said } = changeIn(words);
      return changeMember(store, request, of(who), [said, ...facts].filter((one) => one !== '').join(', '));
    }
  }
}

function changeIn(words: string): { who: string; said: string } {
  const change = changeOf(words);
  return change.does === 'set' ? { who: change.who, said: change.words } : { who: words, said: '' };
}

/** As they are typed in chat. */
function factsIn({ unit, also, title, role, head, phone, instead, beside }: MembersOptions): string[] {
  return [
    ...(unit === undefined ? [] : [`đơn vị ${unit}`]),
    ...(also === undefined ? [] : [`kiêm ${also}`]),
    ...(title === undefined ? [] : [`chức vụ ${title}`]),
    ...(role === undefined ? [] : [`vai trò ${role}`]),
    ...(head === undefined ? [] : [head ? 'trưởng đơn vị' : 'không là trưởng đơn vị']),
    ...(instead ? ['thay trưởng đơn vị'] : []),
    ...(beside ? ['cùng là trưởng đơn vị'] : []),
    ...(phone === undefined ? [] : [`điện thoại ${phone}`]),
  ];
}

/** The running service sends within a minute what waits in the ledger. @returns what is open with whoever leaves */
async function tellOthers(
  store: Store,
  office: Organization,
  { at }: MembersRequest,
  outcome: MembersOutcome,
): Promise<string[]> {
  if (outcome.kind !== 'added' && outcome.kind !== 'changed' && outcome.kind !== 'removed') return [];
  const { kind, person, before, news } = outcome;
  const [occasion, key] = [{ at, rules: defaultRules, by: null }, `members:shell:${at.toISOString()}`];
  await tellNews(store, news, { organizationId: office.id, key, ...occasion });
  if (kind === 'added' && before)
    await welcomeBack(store, [person], { key: `back:${key}`, at, rules: defaultRules });
  const units = await store.offices.units(office.id);
  const leaving =
    kind === 'added' || before === null
      ? null
      : leavingOf(before, person, units, shellTranslator(office.locale));
  return leaving ? (await tellOfLeaving(store, office.id, [leaving], occasion)).lines : [];
}

function shown(
  outcome: MembersOutcome,
  units: Unit[],
  open: string[],
  office: Organization,
  { json }: MembersOptions,
): void {
  const t = shellTranslator(office.locale);
  const factsOf = (person: Member) => memberFactsWords(person, units, { t, isAmongOthers: false });
  switch (outcome.kind) {
    case 'added':
    case 'changed':
    case 'removed':
    case 'same':
    case 'known': {
      const { kind, person } = outcome;
      if (kind === 'known')
        throw new ShellFailure(`${person.name} is on the list already: ${factsOf(person)}`);
      const unit = units.find(({ id }) => id === person.unitId) ?? null;
      if (json) {
        const also = furtherOf(person, units).map((one) => one.unit.name);
        const left = open.length === 0 ? [] : open.slice(1, -1);
        printJson({ type: kind, ...jsonOf(person, unit), also, open: left });
        return;
      }
      const heads =
        'before' in outcome
          ? [...headshipsLeftWords(outcome, units, t), ...replacedWords(outcome.replaced, t)]
          : [];
      print(t(`members.${kind}`, { name: person.name, facts: factsOf(person) }));
      for (const line of heads) print(line);
      for (const line of open) print(line);
      return;
    }
    case 'several': {
      const people = outcome.people.map((person) => `${person.name} (${factsOf(person)})`).join('; ');
      throw new ShellFailure(
        `"${outcome.words}" may be any of: ${people}. Write the full name, or add --of UNIT.`,
      );
    }
    case 'nobody':
      throw new ShellFailure(`Nobody on the roster of ${office.name} is called "${outcome.words}"`);
    case 'has-head': {
      const heads = outcome.heads.map(({ name }) => name).join(', ');
      throw new ShellFailure(
        `${outcome.unit.name} is headed by ${heads} already. Add --instead to have ${outcome.person.name} do it instead, or --beside for both`,
      );
    }
    case 'last-clerk':
      throw lastClerk(outcome.person.name);
    case 'no-unit':
      throw new ShellFailure(`Which unit is ${outcome.name} of? Add --unit. Known: ${namesOf(units)}`);
    case 'unknown':
      throw new ShellFailure(`Not understood: "${outcome.words.join('; ')}". Units: ${namesOf(units)}`);
    case 'no-name':
      throw new ShellFailure(
        'Whom? For example: nhachan members add "Nguyễn Văn Minh" --unit VHXH --title "Chuyên viên"',
      );
    case 'nothing':
      throw new ShellFailure(
        'What is to change? For example: nhachan members set "Nguyễn Văn Minh" --title "Phó phòng"',
      );
    case 'not-allowed':
      throw new ShellFailure('Not allowed');
  }
}

function noSuchUnit(words: string, units: Unit[]): ShellFailure {
  return new ShellFailure(`No unit "${words}". Known: ${namesOf(units)}`);
}

function namesOf(units: Unit[]): string {
  return units.map(({ name }) => name).join('; ');
}

function jsonOf({ name, title, role, unitHead, phone }: Member, unit: Unit | null) {
  return { name, unit: unit?.name ?? null, title, role, unitHead, phone };
}
