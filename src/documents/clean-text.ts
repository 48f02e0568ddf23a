const INVISIBLE = /[\u00ad\u200b-\u200d\u2060\ufeff]/g;

/** Composed letters, single spaces, no blank lines: what a reader sees. Line breaks stay. */
export function cleanText(text: string): string {
  return text
    .normalize('NFC')
    .replace(INVISIBLE, '')
    .replace(/\r\n?|[\v\u2028\u2029]/g, '\n')
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}

/** A line break before a small letter is only where the room ended. */
export function joinWrapped(text: string): string {
  return text.replace(/\n(?=\p{Ll})/gu, ' ');
}

/** One running text; only what begins with a bullet or a number stays a line. */
export function joinLines(text: string): string {
  return text.replace(/\n(?!\s*(?:[-–—+•*]|\d+[.)]|\(\d+\))\s*)/g, ' ');
}

/** The entries of a list in one cell: separated by semicolons, line breaks and bullets. */
export function splitPieces(text: string): string[] {
  return joinWrapped(text)
    .split(/[;\n]/)
    .map((piece) =>
      piece
        .replace(/^\s*(?:[-–—+•*●▪]\s*)+/, '')
        .replace(/[\s,.]+$/, '')
        .trim(),
    )
    .filter((piece) => piece !== '');
}
