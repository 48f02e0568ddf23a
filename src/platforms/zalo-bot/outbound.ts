/** What goes out through a Zalo bot. */
import {
  type Attachment,
  type ChatAddress,
  DeliveryError,
  type DeliveryFailure,
  type Messenger,
  type OutboundFile,
  type OutboundMessage,
} from '../../services/ports/messenger.ts';
import { carriableFile, carriableLines } from '../shared/carriable.ts';
import type { GapLimits } from '../shared/gap-pace.ts';
import type { Pace } from '../shared/pace.ts';
import { Sendings } from '../shared/sendings.ts';
import { downloadFromZalo } from '../shared/zalo-download.ts';
import type { BotClient, SentJson } from './client.ts';
import { ApiRefusal, deliveryErrorOf, QUOTA_EXCEEDED } from './errors.ts';
import type { PhotoShelf } from './photo-shelf.ts';
import type { Quota } from './quota.ts';

/** Characters. Counted in UTF-16 units here, which never counts too few. */
const TEXT_LIMIT = 2000;

/** Zalo publishes no limits but the month's: 5 to 10 messages a second in all, one every 1 to 2 seconds in a chat. */
export const ZALO_BOT_PACE: GapLimits = { gapMs: 100, gapInChatMs: 1_000, longestWaitMs: 60_000 };

export interface OutboundOptions {
  client: BotClient;
  pace: Pace;
  quota: Quota;
  /** Absent: photos cannot be sent. */
  shelf?: PhotoShelf;
  onSent(): void;
  /** Zalo refused the bot as a whole, not this recipient. */
  onRefused(refusal: ApiRefusal): void;
}

export class ZaloBotMessenger implements Messenger {
  readonly platform = 'zalo-bot';
  readonly textLimit = TEXT_LIMIT;
  readonly hasButtons = false;
  readonly takesPhotosOnly = true;
  readonly sendFile?: (chat: ChatAddress, file: OutboundFile) => Promise<string>;
  readonly #options: OutboundOptions;
  readonly #sendings = new Sendings('Zalo Bot');

  constructor(options: OutboundOptions) {
    this.#options = options;
    const { shelf } = options;
    if (shelf) this.sendFile = (chat, file) => this.#sendings.run(() => this.#sendPhoto(shelf, chat, file));
  }

  /**
   * As plain text: the styles that Zalo takes apart from the text would need no escaping, but have not been tried, and a
   * refusal of them would silence every reminder. A message cannot quote another, nor call somebody by name.
   */
  async send({ chat, lines }: OutboundMessage): Promise<string> {
    const text = carriableLines('Zalo Bot', lines, TEXT_LIMIT)
      .map((line) => line.text)
      .join('\n');
    const payload = { chat_id: chat.id, text };
    return this.#sendings.run(() => this.#attempt(chat, (client) => client.call('sendMessage', payload)));
  }

  download(attachment: Attachment, maxBytes: number): Promise<Uint8Array> {
    return downloadFromZalo(this.#options.client, attachment, maxBytes);
  }

  /** Takes no more messages and lets those on the way end: one that is cut off would be sent twice. */
  close(): Promise<void> {
    return this.#sendings.close();
  }

  async #sendPhoto(shelf: PhotoShelf, chat: ChatAddress, file: OutboundFile): Promise<string> {
    const { kind, bytes } = carriableFile(file);
    if (kind !== 'photo') {
      throw new DeliveryError({ kind: 'permanent', reason: 'refused' }, 'Zalo Bot takes no files but photos');
    }
    const payload = { chat_id: chat.id, photo: shelf.put(bytes) };
    return this.#attempt(chat, (client) => client.call('sendPhoto', payload));
  }

  async #attempt({ id }: ChatAddress, work: (client: BotClient) => Promise<SentJson>): Promise<string> {
    const { pace, quota } = this.#options;
    try {
      return await pace.inTurn(id, () => this.#sendNow(id, work));
    } catch (error) {
      const waitMs = error instanceof DeliveryError && waitIn(error.failure);
      if (!waitMs || !quota.isUsedUp) throw error;
      // Whoever has another way need not wait for the next month.
      throw new DeliveryError({ kind: 'out-of-service', retryAfterMs: waitMs }, 'the plan is used up', {
        cause: error,
      });
    }
  }

  async #sendNow(chatId: string, work: (client: BotClient) => Promise<SentJson>): Promise<string> {
    const { client, pace, quota, onSent, onRefused } = this.#options;
    try {
      const sent = await work(client);
      quota.isFree();
      onSent();
      // Without its id it has been sent all the same: only a quote of it could not be recognized.
      return String(sent.message_id ?? '');
    } catch (error) {
      const isQuota = error instanceof ApiRefusal && error.code === QUOTA_EXCEEDED;
      const retryAfterMs = isQuota ? quota.exceeded(error.retryAfterMs) : 0;
      if (error instanceof ApiRefusal && (isQuota || error.isTokenTrouble)) onRefused(error);
      if (!isQuota) throw deliveryErrorOf(error);
      await pace.hold(chatId, retryAfterMs);
      throw new DeliveryError({ kind: 'temporary', retryAfterMs }, error.message, { cause: error });
    }
  }
}

function waitIn(failure: DeliveryFailure): number | undefined {
  return failure.kind === 'temporary' ? failure.retryAfterMs : undefined;
}
