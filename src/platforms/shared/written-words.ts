const ENTITIES: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  '#39': "'",
  nbsp: ' ',
};

/** Zalo hands out some signs as HTML writes them ("&amp;"): the words as somebody typed them. */
export function asTyped(words: string): string {
  return words.replace(/&(amp|lt|gt|quot|apos|#39|nbsp);/g, (_, name: string) => ENTITIES[name] ?? '');
}

/** Whether the words hold that address, however either is written: with or without "https://", "www." or "/" at its end. */
export function holdsAddress(words: string, address: string): boolean {
  const bare = asTyped(address)
    .replace(/^https?:\/\/(www\.)?|\/+$/gi, '')
    .toLowerCase();
  return bare !== '' && asTyped(words).toLowerCase().includes(bare);
}
