/** The file that somebody sent. */
import { type Attachment, DeliveryError } from '../../services/ports/messenger.ts';
import { ApiUnreachable } from '../shared/api-unreachable.ts';
import { FileTooLarge } from '../shared/read-at-most.ts';
import type { TelegramClient } from './client.ts';
import { deliveryErrorOf } from './errors.ts';

export async function download(
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
