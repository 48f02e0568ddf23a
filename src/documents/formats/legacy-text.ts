/** Text in the code page that Vietnamese Windows programs wrote before Unicode (windows-1258): Excel still offers it. */
import { isSyllable } from './spaced-letters.ts';

/** The share of words that must be Vietnamese syllables before the bytes are taken for such text. */
const MOST = 0.8;

/** Null for bytes that are no Vietnamese in that code page. */
export function legacyText(bytes: Uint8Array): string | null {
  const text = new TextDecoder('windows-1258').decode(bytes).normalize('NFC');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what tells a binary file.
  if (/[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/.test(text)) return null;
  const words =
    text
      .slice(0, 20_000)
      .toLowerCase()
      .match(/\p{L}{2,}/gu) ?? [];
  return words.length > 0 && words.filter(isSyllable).length >= MOST * words.length ? text : null;
}
