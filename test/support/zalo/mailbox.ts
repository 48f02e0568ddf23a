/** What the account wrote to somebody. */
export interface Received {
  id: string;
  text: string;
  /** Passages set off: bold "b", italic "i". */
  styled: Record<string, string[]>;
  /** Who is called by name, and the words that call them. */
  mentions: { uid: string; words: string }[];
  quotedId?: string;
  file?: { kind: 'photo' | 'file'; name: string; content: Buffer; width?: number };
  /** On performance.now()'s scale. */
  at: number;
}
