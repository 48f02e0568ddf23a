/** What goes out on Zalo. */
import {
  type Attachment,
  type ChatAddress,
  DeliveryError,
  type Messenger,
  type OutboundFile,
  type OutboundMessage,
} from '../../services/ports/messenger.ts';
import { carriableFile, carriableLines } from '../shared/carriable.ts';
import type { Pace } from '../shared/pace.ts';
import { Sendings } from '../shared/sendings.ts';
import { downloadFromZalo } from '../shared/zalo-download.ts';
import { chatOf } from './chat-id.ts';
import type { ZaloApi } from './client.ts';
import { deliveryErrorOf, notSignedIn, ZaloRefusal } from './errors.ts';
import { isQuoting } from './quoting.ts';
import { render } from './render.ts';
import type { Transport } from './transport.ts';

/** zca-js sends whatever it is given; Zalo refuses what is longer. */
const TEXT_LIMIT = 2000;

export interface OutboundOptions {
  /** The present login, if there is one. */
  api(): ZaloApi | null;
  /** Zalo says over the listener that an uploaded file is ready. 'never': in this process nobody listens. */
  listens(): 'now' | 'later' | 'never';
  /** There will be none before somebody scans a new code. */
  isSignedOut(): boolean;
  pace: Pace;
  files: Pick<Transport, 'readFile'>;
  onSent(): void;
  /** Zalo says that the session is over. */
  onSessionOver(refusal: ZaloRefusal): void;
}

export class ZaloMessenger implements Messenger {
  readonly platform = 'zalo';
  readonly textLimit = TEXT_LIMIT;
  readonly hasButtons = false;
  /** One is on its way, another ready: it takes seconds until the next. */
  readonly atOnce = 2;
  readonly #options: OutboundOptions;
  readonly #sendings = new Sendings('Zalo');

  constructor(options: OutboundOptions) {
    this.#options = options;
  }

  /** Other files need the listener, which a process that only sends has not. */
  get takesPhotosOnly(): boolean {
    return this.#options.listens() === 'never';
  }

  async send(message: OutboundMessage): Promise<string> {
    const { chat, mentions, quoting } = message;
    const text = render(carriableLines('Zalo', message.lines, TEXT_LIMIT), mentions);
    return this.#sendings.run(() =>
      this.#attempt(chat, (api) =>
        api.sendText(chatOf(chat.id), text, isQuoting(quoting) ? quoting : undefined),
      ),
    );
  }

  async sendFile(chat: ChatAddress, file: OutboundFile): Promise<string> {
    const clean = carriableFile(file);
    return this.#sendings.run(async () => {
      if (file.kind === 'file') this.#mustListen();
      return this.#attempt(chat, (api) => api.sendFile(chatOf(chat.id), clean));
    });
  }

  download(attachment: Attachment, maxBytes: number): Promise<Uint8Array> {
    return downloadFromZalo(this.#options.files, attachment, maxBytes);
  }

  /** Takes no more messages and lets those on the way end: one that is cut off would be sent twice. */
  close(): Promise<void> {
    return this.#sendings.close();
  }

  async #attempt({ id }: ChatAddress, work: (api: ZaloApi) => Promise<string>): Promise<string> {
    // Before waiting for a turn, so that none is used up in vain.
    this.#signedIn();
    return this.#options.pace.inTurn(id, () => this.#sendNow(id, work));
  }

  async #sendNow(chatId: string, work: (api: ZaloApi) => Promise<string>): Promise<string> {
    const { pace, onSent, onSessionOver } = this.#options;
    try {
      const messageId = await work(this.#signedIn());
      onSent();
      return messageId;
    } catch (error) {
      if (error instanceof ZaloRefusal && error.isSessionOver) onSessionOver(error);
      const delivery = error instanceof DeliveryError ? error : deliveryErrorOf(error);
      const { failure } = delivery;
      if (failure.kind === 'temporary' && failure.retryAfterMs !== undefined) {
        await pace.hold(chatId, failure.retryAfterMs);
      }
      throw delivery;
    }
  }

  /** Without a listener the library waits for minutes, and in vain. */
  #mustListen(): void {
    const listens = this.#options.listens();
    if (listens === 'later') {
      throw new DeliveryError({ kind: 'temporary' }, 'Zalo takes files only while the account listens');
    }
    if (listens === 'never') {
      const advice = 'run the roles bot and worker in one process';
      throw new DeliveryError(
        { kind: 'permanent', reason: 'refused' },
        `Zalo takes files only from the process that listens: ${advice}`,
      );
    }
  }

  #signedIn(): ZaloApi {
    const api = this.#options.api();
    if (!api) throw notSignedIn(this.#options.isSignedOut());
    return api;
  }
}
