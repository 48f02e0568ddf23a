/** Small PDFs written by hand (ISO 32000-1), for what no office program would write. Letters are those of ASCII. */

export interface PageOptions {
  /** The page's content stream. */
  content: string;
  width?: number;
  height?: number;
  /** What the page says about how it is to be turned. */
  rotate?: number;
  /** A link over a rectangle. */
  link?: { url: string; rect: [number, number, number, number] };
}

export function pdfFile(pages: readonly PageOptions[]): Uint8Array {
  const kids = pages.map((_, i) => `${5 + i * 3} 0 R`).join(' ');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>',
    stream(
      '/Type /XObject /Subtype /Image /Width 2 /Height 2 /ColorSpace /DeviceGray /BitsPerComponent 8',
      'abcd',
    ),
    ...pages.flatMap(pageObjects),
  ];
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, i) => {
    const offset = file.length;
    file += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  const trailer = `trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`;
  return Buffer.from(`${file}xref\n0 ${size}\n0000000000 65535 f \n${table}${trailer}`, 'latin1');
}

function pageObjects(
  { content, width = 595, height = 842, rotate = 0, link }: PageOptions,
  i: number,
): string[] {
  const annotation =
    link === undefined
      ? 'null'
      : `<< /Type /Annot /Subtype /Link /Rect [${link.rect.join(' ')}] /A << /S /URI /URI (${link.url}) >> >>`;
  return [
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Rotate ${rotate} /Contents ${6 + i * 3} 0 R ` +
      `/Annots [${7 + i * 3} 0 R] /Resources << /Font << /F 3 0 R >> /XObject << /I 4 0 R >> >> >>`,
    stream('', content),
    annotation,
  ];
}

function stream(dictionary: string, data: string): string {
  return `<< ${dictionary} /Length ${data.length} >>\nstream\n${data}\nendstream`;
}

/** Words at a place, in a font whose letters are all 6 points wide; y counts from the bottom of the page. */
export function words(x: number, y: number, text: string): string {
  return `BT /F 10 Tf 1 0 0 1 ${x} ${y} Tm (${text}) Tj ET\n`;
}

export function line(x1: number, y1: number, x2: number, y2: number): string {
  return `${x1} ${y1} m ${x2} ${y2} l S\n`;
}

/** A border as Word draws it: a bar half a point thick. */
export function bar(x: number, y: number, width: number, height: number): string {
  return `${x} ${y} ${width} ${height} re f\n`;
}

export interface TableOptions {
  xs: readonly number[];
  /** From the top of the page to its bottom. */
  ys: readonly number[];
  /** Row by row; line breaks begin another line of the cell. */
  texts: readonly (readonly string[])[];
  border?: (x1: number, y1: number, x2: number, y2: number) => string;
}

export function table({ xs, ys, texts, border = line }: TableOptions): string {
  const [left = 0, right = 0] = [xs[0], xs.at(-1)];
  const [top = 0, bottom = 0] = [ys[0], ys.at(-1)];
  const borders = [...ys.map((y) => border(left, y, right, y)), ...xs.map((x) => border(x, bottom, x, top))];
  const cells = texts.flatMap((row, r) =>
    row.flatMap((cell, c) =>
      cell.split('\n').map((text, i) => words((xs[c] ?? 0) + 5, (ys[r] ?? 0) - 12 - i * 12, text)),
    ),
  );
  return [...borders, ...cells].join('');
}
