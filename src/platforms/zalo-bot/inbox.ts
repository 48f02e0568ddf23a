/** The way of one update: read, and stored. */
import type { Logger } from 'pino';
import type { Clock } from '../../clock.ts';
import type { InboundUpdate, ReceiveUpdate } from '../../services/ports/messenger.ts';
import type { Condition } from '../shared/condition.ts';
import type { BotIdentity } from './account.ts';
import { inboundUpdateOf, messageIdIn } from './inbound.ts';

export interface InboxOptions {
  receive: ReceiveUpdate;
  condition: Pick<Condition, 'stored'>;
  log: Logger;
  clock: Clock;
}

/** Resolves once the update is safe, or is none of the office's business. */
export type StoreUpdate = (update: unknown, bot: BotIdentity) => Promise<void>;

export function createInbox({ receive, condition, log, clock }: InboxOptions): StoreUpdate {
  return async (update, bot) => {
    const inbound = readable(update, bot, log);
    if (!inbound) return;
    await receive(inbound);
    condition.stored(clock.now());
  };
}

/** Reading fails the same way every time: an update that cannot be read must not hold up those behind it. */
function readable(update: unknown, bot: BotIdentity, log: Logger): InboundUpdate | null {
  try {
    return inboundUpdateOf(update, bot);
  } catch (error) {
    const messageId = messageIdIn(update);
    log.error({ err: error, messageId }, 'Zalo Bot: an update cannot be read and is left out');
    return null;
  }
}
