import { may } from '../../domain/permissions.ts';
import { renameUnit } from '../../services/people/rename-unit.ts';
import type { CommandOf } from '../command.ts';
import type { CommandKind } from '../command-kind.ts';
import { type Answer, type MemberTurn, say } from '../turn.ts';
import { unitsWords } from '../words/units-words.ts';

/** "/donvi": the units, with the names that plans use for them; "/donvi đổi tên VHXH thành …". */
export const unitsCommand: CommandKind<'units'> = { help: ['help.units'], answer: units };

async function units(turn: MemberTurn, command: CommandOf<'units'>): Promise<Answer> {
  const { store, member, t, updateId, now: at } = turn;
  const { organizationId } = member;
  if (command.does === 'list') {
    if (!may(member, 'see-office')) return say(t('units.notAllowed'));
    const all = await store.offices.units(organizationId);
    return { lines: unitsWords(all, await store.offices.members(organizationId), t) };
  }
  const { unit, to } = command;
  const outcome = await renameUnit(store, { organizationId, by: member, unit, to, updateId, at });
  switch (outcome.kind) {
    case 'not-allowed':
      return say(t('correct.notAllowed'));
    case 'unknown-unit':
      return say(
        t('bind.noSuchUnit', { words: unit, units: outcome.units.map(({ name }) => name).join('; ') }),
      );
    case 'taken':
      return say(t('correct.nameTaken', { words: to, unit: outcome.unit.name }));
    case 'no-name':
      return say(t('units.noName'));
    case 'renamed':
      return say(t('units.renamed', { formerName: outcome.before, unit: outcome.unit.name }));
  }
}
