/** What goes out on Zalo. */
import {
  type Attachment,
  type ChatAddress,
  DeliveryError,
  type Messenger,
  type OutboundFile,
  type OutboundMessage,
} from '../../services/ports/messenger.ts';
import type { GapPace } from '../shared/gap-pace.ts';
import { Sendings } from '../shared/sendings.ts';
import { downloadFromZalo } from '../shared/zalo-download.ts';
import { chatOf } from './chat-id.ts';
import type { Message, ZaloApi } from './client.ts';
import { deliveryErrorOf, ZaloRefusal } from './errors.ts';
import { render } from './render.ts';
import type { Transport } from './transport.ts';

/** zca-js sends whatever it is given; Zalo refuses what is longer. */
const TEXT_LIMIT = 2000;

export interface OutboundOptions {
  /** The present login, if there is one. */
  api(): ZaloApi | null;
  /** A message heard of lately, which can be quoted. */
  heard(messageId: string): Message | undefined;
  pace: GapPace;
  files: Pick<Transport, 'readFile'>;
  onSent(): void;
  /** Zalo says that the session is over. */
  onSessionOver(refusal: ZaloRefusal): void;
}

export class ZaloMessenger implements Messenger {
  readonly platform = 'zalo';
  readonly textLimit = TEXT_LIMIT;
  readonly hasButtons = false;
  readonly #options: OutboundOptions;
  readonly #sendings = new Sendings('Zalo');

  constructor(options: OutboundOptions) {
    this.#options = options;
  }

  async send(message: OutboundMessage): Promise<string> {
    const { chat, lines, mentions, replyToMessageId } = message;
    const text = render(lines, mentions);
    if (text.text.length > TEXT_LIMIT) {
      const length = text.text.length;
      throw new RangeError(`A Zalo message holds ${TEXT_LIMIT} characters, got ${length}: split it first`);
    }
    const quoted = replyToMessageId === undefined ? undefined : this.#options.heard(replyToMessageId);
    return this.#sendings.run(() =>
      this.#attempt(chat, (api) => api.sendText(chatOf(chat.id), text, quoted)),
    );
  }

  sendFile(chat: ChatAddress, file: OutboundFile): Promise<string> {
    return this.#sendings.run(() => this.#attempt(chat, (api) => api.sendFile(chatOf(chat.id), file)));
  }

  download(attachment: Attachment, maxBytes: number): Promise<Uint8Array> {
    return downloadFromZalo(this.#options.files, attachment, maxBytes);
  }

  /** Takes no more messages and lets those on the way end: one that is cut off would be sent twice. */
  close(): Promise<void> {
    return this.#sendings.close();
  }

  async #attempt({ id }: ChatAddress, work: (api: ZaloApi) => Promise<string>): Promise<string> {
    const { pace, onSent, onSessionOver } = this.#options;
    // Before waiting for a turn, so that none is used up in vain.
    this.#signedIn();
    await pace.turn(id);
    try {
      const messageId = await work(this.#signedIn());
      onSent();
      return messageId;
    } catch (error) {
      if (error instanceof ZaloRefusal && error.isSessionOver) onSessionOver(error);
      const delivery = error instanceof DeliveryError ? error : deliveryErrorOf(error);
      const { failure } = delivery;
      const isOverdone = failure.kind === 'temporary' && failure.retryAfterMs !== undefined;
      if (isOverdone && !isSessionOver(error)) pace.hold(failure.retryAfterMs ?? 0);
      throw delivery;
    }
  }

  #signedIn(): ZaloApi {
    const api = this.#options.api();
    if (!api) throw new DeliveryError({ kind: 'temporary' }, 'Zalo is not signed in now');
    return api;
  }
}

function isSessionOver(error: unknown): boolean {
  return error instanceof ZaloRefusal && error.isSessionOver;
}
