import { bindChat } from '../../services/people/bind-chat.ts';
import type { CommandOf } from '../command.ts';
import type { CommandKind } from '../command-kind.ts';
import { type Answer, type MemberTurn, say } from '../turn.ts';
import { unitIn } from '../understanding/formal/typed-words.ts';

/** "/ketnoi": this group hears of the office's tasks, or of one unit's. */
export const bindCommand: CommandKind<'bind'> = {
  openTo: 'members',
  slash: [
    {
      words: { vi: ['ketnoi'], en: ['connect'] },
      menu: { line: 'menu.bind' },
      read: (tail) => ({ name: 'bind', unit: unitIn(tail) }),
    },
  ],
  answer: bind,
};

async function bind(turn: MemberTurn, { unit }: CommandOf<'bind'>): Promise<Answer> {
  const { t, store, member, chat, updateId, now } = turn;
  const outcome = await bindChat(store, { member, chat, unit, updateId, at: now });
  switch (outcome.kind) {
    case 'not-allowed':
      return say(t('bind.notAllowed'));
    case 'not-a-group':
      return say(t('bind.notAGroup'));
    case 'taken':
      return say(t('bind.taken'));
    case 'no-such-unit': {
      const units = outcome.units.map(({ name }) => name).join('; ');
      return say(t('bind.noSuchUnit', { words: outcome.words, units }));
    }
    case 'bound': {
      const office = outcome.office.name;
      return say(
        outcome.unit ? t('bind.boundUnit', { unit: outcome.unit.name, office }) : t('bind.bound', { office }),
        t('bind.seesOnlyMentions'),
      );
    }
  }
}
