/** Carries out what a page's content stream says, as far as it places letters and lines (ISO 32000-1, Annex A). */
import { compose, IDENTITY, type Matrix } from './matrix.ts';
import type { Glyph, Rule } from './page.ts';
import { OPS, type PdfJsPage } from './pdfjs.ts';
import { rulesOfPath } from './rules-of-path.ts';
import { INITIAL_TEXT_STATE, type ShownGlyph, TextCursor, type TextState } from './text-state.ts';

const STROKES: ReadonlySet<number> = new Set([OPS.stroke, OPS.closeStroke]);
const FILLS: ReadonlySet<number> = new Set([OPS.fill, OPS.eoFill]);
const STROKES_AND_FILLS: ReadonlySet<number> = new Set([
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
]);

export class Drawing {
  readonly glyphs: Glyph[] = [];
  readonly rules: Rule[] = [];
  /**
   * The largest picture there can be, in square points: pictures fill the square of one by one, stretched to their size
   * (8.9.5). They themselves are left out, see {@link openPdf}.
   */
  largestPicture = 0;
  readonly #fonts: PdfJsPage['commonObjs'];
  readonly #cursor = new TextCursor();
  readonly #saved: { toPage: Matrix; text: TextState }[] = [];
  #toPage: Matrix;
  #text = INITIAL_TEXT_STATE;

  constructor(toPage: Matrix, fonts: PdfJsPage['commonObjs']) {
    this.#toPage = toPage;
    this.#fonts = fonts;
  }

  carryOut(operator: number, args: readonly unknown[]): void {
    // What pdf.js hands over with each operator is known here only.
    this.#operators.get(operator)?.(...(args as never[]));
  }

  readonly #operators = new Map<number, (...args: never[]) => void>([
    [OPS.save, () => this.#save()],
    [OPS.restore, () => this.#restore()],
    [OPS.transform, (...matrix: never[]) => this.#transform(matrix as unknown as Matrix)],
    [
      OPS.paintFormXObjectBegin,
      (matrix: Matrix | null) => {
        this.#save();
        this.#transform(matrix ?? IDENTITY);
      },
    ],
    [OPS.paintFormXObjectEnd, () => this.#restore()],
    [OPS.beginText, () => this.#cursor.set(IDENTITY)],
    [OPS.setTextMatrix, (matrix: Matrix) => this.#cursor.set(matrix)],
    [OPS.moveText, (x: number, y: number) => this.#cursor.moveLine(x, y)],
    [
      OPS.setLeadingMoveText,
      (x: number, y: number) => {
        this.#change({ leading: -y });
        this.#cursor.moveLine(x, y);
      },
    ],
    [OPS.nextLine, () => this.#cursor.moveLine(0, -this.#text.leading)],
    [OPS.setFont, (name: string, size: number) => this.#setFont(name, size)],
    [OPS.setGState, (changes: [string, unknown][]) => this.#setGraphicsState(changes)],
    [OPS.setLeading, (leading: number) => this.#change({ leading })],
    [OPS.setCharSpacing, (letterSpacing: number) => this.#change({ letterSpacing })],
    [OPS.setWordSpacing, (wordSpacing: number) => this.#change({ wordSpacing })],
    [OPS.setHScale, (percent: number) => this.#change({ stretch: percent / 100 })],
    [OPS.setTextRise, (rise: number) => this.#change({ rise })],
    [OPS.showText, (shown: ShownGlyph[]) => this.#show(shown)],
    [
      OPS.constructPath,
      (painted: number, [data]: [ArrayLike<number> | null]) => this.#paint(painted, data ?? []),
    ],
  ]);

  #save(): void {
    this.#saved.push({ toPage: this.#toPage, text: this.#text });
  }

  #restore(): void {
    const saved = this.#saved.pop();
    if (saved === undefined) return;
    this.#toPage = saved.toPage;
    this.#text = saved.text;
  }

  #transform(matrix: Matrix): void {
    this.#toPage = compose(this.#toPage, matrix);
    const [a, b, c, d] = this.#toPage;
    this.largestPicture = Math.max(this.largestPicture, Math.abs(a * d - b * c));
  }

  #change(change: Partial<TextState>): void {
    this.#text = { ...this.#text, ...change };
  }

  #setFont(name: string, size: number): void {
    const font = this.#fonts.has(name) ? (this.#fonts.get(name) as { fontMatrix?: Matrix } | null) : null;
    this.#change({ size, unit: font?.fontMatrix?.[0] ?? INITIAL_TEXT_STATE.unit });
  }

  #setGraphicsState(changes: readonly [string, unknown][]): void {
    for (const [key, value] of changes) {
      if (key === 'Font') this.#setFont(...(value as [string, number]));
    }
  }

  #show(shown: readonly ShownGlyph[]): void {
    for (const glyph of this.#cursor.show(shown, this.#text, this.#toPage)) this.glyphs.push(glyph);
  }

  #paint(painted: number, path: ArrayLike<number>): void {
    const both = STROKES_AND_FILLS.has(painted);
    const rules = [
      ...(both || STROKES.has(painted) ? rulesOfPath(path, this.#toPage, 'stroked') : []),
      ...(both || FILLS.has(painted) ? rulesOfPath(path, this.#toPage, 'filled') : []),
    ];
    for (const rule of rules) this.rules.push(rule);
  }
}
