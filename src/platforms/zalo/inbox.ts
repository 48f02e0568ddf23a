/** The way of one message: named, stored, and remembered for being quoted. */
import type { Logger } from 'pino';
import type { Clock } from '../../clock.ts';
import type { InboundUpdate, ReceiveUpdate } from '../../services/ports/messenger.ts';
import { persist, type RetryOptions } from '../shared/retry.ts';
import { chatOf } from './chat-id.ts';
import type { Message, MessageKind, ZaloApi } from './client.ts';
import type { Condition } from './condition.ts';
import { kindOf } from './inbound.ts';
import type { Arrival } from './intake.ts';

export interface InboxOptions {
  receive: ReceiveUpdate;
  /** The present login, if there is one. */
  api(): ZaloApi | null;
  onStored(kind: MessageKind, message: Message): void;
  condition: Condition;
  log: Logger;
  clock: Clock;
  retry: RetryOptions;
}

/** Resolves once the message is safe; rejects only when stopped. */
export function createInbox(options: InboxOptions): (arrival: Arrival) => Promise<void> {
  const { receive, condition, clock, log, retry } = options;
  const titles = new Map<string, string>();

  const titleOf = async (groupId: string): Promise<string | null> => {
    const known = titles.get(groupId);
    if (known !== undefined) return known;
    const title = await options.api()?.groupTitle(groupId);
    if (title) titles.set(groupId, title);
    return title ?? null;
  };

  /** Zalo's messages do not say which group they are in; only what the bot will answer is worth asking. */
  const named = async (update: InboundUpdate): Promise<InboundUpdate> => {
    const { event, chat } = update;
    const isUnanswered =
      event.type === 'reaction' ||
      event.type === 'recalled' ||
      (event.type === 'message' && !event.addressed);
    if (chat.kind === 'private' || isUnanswered) return update;
    const title = await titleOf(chatOf(update.chat.id).id).catch((error: unknown) => {
      log.debug({ err: error }, 'Zalo: the name of a group is not known');
      return null;
    });
    return title ? { ...update, chat: { ...update.chat, title } } : update;
  };

  return async ({ update, message }) => {
    const whole = await named(update);
    await persist(() => receive(whole), retry);
    condition.stored(clock.now());
    if (message) options.onStored(kindOf(message), message);
  };
}
