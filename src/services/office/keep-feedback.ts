import type { Member } from '../../domain/member.ts';
import { may } from '../../domain/permissions.ts';
import { unmetWords } from '../../domain/unmet-words.ts';
import type { FeedbackItem } from '../ports/feedback.ts';
import type { Store } from '../ports/store.ts';
import { recordChange } from './record-change.ts';

interface Said {
  member: Member;
  updateId: number;
  at: Date;
}

/** The bot did not know what to do by these words, or was not sure: kept so that wording can be mended. */
export async function keepUnmet(store: Store, text: string, { member, updateId, at }: Said): Promise<void> {
  const { organizationId, id: memberId } = member;
  const words = unmetWords(text, await store.offices.everybody(organizationId));
  if (words === null) return;
  await store.offices.lock(organizationId);
  await store.feedback.notUnderstood(words, { organizationId, memberId, updateId, at });
}

/** What somebody has to say of the bot, for the clerks. */
export async function keepRemark(store: Store, words: string, { member, updateId, at }: Said): Promise<void> {
  const { organizationId, id: memberId } = member;
  await store.offices.lock(organizationId);
  const saying = { organizationId, memberId, updateId, at };
  const feedbackId = await store.feedback.remarked(words, saying);
  const item = (await store.feedback.byId(feedbackId))?.number ?? 0;
  await recordChange(
    store,
    saying,
    { kind: 'remark', feedbackId, item },
    { subject: `feedback:${feedbackId}` },
  );
}

/** `left`: how many there are still. */
export type DropOutcome =
  | { kind: 'dropped'; item: FeedbackItem; left: number }
  | { kind: 'not-allowed' | 'no-such' };

/** A clerk has seen to it. @param which by its place in the list, from 1, or as a button knows it */
export async function dropFeedback(
  store: Store,
  which: { place: number } | { id: number },
  { member, updateId, at }: Said,
): Promise<DropOutcome> {
  if (!may(member, 'drop-feedback')) return { kind: 'not-allowed' };
  const { organizationId, id: memberId } = member;
  await store.offices.lock(organizationId);
  const items = await store.feedback.ofOffice(organizationId);
  const item = 'id' in which ? items.find(({ id }) => id === which.id) : items[which.place - 1];
  if (item === undefined) return { kind: 'no-such' };
  await store.feedback.drop(item.id);
  const made = { kind: 'drop-feedback', feedbackId: item.id, item: item.number } as const;
  await recordChange(store, { organizationId, memberId, updateId, at }, made, {
    subject: `feedback:${item.id}`,
  });
  return { kind: 'dropped', item, left: items.length - 1 };
}
