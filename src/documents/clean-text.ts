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
        .replace(/(?<![\s,.])[\s,.]+$/, '')
        .trim(),
    )
    .filter((piece) => piece !== '');
}

const BULLET =
  /^\s*(?:[-–—+•*●▪■□◦➢✓]|[\p{Extended_Pictographic}\u{1f1e6}-\u{1f1ff}][\ufe0f\u{1f3fb}-\u{1f3ff}]*)\s*/u;
/** "1.", "2)", "3/", "a)" and, as chats draw it, a digit in a box. */
const ITEM_NUMBER = /^\s*(?:(\d{1,3}|\p{Ll})[.)]|(\d{1,3})\/(?=\s)|(\d)\ufe0f?\u20e3)\s*/u;

export interface ListItem {
  /** What the entries of one list share: a dash, a picture, "1" for numbers; null for what is in no list. */
  mark: string | null;
  /** "3" or "a"; blank where it has none. */
  number: string;
  text: string;
}

/** An entry of a list without what it is marked with. */
export function listItem(text: string): ListItem {
  let rest = text;
  let mark: string | null = null;
  for (let bullet = BULLET.exec(rest); bullet !== null; bullet = BULLET.exec(rest)) {
    mark ??= bullet[0].trim();
    rest = rest.slice(bullet[0].length);
  }
  const [all = '', counted, slashed, boxed] = ITEM_NUMBER.exec(rest) ?? [];
  const number = counted ?? slashed ?? boxed ?? '';
  return { mark: number === '' ? mark : '1', number, text: rest.slice(all.length).trim() };
}
