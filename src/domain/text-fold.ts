/**
 * One spelling for the many ways people type the same Vietnamese words: with or without diacritics, in capitals,
 * decomposed (NFD, as macOS and some phones send), "hoá" or "hóa", with the invisible characters Word leaves behind.
 * NFKD rather than NFD also undoes the styled letters that some keyboards offer.
 * Folded text is for comparing, never for showing.
 */
export const INVISIBLE = /[\u00ad\u200b-\u200d\u2060\ufeff]/g;

export function fold(text: string): string {
  return text
    .replace(INVISIBLE, '')
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/đ/g, 'd')
    .replace(/\s+/g, ' ')
    .trim();
}

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** Of a word: its diacritics kept, but the tone moved to the end: "hòa" and "hoà" are one word, "hoa" is another. */
export function spelling(word: string): string {
  const letters = word.normalize('NFD').toLowerCase();
  return letters.replace(TONES, '') + (letters.match(TONES) ?? []).join('');
}
