/** What a reader and the process that started it say to each other. */
import type { RefusalReason } from '../../services/ports/documents.ts';
import type { FileAsked, Readings } from '../reading.ts';

export interface Order {
  what: keyof Readings;
  asked: FileAsked;
}

export type Reply =
  | { kind: 'read'; reading: Readings[keyof Readings] }
  | { kind: 'refused'; reason: RefusalReason; message: string }
  /** A fault of ours. */
  | { kind: 'failed'; message: string };
