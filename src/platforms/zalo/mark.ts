import type { Message } from './client.ts';
import type { Mark } from './session-file.ts';

export function markOf({ data }: Message): Mark {
  return { msgId: String(data.msgId), actionId: String(data.actionId), ts: Number(data.ts) };
}
