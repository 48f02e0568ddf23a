import { may } from '../../domain/permissions.ts';
import { boundGroups, type UnbindOutcome, unbindGroup } from '../../services/people/groups.ts';
import { buttonData } from '../button-data.ts';
import type { CommandOf } from '../command.ts';
import type { CommandKind } from '../command-kind.ts';
import { type Answer, type MemberTurn, say } from '../turn.ts';
import { groupName, groupsWords } from '../words/groups-words.ts';

/** "/nhom": the groups and topics in which the office is reminded; "/gonhom" there, or "/gonhom 2": one less. */
export const groupsCommand: CommandKind<'groups'> = {
  slash: [
    { words: { vi: ['nhom'], en: ['groups'] }, read: () => ({ name: 'groups', does: 'list' }) },
    {
      words: { vi: ['gonhom', 'ngatnhom'], en: ['disconnect'] },
      read: (tail) => {
        const number = /^\s*(?:#|số |so )?(\d{1,3})\s*$/u.exec(tail)?.[1];
        if (number === undefined && tail.trim() !== '') return { name: 'groups', does: 'list' };
        return { name: 'groups', does: 'unbind', number: number === undefined ? null : Number(number) };
      },
    },
  ],
  help: ['help.groups'],
  brief: { line: 'brief.groups', for: 'bind-chat' },
  answer: groups,
};

async function groups(turn: MemberTurn, command: CommandOf<'groups'>): Promise<Answer> {
  const { store, member, chat, t, updateId, now: at } = turn;
  const { organizationId } = member;
  if (!may(member, 'bind-chat')) return say(t('groups.notAllowed'));
  const isHere = command.does === 'unbind' && command.number === null && command.chat === undefined;
  // Where there is none it can be meant of, it is asked of which.
  if (command.does === 'list' || (isHere && chat.kind !== 'group')) return list(turn);
  const outcome = await unbindGroup(store, {
    organizationId,
    by: member,
    isMeant: (group, number) =>
      command.number === null ? group.chat.id === (command.chat ?? chat.id) : number === command.number,
    updateId,
    at,
  });
  return say(unboundWords(turn, outcome));
}

async function list({ store, member, t }: MemberTurn): Promise<Answer> {
  const bound = await boundGroups(store, member.organizationId);
  return {
    lines: groupsWords(bound, t),
    buttons: bound.map((group, index) => [
      {
        label: t('groups.unbindButton', { number: index + 1, group: groupName(group, t) }),
        data: buttonData({ press: 'unbind', number: group.chat.id }),
      },
    ]),
  };
}

function unboundWords({ t }: MemberTurn, outcome: UnbindOutcome): string {
  switch (outcome.kind) {
    case 'not-allowed':
      return t('groups.notAllowed');
    case 'not-bound':
      return t('groups.notBound');
    case 'unbound':
      return t('groups.unbound', { group: groupName(outcome.group, t) });
  }
}
