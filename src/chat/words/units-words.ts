import { isOfUnit, type Member, type Unit } from '../../domain/member.ts';
import type { Line } from '../../services/ports/messenger.ts';
import type { Translate } from '../translate.ts';

/** Each with what else plans call it. */
export function unitsWords(units: readonly Unit[], members: readonly Member[], t: Translate): Line[] {
  return [
    { text: t('units.heading', { count: units.length }), style: 'heading' },
    ...units.map(({ id, name, aliases }) => {
      const count = members.filter((one) => isOfUnit(one, id)).length;
      const values = { unit: name, count, aliases: aliases.join('; ') };
      return { text: t(aliases.length === 0 ? 'units.itemBare' : 'units.item', values) };
    }),
    { text: t('units.howTo'), style: 'quiet' },
  ];
}
