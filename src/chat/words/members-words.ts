import type { Member, Unit } from '../../domain/member.ts';
import { headshipsLeft } from '../../services/people/change-members.ts';
import { furtherOf, type Here, type MembersFound } from '../../services/people/who-is-here.ts';
import type { Line } from '../../services/ports/messenger.ts';
import type { Person } from '../../services/ports/offices.ts';
import type { Translate } from '../translate.ts';
import { platformNames } from './channel-words.ts';

interface Seen {
  t: Translate;
  /** In a group: nobody's number is shown. */
  isAmongOthers: boolean;
}

/** "Trưởng phòng, Phòng Kinh tế, trưởng đơn vị" */
export function memberFactsWords(person: Member, units: readonly Unit[], { t, ...where }: Seen): string {
  const unit = units.find(({ id }) => id === person.unitId)?.name ?? t('members.noUnit');
  const further = furtherOf(person, units);
  return [
    person.title,
    unit,
    ...standingWords(person, t),
    ...furtherNames(further, t),
    ...phoneWords(person, where),
  ]
    .filter((words) => words !== '')
    .join(', ');
}

/** Whoever moves heads the old unit no more. Of whoever leaves the office that is plain. */
export function headshipsLeftWords(
  { before, person }: { before: Person | null; person: Person },
  units: readonly Unit[],
  t: Translate,
): string[] {
  const left = before?.active && person.active ? headshipsLeft(before, person) : [];
  const names = units.filter(({ id }) => left.includes(id)).map(({ name }) => name);
  if (names.length === 0) return [];
  return [t('members.headNoMore', { name: person.name, units: names.join(', '), title: person.title })];
}

/** Who was head and is not any more: the title stays, and may be another now. */
export function replacedWords(replaced: readonly Member[], t: Translate): string[] {
  return replaced.map(({ name, title }) => t('members.replaced', { name, title }));
}

/** Of one unit all that is known; of the office a line a unit, which a phone shows whole. */
export function membersWords(
  { office, unit, people, unconnected }: Extract<MembersFound, { kind: 'found' }>,
  seen: Seen,
): Line[] {
  const { t } = seen;
  const heading = t(unconnected ? 'members.headingUnconnected' : 'members.heading', {
    name: unit?.name ?? office,
    count: people.length,
  });
  if (unit !== null) {
    const detailedLine = (one: Here) => ({ text: detailed(one, unit, seen) });
    return [{ text: heading, style: 'heading' }, ...people.map(detailedLine)];
  }
  const groups = new Map<string, Here[]>();
  for (const one of people) {
    const name = one.unit?.name ?? t('members.noUnit');
    groups.set(name, [...(groups.get(name) ?? []), one]);
  }
  const lines = [...groups].map(([name, ofUnit]) => ({
    text: t('members.ofUnit', {
      unit: name,
      count: ofUnit.length,
      names: ofUnit.map((one) => brief(one, t)).join(', '),
    }),
  }));
  return [
    { text: heading, style: 'heading' },
    ...lines,
    { text: t(unconnected ? 'unreached.invite' : 'members.more'), style: 'quiet' },
  ];
}

function brief({ person, further, platforms }: Here, t: Translate): string {
  const notes = [
    ...standingWords(person, t),
    ...furtherNames(further, t),
    ...(platforms.length === 0 ? [t('members.absent')] : []),
  ];
  return notes.length === 0 ? person.name : `${person.name} (${notes.join(', ')})`;
}

/** In the list of a unit: what they are there, and where else they are. */
function detailed({ person, unit: own, further, platforms }: Here, of: Unit, { t, ...seen }: Seen): string {
  const here = further.find(({ unit }) => unit.id === of.id);
  const elsewhere = [
    ...(here && own ? [t('members.ofOther', { unit: own.name })] : []),
    ...(here?.unitHead ? [t('members.head')] : []),
    ...furtherNames(
      further.filter((one) => one !== here),
      t,
    ),
  ];
  const where = platforms.length === 0 ? t('members.absent') : platformNames(platforms, t);
  const standing = standingWords(here ? { ...person, unitHead: false } : person, t);
  const facts = [person.title, ...standing, ...elsewhere, ...phoneWords(person, seen), where];
  return `• ${person.name}: ${facts.filter((words) => words !== '').join(', ')}`;
}

/** "kiêm Phòng Kinh tế (trưởng đơn vị)" */
function furtherNames(further: Here['further'], t: Translate): string[] {
  const names = further.map(({ unit, unitHead }) =>
    unitHead ? t('members.asHead', { unit: unit.name }) : unit.name,
  );
  return names.length === 0 ? [] : [t('members.besides', { units: names.join('; ') })];
}

function standingWords({ role, unitHead }: Member, t: Translate): string[] {
  return [
    ...(unitHead ? [t('members.head')] : []),
    ...(role === 'officer' ? [] : [t(`members.role.${role}`)]),
  ];
}

function phoneWords({ phone }: Member, { isAmongOthers }: Omit<Seen, 't'>): string[] {
  return phone === null || isAmongOthers ? [] : [phone];
}
