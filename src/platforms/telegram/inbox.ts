/** The way of one update: read, stored, and only then told back to Telegram. */
import type { Logger } from 'pino';
import type { Clock } from '../../clock.ts';
import type { InboundUpdate, ReceiveUpdate } from '../../services/ports/messenger.ts';
import type { Condition } from '../shared/condition.ts';
import type { BotIdentity } from './account.ts';
import type { TelegramClient, Update } from './client.ts';
import { inboundUpdateOf } from './inbound.ts';

export interface InboxOptions {
  client: TelegramClient;
  receive: ReceiveUpdate;
  condition: Pick<Condition, 'stored'>;
  log: Logger;
  signal: AbortSignal;
  clock: Clock;
}

/** Resolves once the update is safe, or is none of the office's business. */
export type StoreUpdate = (update: Update, bot: BotIdentity) => Promise<void>;

export function createInbox({ client, receive, condition, log, signal, clock }: InboxOptions): StoreUpdate {
  return async (update, bot) => {
    const inbound = readable(update, bot, log);
    if (inbound) {
      await receive(inbound);
      condition.stored(clock.now());
    }
    if ('callback_query' in update) stopButtonSpinner(update.callback_query.id);
  };

  /** Only a courtesy to the person's eyes, and refused for a press older than a few minutes: never waited for. */
  function stopButtonSpinner(queryId: string): void {
    client
      .call('answerCallbackQuery', { callback_query_id: queryId }, { signal })
      .catch((error: unknown) => log.debug({ err: error }, 'Telegram: a button press was not answered'));
  }
}

/** Reading fails the same way every time: an update that cannot be read must not hold up those behind it. */
function readable(update: Update, bot: BotIdentity, log: Logger): InboundUpdate | null {
  try {
    return inboundUpdateOf(update, bot);
  } catch (error) {
    log.error(
      { err: error, updateId: update.update_id },
      'Telegram: an update cannot be read and is left out',
    );
    return null;
  }
}
