import { officeClockAt, officeDayAt } from '../../domain/day.ts';
import type { Member } from '../../domain/member.ts';
import { rulesOf } from '../../domain/office-settings.ts';
import { officeBoard } from '../../services/office/office-board.ts';
import type { OfficeRules } from '../../services/office/office-rules.ts';
import { tellMembers } from '../../services/people/tell-members.ts';
import type { Chat } from '../../services/ports/chats.ts';
import { laneOf } from '../../services/ports/inbox.ts';
import type { Line } from '../../services/ports/messenger.ts';
import type { Store } from '../../services/ports/store.ts';
import { translator } from '../translate.ts';
import { ownTasksWords } from '../words/own-tasks-words.ts';

interface Occasion {
  /** Said once under it. */
  key: string;
  at: Date;
  rules: OfficeRules;
}

/**
 * A chat has been closed to the bot, or opened again. Who hears in it had missed what went elsewhere or nowhere in the
 * meantime, so that it begins anew with how things stand.
 * @returns the chats for which something new waits
 */
export async function noteReachable(
  store: Store,
  chat: Chat,
  isReachable: boolean,
  occasion: Occasion,
): Promise<number[]> {
  const { key, at } = occasion;
  const why = chat.kind === 'group' ? 'chat-gone' : 'blocked';
  await store.chats.setReachable(chat.id, isReachable ? null : { why, at });
  const member = isReachable && !chat.reachable ? await memberIn(store, chat) : null;
  if (!member) return [];
  const content = { lines: await welcomeLines(store, member, occasion) };
  await store.outbox.add({ kind: 'word', key, chatId: chat.id, day: null, content, at });
  return [chat.id];
}

/**
 * Those who are on the roster again, each where they hear.
 * @returns the chats for which something new waits
 */
export async function welcomeBack(store: Store, members: Member[], occasion: Occasion): Promise<number[]> {
  const woken: number[] = [];
  for (const member of members) {
    const content = { lines: await welcomeLines(store, member, occasion) };
    woken.push(...(await tellMembers(store, [member], { key: occasion.key, content, at: occasion.at })));
  }
  return woken;
}

/**
 * Those whose removal is undone: only whom anything has passed by since, a morning or an answer to what they wrote.
 * @returns the chats for which something new waits
 */
export async function welcomeRestored(
  store: Store,
  members: Member[],
  removedAt: Date,
  occasion: Occasion,
): Promise<number[]> {
  const missed: Member[] = [];
  for (const member of members) {
    if (await hasMissed(store, member, removedAt, occasion)) missed.push(member);
  }
  return welcomeBack(store, missed, occasion);
}

async function hasMissed(
  store: Store,
  { id, organizationId }: Member,
  since: Date,
  { at, rules }: Occasion,
): Promise<boolean> {
  const { settings } = await store.offices.byId(organizationId);
  const { remindFrom } = rulesOf(rules, settings);
  const isOneDay = officeDayAt(since) === officeDayAt(at);
  if (!isOneDay || (officeClockAt(since) < remindFrom && remindFrom <= officeClockAt(at))) return true;
  for (const { platform, kind, memberId, address } of await store.chats.ofOrganization(organizationId)) {
    if (kind !== 'private' || memberId !== id) continue;
    const lane = laneOf({ platform, chat: { id: address.id, kind } });
    if (await store.inbox.hasSince(lane, since)) return true;
  }
  return false;
}

async function memberIn(store: Store, { memberId, organizationId }: Chat): Promise<Member | null> {
  if (memberId === null || organizationId === null) return null;
  const members = await store.offices.members(organizationId);
  return members.find(({ id }) => id === memberId) ?? null;
}

async function welcomeLines(store: Store, member: Member, { at, rules }: Occasion): Promise<Line[]> {
  const board = await officeBoard(store, member.organizationId);
  const t = translator(board.office.locale);
  const context = { t, today: officeDayAt(at), calendar: rulesOf(rules, board.office.settings).calendar };
  return [
    { text: t('join.welcomeBack', { name: member.name }) },
    { text: '' },
    ...ownTasksWords(board, member, context),
  ];
}
