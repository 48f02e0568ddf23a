import type { NoticeContent } from '../ports/outbox.ts';
import type { ReportRecord } from '../ports/reports.ts';
import type { Store } from '../ports/store.ts';

/**
 * What has become of reports, said in the groups that had heard them.
 * @param here the chat in which it is said anyway
 * @returns the chats for which something new waits
 */
export async function tellWhereReported(
  store: Store,
  reports: Pick<ReportRecord, 'updateId'>[],
  here: number,
  { key, content, at }: { key: string; content: NoticeContent; at: Date },
): Promise<number[]> {
  const woken = new Set<number>();
  for (const { updateId } of reports) {
    const said = updateId === null ? null : await store.inbox.byId(updateId);
    if (said?.chat.kind !== 'group') continue;
    const { id } = await store.chats.at(said);
    if (id === here) continue;
    const word = { kind: 'reply', chatId: id, day: null, content, at } as const;
    const { isNew } = await store.outbox.add({ ...word, key: `${key}:chat:${id}` });
    if (isNew) woken.add(id);
  }
  return [...woken];
}
