import { may } from '../../domain/permissions.ts';
import { setAcceptFirst } from '../../services/set-accept-first.ts';
import { type Answer, type MemberTurn, say } from '../turn.ts';

/** "/caidat duyet co": from now on a report counts only once somebody has accepted it. */
export async function setAcceptance(turn: MemberTurn, asks: boolean | null): Promise<Answer> {
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
