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
