/** The process in which {@link readPdf} has a file read: takes its bytes, answers once, and is ended. */
import { ReadingFailure, type UnreadableReason } from '../formats/unreadable-document.ts';
import { type PdfContents, pdfContents } from './pdf-contents.ts';

export type PdfReading = PdfContents | { failed: UnreadableReason };

function failure(error: unknown): PdfReading {
  return { failed: error instanceof ReadingFailure ? error.reason : 'broken' };
}

process.once('message', async (bytes: Uint8Array) => {
  const reading: PdfReading = await pdfContents(bytes).catch(failure);
  process.send?.(reading);
});
