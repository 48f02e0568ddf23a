import { officeDayAt, writtenDay } from '../../domain/day.ts';
import { may } from '../../domain/permissions.ts';
import { askParent, decideParent, leaveParent, makeParentCode } from '../../services/people/parent-link.ts';
import { tellMembers } from '../../services/people/tell-members.ts';
import type { NoticeContent } from '../../services/ports/outbox.ts';
import { buttonData } from '../button-data.ts';
import type { CommandOf } from '../command.ts';
import type { CommandKind } from '../command-kind.ts';
import { translator } from '../translate.ts';
import { type Answer, type MemberTurn, say } from '../turn.ts';
import { codeIn } from '../understanding/formal/typed-words.ts';

/** "/macaptren": a code for the offices below. */
export const parentCodeCommand: CommandKind<'parent-code'> = {
  slash: [{ words: { vi: ['macaptren'], en: ['parentcode'] }, read: () => ({ name: 'parent-code' }) }],
  typed: () => '/macaptren',
  answer: makeCode,
};

/** "/captren CODE": asks the clerks of the office whose code it is. */
export const askParentCommand: CommandKind<'ask-parent'> = {
  slash: [
    {
      words: { vi: ['captren'], en: ['parent'] },
      read: (tail) => ({ name: 'ask-parent', code: codeIn(tail) }),
    },
  ],
  typed: ({ code }) => `/captren ${code ?? ''}`.trim(),
  answer: ask,
};

/** Only a button says it. */
export const decideParentCommand: CommandKind<'decide-parent'> = {
  answer: decide,
};

/** "/roicaptren"; from above "/roicaptren Lâm Sơn". */
export const leaveParentCommand: CommandKind<'leave-parent'> = {
  slash: [
    {
      words: { vi: ['roicaptren'], en: ['leaveparent'] },
      read: (tail) => ({ name: 'leave-parent', office: tail.trim() }),
    },
  ],
  typed: ({ office }) => `/roicaptren ${office}`.trim(),
  answer: leave,
};

async function makeCode(turn: MemberTurn): Promise<Answer> {
  const { store, t, chat } = turn;
  // Whoever reads along in a group could use it.
  if (chat.kind === 'group') return say(t('parent.notInGroup'));
  const outcome = await makeParentCode(store, byOf(turn));
  if (outcome.kind === 'not-allowed') return say(t('parent.not-allowed'));
  const { code, expiresAt } = outcome.code;
  return say(
    t('parent.code', { code, day: writtenDay(officeDayAt(expiresAt)) }),
    t('parent.codeHow', { code }),
  );
}

async function ask(turn: MemberTurn, { code }: CommandOf<'ask-parent'>): Promise<Answer> {
  const { store, t, member } = turn;
  if (code === null) {
    if (!may(member, 'link-parent')) return say(t('parent.not-allowed'));
    const above = await store.parents.above(member.organizationId);
    if (above === null) return say(t('parent.noCode'));
    const { name } = await store.offices.byId(above.parentId);
    return say(t(above.state === 'linked' ? 'parent.has-parent' : 'parent.asked-already', { name }));
  }
  const outcome = await askParent(store, code, byOf(turn));
  switch (outcome.kind) {
    case 'not-allowed':
    case 'bad-code':
    case 'itself':
    case 'circle':
      return say(t(`parent.${outcome.kind}`));
    case 'stale-code':
      return say(t('parent.stale-code', { name: outcome.parent.name }));
    case 'has-parent':
    case 'asked-already':
      return say(t(`parent.${outcome.kind}`, { name: outcome.above.name }));
    case 'asked': {
      const { link, parent } = outcome;
      const own = await store.offices.byId(member.organizationId);
      const to = translator(parent.locale);
      const wakes = await tellClerksOf(turn, link.parentId, `parent:${link.id}`, {
        lines: [
          { text: to('parent.request', { by: member.name, name: own.name }), style: 'heading' },
          { text: to('parent.requestHow'), style: 'quiet' },
        ],
        buttons: [
          [
            { label: to('parent.accept'), data: buttonData({ press: 'parent-yes', number: link.id }) },
            { label: to('parent.refuse'), data: buttonData({ press: 'parent-no', number: link.id }) },
          ],
        ],
      });
      return {
        ...say(t(wakes.length > 0 ? 'parent.asked' : 'parent.unheard', { name: parent.name })),
        wakes,
      };
    }
  }
}

async function decide(
  turn: MemberTurn,
  { link: linkId, accepts }: CommandOf<'decide-parent'>,
): Promise<Answer> {
  const { store, t, member } = turn;
  const outcome = await decideParent(store, { linkId, accepts }, byOf(turn));
  switch (outcome.kind) {
    case 'not-allowed':
    case 'no-such':
      return say(t(`parent.${outcome.kind}`));
    case 'circle':
      return say(t('parent.circle'));
    case 'decided':
      return say(t(`parent.was.${outcome.link.state}`, { name: outcome.office.name }));
    case 'linked':
    case 'refused': {
      const { link, office } = outcome;
      const parent = await store.offices.byId(member.organizationId);
      const text = translator(office.locale)(`parent.told.${outcome.kind}`, {
        name: parent.name,
        by: member.name,
      });
      const key = `parent:${link.id}:${outcome.kind}:${turn.updateId}`;
      const wakes = await tellClerksOf(turn, link.officeId, key, { lines: [{ text }] });
      return { ...say(t(`parent.done.${outcome.kind}`, { name: office.name })), wakes };
    }
  }
}

async function leave(turn: MemberTurn, { office: named }: CommandOf<'leave-parent'>): Promise<Answer> {
  const { store, t, member } = turn;
  const outcome = await leaveParent(store, named, byOf(turn));
  switch (outcome.kind) {
    case 'not-allowed':
      return say(t('parent.not-allowed'));
    case 'nothing':
      return say(t('parent.nothing'));
    case 'which':
      return say(t('parent.which', { names: outcome.offices.map(({ name }) => name).join('; ') }));
    case 'left': {
      const { link, other } = outcome;
      const own = await store.offices.byId(member.organizationId);
      const text = translator(other.locale)('parent.told.left', { name: own.name, by: member.name });
      const wakes = await tellClerksOf(turn, other.id, `parent:${link.id}:left:${turn.updateId}`, {
        lines: [{ text }],
      });
      return { ...say(t('parent.done.left', { name: other.name })), wakes };
    }
  }
}

/** Of the office on the other side. */
export async function tellClerksOf(
  { store, now: at }: MemberTurn,
  organizationId: number,
  key: string,
  content: NoticeContent,
): Promise<number[]> {
  const clerks = (await store.offices.members(organizationId)).filter((one) => may(one, 'link-parent'));
  return tellMembers(store, clerks, { key, content, at });
}

function byOf({ member, updateId, now: at }: MemberTurn) {
  return { member, updateId, at };
}
