/** The parts of pdf.js (in unpdf's build, which needs no canvas and no browser) that are used here. */
import * as library from 'unpdf/pdfjs';
import type { Matrix } from './matrix.ts';

export interface PdfJsDocument {
  numPages: number;
  getPage(number: number): Promise<PdfJsPage>;
}

export interface PdfJsPage {
  pageNumber: number;
  /** Degrees by which the page is turned for reading. */
  rotate: number;
  commonObjs: { has(id: string): boolean; get(id: string): unknown };
  getViewport(options: { scale: number; rotation: number }): PdfJsViewport;
  /** What the page draws, operator by operator. The arguments have no types of their own. */
  getOperatorList(options: {
    annotationMode: number;
  }): Promise<{ fnArray: number[]; argsArray: unknown[][] }>;
  getAnnotations(): Promise<{ subtype: string; url?: string; rect: number[] }[]>;
  cleanup(): void;
}

export interface PdfJsViewport {
  width: number;
  height: number;
  transform: Matrix;
  convertToViewportRectangle(rect: number[]): number[];
}

type Operator =
  | 'save'
  | 'restore'
  | 'transform'
  | 'paintFormXObjectBegin'
  | 'paintFormXObjectEnd'
  | 'beginText'
  | 'setTextMatrix'
  | 'moveText'
  | 'setLeadingMoveText'
  | 'nextLine'
  | 'setFont'
  | 'setGState'
  | 'setLeading'
  | 'setCharSpacing'
  | 'setWordSpacing'
  | 'setHScale'
  | 'setTextRise'
  | 'showText'
  | 'constructPath'
  | 'stroke'
  | 'closeStroke'
  | 'fill'
  | 'eoFill'
  | 'fillStroke'
  | 'eoFillStroke'
  | 'closeFillStroke'
  | 'closeEOFillStroke';

interface PdfJs {
  OPS: Record<Operator, number>;
  getDocument(options: object): { promise: Promise<PdfJsDocument> };
}

// The package's own types name files without extension, which TypeScript does not follow in ES modules.
const pdfjs = library as unknown as PdfJs;

export const { OPS } = pdfjs;

/** Rejects with what pdf.js throws: PasswordException, InvalidPDFException, … */
export function openPdf(bytes: Uint8Array): Promise<PdfJsDocument> {
  return pdfjs.getDocument({
    // A copy: pdf.js takes the memory for itself, and refuses a Buffer.
    data: new Uint8Array(bytes),
    verbosity: 0,
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    // Pictures are never unpacked: they hold no letters, and a scan of 300 pages holds gigabytes.
    maxImageSize: 0,
  }).promise;
}
