import type { Notice } from '../../services/ports/outbox.ts';
import type { Store } from '../../services/ports/store.ts';

/** The stored update that a notice answers; null where it answers none. */
export function answeredUpdate(notice: Pick<Notice, 'key'>): number | null {
  const [, id] = REPLY_KEY.exec(notice.key) ?? [];
  return id === undefined ? null : Number(id);
}

const REPLY_KEY = /^reply:(\d+)$/;

/** Somebody has chosen what was offered there: what the message had meant was understood in the end. */
export async function offerTaken(store: Store, notice: Notice | null): Promise<void> {
  const updateId = notice && answeredUpdate(notice);
  if (updateId !== null) await store.feedback.understood(updateId);
}
