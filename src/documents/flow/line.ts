/** A line of running text, cleaned; blank ones are left out. */
export interface FlowLine {
  text: string;
  /** In the file, counted from 1. */
  line: number;
  /** The first of a page, as far as the converter marked it. */
  pageStart: boolean;
}
