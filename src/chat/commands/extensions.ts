import { isOfUnit, type Member, worksIn } from '../../domain/member.ts';
import { may } from '../../domain/permissions.ts';
import { leadUnitIds } from '../../domain/task.ts';
import { askExtension } from '../../services/extensions/ask-extension.ts';
import { type DecideOutcome, decideExtension } from '../../services/extensions/decide-extension.ts';
import { withdrawExtension } from '../../services/extensions/withdraw-extension.ts';
import { tellMembers } from '../../services/people/tell-members.ts';
import { openDraft } from '../../services/plans/correct-draft.ts';
import type { Extension } from '../../services/ports/extensions.ts';
import { buttonData } from '../button-data.ts';
import type { CommandOf } from '../command.ts';
import type { CommandKind } from '../command-kind.ts';
import { type Answer, dayContext, type MemberTurn, say } from '../turn.ts';
import { dueWords } from '../words/due-words.ts';
import { decidedWords, decisionWords, notAskedWords, requestLines } from '../words/extension-words.ts';
import { shortTitle } from '../words/task-words.ts';

/** "xin gia hạn 12 đến 20/12 vì …": goes to every leader and clerk who can be reached. */
export const askExtensionCommand: CommandKind<'ask-extension'> = {
  slash: [{ words: { vi: ['giahan'], en: ['extend'] }, means: 'xin gia hạn' }],
  help: ['help.extension'],
  brief: { line: 'brief.extension' },
  typed: ({ number, until }) => `gia hạn ${number ?? 12} ${until || 'đến 20/12'}`,
  answer: askForTime,
};

async function askForTime(
  turn: MemberTurn,
  { number, until, reason }: CommandOf<'ask-extension'>,
): Promise<Answer> {
  const { store, member, t, updateId, now, rules } = turn;
  if (number === null) return say(t('extension.whichTask'));
  const outcome = await askExtension(store, {
    member,
    number,
    until,
    calendar: rules.calendar,
    reason,
    updateId,
    at: now,
  });
  if (outcome.kind !== 'asked') return say(notAskedWords(outcome, number, dayContext(turn)));
  const { task, occurrence, extension } = outcome;
  const units = await store.offices.units(member.organizationId);
  const deciders = await decidersBut(turn);
  const content = {
    lines: requestLines({ task, occurrence, extension, member, units }, dayContext(turn)),
    buttons: decisionButtons(turn, extension),
  };
  const wakes = await tellMembers(store, deciders, { key: `extension:${extension.id}`, content, at: now });
  const asked = { number, day: decidedWords(extension, dayContext(turn)) };
  return { ...say(wakes.length > 0 ? t('extension.asked', asked) : t('extension.unheard', asked)), wakes };
}

/** Whoever may answer a request for more time of this member's. */
export async function decidersBut({ store, member }: MemberTurn): Promise<Member[]> {
  const people = await store.offices.members(member.organizationId);
  return people.filter((one) => may(one, 'decide-extension') && one.id !== member.id);
}

function decisionButtons({ t }: MemberTurn, { id }: Extension) {
  return [
    [
      { label: t('extension.grant'), data: buttonData({ press: 'grant', number: id }) },
      { label: t('extension.refuse'), data: buttonData({ press: 'refuse', number: id }) },
    ],
  ];
}

/** "rút yêu cầu gia hạn 12": those who were asked hear that they need not answer. */
export const withdrawExtensionCommand: CommandKind<'withdraw-extension'> = {
  typed: ({ numbers }) => `rút yêu cầu gia hạn ${numbers.join(', ')}`,
  answer: withdrawRequest,
};

async function withdrawRequest(
  turn: MemberTurn,
  { numbers }: CommandOf<'withdraw-extension'>,
): Promise<Answer> {
  const { store, member, t, updateId, now: at } = turn;
  const lines: string[] = [];
  const wakes: number[] = [];
  for (const number of numbers) {
    const outcome = await withdrawExtension(store, { member, number, updateId, at });
    if (outcome.kind === 'no-such-task') lines.push(t('report.noSuchTask', { number }));
    else lines.push(t(`extension.withdrawal.${outcome.kind}`, { number }));
    if (outcome.kind !== 'withdrawn') continue;
    const content = { lines: [{ text: t('extension.withdrawal.told', { by: member.name, number }) }] };
    const key = `extension:${outcome.extension.id}:withdrawn:${updateId}`;
    const people = await store.offices.members(member.organizationId);
    const asker = people.filter(({ id }) => id === outcome.extension.memberId && id !== member.id);
    const hearing = [...(await decidersBut(turn)), ...asker];
    wakes.push(...(await tellMembers(store, hearing, { key, content, at })));
  }
  return { ...say(...lines), wakes };
}

/** "đồng ý gia hạn 12": the first answer counts, and whoever asked hears of it. */
export const decideExtensionCommand: CommandKind<'decide-extension'> = {
  typed: ({ grants, of }) =>
    'task' in of ? `${grants ? 'đồng ý' : 'không đồng ý'} gia hạn ${of.task}` : null,
  answer: decideOnTime,
};

async function decideOnTime(
  turn: MemberTurn,
  { grants, of, orAsks }: Omit<CommandOf<'decide-extension'>, 'name'>,
): Promise<Answer> {
  const { store, member, t, updateId, now } = turn;
  if (orAsks && 'task' in of && !may(member, 'decide-extension')) {
    return askForTime(turn, { name: 'ask-extension', number: of.task, until: '', reason: '' });
  }
  const outcome = await decideExtension(store, { member, of, grants, updateId, at: now });
  const { mine, told } = decisionWords(outcome, member, dayContext(turn));
  if (told === null || !('asker' in outcome) || outcome.asker === null) return say(mine);
  const key = `extension:${outcome.extension.id}:decided`;
  const content = { lines: [{ text: told }] };
  const wakes = await tellMembers(store, [outcome.asker], { key, content, at: now });
  const others = outcome.kind === 'granted' ? await tellOtherLeads(turn, outcome) : [];
  return {
    ...say(
      mine,
      ...(wakes.length === 0 ? [t('extension.askerUnreached', { name: outcome.asker.name })] : []),
    ),
    wakes: [...wakes, ...others],
  };
}

/** Who leads the task as well has another date too. */
async function tellOtherLeads(
  turn: MemberTurn,
  { task, occurrence, extension, asker }: Extract<DecideOutcome, { kind: 'granted' | 'refused' }>,
): Promise<number[]> {
  const { store, member, t, now: at } = turn;
  const others = leadUnitIds(task).filter((id) => asker === null || !isOfUnit(asker, id));
  const people = (await store.offices.members(member.organizationId)).filter(
    (one) => one.id !== member.id && one.id !== asker?.id && others.some((id) => worksIn(one, id)),
  );
  const due = dueWords(occurrence, dayContext(turn));
  const lines = [{ text: t('extension.moved', { number: task.number, title: shortTitle(task.title), due }) }];
  return tellMembers(store, people, { key: `extension:${extension.id}:moved`, content: { lines }, at });
}

/**
 * "Đồng ý" alone: of the request it quotes, or that was said last, if it is the only one that waits.
 * @returns null where it is no answer to a request
 */
export async function decideBriefly(turn: MemberTurn, grants: boolean): Promise<Answer | null> {
  const { store, member, chat, update, t, today, now } = turn;
  const { event } = update;
  if (!may(member, 'decide-extension') || event.type !== 'message') return null;
  const quotedId = event.replyToMessageId;
  const answered =
    quotedId === undefined
      ? await store.outbox.latestSent(chat.id)
      : await store.outbox.byMessage(chat.id, quotedId);
  const [, id] = REQUEST_KEY.exec(answered?.key ?? '') ?? [];
  if (id === undefined) return null;
  const waiting =
    quotedId === undefined ? await store.extensions.openOfOffice(member.organizationId, today) : [];
  const draft = quotedId === undefined ? await openDraft(store, member, null, now) : null;
  if (draft && waiting.length > 0) {
    return say(
      t(grants ? 'extension.orImport' : 'extension.orDiscard', { draft: draft.id, file: draft.fileName }),
    );
  }
  if (waiting.length > 1) return say(t('extension.several', { count: waiting.length }));
  return decideOnTime(turn, { grants, of: { extension: Number(id) } });
}

const REQUEST_KEY = /^extension:(\d+):member:/;
