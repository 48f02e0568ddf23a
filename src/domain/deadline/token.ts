export interface Token {
  kind: 'word' | 'number' | 'mark';
  /** Folded letters, the digits of a number, or one punctuation character. */
  text: string;
  /** Lower case with diacritics: tells "sáu" (six) from "sau" (after) where the writer typed them. */
  accented: string;
  /** Begins with a capital letter, or is written in capitals. */
  capital: 'first' | 'all' | false;
  /** What stands before it. "wide" is two spaces or more. */
  gap: 'none' | 'space' | 'wide' | 'line';
  /** Place in the text as given. */
  from: number;
  to: number;
}
