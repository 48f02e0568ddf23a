import type { Logger } from 'pino';
import type { Clock } from '../../clock.ts';
import type { Attachment, InboundUpdate } from '../../services/ports/messenger.ts';
import type { Queue } from '../../services/ports/queue.ts';
import type { Storage } from '../../services/ports/store.ts';
import { translator } from '../translate.ts';

export interface AnnounceDeps {
  storage: Storage;
  queue: Queue;
  clock: Clock;
  log: Logger;
  /** For whoever is not on a roster. */
  locale: string;
  /** How long a file may be read before its sender is told to wait. */
  patienceMs?: number;
}

/** People begin to wonder whether anything happens. */
const PATIENCE_MS = 3_000;

/** Tells whoever sent a file that it is being read, when that takes long. */
export async function announced<Result>(
  deps: AnnounceDeps,
  update: InboundUpdate,
  { name }: Attachment,
  reading: Promise<Result>,
): Promise<Result> {
  let announcement: Promise<void> | undefined;
  const timer = setTimeout(() => {
    announcement = announce(deps, update, name ?? '').catch((error) => {
      deps.log.warn({ err: error }, 'inbox: could not say that a file is being read');
    });
  }, deps.patienceMs ?? PATIENCE_MS);
  try {
    return await reading;
  } finally {
    clearTimeout(timer);
    // The answer must not overtake it.
    await announcement;
  }
}

async function announce(
  { storage, queue, clock, locale }: AnnounceDeps,
  update: InboundUpdate,
  file: string,
) {
  const chatId = await storage.transaction(async (store) => {
    const { chat, member, office } = await store.chats.conversation(update);
    const spoken = member && office ? office.locale : locale;
    const text = translator(spoken)('import.reading', { file });
    const content = { lines: [{ text }] };
    const key = `reading:${update.platform}:${update.id}`;
    await store.outbox.add({ key, kind: 'reply', chatId: chat.id, day: null, content, at: clock.now() });
    return chat.id;
  });
  await queue.wake({ name: 'outbox', chatId });
}
