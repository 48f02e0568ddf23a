import type { Logger } from 'pino';
import type { Clock, MachineClock } from '../../clock.ts';
import { ReadingStopped } from '../ports/documents.ts';
import type { StoredUpdate } from '../ports/inbox.ts';
import type { InboundUpdate } from '../ports/messenger.ts';
import type { Queue } from '../ports/queue.ts';
import type { Storage, Store } from '../ports/store.ts';
import { type Arrival, alone, gathered } from './album.ts';

/** What is done about an update, in two steps. `Prepared` is what the first found out for the second. */
export interface UpdateHandler<Prepared> {
  /** Whether each file of this album is a matter of its own. Default: an album is one message. */
  takesApart?(album: InboundUpdate): Promise<boolean>;
  /** Whatever takes long or asks the outside (a file to fetch and read); changes nothing. */
  prepare(update: InboundUpdate, id: number): Promise<Prepared>;
  /**
   * Everything it changes, answers included, goes through the store: all of it happens, or nothing does.
   * @returns the chats for which notices now wait; null where nothing of it is to be kept.
   */
  handle(store: Store, arrived: Arrival, prepared: Prepared): Promise<number[] | null>;
  /** Says in the chat that this message could not be handled. */
  apologize(store: Store, arrived: Arrival): Promise<number[]>;
}

/** After so many failures an update is given up: it must not keep those behind it waiting. */
const ATTEMPTS = 3;

export interface InboxDeps<Prepared> {
  storage: Storage;
  queue: Queue;
  clock: Clock;
  machine: MachineClock;
  log: Logger;
  handler: UpdateHandler<Prepared>;
}

/** Handles what waits in a lane, one update after the other, each exactly once. */
export async function handleInbox<Prepared>(deps: InboxDeps<Prepared>, lane: string): Promise<void> {
  for (;;) {
    const next = await deps.storage.inbox.next(lane);
    if (next === null) return;
    const arrived = await arrival(deps, lane, next);
    const chats = await handleOne(deps, lane, arrived).catch((error) =>
      error instanceof ReadingStopped ? null : giveUpOrRetry(deps, lane, arrived, error),
    );
    // Whoever is started next finds it as it came.
    if (chats === null) return;
    for (const chatId of chats) await deps.queue.wake({ name: 'outbox', chatId, isAnswer: true });
  }
}

async function arrival<Prepared>(
  { handler, storage, machine }: InboxDeps<Prepared>,
  lane: string,
  next: StoredUpdate,
): Promise<Arrival> {
  const whole = await gathered({ inbox: storage.inbox, machine }, lane, next);
  const isAlbum = whole.pieces.length + whole.earlier.length > 1;
  return isAlbum && (await handler.takesApart?.(whole.update)) ? alone(next) : whole;
}

async function handleOne<Prepared>(
  { handler, storage, clock }: InboxDeps<Prepared>,
  lane: string,
  next: Arrival,
): Promise<number[]> {
  const prepared = await handler.prepare(next.update, next.id);
  return storage.transaction(async (store) => {
    const current = await store.inbox.next(lane);
    // Another worker was quicker.
    if (current?.id !== next.id) return [];
    const chats = await handler.handle(store, next, prepared);
    for (const id of next.pieces) {
      await (chats === null ? store.inbox.forget(id) : store.inbox.done(id, clock.now()));
    }
    return chats ?? [];
  });
}

async function giveUpOrRetry<Prepared>(
  { handler, storage, clock, log }: InboxDeps<Prepared>,
  lane: string,
  next: Arrival,
  error: unknown,
): Promise<number[]> {
  const givenUp = next.attempts + 1 >= ATTEMPTS;
  log.error({ err: error, update: next.id, givenUp }, 'inbox: an update could not be handled');
  try {
    return await storage.transaction(async (store) => {
      const current = await store.inbox.next(lane);
      // Another worker was quicker, and did better.
      if (current?.id !== next.id) return [];
      for (const id of next.pieces) await store.inbox.failed(id, clock.now(), givenUp);
      return givenUp ? handler.apologize(store, next) : [];
    });
  } catch (failure) {
    if (!givenUp) throw failure;
    log.error({ err: failure, update: next.id }, 'inbox: not even an apology could be given');
    for (const id of next.pieces) await storage.inbox.failed(id, clock.now(), true);
    return [];
  }
}
