/** What the bot wrote to somebody. */
export interface Received {
  id: string;
  /** The caption, of a photo. */
  text: string;
  /** As Zalo fetched it. */
  photo?: { type: string; content: Buffer };
  /** On performance.now()'s scale. */
  at: number;
}
