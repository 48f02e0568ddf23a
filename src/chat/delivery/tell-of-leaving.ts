import { officeDayAt } from '../../domain/day.ts';
import { headsUnit, type Member, type Unit, unitsOf } from '../../domain/member.ts';
import { rulesOf } from '../../domain/office-settings.ts';
import { officeBoard } from '../../services/office/office-board.ts';
import type { OfficeRules } from '../../services/office/office-rules.ts';
import { asOfUnitsLeft } from '../../services/people/change-members.ts';
import { tellMembers } from '../../services/people/tell-members.ts';
import type { Person } from '../../services/ports/offices.ts';
import type { Store } from '../../services/ports/store.ts';
import { type Translate, translator } from '../translate.ts';
import { openTasksOf } from '../words/news-words.ts';

interface Occasion {
  at: Date;
  rules: OfficeRules;
  /** Is told elsewhere; null: a roster, or the shell. */
  by: Member | null;
}

export interface Leaving {
  /** As they were: of the units that they leave alone. */
  person: Member;
  /** Out of the office, into another unit, or a unit less. */
  how: 'gone' | 'moved' | 'less';
  /** Into which, or which they leave; empty: out of the office. */
  unit: string;
}

/** Null where somebody has left no unit. */
export function leavingOf(
  before: Person,
  after: Person,
  units: readonly Unit[],
  t: Translate,
): Leaving | null {
  const person = asOfUnitsLeft(before, after);
  if (person === null) return null;
  if (!after.active) return { person, how: 'gone', unit: '' };
  const nameOf = (id: number | null) => units.find((unit) => unit.id === id)?.name ?? t('members.noUnit');
  return before.unitId === after.unitId
    ? { person, how: 'less', unit: nameOf(person.unitId) }
    : { person, how: 'moved', unit: nameOf(after.unitId) };
}

/**
 * What those who have left the office or their unit had by name is listed to the head of the unit and to the clerks, to be
 * given to others.
 * @returns `lines`: what they are told; `wakes`: the chats for which something new waits
 */
export async function tellOfLeaving(
  store: Store,
  organizationId: number,
  left: Leaving[],
  { at, rules, by }: Occasion,
): Promise<{ lines: string[]; wakes: number[] }> {
  const { office, tasks, members } = await officeBoard(store, organizationId);
  const t = translator(office.locale);
  const context = { t, today: officeDayAt(at), calendar: rulesOf(rules, office.settings).calendar };
  const all: string[] = [];
  const wakes: number[] = [];
  for (const { person, how, unit } of left) {
    const theirs = openTasksOf(person, tasks, context);
    if (theirs.length === 0) continue;
    const hearing = members.filter(
      (one) =>
        one.id !== by?.id &&
        one.id !== person.id &&
        (one.role === 'clerk' || unitsOf(person).some((id) => headsUnit(one, id))),
    );
    const example = /^#(\d+)/.exec(theirs[0] ?? '')?.[1] ?? '';
    const { name } = person;
    const lines = [t(`leave.${how}`, { name, unit }), ...theirs, t('leave.giveOthers', { number: example })];
    all.push(...lines);
    const content = { lines: lines.map((text) => ({ text })) };
    const key = `gone:${person.id}:${at.toISOString()}`;
    wakes.push(...(await tellMembers(store, hearing, { key, content, at })));
  }
  return { lines: all, wakes };
}
