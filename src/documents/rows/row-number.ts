/** How plans number their rows and headings: A, I, 1, 1.1, a). */
export interface RowNumber {
  text: string;
  kind: 'letter' | 'roman' | 'arabic' | `dotted ${number}` | 'small letter';
}

const NUMBER = '[IVX]+|[A-ZĐ]|[a-zđ]|\\d{1,3}(?:\\.\\d{1,3})*|[IVX]+(?:\\.\\d{1,3})+';
const WHOLE = new RegExp(`^\\(?(${NUMBER})[.)]*$`);
const BEFORE_WORDS = new RegExp(`^(${NUMBER})[.)]+\\s+(\\S.*)$`, 's');
/** "II CÔNG TÁC TUYÊN TRUYỀN": without a dot only before capitals, or "I" and "A" would be read off any sentence. */
const BEFORE_CAPITALS = /^([IVX]+|[A-Z])\s+(\p{Lu}{2}[^\p{Ll}]*)$/su;

export function rowNumber(text: string): RowNumber | null {
  const number = WHOLE.exec(text.trim())?.[1];
  return number === undefined ? null : { text: number, kind: kindOf(number) };
}

/** "II. Công tác …" as its number and its title. */
export function numberedTitle(text: string): { number: RowNumber | null; title: string } {
  const [, number, title] = BEFORE_WORDS.exec(text) ?? BEFORE_CAPITALS.exec(text) ?? [];
  if (number === undefined || title === undefined) return { number: null, title: text };
  return { number: { text: number, kind: kindOf(number) }, title };
}

function kindOf(number: string): RowNumber['kind'] {
  const depth = number.split('.').length;
  if (depth > 1) return `dotted ${depth}`;
  // "I", "V" and "X" are letters too; in headings they are numbers nearly always.
  if (/^[IVX]+$/.test(number)) return 'roman';
  if (/^\d+$/.test(number)) return 'arabic';
  return /^\p{Lu}$/u.test(number) ? 'letter' : 'small letter';
}
