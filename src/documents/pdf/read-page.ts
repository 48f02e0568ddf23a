import { Drawing } from './drawing.ts';
import type { Glyph, PageLink, PdfPage } from './page.ts';
import type { PdfJsPage, PdfJsViewport } from './pdfjs.ts';

const NO_ANNOTATIONS = 0;

export async function readPage(page: PdfJsPage): Promise<PdfPage> {
  const asMarked = await readTurned(page, 0);
  // A landscape table is often laid on a portrait page sideways, and the page not marked as turned.
  const turned = usualTurn(asMarked.glyphs);
  return turned === 0 ? asMarked : readTurned(page, 360 - turned);
}

function usualTurn(glyphs: readonly Glyph[]): Glyph['turned'] {
  const isUsual = (turned: number) =>
    glyphs.filter((glyph) => glyph.turned === turned).length > glyphs.length / 2;
  return ([90, 180, 270] as const).find(isUsual) ?? 0;
}

async function readTurned(page: PdfJsPage, degrees: number): Promise<PdfPage> {
  const view = page.getViewport({ scale: 1, rotation: page.rotate + degrees });
  const { fnArray, argsArray } = await page.getOperatorList({ annotationMode: NO_ANNOTATIONS });
  const { glyphs, rules, largestPicture } = drawn(
    fnArray,
    argsArray,
    new Drawing(view.transform, page.commonObjs),
  );
  const { width, height } = view;
  const hasPicture = largestPicture > (width * height) / 4;
  return {
    number: page.pageNumber,
    width,
    height,
    glyphs,
    rules,
    links: await linksOf(page, view),
    hasPicture,
  };
}

function drawn(operators: readonly number[], args: readonly unknown[][], drawing: Drawing): Drawing {
  for (const [i, operator] of operators.entries()) drawing.carryOut(operator, args[i] ?? []);
  return drawing;
}

async function linksOf(page: PdfJsPage, view: PdfJsViewport): Promise<PageLink[]> {
  const annotations = await page.getAnnotations();
  return annotations.flatMap(({ subtype, url, rect }) => {
    if (subtype !== 'Link' || url === undefined) return [];
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = view.convertToViewportRectangle(rect);
    const [left, right] = [Math.min(x1, x2), Math.max(x1, x2)];
    const [top, bottom] = [Math.min(y1, y2), Math.max(y1, y2)];
    return [{ url, box: { left, right, top, bottom } }];
  });
}
