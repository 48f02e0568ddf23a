/** What goes out on Telegram. */
import type {
  Attachment,
  Button,
  ChatAddress,
  Messenger,
  OutboundFile,
  OutboundMessage,
} from '../../services/ports/messenger.ts';
import { carriableFile, carriableLines } from '../shared/carriable.ts';
import type { Pace } from '../shared/pace.ts';
import { Sendings } from '../shared/sendings.ts';
import { inputFile, type Opts, type TelegramClient, UPLOAD_LIMITS } from './client.ts';
import { download } from './download.ts';
import { deliveryErrorOf } from './errors.ts';
import { renderHtml } from './render.ts';

/** Characters after the tags are taken out. Counted in UTF-16 units here, which never counts too few. */
const TEXT_LIMIT = 4096;
const CALLBACK_DATA_BYTES = 64;

export interface MessengerOptions {
  client: TelegramClient;
  pace: Pace;
  onSent(): void;
  /** Told why a message could not be sent. */
  onRefused(error: unknown): void;
}

export class TelegramMessenger implements Messenger {
  readonly platform = 'telegram';
  readonly textLimit = TEXT_LIMIT;
  readonly hasButtons = true;
  readonly atOnce = 16;
  readonly #client: TelegramClient;
  readonly #pace: Pace;
  readonly #onSent: () => void;
  readonly #onRefused: (error: unknown) => void;
  readonly #sendings = new Sendings('Telegram');

  constructor({ client, pace, onSent, onRefused }: MessengerOptions) {
    this.#client = client;
    this.#pace = pace;
    this.#onSent = onSent;
    this.#onRefused = onRefused;
  }

  send(message: OutboundMessage): Promise<string> {
    return this.#sendings.run(async () => {
      const payload = sendMessagePayload(message);
      return this.#attempt(message.chat, () => this.#client.call('sendMessage', payload));
    });
  }

  sendFile(chat: ChatAddress, file: OutboundFile): Promise<string> {
    return this.#sendings.run(async () => {
      const { kind, name, bytes } = carriableFile(file);
      const to = addressOf(chat);
      const content = inputFile(name, bytes);
      return this.#attempt(chat, () =>
        kind === 'photo'
          ? this.#client.call('sendPhoto', { ...to, photo: content }, UPLOAD_LIMITS)
          : this.#client.call('sendDocument', { ...to, document: content }, UPLOAD_LIMITS),
      );
    });
  }

  download(attachment: Attachment, maxBytes: number): Promise<Uint8Array> {
    return download(this.#client, attachment, maxBytes);
  }

  /** Takes no more messages and lets those on the way end: one that is cut off would be sent twice. */
  close(): Promise<void> {
    return this.#sendings.close();
  }

  #attempt({ id }: ChatAddress, work: () => Promise<{ message_id: number }>): Promise<string> {
    return this.#pace.inTurn(id, () => this.#sendNow(id, work));
  }

  async #sendNow(chatId: string, work: () => Promise<{ message_id: number }>): Promise<string> {
    try {
      const sent = await work();
      this.#onSent();
      return String(sent.message_id);
    } catch (error) {
      this.#onRefused(error);
      const delivery = deliveryErrorOf(error);
      const { failure } = delivery;
      if (failure.kind === 'temporary' && failure.retryAfterMs !== undefined) {
        await this.#pace.hold(chatId, failure.retryAfterMs);
      }
      throw delivery;
    }
  }
}

/** @throws {RangeError | TypeError} when the caller built a message that Telegram can never take. */
export function sendMessagePayload(message: OutboundMessage): Opts<'sendMessage'> {
  const { chat, buttons = [], replyToMessageId } = message;
  const lines = carriableLines('Telegram', message.lines, TEXT_LIMIT);
  return {
    ...addressOf(chat),
    text: renderHtml(lines),
    parse_mode: 'HTML',
    link_preview_options: { is_disabled: true },
    ...(replyToMessageId !== undefined && {
      // The quoted message may have been deleted meanwhile; the answer matters more than the quote.
      reply_parameters: {
        message_id: telegramNumber(replyToMessageId),
        allow_sending_without_reply: true,
      },
    }),
    ...(buttons.length > 0 && {
      reply_markup: { inline_keyboard: buttons.map((row) => row.map(inlineButton)) },
    }),
  };
}

function addressOf({ id, threadId }: ChatAddress) {
  return {
    chat_id: id,
    ...(threadId !== undefined && { message_thread_id: telegramNumber(threadId) }),
  };
}

function inlineButton({ label, data }: Button) {
  const bytes = Buffer.byteLength(data);
  if (bytes < 1 || bytes > CALLBACK_DATA_BYTES) {
    throw new RangeError(`A button's data has 1 to ${CALLBACK_DATA_BYTES} bytes, got ${bytes}: "${data}"`);
  }
  return { text: label, callback_data: data };
}

function telegramNumber(id: string): number {
  const number = Number(id);
  if (!Number.isSafeInteger(number)) throw new TypeError(`Not an id of Telegram's: "${id}"`);
  return number;
}
