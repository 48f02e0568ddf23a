/** Carries out what a page's content stream says, as far as it places letters and lines. */
import type { PDFPageProxy } from 'unpdf/pdfjs';
import { OPS } from 'unpdf/pdfjs';
import { compose, type Matrix } from './matrix.ts';
import type { Glyph, PageLink, PdfPage, Rule } from './page.ts';
import { rulesOfPath } from './rules-of-path.ts';
import { INITIAL_TEXT_STATE, type ShownGlyph, TextCursor, type TextState } from './text-state.ts';

export async function readPage(page: PDFPageProxy): Promise<PdfPage> {
  const upright = await pageTurned(page, 0);
  // A landscape table is often laid on a portrait page, sideways, and the page not marked as turned.
  const sideways = upright.glyphs.filter((glyph) => glyph.turned).length;
  return sideways > upright.glyphs.length / 2 ? pageTurned(page, 90) : upright;
}

async function pageTurned(page: PDFPageProxy, degrees: number): Promise<PdfPage> {
  const view = page.getViewport({ scale: 1, rotation: page.rotate + degrees });
  const toPage = view.transform as unknown as Matrix;
  const { fnArray, argsArray } = await page.getOperatorList({ annotationMode: 0 });
  const drawing = new Drawing(toPage, page);
  for (const [i, operation] of fnArray.entries()) drawing.carryOut(operation, argsArray[i] ?? []);
  const { width, height } = view;
  return {
    number: page.pageNumber,
    width,
    height,
    glyphs: drawing.glyphs,
    rules: drawing.rules,
    links: await linksOf(page, view.convertToViewportRectangle.bind(view)),
  };
}

interface LinkAnnotation {
  subtype: string;
  url?: string;
  rect: number[];
}

async function linksOf(page: PDFPageProxy, toPage: (rect: number[]) => number[]): Promise<PageLink[]> {
  const annotations = (await page.getAnnotations()) as LinkAnnotation[];
  return annotations.flatMap(({ subtype, url, rect }) => {
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = toPage(rect);
    const box = {
      left: Math.min(x1, x2),
      top: Math.min(y1, y2),
      right: Math.max(x1, x2),
      bottom: Math.max(y1, y2),
    };
    return subtype === 'Link' && url !== undefined ? [{ url, box }] : [];
  });
}

const STROKES: ReadonlySet<number> = new Set([OPS.stroke, OPS.closeStroke]);
const FILLS: ReadonlySet<number> = new Set([OPS.fill, OPS.eoFill]);
const STROKES_AND_FILLS: ReadonlySet<number> = new Set([
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
]);

class Drawing {
  readonly glyphs: Glyph[] = [];
  readonly rules: Rule[] = [];
  readonly #page: PDFPageProxy;
  readonly #cursor = new TextCursor();
  readonly #saved: { toPage: Matrix; text: TextState }[] = [];
  #toPage: Matrix;
  #text = INITIAL_TEXT_STATE;

  constructor(toPage: Matrix, page: PDFPageProxy) {
    this.#toPage = toPage;
    this.#page = page;
  }

  // The arguments are what pdf.js's evaluator makes of each operator; they have no types of their own.
  carryOut(operation: number, args: readonly unknown[]): void {
    const numbers = args as number[];
    switch (operation) {
      case OPS.save:
        return this.#save();
      case OPS.restore:
      case OPS.paintFormXObjectEnd:
        return this.#restore();
      case OPS.transform:
        return this.#transform(args as unknown as Matrix);
      case OPS.paintFormXObjectBegin:
        this.#save();
        return this.#transform(args[0] as Matrix | null);
      case OPS.beginText:
        return this.#cursor.set([1, 0, 0, 1, 0, 0]);
      case OPS.setTextMatrix:
        return this.#cursor.set(args[0] as Matrix);
      case OPS.moveText:
        return this.#cursor.moveLine(numbers[0] ?? 0, numbers[1] ?? 0);
      case OPS.setLeadingMoveText:
        this.#change({ leading: -(numbers[1] ?? 0) });
        return this.#cursor.moveLine(numbers[0] ?? 0, numbers[1] ?? 0);
      case OPS.nextLine:
        return this.#cursor.moveLine(0, -this.#text.leading);
      case OPS.setFont:
        return this.#setFont(args as [string, number]);
      case OPS.setGState:
        return this.#setGraphicsState(args[0] as [string, unknown][]);
      case OPS.setLeading:
        return this.#change({ leading: numbers[0] ?? 0 });
      case OPS.setCharSpacing:
        return this.#change({ letterSpacing: numbers[0] ?? 0 });
      case OPS.setWordSpacing:
        return this.#change({ wordSpacing: numbers[0] ?? 0 });
      case OPS.setHScale:
        return this.#change({ stretch: (numbers[0] ?? 100) / 100 });
      case OPS.setTextRise:
        return this.#change({ rise: numbers[0] ?? 0 });
      case OPS.showText:
        return this.#show(args[0] as ShownGlyph[]);
      case OPS.constructPath:
        return this.#paint(args as [number, [ArrayLike<number> | null]]);
    }
  }

  #save(): void {
    this.#saved.push({ toPage: this.#toPage, text: this.#text });
  }

  #restore(): void {
    const saved = this.#saved.pop();
    if (saved === undefined) return;
    this.#toPage = saved.toPage;
    this.#text = saved.text;
  }

  #transform(matrix: Matrix | null): void {
    if (matrix !== null) this.#toPage = compose(this.#toPage, matrix);
  }

  #change(change: Partial<TextState>): void {
    this.#text = { ...this.#text, ...change };
  }

  #setFont([name, size]: [string, number]): void {
    const fonts = this.#page.commonObjs;
    const font = fonts.has(name) ? (fonts.get(name) as { fontMatrix?: Matrix }) : {};
    this.#change({ size, unit: font.fontMatrix?.[0] ?? INITIAL_TEXT_STATE.unit });
  }

  #setGraphicsState(changes: readonly [string, unknown][]): void {
    for (const [key, value] of changes) if (key === 'Font') this.#setFont(value as [string, number]);
  }

  #show(shown: readonly ShownGlyph[]): void {
    for (const glyph of this.#cursor.show(shown, this.#text, this.#toPage)) this.glyphs.push(glyph);
  }

  #paint([operation, [data]]: [number, [ArrayLike<number> | null]]): void {
    if (data === null) return;
    const both = STROKES_AND_FILLS.has(operation);
    const rules = [
      ...(both || STROKES.has(operation) ? rulesOfPath(data, this.#toPage, 'stroked') : []),
      ...(both || FILLS.has(operation) ? rulesOfPath(data, this.#toPage, 'filled') : []),
    ];
    for (const rule of rules) this.rules.push(rule);
  }
}
