import { may } from '../../domain/permissions.ts';
import { fold } from '../../domain/text-fold.ts';
import { setAcceptFirst } from '../../services/office/set-accept-first.ts';
import type { CommandOf } from '../command.ts';
import type { CommandKind } from '../command-kind.ts';
import { type Answer, type MemberTurn, say } from '../turn.ts';

/** "/caidat duyet co": from now on a report counts only once somebody has accepted it. */
export const setAcceptanceCommand: CommandKind<'set-acceptance'> = { answer: setAcceptance };

/** "duyệt có", "duyệt không"; "duyệt": how it is. */
export function acceptanceAsked(tail: string): CommandOf<'set-acceptance'> | null {
  const said = fold(tail).trim().replace(/\s+/g, ' ');
  if (said === 'duyet' || said === 'accept') return { name: 'set-acceptance', asks: null };
  const [, answer] = /^(?:duyet|accept) (co|khong|yes|no|on|off)$/.exec(said) ?? [];
  if (answer === undefined) return null;
  return { name: 'set-acceptance', asks: ['co', 'yes', 'on'].includes(answer) };
}

export async function setAcceptance(
  turn: MemberTurn,
  { asks }: Pick<CommandOf<'set-acceptance'>, 'asks'>,
): Promise<Answer> {
  const { store, member, t, updateId, now: at } = turn;
  if (!may(member, 'settings')) return say(t('acceptance.notAllowed'));
  if (asks === null) {
    const { acceptFirst } = await store.offices.byId(member.organizationId);
    return say(t(acceptFirst ? 'acceptance.isOn' : 'acceptance.isOff'));
  }
  const { isChanged } = await setAcceptFirst(store, { member, asks, updateId, at });
  if (!isChanged) return say(t(asks ? 'acceptance.isOn' : 'acceptance.isOff'));
  return say(t(asks ? 'acceptance.on' : 'acceptance.off'));
}
