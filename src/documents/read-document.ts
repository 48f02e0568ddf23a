import type { DocumentFile } from '../services/ports/documents.ts';
import type { RawDocument } from './document.ts';
import { readPdf } from './pdf/read-pdf.ts';
import { readDocx } from './read-docx.ts';
import { readText } from './read-text.ts';
import { readXlsx } from './read-xlsx.ts';
import { type DocumentFormat, formatOf } from './sniff.ts';
import { ReadingFailure, UnreadableDocument } from './unreadable-document.ts';

const READERS: Record<DocumentFormat, (bytes: Uint8Array) => Promise<RawDocument['blocks']>> = {
  docx: readDocx,
  xlsx: readXlsx,
  pdf: (bytes) => readPdf(bytes),
  text: readText,
};

/** @throws {UnreadableDocument} which says why, and what the sender can do. */
export async function readDocument(file: DocumentFile): Promise<RawDocument> {
  const read = READERS[formatOf(file)];
  let blocks: RawDocument['blocks'];
  try {
    blocks = await read(file.bytes);
  } catch (cause) {
    const reason = cause instanceof ReadingFailure ? cause.reason : 'broken';
    throw new UnreadableDocument(file.name, reason, { cause });
  }
  if (blocks.length === 0) throw new UnreadableDocument(file.name, 'empty');
  return { name: file.name, blocks };
}
