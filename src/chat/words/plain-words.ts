/** Titles and links come from files and chats: what no document may hold is taken out here, once for all of them. */
export function plain(words: string): string {
  return words
    .replace(/[^\P{Cc}\n]|\p{Cs}|[\uFFFE\uFFFF]/gu, ' ')
    .normalize('NFC')
    .trim();
}
