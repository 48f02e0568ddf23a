/** The process in which {@link readPdf} has a file read: takes its bytes, answers once, and is ended. */
import type { Block } from '../document.ts';
import { ReadingFailure, type UnreadableReason } from '../unreadable-document.ts';
import { pdfBlocks } from './pdf-blocks.ts';

export type PdfReading = { blocks: Block[] } | { failed: UnreadableReason };

function failure(error: unknown): PdfReading {
  return { failed: error instanceof ReadingFailure ? error.reason : 'broken' };
}

process.once('message', async (bytes: Uint8Array) => {
  const reading = await pdfBlocks(bytes).then((blocks): PdfReading => ({ blocks }), failure);
  process.send?.(reading);
});
