import type { Member, Unit } from '../../domain/member.ts';
import { may } from '../../domain/permissions.ts';
import { inviteMember } from '../../services/people/invite-member.ts';
import { memberNamed } from '../../services/people/member-named.ts';
import { showChannels } from '../../services/people/show-channels.ts';
import type { Button } from '../../services/ports/messenger.ts';
import { unreached } from '../../services/reminders/unreached.ts';
import { buttonData } from '../button-data.ts';
import type { CommandOf } from '../command.ts';
import type { CommandKind } from '../command-kind.ts';
import { type Answer, type MemberTurn, say } from '../turn.ts';
import { platformNames } from '../words/channel-words.ts';
import { whoIsUnreachedWords } from '../words/unreached-words.ts';

/** "/moi Lan": the code and link to hand on; "/moi" alone: who cannot be reached, and why. */
export const inviteCommand: CommandKind<'invite'> = {
  slash: [
    {
      words: { vi: ['moi'], en: ['invite'] },
      menu: { line: 'menu.invite' },
      read: (tail) => {
        const who = tail.replace(BEHIND_A_NAME, '').trim();
        return { name: 'invite', who: who === '' ? null : who };
      },
    },
  ],
  typed: ({ who }) => (who === null || typeof who === 'string' ? `/moi ${who ?? ''}`.trim() : null),
  answer: invite,
};

/** Not "ạ", which without its mark may be a name. */
const BEHIND_A_NAME =
  /(?:\s+(?:nhé|nhe|với|voi|(?:giúp|giup|hộ)(?:\s+(?:em|tôi|toi|anh|chị|chi))?))+[.!]*\s*$/iu;

async function invite(turn: MemberTurn, { who }: CommandOf<'invite'>): Promise<Answer> {
  const { store, member, chat, t, now, updateId, platforms, linkOn } = turn;
  if (!may(member, 'invite')) return say(t('invite.notAllowed'));
  const members = await store.offices.members(member.organizationId);
  if (who === null) {
    return whoIsMissing(turn, members);
  }
  // Whoever reads along in a group could use the code first.
  if (chat.kind === 'group') return say(t('invite.notInGroup'));
  const units = await store.offices.units(member.organizationId);
  const named = memberNamed(who, { units, members });
  if (named.kind === 'nobody') return say(t('invite.nobody', { who: named.words }));
  if (named.kind === 'several') return which(turn, named, units);
  const { person } = named;
  const { code } = await inviteMember(store, person, { memberId: member.id, updateId, at: now });
  const channels = await showChannels(store, person, platforms);
  const joined = channels.filter(({ state }) => state !== 'absent').map(({ platform }) => platform);
  const links = platforms.flatMap((platform) => linkOn(platform, code) ?? []);
  return say(
    t('invite.handOn', { name: person.name }),
    ...links,
    t('invite.code', { code, platforms: platformNames(platforms, t) }),
    t('invite.once'),
    ...(joined.length > 0
      ? [t('invite.hasJoined', { name: person.name, platforms: platformNames(joined, t) })]
      : []),
  );
}

function which(
  { t }: MemberTurn,
  { words, people }: { words: string; people: Member[] },
  units: readonly Unit[],
): Answer {
  const buttons = people.map(({ id, name, title, unitId }): Button[] => {
    const unit = units.find((one) => one.id === unitId)?.name ?? t('give.noUnit');
    return [
      { label: t('give.person', { name, title, unit }), data: buttonData({ press: 'invite', number: id }) },
    ];
  });
  return { ...say(t('invite.several', { who: words })), buttons };
}

async function whoIsMissing({ store, member, t }: MemberTurn, members: Member[]): Promise<Answer> {
  const found = await unreached(store, member.organizationId);
  const lines = whoIsUnreachedWords(found, t);
  return lines.length > 0 ? { lines } : say(t('invite.everybody', { count: members.length }));
}
