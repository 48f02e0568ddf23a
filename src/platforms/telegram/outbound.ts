/** What goes out on Telegram. */
import {
  type Attachment,
  type Button,
  DeliveryError,
  type Messenger,
  type OutboundMessage,
} from '../../services/ports/messenger.ts';
import { FileTooLarge } from '../shared/read-at-most.ts';
import { Sendings } from '../shared/sendings.ts';
import type { Opts, TelegramClient } from './client.ts';
import { ApiUnreachable, deliveryErrorOf } from './errors.ts';
import type { Pace } from './pace.ts';
import { plainText, renderHtml } from './render.ts';

/** Characters after the tags are taken out. Counted in UTF-16 units here, which never counts too few. */
const TEXT_LIMIT = 4096;
const CALLBACK_DATA_BYTES = 64;

export class TelegramMessenger implements Messenger {
  readonly platform = 'telegram';
  readonly textLimit = TEXT_LIMIT;
  readonly hasButtons = true;
  readonly #client: TelegramClient;
  readonly #pace: Pace;
  readonly #onRefused: (error: unknown) => void;
  readonly #sendings = new Sendings('Telegram');

  /** @param onRefused told why a message could not be sent */
  constructor(client: TelegramClient, pace: Pace, onRefused: (error: unknown) => void) {
    this.#client = client;
    this.#pace = pace;
    this.#onRefused = onRefused;
  }

  send(message: OutboundMessage): Promise<string> {
    return this.#sendings.run(() => this.#send(message));
  }

  download(attachment: Attachment, maxBytes: number): Promise<Uint8Array> {
    return download(this.#client, attachment, maxBytes);
  }

  /** Takes no more messages and lets those on the way end: one that is cut off would be sent twice. */
  close(): Promise<void> {
    return this.#sendings.close();
  }

  async #send(message: OutboundMessage): Promise<string> {
    const payload = sendMessagePayload(message);
    await this.#pace.turn(message.chat.id);
    try {
      const sent = await this.#client.call('sendMessage', payload);
      return String(sent.message_id);
    } catch (error) {
      this.#onRefused(error);
      const delivery = deliveryErrorOf(error);
      const { failure } = delivery;
      if (failure.kind === 'temporary' && failure.retryAfterMs !== undefined) {
        this.#pace.hold(message.chat.id, failure.retryAfterMs);
      }
      throw delivery;
    }
  }
}

/** @throws {RangeError | TypeError} when the caller built a message that Telegram can never take. */
export function sendMessagePayload(message: OutboundMessage): Opts<'sendMessage'> {
  const { chat, lines, buttons = [], replyToMessageId } = message;
  const length = plainText(lines).length;
  if (length > TEXT_LIMIT) {
    throw new RangeError(`A Telegram message holds ${TEXT_LIMIT} characters, got ${length}: split it first`);
  }
  return {
    chat_id: chat.id,
    text: renderHtml(lines),
    parse_mode: 'HTML',
    link_preview_options: { is_disabled: true },
    ...(chat.threadId !== undefined && { message_thread_id: telegramNumber(chat.threadId) }),
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

async function download(
  client: TelegramClient,
  { fileId, size }: Attachment,
  maxBytes: number,
): Promise<Uint8Array> {
  if (size !== undefined && size > maxBytes)
    throw unusable(`The file has ${size} bytes, more than ${maxBytes}`);
  try {
    const { file_path: path } = await client.call('getFile', { file_id: fileId });
    if (path === undefined) throw unusable('Telegram hands out no files of more than 20 MB');
    return await client.readFile(path, maxBytes);
  } catch (error) {
    if (error instanceof DeliveryError) throw error;
    if (error instanceof FileTooLarge) throw unusable(error.message);
    // Reading twice does no harm, so being cut off is never "unknown".
    if (error instanceof ApiUnreachable) {
      throw new DeliveryError({ kind: 'temporary' }, error.message, { cause: error });
    }
    throw deliveryErrorOf(error);
  }
}

function unusable(message: string): DeliveryError {
  return new DeliveryError({ kind: 'permanent', reason: 'refused' }, message);
}
