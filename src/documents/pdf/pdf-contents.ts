/** A whole PDF: its blocks, and the pages of which there is only a picture. */
import type { Block, UnreadRow } from '../document.ts';
import { ReadingFailure } from '../formats/unreadable-document.ts';
import { blocksOf } from './document-blocks.ts';
import type { PdfPage } from './page.ts';
import { openPdf, type PdfJsDocument } from './pdfjs.ts';
import { readPage } from './read-page.ts';

const MAX_PAGES = 300;
/** A scanned page may carry a stamp or its number as text. */
const LETTERS_OF_A_SCAN = 20;
/** Where the mark that ends the file must be; Acrobat looks as far. */
const END_WITHIN = 1024;

export interface PdfContents {
  blocks: Block[];
  skipped: UnreadRow[];
}

/** @throws {ReadingFailure} */
export async function pdfContents(bytes: Uint8Array): Promise<PdfContents> {
  // pdf.js mends a file that was cut off, as far as it got: a plan with half its tasks.
  if (!Buffer.from(bytes.subarray(-END_WITHIN)).includes('%%EOF')) throw new ReadingFailure('broken');
  const document = await opened(bytes);
  if (document.numPages > MAX_PAGES) throw new ReadingFailure('too-large');
  const pages: PdfPage[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    pages.push(await readPage(page));
    page.cleanup();
  }
  const { blocks, unclear } = blocksOf(pages);
  const scans = pages.filter((page) => page.glyphs.length < LETTERS_OF_A_SCAN);
  if (scans.length > pages.length / 2 && !blocks.some((block) => block.kind === 'table')) {
    throw new ReadingFailure('scanned');
  }
  const pictures = scans.filter(({ hasPicture }) => hasPicture).map(skippedPage);
  return { blocks, skipped: [...unclear, ...pictures] };
}

function skippedPage({ number, glyphs }: PdfPage): UnreadRow {
  return {
    why: 'scanned-page',
    text: glyphs
      .map(({ text }) => text)
      .join('')
      .trim(),
    source: { page: number },
  };
}

async function opened(bytes: Uint8Array): Promise<PdfJsDocument> {
  try {
    return await openPdf(bytes);
  } catch (cause) {
    const needsPassword = cause instanceof Error && cause.name === 'PasswordException';
    throw new ReadingFailure(needsPassword ? 'password' : 'broken', { cause });
  }
}
