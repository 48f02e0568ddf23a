import { joinOffice } from '../../services/people/join-office.ts';
import type { CommandOf } from '../command.ts';
import type { CommandKind } from '../command-kind.ts';
import { type Answer, say, type Turn } from '../turn.ts';
import { codeIn } from '../understanding/formal/typed-words.ts';
import { platformName, typedName } from '../words/channel-words.ts';

/** "/start CODE" makes the account a member; a bare "/start" says what to do next. */
export const joinCommand: CommandKind<'join'> = {
  openTo: 'anybody',
  slash: [
    {
      words: { vi: ['start', 'thamgia'], en: ['join'] },
      read: (tail) => ({ name: 'join', code: codeIn(tail) }),
    },
  ],
  answer: join,
};

async function join(turn: Turn, { code }: CommandOf<'join'>): Promise<Answer> {
  const { t, store, update, chat, speaker } = turn;
  if (chat.kind === 'group') return say(t('join.notInGroup'));
  const accountId = update.from?.id;
  if (code === null || accountId === undefined) {
    return speaker ? say(t('join.already', { name: speaker.name })) : say(t('join.stranger'));
  }
  const { platform } = update;
  const outcome = await joinOffice(store, {
    code,
    platform,
    accountId,
    chat,
    updateId: turn.updateId,
    at: turn.now,
  });
  switch (outcome.kind) {
    case 'bad-code':
      return say(t('join.badCode'));
    case 'is-another':
      return say(t('join.isAnother', { name: outcome.member.name }));
    case 'already-joined':
      return say(t('join.already', { name: outcome.member.name }));
    case 'joined': {
      const { member, hearsOn } = outcome;
      const units = await store.offices.units(member.organizationId);
      const office = await store.offices.byId(member.organizationId);
      const unit =
        units.find(({ id }) => id === member.unitId)?.name ??
        t('join.welcomeOffice', { office: office.name });
      const { name } = member;
      if (hearsOn === platform) return say(t('join.welcome', { name, unit }), t('join.try'));
      const here = platformName(platform, t);
      const there = platformName(hearsOn, t);
      return say(
        t('join.welcomeToo', { name, unit, here, there }),
        t('join.hearHere', { platform: typedName(platform) }),
      );
    }
  }
}
