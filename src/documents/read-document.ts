import type { DocumentFile } from '../services/ports/documents.ts';
import type { Block, RawDocument, UnreadRow } from './document.ts';
import { checkExtent } from './formats/content-limits.ts';
import { readDocx } from './formats/read-docx.ts';
import { readText } from './formats/read-text.ts';
import { readXlsx } from './formats/read-xlsx.ts';
import { type DocumentFormat, formatOf } from './formats/sniff.ts';
import { ReadingFailure, UnreadableDocument } from './formats/unreadable-document.ts';
import { pdfContents } from './pdf/pdf-contents.ts';

interface Contents {
  blocks: Block[];
  skipped?: UnreadRow[];
}

const READERS: Record<DocumentFormat, (bytes: Uint8Array) => Promise<Contents>> = {
  docx: async (bytes) => ({ blocks: await readDocx(bytes) }),
  xlsx: readXlsx,
  pdf: pdfContents,
  text: async (bytes) => ({ blocks: await readText(bytes) }),
};

/** @throws {UnreadableDocument} which says why, and what the sender can do. */
export async function readDocument(file: DocumentFile): Promise<RawDocument> {
  const read = READERS[formatOf(file)];
  let contents: Contents;
  try {
    contents = await read(file.bytes);
    checkExtent(contents.blocks);
  } catch (cause) {
    const reason = cause instanceof ReadingFailure ? cause.reason : 'broken';
    throw new UnreadableDocument(file.name, reason, { cause });
  }
  if (contents.blocks.length === 0) throw new UnreadableDocument(file.name, 'empty');
  return { name: file.name, ...contents };
}
