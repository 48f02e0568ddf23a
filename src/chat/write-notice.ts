import type { Clock } from '../clock.ts';
import type { WriteNotice } from '../services/deliver-chat.ts';
import { noticeItems } from '../services/notice-items.ts';
import type { OfficeRules } from '../services/office-rules.ts';
import type { Storage } from '../services/ports/store.ts';
import { noticeWords } from './words/notice-words.ts';

/** The words of a reminder notice, from the truth at the moment of sending. */
export function noticeWriter(deps: { storage: Storage; clock: Clock; rules: OfficeRules }): WriteNotice {
  return async (notice, chat) => {
    const items = await noticeItems(deps.storage, notice, chat);
    return items && noticeWords(items, deps.clock.now(), deps.rules);
  };
}
