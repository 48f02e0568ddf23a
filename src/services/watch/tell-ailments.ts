import type { Clock } from '../../clock.ts';
import { rulesOf } from '../../domain/office-settings.ts';
import { dayAtWork, type OfficeRules } from '../office/office-rules.ts';
import { channelsOf } from '../people/channels.ts';
import type { AilmentKind, KnownAilment } from '../ports/ailments.ts';
import type { Line } from '../ports/messenger.ts';
import type { Organization } from '../ports/offices.ts';
import type { Queue } from '../ports/queue.ts';
import type { Storage, Store } from '../ports/store.ts';
import { hasDaysOf } from './year-unknown.ts';

/** @param locale the office's */
export type AilmentWords = (
  ailment: Pick<KnownAilment, 'kind' | 'subject'>,
  isOver: boolean,
  locale: string,
) => Line[];

export interface TellDeps {
  storage: Storage;
  queue: Queue;
  clock: Clock;
  rules: OfficeRules;
  words: AilmentWords;
}

const MINUTE_MS = 60_000;

/**
 * What clerks can do something about, or must know, once it has lasted so long; null: it is the affair of whoever looks
 * after the service alone. What stops the next morning's messages and only a person can mend does not wait for the office's
 * hours: it is told by {@link reportTrouble}, and here to whoever could not be reached then.
 */
const TOLD_AFTER_MS: Readonly<Record<AilmentKind, number | null>> = {
  refused: 0,
  session: 0,
  quota: 0,
  ousted: 0,
  silent: 10 * MINUTE_MS,
  // A large morning takes its time.
  late: 15 * MINUTE_MS,
  untold: 0,
  disk: 0,
  calendar: 0,
  database: null,
  redis: null,
};

/** A platform that nothing can be sent or heard on explains why something is late. */
const OF_A_PLATFORM: readonly AilmentKind[] = ['refused', 'session', 'quota', 'ousted', 'silent'];

/**
 * Within its own hours each office hears what is wrong, once, and once that it is over.
 * @param done what this process has told which office: it is not looked at again
 */
export async function tellAilments(deps: TellDeps, done: Set<string>): Promise<void> {
  const { storage, queue, clock, words } = deps;
  const at = clock.now();
  const present = await storage.ailments.present();
  const told = present.filter((one) => isToBeTold(one, present, at));
  const over = await storage.ailments.over();
  if (told.length + over.length === 0) return done.clear();
  const atWork = (await storage.offices.all()).filter(
    ({ settings }) => dayAtWork(at, rulesOf(deps.rules, settings)) !== null,
  );
  for (const ailment of told) {
    for (const office of concerned(ailment, atWork)) {
      const deed = `${keyed(ailment)}:office:${office.id}`;
      if (done.has(deed)) continue;
      const woken = await storage.transaction((store) => tellClerksOf(store, ailment, [office], at, words));
      for (const chatId of woken) await queue.wake({ name: 'outbox', chatId });
      done.add(deed);
    }
  }
  for (const ailment of over) {
    const woken = await storage.transaction((store) => tellOver(store, ailment, atWork, at, words));
    for (const chatId of woken) await queue.wake({ name: 'outbox', chatId });
  }
}

/**
 * To every clerk of these offices who can be reached, each in one chat and once.
 * @returns the chats for which something new waits
 */
export async function tellClerksOf(
  store: Store,
  ailment: KnownAilment,
  offices: readonly Organization[],
  at: Date,
  words: AilmentWords,
): Promise<number[]> {
  const told: { id: number; chatId: number }[] = [];
  for (const { id: officeId, locale } of offices) {
    const clerks = (await store.offices.members(officeId)).filter(({ role }) => role === 'clerk');
    const keyOf = (clerk: { id: number }) => `${keyed(ailment)}:member:${clerk.id}`;
    const known = await store.outbox.known(clerks.map(keyOf));
    const missing = clerks.filter((clerk) => !known.has(keyOf(clerk)));
    if (missing.length === 0) continue;
    const chats = await store.chats.ofOrganization(officeId);
    for (const clerk of missing) {
      const ways = channelsOf(clerk.id, chats);
      const elsewhere = ways.find(({ platform }) => platform !== ailment.subject);
      // Opened in another browser, an account still sends: where it is all that a clerk has, it says so itself.
      const chat = elsewhere ?? (ailment.kind === 'ousted' ? ways[0] : undefined);
      if (!chat) continue;
      const content = { lines: words(ailment, false, locale) };
      const notice = { key: keyOf(clerk), kind: 'word', chatId: chat.id, day: null, content, at } as const;
      told.push({ id: (await store.outbox.add(notice)).id, chatId: chat.id });
    }
  }
  if (told.length > 0)
    await store.ailments.told(
      ailment,
      told.map(({ id }) => id),
    );
  return told.map(({ chatId }) => chatId);
}

/** Whoever has not been told of it yet need not hear of it any more. */
async function tellOver(
  store: Store,
  ailment: KnownAilment,
  atWork: readonly Organization[],
  at: Date,
  words: AilmentWords,
): Promise<number[]> {
  const withdrawn = await store.outbox.withdraw(ailment.notices);
  const knowing = await store.outbox.whereTold(ailment.notices.filter((id) => !withdrawn.has(id)));
  const settled = [...withdrawn];
  const woken: number[] = [];
  for (const { noticeId, chatId, organizationId } of knowing) {
    const office = atWork.find(({ id }) => id === organizationId);
    if (!office) continue;
    const content = { lines: words(ailment, true, office.locale) };
    const key = `${keyed(ailment)}:over:${chatId}`;
    const { isNew } = await store.outbox.add({ key, kind: 'word', chatId, day: null, content, at });
    if (isNew) woken.push(chatId);
    settled.push(noticeId);
  }
  // A clerk whose chat is no office's any more hears nothing.
  const lost = ailment.notices.filter((id) => !knowing.some(({ noticeId }) => noticeId === id));
  await store.ailments.toldOver(ailment, [...settled, ...lost]);
  return woken;
}

function isToBeTold(ailment: KnownAilment, present: readonly KnownAilment[], at: Date): boolean {
  const afterMs = TOLD_AFTER_MS[ailment.kind];
  if (afterMs === null || at.getTime() - ailment.since.getTime() < afterMs) return false;
  return ailment.kind !== 'late' || !present.some(({ kind }) => OF_A_PLATFORM.includes(kind));
}

/** What is of one office is told there alone. */
function concerned(
  { kind, subject }: KnownAilment,
  offices: readonly Organization[],
): readonly Organization[] {
  if (kind === 'late' || kind === 'untold') return offices.filter(({ id }) => String(id) === subject);
  if (kind === 'calendar') return offices.filter((office) => !hasDaysOf(Number(subject), office));
  return offices;
}

function keyed({ kind, subject, since }: KnownAilment): string {
  return `ailment:${kind}:${subject}:${since.toISOString()}`;
}
