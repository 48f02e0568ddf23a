import type { Member } from '../../domain/member.ts';
import { matchPeople } from '../../domain/names.ts';
import { mayInvite } from '../../domain/permissions.ts';
import { inviteMember } from '../../services/invite-member.ts';
import { type Answer, type MemberTurn, say } from '../turn.ts';

/** "/moi Lan": the code and link to hand on; "/moi" alone: who has not joined yet. */
export async function invite(turn: MemberTurn, who: string | null): Promise<Answer> {
  const { store, member, chat, t, now, updateId, invitationLink } = turn;
  if (!mayInvite(member)) return say(t('invite.notAllowed'));
  const members = await store.offices.members(member.organizationId);
  if (who === null) {
    return whoIsMissing(turn, members);
  }
  // Whoever reads along in a group could use the code first.
  if (chat.kind === 'group') return say(t('invite.notInGroup'));
  const [person, ...others] = matchPeople(who, members);
  if (!person) return say(t('invite.nobody', { who }));
  if (others.length > 0) {
    const names = [person, ...others].map(({ name, title }) => `${name} (${title})`).join('; ');
    return say(t('invite.several', { who, names }));
  }
  const { code } = await inviteMember(store, person, { memberId: member.id, updateId, at: now });
  const link = invitationLink(code);
  return say(
    t('invite.handOn', { name: person.name }),
    ...(link ? [link] : []),
    t('invite.code', { code }),
    t('invite.once'),
  );
}

async function whoIsMissing({ store, member, t }: MemberTurn, members: Member[]): Promise<Answer> {
  const joined = await store.offices.joined(member.organizationId);
  const chats = await store.chats.ofOrganization(member.organizationId);
  const isReached = (id: number) => chats.some((chat) => chat.memberId === id && chat.reachable);
  const named = (people: Member[]) => ({
    count: people.length,
    names: people.map(({ name }) => name).join(', '),
  });
  const missing = members.filter(({ id }) => !joined.has(id));
  const lost = members.filter(({ id }) => joined.has(id) && !isReached(id));
  return say(
    missing.length > 0
      ? t('invite.missing', named(missing))
      : t('invite.everybody', { count: members.length }),
    ...(lost.length > 0 ? [t('invite.lost', named(lost))] : []),
    ...(missing.length > 0 ? [t('invite.howTo')] : []),
  );
}
