/** A line of running text, cleaned; blank ones are left out. */
export interface FlowLine {
  text: string;
  /** In the file, counted from 1. */
  line: number;
  /** The first of a page, as far as the converter marked it. */
  pageStart: boolean;
}

/** Two words in capitals, and no small letter: a heading. */
export function isShouted(text: string): boolean {
  return text === text.toUpperCase() && /\p{Lu}{2}.*\s\p{Lu}{2}/u.test(text);
}

export function isLoneNumber(text: string): boolean {
  return /^\d{1,3}(?:\.\d{1,2})*[.)]?$/.test(text);
}
