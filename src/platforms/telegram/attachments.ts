/** The files in a message, as evidence may be handed in. */
import type { Attachment, Unread } from '../../services/ports/messenger.ts';
import type { Message } from './client.ts';

interface TelegramFile {
  file_id: string;
  file_name?: string;
  file_size?: number;
}

export function attachmentsOf(message: Message): Attachment[] {
  if ('photo' in message) {
    // One photo in several sizes, the largest last.
    const largest = message.photo.at(-1);
    return largest ? [attachment('photo', largest)] : [];
  }
  // An animation comes as a document too.
  if ('document' in message) return [attachment('file', message.document)];
  if ('video' in message) return [attachment('file', message.video)];
  if ('video_note' in message) return [attachment('file', message.video_note)];
  if ('audio' in message) return [attachment('file', message.audio)];
  return [];
}

const UNREAD: [field: string, Unread][] = [
  ['voice', 'voice'],
  ['sticker', 'sticker'],
  ['dice', 'sticker'],
  ['contact', 'contact'],
  // Of a place there is a location, too.
  ['location', 'location'],
  ['poll', 'poll'],
  ['story', 'unsupported'],
];

/** What somebody sent that is neither words nor a file; undefined also for what Telegram itself tells in a chat. */
export function unreadIn(message: Message): Unread | undefined {
  return UNREAD.find(([field]) => field in message)?.[1];
}

function attachment(kind: Attachment['kind'], file: TelegramFile): Attachment {
  return {
    kind,
    fileId: file.file_id,
    ...(file.file_name !== undefined && { name: file.file_name }),
    ...(file.file_size !== undefined && { size: file.file_size }),
  };
}
