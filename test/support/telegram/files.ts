/** The files people send: https://core.telegram.org/bots/api#getfile */
import type { Sending } from './conversation.ts';
import { entitiesIn } from './html.ts';
import { badRequest, type FileJson, type MessageJson } from './json.ts';

/** Telegram keeps no name of a photo. */
export interface SentFile {
  kind: 'file' | 'photo';
  name: string;
  content: Uint8Array;
}

/** The most that the Bot API hands out. */
const LARGEST_FILE = 20 * 1024 * 1024;

export class FileStore {
  readonly #byId = new Map<string, { path: string; content: Uint8Array }>();

  contentOf(sending: Sending): Partial<MessageJson> {
    const { caption, document, photo, video, voice, sticker, contact, location } = sending;
    const words = caption && { caption, caption_entities: entitiesIn(caption) };
    if (document) {
      const { name, content, type = 'application/octet-stream' } = document;
      return {
        document: { ...this.#keep('documents', content), file_name: name, mime_type: type },
        ...words,
      };
    }
    if (photo) return { photo: this.#sizesOf(photo), ...words };
    if (video) return { video: { ...this.#keep('videos', video), duration: 3 }, ...words };
    if (voice) return { voice: { ...this.#keep('voice', voice), duration: 3 }, ...words };
    if (sticker) return { sticker: { emoji: sticker, ...this.#keep('stickers', Buffer.from(sticker)) } };
    if (contact) return { contact: { phone_number: '+84900000000', first_name: contact } };
    if (location) return { location };
    throw new Error('Nothing to send');
  }

  /** Telegram forgets the file. */
  forget(fileId: string): void {
    this.#byId.delete(fileId);
  }

  describe(fileId: string): Pick<FileJson, 'file_id' | 'file_size'> & { file_path: string } {
    const file = this.#byId.get(fileId);
    if (!file) throw badRequest('wrong file_id or the file is temporarily unavailable');
    if (file.content.byteLength > LARGEST_FILE) throw badRequest('file is too big');
    return { file_id: fileId, file_size: file.content.byteLength, file_path: file.path };
  }

  /** The file of the bot's own message, as whoever opens it finds it. */
  sentIn({ document, photo }: MessageJson): SentFile | undefined {
    const json = document ?? photo?.at(-1);
    const content = json && this.#byId.get(json.file_id)?.content;
    if (!content) return undefined;
    return document
      ? { kind: 'file', name: document.file_name ?? '', content }
      : { kind: 'photo', name: '', content };
  }

  contentAt(path: string): Uint8Array | undefined {
    return [...this.#byId.values()].find((file) => file.path === path)?.content;
  }

  #keep(folder: string, content: Uint8Array): Pick<FileJson, 'file_id' | 'file_unique_id' | 'file_size'> {
    const number = this.#byId.size + 1;
    const fileId = `BQACAgUAAxkBAA${number}`;
    this.#byId.set(fileId, { path: `${folder}/file_${number}`, content });
    return { file_id: fileId, file_unique_id: `AgAD${number}`, file_size: content.byteLength };
  }

  #sizesOf(photo: Uint8Array): FileJson[] {
    const side = [90, 320, 1280];
    const share = [16, 4, 1];
    return side.map((width, size) => {
      const bytes = photo.subarray(0, Math.ceil(photo.byteLength / (share[size] ?? 1)));
      return { ...this.#keep('photos', bytes), width, height: width };
    });
  }
}
