/** People type without diacritics too: "vp nop bao cao truoc 30/11". */

/** As long as the text itself, where that is composed (NFC). */
export function withoutMarks(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D');
}

/** The patterns for a text: with diacritics where it has any, else for words that lack them all. */
export function bothSpellings<Patterns>(
  patterns: (spell: (words: string) => string) => Patterns,
): (text: string) => Patterns {
  const marked = patterns((words) => words.normalize('NFC'));
  const bare = patterns(withoutMarks);
  return (text) => (text === withoutMarks(text) ? bare : marked);
}
