import { instantAt, weekOf } from '../../domain/day.ts';
import { rulesOf } from '../../domain/office-settings.ts';
import { KEPT_DAYS } from '../../domain/unmet-words.ts';
import { forEachOffice } from '../office/for-each-office.ts';
import { dayAtWork } from '../office/office-rules.ts';
import type { Notice } from '../ports/outbox.ts';
import { clerksOf, withChats } from './note-once.ts';
import { firstWorkingDay } from './note-unreached.ts';
import type { PlannerDeps } from './plan-reminders.ts';

const DAY_MS = 24 * 3600_000;

/**
 * Once a week the clerks are told of what the bot could not do, and of what people remark of it: on the first working morning
 * of the week, or later that week if nobody ran then, and only of what they have not been told before. What nobody has said
 * for long is forgotten.
 * @throws {AggregateError} names the offices whose clerks could not be written to; the others have been.
 */
export async function noteFeedback(deps: PlannerDeps): Promise<void> {
  const { storage, clock } = deps;
  await storage.feedback.forget(new Date(clock.now().getTime() - KEPT_DAYS * DAY_MS));
  const untold = new Map((await storage.feedback.untold()).map((one) => [one.organizationId, one.since]));
  if (untold.size === 0) return;
  const concerned = (await storage.offices.all()).filter(({ id }) => untold.has(id));
  await forEachOffice(concerned, 'Clerks not told of feedback', async ({ id, settings }) => {
    const rules = rulesOf(deps.rules, settings);
    const today = dayAtWork(clock.now(), rules);
    if (today === null) return;
    const morning = instantAt(firstWorkingDay(today, rules), rules.remindFrom);
    const since = untold.get(id);
    if (since !== undefined && since < morning) await tellClerks(deps, id, { today, morning });
  });
}

/** What is told is marked and written down together, so that it is told once. */
async function tellClerks(
  { storage, queue, clock }: PlannerDeps,
  organizationId: number,
  { today, morning }: { today: string; morning: Date },
): Promise<void> {
  const week = weekOf(today);
  const woken = await storage.transaction(async (store) => {
    await store.offices.lock(organizationId);
    const chats = await store.chats.ofOrganization(organizationId);
    const told = withChats(await clerksOf(store, organizationId), chats).map(({ member, chat }) => ({
      key: `feedback:${week}:${member.id}`,
      chatId: chat.id,
    }));
    if (told.length === 0) return [];
    const unsent: Notice[] = [];
    for (const { chatId } of told) unsent.push(...(await store.outbox.waitingForPerson(chatId)));
    const weeks = unsent.flatMap(({ kind, day }) =>
      kind === 'feedback' && day !== null ? [weekOf(day)] : [],
    );
    await store.feedback.tell(organizationId, morning, week, weeks);
    for (const one of told) {
      await store.outbox.add({ ...one, kind: 'feedback', day: today, content: null, at: clock.now() });
    }
    return told.map(({ chatId }) => chatId);
  });
  for (const chatId of woken) await queue.wake({ name: 'outbox', chatId });
}
