import type { Member } from '../../domain/member.ts';
import type { Incumbent } from '../../domain/member-said.ts';
import { fold } from '../../domain/text-fold.ts';
import {
  addMember,
  changeMember,
  type MembersOutcome,
  removeMember,
} from '../../services/people/change-members.ts';
import type { Who } from '../../services/people/member-named.ts';
import { whoIsHere } from '../../services/people/who-is-here.ts';
import type { Button } from '../../services/ports/messenger.ts';
import { buttonData } from '../button-data.ts';
import type { CommandOf, MemberChange } from '../command.ts';
import type { CommandKind } from '../command-kind.ts';
import { ownEarlierText } from '../context/own-earlier.ts';
import { leavingOf, tellOfLeaving } from '../delivery/tell-of-leaving.ts';
import { welcomeBack } from '../delivery/welcome-back.ts';
import { type Answer, type MemberTurn, say } from '../turn.ts';
import { addOf, changeOf, listOf, membersIn, removeOf } from '../understanding/formal/members.ts';
import { headshipsLeftWords, memberFactsWords, membersWords, replacedWords } from '../words/members-words.ts';

const ADD = { vi: ['themnguoi', 'themcanbo'], en: ['addmember'] };
const CHANGE = { vi: ['suanguoi', 'suacanbo'], en: ['changemember'] };
const REMOVE = { vi: ['xoanguoi', 'xoacanbo'], en: ['removemember'] };

/** "/canbo": who works in the office; "/themnguoi", "/suanguoi", "/xoanguoi": who comes, moves or goes. */
export const membersCommand: CommandKind<'members'> = {
  slash: [
    { words: { vi: ['canbo', 'nhansu'], en: ['members'] }, read: listOf },
    { words: ADD, read: addOf },
    { words: CHANGE, read: changeOf },
    { words: REMOVE, read: removeOf },
  ],
  help: ['help.members'],
  brief: { line: 'brief.members', for: 'change-members' },
  typed: (command) => (command.does === 'list' || command.does === 'choose' ? null : typedChange(command)),
  answer: members,
};

function typedChange(change: MemberChange): string {
  switch (change.does) {
    case 'add':
      return `/themnguoi ${change.words}`;
    case 'remove':
      return `/xoanguoi ${change.who}`;
    case 'set':
      return `/suanguoi ${change.who}: ${change.words}`;
  }
}

async function members(turn: MemberTurn, command: CommandOf<'members'>): Promise<Answer> {
  if (command.does === 'list') return list(turn, command);
  if (command.does !== 'choose') return changed(turn, command, turn.updateId);
  const text = await ownEarlierText(turn, command.saidIn);
  const said = text === null ? null : changeSaidIn(text);
  if (said === null) return say(turn.t('unknown.staleButton'));
  // One was meant: another tap is not for the next who is called so.
  const done = await turn.store.changes.ofChoice(turn.member.id, command.saidIn);
  if (done?.made.kind === 'change-member') return say(turn.t('members.chosen', { name: done.made.name }));
  const { member: id, incumbent } = command;
  if ((id === null) !== (said.does === 'add')) return say(turn.t('unknown.staleButton'));
  return changed(turn, said, command.saidIn, { ...(id === null ? {} : { id }), ...asChosen(incumbent) });
}

function asChosen(kind: Incumbent['kind'] | undefined): { incumbent?: Incumbent } {
  if (kind === undefined) return {};
  return { incumbent: kind === 'replaced' ? { kind, name: '' } : { kind } };
}

function changeSaidIn(text: string): MemberChange | null {
  const [, word, tail = ''] = /^\s*\/\s*([^\s@]+)\S*\s*(.*)$/s.exec(text) ?? [];
  const is = ({ vi, en }: typeof CHANGE) => [...vi, ...en].includes(fold(word ?? '').replace(/[_-]/g, ''));
  const slashed = is(REMOVE) ? removeOf(tail) : is(CHANGE) ? changeOf(tail) : is(ADD) ? addOf(tail) : null;
  const said = word === undefined ? membersIn(text) : slashed;
  return said !== null && said.does !== 'list' && said.does !== 'choose' ? said : null;
}

async function list(
  { store, member, chat, t }: MemberTurn,
  { unit, unconnected }: Extract<CommandOf<'members'>, { does: 'list' }>,
): Promise<Answer> {
  const found = await whoIsHere(store, member.organizationId, member, {
    unit,
    unconnected: unconnected === true,
  });
  switch (found.kind) {
    case 'not-allowed':
      return say(t('members.listNotAllowed'));
    case 'no-such-unit':
      return say(
        t('bind.noSuchUnit', { words: unit ?? '', units: found.units.map(({ name }) => name).join('; ') }),
      );
    case 'found':
      return {
        lines: [
          ...membersWords(found, { t, isAmongOthers: chat.kind === 'group' }),
          ...(found.others.length > 0
            ? [
                {
                  text: t('progress.otherOwnUnits', { units: found.others.join('; ') }),
                  style: 'quiet' as const,
                },
              ]
            : []),
        ],
      };
  }
}

/** @param chosen of several who share a name, and what becomes of whoever heads the unit */
async function changed(
  turn: MemberTurn,
  command: MemberChange,
  saidIn: number,
  chosen?: { id?: number; incumbent?: Incumbent },
): Promise<Answer> {
  const { store, member, updateId, now: at } = turn;
  const author = { organizationId: member.organizationId, by: member, updateId, at };
  const incumbent = chosen?.incumbent;
  const request = chosen ? { ...author, saidIn, ...(incumbent ? { incumbent } : {}) } : author;
  const who = (named: string): Who => (chosen?.id === undefined ? named : { id: chosen.id });
  switch (command.does) {
    case 'add':
      return answered(turn, command, await addMember(store, request, command.words), saidIn);
    case 'remove':
      return answered(turn, command, await removeMember(store, request, who(command.who)), saidIn);
    case 'set':
      return answered(
        turn,
        command,
        await changeMember(store, request, who(command.who), command.words),
        saidIn,
      );
  }
}

async function answered(
  turn: MemberTurn,
  { does }: MemberChange,
  outcome: MembersOutcome,
  saidIn: number,
): Promise<Answer> {
  const { store, member, chat, t } = turn;
  const units = await store.offices.units(member.organizationId);
  const factsOf = (person: Member) =>
    memberFactsWords(person, units, { t, isAmongOthers: chat.kind === 'group' });
  const unitNames = units.map(({ name }) => name).join('; ');
  switch (outcome.kind) {
    case 'not-allowed':
      return say(t('members.notAllowed'));
    case 'no-name':
      return say(t('members.howToAdd'));
    case 'nothing':
      return say(t('members.howToChange'));
    case 'no-unit':
      return say(t('members.whichUnit', { name: outcome.name, units: unitNames }));
    case 'unknown':
      return say(t('members.unknown', { words: outcome.words.join('; '), units: unitNames }));
    case 'nobody':
      return say(t('members.nobody', { words: outcome.words }));
    case 'several':
      return which(turn, { ...outcome, removes: does === 'remove', saidIn }, factsOf);
    case 'known':
      return say(t('members.known', { name: outcome.person.name, facts: factsOf(outcome.person) }));
    case 'same':
      return say(t('members.same', { name: outcome.person.name, facts: factsOf(outcome.person) }));
    case 'has-head':
      return whoHeads(turn, outcome, saidIn);
    case 'last-clerk':
      return say(t('members.lastClerk', { name: outcome.person.name }));
    case 'added':
      return added(turn, outcome, factsOf);
    case 'changed':
    case 'removed':
      return left(turn, outcome, factsOf);
  }
}

type Done = Extract<MembersOutcome, { kind: 'added' | 'changed' | 'removed' }>;

/** A button that removes somebody says so. */
function which(
  { t }: MemberTurn,
  { people, words, saidIn, removes }: { people: Member[]; words: string; saidIn: number; removes: boolean },
  factsOf: (person: Member) => string,
): Answer {
  const buttons = people.map((one): Button[] => {
    const person = `${one.name}, ${factsOf(one)}`;
    const label = removes ? t('members.removeButton', { person }) : person;
    return [{ label, data: buttonData({ press: 'member', number: one.id, saidIn }) }];
  });
  return { ...say(t(removes ? 'members.whichToRemove' : 'members.which', { words })), buttons };
}

/** A unit has one head: whether the new one takes the place of the other is one tap. */
function whoHeads(
  { t }: MemberTurn,
  { person, unit, heads }: Extract<MembersOutcome, { kind: 'has-head' }>,
  saidIn: number,
): Answer {
  const names = heads.map(({ name }) => name).join(', ');
  const number = person.id ?? 0;
  const button = (label: string, press: 'head-instead' | 'head-beside'): Button[] => [
    { label, data: buttonData({ press, number, saidIn }) },
  ];
  return {
    ...say(t('members.hasHead', { name: person.name, unit: unit.name, heads: names })),
    buttons: [
      button(t('members.headInstead', { heads: names }), 'head-instead'),
      button(t('members.headBeside'), 'head-beside'),
    ],
  };
}

async function added(
  { store, t, updateId, now: at, rules }: MemberTurn,
  { person, before, namesakes, news, replaced }: Done,
  factsOf: (person: Member) => string,
): Promise<Answer> {
  const { name } = person;
  const others = namesakes.map((one) => `${one.name} (${factsOf(one)})`).join('; ');
  const wakes = before ? await welcomeBack(store, [person], { key: `back:${updateId}`, at, rules }) : [];
  return {
    ...say(
      t(before ? 'members.back' : 'members.added', { name, facts: factsOf(person) }),
      ...replacedWords(replaced, t),
      ...(namesakes.length > 0 ? [t('members.namesakes', { others })] : []),
      ...(wakes.length > 0 ? [] : [t('members.inviteNow', { name })]),
    ),
    news,
    wakes,
  };
}

/** What was theirs by name is for others now: the head and the other clerks hear of it as well. */
async function left(
  { store, member, t, now: at, rules }: MemberTurn,
  { kind, person, before, news, replaced }: Done,
  factsOf: (person: Member) => string,
): Promise<Answer> {
  const { name } = person;
  const isGone = kind === 'removed';
  const done = t(isGone ? 'members.removed' : 'members.changed', { name, facts: factsOf(person) });
  const units = await store.offices.units(member.organizationId);
  const heads = [...headshipsLeftWords({ before, person }, units, t), ...replacedWords(replaced, t)];
  const leaving = before && leavingOf(before, person, units, t);
  if (leaving === null) return { ...say(done, ...heads), news };
  const { lines, wakes } = await tellOfLeaving(store, member.organizationId, [leaving], {
    at,
    rules,
    by: member,
  });
  return { ...say(done, ...heads, ...lines), news, wakes };
}
