/** "@NhacHanBot, xong 12" leaves "xong 12"; lines stay lines. Counted in UTF-16 units. */
export function withoutMention(text: string, start: number, length: number): string {
  const before = text.slice(0, start).replace(/[ \t]+$/, '');
  const rest = text.slice(start + length);
  const after = rest.replace(before.trim() === '' ? /^[\s,:;]+/ : /^[ \t]+/, '');
  const onOneLine = before !== '' && after !== '' && !before.endsWith('\n') && !/^[\n,.;:!?]/.test(after);
  return `${before}${onOneLine ? ' ' : ''}${after}`;
}
