import { instantAt, weekOf } from '../../domain/day.ts';
import type { Member } from '../../domain/member.ts';
import { KEPT_DAYS } from '../../domain/unmet-words.ts';
import type { Notice } from '../ports/outbox.ts';
import { firstWorkingDay } from './note-unreached.ts';
import type { Part, PlannerDeps } from './plan-office.ts';
import { isClerk, tellEach } from './tell-each.ts';

const DAY_MS = 24 * 3600_000;

/**
 * Once a week the clerks are told of what the bot could not do, and of what people remark of it: on the first working morning
 * of the week, or later that week if nobody ran then, and only of what they have not been told before. What is told is marked
 * and written down together, so that it is told once.
 */
export const noteFeedback: Part = async (store, officeNow) => {
  const { office, feedbackSince, today, rules } = officeNow;
  const morning = instantAt(firstWorkingDay(today, rules), rules.remindFrom);
  if (feedbackSince === null || feedbackSince >= morning) return [];
  const week = weekOf(today);
  const keyOf = ({ id }: Member) => `feedback:${week}:${id}`;
  const told = tellEach(officeNow, { kind: 'feedback', day: today, keyOf, isFor: isClerk });
  if (told.length === 0) return [];
  const unsent: Notice[] = [];
  for (const { chatId } of told) unsent.push(...(await store.outbox.waitingForPerson(chatId)));
  const weeks = unsent.flatMap(({ kind, day }) => (kind === 'feedback' && day !== null ? [weekOf(day)] : []));
  await store.feedback.tell(office.id, morning, week, weeks);
  return told;
};

/** What nobody has said for long is kept no longer. */
export async function forgetFeedback({
  storage,
  clock,
}: Pick<PlannerDeps, 'storage' | 'clock'>): Promise<void> {
  await storage.feedback.forget(new Date(clock.now().getTime() - KEPT_DAYS * DAY_MS));
}
