/** The file that somebody sent on Zalo, to a personal account or to a bot: both get the address of Zalo's file servers. */
import { type Attachment, DeliveryError } from '../../services/ports/messenger.ts';
import { FileTooLarge } from './read-at-most.ts';

/** @throws {FileTooLarge} or anything else, whose message ends in "HTTP 404" when the server answered that. */
export type ReadFile = (url: URL, maxBytes: number) => Promise<Uint8Array>;

/**
 * Zalo's own file servers. The address comes from the sender's app, and so from whoever wants to; the bot must not be
 * led to fetch from the office's own network.
 */
const FILE_HOSTS = /(^|\.)(zalo\.me|zdn\.vn|zadn\.vn|dlfl\.vn|dlmd\.me|zaloapp\.com)$/;

export async function downloadFromZalo(
  { readFile }: { readFile: ReadFile },
  { fileId, size }: Attachment,
  maxBytes: number,
): Promise<Uint8Array> {
  if (size !== undefined && size > maxBytes)
    throw unusable(`The file has ${size} bytes, more than ${maxBytes}`);
  const url = URL.canParse(fileId) ? new URL(fileId) : null;
  if (url?.protocol !== 'https:' || !FILE_HOSTS.test(url.hostname)) throw unusable('The file is not on Zalo');
  try {
    return await readFile(url, maxBytes);
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    if (error instanceof FileTooLarge) throw unusable(words);
    // Zalo forgets files after some time.
    if (/HTTP 4(03|04|10)$/.test(words)) throw unusable(`The file is gone (${words})`);
    // Reading twice does no harm, so being cut off is never "unknown".
    throw new DeliveryError({ kind: 'temporary' }, words, { cause: error });
  }
}

function unusable(message: string): DeliveryError {
  return new DeliveryError({ kind: 'permanent', reason: 'refused' }, message);
}
