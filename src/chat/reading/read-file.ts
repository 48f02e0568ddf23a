import { type DocumentReader, FileRefused } from '../../services/ports/documents.ts';
import type { Attachment, Messenger } from '../../services/ports/messenger.ts';
import type { FileRead } from '../commands/import.ts';

/** Telegram lets a bot fetch no more, and no plan is longer. */
const MOST_BYTES = 20 * 1024 * 1024;

/** Fetches a file and finds out whether it is a roster or a plan. */
export async function readFile(
  attachment: Attachment,
  messenger: Messenger,
  documents: DocumentReader,
  year: number,
): Promise<FileRead> {
  const name = attachment.name ?? '';
  if ((attachment.size ?? 0) > MOST_BYTES) return { kind: 'refused', name, reason: 'too-large' };
  const bytes = await fetched(attachment, messenger);
  if (bytes === null) return { kind: 'refused', name, reason: 'not-fetched' };
  try {
    return { name, ...(await documents.read({ name, bytes }, year)) };
  } catch (error) {
    if (error instanceof FileRefused) return { kind: 'refused', name, reason: error.reason };
    throw error;
  }
}

async function fetched(attachment: Attachment, messenger: Messenger): Promise<Uint8Array | null> {
  try {
    return await messenger.download(attachment, MOST_BYTES);
  } catch {
    return null;
  }
}

/**
 * A plan typed or pasted as a message. @param asked it was said to be one; otherwise several dates must show it.
 * @returns null for talk
 */
export async function readPasted(
  text: string,
  asked: boolean,
  documents: DocumentReader,
  year: number,
): Promise<FileRead | null> {
  try {
    const plan = await documents.readPlan({ name: PASTED, bytes: new TextEncoder().encode(text) }, year);
    const dated = plan.tasks.filter(({ deadline }) => deadline.kind !== 'none').length;
    return asked || dated >= FEWEST_PASTED ? { kind: 'plan', name: '', plan } : null;
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    return asked ? { kind: 'refused', name: '', reason: error.reason } : null;
  }
}

/** The reader goes by the content; a name only tells it that this is text. */
const PASTED = 'message.txt';
const FEWEST_PASTED = 2;
