/** What a check found. Its words never hold a secret: people send them to whoever helps. */
export interface Finding {
  /** In order; works, but somebody should know; does not work. */
  mark: '✓' | '!' | '✗';
  text: string;
  /** What to do about it. */
  mend?: string;
}

export function inOrder(text: string): Finding {
  return { mark: '✓', text };
}

export function worthKnowing(text: string, mend: string): Finding {
  return { mark: '!', text, mend };
}

export function wrong(text: string, mend: string): Finding {
  return { mark: '✗', text, mend };
}
