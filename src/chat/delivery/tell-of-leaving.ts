import { officeDayAt } from '../../domain/day.ts';
import type { Member } from '../../domain/member.ts';
import { rulesOf } from '../../domain/office-settings.ts';
import { officeBoard } from '../../services/office/office-board.ts';
import type { OfficeRules } from '../../services/office/office-rules.ts';
import { tellMembers } from '../../services/people/tell-members.ts';
import type { Store } from '../../services/ports/store.ts';
import { translator } from '../translate.ts';
import { openTasksOf } from '../words/news-words.ts';

interface Occasion {
  at: Date;
  rules: OfficeRules;
  /** Is told elsewhere; null: a roster, or the shell. */
  by: Member | null;
}

export interface Leaving {
  /** As they were: of the unit that they leave. */
  person: Member;
  /** The unit to which they go; null: out of the office. */
  to: string | null;
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
  for (const { person, to } of left) {
    const theirs = openTasksOf(person, tasks, context);
    if (theirs.length === 0) continue;
    const hearing = members.filter(
      ({ id, role, unitHead, unitId }) =>
        id !== by?.id &&
        id !== person.id &&
        (role === 'clerk' || (unitHead && unitId !== null && unitId === person.unitId)),
    );
    const example = /^#(\d+)/.exec(theirs[0] ?? '')?.[1] ?? '';
    const { name } = person;
    const lines = [
      to === null ? t('leave.gone', { name }) : t('leave.moved', { name, unit: to }),
      ...theirs,
      t('leave.giveOthers', { number: example }),
    ];
    all.push(...lines);
    const content = { lines: lines.map((text) => ({ text })) };
    const key = `gone:${person.id}:${at.toISOString()}`;
    wakes.push(...(await tellMembers(store, hearing, { key, content, at })));
  }
  return { lines: all, wakes };
}
