import {
  type DocumentReader,
  FileRefused,
  type ReadPlan,
  type RefusalReason,
  type Roster,
} from '../services/ports/documents.ts';
import type { Attachment, Messenger } from '../services/ports/messenger.ts';

/** What a file sent by a clerk turned out to be. */
export type FileRead =
  | { kind: 'plan'; name: string; plan: ReadPlan }
  | { kind: 'roster'; name: string; roster: Roster }
  | { kind: 'refused'; name: string; reason: RefusalReason | 'not-fetched' };

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
  try {
    const bytes = await messenger.download(attachment, MOST_BYTES);
    const file = { name, bytes };
    const roster = await documents.readRoster(file).catch(unlessNoRoster);
    if (roster) return { kind: 'roster', name, roster };
    return { kind: 'plan', name, plan: await documents.readPlan(file, year) };
  } catch (error) {
    const reason = error instanceof FileRefused ? error.reason : 'not-fetched';
    return { kind: 'refused', name, reason };
  }
}

/** A file without people may still be a plan; whatever else is wrong with it, is. */
function unlessNoRoster(error: unknown): null {
  if (error instanceof FileRefused && error.reason === 'no-people') return null;
  throw error;
}
